"""A visit of Ana's, her place on the waiting list and a time that is offered to her, for the matrix to knock at."""

from datetime import UTC, datetime, timedelta
from typing import Any

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, Offer, VisitType, WaitingEntry

# The Monday after, at ten and at two.
TEN, TWO = datetime(2026, 3, 9, 17, 0, tzinfo=UTC), datetime(2026, 3, 9, 21, 0, tzinfo=UTC)


def furnish(people: dict[str, User], *, at: datetime) -> None:
    """Let Noor offer consultations; Ana has one, waits for another, and is offered a time until tomorrow."""
    noor = getattr(people["noor"], "practitioner")  # noqa: B009  (made by the stubs' own mind)
    kind, ana = offered_by(people["noor"]), Patient.objects.get(user=people["ana"])
    services.book(patient=ana, visit_type=kind, start=TEN, by=people["ana"], at=at)
    until = (at + timedelta(days=30)).date()
    entry = services.join(patient=ana, visit_type=kind, until=until, by=people["ana"], at=at)
    services.offer(entry=entry, start=TWO, practitioner=noor.pk, by=people["rui"], at=at, minutes=1440)


def offered_by(noor: User) -> VisitType:
    """Return the consultation, offered by this practitioner."""
    kind = _kind()
    kind.practitioners.add(getattr(noor, "practitioner"))  # noqa: B009  (made by the stubs' own mind)
    kind.save()
    return kind


def place(name: str, where: str) -> Any:
    """Return what stands in a place of an address of the diary."""
    if where == "kind":
        return _kind().pk
    if name == "booking:feed":
        return "no-such-link"
    if name == "booking:leave":
        return WaitingEntry.objects.order_by("pk")[0].ref
    if name == "booking:offer":
        return Offer.objects.order_by("pk")[0].ref
    return Appointment.objects.order_by("pk")[0].ref


def _kind() -> VisitType:
    return VisitType.objects.get(code="consultation")
