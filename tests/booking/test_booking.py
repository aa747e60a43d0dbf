"""Booking one visit: what is taken, who may, what is refused, and what is left behind."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import occupancy, services
from clinic.booking.grid import moment
from clinic.booking.models import Appointment, Cell, Hold, ResourceKind, State, VisitType
from clinic.outbox.models import Letter
from intake.review.models import NextVisit
from tests.booking.builders import TEN, THURSDAY, make_patient, make_practitioner, make_room, make_rules, minutes
from tests.support.queries import Queries


def taken(kind: ResourceKind, of: int) -> list[datetime]:
    cells = Cell.objects.filter(kind=kind, of=of).order_by("start")
    return [moment(cell.start) for cell in cells]


def test_a_visit_takes_practitioner_room_and_patient(
    anas: Patient, ana_user: User, treatment: VisitType, noors: Practitioner, now: datetime
) -> None:
    visit = services.book(patient=anas, visit_type=treatment, start=TEN, by=ana_user, at=now)
    assert (visit.state, visit.practitioner, visit.source) == (State.BOOKED, noors, "patient")
    assert visit.room is not None
    assert taken(ResourceKind.PRACTITIONER, noors.pk) == [TEN + minutes(5 * n) for n in range(6)]
    assert taken(ResourceKind.ROOM, visit.room.pk) == [TEN + minutes(5 * n) for n in range(10)]
    assert taken(ResourceKind.PATIENT, anas.pk) == [TEN + minutes(5 * n) for n in range(10)]


def test_buffers_are_cells_of_the_practitioner_alone(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    noors.booking.buffer_before, noors.booking.buffer_after = 10, 15
    noors.booking.save()
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    cells = taken(ResourceKind.PRACTITIONER, noors.pk)
    assert (cells[0], cells[-1]) == (TEN - minutes(10), TEN + minutes(45 + 15 - 5))
    assert visit.room is not None
    assert len(taken(ResourceKind.ROOM, visit.room.pk)) == 9


def test_it_leaves_a_letter_a_history_a_line_in_the_book_and_the_time_left_for_the_review(
    anas: Patient, ana_user: User, consultation: VisitType, now: datetime
) -> None:
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    assert list(Letter.objects.values_list("kind", "to")) == [("booking.confirmation", "ana@example.com")]
    assert [(event.deed, event.by) for event in visit.events.all()] == [("booked", ana_user)]
    last = Entry.objects.latest("number")
    assert (last.deed, last.on) == ("visit.booked", f"booking.appointment:{visit.ref}")
    assert NextVisit.objects.get(patient=anas).at == TEN


def test_the_same_time_cannot_be_booked_twice_and_the_loser_gets_the_next_times(
    anas: Patient, ana_user: User, consultation: VisitType, now: datetime
) -> None:
    services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    with pytest.raises(services.SlotTaken) as lost:
        services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now)
    assert str(lost.value) == "Someone else just took that time. Choose another one."
    assert lost.value.times[0].start == TEN + minutes(45)
    assert Appointment.objects.count() == 1


def test_any_practitioner_takes_whoever_is_free(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    make_room("Room 2", 2)
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    first = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    second = services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now)
    assert {first.practitioner, second.practitioner} == {noors, tomas}
    assert first.room != second.room


def test_without_a_free_room_there_is_no_visit_but_a_phone_review(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    from tests.booking.builders import make_type

    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    phone = make_type("phone-review", tomas, minutes=15, room_minutes=0)
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    services.book(patient=anas, visit_type=consultation, start=TEN, practitioner=noors.pk, by=ana_user, at=now)
    with pytest.raises(services.SlotTaken):
        services.book(patient=zed, visit_type=consultation, start=TEN, practitioner=tomas.pk, by=zed.user, at=now)
    visit = services.book(patient=zed, visit_type=phone, start=TEN, by=zed.user, at=now)
    assert (visit.practitioner, visit.room) == (tomas, None)


def test_a_patient_is_never_in_two_places(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    make_room("Room 2", 2)
    services.book(patient=anas, visit_type=consultation, start=TEN, practitioner=noors.pk, by=ana_user, at=now)
    with pytest.raises(services.SlotTaken):
        services.book(
            patient=anas, visit_type=consultation, start=TEN + minutes(30), practitioner=tomas.pk, by=ana_user, at=now
        )


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (TEN + minutes(5), "no longer open"),  # no time that is shown
        (TEN + timedelta(hours=6, minutes=30), "no longer open"),  # 4:30 pm and 45 minutes: until five
        (TEN + timedelta(days=2), "no longer open"),  # Saturday
        (TEN + timedelta(days=100), "no longer open"),  # behind the horizon
        (TEN - timedelta(days=2, minutes=-60), "no longer open"),  # today at eleven: half an hour's notice
        (TEN + timedelta(minutes=2), "steps of five minutes"),
        (TEN - timedelta(days=7), "has passed"),
    ],
)
def test_a_patient_books_only_what_is_shown(
    anas: Patient, ana_user: User, consultation: VisitType, now: datetime, start: datetime, says: str
) -> None:
    with pytest.raises(services.BookingError, match=says):
        services.book(patient=anas, visit_type=consultation, start=start, by=ana_user, at=now)
    assert not Appointment.objects.exists()


def test_the_desk_is_bound_by_hours_only(anas: Patient, consultation: VisitType, rui: User, now: datetime) -> None:
    soon = now + minutes(5)
    visit = services.book(patient=anas, visit_type=consultation, start=soon, by=rui, at=now)
    assert (visit.source, visit.created_by) == ("desk", rui)
    with pytest.raises(services.BookingError, match="No one is working"):
        services.book(patient=anas, visit_type=consultation, start=TEN + timedelta(hours=9), by=rui, at=now)


def test_nobody_books_for_a_stranger(
    anas: Patient, consultation: VisitType, zed: User, edda: User, ada: User, now: datetime
) -> None:
    for by in (zed, edda, ada):
        with pytest.raises(PermissionDenied):
            services.book(patient=anas, visit_type=consultation, start=TEN, by=by, at=now)


def test_a_patient_has_a_limit_of_visits_ahead_and_the_desk_has_none(
    anas: Patient, ana_user: User, consultation: VisitType, rui: User, now: datetime
) -> None:
    make_rules(future_visits=1)
    services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    with pytest.raises(services.TooMany):
        services.book(patient=anas, visit_type=consultation, start=TEN + timedelta(days=1), by=ana_user, at=now)
    services.book(patient=anas, visit_type=consultation, start=TEN + timedelta(days=1), by=rui, at=now)
    assert Appointment.objects.count() == 2


@pytest.mark.parametrize("booking", ["contact", "staff"])
def test_a_kind_that_is_not_booked_online_is_booked_by_the_desk(
    anas: Patient, ana_user: User, consultation: VisitType, rui: User, now: datetime, booking: str
) -> None:
    consultation.booking = booking
    consultation.save()
    with pytest.raises(services.BookingError, match="Call us"):
        services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    assert services.book(patient=anas, visit_type=consultation, start=TEN, by=rui, at=now).pk


def test_a_newcomers_hold_keeps_the_time_and_becomes_the_visit(
    anas: Patient, ana_user: User, consultation: VisitType, now: datetime
) -> None:
    held = services.hold(visit_type=consultation, start=TEN, at=now)
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    with pytest.raises(services.SlotTaken):
        services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now + minutes(9))
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now + minutes(9), hold=held)
    assert (visit.starts_at, visit.room_id) == (TEN, held.room_id)
    assert not Hold.objects.exists()
    assert not Cell.objects.filter(visit=None).exists()


def test_a_hold_that_lapsed_keeps_nothing(
    anas: Patient, ana_user: User, consultation: VisitType, now: datetime
) -> None:
    held = services.hold(visit_type=consultation, start=TEN, at=now)
    later = now + minutes(10)
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    assert TEN in [slot.start for slot in occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=later)]
    services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=later)
    with pytest.raises(services.SlotTaken):
        services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=later, hold=held)


def test_another_hold_of_the_same_browser_gives_the_first_back(consultation: VisitType, now: datetime) -> None:
    first = services.hold(visit_type=consultation, start=TEN, at=now)
    second = services.hold(visit_type=consultation, start=TEN + minutes(15), at=now, instead_of=first.token)
    assert list(Hold.objects.all()) == [second]
    services.release(token=second.token)
    assert not Cell.objects.exists()


def test_a_newcomer_holds_no_time_with_needles(treatment: VisitType, now: datetime) -> None:
    with pytest.raises(services.NotReady):
        services.hold(visit_type=treatment, start=TEN, at=now)


def test_lapsed_holds_are_swept(consultation: VisitType, now: datetime) -> None:
    services.hold(visit_type=consultation, start=TEN, at=now)
    assert services.lapse_holds(at=now + minutes(9)) == 0
    assert services.lapse_holds(at=now + minutes(10)) == 1
    assert not Cell.objects.exists()


def test_a_squeeze_in_stands_beside_another_visit_marked_and_with_a_reason(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    make_room("Room 2", 2)
    make_room("Room 3", 3)
    services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    others = [make_patient(f"p{n}@example.com", f"Pat {n}") for n in range(2)]
    asked = {"visit_type": consultation, "start": TEN, "practitioner": noors.pk, "by": rui, "at": now}
    with pytest.raises(services.BookingError, match="Enter a reason"):
        services.squeeze_in(patient=others[0], reason=" ", **asked)  # type: ignore[arg-type]  # as named
    visit = services.squeeze_in(patient=others[0], reason="Came a long way", **asked)  # type: ignore[arg-type]  # as named
    assert (visit.is_squeezed_in, visit.squeeze_reason) == (True, "Came a long way")
    with pytest.raises(services.SlotTaken, match="already squeezed in at that time"):
        services.squeeze_in(patient=others[1], reason="Also far", **asked)  # type: ignore[arg-type]  # as named
    assert Appointment.objects.count() == 2


def test_a_squeeze_in_needs_a_free_room_and_the_permission(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    zed = make_patient("zed@example.com", "Zed Invented")
    asked = {"patient": zed, "visit_type": consultation, "start": TEN, "practitioner": noors.pk, "reason": "far"}
    with pytest.raises(services.SlotTaken, match="No room is free"):
        services.squeeze_in(**asked, by=rui, at=now)  # type: ignore[arg-type]  # as named
    rui.groups.clear()
    with pytest.raises(PermissionDenied):
        services.squeeze_in(**asked, by=User.objects.get(pk=rui.pk), at=now)  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize("booked", [1, 12])
def test_a_booking_costs_the_same_whatever_is_booked(
    anas: Patient, ana_user: User, consultation: VisitType, rui: User, now: datetime, queries: Queries, booked: int
) -> None:
    for number in range(booked):
        other = make_patient(f"p{number}@example.com", f"Pat {number}")
        services.book(
            patient=other,
            visit_type=consultation,
            start=TEN + timedelta(days=number % 2, minutes=60 * (number // 2)),
            by=rui,
            at=now,
        )
    occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)
    with queries(15):
        services.book(patient=anas, visit_type=consultation, start=TEN + timedelta(days=6), by=ana_user, at=now)


@pytest.mark.parametrize("booked", [0, 5])
def test_free_slots_cost_one_query_beside_the_timetable(
    anas: Patient, consultation: VisitType, rui: User, now: datetime, queries: Queries, booked: int
) -> None:
    for number in range(booked):
        other = make_patient(f"p{number}@example.com", f"Pat {number}")
        services.book(patient=other, visit_type=consultation, start=TEN + timedelta(hours=number), by=rui, at=now)
    occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)
    with queries(1):
        occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now, patient=anas)


@pytest.mark.parametrize("by_desk", [False, True])
def test_what_is_shown_is_bookable_and_stored_and_nothing_else_is(
    anas: Patient, ana_user: User, treatment: VisitType, noors: Practitioner, rui: User, now: datetime, by_desk: bool
) -> None:
    """Every quarter of an hour of a day with a break, a visit, a block and an hour's notice."""
    from clinic.booking.models import DayException

    DayException(practitioner=noors, what="off", day=THURSDAY, opens="12:00", closes="13:00").save()
    zed = make_patient("zed@example.com", "Zed Invented")
    services.book(patient=zed, visit_type=treatment, start=TEN + minutes(15), by=rui, at=now)
    services.block(start=TEN + minutes(300), end=TEN + minutes(320), practitioner=noors.pk, by=rui, at=now)
    at, by = TEN - minutes(120), rui if by_desk else ana_user
    found = occupancy.slots(treatment, first=THURSDAY, last=THURSDAY, at=at, patient=anas, by_staff=by_desk)
    shown = {slot.start for slot in found}
    assert len(shown) == len(found) > 5
    quarter = TEN - minutes(180)
    while quarter < TEN + minutes(8 * 60):
        with transaction.atomic():
            try:
                visit = services.book(patient=anas, visit_type=treatment, start=quarter, by=by, at=at)
            except services.BookingError:
                assert quarter not in shown
            else:
                assert quarter in shown
                assert Appointment.objects.get(pk=visit.pk).starts_at == quarter
            transaction.set_rollback(True)
        quarter += minutes(15)
