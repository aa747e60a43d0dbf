"""Looking for words in pages: forgiving of accents, capitals and endings. Pure: pages come in, hits go out.

A word counts where a word of the page begins with it, its ending taken off: "needles" finds "needling". A page with
more of the words stands first, then one that has them in its title. What is found is returned in pieces, hit or
not, so that whoever shows it never has to put marks into a text.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

LONGEST = 100  # letters of a search that are read
MOST_WORDS = 8
MOST_HITS = 20
BEFORE, AFTER = 70, 160  # letters of an excerpt on either side of the first hit
_WORD = re.compile(r"\w+")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y")
# Words that stand on every page and say nothing.
_EMPTY = frozenset(
    _WORD.findall(
        "a about acupuncture an and are at be can do does for from have how i if in is it me my no not of on or our so "
        "that the this to was we what when which who will with you your "
        "acupuntura al como con cual cuando de del el en es esta hay la las lo los mi mis para por puede puedo que se "
        "si sin son su sus un una unas unos y"
    )
)


@dataclass(frozen=True)
class SearchPage:
    """Something that can be found: what it is called, where it is, and its text, a passage at a time.

    `words` are looked through and never shown: what people type who look for this page.
    """

    title: str
    path: str
    passages: tuple[str, ...]
    words: str = ""
    kind: str = "page"

    @cached_property
    def folded(self) -> tuple[str, tuple[str, ...]]:
        """Return title and texts as they are compared; the words come last."""
        return fold(self.title), (*(fold(passage) for passage in self.passages), fold(self.words))

    def prepared(self) -> Self:
        """Return the page ready to be compared: folding costs more than finding."""
        _ready = self.folded
        return self


@dataclass(frozen=True)
class SearchPiece:
    """A part of a text, and whether it is what was looked for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class SearchHit:
    """A page that was found, its title and an excerpt in pieces."""

    page: SearchPage
    title: tuple[SearchPiece, ...]
    excerpt: tuple[SearchPiece, ...]


def find(words: str, pages: Iterable[SearchPage]) -> list[SearchHit]:
    """Return the pages that hold the words, the best first; nothing for nothing."""
    beginnings = beginnings_of(words)
    if not beginnings:
        return []
    ranked = [(rank, page) for page in pages if (rank := _rank(page, beginnings))[0]]
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    most = ranked[0][0][0] if ranked else 0
    # Of many words one may be missing; a page that has only one of four is no answer.
    return [_hit(page, beginnings) for rank, page in ranked if rank[0] * 2 >= most][:MOST_HITS]


def fold(text: str) -> str:
    """Return a text without accents and capitals."""
    return "".join(_folded(letter) for letter in text)


def beginnings_of(words: str) -> tuple[str, ...]:
    """Return what the words of a page have to begin with."""
    terms = list(dict.fromkeys(_WORD.findall(fold(words[:LONGEST]))))
    telling = [word for word in terms if word not in _EMPTY and len(word) > 1] or [
        word for word in terms if len(word) > 1
    ]
    return tuple(dict.fromkeys(_without_ending(word) for word in telling[:MOST_WORDS]))


def pieces(text: str, beginnings: Iterable[str]) -> tuple[SearchPiece, ...]:
    """Cut a text into what was looked for and the rest; joined they are the text again."""
    parts: list[SearchPiece] = []
    at = 0
    for word in _WORD.finditer(text):
        if fold(word[0]).startswith(tuple(beginnings)):
            parts += [SearchPiece(text[at : word.start()])] if word.start() > at else []
            parts.append(SearchPiece(word[0], is_hit=True))
            at = word.end()
    return (*parts, SearchPiece(text[at:])) if at < len(text) else tuple(parts)


def _rank(page: SearchPage, beginnings: tuple[str, ...]) -> tuple[int, int, int]:
    title, passages = page.folded
    in_title = sum(_holds(title, beginning) for beginning in beginnings)
    anywhere = sum(
        _holds(title, beginning) or any(_holds(passage, beginning) for passage in passages) for beginning in beginnings
    )
    return anywhere, in_title, sum(_holds(passage, prefix) for passage in passages for prefix in beginnings)


def _hit(page: SearchPage, beginnings: tuple[str, ...]) -> SearchHit:
    _title, passages = page.folded
    counts = [sum(_holds(passage, beginning) for beginning in beginnings) for passage in passages[:-1]]
    passage = page.passages[counts.index(max(counts))] if counts else ""
    return SearchHit(page, pieces(page.title, beginnings), pieces(_excerpt(passage, beginnings), beginnings))


def _excerpt(passage: str, beginnings: tuple[str, ...]) -> str:
    first = next((word.start() for word in _WORD.finditer(passage) if fold(word[0]).startswith(beginnings)), 0)
    start = 0 if first <= BEFORE else passage.find(" ", first - BEFORE) + 1 or first
    end = len(passage) if len(passage) - first <= AFTER else passage.rfind(" ", first, first + AFTER)
    end = end if end > first else first + AFTER
    return ("… " if start else "") + passage[start:end].strip() + (" …" if end < len(passage) else "")


def _holds(folded: str, beginning: str) -> bool:
    at = folded.find(beginning)
    while at > 0 and (folded[at - 1].isalnum() or folded[at - 1] == "_"):
        at = folded.find(beginning, at + 1)
    return at >= 0


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word[:-2] if len(word) >= 8 else word


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
