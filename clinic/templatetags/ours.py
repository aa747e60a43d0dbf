"""What the clinic wrote about itself, in the language of the page."""

from django import template

from clinic.site_settings import own_texts

register = template.Library()


@register.filter
def ours(text: object) -> str:
    """A text of the clinic's own: a visit type's name, how to find the door."""
    return own_texts.in_language(str(text or ""))


@register.filter
def ours_listed(text: object) -> str:
    """Names of the clinic's own with commas between them: the languages somebody speaks."""
    return own_texts.listed(str(text or ""))


@register.filter
def our_lines(text: object) -> list[str]:
    """The lines of a text of the clinic's own that are not empty."""
    return [line.strip() for line in ours(text).splitlines() if line.strip()]
