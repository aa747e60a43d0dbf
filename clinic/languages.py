"""The languages this house can speak: one table, as data.

Which of them are shipped is said once, in settings.LANGUAGES; a catalog stands in locale/ for each of those.
The language of a page is its address: /contact/ is English, /es/contact/ Spanish. No cookie and no header of the
browser is asked, so that a page is the same for everybody who asks for it (decision 31).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import translation

type_get = Callable[[HttpRequest], HttpResponse]


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

    @property
    def whole(self) -> bool:
        """Every page speaks it."""
        return self.grade is not Grade.EMERGENCY


SOURCE = Language("en", "English", "English", Grade.SOURCE)

LANGUAGES: tuple[Language, ...] = (
    SOURCE,
    Language("es", "Español", "Spanish", Grade.WHOLE),
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


def known(codes: Iterable[str]) -> list[Language]:
    """Return the languages of these codes; a code that stands in no table (a test's own) is a whole language."""
    return [BY_CODE.get(code) or Language(code, code, code, Grade.WHOLE) for code in codes]


def language_of_address(get_response: type_get) -> type_get:
    """Middleware: speak the language that the address begins with, English where it begins with none.

    Django's own LocaleMiddleware does the same, adds "Vary: Accept-Language", which would be untrue here, and leaves
    the language behind for whatever this thread does next.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        code = translation.get_language_from_path(request.path_info) or SOURCE.code
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

    return middleware


def now() -> Language:
    """Return the language that is spoken now: of those the site has, English where it is none of them."""
    spoken = translation.get_language() or SOURCE.code
    return next((language for language in shipped() if language.code == spoken), SOURCE)


def asked(request: HttpRequest) -> str:
    """Return the language whose button was pressed in a form (`go` is "in-es"), the one that is spoken for a strange
    one; empty where another button was pressed.
    """
    said = request.POST.get("go", "")
    if not said.startswith("in-"):
        return ""
    return said[3:] if said[3:] in dict(settings.LANGUAGES) else now().code


def same_page(address: str) -> list[tuple[Language, str]]:
    """Return the languages in which the page at this address is there, each with its own address, query and all;
    nothing for a page of the staff, which is there in one language only.
    """
    pages = [(language, translate_url(address, language.code)) for language in shipped()]
    return pages if len({path for _language, path in pages}) == len(pages) else []
