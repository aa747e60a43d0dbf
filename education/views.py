"""WHAT THEY CAN READ: the list, the topics, and the articles, the same for everybody who asks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from clinic.languages import SOURCE, now
from clinic.public import kept, same_for_everybody
from clinic.site_settings import services as site_settings
from education import services
from education.article_page import ArticlePage, neighbours, reading_of
from education.models import Article, Edition
from education.services import Shelved
from education.structured import json_ld
from education.topics import TOPICS


@same_for_everybody
def articles(request: HttpRequest) -> HttpResponseBase:
    """Everything there is to read, and the topics it is about."""

    def make() -> HttpResponse:
        shelf = services.shelf()
        page_context = {"articles": [card(edition) for edition in shelf], "topics": topics_of(shelf)}
        return render(request, "education/articles.html", page_context | here(request))

    return kept(request, services.shelf_mark(), make=make)


@same_for_everybody
def topic(request: HttpRequest, topic: str) -> HttpResponseBase:
    """The articles about one thing. What was its address before it had words of its own leads here for good."""
    if request.path != (own := reverse("education:topic", args=[topic])):
        return HttpResponsePermanentRedirect(own)

    def make() -> HttpResponse:
        shelf = services.shelf()
        other_topics = [other_topic for other_topic in topics_of(shelf) if other_topic["slug"] != topic]
        about = [card(edition) for edition in shelf if topic in edition.topics]
        page_context = {"title": TOPICS[topic], "articles": about, "topics": other_topics}
        return render(request, "education/topic.html", page_context | here(request))

    return kept(request, services.shelf_mark(), make=make)


@same_for_everybody
def article(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One article."""
    return _published(request, slug, draw=article_page)


@same_for_everybody
def printed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same on paper: everything open, addresses written out, nothing to tap."""
    return _published(request, slug, draw=print_page)


def article_page(
    request: HttpRequest, reading: ArticlePage, *, preview: bool = False, problems: Sequence[str] = ()
) -> HttpResponse:
    """Draw an article; a preview says that it is not public and what is wrong, and tells search engines nothing."""
    with translation.override(reading.language):
        shelf = services.shelf()
        context: dict[str, Any] = {"reading": reading, "topics": named_topics(reading)}
        context |= {"preview": preview, "problems": problems} | around(shelf, reading)
    if preview:
        # The frame as well: it is shown as its reader will meet it, though the address is that of the staff.
        with translation.override(reading.language):
            response = render(request, "education/article.html", context)
        response.headers["Cache-Control"] = "no-store"
        return response
    context |= in_languages(reading, "education:article")
    context["json_ld"] = _json_ld(reading, url=context["canonical"])
    return render(request, "education/article.html", context)


def print_page(request: HttpRequest, reading: ArticlePage) -> HttpResponse:
    """Draw an article for paper."""
    page_context = {"reading": reading, "paper": True} | in_languages(reading, "education:print")
    with translation.override(reading.language):
        page_context["canonical"] = settings.SITE_URL + reverse("education:article", args=[reading.slug])
    return render(request, "education/print.html", page_context)


def card(one: Shelved) -> dict[str, Any]:
    """Return what a card of a list shows."""
    return {
        "title": one.title,
        "summary": one.summary,
        "path": one.path,
        "minutes": one.minutes,
        "language": one.language,
    }


def topics_of(shelf: tuple[Shelved, ...]) -> list[dict[str, Any]]:
    """Return the topics there is something about, with how much."""
    counts = {slug: sum(slug in edition.topics for edition in shelf) for slug in TOPICS}
    return [_topic(slug) | {"count": count} for slug, count in counts.items() if count]


def named_topics(reading: ArticlePage) -> list[dict[str, Any]]:
    return [_topic(slug) for slug in reading.topics if slug in TOPICS]


def around(shelf: tuple[Shelved, ...], reading: ArticlePage) -> dict[str, Any]:
    """Return what stands around an article: what goes with it, and what comes before and after it."""
    by_key = {edition.original: edition for edition in shelf} | {edition.key: edition for edition in shelf}
    by_slug = {edition.slug: edition for edition in shelf}
    before, after = neighbours(list(by_slug), reading.slug)
    return {
        "related": [card(by_key[key]) for key in reading.related if key in by_key and by_key[key].slug != reading.slug],
        "before": before and card(by_slug[before]),
        "after": after and card(by_slug[after]),
    }


def here(request: HttpRequest) -> dict[str, Any]:
    """Return the one address of this page, as search engines and shared links should know it."""
    return {"canonical": settings.SITE_URL + request.path}


def in_languages(reading: ArticlePage, name: str) -> dict[str, Any]:
    """Return the addresses of a page of an article (`name`: the article, or its page for paper) in every language.

    Its one address (`canonical`), the one of each edition for search engines (`editions`, empty where there is one
    only), where the language switch leads (`addresses`), and where it stands in its own language when that is not the
    language of the page (`elsewhere`).
    """
    editions = services.editions_of(reading.original)
    with translation.override(reading.language):
        own = reverse(name, args=[reading.slug])
    addresses = {code: edition.own_address(name) for code, edition in editions.items()}
    return {
        "canonical": settings.SITE_URL + own,
        "editions": [(code, settings.SITE_URL + path) for code, path in addresses.items()] * (len(addresses) > 1),
        "addresses": addresses,
        "elsewhere": own if reading.language != now().code else "",
        "written_in": editions.get(SOURCE.code) if reading.language != SOURCE.code else None,
    }


def _topic(slug: str) -> dict[str, Any]:
    return {"slug": slug, "title": TOPICS[slug], "path": reverse("education:topic", args=[slug])}


def _published(
    request: HttpRequest, slug: str, *, draw: Callable[[HttpRequest, ArticlePage], HttpResponse]
) -> HttpResponseBase:
    on = timezone.localdate()

    def make() -> HttpResponse:
        shelved = next((edition for edition in services.shelf() if edition.slug == slug), None)
        return draw(request, _reading(shelved, on=on)) if shelved else _not_on_the_shelf(request, slug)

    # The day counts too: on one of them the next review is overdue.
    return kept(request, services.shelf_mark(), on, make=make)


def _reading(found: Shelved, *, on: date) -> ArticlePage:
    edition = Edition.objects.only("rendered", "at").get(pk=found.edition)
    reading = reading_of(edition.rendered, slug=found.slug, at=edition.at, on=on)
    return replace(reading, language=found.language, original=found.original, is_behind=found.is_behind)


def _not_on_the_shelf(request: HttpRequest, slug: str) -> HttpResponse:
    """An address that was, or that is another language's: sent on, or told that the article is gone.

    Published a moment ago: it is there already.
    """
    article = (
        Article.objects.filter(Q(slug=slug) | Q(redirects__old_slug=slug)).select_related("translation_of").first()
    )
    if article is None or not (article.is_public or article.state == Article.State.ARCHIVED):
        raise Http404
    name = f"education:{request.resolver_match.url_name}" if request.resolver_match else "education:article"
    editions = services.editions_of((article.translation_of or article).key)
    if edition := editions.get(now().code) or editions.get(SOURCE.code) or editions.get(article.language):
        # An edition in this language comes and goes: such an address is sent on for now, an old one for good.
        for_good = edition.key == article.key and article.slug != slug
        return (HttpResponsePermanentRedirect if for_good else HttpResponseRedirect)(edition.address(name))
    if article.is_public:
        services.forget_shelf()
        return HttpResponseRedirect(request.path)
    articles = [card(shelved) for shelved in services.shelf()[:3]]
    return render(request, "education/gone.html", {"articles": articles}, status=410)


def _json_ld(reading: ArticlePage, *, url: str) -> str:
    return json_ld(
        reading,
        url=url,
        language=reading.language,
        clinic=site_settings.current(),
        site=settings.SITE_URL,
    )
