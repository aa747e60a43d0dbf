"""What waits for the desk. On the day: counts, and whom to call now. On its own page: each with what to do about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.accounts.models import Difference, Patient
from clinic.booking.models import Appointment, BookingSource, State, WaitingEntry
from clinic.booking.querysets import AHEAD, AppointmentQuerySet, day_bounds
from clinic.desk import intake_row
from clinic.desk.person_facts import ADULT
from clinic.outbox.models import Letter
from intake.record.models import Consent
from intake.review import standing
from intake.review.follow_up.models import FollowUpTask
from intake.review.models import Decision
from intake.review.standing import Word

# A record made so recently is compared with the older ones.
NEW_FOR = timedelta(days=60)
EXPIRES_WITHIN = timedelta(days=14)
A_YEAR = timedelta(days=366)
# An imported visit with needles becomes a task so long before it.
CLEARED_BEFORE = timedelta(days=14)
_CLEARED = (Decision.Outcome.CLEAR, Decision.Outcome.LIMITS)


@dataclass(frozen=True)
class Task:
    """A kind of task on the rail of the day: how many, in words, and the part of the page that lists them."""

    name: str
    count: int
    words: str


def counts(*, on: date, at: datetime) -> dict[str, int]:
    """Return how many of each kind wait: small counts, each by an index of what waits, asked together."""
    begin, _end = day_bounds(on)
    waiting: dict[str, QuerySet[Any]] = {
        "silent": FollowUpTask.objects.for_the_desk(),
        "letters": Letter.objects.given_up(),
        "differences": Difference.objects.filter(seen_at=None, patient__ended_why=""),
        "ended": of_the_ended(at=at),
        "uncleared": _imported(on=on, at=at),
        "grown_up": grown_up(on=on),
        "duplicates": Patient.objects.possibly_twice(since=at - NEW_FOR),
        "clearances": expiring(on=on),
        "unclosed": Appointment.objects.unclosed(before=begin),
        "waiting": WaitingEntry.objects.waiting(on=on),
        "to_accept": intake_row.to_accept(),
    }
    counted = [
        rows.order_by().annotate(task=Value(name)).values("task").annotate(n=Count("pk")).values_list("task", "n")
        for name, rows in waiting.items()
    ]
    found = dict.fromkeys(waiting, 0) | dict(counted[0].union(*counted[1:], all=True))
    if found["uncleared"]:  # asked of few: those who came in by a file and are treated soon
        found["uncleared"] = uncleared(on=on, at=at).count()
    return found | {"referred": referred(on=on, at=at).count()}


def referred(*, on: date, at: datetime) -> AppointmentQuerySet:
    """Return booked visits with needles of people who stand at "Consultation only", the next first: each has to be
    canceled or become a consultation, and is no task any more when it is.
    """
    begin, _end = day_bounds(on)
    coming = Appointment.objects.filter(visit_type__needling=True, starts_at__gte=begin)
    coming = coming.filter(state__in=(*AHEAD, State.ARRIVED)).order_by("starts_at", "id")
    asked = standing.perhaps_referred()
    # Only whoever comes is weighed: most people who were referred have no visit.
    patients = set(coming.filter(patient__in=asked).values_list("patient_id", flat=True)) if asked else set()
    standings = standing.of(patients, on=on, at=at)
    return coming.filter(patient__in=[key for key in patients if standings[key].word is Word.CONSULTATION_ONLY])


def uncleared(*, on: date, at: datetime) -> AppointmentQuerySet:
    """Return imported visits with needles of the next two weeks whose patient may not have needles on that day yet."""
    visits = list(_imported(on=on, at=at).values_list("pk", "patient_id", "starts_at"))
    standings = standing.of({patient for _key, patient, _start in visits}, on=on, at=at)
    waiting = [
        key
        for key, patient, start in visits
        if not standings[patient].allows_needles(timezone.localtime(start).date())
        and standings[patient].word is not Word.CONSULTATION_ONLY  # that is a task of its own
    ]
    return Appointment.objects.filter(pk__in=waiting).order_by("starts_at", "id")


def _imported(*, on: date, at: datetime) -> AppointmentQuerySet:
    _begin, end = day_bounds(on, on + CLEARED_BEFORE)
    coming = Appointment.objects.ahead(at=at).filter(source=BookingSource.IMPORT, visit_type__needling=True)
    return coming.filter(starts_at__lt=end, patient__ended_why="")


def of_the_ended(*, at: datetime) -> AppointmentQuerySet:
    """Return what is still booked for people who moved away, died or asked us to stop."""
    return Appointment.objects.ahead(at=at).exclude(patient__ended_why="")


def grown_up(*, on: date) -> "QuerySet[Patient]":
    """Return who has turned 18 within the last year and for whom a parent or guardian signed last."""
    # In a leap year, on its extra day, whoever was born on February 28 has turned 18 and nobody after.
    leap_day = (on.month, on.day) == (2, 29)
    born_by = date(on.year - ADULT, 2, 28) if leap_day else on.replace(year=on.year - ADULT)
    signed = Consent.objects.filter(intake__patient=OuterRef("pk")).order_by("-at", "-pk")
    young = Patient.objects.here().filter(date_of_birth__lte=born_by, date_of_birth__gt=born_by - A_YEAR)
    return young.annotate(signer=Subquery(signed.values("guardian_name")[:1])).exclude(signer="").exclude(signer=None)


def expiring(*, on: date) -> "QuerySet[Decision]":
    """Return the clearances that end within two weeks and that no later decision about the same patient replaced."""
    ending = Decision.objects.filter(until__gte=on, until__lte=on + EXPIRES_WITHIN, outcome__in=_CLEARED)
    shown = (
        ending.filter(case__patient__isnull=False, case__patient__ended_why="")
        .not_replaced()
        .select_related("case__patient")
    )
    return shown.order_by("until", "case__patient__folded_name", "pk")


def tasks(found: dict[str, int]) -> list[Task]:
    """Return the kinds of which there are any, the gravest first, in words."""
    visits = ngettext("%(n)d visit to change now", "%(n)d visits to change now", found["referred"])
    said = [
        ("referred", visits),
        ("ended", ngettext("%(n)d visit to cancel", "%(n)d visits to cancel", found["ended"])),
        ("uncleared", ngettext("%(n)d imported visit to clear", "%(n)d imported visits to clear", found["uncleared"])),
        ("silent", ngettext("%(n)d person to call", "%(n)d people to call", found["silent"])),
        ("letters", ngettext("%(n)d email not delivered", "%(n)d emails not delivered", found["letters"])),
        ("differences", ngettext("%(n)d thing to ask", "%(n)d things to ask", found["differences"])),
        ("clearances", ngettext("%(n)d clearance ends soon", "%(n)d clearances end soon", found["clearances"])),
        ("grown_up", ngettext("%(n)d patient now 18", "%(n)d patients now 18", found["grown_up"])),
        ("duplicates", ngettext("%(n)d possible duplicate", "%(n)d possible duplicates", found["duplicates"])),
        ("unclosed", ngettext("%(n)d past visit not closed", "%(n)d past visits not closed", found["unclosed"])),
    ]
    return [Task(name, found[name], words % {"n": found[name]}) for name, words in said if found[name]]


@dataclass(frozen=True)
class Undelivered:
    """A letter that was given up: what kind, to whom, and the person to call where it is about one."""

    letter: Letter
    patient: Patient | None

    @property
    def what(self) -> str:
        return _WHAT.get(self.letter.kind.partition(".")[0], _("An email"))


_WHAT = {
    "booking": _("About a visit"),
    "intake": _("About a form"),
    "account": _("A sign-in code"),
}
MOST_LISTED = 50


def undelivered() -> list[Undelivered]:
    """Return the letters that were given up, with whom they are about. Two queries."""
    letters = list(Letter.objects.given_up()[:MOST_LISTED])
    refs = [letter.about_ref for letter in letters if letter.about.startswith("booking.appointment:")]
    visits = Appointment.objects.filter(ref__in=refs).select_related("patient") if refs else ()
    people: dict[str, Patient] = {visit.ref: visit.patient for visit in visits}
    return [Undelivered(letter, people.get(letter.about_ref)) for letter in letters]


def twins(*, at: datetime) -> list[tuple[Patient, Patient]]:
    """Return pairs of records that may be one person, the newer first. Two queries."""
    newer = list(Patient.objects.possibly_twice(since=at - NEW_FOR).select_related("user")[:MOST_LISTED])
    older = Patient.objects.select_related("user").in_bulk([getattr(person, "twin") for person in newer])  # noqa: B009
    return [(person, older[getattr(person, "twin")]) for person in newer]  # noqa: B009  (the query added it)
