"""The same visit every week: looked at first, with its conflicts, then booked all or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, occupancy, schedule
from clinic.booking.errors import BookingError, NotReady, SlotTaken
from clinic.booking.models import Appointment, VisitType
from clinic.booking.services import policies
from clinic.booking.services.booking import book
from clinic.text import new_reference

MOST = 26


@dataclass(frozen=True)
class SeriesLine:
    """One visit of a series before it is booked: when, whether it can be, and why not."""

    start: datetime
    problem: str = ""

    @property
    def is_free(self) -> bool:
        return not self.problem


class SeriesConflict(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """One of the times cannot be had, so none was booked; `lines` shows which."""

    def __init__(self, lines: Sequence[SeriesLine]) -> None:
        super().__init__(_("Nothing was booked: not every time is free. Change those that are not."))
        self.lines = tuple(lines)


def starts_of(first: datetime, *, count: int, every_weeks: int = 1) -> list[datetime]:
    """Return the times of a series: the same wall-clock time every so many weeks, across changes of the clocks."""
    if not 1 <= count <= MOST or not 1 <= every_weeks <= 12:
        raise BookingError(_("A series has up to %(n)d visits.") % {"n": MOST})
    local = timezone.localtime(first).replace(tzinfo=None)
    zone = timezone.get_default_timezone()
    weeks = (local + timedelta(weeks=every_weeks * number) for number in range(count))
    return [wall.replace(tzinfo=zone).astimezone(UTC) for wall in weeks]


def preview_series(
    *,
    patient: Patient,
    visit_type: VisitType,
    practitioner: int,
    starts: Sequence[datetime],
    by: User,
    at: datetime,
) -> list[SeriesLine]:
    """Return each time (`starts_of` makes them) with what keeps it from being booked, if anything. Books nothing."""
    policies.staff_only(by)
    policies.require_patient(patient, staff=True)
    table = schedule.current()
    person = next((person for person in table.offering(visit_type) if person.key == practitioner), None)
    if person is None:
        raise BookingError(_("This practitioner does not offer that visit type."))
    if not starts:
        raise BookingError(_("Choose at least one time."))
    need, length = person.need(visit_type), timedelta(minutes=visit_type.length)
    day = occupancy.load([person], table, start=min(starts), end=max(starts) + length, at=at, patient=patient)
    lines, seen = [], set[datetime]()
    for start in starts:
        local = policies.day_of(start)
        problem = ""
        if start <= at or start in seen:
            problem = _("This time is in the past or listed twice.")
        elif not availability.fits(person.spans(local, local), start, visit_type.length):
            problem = _("The practitioner is not working then.")
        elif availability.at(start, need, day.of(person, table, patient, person.place_at(start))) is None:
            problem = _("The practitioner, every room, or the patient is busy then.")
        else:
            try:
                policies.require_ready(patient, visit_type, local, staff=True, at=at)
            except NotReady as why:
                problem = str(why)
        seen.add(start)
        lines.append(SeriesLine(start, problem))
    return lines


def book_series(
    *,
    patient: Patient,
    visit_type: VisitType,
    practitioner: int,
    starts: Sequence[datetime],
    by: User,
    at: datetime,
) -> list[Appointment]:
    """Book every time or none. Raises SeriesConflict with the lines, NotReady, BookingError, PermissionDenied."""
    policies.staff_only(by)
    arguments = {"patient": patient, "visit_type": visit_type, "practitioner": practitioner, "by": by, "at": at}
    lines = preview_series(starts=starts, **arguments)  # type: ignore[arg-type]  # as named above
    if not all(line.is_free for line in lines):
        raise SeriesConflict(lines)
    series = new_reference()
    try:
        with audited_transaction():
            return [
                book(start=start, series=series, **arguments)  # type: ignore[arg-type]  # as named above
                for start in sorted(starts)
            ]
    except SlotTaken as lost:
        raise SeriesConflict(preview_series(starts=starts, **arguments)) from lost  # type: ignore[arg-type]  # as named
