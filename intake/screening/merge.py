"""An update laid over the last full form.

Pure: answers go in with the days they were given, a `Record` of what counts on a later day comes out. An answer
replaces the older one, an appended text is added below it, a windowed answer ages. Answers about the day of an
earlier visit are dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from intake.questionnaire import NEW_PATIENT, VISIT_UPDATE, Answer
from intake.questionnaire.visit_update.windows import aged
from intake.screening.finding import Record, Written
from intake.screening.readers import AGE

_KEPT = frozenset(question.code for question in NEW_PATIENT.questions) | {AGE}
_APPENDED = frozenset(question.code for question in VISIT_UPDATE.questions if question.appended)
_SCANNED = frozenset(question.code for question in NEW_PATIENT.questions if question.scanned)
_ASKED_OF_ALL = tuple(
    question
    for question in NEW_PATIENT.main_questions
    if question.since and question.required and question.show_if == "always"
)


@dataclass(frozen=True, slots=True)
class Given:
    """The valid answers of one sitting and the day on which they were given."""

    answers: Mapping[str, Answer]
    on: date


def record_of(full: Given, updates: Sequence[Given] = (), *, on: date) -> Record:
    """What the last full form and the updates after it, in order of time, say on that day."""
    answers: dict[str, Answer] = {}
    days: dict[str, date] = {}
    texts: dict[str, tuple[Written, ...]] = {}
    for sitting in (full, *updates):
        mine = {code: answer for code, answer in sitting.answers.items() if code in _KEPT}
        for code in _SCANNED & mine.keys():
            texts[code] = parts(texts.get(code, ()), str(mine[code]), on=sitting.on, appended=code in _APPENDED)
        answers = overlaid(answers, mine, appended=_APPENDED)
        days |= dict.fromkeys(mine, sitting.on)
    counting = {code: aged(code, answer, given=days[code], on=on) for code, answer in answers.items()}
    return Record(
        answers={code: answer for code, answer in counting.items() if answer is not None},
        texts=texts,
        grown=_grown(full, updates),
    )


def _grown(full: Given, updates: Sequence[Given]) -> frozenset[str]:
    """The lists that have gained choices since the full form and were not asked again in an update.

    A full form tells its version by what it lacks: a question that everybody must answer today.
    """
    newest = {question.since for question in _ASKED_OF_ALL if question.code not in full.answers}
    grown = (question.code for question in NEW_PATIENT.questions if any(c.since in newest for c in question.choices))
    return frozenset(grown).difference(*(update.answers for update in updates))


def overlaid(
    before: Mapping[str, Answer], given: Mapping[str, Answer], *, appended: Iterable[str]
) -> dict[str, Answer]:
    """The old answers with the new ones in their place; of an appended text both, the new one on a new line."""
    merged = {**before, **given}
    for code in appended:
        old, new = before.get(code), given.get(code)
        if old is not None and new is not None:
            merged[code] = f"{old}\n{new}"
    return merged


def parts(before: tuple[Written, ...], new: str, *, on: date, appended: bool) -> tuple[Written, ...]:
    """The parts of a text after something was typed. A text that was sent back as it stood is no younger for it."""
    if appended:
        return (*before, Written(new, on))
    return before if "\n".join(part.text for part in before) == new else (Written(new, on),)
