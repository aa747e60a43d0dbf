"""Can the medicine list be read, and does it say 'none'?"""

import re
from collections.abc import Iterable, Iterator, Sequence

from intake.screening.text.clauses import Clause, sentences
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.hits import NotRead
from intake.screening.text.items import Items
from intake.screening.text.lexicon import Lexicon
from intake.screening.text.lexicon.spelling import SHORTEST_GUESS, slips_allowed
from intake.screening.text.normalise import Plain, normalise
from intake.screening.text.speller import Speller
from intake.screening.text.terms import is_cjk

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SPACES = re.compile(r"\s+")


class Reader:
    """Judges a medicine list as a whole."""

    __slots__ = ("_items", "_known", "_none", "_none_anywhere", "_speller", "_stop_words", "_unread", "_unread_opens")

    def __init__(self, lexicon: Lexicon) -> None:
        listed = (*lexicon.none_words, *lexicon.none_phrases)
        self._none = frozenset(normalise(word).text for word in listed)
        self._none_anywhere = _anywhere(self._none)
        self._unread = CuePhrases(*(" ".join(_words(phrase)) for phrase in lexicon.unread_phrases))
        self._unread_opens = self._unread.first_words
        other_names = lexicon.other_medicines | lexicon.lookalikes
        self._known = other_names | {normalise(name).text for name in other_names}
        self._stop_words = lexicon.stop_words
        whole = (name for name in self._known if name.isalpha())
        self._speller = Speller({name: slips_allowed(name, lexicon.drug_slips) for name in whole})
        ordinary = {normalise(word).text for word in (*lexicon.ordinary, *lexicon.stop_words, *self._none)}
        self._items = Items(frozenset(ordinary), self._is_known, self._is_close)

    def says_none(self, plain: Plain) -> bool:
        """True when the whole answer, without end signs, says that nothing is taken."""
        return _SPACES.sub(" ", _without_end_signs(plain.text)) in self._none

    def is_unread(self, plain: Plain, *, names_a_drug: bool) -> bool:
        """True when somebody has to ask what is taken. `names_a_drug`: a listed one was found."""
        if not plain.text.strip():
            return False
        if names_a_drug and self._unread_opens.isdisjoint(_WORD.findall(plain.text)):
            return False
        clauses = [clause for sentence in sentences(plain) for clause in sentence]
        if any(self._unread.stand_in(clause.words) for clause in clauses):
            return True
        if names_a_drug or self._none_anywhere.search(plain.text):
            return False
        words = frozenset(word for clause in clauses for word in clause.words)
        wholes = frozenset(whole for clause in clauses if True in clause.hyphen for whole in _wholes(clause))
        return self._known.isdisjoint(words | wholes) and not any(map(self._is_close, words))

    def not_read(self, field: str, plain: Plain, read: Sequence[tuple[int, int]]) -> tuple[NotRead, ...]:
        """The items of a list that were not read. `read` are the places of what was read, in the raw text."""
        return tuple(self._items.not_read(field, plain, read))

    def _is_known(self, word: str) -> bool:
        return word in self._known

    def _is_close(self, word: str) -> bool:
        """True for a word that is a slip or two away from another known medicine."""
        if len(word) < SHORTEST_GUESS or word in self._stop_words or not word.isalpha():
            return False
        return bool(self._speller.nearest(word))


def _without_end_signs(text: str) -> str:
    """The text from its first letter or digit to its last."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def _words(phrase: str) -> list[str]:
    return [word for sentence in sentences(normalise(phrase)) for clause in sentence for word in clause.words]


def _wholes(clause: Clause) -> Iterator[str]:
    """The hyphenated words of a clause, each from its first part to any other."""
    whole = ""
    for word, tied in zip(clause.words, clause.hyphen, strict=True):
        whole = f"{whole}-{word}" if tied else word
        yield whole


def _anywhere(words: Iterable[str]) -> re.Pattern[str]:
    """Any of these, as whole words; Chinese and Korean ones anywhere."""
    ways = (re.escape(word) if is_cjk(word) else rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)
    return re.compile("|".join(ways))
