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

from clinic.characters import fold

# More words than any name has: what is longer is compared by its beginning.
MOST_WORDS = 10
_LETTERS = re.compile(r"[a-z]+")

# Family names of which the romanized spellings differ from person to person; the first stands for all.
_ROMANIZED = {
    spelling: group.split()[0]
    for group in (
        "gim kim ghim",
        "li lee yi i rhee rhie",
        "bak park pak",
        "choe choi choy",
        "jeong jung chung cheong",
        "gang kang kahng",
        "jo cho",
        "yun yoon youn",
        "im lim rim",
        "sin shin",
        "seo suh",
        "gwon kwon kweon",
        "an ahn",
        "ryu yoo yu you ryoo",
        "go ko koh",
        "mun moon",
        "baek paik baik",
        "heo hur huh",
        "no noh roh",
        "gu koo ku",
        "jeon jun chun",
        "u woo wu ng",
        "o oh",
        "sim shim",
        "eom um",
        "zhang cheung",
        "chen chan",
        "huang wong",
        "zhou chow chou",
        "xu hsu hsü tsui",
        "liu lau",
        "zheng cheng",
        "guo kwok kuo",
        "cai tsai choy",
        "xie hsieh",
        "liang leung",
        "yang yeung",
        "ho he",
        "xiao hsiao siu",
        "zhao chao chiu",
    )
    for spelling in group.split()
}
# Family names that come first: with one of them in front, the given name may be said alone.
_FAMILIES = """
    bae bai bui cai cao cha chang chen cheng cui dang deng ding dinh do dong du duan duong fan fang feng fu gao gong
    gu guo han hao he hoang hong hou hu huang huynh hwang jang jia jiang jin ju kang kong lai lam le lei liang liao
    lin liu long lu luo lv ly ma mai mao meng min nam ngo nguyen pan peng pham phan qian qin qiu ren shao shen shi
    song su sun tan tang tian tran truong vo vu wan wang wei wu xia xiao xie xiong xu xue yan yang yao ye yin yu
    yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
_FIRST = frozenset((*_ROMANIZED, *_FAMILIES.split()))
# Two letters for one with marks (Müller, Mueller; Kjær, Kjaer; Ångström, Aangstrom), and the two spellings of Mac.
_DIGRAPH = re.compile(r"([aou])e|a(a)")
_MAC = re.compile(r"^mac(?=[b-df-hj-np-tv-z][a-z]{2})")


def words_of(name: str) -> list[str]:
    """Return the words of a name, folded, without what is no letter: "Ana-María O'Neil" is ana, maria, oneil."""
    return _LETTERS.findall(fold(name))


def found_by(*names: str) -> set[str]:
    """Return what somebody of these names is found by: each word, and what a short word makes with those after it."""
    return {found for name in names for words in (words_of(name),) for found in (*words, *joined(words))}


def joined(words: Sequence[str], *, however_long: bool = False) -> Iterable[str]:
    """Return what short words make together with those after them: de, la, cruz make dela, delacruz and lacruz.

    What begins with a longer word is found by that: only where names are compared long words are joined too.
    """
    for number, word in enumerate(words):
        if however_long or len(word) <= 3:
            yield from ("".join(words[number:end]) for end in range(number + 2, min(number + 4, len(words)) + 1))


def called(full_name: str, preferred: str = "") -> tuple[str, ...]:
    """Return every way a person is called: in full, as they prefer, and with that in place of the given name."""
    if not preferred.strip():
        return (full_name,)
    _given, _space, rest = full_name.strip().partition(" ")
    return (full_name, f"{preferred} {rest}".strip(), preferred)


def is_one_name(one: str, other: str) -> bool:
    """Say whether two spellings can be the name of one person, by the rule above. It does not matter which is which."""
    first, second = (tuple(words_of(name)[:MOST_WORDS]) for name in (one, other))
    if not first or not second:
        return bool(fold(one)) and fold(one) == fold(other)
    return _is_one(first, second)


def can_be(name: str, full_name: str, preferred: str = "") -> bool:
    """Say whether somebody who gives this name can be the one who is called so."""
    return any(is_one_name(name, way) for way in called(full_name, preferred))


def romanized(word: str) -> str:
    """Return the one spelling for all of a family name that is romanized in several: park, pak and bak are bak."""
    return _ROMANIZED.get(word, word)


@lru_cache(maxsize=4096)
def _canonical(words: tuple[str, ...]) -> str:
    plain = romanized(words[0]) if len(words) == 1 else "".join(words)
    return _DIGRAPH.sub(lambda found: found[1] or found[2], _MAC.sub("mc", plain))


def _is_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=lambda words: (sum(map(len, words)), len(words)))
    return _Matching(shorter, longer).stands() or (
        sum(map(len, one)) == sum(map(len, other)) and _Matching(longer, shorter).stands()
    )


class _Matching:
    """The search for a place in the longer name for every word of the shorter."""

    def __init__(self, shorter: tuple[str, ...], longer: tuple[str, ...]) -> None:
        self.shorter, self.longer = shorter, longer
        self.runs = {
            (start, end): _canonical(longer[start:end])
            for start in range(len(longer))
            for end in range(start + 1, len(longer) + 1)
        }
        self.seen: set[tuple[int, int]] = set()

    def stands(self) -> bool:
        return self._place(0, 0)

    def _place(self, number: int, taken: int) -> bool:
        """Place the words from `number` on; `taken` has a bit for each word of the longer that has found its own."""
        if number == len(self.shorter):
            return self._says_who(taken)
        if (number, taken) in self.seen:
            return False
        self.seen.add((number, taken))
        return any(self._place(end, taken | bits) for end, bits in self._places(number, taken))

    def _places(self, number: int, taken: int) -> Iterable[tuple[int, int]]:
        for end in range(number + 1, len(self.shorter) + 1):
            said = _canonical(self.shorter[number:end])
            for (start, stop), run in self.runs.items():
                bits = (1 << stop) - (1 << start)
                if not bits & taken and (said == run or self._is_initial(number, end, start, stop)):
                    yield end, bits

    def _is_initial(self, number: int, end: int, start: int, stop: int) -> bool:
        """A letter for a word, of what is no first name: "Juan C. Pérez" is Juan Carlos Pérez, "J. Pérez" nobody."""
        if end - number != 1 or stop - start != 1 or not number or not start:
            return False
        one, other = self.shorter[number], self.longer[start]
        return min(len(one), len(other)) == 1 and one[0] == other[0]

    def _says_who(self, taken: int) -> bool:
        """Whether the words that found a place name a person: all do; so do those with the first of the name among
        them, and the given name that follows a family name, where the family name alone does not.
        """
        everything = (1 << len(self.longer)) - 1
        if taken == everything:
            return True
        family_first = self.longer[0] in _FIRST
        return (family_first and taken == everything - 1) or (bool(taken & 1) and not (family_first and taken == 1))
