"""The address that calls a number, for every link of a patient's."""

from django import template

from clinic.contact import link_of

register = template.Library()


@register.filter
def calls(number: str) -> str:
    """tel:+12135550142;ext=12 for "213-555-0142 ext. 12"; empty without digits."""
    return link_of(str(number or ""))
