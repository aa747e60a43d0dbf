"""What reads differently on a case: since the last form, before an update, since the page was opened."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from intake.questionnaire import NEW_PATIENT, VISIT_UPDATE, Question, Questionnaire
from intake.record.answer_words import answer_of, by_step, said, wording_of
from intake.record.errors import StaleAnswersError
from intake.record.models import Answers
from intake.review.admin.flag_cards import Changed, is_private
from intake.screening.merge import overlaid

# Given anew with every form: their differences say nothing.
SIGNED = frozenset({"consent_truth", "consent_risks", "consent_privacy", "signature", "guardian_signature"})

# Of an update: what is added to the old text, and what is carried over from the last form.
_APPENDED = frozenset(question.code for question in VISIT_UPDATE.questions if question.appended)
_CARRIED = tuple(question for question in VISIT_UPDATE.carried)


def since_the_last_form(
    questionnaire: Questionnaire, answers: Answers, before: Answers | None, known: Mapping[str, Any]
) -> list[Changed]:
    """Return what the answers say differently than what was sent before: of an update than `known`, what stood before
    it, of any other form than `before`.
    """
    if known:
        return _update_differences(known, answers.raw)
    return differences_of(questionnaire.questions, before.raw, answers.raw) if before else []


def _update_differences(known: Mapping[str, Any], told: Mapping[str, Any]) -> list[Changed]:
    """Return the questions of the last form that the update answers otherwise; what it did not ask stays as it was."""
    answers = {code: answer for code, answer in told.items() if answer not in (None, "", [])}
    questions = [question for question in _CARRIED if question.code in answers]
    return differences_of(questions, known, overlaid(known, answers, appended=_APPENDED))


def differences_of(questions: Iterable[Question], before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Changed]:
    """Return the questions answered differently, in the order of the form; signatures differ every time."""
    differences = []
    for question in questions:
        old, new = said(question, before.get(question.code)), said(question, now.get(question.code))
        if sorted(old) != sorted(new) and question.code not in SIGNED:
            words = [", ".join(said_) or _("Not answered") for said_ in (old, new)]
            differences.append(Changed(question.code, _(question.wording), words[0], words[1], question.private))
    return differences


def from_before(known: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[Question, list[str]]]]]:
    """Yield what an update leaves as it was, as the last full form and the updates since say it."""
    for title, rows in by_step(NEW_PATIENT, dict(known)):
        yield _("Before: %(step)s") % {"step": title}, rows


def stale_rows(stale: StaleAnswersError, questionnaire: str) -> list[Changed]:
    """Return both versions of every answer that changed while the page was open, in words."""
    return [
        Changed(
            code,
            wording_of(questionnaire, code),
            answer_of(questionnaire, code, before),
            answer_of(questionnaire, code, now),
            is_private(questionnaire, code),
        )
        for code, (before, now) in stale.changed.items()
    ]
