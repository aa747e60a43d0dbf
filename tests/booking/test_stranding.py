"""A change of the timetable looks at what is booked: shown before it is saved, a task until settled, no reminders."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import reminders, services
from clinic.booking.letters import UNDO_FOR
from clinic.booking.models import Appointment, DayException, Room, VisitType, WeeklyHours
from clinic.booking.stranding import stranded_ahead
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from clinic.site_settings.models import ClosedDay
from tests.booking.builders import TEN, THURSDAY, make_patient, make_room, make_type
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
DAY = timedelta(days=1)


@pytest.fixture
def visit(anas: Patient, consultation: VisitType, rui: User) -> Appointment:
    """Ana talks with Noor on Thursday at ten, in Room 1."""
    return services.book(patient=anas, visit_type=consultation, start=TEN, by=rui, at=NOW)


def thursdays_from(hour: int) -> Callable[..., object]:
    def change(**_: Any) -> None:
        row = WeeklyHours.objects.get(weekday=3)
        row.opens = time(hour)
        row.save()

    return change


def off(opens: time | None = None, closes: time | None = None) -> Callable[..., object]:
    def change(noors: Practitioner, **_: Any) -> None:
        DayException(what="off", practitioner=noors, day=THURSDAY, opens=opens, closes=closes).save()

    return change


def closed(**_: Any) -> None:
    ClosedDay.objects.create(day=THURSDAY, why="Staff training")


def left(noors: Practitioner, ada: User, **_: Any) -> None:
    people.deactivate(noors.user, by=ada, at=NOW)


def another_role(noors: Practitioner, ada: User, **_: Any) -> None:
    people.change_role(noors.user, role="front desk", by=ada, at=NOW)


def type_off(consultation: VisitType, **_: Any) -> None:
    consultation.active = False
    consultation.save()


def no_longer_offered(consultation: VisitType, **_: Any) -> None:
    consultation.practitioners.clear()


def room_off(room: Room, **_: Any) -> None:
    room.active = False
    room.save()


CHANGES = [
    ("hours begin later", thursdays_from(11), "hours"),
    ("hours begin as the visit does", thursdays_from(10), None),
    ("a day off", off(), "hours"),
    ("off until the visit begins", off(time(9), time(10)), None),
    ("off as it ends", off(time(10, 40), time(12)), "hours"),
    ("the clinic is closed", closed, "closed"),
    ("the practitioner leaves", left, "left"),
    ("the practitioner has another role", another_role, "left"),
    ("the visit type is switched off", type_off, "type"),
    ("no longer offered by them", no_longer_offered, "not_offered"),
    ("the room is switched off", room_off, "room"),
]


@pytest.mark.parametrize(("change", "why"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_what_no_longer_fits_is_a_task_and_nobody_is_sent_to_a_closed_door(
    change: Callable[..., object],
    why: str | None,
    visit: Appointment,
    noors: Practitioner,
    consultation: VisitType,
    room: Room,
    ada: User,
    rui: User,
    signed_in: SignedIn,
) -> None:
    delivery.send_next(at=NOW + UNDO_FOR)  # the confirmation
    soon = TEN - DAY + timedelta(minutes=5)
    Appointment.objects.update(created_at=NOW - 7 * DAY)
    reminders.remind(at=soon)
    written = set(Letter.objects.filter(state="due").values_list("kind", flat=True))
    change(noors=noors, consultation=consultation, room=room, ada=ada)
    assert [row.why for row in stranded_ahead(at=NOW)] == ([why] if why else [])
    while delivery.send_next(at=soon):
        pass
    sent = set(Letter.objects.filter(state="sent").values_list("kind", flat=True)) - {"booking.confirmation"}
    assert written == {"booking.reminder"}
    assert sent == (set() if why else {"booking.reminder"})
    Letter.objects.all().delete()
    reminders.remind(at=soon)
    assert Letter.objects.filter(kind="booking.reminder").count() == (0 if why else 1)
    client = signed_in(rui)
    page = client.get(reverse("desk:tasks")).text
    assert ("Visits that can’t take place as booked" in page) is bool(why)
    assert ("1 visit to move" in client.get(reverse("desk:day")).text) is bool(why)
    if why:
        assert "213-555-0101" in page
        services.cancel(visit, reason="clinic_closed", by=rui, at=NOW)
        assert stranded_ahead(at=NOW) == []


def test_a_change_that_is_taken_back_settles_it(visit: Appointment) -> None:
    closed()
    assert [row.visit.pk for row in stranded_ahead(at=NOW)] == [visit.pk]
    ClosedDay.objects.all().delete()
    assert stranded_ahead(at=NOW) == []


def _posts(noors: Practitioner, consultation: VisitType, room: Room, admin: Client) -> list[tuple[str, dict[str, Any]]]:
    """The changes an administrator can make on a page, as they are sent."""
    thursday = WeeklyHours.objects.get(weekday=3)
    kind = {"name": "Consultation", "minutes": 45, "room_minutes": 45, "booking": "online", "position": 1}
    change = "admin:booking_{}_change"
    return [
        (reverse("admin:booking_weeklyhours_delete", args=[thursday.pk]), {"post": "yes"}),
        (
            reverse("admin:booking_dayexception_add"),
            {"what": "off", "practitioner": noors.pk, "day": "2026-03-05"},
        ),
        (
            reverse(change.format("visittype"), args=[consultation.pk]),
            kind | {"practitioners": [noors.pk]},
        ),
        (reverse(change.format("visittype"), args=[consultation.pk]), kind | {"active": "on"}),
        (reverse(change.format("room"), args=[room.pk]), {"name": "Room 1", "position": 1}),
        (
            reverse("admin:accounts_user_change", args=[noors.user.pk]),
            {"name": noors.user.name, "role": "practitioner"},
        ),
        (
            reverse("admin:accounts_user_change", args=[noors.user.pk]),
            {"name": noors.user.name, "role": "front desk", "active": "on"},
        ),
    ]


@pytest.mark.parametrize("number", range(7))
def test_the_page_shows_what_it_touches_before_it_saves(
    number: int,
    visit: Appointment,
    noors: Practitioner,
    consultation: VisitType,
    room: Room,
    ada: User,
    signed_in: SignedIn,
) -> None:
    admin = signed_in(ada)
    url, sent = _posts(noors, consultation, room, admin)[number]
    shown = admin.post(url, sent)
    assert shown.status_code == 200
    assert "This change touches 1 booked visit" in shown.text
    assert "Thu, Mar 5, 2026, 10:00 am, with Noor Inventada" in shown.text
    assert "Ana" not in shown.text.split("consequences")[1]
    assert 'class="success"' not in shown.text  # nothing was done, and no sentence says so
    assert stranded_ahead(at=NOW) == []
    sent["consequences_seen"] = "0" * 32
    assert admin.post(url, sent).status_code == 200
    seen = shown.text.split('name="consequences_seen" value="')[1][:32]
    assert admin.post(url, sent | {"consequences_seen": seen}).status_code == 302
    assert [row.visit.pk for row in stranded_ahead(at=NOW)] == [visit.pk]
    # What was stranded before is not said again with the next change.
    other = make_room("Room 9", position=9)
    room_page = reverse("admin:booking_room_change", args=[other.pk])
    assert admin.post(room_page, {"name": "Room 9", "position": 8}).status_code == 302


def test_what_did_not_fit_already_is_said_again_for_another_reason(
    visit: Appointment, room: Room, ada: User, signed_in: SignedIn
) -> None:
    closed()
    admin = signed_in(ada)
    url, sent = reverse("admin:booking_room_change", args=[room.pk]), {"name": "Room 1", "position": 1}
    shown = admin.post(url, sent)
    assert "This change touches 1 booked visit" in shown.text
    assert "The room is out of use." in shown.text
    seen = shown.text.split('name="consequences_seen" value="')[1][:32]
    assert admin.post(url, sent | {"consequences_seen": seen}).status_code == 302


def test_a_closed_day_asks_first_as_well(visit: Appointment, ada: User, signed_in: SignedIn) -> None:
    from tests.site_settings.test_admin import ROW, _as_shown

    admin = signed_in(ada)
    sent = _as_shown(admin) | {"closed_days-0-day": "2026-03-05", "closed_days-0-why": "Training"}
    shown = admin.post(ROW, sent)
    assert "This change touches 1 booked visit" in shown.text
    assert not ClosedDay.objects.exists()
    seen = shown.text.split('name="consequences_seen" value="')[1][:32]
    assert admin.post(ROW, sent | {"consequences_seen": seen}).status_code == 302
    assert ClosedDay.objects.get().day == THURSDAY


def test_another_room_settles_a_room_that_is_out_of_use(
    visit: Appointment, anas: Patient, room: Room, rui: User, signed_in: SignedIn, now: datetime
) -> None:
    other = make_room("Room 2", position=2)
    room_off(room)
    before = Letter.objects.count()
    desk = signed_in(rui)
    done = desk.post(reverse("desk:do", args=[visit.ref, "room"]), {"back": "tasks"})
    assert done["Location"] == reverse("desk:tasks")
    visit.refresh_from_db()
    assert visit.room == other
    assert stranded_ahead(at=now) == []
    assert Letter.objects.count() == before
    zed = make_patient("zed@example.com", "Zed Second")
    second = make_type("talk", visit.practitioner)
    room.active = True
    room.save()
    taken = services.book(patient=zed, visit_type=second, start=TEN + timedelta(hours=1), by=rui, at=NOW)
    room_off(room)
    other.active = False
    other.save()
    with pytest.raises(services.SlotTaken, match="No other room is free"):
        services.change_room(taken, by=rui, at=NOW)
