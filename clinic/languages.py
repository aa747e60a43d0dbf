"""The languages this house can speak: one table, as data.

Which of them are shipped is said once, in settings.LANGUAGES; a catalog stands in locale/ for each of those.
The language of a page is its address: /contact/ is English, /es/contact/ Spanish. No cookie and no header of the
browser is asked, so that a page is the same for everybody who asks for it (decision 31). An emergency language has the
pages that an emergency needs and no other (decision 36).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import LocalePrefixPattern, Resolver404, URLPattern, URLResolver, resolve, translate_url
from django.utils import translation
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.http import url_has_allowed_host_and_scheme

type_get = Callable[[HttpRequest], HttpResponse]
type_view = Callable[..., HttpResponseBase]

MARK = "for_emergencies"
# The pages of the staff: one address in every language; who reads them says which (decision 43).
OF_STAFF = ("/admin/", "/desk/", "/system/", "/transfer/", "/treatment/")


class Grade(StrEnum):
    """How much of the site a language has."""

    SOURCE = "source"
    """The language the strings are written in."""

    WHOLE = "whole"
    """Every page a patient can reach."""

    EMERGENCY = "emergency"
    """What an emergency must say: red-flag screens, stop page, emergency page. Every other page is in English."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code as Django and addresses write it, its own name, its English name and its grade."""

    code: str
    name: str
    english: str
    grade: Grade
    offer: str = ""
    """The offer to read the first page in it, in its own words; only of whole languages."""

    @property
    def whole(self) -> bool:
        """Every page speaks it."""
        return self.grade is not Grade.EMERGENCY


SOURCE = Language("en", "English", "English", Grade.SOURCE, "Read in English")

LANGUAGES: tuple[Language, ...] = (
    SOURCE,
    Language("es", "Español", "Spanish", Grade.WHOLE, "Leer en español"),
    Language("ko", "한국어", "Korean", Grade.EMERGENCY),
    Language("zh-hans", "简体中文", "Chinese (simplified)", Grade.EMERGENCY),
    Language("zh-hant", "繁體中文", "Chinese (traditional)", Grade.EMERGENCY),
    Language("vi", "Tiếng Việt", "Vietnamese", Grade.EMERGENCY),
    Language("hy", "Հայերեն", "Armenian", Grade.EMERGENCY),
)

BY_CODE = {language.code: language for language in LANGUAGES}


def shipped() -> list[Language]:
    """Return the languages this site offers, English first, in the order of settings.LANGUAGES."""
    return known(code for code, _name in settings.LANGUAGES)


def whole() -> list[Language]:
    """Return the languages in which every page is there, English first."""
    return [language for language in shipped() if language.whole]


def urgent() -> list[Language]:
    """Return the languages in which only what an emergency needs is there."""
    return [language for language in shipped() if not language.whole]


def is_urgent(code: str) -> bool:
    """Whether this is the code of an emergency language that the site has."""
    return any(language.code == code for language in urgent())


def of_messages(code: str) -> str:
    """Return the language in which whoever reads this one gets messages: English where only an emergency speaks it."""
    return SOURCE.code if is_urgent(code) else code


def known(codes: Iterable[str]) -> list[Language]:
    """Return the languages of these codes; a code that stands in no table (a test's own) is a whole language."""
    return [BY_CODE.get(code) or Language(code, code, code, Grade.WHOLE) for code in codes]


def language_of_address(get_response: type_get) -> type_get:
    """Middleware: speak the language that the address begins with, English where it begins with none.

    Django's own LocaleMiddleware does the same, adds "Vary: Accept-Language", which would be untrue here, and leaves
    the language behind for whatever this thread does next.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info != (proper := _properly_written(request.path_info)):
            return _led_to(request, proper)
        code = translation.get_language_from_path(request.path_info) or SOURCE.code
        with translation.override(code):
            request.LANGUAGE_CODE = code
            if is_urgent(code) and not is_spoken(request.path_info):
                return _in_english(request.get_full_path())
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

    return middleware


def _properly_written(path: str) -> str:
    """Return an address with its language as we write it: /es/ for /ES/, /es-MX/ and /es_mx/, /zh-hans/ for /zh-CN/;
    without one for /en/. Every other address comes back as it is.
    """
    written, slash, rest = path.removeprefix("/").partition("/")
    code = translation.get_language_from_path(f"/{written.replace('_', '-').lower()}/")
    if code is None or code == written != SOURCE.code or not slash:
        return path
    # What follows begins with no slash: "/en//elsewhere.example" must not lead elsewhere.
    return f"/{rest.lstrip('/')}" if code == SOURCE.code else f"/{code}/{rest}"


def _led_to(request: HttpRequest, path: str) -> HttpResponse:
    """Lead to another address of ours, with what was asked and sent."""
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponseRedirect(escape_uri_path(path) + (f"?{iri_to_uri(query)}" if query else ""))
    response.status_code = 307
    return response


def _in_english(address: str) -> HttpResponse:
    """Lead to the same page in English, with what was sent: this language does not have it."""
    response = HttpResponseRedirect("/" + address.lstrip("/").partition("/")[2].lstrip("/"))
    response.status_code = 307
    return response


def is_of_staff(path: str) -> bool:
    """Whether this is a page of the staff, whose language is that of its reader."""
    return path.startswith(OF_STAFF)


def way_to(address: str) -> tuple[str, str]:
    """Return the language and the address of a page of ours that somebody asked for by its name, English and the first
    page for any other address.
    """
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    code = (translation.get_language_from_path(address) if is_ours else None) or SOURCE.code
    return code, address if is_ours else "/"


def now() -> Language:
    """Return the language that is spoken now: of those the site has, English where it is none of them."""
    spoken = translation.get_language() or SOURCE.code
    return next((language for language in shipped() if language.code == spoken), SOURCE)


def asked(request: HttpRequest) -> str:
    """Return the language whose button was pressed in a form (`go` is "in-es"), the one that is spoken for a strange
    one; empty where another button was pressed.
    """
    button = request.POST.get("go", "")
    if not button.startswith("in-"):
        return ""
    return button[3:] if button[3:] in dict(settings.LANGUAGES) else now().code


def kept(before: str, *, read: str, is_chosen: bool = False) -> str:
    """Return the language of a person after a page that was read in `read`: the one they chose, where they did; else
    that of the page, but for an emergency language, which stays after a page in English: most are there in no other.
    """
    return before if is_chosen or (read == SOURCE.code and is_urgent(before)) else read


def same_page(address: str) -> list[tuple[Language, str]]:
    """Return the whole languages in which the page at this address is there, each with its own address, query and
    all; nothing for a page of the staff, which has one address in every language.
    """
    pages = [(language, translate_url(address, language.code)) for language in whole()]
    return pages if len({path for _language, path in pages}) == len(pages) else []


# ——— languages that only an emergency speaks


class LanguagePrefix(LocalePrefixPattern):
    """What an address begins with. Read it may be that of any language; written it is that of a whole one: whatever a
    page in an emergency language leads to is in English, but for what `spoken` names.
    """

    @property
    def language_prefix(self) -> str:
        code = translation.get_language() or SOURCE.code
        return "" if is_urgent(code) else str(super().language_prefix)

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, Any]] | None:
        code = translation.get_language() or SOURCE.code
        prefix = f"{code}/" if is_urgent(code) else self.language_prefix
        return (path.removeprefix(prefix), (), {}) if path.startswith(prefix) else None


def patterns(*routes: URLPattern | URLResolver) -> list[URLPattern | URLResolver]:
    """Return addresses that are there in every language, English without a prefix."""
    return [URLResolver(LanguagePrefix(prefix_default_language=False), list(routes))]


def for_emergencies(view: type_view) -> type_view:
    """Mark a view whose pages are there in emergency languages too, each of them whole."""
    setattr(view, MARK, True)
    return view


def partly_for_emergencies(view: type_view) -> type_view:
    """Mark a view some of whose pages are there in emergency languages too: those it makes inside `reading`.

    All else that it says and every address that it leads to is in English.
    """

    @wraps(view)
    def spoken_in_part(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with whole_site():
            response = view(request, *args, **kwargs)
            response.headers.setdefault("Content-Language", now().code)
        return response

    return for_emergencies(spoken_in_part)


def read_in(request: HttpRequest) -> Language:
    """Return the language of the address that was asked for."""
    return next((each for each in shipped() if each.code == request.LANGUAGE_CODE), SOURCE)


@contextmanager
def whole_site() -> Iterator[None]:
    """Speak English where an emergency language is spoken; else whatever is spoken."""
    with nullcontext() if now().whole else translation.override(SOURCE.code):
        yield


@contextmanager
def reading(request: HttpRequest) -> Iterator[Language]:
    """Speak the language of the address, where that is an emergency language; else whatever is spoken."""
    language = read_in(request)
    with nullcontext() if language.whole else translation.override(language.code):
        yield language


def is_spoken(path: str) -> bool:
    """Whether there is a page at this address, as it is written in the language that is spoken, for emergencies."""
    try:
        return getattr(resolve(path).func, MARK, False)
    except Resolver404:
        return False


def spoken(path: str, code: str = "") -> str:
    """Return an address as `reverse` gives it, in an emergency language: the one that is spoken, or that of `code`."""
    code = code or now().code
    return f"/{code}{path}" if is_urgent(code) else path


def urgent_pages(address: str) -> list[tuple[Language, str]]:
    """Return the emergency languages in which the page at this address is there, each with its own address."""
    if not is_spoken(address.partition("?")[0]):
        return []
    english = translate_url(address, SOURCE.code)
    return [(language, spoken(english, language.code)) for language in urgent()]
