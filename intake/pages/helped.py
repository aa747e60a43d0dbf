"""Somebody filled the form in for the patient, and then says to be the patient.

Private answers that stood until then stay hidden until they are given anew: else whoever helps could read them by one
tap on “I am the patient”. A patient who tapped the wrong answer loses nothing: the answers count, and may be typed
again.
"""

from collections.abc import Collection, Mapping

from intake.pages.forms import is_filled
from intake.pages.layout import SELF
from intake.questionnaire import Questionnaire
from intake.record.models import Answers

_FILLER, _KEPT = "form_filler", "told_before_help_ended"


def is_by_somebody_else(raw: Mapping[str, object]) -> bool:
    """Whether these answers, as typed, say that somebody fills the form in for the patient."""
    return raw.get(_FILLER, SELF) not in {"", SELF}


def note(
    answers: Answers, questionnaire: Questionnaire, before: Mapping[str, object], changed: Collection[str]
) -> None:
    """Note in a draft that is about to be saved which private answers stay hidden; `changed` are given anew."""
    hidden_codes = set(answers.document.get(_KEPT, ()))
    if _FILLER in changed and is_by_somebody_else(before):
        hidden_codes |= {q.code for q in questionnaire.questions if q.private and is_filled(before.get(q.code))}
    if hidden_codes := hidden_codes.difference(changed):
        answers.document[_KEPT] = sorted(hidden_codes)
    else:
        answers.document.pop(_KEPT, None)


def told_before(answers: Answers) -> frozenset[str]:
    """Return the questions whose answers stay hidden."""
    return frozenset(answers.document.get(_KEPT, ()))
