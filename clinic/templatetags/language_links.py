"""The same page in the other languages, for templates: `{% load language_links %}{% other_languages as others %}`."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils import translation

from clinic import languages
from clinic.accounts import acting
from clinic.language_names import named
from clinic.languages import Language

register = template.Library()
# Readers' pages ask nothing of an address, are drawn once for everybody, and repeat nothing that stands behind a "?".
_FOR_EVERYBODY = frozenset({"website", "education"})


@register.simple_tag(takes_context=True)
def other_languages(context: Context) -> list[dict[str, Any]]:
    """Return code, own name and address of this page in every other whole language. A page of the staff has the same
    address in each: whoever is signed in chooses (`choice_address`).
    """
    address = _address(context)
    if languages.is_of_staff(address):
        return _others([(language, address) for language in languages.whole()]) if _is_staff(context) else []
    return _others(_own(context, languages.same_page(address)) if address else [])


@register.simple_tag(takes_context=True)
def emergency_languages(context: Context, name: str = "") -> list[dict[str, Any]]:
    """Return code, own name and address of this page in every other emergency language, or of the page of that name."""
    address = reverse(name) if name else _address(context)
    return _others(languages.urgent_pages(address) if address else [])


@register.simple_tag(takes_context=True)
def choice_address(context: Context) -> str:
    """Return where another language of this page is chosen, so that it is kept on a form, or of whoever is signed in on
    the person; empty where it is a link: nobody's page, or one for everybody.
    """
    request = context.get("request")
    match = request.resolver_match if request is not None else None
    if request is None or match is None or _is_public(context):
        return ""
    if match.namespace == "intake" and "ref" in match.kwargs and "intake" in context:
        return reverse("intake:language", args=[match.kwargs["ref"]])
    return reverse("accounts:language") if _is_staff(context) or acting.patient_for(request) is not None else ""


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> list[dict[str, Any]]:
    """Return every language of this page with its whole address, this one too, for search engines."""
    address = _address(context)
    pages = [*_own(context, languages.same_page(address)), *languages.urgent_pages(address)] if address else []
    return [_link(language, settings.SITE_URL + path) for language, path in pages]


@register.simple_tag
def spoken_url(name: str) -> str:
    """Return the address of a page in the language that is spoken, an emergency language too: of pages it has."""
    return languages.spoken(reverse(name))


@register.simple_tag
def offers() -> list[Language]:
    """Return the other whole languages, each with the offer to read the site in it."""
    return [language for language in languages.whole() if language is not languages.now() and language.offer]


def _is_public(context: Context) -> bool:
    match = context["request"].resolver_match
    return match is None or match.namespace in _FOR_EVERYBODY


def _is_staff(context: Context) -> bool:
    request = context.get("request")
    return bool(request is not None and getattr(getattr(request, "user", None), "is_staff", False))


def _address(context: Context) -> str:
    """Where this page is; empty where nobody asked for one."""
    request = context.get("request")
    if request is None:
        return ""
    return str(request.path if _is_public(context) else request.get_full_path())


def _own(context: Context, pages: list[tuple[Language, str]]) -> list[tuple[Language, str]]:
    """A page that has an address of its own in another language says so (`addresses`, an article's editions)."""
    own: dict[str, str] = context.get("addresses") or {}
    return [(language, own.get(language.code, path)) for language, path in pages]


def _others(pages: list[tuple[Language, str]]) -> list[dict[str, Any]]:
    return [_link(language, path) for language, path in pages if language.code != languages.now().code]


def _link(language: Language, path: str) -> dict[str, Any]:
    return {"code": language.code, "name": language.name, "path": path}


@register.simple_tag(takes_context=True)
def work_language(context: Context) -> str:
    """Return the language in which this member of staff reads the pages of their work, by its name here."""
    return named_here(_of_work(context))


@register.filter
def named_here(language: Language) -> str:
    """Return the name of a language in the language that is spoken: Spanish, español."""
    return named(language.english)


@register.simple_tag(takes_context=True)
def other_work_languages(context: Context) -> list[Language]:
    """Return the languages in which they could read them too."""
    return [language for language in languages.whole() if language != _of_work(context)]


def _of_work(context: Context) -> Language:
    chosen = context["request"].user.language
    return next((language for language in languages.whole() if language.code == chosen), languages.SOURCE)


@register.simple_tag
def urgent_languages() -> list[Language]:
    """Return the languages in which only what an emergency needs is there."""
    return languages.urgent()


@register.simple_tag
def names_of_languages(whole: bool) -> str:
    """Return the languages that are there as a whole, or only for an emergency, each by its own name, with commas."""
    return ", ".join(language.name for language in (languages.whole() if whole else languages.urgent()))


@register.simple_tag
def url_in(code: str, name: str, *args: str) -> str:
    """Return the address of a page in another whole language."""
    with translation.override(code):
        return reverse(name, args=args)
