"""Readiness and clearance: functions over flags, decisions and dates, never a row that could disagree with them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models import Alert, Case, Decision, Intake
from intake.querysets import GOOD_FOR

if TYPE_CHECKING:
    from clinic.accounts.models import Patient


class Readiness(StrEnum):
    """What the desk may know, in four words."""

    READY = "ready"
    FORM_MISSING = "form_missing"
    WAITING = "waiting"
    CALL = "call"

    @property
    def label(self) -> str:
        return str(_WORDS[self])

    @property
    def say(self) -> str:
        """What to say on the phone."""
        return str(_SAY[self])


_WORDS = {
    Readiness.READY: _("Ready"),
    Readiness.FORM_MISSING: _("Form missing"),
    Readiness.WAITING: _("Waiting for practitioner"),
    Readiness.CALL: _("Call patient"),
}
_SAY = {
    Readiness.READY: _("Your form is complete. We look forward to seeing you."),
    Readiness.FORM_MISSING: _("Please fill in your form before the visit. I can send you the link or help you now."),
    Readiness.WAITING: _("A practitioner is reading your form and will contact you. You can book a talk meanwhile."),
    Readiness.CALL: _("Please hold the line, I am getting a practitioner for you now."),
}


@dataclass(frozen=True)
class Clearance:
    """Whether a practitioner's word allows needles today, with its limits and its last day."""

    allowed: bool
    limits: tuple[str, ...] = ()
    until: date | None = None
    decision: Decision | None = None


def readiness(patient: "Patient", *, on: date) -> Readiness:
    """Return the one word that says what may be booked for a patient on a day."""
    if Alert.objects.open().filter(Q(intake__patient=patient) | Q(case__patient=patient)).exists():
        return Readiness.CALL
    if Case.objects.not_closed().filter(patient=patient).needing_decision().exists():
        return Readiness.WAITING
    since = timezone.make_aware(datetime.combine(on, time.min)) - GOOD_FOR
    if not Intake.objects.filter(patient=patient, accepted_at__gte=since).exists():
        return Readiness.FORM_MISSING
    return Readiness.READY if clearance(patient, on=on).allowed else Readiness.WAITING


def clearance(patient: "Patient", *, on: date) -> Clearance:
    """Return what the latest decision allows on a day; without any open hold and any decision, everything."""
    if Alert.objects.open().filter(case__patient=patient).exists():
        return Clearance(allowed=False)
    if Case.objects.not_closed().filter(patient=patient).needing_decision().exists():
        return Clearance(allowed=False)
    last = Decision.objects.filter(case__patient=patient).order_by("-at", "-id").first()
    if last is None:
        return Clearance(allowed=True)
    if last.outcome in {Decision.Outcome.CLEAR, Decision.Outcome.LIMITS}:
        fresh = last.until is None or last.until >= on
        return Clearance(allowed=fresh, limits=tuple(last.limits), until=last.until, decision=last)
    return Clearance(allowed=False, until=last.until, decision=last)


def readiness_of_row(row: Intake, *, on: date) -> Readiness:
    """Return the same word from the columns that `for_the_desk` adds, without a query."""
    if getattr(row, "has_alert", False):
        return Readiness.CALL
    if getattr(row, "has_hold", False):
        return Readiness.WAITING
    if row.accepted_at is None or timezone.localtime(row.accepted_at).date() < on - timedelta(days=GOOD_FOR.days):
        return Readiness.FORM_MISSING
    outcome, until = getattr(row, "last_outcome", None), getattr(row, "last_until", None)
    if outcome is None:
        return Readiness.READY
    cleared = outcome in {Decision.Outcome.CLEAR, Decision.Outcome.LIMITS} and (until is None or until >= on)
    return Readiness.READY if cleared else Readiness.WAITING
