"""What the front desk sees of a form: who, when, how far, and one of four words. Nothing somebody answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from clinic import moments
from intake import services as intakes
from intake.models import Intake
from intake.services import Readiness

SHOWN_FOR = timedelta(days=30)

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
    rows = Intake.objects.for_the_desk(on=on, since=at - SHOWN_FOR)
    return [Line(form=row, readiness=intakes.readiness_of_row(row, on=on)) for row in rows]
