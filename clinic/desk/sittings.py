"""What the front desk sees of a form: who, when, how far, and one of four words. Nothing somebody answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from clinic import moments
from intake import services as intakes
from intake.models import Alert, Intake
from intake.services import Readiness

SHOWN_FOR = timedelta(days=30)
_COLUMNS = (
    *("ref", "reference", "full_name", "phone", "interpreter", "source", "started_at", "saved_at"),
    *("submitted_at", "accepted_at", "expired_at", "email_confirmed_at", "email", "patient_id"),
)

STARTED, SENT, ACCEPTED, LAPSED = "started", "sent", "accepted", "lapsed"
STATUS_WORDS = {
    STARTED: _("Started"),
    SENT: _("Sent, not confirmed"),
    ACCEPTED: _("Accepted"),
    LAPSED: _("Lapsed"),
}
BADGES = {
    Readiness.READY: "done",
    Readiness.FORM_MISSING: "plain",
    Readiness.WAITING: "waiting",
    Readiness.CALL: "emergency",
}


@dataclass(frozen=True)
class Line:
    """One form on the desk."""

    form: Intake
    readiness: Readiness

    @property
    def status(self) -> str:
        if self.form.accepted_at:
            return ACCEPTED
        if self.form.submitted_at:
            return SENT
        return LAPSED if self.form.expired_at else STARTED

    @property
    def status_word(self) -> Any:
        return STATUS_WORDS[self.status]

    @property
    def when(self) -> str:
        return moments.moment(self.form.submitted_at or self.form.started_at)

    @property
    def badge(self) -> str:
        return BADGES[self.readiness]

    @property
    def is_call(self) -> bool:
        return self.readiness is Readiness.CALL

    @property
    def waits_for_a_word(self) -> bool:
        """Sent, and nobody has shown that the mailbox is theirs: the desk calls and accepts."""
        return self.status == SENT


def lines(*, on: date, at: datetime) -> list[Line]:
    """Return the forms of the last 30 days, and older ones that still wait for somebody, newest first. One query."""
    return _lines(Intake.objects.for_the_desk(on=on, since=at - SHOWN_FOR), on=on)


def urgent(*, on: date, at: datetime) -> list[Line]:
    """Return only the forms that wait for somebody's call: an emergency, or a form to accept. One light query: it is
    asked with every look at the day.
    """
    alerted = Alert.objects.filter(closed_at=None)
    waits = Q(submitted_at__isnull=False, accepted_at=None)
    rows = (
        Intake.objects.filter(Q(pk__in=alerted.values("intake")) | waits)
        .only(*_COLUMNS)
        .annotate(has_alert=Exists(alerted.filter(intake=OuterRef("pk"))))
        .order_by("-saved_at", "-id")
    )
    return _lines(rows, on=on)


def _lines(rows: "QuerySet[Intake]", *, on: date) -> list[Line]:
    return [Line(form=row, readiness=intakes.readiness_of_row(row, on=on)) for row in rows]
