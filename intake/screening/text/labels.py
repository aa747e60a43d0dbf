"""Answers behind a label: where 'Epilepsy: no' and its like deny the whole of what stands before them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from intake.screening.text.lexicon import cue_labels

_MAY_HOLD_ONE = re.compile(r"[:=?(\[\t-]|\.\.")
_GAP = r"[ \t]*"
# A mark between a label and its answer: ':', '=', '?', '-', '->', '(', '[', '...', a tab.
_MARK = rf"(?:{_GAP}[:=?]+\s*[(\[]?{_GAP}|{_GAP}-+>?{_GAP}|{_GAP}[(\[]{_GAP}|{_GAP}\.\.+{_GAP}|[ ]*\t[ \t]*)"
_WORDS = sorted(cue_labels.LABEL_DENIES | cue_labels.LABEL_FILLERS | cue_labels.LABEL_NOW, key=len, reverse=True)
_WORD = "|".join(map(re.escape, _WORDS))
_NEXT_LABEL = r"[ \t]+(?:[^\W\d_][\w'/]*[ \t]+){0,3}[^\W\d_][\w'/]*[ \t]*[:=]"
_END = (
    r"(?=\s*\Z|[ \t]*(?:[\n\r,;.!)(\]\[|&+、。，；]|"
    r"/(?![ \t]*(?:yes|y|si|s)\b)|-+(?:\s|[^\W_])|\b(?:and|y|but|pero|or)\b)"
    rf"|[ \t]{{2,}}|{_NEXT_LABEL})"
)
_ANSWER = re.compile(
    rf"(?<=[^\W_])(?P<closing>[)\]\"']*){_MARK}(?P<said>(?:{_WORD})(?:[ \t]+(?:{_WORD})){{0,8}}){_END}"
)
_PARTS = re.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True)
class LabelAnswer:
    """A denial behind a label: from the mark to the last word. `now_only`: it tells of today alone."""

    start: int
    end: int
    now_only: bool


def label_answers(text: str) -> Iterator[LabelAnswer]:
    """The denials behind a label in a plain text, in order."""
    if _MAY_HOLD_ONE.search(text) is None:
        return
    for match in _ANSWER.finditer(text):
        said = frozenset(_PARTS.findall(match["said"]))
        not_now = not said.isdisjoint(cue_labels.LABEL_NOW) and "not" in said  # it was before
        if not said.isdisjoint(cue_labels.LABEL_DENIES) and not not_now:
            yield LabelAnswer(match.start("closing"), match.end("said"), not said.isdisjoint(cue_labels.LABEL_NOW))


def is_a_label(label: Collection[str]) -> bool:
    """True for words that an answer behind them denies.

    No sentence of the patient's own, nothing that is gone without it, no question of an end ('removed? no').
    """
    return cue_labels.NOT_A_LABEL.isdisjoint(label) and not asks_of_an_end(label) and not is_gone_when_denied(label)


def asks_of_an_end(label: Collection[str]) -> bool:
    """True where 'no' says that it goes on: 'pacemaker removed? No', 'seizures controlled: no'."""
    return not cue_labels.LABEL_ASKS.isdisjoint(label)


def is_gone_when_denied(label: Collection[str]) -> bool:
    """True where 'none' is the bad news: 'bladder control: none', but not 'loss of bladder control: none'."""
    good = not cue_labels.LABEL_GONE.isdisjoint(label) or not cue_labels.LABEL_LIVING.isdisjoint(label)
    return good and cue_labels.LABEL_LOSS.isdisjoint(label)
