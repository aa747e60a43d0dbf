"""An emergency that was told stays in sight: the red line on every later page, and the answer quoted with its time.

The line stands until the answer changes or a practitioner closes the alert. A form without an emergency costs no
query for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.languages import SOURCE
from intake.pages import cards, readings
from intake.pages.viewer import FormViewer, Viewer, Visibility, is_helped
from intake.questionnaire import Kind, Questionnaire
from intake.questionnaire.new_patient.quotes import quote_of
from intake.record.answer_words import said
from intake.record.models import Answers, Intake
from intake.review import person_records, standing_facts
from intake.review.models import Alert
from intake.screening import Finding, Tier

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from clinic.accounts.models import Patient


@dataclass(frozen=True, slots=True)
class RedLine:
    """What the line says, and which number leads: "emergency" or "crisis"."""

    sentence: "StrPromise"
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An answer in a few words, and when it was given: the time alone where that was today.

    `question` stands beside an answer that says nothing without it. `english` and `english_question` say the same for
    a nurse who does not read the patient's language; empty where `words` is English.
    """

    question: str
    words: str
    english_question: str
    english: str
    day: str
    time: str


def of_form(intake: Intake, viewer: Viewer | None = None) -> RedLine | None:
    """Return the line for a form, worded for who looks at it, or None; without a viewer it is the patient's own."""
    if intake.tier is not Tier.EMERGENCY:
        return None
    if not Alert.objects.open().filter(intake=intake).exists():
        return None
    answers = intake.current()
    on = timezone.localdate()
    reading = readings.reading_of(intake, answers, on=on)
    emergencies = readings.emergencies_in(intake, answers, reading, on=on)
    kept_back = viewer.kept_back(answers) if isinstance(viewer, FormViewer) else frozenset()
    visibility = Visibility(kept_back, is_helped(reading.answers))
    findings = visibility.may_be_told(emergencies)
    if emergencies and not findings:
        return None
    return RedLine(_sentence(viewer), cards.kind_of_all(visibility.in_sight(findings)))


def _sentence(viewer: Viewer | None) -> "StrPromise":
    if viewer and viewer.leave_to:
        return gettext_lazy("The patient told us something that needs care today. Get a practitioner now.")
    if viewer and viewer.is_on_tablet:
        return gettext_lazy("You told us something that needs care today. Tell the person at the front desk.")
    return gettext_lazy("You told us something that needs care today.")


def of_forms(forms: Iterable[Intake]) -> RedLine | None:
    """Return the line for the first of several forms that has one."""
    return next((line for intake in forms if intake.expired_at is None and (line := of_form(intake))), None)


def of_patient(patient: "Patient") -> RedLine | None:
    """Return the line for a person's own page: the newest open alert on a form that is theirs, or that may be.

    Asked only where they stand at "Call patient" (intake.review.standing), which found the alert by the same facts.
    """
    persons, records = person_records.persons_of([patient.pk])
    person = persons[patient.pk]
    facts = standing_facts.load([person], records)
    forms = [key for key, form in facts.forms.items() if form.is_alarm and key in person.forms]
    alerts = Alert.objects.open().filter(intake__in=forms).select_related("intake")
    return of_forms(alert.intake for alert in alerts.order_by("-raised_at"))


def quotes(
    intake: Intake, answers: Answers, findings: Iterable[Finding], visibility: Visibility, *, on: date
) -> list[Quote]:
    """Return what the person told us that needs care now, each answer once; nothing that this reader may not see."""
    questionnaire = intake.definition
    causes = {code: answer for finding in findings for code, answer in finding.because.items()}
    return [
        quote
        for code, answer in causes.items()
        if code in questionnaire
        and not visibility.instead_of(questionnaire.question(code))
        and (quote := _quote(questionnaire, code, answer, told_at(intake, answers, code), on=on))
    ]


def _quote(questionnaire: Questionnaire, code: str, answer: Any, at: datetime, *, on: date) -> Quote | None:
    """Return an answer as it is quoted, in the reader's language and in English; None for one that says nothing."""
    question, words = _in_short(questionnaire, code, answer)
    if not words:
        return None
    with translation.override(SOURCE.code):
        in_english = _in_short(questionnaire, code, answer)
    if in_english == (question, words):
        in_english = "", ""
    day = timezone.localdate(at)
    shown_day = "" if day == on else formatting.short_day(day)
    return Quote(question, words, *in_english, shown_day, formatting.clock(at))


def _in_short(questionnaire: Questionnaire, code: str, answer: Any) -> tuple[str, str]:
    """Return the question, where the answer needs it, and the answer in a few words; of a check-in, which is short
    itself, what was ticked, or what was asked and what was said.
    """
    if words := quote_of(code, answer):
        return "", _(words)
    if not (questionnaire.has_levels and code.startswith("fu_") and questionnaire.question(code).labels):
        return "", ""
    question = questionnaire.question(code)
    answered = ", ".join(said(question, list(answer) if isinstance(answer, tuple) else answer))
    return "" if question.kind is Kind.MANY else _(question.wording), answered


def told_at(intake: Intake, answers: Answers, code: str) -> datetime:
    """Return when a question got the answer it has: its last change, or when the form was sent that it stood on."""
    changes = [entry["at"] for entry in answers.document.get("history", []) if code in entry["was"]]
    if changes:
        return datetime.fromisoformat(changes[-1])
    return intake.submitted_at or answers.saved_at
