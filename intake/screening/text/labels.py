"""Answers behind a label: where 'Epilepsy: no' and its like deny the whole of what stands before them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from intake.screening.text.lexicon import cue_labels, cue_pronouns


def _any(phrases: Collection[str]) -> str:
    """Any of these phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


_MAY_HOLD_ONE = re.compile(r"[:=?(\[\t-]|\.\.")
_GAP = r"[ \t]*"
# A mark between a label and its answer: ':', '=', '?', '-', '->', '(', '[', '...', a tab.
_MARK = rf"(?:{_GAP}[:=?]+\s*(?:[(\[]{_GAP})?|{_GAP}-+>?{_GAP}|{_GAP}[(\[]{_GAP}|{_GAP}\.\.+{_GAP}|[ ]*\t[ \t]*)"
_WORDS = sorted(cue_labels.LABEL_DENIES | cue_labels.LABEL_FILLERS | cue_labels.LABEL_NOW, key=len, reverse=True)
_WORD = "|".join(map(re.escape, _WORDS))
_NEXT_LABEL = r"[ \t]+(?:[^\W\d_][\w'/]*[ \t]+){0,3}[^\W\d_][\w'/]*[ \t]*[:=?]"
_END = (
    r"(?=\s*\Z|[ \t]*(?:[\n\r,;.!)(\]\[|&+、。，；¿]|"
    r"/(?![ \t]*(?:yes|y|si|s)\b)|-+(?:\s|[^\W_])|\b(?:and|y|but|pero|or)\b)"
    rf"|[ \t]{{2,}}|{_NEXT_LABEL})"
)
_ANSWER = re.compile(
    rf"(?<=[^\W_])(?P<closing>[)\]\"']*){_MARK}(?P<said>(?:{_WORD})(?:[ \t]+(?:{_WORD})){{0,8}}){_END}"
)
# '¿Atienden hoy? No tengo fuerza en la pierna', 'No he podido orinar': the sentence begins so, and answers nothing.
_NO_ANSWER = (
    r"(?![ \t]+tengo[ \t]+(?!(?:eso|esa|ese|nada|ningun|ninguna|ninguno|de)\b)[^\W_])"
    rf"(?![ \t]+(?:{_any(cue_pronouns.I_HAVE)})[ \t]+[^\W_]*(?:{_any(cue_pronouns.DONE_IN_SPANISH)})\b)"
)
# 'Seizures? No that was my brother', 'late? no I'm on time': the question is denied, whatever the sentence goes on to
# tell; but not 'seizures? no, not since 2019'.
_ASKED_ANSWER = re.compile(
    rf"(?<=[^\W_])(?P<closing>[)\]\"']*){_GAP}\?+{_GAP}(?P<said>{_any(cue_labels.ASKED_DENIES)})"
    rf"(?=[ \t,]+(?:{_any(cue_labels.ASKED_GOES_ON)})\b){_NO_ANSWER}"
    rf"(?![^.;\n]{{0,80}}\b(?:{_any(cue_labels.ASKED_NOT_WITH)})\b)"
)
_PARTS = re.compile(r"[^\s]+")


_HALF_BACK = re.compile(
    rf"[ \t,;(:-]*(?:(?:{_any(cue_labels.QUALIFIES_BUT)})\b[ \t,]*)?(?:"
    rf"(?:{_any(cue_labels.QUALIFIES_NOT)})[ \t]+(?:{_any(cue_labels.QUALIFIES_NOT_YET)})\b"
    rf"|(?:{_any(cue_labels.QUALIFIES_ONLY)})[ \t]+(?:(?:{_any(cue_labels.QUALIFIES_SMALL)})[ \t]+){{0,2}}"
    rf"(?:{_any(cue_labels.QUALIFIES_WHEN)}|\d+)\b"
    rf"|(?<=[ \t,])(?:{_any(cue_labels.QUALIFIES_ONE)})\b)"
)
_HALF_BACK_OPENS = re.compile(
    rf"[ \t,;(:-]*(?:{_any(cue_labels.QUALIFIES_BUT | cue_labels.QUALIFIES_NOT | cue_labels.QUALIFIES_ONLY)})\b"
)


@dataclass(frozen=True, slots=True)
class LabelAnswer:
    """A denial behind a label: from the mark to the last word.

    `now_only`: it tells of today alone. `asked`: behind a question mark. `qualified`: taken half back by what follows
    ('no, only at night'), so that it denies nothing.
    """

    start: int
    end: int
    now_only: bool
    asked: bool = False
    qualified: bool = False


def label_answers(text: str) -> Iterator[LabelAnswer]:
    """The denials behind a label in a plain text, in order."""
    if _MAY_HOLD_ONE.search(text) is None:
        return
    answers = [*_ANSWER.finditer(text)]
    if "?" in text:
        answers = sorted([*answers, *_ASKED_ANSWER.finditer(text)], key=re.Match.start)
    for match in answers:
        answer_words = frozenset(_PARTS.findall(match["said"]))
        not_now = not answer_words.isdisjoint(cue_labels.LABEL_NOW) and "not" in answer_words  # it was before
        if not answer_words.isdisjoint(cue_labels.LABEL_DENIES) and not not_now:
            yield LabelAnswer(
                match.start("closing"),
                match.end("said"),
                now_only=not answer_words.isdisjoint(cue_labels.LABEL_NOW),
                asked="?" in text[match.start() : match.start("said")],
                qualified=_is_qualified(text, match.end("said")),
            )


def _is_qualified(text: str, end: int) -> bool:
    """'No, not controlled', 'no, but one last year'."""
    return _HALF_BACK_OPENS.match(text, end) is not None and _HALF_BACK.match(text, end) is not None


def is_a_label(label: Collection[str]) -> bool:
    """True for words that an answer behind them denies.

    No sentence of the patient's own, nothing that is gone without it, no question of an end ('removed? no').
    """
    return cue_labels.NOT_A_LABEL.isdisjoint(label) and not asks_of_an_end(label) and not is_gone_when_denied(label)


def denies_itself(label: Collection[str]) -> bool:
    """True for a label that holds its own denial: 'I cannot pee: no' leaves open what is meant."""
    return not cue_labels.LABEL_CANNOT.isdisjoint(label)


def denied_ability(label: Sequence[str]) -> tuple[int, str] | None:
    """Where a label asks what somebody can do or feels, and the word that its denial puts there.

    'Can you pee? No' reads as 'can't you pee', 'feeling in the groin: none' as 'no feeling in the groin'.
    """
    if asks_of_an_end(frozenset(label) - cue_labels.LABEL_ASKS_OF_ALL):
        return None
    for at, word in enumerate(label[: cue_labels.ABILITY_WITHIN]):
        if word in cue_labels.ABILITY:
            return at, cue_labels.ABILITY[word]
    is_gone = is_gone_when_denied(label) and cue_labels.LABEL_LIVING.isdisjoint(label)
    return (0, "no") if is_gone else None


def asks_of_an_end(label: Collection[str]) -> bool:
    """True where 'no' says that it goes on: 'pacemaker removed? No', 'seizures controlled: no'."""
    return not cue_labels.LABEL_ASKS.isdisjoint(label)


def is_gone_when_denied(label: Collection[str]) -> bool:
    """True where 'none' is the bad news: 'bladder control: none', but not 'loss of bladder control: none'."""
    good = not cue_labels.LABEL_GONE.isdisjoint(label) or not cue_labels.LABEL_LIVING.isdisjoint(label)
    return good and cue_labels.LABEL_LOSS.isdisjoint(label)
