"""What a booking looks at in its last moment, when the diary is held: readiness, the timetable, and the limits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import occupancy, schedule, services
from clinic.booking.models import Appointment, BookingRules, Cell, DayException, Hold, Room, VisitType, WeeklyHours
from clinic.booking.services import booking
from tests.booking.builders import TEN, THURSDAY, make_patient, make_rules, make_type, minutes
from tests.booking.test_readiness import put
from tests.support.queries import Queries


@contextmanager
def another_process() -> Iterator[None]:
    """What is changed inside is changed by somebody else: this process keeps what it remembers."""
    forgets = [name for name in ("delete", "delete_many") if hasattr(caches["process"], name)]
    with pytest.MonkeyPatch.context() as patch:
        for name in forgets:
            patch.setattr(caches["process"], name, lambda *_keys: None)
        yield


# ——— readiness


def in_the_moment(module: Any, monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Let something happen while a deed waits for the diary."""
    real = module.lock_schedule

    def after_that() -> BookingRules:
        do()
        found: BookingRules = real()
        return found

    monkeypatch.setattr(module, "lock_schedule", after_that)


@pytest.mark.parametrize("by_desk", [False, True])
def test_a_hold_raised_in_the_moment_of_a_booking_stops_it(
    anas: Patient,
    ana_user: User,
    treatment: VisitType,
    rui: User,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    by_desk: bool,
) -> None:
    in_the_moment(booking, monkeypatch, lambda: put(anas, "hold", by=rui, at=now))
    with pytest.raises(services.NotReady, match="must decide first" if by_desk else "is reading your form"):
        services.book(patient=anas, visit_type=treatment, start=TEN, by=rui if by_desk else ana_user, at=now)
    assert not Appointment.objects.exists()
    assert not Cell.objects.exists()


def test_an_emergency_in_the_moment_of_a_squeeze_in_stops_it(
    anas: Patient,
    consultation: VisitType,
    noors: Practitioner,
    rui: User,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_the_moment(booking, monkeypatch, lambda: put(anas, "alert", by=rui, at=now))
    with pytest.raises(services.NotReady):
        services.squeeze_in(
            patient=anas, visit_type=consultation, start=TEN, practitioner=noors.pk, reason="far", by=rui, at=now
        )
    assert not Appointment.objects.exists()


# ——— the timetable


def no_hours(_kind: VisitType) -> None:
    for row in WeeklyHours.objects.all():
        row.delete()


def a_holiday(_kind: VisitType) -> None:
    DayException.objects.create(what="holiday", day=THURSDAY)


def nobody_offers_it(kind: VisitType) -> None:
    kind.practitioners.clear()


def not_offered(kind: VisitType) -> None:
    VisitType(pk=kind.pk, active=False).save(update_fields=["active"])


def no_room(_kind: VisitType) -> None:
    for room in Room.objects.all():
        room.active = False
        room.save()


CHANGES = (no_hours, a_holiday, nobody_offers_it, not_offered, no_room)


@pytest.mark.parametrize("change", CHANGES)
def test_what_another_process_took_away_a_moment_ago_is_not_sold(
    anas: Patient, ana_user: User, consultation: VisitType, now: datetime, change: Callable[[VisitType], None]
) -> None:
    assert TEN in [slot.start for slot in occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)]
    with another_process():
        change(VisitType.objects.get(pk=consultation.pk))
    # Pages may be seconds behind; whoever presses the button is told.
    assert TEN in [slot.start for slot in occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)]
    with pytest.raises(services.BookingError):
        services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    assert not Appointment.objects.exists()


@pytest.mark.parametrize("change", CHANGES)
def test_nor_is_it_held_for_somebody_new(
    consultation: VisitType, now: datetime, change: Callable[[VisitType], None]
) -> None:
    schedule.current()
    with another_process():
        change(VisitType.objects.get(pk=consultation.pk))
    with pytest.raises(services.BookingError):
        services.hold(visit_type=consultation, start=TEN, at=now)
    assert not Hold.objects.exists()


def test_a_kind_that_has_needles_since_a_moment_ago_wants_a_form(consultation: VisitType, now: datetime) -> None:
    patient = make_patient("new@example.com", "Nia Invented", ready=False)
    assert patient.user
    schedule.current()
    with another_process():
        make_type("consultation", *consultation.practitioners.all(), needling=True)
    with pytest.raises(services.NotReady, match="health form before this visit"):
        services.book(patient=patient, visit_type=consultation, start=TEN, by=patient.user, at=now)
    with pytest.raises(services.NotReady):
        services.hold(visit_type=consultation, start=TEN, at=now)


def test_hours_added_by_another_process_are_seen_within_five_seconds(
    consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    def starts() -> int:
        return len(occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now))

    with time_machine.travel(now, tick=False) as clock:
        before = starts()
        with another_process():
            WeeklyHours.objects.create(practitioner=noors, weekday=3, opens="18:00", closes="20:00")
        assert starts() == before
        clock.shift(timedelta(seconds=6))
        assert starts() == before + 6


def test_the_timetable_is_read_again_after_five_seconds(
    consultation: VisitType, now: datetime, queries: Queries
) -> None:
    with time_machine.travel(now, tick=False) as clock:
        schedule.current()
        with queries(0):
            schedule.current()
        clock.shift(timedelta(seconds=6))
        with queries(9):
            schedule.current()


@pytest.mark.parametrize("leaves", [True, False])
def test_who_leaves_or_has_another_name_makes_a_new_version(
    consultation: VisitType, noors: Practitioner, django_capture_on_commit_callbacks: Any, leaves: bool
) -> None:
    def version() -> str:
        return BookingRules.objects.get().version

    before = version()
    with django_capture_on_commit_callbacks(execute=True):
        if leaves:
            noors.user.is_active = False
        else:
            noors.user.name = "Nora Inventada"
        noors.user.save()
    assert version() != before
    between = version()
    with django_capture_on_commit_callbacks(execute=True):
        noors.user.save(update_fields=["last_login"])  # signing in is no change
        make_patient("new@example.com", "Nia Invented")
    assert version() == between


# ——— limits


def family(*names: str) -> tuple[User, list[Patient]]:
    """Return one mailbox and the patients on it."""
    patients = [make_patient("family@example.com", f"{name} Invented") for name in names]
    assert patients[0].user
    return patients[0].user, patients


def test_a_mailbox_has_a_limit_of_visits_ahead_for_all_its_patients_together(
    consultation: VisitType, rui: User, now: datetime
) -> None:
    make_rules(future_visits=1, mailbox_patients=2)
    by, (one, two, three) = family("Uma", "Dua", "Tria")
    asked = {"visit_type": consultation, "by": by, "at": now}
    first = services.book(patient=one, start=TEN, **asked)  # type: ignore[arg-type]  # as named
    services.book(patient=two, start=TEN + minutes(60), **asked)  # type: ignore[arg-type]  # as named
    with pytest.raises(services.TooMany, match="The patients on this email already have the most visits"):
        services.book(patient=three, start=TEN + minutes(120), **asked)  # type: ignore[arg-type]  # as named
    services.cancel(first, reason="cannot_come", by=by, at=now)
    assert services.book(patient=three, start=TEN + minutes(120), **asked).pk  # type: ignore[arg-type]  # as named
    # The desk is not bound, and another mailbox has a limit of its own.
    assert services.book(patient=one, visit_type=consultation, start=TEN + minutes(180), by=rui, at=now).pk
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    assert services.book(patient=zed, visit_type=consultation, start=TEN + minutes(240), by=zed.user, at=now).pk


def test_the_limit_of_one_patient_does_not_count_the_others_on_the_mailbox(
    consultation: VisitType, now: datetime
) -> None:
    make_rules(future_visits=1, mailbox_patients=4)
    by, patients = family("Uma", "Dua", "Tria", "Quadra")
    for number, patient in enumerate(patients):
        start = TEN + minutes(60 * number)
        services.book(patient=patient, visit_type=consultation, start=start, by=by, at=now)
    with pytest.raises(services.TooMany, match="You already have the most visits"):
        services.book(patient=patients[0], visit_type=consultation, start=TEN + minutes(300), by=by, at=now)
    assert Appointment.objects.count() == 4


def test_a_visit_that_is_over_is_not_counted(anas: Patient, ana_user: User, consultation: VisitType) -> None:
    make_rules(future_visits=1, mailbox_patients=1)
    at = TEN - timedelta(days=1)
    services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=at)
    later = TEN + timedelta(hours=1)
    assert services.book(patient=anas, visit_type=consultation, start=TEN + timedelta(days=1), by=ana_user, at=later).pk


def test_who_has_to_be_called_first_is_not_offered_other_times(
    anas: Patient, consultation: VisitType, noors: Practitioner, rui: User, now: datetime, signed_in: Any
) -> None:
    services.book(patient=make_patient("zed@example.com", "Zed"), visit_type=consultation, start=TEN, by=rui, at=now)
    put(anas, "alert", by=rui, at=now)
    code = f"{TEN:%Y%m%dT%H%M%SZ}-{noors.pk}"
    page = signed_in(anas.user).post(f"/visits/book/{consultation.pk}/", {"slot": code, "for": anas.ref})
    assert page.status_code == 409
    assert 'type="radio"' not in page.text
