"""What search engines ask for: where everything public is, in each language, and what they need not look at."""

from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from clinic import languages
from clinic.public import kept, same_for_everybody
from clinic.website.pages import PAGES
from education import services
from education.services import Shelved
from education.topics import TOPICS

_Item = TypeVar("_Item")

# Other people's pages: nothing there is for a search engine, and asking for it tells nobody anything. The intake may
# be found: its first page is for everybody, and its others open in the browser that began them and nowhere else.
NOT_THERE = ("/account/", "/admin/", "/desk/", "/treatment/", "/visits/", "/search/")


class _Ours(Sitemap[_Item]):
    """Addresses begin with SITE_URL, whatever host was asked."""

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme


# The one page of these that is there in emergency languages too.
_EMERGENCY = ("website:emergency",)


class Pages(_Ours[tuple[str, ...]]):
    """The front pages and the lists of articles in every language, each with its others: names of addresses."""

    i18n = True
    alternates = True

    def items(self) -> list[tuple[str, ...]]:
        shelf = services.shelf()
        topics = [slug for slug in TOPICS if any(slug in article.topics for article in shelf)]
        pages = [(f"website:{page.name}",) for page in PAGES]
        return [*pages, ("education:articles",), *(("education:topic", slug) for slug in topics)]

    def get_languages_for_item(self, item: tuple[str, ...]) -> list[str]:
        offered = languages.shipped() if item == _EMERGENCY else languages.whole()
        return [language.code for language in offered]

    def location(self, item: tuple[str, ...]) -> str:
        # Django hands over an item with its language; the language is spoken already.
        name, *args = item
        return languages.spoken(reverse(name, args=args))


class ArticleSitemap(_Ours[Shelved]):
    """The published articles, each edition with its others and with the day of its newest version."""

    i18n = True
    alternates = True

    def _items(self) -> list[tuple[Shelved, str]]:
        return [(article, article.language) for article in services.all_editions()]

    def get_languages_for_item(self, item: Shelved) -> list[str]:
        editions = services.editions_of(item.original)
        return list(editions) if len(editions) > 1 else []

    def location(self, item: Shelved) -> str:
        # Django has the language spoken whose address it wants.
        return services.editions_of(item.original)[languages.now().code].path

    def lastmod(self, item: Shelved) -> datetime:
        return item.at


@same_for_everybody
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Where everything is that anyone may read."""

    def make() -> HttpResponse:
        return sitemap_view(request, {"pages": Pages, "articles": ArticleSitemap}).render()

    return kept(request, services.shelf_mark(), make=make)


@same_for_everybody
def robots(request: HttpRequest) -> HttpResponseBase:
    """What a search engine may ask for; a demo clinic does not want to be found at all."""
    prefixes = [f"/{language.code}" for language in languages.whole() if language.code != languages.SOURCE.code]
    refused = ["/"] if settings.DEMO else [prefix + path for prefix in ("", *prefixes) for path in NOT_THERE]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in refused)]
    if not settings.DEMO:
        lines += ["", f"Sitemap: {settings.SITE_URL}{reverse('website:sitemap')}"]

    def make() -> HttpResponse:
        return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

    return kept(request, lines, make=make)
