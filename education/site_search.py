"""Looking for words in pages: forgiving of accents, capitals and endings. Pure: pages come in, hits go out.

A word counts where a word of the page begins with it, its ending taken off: "needles" finds "needling"; and where the
page says the same in other words (education.search_words): "medication" finds "medicines". A page with more of the
words stands first, then one that has them in its title, then one that has them as they were typed. What is found is
returned in pieces, hit or not, so that whoever shows it never has to put marks into a text.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from education import search_words

LONGEST = 100  # letters of a search that are read
MOST_WORDS = 8
MOST_HITS = 20
BEFORE, AFTER = 70, 160  # letters of an excerpt on either side of the first hit
_WORD = re.compile(r"\w+")
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


@dataclass(frozen=True)
class SearchTerm:
    """A word that somebody typed: what a word of a page has to begin with, first as it was typed, then as others say
    it. One that ends with a full stop is the whole word.
    """

    typed: str
    others: tuple[str, ...] = ()

    @property
    def beginnings(self) -> tuple[str, ...]:
        return (self.typed, *self.others)


def find(words: str, pages: Iterable[SearchPage], *, language: str = "en") -> list[SearchHit]:
    """Return the pages that hold the words, the best first; nothing for nothing. `language` is that of the pages."""
    terms = terms_of(words, language=language)
    if not terms:
        return []
    ranked = [(rank, page) for page in pages if (rank := _rank(page, terms))[0]]
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    most = ranked[0][0][0] if ranked else 0
    # Of many words one may be missing; a page that has only one of four is no answer.
    return [_hit(page, terms) for rank, page in ranked if rank[0] * 2 >= most][:MOST_HITS]


def fold(text: str) -> str:
    """Return a text without accents and capitals."""
    return "".join(_folded(letter) for letter in text)


def terms_of(words: str, *, language: str = "en") -> tuple[SearchTerm, ...]:
    """Return the words that say something, each with what it may be called on a page of this language."""
    typed = list(dict.fromkeys(_WORD.findall(fold(words[:LONGEST]))))
    telling = [word for word in typed if word not in _EMPTY and len(word) > 1] or [
        word for word in typed if len(word) > 1
    ]
    return tuple(dict.fromkeys(_term(word, search_words.of(language)) for word in telling[:MOST_WORDS]))


def pieces(text: str, beginnings: Iterable[str]) -> tuple[SearchPiece, ...]:
    """Cut a text into what was looked for and the rest; joined they are the text again."""
    parts: list[SearchPiece] = []
    at, beginnings = 0, tuple(beginnings)
    for word in _WORD.finditer(text):
        if _is_hit(word[0], beginnings):
            parts += [SearchPiece(text[at : word.start()])] if word.start() > at else []
            parts.append(SearchPiece(word[0], is_hit=True))
            at = word.end()
    return (*parts, SearchPiece(text[at:])) if at < len(text) else tuple(parts)


def _term(word: str, language: search_words.SearchLanguage) -> SearchTerm:
    """A word whose meaning is known is itself, whole, and the others; any other word is all that begin like it."""
    others = language.meanings.get(word)
    return SearchTerm(f"{word}.", others) if others else SearchTerm(_without_ending(word, language))


def _rank(page: SearchPage, terms: tuple[SearchTerm, ...]) -> tuple[int, int, int, int]:
    title, passages = page.folded
    texts = (title, *passages)
    in_title = sum(_holds(title, term.beginnings) for term in terms)
    anywhere = sum(any(_holds(text, term.beginnings) for text in texts) for term in terms)
    as_typed = sum(any(_holds(text, (term.typed,)) for text in texts) for term in terms)
    return anywhere, in_title, as_typed, sum(_holds(passage, term.beginnings) for passage in passages for term in terms)


def _hit(page: SearchPage, terms: tuple[SearchTerm, ...]) -> SearchHit:
    _title, passages = page.folded
    beginnings = tuple(beginning for term in terms for beginning in term.beginnings)
    counts = [sum(_holds(passage, term.beginnings) for term in terms) for passage in passages[:-1]]
    passage = page.passages[counts.index(max(counts))] if counts else ""
    return SearchHit(page, pieces(page.title, beginnings), pieces(_excerpt(passage, beginnings), beginnings))


def _excerpt(passage: str, beginnings: tuple[str, ...]) -> str:
    first = next((word.start() for word in _WORD.finditer(passage) if _is_hit(word[0], beginnings)), 0)
    start = 0 if first <= BEFORE else passage.find(" ", first - BEFORE) + 1 or first
    end = len(passage) if len(passage) - first <= AFTER else passage.rfind(" ", first, first + AFTER)
    end = end if end > first else first + AFTER
    return ("… " if start else "") + passage[start:end].strip() + (" …" if end < len(passage) else "")


def _is_hit(word: str, beginnings: tuple[str, ...]) -> bool:
    return _holds(fold(word), beginnings)


def _holds(folded: str, beginnings: tuple[str, ...]) -> bool:
    return any(_holds_one(folded, beginning) for beginning in beginnings)


def _holds_one(folded: str, beginning: str) -> bool:
    """Whether a word of a text begins so, or is so where the beginning ends with a full stop."""
    letters = beginning.removesuffix(".")
    at = folded.find(letters)
    while at >= 0:
        is_begun = at == 0 or not _is_letter(folded[at - 1])
        end = at + len(letters)
        if is_begun and (letters == beginning or end == len(folded) or not _is_letter(folded[end])):
            return True
        at = folded.find(letters, at + 1)
    return False


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _without_ending(word: str, language: search_words.SearchLanguage) -> str:
    for ending, left in language.endings:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            word = word.removesuffix(ending)
            break
    return word[:-2] if len(word) >= 8 else word


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
