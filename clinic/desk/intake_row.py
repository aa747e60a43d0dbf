"""What the front desk sees of a form: who, when, how far, and one of five words. Nothing somebody answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import moments
from clinic.desk.standing_words import badge_of, say_of
from clinic.text import collapse
from intake.record.models import Intake
from intake.record.querysets import IntakeQuerySet
from intake.review import standing
from intake.review.models import Alert
from intake.review.standing import Standing, Word

SHOWN_FOR = timedelta(days=30)
PAGE = 50
_COLUMNS = (
    *("ref", "reference", "full_name", "phone", "interpreter", "source", "started_at", "saved_at"),
    *("submitted_at", "accepted_at", "expired_at", "email_confirmed_at", "email", "patient_id", "meant_for_id"),
)

STARTED, SENT, ACCEPTED, LAPSED = "started", "sent", "accepted", "lapsed"
STATUS_WORDS = {
    STARTED: _("Started"),
    SENT: _("Sent, not confirmed"),
    ACCEPTED: _("Accepted"),
    LAPSED: _("Expired"),
}


@dataclass(frozen=True)
class IntakeRow:
    """One form on the desk, and where its person stands."""

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
        return badge_of(self.standing)

    @property
    def say(self) -> str:
        return say_of(self.standing)

    @property
    def is_call(self) -> bool:
        return self.word is Word.CALL

    @property
    def waits_for_a_word(self) -> bool:
        """Sent, and nobody has shown that the mailbox is theirs: the desk calls and accepts."""
        return self.status == SENT


@dataclass(frozen=True)
class Page:
    """One page of the list of forms."""

    lines: list[IntakeRow]
    number: int
    has_more: bool

    @property
    def previous_url(self) -> str:
        return f"?page={self.number - 1}" if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return f"?page={self.number + 1}" if self.has_more else ""

    @property
    def text(self) -> str:
        return gettext("Page %(n)d") % {"n": self.number}


def page(*, number: int, words: str = "", on: date, at: datetime) -> Page:
    """Return a page of the forms of the last 30 days, and of older ones that still wait for somebody, newest first.

    With words: every form of a name that begins so, or of a reference. Drafts that name nobody say nothing: not shown.
    """
    forms = _searched(words) if words else _recent(since=at - SHOWN_FOR)
    first = (number - 1) * PAGE
    rows = list(forms.only(*_COLUMNS).order_by("-saved_at", "-id")[first : first + PAGE + 1])
    return Page(_lines(rows[:PAGE], on=on, at=at), number, has_more=len(rows) > PAGE)


def _recent(*, since: datetime) -> IntakeQuerySet:
    # However old: what waits for the desk's call or a practitioner's never drops off the list.
    waits = Q(submitted_at__isnull=False, accepted_at=None) | Q(pk__in=_alerted())
    return _of_somebody(Intake.objects.filter(Q(saved_at__gte=since) | waits))


def _searched(words: str) -> IntakeQuerySet:
    words = collapse(words)[:100]
    return _of_somebody(Intake.objects.filter(Q(full_name__istartswith=words) | Q(reference=words.upper())))


def _of_somebody(forms: IntakeQuerySet) -> IntakeQuerySet:
    """Leave out drafts that name nobody, unless somebody has to be called for one."""
    return forms.exclude(~Q(pk__in=_alerted()), full_name="", submitted_at=None)


def _alerted() -> "QuerySet[Alert, Any]":
    return Alert.objects.filter(closed_at=None).values("intake")


def urgent(*, on: date, at: datetime) -> list[IntakeRow]:
    """Return only the forms that wait for somebody's call: an emergency, or a form to accept."""
    waits = Q(submitted_at__isnull=False, accepted_at=None) | Q(pk__in=_alerted())
    rows = Intake.objects.filter(waits).only(*_COLUMNS)
    return _lines(rows.order_by("-saved_at", "-id"), on=on, at=at)


def _lines(rows: Iterable[Intake], *, on: date, at: datetime) -> list[IntakeRow]:
    forms = list(rows)
    standings = standing.of_forms(forms, on=on, at=at)
    return [IntakeRow(form=form, standing=standings[form.pk]) for form in forms]
