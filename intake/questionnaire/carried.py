"""How a question of the full form is asked again in an update: with the old answer beside it."""

from dataclasses import replace

from intake.questionnaire.model import Question
from intake.questionnaire.new_patient import NEW_PATIENT

BEFORE = "before_"
"""``before_`` and a code is the answer that stood before this sitting, in an expression of an update."""


def carried(code: str, *, asked_if: str = "", anew_if: str = "", appended: bool = False) -> Question:
    """The question of that code, with its wording, choices and show-if.

    With `asked_if` it is asked only where that holds too; elsewhere the old answer stands unasked. The time window of
    a red flag moves on, so that only an old No may be called unchanged.
    """
    question = NEW_PATIENT.question(code)
    if question.red_flag:
        anew_if = _unless_it_was_no(question)
    return replace(question, show_if=_both(question.show_if, asked_if), anew_if=anew_if, appended=appended)


def _unless_it_was_no(question: Question) -> str:
    before = BEFORE + question.code
    return f"picked({before})" if question.is_many else f"NOT {before} = no"


def _both(show_if: str, asked_if: str) -> str:
    if not asked_if:
        return show_if
    return asked_if if show_if == "always" else f"({show_if}) AND ({asked_if})"
