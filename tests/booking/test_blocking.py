"""Blocked time, and a practitioner who is ill today."""

from datetime import datetime, timedelta

import pytest

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import occupancy, services
from clinic.booking.models import Block, Cell, DayException, Room, VisitType
from tests.booking.builders import TEN, THURSDAY, make_patient, make_practitioner, make_room, minutes


def test_blocked_time_is_shown_to_nobody_and_can_be_given_back(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    blocked = services.block(start=TEN, end=TEN + minutes(60), practitioner=noors.pk, words="Meeting", by=rui, at=now)
    shown = [slot.start for slot in occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)]
    assert not {TEN - minutes(30), TEN, TEN + minutes(45)} & set(shown)
    assert {TEN - minutes(45), TEN + minutes(60)} <= set(shown)
    with pytest.raises(services.SlotTaken):
        services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    services.unblock(blocked, by=rui, at=now)
    services.unblock(blocked, by=rui, at=now)
    assert services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now).pk
    assert not Block.objects.standing().exists()


def test_a_blocked_room_is_not_used(
    anas: Patient, ana_user: User, consultation: VisitType, room: Room, rui: User, now: datetime
) -> None:
    second = make_room("Room 2", 2)
    services.block(start=TEN, end=TEN + minutes(60), room=room.pk, by=rui, at=now)
    visit = services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now)
    assert visit.room == second


def test_time_with_visits_is_not_blocked_and_lapsed_holds_do_not_count(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    services.hold(visit_type=consultation, start=TEN, at=now)
    with pytest.raises(services.SlotTaken, match="blocked or held already"):
        services.block(start=TEN, end=TEN + minutes(60), practitioner=noors.pk, by=rui, at=now + minutes(5))
    services.block(start=TEN, end=TEN + minutes(60), practitioner=noors.pk, by=rui, at=now + minutes(10))
    services.book(patient=anas, visit_type=consultation, start=TEN + minutes(60), by=ana_user, at=now)
    with pytest.raises(services.SlotTaken, match=r"There are visits in that time: 11:00 am\. Reschedule"):
        services.block(start=TEN + minutes(90), end=TEN + minutes(120), practitioner=noors.pk, by=rui, at=now)
    assert Block.objects.count() == 1


@pytest.mark.parametrize(
    ("start", "end"), [(TEN, TEN), (TEN, TEN - minutes(5)), (TEN, TEN + timedelta(days=2)), (TEN, TEN + minutes(3))]
)
def test_a_stretch_that_is_none_is_refused(
    noors: Practitioner, rui: User, now: datetime, start: datetime, end: datetime
) -> None:
    with pytest.raises(services.BookingError):
        services.block(start=start, end=end, practitioner=noors.pk, by=rui, at=now)
    with pytest.raises(services.BookingError, match="practitioner or a room"):
        services.block(start=TEN, end=TEN + minutes(60), by=rui, at=now)


def test_a_practitioner_is_ill_today(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    zed = make_patient("zed@example.com", "Zed Invented")
    visits = [
        services.book(patient=anas, visit_type=consultation, start=TEN, practitioner=noors.pk, by=rui, at=now),
        services.book(
            patient=zed, visit_type=consultation, start=TEN + minutes(60), practitioner=noors.pk, by=rui, at=now
        ),
    ]
    morning = TEN - timedelta(hours=2)
    services.ill_today(practitioner=noors.pk, day=THURSDAY, by=rui, at=morning)
    services.ill_today(practitioner=noors.pk, day=THURSDAY, by=rui, at=morning)
    assert DayException.objects.count() == 1
    assert occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=morning, practitioner=noors.pk) == []
    services.note_call(visits[0], outcome="voicemail", by=rui, at=morning)
    services.note_call(visits[0], outcome="reached", by=rui, at=morning)
    first, second = services.ill_lines(practitioner=noors.pk, day=THURSDAY, by=rui, at=morning)
    assert (first.visit, first.phone, first.reached, second.reached) == (visits[0], "213-555-0101", True, False)
    assert [call.deed for call in first.calls] == ["voicemail", "reached"]
    assert {slot.practitioner for slot in first.with_others} == {tomas.pk}
    assert {slot.day for slot in first.later} & {THURSDAY} == set()
    services.move(
        visits[0],
        start=first.with_others[-1].start,
        practitioner=tomas.pk,
        by=rui,
        at=morning,
        reason="practitioner_away",
        started_by="clinic",
    )
    assert len(services.ill_lines(practitioner=noors.pk, day=THURSDAY, by=rui, at=morning)) == 1
    assert Cell.objects.filter(visit__patient=anas, kind=1).values_list("of", flat=True)[0] == tomas.pk
