"""What the front desk sees of a form: who, when, how far, and one of five words. Nothing somebody answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from clinic import moments
from intake import standing
from intake.models import Alert, Intake
from intake.standing import Standing, Word

SHOWN_FOR = timedelta(days=30)
_COLUMNS = (
    *("ref", "reference", "full_name", "phone", "interpreter", "source", "started_at", "saved_at"),
    *("submitted_at", "accepted_at", "expired_at", "email_confirmed_at", "email", "patient_id", "meant_for_id"),
)

STARTED, SENT, ACCEPTED, LAPSED = "started", "sent", "accepted", "lapsed"
STATUS_WORDS = {
    STARTED: _("Started"),
    SENT: _("Sent, not confirmed"),
    ACCEPTED: _("Accepted"),
    LAPSED: _("Lapsed"),
}
BADGES = {
    Word.READY: "done",
    Word.FORM_MISSING: "plain",
    Word.WAITING: "waiting",
    Word.CONSULTATION_ONLY: "waiting",
    Word.CALL: "emergency",
}


@dataclass(frozen=True)
class Line:
    """One form on the desk."""

    form: Intake
    standing: Standing

    @property
    def word(self) -> Word:
        return self.standing.word

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
        return BADGES[self.word]

    @property
    def is_call(self) -> bool:
        return self.word is Word.CALL

    @property
    def waits_for_a_word(self) -> bool:
        """Sent, and nobody has shown that the mailbox is theirs: the desk calls and accepts."""
        return self.status == SENT


def lines(*, on: date, at: datetime) -> list[Line]:
    """Return the forms of the last 30 days, and older ones that still wait for somebody, newest first."""
    return _lines(Intake.objects.for_the_desk(since=at - SHOWN_FOR), on=on, at=at)


def urgent(*, on: date, at: datetime) -> list[Line]:
    """Return only the forms that wait for somebody's call: an emergency, or a form to accept."""
    alerted = Alert.objects.filter(closed_at=None)
    waits = Q(submitted_at__isnull=False, accepted_at=None)
    rows = (
        Intake.objects.filter(Q(pk__in=alerted.values("intake")) | waits).only(*_COLUMNS).order_by("-saved_at", "-id")
    )
    return _lines(rows, on=on, at=at)


def _lines(rows: "QuerySet[Intake]", *, on: date, at: datetime) -> list[Line]:
    forms = list(rows)
    standings = standing.of_forms(forms, on=on, at=at)
    return [Line(form=form, standing=standings[form.pk]) for form in forms]
