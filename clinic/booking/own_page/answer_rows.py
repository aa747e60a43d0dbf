"""What a form says, question by question in words, as the person reads it again."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from clinic.booking.own_page.own_record import OwnForm
from intake.pages.views.checking import in_words
from intake.questionnaire import Question


@dataclass(frozen=True)
class AnswerRow:
    """One answered question. `answers` are its words, one for each thing that was ticked."""

    code: str
    question: str
    answers: tuple[str, ...]
    private: bool

    @property
    def answer(self) -> str:
        """The answer on one line, where it is one."""
        return self.answers[0] if len(self.answers) == 1 else ""


@dataclass(frozen=True)
class AnswerStep:
    """One step of the form with what was answered in it."""

    title: str
    rows: tuple[AnswerRow, ...]


def steps(form: OwnForm) -> list[AnswerStep]:
    """Return the answers in the order of the form; unanswered questions are left out."""
    raw = form.answers.raw
    return [
        AnswerStep(_(step.title), rows)
        for step in form.questionnaire.steps
        if (rows := tuple(row for question in step.questions if (row := _row(form, question, raw)) is not None))
    ]


def _row(form: OwnForm, question: Question, raw: dict[str, Any]) -> AnswerRow | None:
    words = in_words(question, raw.get(question.code), form.answers.valid.get(question.code))
    if not words or form.tells(question):
        return None
    if form.is_kept_back(question):
        words = [_("Answered. Only clinicians can see it.")]
    return AnswerRow(question.code, _(question.wording), tuple(words), question.private)
