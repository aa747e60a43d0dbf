"""What waits for the desk. On the day: counts, and whom to call now. On its own page: each with what to do about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.cache import caches
from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.accounts.models import Difference, Patient, User
from clinic.booking.models import Appointment, Offer, State, WaitingEntry
from clinic.booking.querysets import AHEAD, AppointmentQuerySet, day_bounds
from clinic.outbox.models import Letter
from intake.review import standing
from intake.review.models import Decision

_KEY, _SECONDS = "clinic.desk.tasks", 10
# A record made so recently is compared with the older ones.
NEW_FOR = timedelta(days=60)
EXPIRES_WITHIN = timedelta(days=14)
_CLEARED = (Decision.Outcome.CLEAR, Decision.Outcome.LIMITS)


@dataclass(frozen=True)
class Task:
    """A kind of task on the rail of the day: how many, in words, and the part of the page that lists them."""

    name: str
    count: int
    words: str


def counts(*, by: User, on: date, at: datetime) -> dict[str, int]:
    """Return how many of each kind wait: one query, remembered for ten seconds and forgotten with every deed here."""
    known: dict[str, int] | None = caches["process"].get(_KEY)
    if known is None:
        known = _counted(by=by, on=on, at=at)
        caches["process"].set(_KEY, known, _SECONDS)
    return known


def forget() -> None:
    """Somebody did something: count anew."""
    caches["process"].delete(_KEY)


def _counted(*, by: User, on: date, at: datetime) -> dict[str, int]:
    begin, _end = day_bounds(on)
    asked: dict[str, QuerySet[Any]] = {
        "referred": referred(on=on, at=at),
        "letters": Letter.objects.given_up(),
        "differences": Difference.objects.filter(seen_at=None),
        "duplicates": Patient.objects.possibly_twice(since=at - NEW_FOR),
        "clearances": expiring(on=on),
        "unclosed": Appointment.objects.unclosed(before=begin),
        "waiting": WaitingEntry.objects.waiting(on=on),
        "offers": Offer.objects.standing(at=at),
    }
    row = User.objects.filter(pk=by.pk).annotate(**{f"{name}_": _count(found) for name, found in asked.items()})
    found = row.values_list(*(f"{name}_" for name in asked)).get()
    return dict(zip(asked, found, strict=True))


def _count(found: "QuerySet[Any]") -> Coalesce:
    one = found.order_by().annotate(one_=Value(1)).values("one_").annotate(n_=Count("pk")).values("n_")
    return Coalesce(Subquery(one), 0)


def referred(*, on: date, at: datetime) -> AppointmentQuerySet:
    """Return booked visits with needles of people who stand at "Consultation only", the next first: each has to be
    canceled or become a consultation, and is no task any more when it is.
    """
    records = standing.referred(on=on, at=at)
    begin, _end = day_bounds(on)
    visits = Appointment.objects.filter(patient__in=records, visit_type__needling=True, starts_at__gte=begin)
    return visits.filter(state__in=(*AHEAD, State.ARRIVED)).order_by("starts_at", "id")


def expiring(*, on: date) -> "QuerySet[Patient]":
    """Return patients whose latest clearance ends within two weeks, each with `until`."""
    last = Decision.objects.filter(case__patient=OuterRef("pk")).order_by("-at", "-id")
    return (
        Patient.objects.annotate(outcome=Subquery(last.values("outcome")[:1]), until=Subquery(last.values("until")[:1]))
        .filter(outcome__in=_CLEARED, until__gte=on, until__lte=on + EXPIRES_WITHIN)
        .order_by("until", "folded_name")
    )


def tasks(found: dict[str, int]) -> list[Task]:
    """Return the kinds of which there are any, the gravest first, in words."""
    visits = ngettext("%(n)d visit to change now", "%(n)d visits to change now", found["referred"])
    said = [
        ("referred", visits),
        ("letters", ngettext("%(n)d email not delivered", "%(n)d emails not delivered", found["letters"])),
        ("differences", ngettext("%(n)d thing to ask", "%(n)d things to ask", found["differences"])),
        ("clearances", ngettext("%(n)d clearance ends soon", "%(n)d clearances end soon", found["clearances"])),
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
