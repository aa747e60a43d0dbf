"""What waits for the desk. On the day: counts, and whom to call now. On its own page: each with what to do about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Model, OuterRef, QuerySet, Subquery, Value
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import Difference, Patient
from clinic.booking.models import Appointment, BookingSource, Offer, State, WaitingEntry
from clinic.booking.querysets import AHEAD, AppointmentQuerySet, day_bounds
from clinic.contact import shown
from clinic.desk import intake_row, stranded
from clinic.desk.person_facts import ADULT
from clinic.outbox import reachable
from clinic.outbox.models import Letter
from intake.record.models import Consent
from intake.review import standing
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.review.models import Case, Decision
from intake.review.needles_ended import perhaps_ended
from intake.review.standing import Standing, Word

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
        "letters": to_call(at=at),
        "differences": Difference.objects.filter(seen_at=None, patient__ended_why=""),
        "ended": of_the_ended(at=at),
        "uncleared": _imported(on=on, at=at),
        "grown_up": grown_up(on=on),
        "duplicates": Patient.objects.possibly_twice(since=at - NEW_FOR),
        "clearances": expiring(on=on),
        "unclosed": Appointment.objects.unclosed(before=begin),
        "waiting": WaitingEntry.objects.waiting(on=on),
        "to_accept": intake_row.to_accept(),
        "offers": Offer.objects.to_tell_by_phone(at=at),
    }
    counted = [
        rows.order_by().annotate(task=Value(name)).values("task").annotate(n=Count("pk")).values_list("task", "n")
        for name, rows in waiting.items()
    ]
    totals = dict.fromkeys(waiting, 0) | dict(counted[0].union(*counted[1:], all=True))
    if totals["uncleared"]:  # asked of few: those who came in by a file and are treated soon
        totals["uncleared"] = uncleared(on=on, at=at).count()
    urgent = [row.is_urgent for row in to_change(on=on, at=at)]
    changes = {"to_change_now": sum(urgent), "to_change": len(urgent) - sum(urgent)}
    return totals | changes | {"stranded": stranded.count(at=at)}


@dataclass(frozen=True)
class VisitToChange:
    """A booked visit with needles that cannot take place as things stand, and where its person stands."""

    visit: Appointment
    standing: Standing
    on: date

    @property
    def is_urgent(self) -> bool:
        """Whether it is today or tomorrow."""
        return timezone.localtime(self.visit.starts_at).date() <= self.on + timedelta(days=1)

    @property
    def when(self) -> str:
        return formatting.moment(self.visit.starts_at)

    @property
    def what_to_do(self) -> str:
        """What the desk does about it, without why: that is the practitioner's."""
        if self.standing.word is Word.CONSULTATION_ONLY:
            return gettext("The practitioner wrote to this patient. Cancel the visit or book a consultation instead.")
        if self.standing.waits_for_guardian:
            return gettext(
                "This patient is under 18, and no parent or guardian has signed. "
                "They can sign on the patient’s page here, or after signing in."
            )
        if self.standing.says_no_needles:
            return gettext("No needles for this patient. Cancel the visit or book a consultation instead.")
        if self.standing.delayed_until and self.standing.is_delayed:
            day = formatting.day(self.standing.delayed_until)
            return gettext("No needles before %(day)s. Cancel the visit or book a consultation instead.") % {"day": day}
        if self.standing.word is Word.READY and self.standing.clear_until:
            day = formatting.day(self.standing.clear_until)
            return gettext(
                "The clearance ends %(day)s. Ask a practitioner, or move the visit to that day or earlier."
            ) % {"day": day}
        return gettext("Ask a practitioner, or cancel the visit or book a consultation instead.")


def to_change(*, on: date, at: datetime) -> list[VisitToChange]:
    """Return the booked visits with needles that cannot take place as things stand, the next first: each stays until
    it is moved, canceled or possible again. One query, and those of the standing for the few who may be concerned.
    """
    begin, _end = day_bounds(on)
    coming = Appointment.objects.filter(visit_type__needling=True, starts_at__gte=begin, patient__ended_why="")
    coming = coming.filter(state__in=(*AHEAD, State.ARRIVED)).order_by("starts_at", "id")
    visits = list(perhaps_ended(coming).select_related("patient", "visit_type", "practitioner__user"))
    standings = standing.of({visit.patient_id for visit in visits}, on=on, at=at)
    rows = [VisitToChange(visit, standings[visit.patient_id], on) for visit in visits]
    return [row for row in rows if row.standing.ends_needles(row.visit.starts_at)]


def uncleared(*, on: date, at: datetime) -> AppointmentQuerySet:
    """Return imported visits with needles of the next two weeks whose patient may not have needles on that day yet."""
    visits = list(_imported(on=on, at=at).values_list("pk", "patient_id", "starts_at"))
    standings = standing.of({patient for _key, patient, _start in visits}, on=on, at=at)
    waiting = [
        key
        for key, patient, start in visits
        if not standings[patient].allows_needles(timezone.localtime(start).date())
        and not standings[patient].ends_needles(start)  # that is a task of its own
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
    decisions = (
        ending.filter(case__patient__isnull=False, case__patient__ended_why="")
        .not_replaced()
        .select_related("case__patient")
    )
    return decisions.order_by("until", "case__patient__folded_name", "pk")


def tasks(found: dict[str, int]) -> list[Task]:
    """Return the kinds of which there are any, the gravest first, in words."""
    now, later = found["to_change_now"], found["to_change"]
    sentences = [
        ("to_change_now", ngettext("%(n)d visit to change now", "%(n)d visits to change now", now)),
        ("to_change", ngettext("%(n)d visit to change", "%(n)d visits to change", later)),
        ("stranded", ngettext("%(n)d visit to move", "%(n)d visits to move", found["stranded"])),
        ("ended", ngettext("%(n)d visit to cancel", "%(n)d visits to cancel", found["ended"])),
        ("offers", ngettext("%(n)d offer to make by phone", "%(n)d offers to make by phone", found["offers"])),
        ("uncleared", ngettext("%(n)d imported visit to clear", "%(n)d imported visits to clear", found["uncleared"])),
        ("silent", ngettext("%(n)d person to call", "%(n)d people to call", found["silent"])),
        ("letters", ngettext("%(n)d message not delivered", "%(n)d messages not delivered", found["letters"])),
        ("differences", ngettext("%(n)d thing to ask", "%(n)d things to ask", found["differences"])),
        ("clearances", ngettext("%(n)d clearance ends soon", "%(n)d clearances end soon", found["clearances"])),
        ("grown_up", ngettext("%(n)d patient now 18", "%(n)d patients now 18", found["grown_up"])),
        ("duplicates", ngettext("%(n)d possible duplicate", "%(n)d possible duplicates", found["duplicates"])),
        ("unclosed", ngettext("%(n)d past visit not closed", "%(n)d past visits not closed", found["unclosed"])),
    ]
    return [Task(name, found[name], words % {"n": found[name]}) for name, words in sentences if found[name]]


@dataclass(frozen=True)
class Undelivered:
    """A letter that was given up: what kind, to whom, and the person to call where it is about one."""

    letter: Letter
    patient: Patient | None

    @property
    def what(self) -> str:
        return str(_WHAT.get(self.letter.kind) or _WHAT.get(self.letter.kind.partition(".")[0], _("A message")))

    @property
    def is_call(self) -> bool:
        """Whether there was no address from the beginning."""
        return self.letter.channel == Letter.Channel.CALL

    @property
    def why(self) -> str:
        """Why nothing arrives, in words for the desk."""
        if self.letter.trouble == reachable.STOPPED:
            return gettext("They replied STOP to our texts.")
        if self.letter.trouble == reachable.UNREACHABLE:
            return gettext("Nothing arrives at this address.")
        return ""

    @property
    def can_go_again(self) -> bool:
        """Whether a second try can arrive: there is an address, its person is a patient, and it did not stop us."""
        stands = self.letter.trouble == reachable.STOPPED and reachable.is_stopped(self.letter.to)
        return not (self.is_call or self.ended_words or stands)

    @property
    def address(self) -> str:
        return shown(self.letter.to)

    @property
    def ended_words(self) -> str:
        return self.patient.ended_words if self.patient else ""


_WHAT = {
    "booking.reminder": _("Reminder of a visit"),
    "booking.form": _("The form is missing"),
    "booking.changed": _("Visit has a new time"),
    "booking.cancelled": _("Visit canceled"),
    "booking.offer": _("Waiting list: a time is free"),
    "booking": _("About a visit"),
    "intake.read": _("Please read your page"),
    "intake": _("About a form"),
    "account": _("A sign-in code"),
}
MOST_LISTED = 50
# What a letter can be about, and the way from there to the person.
_ABOUT: dict[str, tuple[type[Model], str]] = {
    "booking.appointment": (Appointment, "patient"),
    "booking.offer": (Offer, "entry__patient"),
    "review.case": (Case, "patient"),
    "review.checkin": (CheckIn, "patient"),
}


def to_call(*, at: datetime) -> "QuerySet[Letter]":
    """Return the letters that the desk says by phone instead; an offer has a list of its own, with its buttons."""
    return Letter.objects.to_call(at).exclude(kind="booking.offer", channel=Letter.Channel.CALL)


def undelivered(*, at: datetime) -> list[Undelivered]:
    """Return the letters that were given up, with whom they are about. A query, and one for each kind of record."""
    letters = list(to_call(at=at).defer("sealed", "rendered")[:MOST_LISTED])
    people = patients_of(letters)
    return [Undelivered(letter, people.get(letter.about)) for letter in letters]


def patients_of(letters: list[Letter]) -> dict[str, Patient]:
    """Return whom each of these letters is about, by what it is about; who is about nobody is left out."""
    people: dict[str, Patient] = {}
    for label, (model, lookup) in _ABOUT.items():
        refs = [letter.about_ref for letter in letters if letter.about.startswith(f"{label}:")]
        if refs:
            whose = model._default_manager.filter(ref__in=refs).values_list("ref", lookup)
            patients = Patient.objects.in_bulk({key for _ref, key in whose if key})
            people |= {f"{label}:{ref}": patients[key] for ref, key in whose if key}
    return people


def twins(*, at: datetime) -> list[tuple[Patient, Patient]]:
    """Return pairs of records that may be one person, the newer first. Two queries."""
    newer = list(Patient.objects.possibly_twice(since=at - NEW_FOR).select_related("user")[:MOST_LISTED])
    older = Patient.objects.select_related("user").in_bulk([getattr(person, "twin") for person in newer])  # noqa: B009
    return [(person, older[getattr(person, "twin")]) for person in newer]  # noqa: B009  (the query added it)
