"""One row of each part of the timetable, for the matrix to knock at."""

from typing import Any

from clinic.accounts.models import User
from clinic.booking.models import (
    BookingRules,
    DayException,
    Location,
    PlacePhotograph,
    PractitionerSettings,
    Room,
    VisitType,
    WeeklyHours,
)
from tests.support.times import NOW


def furnish(noor: User) -> None:
    """Give Noor hours, a day off and wishes; a room; another location; a photograph; a kind of visit; and the rules."""
    person = getattr(noor, "practitioner")  # noqa: B009  (made by the stubs' own mind)
    WeeklyHours.objects.create(practitioner=person, weekday=0, opens="09:00", closes="17:00")
    DayException.objects.create(practitioner=person, what="off", day="2026-12-24")
    PractitionerSettings.objects.create(practitioner=person)
    Room.objects.create(name="Room 1")
    Location.objects.create(name="Westside", address="500 Invented Avenue")
    PlacePhotograph.objects.create(
        kind="door", alt="A green door", small=b"1", medium=b"2", large=b"3", digest="invented", changed_at=NOW
    )
    BookingRules.objects.get_or_create(pk=1)
    # There already, unless a test that commits has emptied the tables.
    about = {"name": "Consultation", "minutes": 45, "needling": False}
    VisitType.objects.get_or_create(code="consultation", defaults=about)


def timetable_rows() -> dict[str, Any]:
    """Return the key of a row by the address of its model."""
    models = (
        *(VisitType, Room, Location, PlacePhotograph, WeeklyHours, DayException, PractitionerSettings),
        BookingRules,
    )
    return {
        f"booking/{model._meta.model_name}": model.objects.order_by("pk").values_list("pk", flat=True)[0]
        for model in models
    }
