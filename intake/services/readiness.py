"""Readiness and clearance: functions over flags, decisions and dates, never a row that could disagree with them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import (
    BigAutoField,
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    Field,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import LinkedPatient, Patient
from clinic.prepared import Later, Question, each
from intake.models import Alert, Case, Decision, Intake
from intake.querysets import GOOD_FOR


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


@dataclass(frozen=True)
class Standing:
    """The one word about a patient, and the last day of the practitioner's clearance where it has one."""

    word: Readiness
    until: date | None = None

    def allows_needles(self, day: date) -> bool:
        """Say whether a visit with needles may be booked for a day; a clearance that ends before it does not."""
        return self.word is Readiness.READY and (self.until is None or day <= self.until)

    @property
    def allows_talk(self) -> bool:
        """Say whether a consultation or a phone review may be booked."""
        return self.word is not Readiness.CALL


def readiness(patient: Patient, *, on: date) -> Readiness:
    """Return the one word that says what may be booked for a patient on a day."""
    return standings([patient.pk], on=on)[patient.pk].word


def standings(patients: Collection[int], *, on: date) -> dict[int, Standing]:
    """Return word and clearance of many patients at once, by key. One query; no answer and no flag is read.

    Two records that the desk has linked are one person: what is open on one holds for both.
    """
    if not patients:
        return {}
    since = timezone.make_aware(datetime.combine(on, time.min)) - GOOD_FOR
    persons: dict[int, set[int]] = {key: {key} for key in patients}
    rows: dict[int, _Row] = {}
    for key, other, *row in _OPEN.ask(patients=list(persons), since=since):
        if other is None:
            rows[key] = tuple(row)
        for one, linked in ((key, other), (other, key)):
            if other is not None and one in persons:
                persons[one].add(linked)
    return {
        key: _standing([rows[record] for record in records if record in rows], on=on)
        for key, records in persons.items()
    }


_Row = tuple[bool, bool, bool, str | None, date | None, datetime | None]


def _what_is_open(patients: int) -> "QuerySet[Any, Any]":
    """Two kinds of rows: links of these patients (both keys, nothing else), and for each of them and of those they
    are linked with: an open alert, an open hold, a form that is good, and outcome, last day and time of the last word.
    """
    asked, me = each("patients", BigAutoField(), patients), OuterRef("pk")
    linked = LinkedPatient.objects.filter(undone_at=None).order_by()
    records = Patient.objects.filter(pk__in=asked).order_by().values("pk")
    records = records.union(
        linked.filter(earlier__pk__in=asked).values("later"), linked.filter(later__pk__in=asked).values("earlier")
    )
    last = Decision.objects.filter(case__patient=me).order_by("-at", "-id")
    mine = Q(intake__patient=me) | Q(case__patient=me) | Q(intake__meant_for=me)
    found = (
        Patient.objects.filter(pk__in=records)
        .order_by()
        .annotate(
            other=Value(None, output_field=BigIntegerField()),
            alerted=Exists(Alert.objects.filter(mine, closed_at=None)),
            held=Exists(Case.objects.not_closed().filter(patient=me).needing_decision()),
            formed=Exists(Intake.objects.filter(patient=me, accepted_at__gte=Later("since", DateTimeField()))),
            outcome=Subquery(last.values("outcome")[:1]),
            until=Subquery(last.values("until")[:1]),
            decided=Subquery(last.values("at")[:1]),
        )
    )
    links = linked.filter(Q(earlier__pk__in=asked) | Q(later__pk__in=asked)).annotate(
        no=Value(False), word=_nothing(CharField()), day=_nothing(DateField()), moment=_nothing(DateTimeField())
    )
    return found.values_list("pk", "other", "alerted", "held", "formed", "outcome", "until", "decided").union(
        links.values_list("earlier_id", "later_id", "no", "no", "no", "word", "day", "moment"), all=True
    )


def _nothing(field: "Field[Any, Any]") -> Value:
    return Value(None, output_field=field)


_OPEN = Question(_what_is_open)


def _standing(rows: list[_Row], *, on: date) -> Standing:
    if any(alerted for alerted, *_rest in rows):
        return Standing(Readiness.CALL)
    if any(held for _alerted, held, *_rest in rows):
        return Standing(Readiness.WAITING)
    if not any(formed for _alerted, _held, formed, *_rest in rows):
        return Standing(Readiness.FORM_MISSING)
    decided = [(at, outcome, until) for *_rest, outcome, until, at in rows if at is not None]
    if not decided:
        return Standing(Readiness.READY)
    _at, outcome, until = max(decided, key=lambda row: row[0])
    cleared = outcome in {Decision.Outcome.CLEAR, Decision.Outcome.LIMITS} and (until is None or until >= on)
    return Standing(Readiness.READY if cleared else Readiness.WAITING, until)


def clearance(patient: Patient, *, on: date) -> Clearance:
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
