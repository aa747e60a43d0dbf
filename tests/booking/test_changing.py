"""Confirming, moving, swapping and cancelling."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.grid import moment, number
from clinic.booking.models import Appointment, Cell, ResourceKind, State, VisitType
from clinic.outbox.models import Letter
from intake.review.models import NextVisit
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, minutes


@pytest.fixture
def visit(anas: Patient, ana_user: User, consultation: VisitType, now: datetime) -> Appointment:
    """Ana's consultation on Thursday at ten."""
    return services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)


def cells_of(visit: Appointment) -> set[tuple[int, datetime]]:
    return {(kind, moment(cell)) for kind, cell in Cell.objects.filter(visit=visit).values_list("kind", "start")}


def fresh(visit: Appointment) -> Appointment:
    return Appointment.objects.get(pk=visit.pk)


def test_confirming_is_done_once_and_by_the_patient_or_the_desk(
    visit: Appointment, ana_user: User, rui: User, zed: User, now: datetime
) -> None:
    services.confirm(visit, by=ana_user, at=now)
    services.confirm(visit, by=rui, at=now)
    assert fresh(visit).state == State.CONFIRMED
    assert [event.deed for event in visit.events.all()] == ["booked", "confirmed"]
    with pytest.raises(PermissionDenied):
        services.confirm(visit, by=zed, at=now)


def test_a_move_keeps_shared_cells_takes_new_ones_and_keeps_the_link(
    visit: Appointment, ana_user: User, now: datetime
) -> None:
    shared = Cell.objects.filter(visit=visit, start__gte=number(TEN + minutes(15))).values_list("pk", flat=True)
    kept = set(shared)
    new = services.move(visit, start=TEN + minutes(15), by=ana_user, at=now)
    old = fresh(visit)
    assert (old.state, old.ended_reason, old.ended_by, old.moved_to) == (State.MOVED, "better_time", "patient", new)
    assert (new.state, new.uid, new.sequence) == (State.BOOKED, old.uid, 1)
    assert not old.cells.exists()
    assert kept < set(new.cells.values_list("pk", flat=True))
    assert cells_of(new) == {
        (kind, TEN + minutes(15 + 5 * n))
        for kind in (ResourceKind.PRACTITIONER, ResourceKind.ROOM, ResourceKind.PATIENT)
        for n in range(9)
    }
    assert NextVisit.objects.get(patient=visit.patient).at == new.starts_at


def test_a_move_that_loses_leaves_everything_as_it_was(
    visit: Appointment, ana_user: User, consultation: VisitType, rui: User, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    services.book(patient=zed, visit_type=consultation, start=TEN + minutes(45), by=rui, at=now)
    before = cells_of(visit)
    with pytest.raises(services.SlotTaken) as lost:
        services.move(visit, start=TEN + minutes(15), by=ana_user, at=now)
    assert lost.value.times
    assert fresh(visit).state == State.BOOKED
    assert cells_of(visit) == before
    assert not Letter.objects.filter(kind="booking.changed").exists()


def test_a_move_may_change_the_practitioner(
    visit: Appointment, rui: User, noors: Practitioner, consultation: VisitType, now: datetime
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    new = services.move(
        visit, start=TEN, practitioner=tomas.pk, by=rui, at=now, reason="practitioner_away", started_by="clinic"
    )
    assert (new.practitioner, new.starts_at) == (tomas, TEN)
    assert not Cell.objects.filter(kind=ResourceKind.PRACTITIONER, of=noors.pk).exists()
    assert fresh(visit).ended_by == "clinic"


def test_a_cancelled_visit_gives_its_time_back_and_stays_readable(
    visit: Appointment, ana_user: User, consultation: VisitType, now: datetime
) -> None:
    services.cancel(visit, reason="cannot_come", by=ana_user, at=now)
    gone = fresh(visit)
    assert (gone.state, gone.ended_reason, gone.ended_by, gone.sequence) == (
        State.CANCELLED,
        "cannot_come",
        "patient",
        1,
    )
    assert not gone.cells.exists()
    assert not NextVisit.objects.exists()
    assert services.book(patient=visit.patient, visit_type=consultation, start=TEN, by=ana_user, at=now).pk


@pytest.mark.parametrize("deed", ["cancel", "move"])
@pytest.mark.parametrize(
    ("before", "allowed"),
    [(timedelta(hours=24), True), (timedelta(hours=23, minutes=59), False), (timedelta(minutes=-1), False)],
)
def test_inside_the_cut_off_a_patient_calls_us(
    visit: Appointment, ana_user: User, deed: str, before: timedelta, allowed: bool
) -> None:
    at = TEN - before
    assert services.may_change_online(visit, at=at) == allowed

    def change() -> object:
        if deed == "cancel":
            return services.cancel(visit, reason="cannot_come", by=ana_user, at=at)
        return services.move(visit, start=TEN + timedelta(days=4), by=ana_user, at=at)

    if allowed:
        assert change()
    else:
        with pytest.raises(services.CallUs, match="too late"):
            change()
        assert fresh(visit).state == State.BOOKED


@pytest.mark.parametrize(("after", "allowed"), [(minutes(4), True), (minutes(5), False)])
def test_a_mistake_is_taken_back_for_five_minutes_whatever_the_cut_off(
    anas: Patient, ana_user: User, consultation: VisitType, after: timedelta, allowed: bool
) -> None:
    booked_at = TEN - timedelta(hours=3)
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=booked_at)
    if allowed:
        assert services.cancel(visit, reason="mistake", by=ana_user, at=booked_at + after).state == State.CANCELLED
    else:
        with pytest.raises(services.CallUs):
            services.cancel(visit, reason="mistake", by=ana_user, at=booked_at + after)


def test_the_desk_cancels_any_time_and_says_who_started_it(visit: Appointment, rui: User) -> None:
    gone = services.cancel(visit, reason="cannot_come", started_by="patient", by=rui, at=TEN - minutes(5))
    assert (gone.ended_by, gone.events.last().by) == ("patient", rui)  # type: ignore[union-attr]  # it has events


def test_a_cancellation_needs_a_reason_of_the_list(visit: Appointment, ana_user: User, now: datetime) -> None:
    with pytest.raises(services.BookingError, match="Choose a reason"):
        services.cancel(visit, reason="migraine", by=ana_user, at=now)
    assert fresh(visit).state == State.BOOKED


def test_what_is_over_cannot_be_cancelled_or_moved(
    visit: Appointment, ana_user: User, rui: User, now: datetime
) -> None:
    services.cancel(visit, reason="cannot_come", by=ana_user, at=now)
    with pytest.raises(services.NotAllowed, match="Canceled"):
        services.cancel(visit, reason="cannot_come", by=rui, at=now)
    with pytest.raises(services.NotAllowed):
        services.move(visit, start=TEN + minutes(60), by=rui, at=now)


def test_nobody_changes_a_strangers_visit(visit: Appointment, zed: User, edda: User, now: datetime) -> None:
    for by in (zed, edda):
        with pytest.raises(PermissionDenied):
            services.cancel(visit, reason="cannot_come", by=by, at=now)
        with pytest.raises(PermissionDenied):
            services.move(visit, start=TEN + minutes(60), by=by, at=now)


def test_two_visits_change_places(visit: Appointment, consultation: VisitType, rui: User, now: datetime) -> None:
    make_rules()
    zed = make_patient("zed@example.com", "Zed Invented")
    other = services.book(patient=zed, visit_type=consultation, start=TEN + minutes(60), by=rui, at=now)
    mine, theirs = services.swap(visit, other, by=rui, at=now)
    assert (mine.patient, mine.starts_at) == (visit.patient, TEN + minutes(60))
    assert (theirs.patient, theirs.starts_at) == (zed, TEN)
    assert fresh(visit).moved_to == mine
    assert cells_of(mine) == {
        (kind, TEN + minutes(60 + 5 * n))
        for kind in (ResourceKind.PRACTITIONER, ResourceKind.ROOM, ResourceKind.PATIENT)
        for n in range(9)
    }


def test_a_swap_that_does_not_fit_changes_nothing(
    visit: Appointment, consultation: VisitType, treatment: VisitType, rui: User, now: datetime
) -> None:
    make_room("Room 2", 2)
    zed, pia = make_patient("zed@example.com", "Zed Invented"), make_patient("pia@example.com", "Pia Phoned")
    short = services.book(patient=zed, visit_type=treatment, start=TEN + minutes(60), by=rui, at=now)
    services.book(patient=pia, visit_type=consultation, start=TEN + minutes(90), by=rui, at=now)
    with pytest.raises(services.SlotTaken):
        services.swap(visit, short, by=rui, at=now)
    assert {fresh(visit).state, fresh(short).state} == {State.BOOKED}
    assert Appointment.objects.count() == 3


def test_a_swap_takes_the_cells_of_holds_that_have_lapsed_and_of_no_other(
    visit: Appointment, consultation: VisitType, treatment: VisitType, rui: User, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    short = services.book(patient=zed, visit_type=treatment, start=TEN + minutes(120), by=rui, at=now)
    after = TEN + minutes(150)
    lapses = services.hold(visit_type=consultation, start=after + minutes(30), at=now).expires_at
    consultation.minutes = consultation.room_minutes = 75
    consultation.save()
    with pytest.raises(services.SlotTaken):
        services.swap(visit, short, by=rui, at=lapses - minutes(1))
    long, _short = services.swap(visit, short, by=rui, at=lapses)
    assert (long.starts_at, long.minutes) == (TEN + minutes(120), 75)
    assert cells_of(long) >= {(ResourceKind.PRACTITIONER, after + minutes(5 * n)) for n in range(9)}
