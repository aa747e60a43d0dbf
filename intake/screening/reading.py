"""From a whole draft, as typed, to the answers that count and the sentences that ask for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from intake.questionnaire import Answer, AnswerError, Questionnaire, Raw, clean
from intake.screening.finding import Record
from intake.screening.form import form_of
from intake.screening.ruleset import NO_RECORD, RULE_SETS
from intake.screening.run import Run, nothing
from intake.screening.text import Scan

NO_VISIT: Mapping[str, Answer] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft, read. All of it speaks of shown questions only.

    `answers` are screened; `problems` are sentences for what was typed but is no answer, by question code. An
    answer may stand in both: a "None" ticked with an illness is asked about, and the illness counts
    meanwhile. `missing` are required and empty, in the order of the form. `again` are answered lists that have gained
    a choice since: they are shown once more before the form can be sent.

    In an update nothing is answered beforehand: who calls an answer unchanged answers with the old one. `standing` are
    the questions for which that is offered.
    """

    answers: dict[str, Answer]
    problems: dict[str, str]
    shown: frozenset[str]
    missing: tuple[str, ...]
    text: Scan = field(compare=False, repr=False)
    """What was recognised in the free text of `answers`."""
    again: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()

    @property
    def still_open(self) -> frozenset[str]:
        """What keeps the form from being sent."""
        return self.again.union(self.missing, self.problems)


def read(
    questionnaire: Questionnaire,
    raw: Mapping[str, Raw],
    *,
    on: date,
    record: Record = NO_RECORD,
    visit: Mapping[str, Answer] = NO_VISIT,
    scan: bool = True,
) -> Reading:
    """Read a draft on that day. Unknown codes are ignored; nothing raises. `visit` is what the record of a visit
    answers in the patient's place.

    Without `scan` free text is not searched for medicines: enough for a page that shows other questions than those
    `opened_by_text`, which then count as hidden. What is saved or screened is always read whole.
    """
    visit_answers = {
        question.code: visit[question.code] for question in questionnaire.from_visit if question.code in visit
    }
    typed: dict[str, Answer] = dict(visit_answers)
    problems: dict[str, str] = {}
    for question in questionnaire.questions:
        try:
            answer = clean(question, raw.get(question.code), on=on)
        except AnswerError as error:
            problems[question.code] = error.sentence
            answer = error.answer
        if answer is not None:
            typed[question.code] = answer
    rules = RULE_SETS[questionnaire.code]
    form = form_of(questionnaire)
    text = None if scan else nothing(rules.scan)
    run = Run(form, typed, on=on, record=record, facts={}, scan=rules.scan, text=text)
    if (
        unasked := run.given.keys() - run.shown - visit_answers.keys()
    ):  # carried over and not asked again: the old answer stands
        typed = {code: answer for code, answer in typed.items() if code not in unasked}
        run = Run(form, typed, on=on, record=record, facts={}, scan=rules.scan, text=text)
    return Reading(
        answers={code: run.given[code] for code in form.in_order(run.given)},
        problems={code: sentence for code, sentence in problems.items() if code in run.shown},
        shown=run.shown,
        missing=tuple(code for code in run.empty(form) if code not in problems),
        standing=run.standing(form) & run.shown,
        text=run.text,
        again=run.grown & run.given.keys(),
    )


def opened_by_text(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the questions that may be shown because of what is read in free text."""
    return frozenset(code for code, _shows in form_of(questionnaire).after_scan)
