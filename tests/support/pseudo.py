"""A language that marks every string, ⟦Continue⟧: what a page shows outside the marks was never handed to gettext.

It stands in the place of Spanish, with its addresses, so that nothing else needs to know of it.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any
from unittest import mock

from django.utils.translation import trans_real

CODE = "es"
OPENS, CLOSES = "⟦", "⟧"
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# Attributes that are read by people.
_READ = ("title", "alt", "aria-label", "placeholder", "data-done")


class Marking(gettext.NullTranslations):
    """Every string in marks; the space around it stays outside."""

    def __init__(self, code: str = CODE) -> None:
        super().__init__()
        self.code = code

    def gettext(self, message: str) -> str:
        before, words, after = _EDGES.fullmatch(message.rpartition(trans_real.CONTEXT_SEPARATOR)[2]).groups()  # type: ignore[union-attr]  # it fits every text
        return f"{before}{OPENS}{words}{CLOSES}{after}" if words else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def language(self) -> str:
        return self.code

    def to_language(self) -> str:
        return self.code


class MarkingWhatIsThere(Marking):
    """Every string in marks that a language has words for; the others stay English, as a person would see them."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.there = trans_real.translation(code)

    def gettext(self, message: str) -> str:
        return super().gettext(message) if self.there.gettext(message) != message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        said = msgid1 if n == 1 else msgid2
        return super().gettext(said) if self.there.ngettext(msgid1, msgid2, n) != said else said


@contextmanager
def marked_where_there(code: str) -> Iterator[None]:
    """Speak the marking language wherever this one is asked for, of what it has words for."""
    with mock.patch.dict(vars(trans_real)["_translations"], {code: MarkingWhatIsThere(code)}):
        yield


@contextmanager
def marked(code: str = CODE) -> Iterator[None]:
    """Speak the marking language wherever Spanish is asked for, or another one."""
    with mock.patch.dict(vars(trans_real)["_translations"], {code: Marking(code)}):
        yield


class _Texts(HTMLParser):
    """The texts of a page, in order; nothing in an element of another language, in a script or in a drawing's style."""

    def __init__(self, code: str) -> None:
        super().__init__(convert_charrefs=True)
        self.code = code
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        foreign = given.get("lang", self.code) not in (self.code, "")
        away = foreign or given.get("translate") == "no" or tag in ("script", "style")
        hidden = away or any(is_away for _tag, is_away in self._open)
        if tag not in ("meta", "link", "input", "img", "br", "hr", "path", "circle", "rect", "use", "line"):
            self._open.append((tag, away))
        if hidden:
            return
        self.texts += [words for name in _READ if (words := given.get(name))]
        if tag == "meta" and given.get("name") == "description":
            self.texts.append(given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _away in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if not any(is_away for _tag, is_away in self._open):
            self.texts.append(data)


def texts_of(page: str, *, code: str = "en") -> list[str]:
    """Return what a page says in a language, and what is read out in its place."""
    reader = _Texts(code)
    reader.feed(page)
    return reader.texts


def unmarked(page: str, *, allowed: set[str], code: str = CODE) -> list[str]:
    """Return the words of a page that stand outside the marks; `allowed` are those that no language changes."""
    whole = "\n".join(texts_of(page, code=code))
    while (fewer := _MARKED.sub(" ", whole)) != whole:
        whole = fewer
    found: Any = _LETTERS.findall(whole)
    return sorted({word for word in found if word not in allowed})
