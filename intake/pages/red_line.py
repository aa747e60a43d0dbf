"""An emergency that was told stays in sight: the red line on every later page, and the answer quoted with its time.

The line stands until the answer changes or a practitioner closes the alert. A form without an emergency costs no
query for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from intake.pages import cards, drafts
from intake.questionnaire import QUESTIONNAIRES
from intake.questionnaire.new_patient.quotes import quote_of
from intake.record.models import Answers, Intake
from intake.review import standing_facts
from intake.review.models import Alert
from intake.screening import Finding, Tier, screen

if TYPE_CHECKING:
    from clinic.accounts.models import Patient

type_kept_back = Callable[[Answers], frozenset[str]]


@dataclass(frozen=True, slots=True)
class RedLine:
    """What the line says, and which number leads: "emergency" or "crisis"."""

    sentence: str
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An answer in a few words, and when it was given."""

    words: str
    when: str


def of_form(intake: Intake | None, *, kept_back: type_kept_back | None = None, sentence: str = "") -> RedLine | None:
    """Return the line for a form, or None. `kept_back` names the answers this reader is not to learn anything of."""
    if intake is None or intake.tier is not Tier.EMERGENCY:
        return None
    if not Alert.objects.open().filter(intake=intake).exists():
        return None
    answers = intake.current()
    told, helped = _emergencies(intake, answers)
    # What only clinicians may read is never hinted at to somebody who fills the form in for the patient.
    findings = [finding for finding in told if not (helped and finding.private)]
    if told and not findings:
        return None
    shown = for_these_eyes(findings, kept_back(answers) if kept_back else frozenset())
    return RedLine(sentence or _("You told us something that needs care today."), cards.kind_of_all(shown))


def of_forms(forms: Iterable[Intake]) -> RedLine | None:
    """Return the line for the first of several forms that has one."""
    return next((line for intake in forms if intake.expired_at is None and (line := of_form(intake))), None)


def of_patient(patient: "Patient") -> RedLine | None:
    """Return the line for a person's own page: the newest open alert on a form that is theirs, or that may be.

    Asked only where they stand at "Call patient" (intake.review.standing), which found the alert by the same facts.
    """
    persons, records = standing_facts.persons_of([patient.pk])
    person = persons[patient.pk]
    facts = standing_facts.load([person], records)
    forms = [key for key, form in facts.forms.items() if form.is_alarm and key in person.forms]
    alerts = Alert.objects.open().filter(intake__in=forms).select_related("intake")
    return of_forms(alert.intake for alert in alerts.order_by("-raised_at"))


def quotes(
    intake: Intake, answers: Answers, findings: Iterable[Finding], *, back: frozenset[str], helped: bool
) -> list[Quote]:
    """Return what the person told us that needs care now, each answer once; nothing that this reader may not see."""
    questionnaire = QUESTIONNAIRES[intake.questionnaire]
    told = {code: answer for finding in findings for code, answer in finding.because.items() if code not in back}
    seen = {code: quote_of(code, answer) for code, answer in told.items() if code in questionnaire}
    return [
        Quote(_(words), formatting.short_moment(told_at(intake, answers, code)))
        for code, words in seen.items()
        if words and not (helped and questionnaire.question(code).private)
    ]


def told_at(intake: Intake, answers: Answers, code: str) -> datetime:
    """Return when a question got the answer it has: its last change, or when the form was sent that it stood on."""
    changes = [entry["at"] for entry in answers.document.get("history", []) if code in entry["was"]]
    if changes:
        return datetime.fromisoformat(changes[-1])
    return intake.submitted_at or answers.saved_at


def for_these_eyes(findings: Iterable[Finding], back: frozenset[str]) -> list[Finding]:
    """Leave out the findings that come of answers kept back alone."""
    return [finding for finding in findings if not back or set(finding.because) - back]


def _emergencies(intake: Intake, answers: Answers) -> tuple[list[Finding], bool]:
    """The emergencies in the answers as they stand, and whether somebody fills the form in for the patient."""
    on = timezone.localdate()
    reading = drafts.reading_of(intake, answers, on=on)
    result = screen(reading.answers, on=on, questionnaire=QUESTIONNAIRES[intake.questionnaire], text=reading.text)
    helped = reading.answers.get("form_filler", "self") != "self"
    return [finding for finding in result.findings if finding.tier is Tier.EMERGENCY], helped
