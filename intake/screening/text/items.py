"""A list of medicines, item by item, and what of it was not read.

An item ends at a comma, a line, a slash and the like, at 'and', and after a dose when the next name begins.
What stays when everything known and ordinary is taken out was not read; a short word is no name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intake.screening.text import times
from intake.screening.text.clauses import unglued
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.hits import NotRead
from intake.screening.text.lexicon import cue_denial, cue_ends, cue_starts, cues, unread
from intake.screening.text.normalise import Plain
from intake.screening.text.terms import is_cjk

SHORTEST = 4  # letters of a word that may be a name
SHORTEST_CJK = 2  # signs of Chinese, Japanese and Korean words
SHORTEST_MIXED = 3  # letters beside digits: 'el1quis'
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*(?:(?<=\d)[.,]\d+[^\W\d_]*)?")
_END = re.compile(r"[;\n\r•·|&+/()\[\]:]|(?<!\d),|,(?!\d)|\.(?=\s|\Z)|(?:^|(?<=\s))[-*](?=\s)|[,、，；]")
_PARTS = re.compile("[-']")
_AND = frozenset({"and", "y", "e", "plus", "mas"})
_TIME = re.compile(r"\d+(?:x|st|nd|rd|th|am|pm|h|hrs?|hs|d|x\d+|q\d+)?|q\d+h?|x\d+|\d+x\d+|\d+[:h]\d+(?:am|pm)?")
_ALLERGY = CuePhrases(*cues.ALLERGY)

_CUE_WORDS = frozenset(
    word
    for shapes in (
        cue_denial.NEGATION,
        cue_ends.STOP,
        cue_ends.STOP_AFTER,
        cue_ends.PAST,
        cue_starts.START,
        cue_starts.INTEND,
        cue_starts.CURRENT_AGAIN,
    )
    for shape in shapes
    for part in re.split(r"[ |()]", shape)
    if len(word := part.rstrip("*")) >= SHORTEST and "*" not in part
)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class Items:
    """Cuts a list into items and finds those that were not read."""

    __slots__ = ("_asian", "_is_close", "_is_known", "_ordinary")

    def __init__(
        self, ordinary: frozenset[str], is_known: Callable[[str], bool], is_close: Callable[[str], bool]
    ) -> None:
        self._ordinary = ordinary | cues.BRIDGE | cues.UNITS | cues.CLAUSE_WORDS | _CUE_WORDS
        self._asian = tuple(word for word in ordinary if is_cjk(word))
        self._is_known = is_known
        self._is_close = is_close

    def not_read(self, field: str, plain: Plain, read: Sequence[tuple[int, int]]) -> Iterator[NotRead]:
        """The items that hold a word nobody could read. `read`: places of what was read, in the raw text."""
        marked = bytearray(len(plain.raw))
        for start, end in read:
            marked[start:end] = b"\1" * (end - start)
        for item in _items(plain):
            names = [index for index, word in enumerate(item) if self._may_be_a_name(word.text)]
            unknown = [index for index in names if not self._is_known(item[index].text)]
            if not unknown and (names or not _holds(item, unread.NAMELESS)):
                continue  # most items: every word of it is known
            places = [plain.raw_span(word.start, word.end) for word in item]
            hit = [marked.find(1, start, end) >= 0 for start, end in places]
            if names:
                words = self._unread(item, hit, unknown)
            elif any(hit) or _is_an_explanation(plain.text, item[0].start):
                words = []
            else:
                words = self._nameless(item)
            if words:
                start, end = places[0][0], places[-1][1]
                yield NotRead(field, plain.raw[start:end], tuple(word.text for word in words), start, end)

    def _unread(self, item: Sequence[_Word], hit: Sequence[bool], unknown: Sequence[int]) -> list[_Word]:
        """Those of the unknown words that make the item count as not read.

        None when a medicine was read beside them, but for a word with a number behind it.
        """
        remaining = [index for index in unknown if not hit[index] and not self._is_medicine(item[index].text)]
        if not remaining:
            return []
        texts = [word.text for word in item]
        behind_allergy = {last for _, last in _ALLERGY.places(texts)}
        remaining = [index for index in remaining if index not in behind_allergy]
        if any(hit) or any(self._is_medicine(text) for text in texts):
            remaining = [index for index in remaining if index + 1 < len(texts) and _is_a_number(texts[index + 1])]
        return [item[index] for index in remaining]

    def _nameless(self, item: Sequence[_Word]) -> list[_Word]:
        """The words of an item that tells of a medicine without its name; none where it only says how often."""
        texts = [word.text for word in item]
        if (
            len(texts) == 1
            or unread.OF_A_LABEL.issuperset(texts)
            or texts[0][0].isdigit()
            or not unread.NOT_NAMELESS.isdisjoint(texts)
        ):
            return []
        if any(self._is_medicine(word) for word in texts):
            return []
        return [word for word in item if word.text in unread.NAMELESS][:1]

    def _is_medicine(self, word: str) -> bool:
        if self._is_known(word):
            return True
        if "-" in word and any(self._is_known(part) for part in word.split("-")):
            return True
        return self._is_close(word)

    def _may_be_a_name(self, word: str) -> bool:
        if word in self._ordinary:
            return False
        if word.isascii() and word.isalpha():
            return len(word) >= SHORTEST
        if is_cjk(word):
            return len(word) >= SHORTEST_CJK and not any(part in word for part in self._asian)
        if all(part in self._ordinary or not part for part in _PARTS.split(word)):
            return False
        if _TIME.fullmatch(word) or times.is_number_or_dose(word):
            return False
        letters = sum(character.isalpha() for character in word)
        has_digits = any(character.isdigit() for character in word)
        return letters >= (SHORTEST_MIXED if has_digits else SHORTEST)


def _holds(item: Sequence[_Word], words: frozenset[str]) -> bool:
    return any(word.text in words for word in item)


def _is_an_explanation(text: str, start: int) -> bool:
    """True for what stands in brackets or behind a dash or a colon: 'amlodipine (blood pressure pill)'."""
    at = start - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return at >= 0 and text[at] in "([-:="


def _items(plain: Plain) -> Iterator[list[_Word]]:
    """The words of each item."""
    cuts = [match.start() for match in _END.finditer(plain.text)]
    for start, end in pairwise([0, *cuts, len(plain.text)]):
        words = list(_words(plain.text, start, end))
        yield from _parted(words)


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    for match in _WORD.finditer(text, start, end):
        if match.group().isalpha():
            yield _Word(match.group(), match.start(), match.end())
            continue
        for part, offset in unglued(match.group().replace("’", "'")):
            at = match.start() + offset
            yield _Word(part, at, at + len(part))


def _parted(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Cut once more at 'and', and after a dose when a word follows that may be a name."""
    item: list[_Word] = []
    for word in words:
        starts_anew = len(item) > 1 and _is_a_dose(item) and len(word.text) >= SHORTEST and word.text.isalpha()
        if word.text in _AND or (starts_anew and word.text not in cues.UNITS):
            if item:
                yield item
            item = [] if word.text in _AND else [word]
        else:
            item.append(word)
    if item:
        yield item


def _is_a_dose(item: Sequence[_Word]) -> bool:
    """The item ends with a number and its unit: '5 mg', '5mg'."""
    last = item[-1].text
    if last in cues.UNITS:
        return item[-2].text[0].isdigit()
    return last[0].isdigit() and not times.is_number(last) and times.is_number_or_dose(last)


def _is_a_number(word: str) -> bool:
    return word[0].isdigit() and times.is_number_or_dose(word)
