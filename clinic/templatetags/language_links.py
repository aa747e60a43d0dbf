"""The same page in the other languages, for templates: `{% load language_links %}{% other_languages as others %}`."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context

from clinic import languages

register = template.Library()
# Readers' pages ask nothing of an address, are drawn once for everybody, and repeat nothing that stands behind a "?".
_FOR_EVERYBODY = frozenset({"website", "education"})


@register.simple_tag(takes_context=True)
def other_languages(context: Context) -> list[dict[str, Any]]:
    """Return code, own name and address of this page in every other language; nothing on a page of the staff."""
    return [link for link in _links(context) if link["code"] != languages.now().code]


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> list[dict[str, Any]]:
    """Return every language of this page with its whole address, this one too, for search engines."""
    links = _links(context)
    return [link | {"path": settings.SITE_URL + link["path"]} for link in links]


def _links(context: Context) -> list[dict[str, Any]]:
    request = context.get("request")
    if request is None:
        return []
    match = request.resolver_match
    is_public = match is None or match.namespace in _FOR_EVERYBODY
    pages = languages.same_page(request.path if is_public else request.get_full_path())
    # A page that has an address of its own in another language says so.
    own: dict[str, str] = context.get("addresses") or {}
    return [
        {"code": language.code, "name": language.name, "path": own.get(language.code, path)} for language, path in pages
    ]
