"""Shapes of phrases, compiled: which words may follow each other, and how far apart they may stand.

    a|b      one of these words            word*    a word that begins so
    (a|b)    may be missing                ..3      up to three other words between
    #<150    a number below                #38-42   a number in that range
    #38-42c  the same with its unit        (c or f stuck to it: '39c')
    $        the end of the clause
    a & b    both sides anywhere in the clause, in any order; the first side is what a denial denies
    ~ a|b    not with one of these words in the clause

A hyphen and a space are alike. A gap is never crossed by a denial: 'cannot feel, but not when I pee'.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Generic, TypeVar

from intake.screening.text.by_needed_word import ByNeededWord

STOPS_A_GAP = frozenset(
    {"no", "not", "never", "but", "without", "nunca", "sin", "ni", "nor", "apart", "aside", "except"}
)
ENOUGH_SIDES = 8  # of one shape with two sides in one clause; more only a machine writes
_STEM_KEY = 3  # letters: stems are looked up by their first ones
_THOUSAND = 1000
_NUMBER = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})*)(k|c|f|mil)?")
_RANGE = re.compile(r"#(?:<([\d.]+)|([\d.]+)-([\d.]+)([cf]?))")
_YEARS = range(1900, 2100)

Payload = TypeVar("Payload")


@dataclass(frozen=True, slots=True)
class PatternStep:
    """One word of a shape: any of `words`, or one that begins with a stem, or a number from `low` to `high`.

    `at_end` asks for no word, but for the end of the clause; `unit` for a letter stuck to the number. `is_whole`: only
    whole words fit, so that a look at all words of the clause saves the search.
    """

    gap: int
    words: frozenset[str]
    stems: tuple[str, ...]
    low: float = 0.0
    high: float = -1.0
    at_end: bool = False
    unit: str = ""
    is_whole: bool = False

    def fits(self, word: str) -> bool:
        """True when this word may stand here."""
        if word in self.words or (self.stems and word.startswith(self.stems)):
            return True
        if self.high < self.low or not word[0].isdigit() or not word.endswith(self.unit):
            return False
        value = number_in(word, thousands=self.low == 0)
        return value is not None and self.low <= value <= self.high


Shape = tuple[PatternStep, ...]


@dataclass(frozen=True, slots=True)
class PatternPlace:
    """Where a shape stands: words `first` up to, not including, `last`; `also` are words of the other side."""

    first: int
    last: int
    also: tuple[int, ...] = ()


def number_in(word: str, *, thousands: bool = False) -> float | None:
    """The value of a figure: '38,9', '101.5f'; with `thousands` 40, '40k' and '40,000' are the same."""
    match = _NUMBER.fullmatch(word)
    if match is None:
        return None
    figure = match[1]
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", figure) and thousands:
        return float(re.sub(r"[.,]", "", figure)) / _THOUSAND
    if figure.count(",") + figure.count(".") > 1:
        return None
    value = float(figure.replace(",", "."))
    if thousands and value >= _THOUSAND:
        return None if value in _YEARS else value / _THOUSAND
    return value


class Shapes(Generic[Payload]):
    """Many shapes, each with what it stands for, to be found in a row of words."""

    __slots__ = ("_beginnings", "_first_words", "_here", "_numbers", "_stems", "_there", "_words")

    def __init__(self, shapes: Iterable[tuple[str, Payload]]) -> None:
        self._words: dict[str, ByNeededWord[tuple[Shape, Payload]]] = {}
        self._stems: dict[str, list[tuple[str, Shape, Payload]]] = {}
        self._numbers: list[tuple[Shape, Payload]] = []
        sides: list[tuple[str, tuple[str, Payload]]] = []
        for text, payload in shapes:
            first_side, _, other_side = text.partition(" & ")
            if other_side:
                sides.append((first_side, (other_side, payload)))
                continue
            for shape in compiled(text):
                self._add(shape, payload)
        self._there = [(Shapes([(other_side, None)]), payload) for _here, (other_side, payload) in sides]
        self._here = Shapes([(first_side, number) for number, (first_side, _) in enumerate(sides)]) if sides else None
        self._first_words = frozenset(form for word in self._words for form in (word, f"{word}'s"))
        self._beginnings = frozenset(self._stems)

    def _add(self, shape: Shape, payload: Payload) -> None:
        needed = next((step.words for step in shape[1:] if step.is_whole), None)
        for word in shape[0].words:
            self._words.setdefault(word, ByNeededWord()).add((shape, payload), needed=needed)
        for stem in shape[0].stems:
            self._stems.setdefault(stem[:_STEM_KEY], []).append((stem, shape, payload))
        if shape[0].low <= shape[0].high:
            self._numbers.append((shape, payload))

    def may_stand(self, words: Sequence[str], beginnings: Sequence[str]) -> bool:
        """False where none can: a short cut. `beginnings` are the first letters of the words (`beginnings_of`)."""
        if not self._first_words.isdisjoint(words) or not self._beginnings.isdisjoint(beginnings):
            return True
        if self._numbers and any(beginning[0].isdigit() for beginning in beginnings):
            return True
        return self._here is not None and self._here.may_stand(words, beginnings)

    def places(self, words: Sequence[str]) -> Iterator[tuple[PatternPlace, Payload]]:
        """Every place where one of the shapes stands, from each first word the shortest."""
        by_word, stems, numbers = self._words, self._stems, self._numbers
        present = frozenset(words)
        starting: dict[str, list[tuple[Shape, Payload]]] = {}
        for index, word in enumerate(words):
            if (
                word not in by_word
                and word[:_STEM_KEY] not in stems
                and word[-2:] != "'s"
                and not (numbers and word[0].isdigit())
            ):
                continue
            if word not in starting:
                starting[word] = [*self._starting(word, present)]
            for shape, payload in starting[word]:
                last = _end(words, shape, 1, index + 1)
                if last:
                    yield PatternPlace(index, last), payload
        if self._here is not None:
            yield from self._both_sides(words, self._here)

    def _both_sides(self, words: Sequence[str], here: "Shapes[int]") -> Iterator[tuple[PatternPlace, Payload]]:
        """Both sides in one clause: the place of the first, with the words of the nearest other side."""
        other_places: dict[int, list[PatternPlace]] = {}
        side_counts: dict[int, int] = {}
        for place, number in here.places(words):
            side_counts[number] = side_counts.get(number, 0) + 1
            if side_counts[number] > ENOUGH_SIDES:
                continue
            other_side, payload = self._there[number]
            if number not in other_places:
                other_places[number] = [other_place for other_place, _ in other_side.places(words)]
            apart = [
                other_place
                for other_place in other_places[number]
                if other_place.last <= place.first or place.last <= other_place.first
            ]
            if apart:
                distances = [abs(other_place.first - place.first) for other_place in apart]
                nearest = apart[distances.index(min(distances))]
                yield PatternPlace(place.first, place.last, tuple(range(nearest.first, nearest.last))), payload

    def _starting(self, word: str, present: frozenset[str]) -> Iterator[tuple[Shape, Payload]]:
        """The shapes that may begin with this word in a clause of these words."""
        if word[-2:] == "'s" and word not in self._words:
            word = word[:-2]
        if word in self._words:
            yield from self._words[word].among(present)
        for stem, shape, payload in self._stems.get(word[:_STEM_KEY], ()):
            if word.startswith(stem):
                yield shape, payload
        if self._numbers and word[:1].isdigit():
            yield from self._with_number(word)

    def _with_number(self, word: str) -> Iterator[tuple[Shape, Payload]]:
        """The shapes that begin with a number in whose range this one lies."""
        value = number_in(word)
        if value is None:
            return
        for shape, payload in self._numbers:
            if shape[0].low <= value <= shape[0].high and word.endswith(shape[0].unit):
                yield shape, payload

    @property
    def first_words(self) -> frozenset[str]:
        """The whole words that a shape may begin with."""
        return frozenset(self._words)

    def may_begin(self, word: str) -> bool:
        """True when a shape may begin with this word."""
        bare = word.removesuffix("'s")
        return word in self._words or bare in self._words or next(self._starting(word, frozenset()), None) is not None


def beginnings_of(words: Iterable[str]) -> list[str]:
    """The first letters of each word, by which stems are looked up."""
    return [word[:_STEM_KEY] for word in words]


def _end(words: Sequence[str], shape: Shape, step: int, index: int) -> int:
    """The word after the rest of the shape, found from `index` on; 0 where it does not stand."""
    if step == len(shape):
        return index
    wanted = shape[step]
    if wanted.at_end:
        return index if len(words) - index <= wanted.gap else 0
    for skipped in range(wanted.gap + 1):
        at = index + skipped
        if at >= len(words):
            return 0
        if wanted.fits(words[at]):
            last = _end(words, shape, step + 1, at + 1)
            if last:
                return last
        if words[at] in STOPS_A_GAP:
            return 0
    return 0


@cache
def compiled(text: str) -> tuple[Shape, ...]:
    """The shapes that one line of the notation stands for. Raises ValueError for a line that holds no word."""
    gap, options = 0, []
    for part in _parts(text):
        if part.startswith(".."):
            gap = int(part[2:])
            continue
        options.append(_choices(part, gap))
        gap = 0
    shapes = [tuple(step for steps in chosen for step in steps) for chosen in product(*options)]
    if not shapes or any(not shape for shape in shapes):
        raise ValueError(f"The shape {text!r} holds no word.")
    return tuple(dict.fromkeys(shapes))


def _parts(text: str) -> list[str]:
    return re.findall(r"\([^)]*\)|\S+", text)


def _choices(part: str, gap: int) -> list[Shape]:
    """The ways of one part: a step, a row of steps for each hyphenated word, nothing if it may be missing."""
    optional = part.startswith("(")
    words = part.strip("()").replace("+", " ").split("|")
    plain = [word for word in words if "-" not in word and " " not in word and not word.startswith("#")]
    ways: list[Shape] = []
    if part == "$":
        return [(PatternStep(gap, frozenset(), (), at_end=True),)]
    if plain:
        ways.append((_step(plain, gap),))
    for word in words:
        if word.startswith("#"):
            ways.append((_number_step(word, gap),))
        elif "-" in word or " " in word:
            first, *rest = re.split(r"[- ]", word)
            ways.append((_step([first], gap), *(_step([next_word], 0) for next_word in rest)))
    return [*ways, ()] if optional else ways


def _step(words: Sequence[str], gap: int) -> PatternStep:
    whole = frozenset(typed for word in words if not word.endswith("*") for typed in (word, _without_apostrophe(word)))
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    return PatternStep(gap, whole, stems, is_whole=not stems)


def _without_apostrophe(word: str) -> str:
    """As many people type it: wont, doesnt, whats. Short forms that would become another word stay: we'll, he'd."""
    return word.replace("'", "") if word.endswith(("n't", "i'm", "i've", "what's")) else word


def _number_step(word: str, gap: int) -> PatternStep:
    match = _RANGE.fullmatch(word)
    if match is None:
        raise ValueError(f"{word!r} is no range of numbers.")
    low, high = (0.0, float(match[1]) - 0.001) if match[1] else (float(match[2]), float(match[3]))
    return PatternStep(gap, frozenset(), (), low, high, unit=match[4] or "")


def not_with(text: str) -> tuple[str, frozenset[str]]:
    """A shape, and the words that may not stand in its clause."""
    shape, _, words = text.partition(" ~ ")
    return shape, frozenset(words.split("|")) if words else frozenset()


def single_words(text: str) -> tuple[str, ...]:
    """The whole words that fill a shape alone: the spelling rule applies to them."""
    text = not_with(text)[0]
    if " " in text:
        return ()
    return tuple(word for word in text.split("|") if "*" not in word and "-" not in word)
