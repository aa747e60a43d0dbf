"""Looking for something on the whole site: the articles and the pages for everyone.

What somebody looks for may say something about their health. So it is sent as a form, never in an address; it stands
in no title and no log; the answer is kept by nobody.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clinic import languages
from clinic.website.pages import PAGES
from education import services
from education.models import Edition
from education.site_search import LONGEST, SearchPage, find

_SECONDS = 60


@login_not_required
@sensitive_post_parameters("q")
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Ask for words, and show where they stand."""
    words = request.POST.get("q", "").replace("\0", "").strip()[:LONGEST]
    context: dict[str, object] = {
        "words": words,
        "asked": bool(words) or (request.method == "POST" and not languages.asked(request)),
    }
    if words:
        context["hits"] = find(words, everything(), language=languages.now().code)
    else:
        context["articles"] = services.shelf()[:3]
    response = render(request, "website/search.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def everything() -> list[SearchPage]:
    """Return all that can be found; read again when something was published, and once a minute."""
    shelf = services.shelf()
    key = f"clinic.website.search.{get_language()}"
    cached = caches["process"].get(key)
    if cached is None or cached[0] != shelf:
        cached = (shelf, [*_articles(), *_pages()])
        caches["process"].set(key, cached, _SECONDS)
    return list(cached[1])


def _articles() -> list[SearchPage]:
    editions = Edition.objects.published().defer("document", "rendered")
    paths = {article.edition: article.path for article in services.shelf()}
    return [
        SearchPage(
            edition.title, paths[edition.pk], (edition.summary, *edition.plain.splitlines()), kind="article"
        ).prepared()
        for edition in editions
        if edition.pk in paths
    ]


def _pages() -> list[SearchPage]:
    return [
        SearchPage(str(page.title), page.path, (str(page.description),), words=str(page.words)).prepared()
        for page in PAGES
    ]
