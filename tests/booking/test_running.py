"""The table of states, the deeds of the day, and closing the list."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from clinic.accounts.models import Patient, User
from clinic.booking import services, transitions
from clinic.booking.models import Appointment, AppointmentEvent, State, VisitType
from tests.booking.builders import TEN, THURSDAY, make_patient, minutes

TABLE = {
    "booked": "confirmed arrived no_show cancelled moved in_error",
    "confirmed": "arrived no_show cancelled moved in_error",
    "arrived": "with completed booked confirmed cancelled in_error",
    "with": "completed in_error",
    "completed": "in_error",
    "no_show": "booked confirmed arrived in_error",
    "cancelled": "",
    "moved": "",
    "in_error": "",
}


@pytest.fixture
def visit(anas: Patient, ana_user: User, consultation: VisitType, now: datetime) -> Appointment:
    return services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)


def fresh(visit: Appointment) -> Appointment:
    return Appointment.objects.get(pk=visit.pk)


def test_the_table_of_states_is_the_one_agreed_on() -> None:
    assert {str(before): set(after) for before, after in transitions.ALLOWED.items()} == {
        before: set(after.split()) for before, after in TABLE.items()
    }


@pytest.mark.parametrize("before", State.values)
def test_only_what_the_table_allows_can_be_done(visit: Appointment, rui: User, before: str) -> None:
    deeds = {
        "arrived": services.arrive,
        "with": services.start,
        "completed": services.complete,
        "no_show": services.no_show,
        "in_error": services.enter_in_error,
        "confirmed": services.confirm,
    }
    for after, deed in deeds.items():
        with transaction.atomic():
            ended = {"ended_reason": "other", "ended_by": "clinic"} if before in ("cancelled", "moved") else {}
            Appointment.objects.filter(pk=visit.pk).update(state=before, **ended)
            if after in TABLE[before].split():
                assert deed(visit, by=rui, at=TEN + minutes(1)).state == after
            elif after != before:
                with pytest.raises(services.NotAllowed):
                    deed(visit, by=rui, at=TEN + minutes(1))
            transaction.set_rollback(True)


def test_a_day_is_run_and_remembered(visit: Appointment, rui: User) -> None:
    services.arrive(visit, by=rui, at=TEN - minutes(5))
    services.arrive(visit, by=rui, at=TEN - minutes(4))
    services.start(visit, by=rui, at=TEN)
    services.complete(visit, by=rui, at=TEN + minutes(50))
    assert [(event.deed, event.before, event.after) for event in visit.events.all()] == [
        ("booked", "", "booked"),
        ("arrived", "booked", "arrived"),
        ("started", "arrived", "with"),
        ("completed", "with", "completed"),
    ]


def test_a_wrong_tick_is_taken_back_to_what_it_was(visit: Appointment, rui: User, ana_user: User) -> None:
    services.confirm(visit, by=ana_user, at=TEN - minutes(60))
    services.no_show(visit, by=rui, at=TEN + minutes(20))
    services.undo_no_show(visit, by=rui, at=TEN + minutes(21))
    assert fresh(visit).state == State.CONFIRMED
    services.arrive(visit, by=rui, at=TEN + minutes(22))
    services.undo_arrival(visit, by=rui, at=TEN + minutes(23))
    assert fresh(visit).state == State.CONFIRMED
    with pytest.raises(services.NotAllowed, match="nothing to undo"):
        services.undo_no_show(visit, by=rui, at=TEN + minutes(24))


def test_nobody_arrives_on_another_day_or_misses_what_has_not_begun(visit: Appointment, rui: User) -> None:
    with pytest.raises(services.NotAllowed, match="not today"):
        services.arrive(visit, by=rui, at=TEN - timedelta(days=1))
    with pytest.raises(services.NotAllowed, match="not started yet"):
        services.no_show(visit, by=rui, at=TEN - minutes(1))


def test_what_was_entered_in_error_takes_no_time(visit: Appointment, rui: User, now: datetime) -> None:
    services.enter_in_error(visit, by=rui, at=now)
    assert not fresh(visit).cells.exists()
    assert fresh(visit).state == State.IN_ERROR


def test_patients_and_editors_do_not_run_the_day(visit: Appointment, ana_user: User, edda: User) -> None:
    for by in (ana_user, edda):
        with pytest.raises(PermissionDenied):
            services.arrive(visit, by=by, at=TEN)
        with pytest.raises(PermissionDenied):
            services.close_the_list(day=THURSDAY, by=by, at=TEN)


def test_history_is_never_rewritten(visit: Appointment) -> None:
    event = visit.events.get()
    for wrong in (
        lambda: AppointmentEvent.objects.filter(pk=event.pk).update(deed="cancelled"),
        lambda: AppointmentEvent.objects.filter(pk=event.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
    assert visit.events.get().deed == "booked"


@pytest.mark.parametrize("count", [1, 3])
def test_closing_the_list_leaves_nothing_booked_in_the_past(
    visit: Appointment, consultation: VisitType, rui: User, now: datetime, count: int
) -> None:
    others = [make_patient(f"p{n}@example.com", f"Pat {n}") for n in range(count)]
    visits = [
        services.book(patient=p, visit_type=consultation, start=TEN + timedelta(hours=1 + n), by=rui, at=now)
        for n, p in enumerate(others)
    ]
    services.arrive(visits[0], by=rui, at=TEN + timedelta(hours=1))
    evening = TEN + timedelta(hours=9)
    closed = services.close_the_list(day=THURSDAY, outcomes={visit.ref: "completed"}, by=rui, at=evening)
    assert len(closed) == count + 1
    assert (fresh(visit).state, fresh(visits[0]).state) == (State.COMPLETED, State.COMPLETED)
    assert {fresh(v).state for v in visits[1:]} <= {State.NO_SHOW}
    assert not Appointment.objects.unclosed(before=evening).exists()
    assert services.close_the_list(day=THURSDAY, by=rui, at=evening) == []


def test_the_list_is_not_closed_while_somebody_is_still_to_come(visit: Appointment, rui: User) -> None:
    with pytest.raises(services.BookingError, match="still ahead today"):
        services.close_the_list(day=THURSDAY, by=rui, at=TEN - minutes(30))
    assert fresh(visit).state == State.BOOKED
