"""Sentences, clauses and words of a text.

A sentence ends at . ! ? ; and a line break; a clause at a comma, at a word such as 'but', and before
'and' when the person starts again ('and I take'). A word is a run of letters, digits and apostrophes;
the parts of a hyphenated word stand apart and remember their hyphen.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from intake.screening.text.labels import (
    LabelAnswer,
    asks_of_an_end,
    denied_ability,
    denies_itself,
    is_a_label,
    is_gone_when_denied,
    label_answers,
)
from intake.screening.text.lexicon import cues
from intake.screening.text.normalise import Plain

# Chinese, Japanese and Korean, which put no space between words.
CJK = "\u1100-\u11ff\u2e80-\u2fdf\u3005\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
CJK += "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_END = r"([!?;。\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\.(?=\s|\Z))"
_DATE = r"(?:(?=\d\d?/)(?<![\d/])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/(?:20)?[12]\d)?(?![\d/]))"
_ASCII_WORD = rf"({_DATE}|[a-z0-9]+(?:'[a-z0-9]+)*(?:(?<=[0-9])[.,][0-9]+[a-z]*)?)"
_ANY_WORD = (
    rf"({_DATE}|[^\W_{CJK}]+(?:'[^\W_{CJK}]+)*(?:(?<=\d)[.,]\d+[^\W\d_{CJK}]*)?"
    rf"|[{CJK}]+)"
)
_ASCII_TOKEN = re.compile(rf"{_ASCII_WORD}|(,)|{_END}")
_ANY_TOKEN = re.compile(rf"{_ANY_WORD}|([,、])|{_END}")
_WORD, _COMMA = 1, 2
_GLUED = re.compile(r"([^\W\d_]{4,})(\d.*)")
_DOSE_AND_REST = re.compile(r"(\d+(?:[.,]\d+)?)(mg(?:s(?![^\W\d_]))?|mcg|ug|ml|g|iu|ui|units?)([^\W\d_]\w*)")

# Between a measure and its number no sentence ends: 'took my temp, 101.1', 'I took my temperature. It was 39'.
_ITS_NUMBER = re.compile(
    r"[,.;:]\s*(?:and\s+|y\s+)?(?:it\s+|it's\s+|(?:me\s+)?)(?:was\s+|is\s+|said\s+|read\s+|salio\s+|"
    r"marco\s+|dio\s+|got\s+|at\s+|about\s+)*\d{2,3}(?:[.,]\d)?(?!\d)"
)
_SO_MUCH = re.compile(rf"\s+(?:{'|'.join(sorted(cues.SO_MUCH))})\b")
_CLAUSE_WORDS = frozenset(cues.CLAUSE_WORDS)
_AND = cues.AND
_AND_SPLITS_BEFORE = cues.AND_SPLITS_BEFORE


@dataclass(slots=True)
class Clause:
    """Words in their order, each with its place in the plain text.

    `hyphen[i]` is true when a hyphen ties word i to the one before. `after_comma` is true when nothing
    but a comma parts this clause from the one before. `denied` counts the words from the start that a denial
    behind them denies ('Epilepsy: no'); `denied_now`: it tells of today alone. `goes_on`: an end in it
    is denied ('pacemaker removed? No'), or the denial is taken half back. `answered`: a denial stands behind a label.
    """

    after_comma: bool = False
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    hyphen: list[bool] = field(default_factory=list)
    denied: int = 0
    denied_now: bool = False
    goes_on: bool = False
    answered: bool = False

    def deny(self, at: int, denial: str) -> None:
        """Put a denial that stands behind the words in its place among them: 'can you pee? No'."""
        if denial == "no":
            for column, value in ((self.words, denial), (self.hyphen, False)):
                column.insert(at, value)  # type: ignore[arg-type]
            self.starts.insert(at, self.starts[at])
            self.ends.insert(at, self.starts[at])
        else:
            self.words[at] = denial

    def add(self, word: str, start: int, *, hyphen: bool) -> None:
        """Put one more word at the end."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.hyphen.append(hyphen)

    def drop(self, first: int, last: int) -> None:
        """Take out the words `first` up to, not including, `last`."""
        for column in (self.words, self.starts, self.ends, self.hyphen):
            del column[first:last]
        self.denied -= min(max(self.denied - first, 0), last - first)


Sentence = list[Clause]


def sentences(plain: Plain, *, whole: Collection[str] = (), denied: Sequence[tuple[int, int]] = ()) -> list[Sentence]:
    """Cut a text into sentences of clauses of words; empty ones are left out.

    `whole` are listed names that hold digits: they are not cut into a name and a dose. `denied` are places of the
    plain text that a box or a heading denies (`boxes`).
    """
    all_sentences: list[Sentence] = []
    text = plain.text
    builder = _Builder(label_answers(text))
    for match in (_ASCII_TOKEN if text.isascii() else _ANY_TOKEN).finditer(text):
        kind, start = match.lastindex, match.start()
        at_a_mark = builder.has_answers and builder.is_at_a_mark(start)
        if kind == _WORD:
            builder.word(text, match.group(), start, whole)
        elif at_a_mark or (builder.measures() and _ITS_NUMBER.match(text, start)):
            continue
        elif kind == _COMMA:
            builder.comma()
        else:
            all_sentences.append(builder.sentence())
    all_sentences.append(builder.sentence())
    if denied:
        _deny(all_sentences, denied)
    return [sentence for sentence in all_sentences if sentence]


def _deny(found: Sequence[Sentence], denied: Sequence[tuple[int, int]]) -> None:
    """Deny the clauses that an empty box stands beside; 'no feeling' is not denied by it."""
    places = sorted(denied)
    for clause in (clause for sentence in found for clause in sentence):
        number = bisect_right(places, clause.starts[0], key=lambda place: place[0])
        if number and clause.starts[0] < places[number - 1][1] and not is_gone_when_denied(clause.words):
            clause.denied, clause.answered = len(clause.words), True


class _Builder:
    """Gathers words into clauses, clauses into a sentence."""

    __slots__ = ("_after_comma", "_answer", "_answers", "_clause", "_end", "_sentence", "has_answers")

    def __init__(self, answers: Iterator[LabelAnswer]) -> None:
        self._answers = answers
        self._answer = next(answers, None)
        self.has_answers = self._answer is not None
        self._sentence: Sentence = []
        self._clause = Clause()
        self._after_comma = False
        self._end = -2

    def is_at_a_mark(self, at: int) -> bool:
        """Inside the answer of a label; when one begins here, what stands before it is denied."""
        answer = self._answer
        if answer is not None and answer.end <= at:
            self._close(after_comma=False)
            self._answer = answer = next(self._answers, None)
        if answer is None or at < answer.start:
            return False
        self._answered(self._clause, answer)
        return True

    def _answered(self, clause: Clause, answer: LabelAnswer) -> None:
        if clause.answered:
            return
        clause.answered = True
        ability = denied_ability(clause.words)
        itself = denies_itself(clause.words) and not answer.asked
        if ability is not None and not (answer.qualified or itself):
            clause.deny(*ability)
            clause.goes_on = True
        elif answer.qualified or itself or asks_of_an_end(clause.words):
            clause.goes_on = True
        elif is_a_label(clause.words):
            clause.denied, clause.denied_now = len(clause.words), answer.now_only

    def word(self, text: str, word: str, start: int, whole: Collection[str]) -> None:
        hyphen = start == self._end + 1 and text[self._end] == "-"
        self._end = start + len(word)
        parts = word in _CLAUSE_WORDS and not hyphen and text[self._end : self._end + 1] != "-"
        if parts and not (word == "so" and _SO_MUCH.match(text, self._end)):
            self._close(after_comma=False)
            return
        words = self._clause.words
        if word in _AND_SPLITS_BEFORE and words and words[-1] in _AND:
            joint, and_start = words[-1], self._clause.starts[-1]
            self._clause.drop(len(words) - 1, len(words))
            self._close(after_comma=self._after_comma and not self._clause.words)
            self._clause.add(joint, and_start, hyphen=False)
        if word.isalpha() or word in whole:
            self._clause.add(word, start, hyphen=hyphen)
            return
        for part, offset in unglued(word):
            self._clause.add(part, start + offset, hyphen=hyphen and not offset)

    def measures(self) -> bool:
        """The clause tells of a measure whose number may follow."""
        return not cues.MEASURES.isdisjoint(self._clause.words)

    def comma(self) -> None:
        if self._clause.words:
            self._close(after_comma=True)

    def sentence(self) -> Sentence:
        self._close(after_comma=False)
        finished_sentence, self._sentence = self._sentence, []
        return finished_sentence

    def _close(self, *, after_comma: bool) -> None:
        if self._clause.words:
            self._clause.after_comma = self._after_comma
            self._sentence.append(self._clause)
        self._clause = Clause()
        self._after_comma = after_comma


def unglued(word: str) -> Iterator[tuple[str, int]]:
    """A name and its dose where they run together, and whatever runs on: 'eliquis5mgplavix75mg'."""
    at = 0
    while (glued := _GLUED.fullmatch(word, at)) is not None:
        yield glued[1], at
        at = glued.start(2)
        dose = _DOSE_AND_REST.fullmatch(word, at)
        if dose is None:
            break
        yield dose[1] + dose[2], at
        at = dose.start(3)
    yield word[at:], at


def _removal_pattern() -> re.Pattern[str]:
    """The list of things to take out, as one expression over words joined by spaces."""
    phrases = []
    for phrase in cues.REMOVE_FIRST:
        words = (f"(?:{re.escape(word)})" for word in phrase.split())
        phrases.append(" ".join(words).replace(r"\*", r"\S*").replace(r"\|", "|"))
    return re.compile(rf"(?<!\S)(?:{'|'.join(phrases)})(?!\S)")


_REMOVAL = _removal_pattern()
_FIRST_WORDS = frozenset(word for phrase in cues.REMOVE_FIRST for word in phrase.split()[0].split("|"))
_REMOVAL_OPENS = frozenset(word for word in _FIRST_WORDS if not word.endswith("*"))
_REMOVAL_STEMS = tuple(word[:-1] for word in _FIRST_WORDS if word.endswith("*"))


def remove_first(clause: Clause) -> None:
    """Take out what only looks like a hit: 'insulin resistance', 'shingles vaccine', 'latex-free'."""
    words = clause.words
    if cues.REMOVE_AFTER_HYPHEN in words:
        _remove_hyphenated(clause)
    if _REMOVAL_OPENS.isdisjoint(words) and not any(word.startswith(_REMOVAL_STEMS) for word in words):
        return
    joined = " ".join(words)
    for match in reversed(list(_REMOVAL.finditer(joined))):
        if clause.goes_on and match.group().endswith(cues.REMOVE_AFTER_HYPHEN):  # 'seizure free: no'
            continue
        first = joined.count(" ", 0, match.start())
        clause.drop(first, first + match.group().count(" ") + 1)


def _remove_hyphenated(clause: Clause) -> None:
    """Take out '<word>-free', the whole hyphenated word."""
    starts = [index for index, tied in enumerate(clause.hyphen) if not tied]
    for first, last in reversed([*zip(starts, [*starts[1:], len(clause.words)], strict=True)]):
        if last - first > 1 and clause.words[last - 1] == cues.REMOVE_AFTER_HYPHEN:
            if clause.goes_on or clause.words[last - 2] in cues.FREE_OF_PAST:
                continue
            clause.drop(first, last)
