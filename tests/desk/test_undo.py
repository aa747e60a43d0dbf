"""Nobody is told for three minutes of what the desk did, and until then it goes back whole; two visits swap places."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.letters import UNDO_FOR
from clinic.booking.models import Appointment, Cell, State, VisitType, WaitingEntry
from clinic.booking.occupancy import Slot
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from intake.review.models import NextVisit
from tests.booking.builders import make_patient, make_practitioner
from tests.desk.conftest import TWO
from tests.desk.test_visits import state
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
FOUR = TWO + 2 * HOUR
EARLIER = NOW - HOUR


def code(start: datetime, practitioner: int) -> str:
    return Slot(start, practitioner, None, 0, "").code


def cells() -> set[tuple[int, int, int, int]]:
    return set(Cell.objects.values_list("kind", "of", "start", "visit"))


@pytest.fixture
def booked(anas: Patient, treatment: VisitType, rui: User) -> Appointment:
    """Ana's treatment today at two, booked an hour ago; her message has gone."""
    visit = services.book(patient=anas, visit_type=treatment, start=TWO, by=rui, at=EARLIER)
    assert delivery.send_next(at=EARLIER) is None
    assert delivery.send_next(at=EARLIER + UNDO_FOR - timedelta(seconds=1)) is None
    while delivery.send_next(at=EARLIER + UNDO_FOR):
        pass
    assert list(Letter.objects.values_list("kind", "state")) == [("booking.confirmation", "sent")]
    return visit


def test_a_booking_is_undone_and_the_wait_goes_on(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner, rui: User
) -> None:
    entry = services.join(patient=anas, visit_type=treatment, until=date(2026, 4, 1), by=rui, at=EARLIER)
    sent = {"patient": anas.ref, "type": treatment.code, "at": code(TWO, noors.pk)}
    page = desk.post(reverse("desk:book"), sent, follow=True).text
    assert "Undo the booking" in page
    assert "Until 10:33 am." in page
    visit = Appointment.objects.get()
    done = desk.post(reverse("desk:undo", args=[visit.ref]), follow=True).text
    assert "Undone. No message was sent about it." in done
    assert "Undo the booking" not in done
    assert (state(visit), cells(), Letter.objects.count()) == (State.IN_ERROR, set(), 0)
    assert WaitingEntry.objects.get(left_at=None) == entry
    assert not NextVisit.objects.filter(patient=anas).exists()
    assert Entry.objects.filter(deed="visit.undone").count() == 1
    # The time can be booked again, and that is told.
    services.book(patient=anas, visit_type=treatment, start=TWO, by=rui, at=NOW)
    assert Letter.objects.count() == 1


def test_each_deed_is_undone_by_itself_and_says_whose(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner
) -> None:
    other = make_patient("zed@example.com", name="Zed Nadie")
    for patient, start in ((anas, TWO), (other, FOUR)):
        sent = {"patient": patient.ref, "type": treatment.code, "at": code(start, noors.pk)}
        desk.post(reverse("desk:book"), sent)
    for address in (reverse("desk:day"), reverse("desk:patient", args=[other.ref])):
        page = desk.get(address).text
        assert page.index("Undo the booking: Zed Nadie") < page.index(f"Undo the booking: {anas.full_name}")
    first = Appointment.objects.get(patient=anas)
    page = desk.post(reverse("desk:undo", args=[first.ref]), follow=True).text
    assert (state(first), f"Undo the booking: {anas.full_name}" in page) == (State.IN_ERROR, False)
    assert "Undo the booking: Zed Nadie" in page


def test_a_move_is_undone_and_can_be_made_again(
    desk: Client, booked: Appointment, noors: Practitioner, rui: User
) -> None:
    before = cells()
    sent = {"at": code(FOUR, noors.pk), "started_by": "patient"}
    page = desk.post(reverse("desk:move", args=[booked.ref]), sent, follow=True).text
    assert "Undo the new time" in page
    new = Appointment.objects.get(moved_from=booked)
    desk.post(reverse("desk:undo", args=[new.ref]))
    assert (state(booked), state(new), cells()) == (State.BOOKED, State.IN_ERROR, before)
    assert (booked.ended_reason, booked.ended_by) == ("", "")
    assert list(Letter.objects.values_list("kind", flat=True)) == ["booking.confirmation"]
    again = services.move(booked, start=FOUR, by=rui, at=NOW)
    assert (again.moved_from, state(booked)) == (booked, State.MOVED)


def test_a_cancellation_is_undone_unless_somebody_has_the_time(
    desk: Client, booked: Appointment, treatment: VisitType, rui: User
) -> None:
    services.confirm(booked, by=rui, at=EARLIER)
    before = cells()
    cancel, undo = (reverse(f"desk:{name}", args=[booked.ref]) for name in ("cancel", "undo"))
    sent = {"reason": "cannot_come", "started_by": "patient"}
    assert "Undo the cancellation" in desk.post(cancel, sent, follow=True).text
    desk.post(undo)
    assert (state(booked), cells()) == (State.CONFIRMED, before)
    # Canceled again it is told after all: the key of the message is free.
    desk.post(cancel, sent)
    assert Letter.objects.filter(kind="booking.cancelled", state="due").count() == 1
    zed = make_patient("zed@example.com", "Zed Quick")
    services.book(patient=zed, visit_type=treatment, start=TWO, by=rui, at=NOW)
    assert "Someone else has that time now." in desk.post(undo, follow=True).text
    assert state(booked) == State.CANCELLED
    assert Letter.objects.filter(kind="booking.cancelled", state="due").count() == 1


@pytest.mark.parametrize(
    ("after", "by_noor", "more", "says"),
    [
        (UNDO_FOR - timedelta(seconds=1), False, False, ""),
        (UNDO_FOR, False, False, "too late"),
        (MINUTE, True, False, "nothing to undo"),
        (MINUTE, False, True, "nothing to undo"),
    ],
)
def test_only_what_was_just_done_by_oneself_is_undone(
    booked: Appointment, noors: Practitioner, rui: User, after: timedelta, by_noor: bool, more: bool, says: str
) -> None:
    services.cancel(booked, reason="cannot_come", by=rui, at=NOW)
    if more:
        services.note_call(booked, outcome="reached", by=rui, at=NOW)
    by = noors.user if by_noor else rui
    if says:
        with pytest.raises(services.NotAllowed, match=says):
            services.undo(booked, by=by, at=NOW + after)
    else:
        assert services.undo(booked, by=by, at=NOW + after) == [booked]


def test_a_message_that_has_left_cannot_be_undone(booked: Appointment, rui: User) -> None:
    services.cancel(booked, reason="cannot_come", by=rui, at=NOW)
    Letter.objects.filter(kind="booking.cancelled").update(state="sent")
    with pytest.raises(services.NotAllowed, match="message has left"):
        services.undo(booked, by=rui, at=NOW + MINUTE)


def test_what_a_patient_does_is_told_at_once(anas: Patient, treatment: VisitType) -> None:
    assert anas.user
    services.book(patient=anas, visit_type=treatment, start=TWO + 24 * HOUR, by=anas.user, at=NOW)
    assert delivery.send_next(at=NOW) is not None


def test_two_visits_swap_places_and_go_back_together(
    desk: Client, booked: Appointment, treatment: VisitType, noors: Practitioner, rui: User
) -> None:
    zed = make_patient("zed@example.com", "Zed Later")
    other = services.book(patient=zed, visit_type=treatment, start=FOUR, by=rui, at=EARLIER)
    before, swap = cells(), reverse("desk:swap", args=[booked.ref])
    page = desk.get(swap).text
    assert "4:00 pm, Zed Later, Treatment, Noor Inventada" in page
    assert "Choose the other visit." in desk.post(swap).text
    mei = make_practitioner("mei@clinic.example", "Mei Ejemplo")
    third = services.book(
        patient=make_patient("bo@example.com", "Bo Third"),
        visit_type=_with(mei),
        start=TWO,
        by=rui,
        at=EARLIER,
    )
    refused = desk.post(swap, {"with": third.ref}).text
    assert "does not offer the other visit type" in refused
    assert f'value="{third.ref}" checked' in refused
    done = desk.post(swap, {"with": other.ref}, follow=True).text
    assert "Swapped: Ana Costa Silva comes Tue, Mar 3, 2026, 4:00 pm" in done
    assert ("Undo the swap: Ana Costa Silva" in done, "Undo the new time" in done) == (True, False)
    new = Appointment.objects.get(moved_from=booked)
    assert (new.starts_at, Appointment.objects.get(moved_from=other).starts_at) == (FOUR, TWO)
    desk.post(reverse("desk:undo", args=[new.ref]))
    assert (state(booked), state(other)) == (State.BOOKED, State.BOOKED)
    assert cells() - set(Cell.objects.filter(visit=third).values_list("kind", "of", "start", "visit")) == before


def _with(person: Practitioner) -> VisitType:
    from tests.booking.builders import make_type

    return make_type("talk", person, room_minutes=0)


def test_a_mistake_loses_no_chosen_time(desk: Client, booked: Appointment, noors: Practitioner) -> None:
    """Also one that the page would not list: of somebody else, a month from now."""
    mei = make_practitioner("mei@clinic.example", "Mei Ejemplo")
    booked.visit_type.practitioners.add(mei)
    far = code(TWO + timedelta(days=35), mei.pk)
    for chosen in (code(FOUR, noors.pk), far):
        page = desk.post(reverse("desk:move", args=[booked.ref]), {"at": chosen, "reason": "cannot_come"})
        assert "Choose who requested it" in page.text
        assert f'value="{chosen}" checked' in page.text
        assert '<option value="cannot_come" selected>' in page.text


def test_outside_the_hours_a_visit_may_be_squeezed_in(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner
) -> None:
    evening = {"patient": anas.ref, "type": treatment.code, "at": code(TWO + 4 * HOUR, noors.pk)}
    page = desk.post(reverse("desk:book"), evening).text
    assert "No one is working then." in page
    assert 'name="squeeze"' in page
    told = evening | {"squeeze": "1", "reason": "Comes from far away"}
    assert desk.post(reverse("desk:book"), told).status_code == 302
    assert Appointment.objects.get().is_squeezed_in
