"""When two spellings are one name, and what a name is found by. Pure.

Matching is strict: only with the same birth date does one name make one person, and whoever could be two is left to
the desk. Finding is generous: patient_search ranks whatever is alike.

Two spellings are one name when every word of the shorter stands in the longer, in any order, with words written
together or apart (van den Berg and Vandenberg, O Neil and ONeil, Min-jun and Minjun), an initial for a middle name,
and what only one of them has left over: further family names, a second given name. A family name alone is nobody.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from clinic.accounts.romanization import FAMILY_FIRST, VIETNAMESE, canonical, is_korean, readings
from clinic.characters import fold

# More words than any name has: what is longer is compared by its beginning.
MOST_WORDS = 10
_LETTERS = re.compile(r"[a-z]+")
_TITLES = frozenset(["dr", "dra", "mr", "mrs", "ms", "miss", "mx", "prof", "sr", "sra", "srta"])
# Words between a Vietnamese family name and the given name, which say nothing of who it is.
_MIDDLE = frozenset(("van", "thi"))
# María del Carmen is called Carmen: the words between, and what the first one is.
_MARIA = frozenset(("maria", "ma"))
_OF = frozenset(("de", "del", "la", "las", "los", "el"))
# What is called out beside a name: Robert "Bob" Smith, Anna Nowak (née Kowalska).
_ASIDE = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|[(（]([^()（）]+)[)）]")


def words_of(name: str) -> list[str]:
    """Return the words of a name, folded, without what is no letter: "Ana-María O'Neil" is ana, maria, oneil."""
    return _LETTERS.findall(fold(name))


def found_by(*names: str) -> set[str]:
    """Return what somebody of these names is found by: each word, and what a short word makes with those after it."""
    return {part for name in names for words in (words_of(name),) for part in (*words, *joined(words))}


def joined(words: Sequence[str], *, however_long: bool = False) -> Iterable[str]:
    """Return what short words make together with those after them: de, la, cruz make dela, delacruz and lacruz.

    What begins with a longer word is found by that: only where names are compared long words are joined too.
    """
    for number, word in enumerate(words):
        if however_long or len(word) <= 3:
            yield from ("".join(words[number:end]) for end in range(number + 2, min(number + 4, len(words)) + 1))


def called(full_name: str, preferred: str = "") -> tuple[str, ...]:
    """Return every way a person is called: in full, as they prefer, and with that in place of the given name.

    What stands in quotes or brackets is one more way: Robert "Bob" Smith is Robert Smith and Bob Smith. So is every
    other reading of the letters: Əli is Eli and Ali.
    """
    ways = _ways(full_name, preferred)
    return tuple(dict.fromkeys((*ways, *(reading for way in ways for reading in readings(way)))))


def _ways(full_name: str, preferred: str) -> list[str]:
    ways = [full_name]
    if aside := _ASIDE.search(full_name):
        plain = f"{full_name[: aside.start()]} {full_name[aside.end() :]}"
        ways += [plain, *_ways(plain, aside[1] or aside[2])[1:-1]]
    if preferred.strip():
        _given, _space, rest = full_name.strip().partition(" ")
        ways += [f"{preferred} {rest}".strip(), preferred]
    return ways


def is_one_name(one: str, other: str) -> bool:
    """Say whether two spellings can be the name of one person, by the rule above. It does not matter which is which."""
    return any(_is_one(first, second) for first in called(one) for second in called(other))


def can_be(name: str, full_name: str, preferred: str = "") -> bool:
    """Say whether somebody who gives this name can be the one who is called so."""
    return any(is_one_name(name, called_name) for called_name in called(full_name, preferred))


def _is_one(one: str, other: str) -> bool:
    first, second = (_without_title(words_of(name)[:MOST_WORDS]) for name in (one, other))
    if not first or not second:
        return bool(fold(one)) and fold(one) == fold(other)
    return _Matching(first, second).stands() or _Matching(second, first).stands()


def _without_title(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(words[1:] if len(words) > 2 and words[0] in _TITLES else words)


@lru_cache(maxsize=4096)
def _canonical(words: tuple[str, ...], *, korean: bool) -> str:
    return canonical(words, korean=korean)


class _Matching:
    """The search for a place in the longer name for every word of the shorter."""

    def __init__(self, shorter: tuple[str, ...], longer: tuple[str, ...]) -> None:
        self.shorter, self.longer = shorter, longer
        self.korean = is_korean(shorter) or is_korean(longer)
        self.runs = {
            (start, end): _canonical(longer[start:end], korean=self.korean)
            for start in range(len(longer))
            for end in range(start + 1, len(longer) + 1)
        }
        self.swapped = self._swapped_given_names() if len(shorter) > 2 else frozenset()
        self.seen: set[tuple[int, int, int]] = set()

    def stands(self) -> bool:
        return self._place(0, 0, 0)

    def _place(self, number: int, taken: int, last: int) -> bool:
        """Place the words from `number` on; `taken` has a bit for each word of the longer that has found its own,
        `last` those of the last one.
        """
        if number == len(self.shorter):
            return self._says_who(taken)
        if (number, taken, last) in self.seen:
            return False
        self.seen.add((number, taken, last))
        places = ((end, bits) for end, bits in self._places(number, taken) if (last, bits) not in self.swapped)
        return any(self._place(end, taken | bits, bits) for end, bits in places)

    def _swapped_given_names(self) -> frozenset[tuple[int, int]]:
        """Which words may not follow each other: of two given names the order says who it is. María José is a sister of
        José María. Vietnamese names are turned round whole.
        """
        if VIETNAMESE & {self.longer[0], self.longer[-1]}:
            return frozenset()
        behind_family = {(0b100, 0b010)} if self.longer[0] in FAMILY_FIRST else set()
        return frozenset({(0b010, 0b001)} | behind_family)

    def _places(self, number: int, taken: int) -> Iterable[tuple[int, int]]:
        for end in range(number + 1, len(self.shorter) + 1):
            canonical_words = _canonical(self.shorter[number:end], korean=self.korean)
            for (start, stop), run in self.runs.items():
                bits = (1 << stop) - (1 << start)
                if not bits & taken and (canonical_words == run or self._is_initial(number, end, start, stop)):
                    yield end, bits

    def _is_initial(self, number: int, end: int, start: int, stop: int) -> bool:
        """A letter for a word, of what is no first name: "Juan C. Pérez" is Juan Carlos Pérez, "J. Pérez" nobody."""
        if end - number != 1 or stop - start != 1 or not number or not start:
            return False
        short_word, long_word = self.shorter[number], self.longer[start]
        return min(len(short_word), len(long_word)) == 1 and short_word[0] == long_word[0]

    def _says_who(self, taken: int) -> bool:
        """Whether the words that found a place name a person: all do; so do those with the first of the name among
        them, and the given name that follows a family name, where the family name alone does not.
        """
        everything = (1 << len(self.longer)) - 1
        if taken == everything:
            return True
        if self.longer[0] not in FAMILY_FIRST or self._is_maria_of():
            return bool(taken & self._first_names())
        words = [word for number, word in enumerate(self.longer) if taken >> number & 1]
        other_words = [word for number, word in enumerate(self.longer) if number and not taken >> number & 1]
        given_said = any(word not in _MIDDLE for word in words[taken & 1 :])
        return given_said and (bool(taken & 1) or all(word in _MIDDLE for word in other_words))

    def _is_maria_of(self) -> bool:
        return len(self.longer) > 2 and self.longer[0] in _MARIA and self.longer[1] in _OF

    def _first_names(self) -> int:
        """The bit of the first word; of María del Carmen that of Carmen too."""
        if not self._is_maria_of():
            return 1
        return 1 | 1 << next((number for number, word in enumerate(self.longer) if number and word not in _OF), 0)
