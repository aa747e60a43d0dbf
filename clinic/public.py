"""Pages that are the same for everybody: nobody is asked who they are, and a browser may keep a copy.

Such a page reads and sets no cookie, so that what somebody reads is tied to nobody, and proxies may keep it. Before a
kept copy is shown again the browser asks whether it still holds; the tag by which it asks changes with everything
the page shows: its own content, the clinic's profile and colours, the language, and the release of the site.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, wraps
from pathlib import Path
from time import monotonic

import brotli
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from clinic.database_waits import at_most
from clinic.site_settings import own_texts
from clinic.site_settings import services as site_settings

type_get = Callable[[HttpRequest], HttpResponseBase]
type_view = Callable[..., HttpResponseBase]

MARK = "same_for_everybody"
# Better packing costs more time than it saves on the way; below so many bytes it saves none.
_QUALITY, _LEAST_PACKED = 5, 200
_INDENT = re.compile(rb"\n[ \t]+")
# A reader does not wait behind a locked database: the page comes as this process last showed it.
SECONDS_FOR_THE_DATABASE = 1.0
# So long after it the database is not asked again for a page that can be shown without it.
SECONDS_AFTER_A_LOSS = 5.0
_lost: list[float] = []
_LAST_SHOWN = 200  # pages
_last_shown: dict[tuple[str, str | None], tuple[bytes, str]] = {}
_SECONDS = 600  # that a process remembers a page it has drawn
# What a page is made of besides its content: a change in any of these is a new release of every page.
MADE_OF = (
    *("templates", "static", "locale", "education", "clinic/website"),
    *("clinic/public.py", "clinic/languages.py", "clinic/formatting.py", "clinic/formats"),
)


def same_for_everybody(view: type_view) -> type_view:
    """Mark a view that shows the same to everybody, and only on GET and HEAD.

    Only such pages are compressed: they hold no secret, and nothing a reader sent, that their size could tell.
    """
    marked = login_not_required(require_safe(_packed(view)))
    setattr(marked, MARK, True)
    return marked


def _packed(view: type_view) -> type_view:
    """Pack what a view answers: by Brotli for a browser that takes it (a long article is a seventh lighter), else as
    Django packs.
    """
    by_gzip = gzip_page(view)

    @wraps(view)
    def packed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not _takes_brotli(request.headers.get("Accept-Encoding", "")):
            return by_gzip(request, *args, **kwargs)
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Accept-Encoding"])
        if isinstance(response, HttpResponse) and len(response.content) >= _LEAST_PACKED:
            response.content = brotli.compress(response.content, quality=_QUALITY)
            response.headers["Content-Length"] = str(len(response.content))
            response.headers["Content-Encoding"] = "br"
            if tag := response.headers.get("ETag", ""):
                response.headers["ETag"] = tag if tag.startswith("W/") else f"W/{tag}"
        return response

    return packed


def _takes_brotli(accepted: str) -> bool:
    """Whether a browser lists br among what it takes, and not with a weight of nothing."""
    for each in accepted.split(","):
        name, _semicolon, weight = each.replace(" ", "").partition(";")
        if name == "br":
            return not re.fullmatch(r"q=0(\.0*)?", weight)
    return False


def public_pages(get_response: type_get) -> type_get:
    """Middleware: answer such a page before session, sign-in and messages are looked at."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        address = request.path_info, get_language(), settings.ROOT_URLCONF
        match = _match(*address) if request.method in ("GET", "HEAD") else None
        if match is None:
            return get_response(request)
        request.resolver_match = match
        view: type_view = match.func
        last = _last_shown.get((request.path, get_language()))
        if last and _lost and monotonic() - _lost[0] < SECONDS_AFTER_A_LOSS:
            return _as_last_shown(last)
        try:
            with at_most(SECONDS_FOR_THE_DATABASE):
                return view(request, *match.args, **match.kwargs)
        except (OperationalError, InterfaceError):
            _lost[:] = [monotonic()]
            # What somebody read a while ago is of more use than an apology.
            if last is None:
                raise
            return _as_last_shown(last)

    return middleware


@lru_cache(maxsize=512)
def _match(path: str, _language: str | None, _urlconf: str) -> ResolverMatch | None:
    """Return the view of a page that is the same for everybody; None for any other address."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return match if getattr(match.func, MARK, False) else None


def kept(request: HttpRequest, *content: object, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 when the browser's copy still holds, else the page that `make` makes; `content` is what it shows.

    Only the tag is asked for, never a date: a page also shows the clinic's profile, whose changes carry none. What is
    drawn once is remembered by its tag: while that is the same, so is the page. A redirect or a page about something
    that is not there goes out as it was made, and is kept by nobody.
    """
    tag = tag_of(request.path, *content)
    response = get_conditional_response(request, etag=tag) or _drawn(tag, make)
    if response.status_code == 200:
        _remember(request, response)
    if response.status_code in (200, 304):
        response.headers["ETag"] = tag
        response.headers["Cache-Control"] = "no-cache"
        patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _as_last_shown(page: tuple[bytes, str]) -> HttpResponse:
    return HttpResponse(page[0], content_type=page[1], headers={"Cache-Control": "no-cache"})


def _remember(request: HttpRequest, response: HttpResponse) -> None:
    key = request.path, get_language()
    if key not in _last_shown and len(_last_shown) >= _LAST_SHOWN:
        _last_shown.pop(next(iter(_last_shown)))
    _last_shown[key] = response.content, response.headers["Content-Type"]


def _drawn(tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    cached: tuple[bytes, str] | None = caches["process"].get(tag)
    if cached is None:
        response = make()
        if response.status_code != 200:
            return response
        kind = response.headers["Content-Type"]
        cached = _without_indent(response.content) if kind.startswith("text/html") else response.content, kind
        caches["process"].set(tag, cached, _SECONDS)
    return HttpResponse(cached[0], content_type=cached[1])


def _without_indent(page: bytes) -> bytes:
    """Return a page without the indents of its templates, a fiftieth of what a phone fetches; one in which spaces count
    as it is.
    """
    return page if b"<pre" in page or b"<textarea" in page else _INDENT.sub(b"\n", page)


def tag_of(*content: object) -> str:
    """Return the tag of a page with this content, as this release shows it now."""
    about = [value for name, value in vars(site_settings.current()).items() if not name.startswith("_")]
    whole = repr((release(), get_language(), settings.SITE_URL, settings.DEMO, about, own_texts.kept(), content))
    return f'"{hashlib.blake2b(whole.encode(), digest_size=12).hexdigest()}"'


@cache
def release() -> str:
    """Return a mark of the templates, files and code of this release; read once a process."""
    digest = hashlib.blake2b(digest_size=12)
    for path in sorted(path for name in MADE_OF for path in _files(Path(settings.BASE_DIR) / name)):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
