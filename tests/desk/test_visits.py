"""One visit at the desk: every deed, moving, cancelling, and who could take the time."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, State, VisitType
from clinic.booking.occupancy import Slot
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def do(client: Client, visit: Appointment, deed: str, **sent: str) -> Any:
    return client.post(reverse("desk:do", args=[visit.ref, deed]), sent, follow=True)


def state(visit: Appointment) -> str:
    visit.refresh_from_db()
    return visit.state


def code(start: Any, practitioner: int) -> str:
    return Slot(start, practitioner, None, 0, "").code


def test_the_day_is_run_with_single_clicks(desk: Client, visit: Appointment) -> None:
    for deed, after in (
        ("confirm", State.CONFIRMED),
        ("arrive", State.ARRIVED),
        ("undo_arrival", State.CONFIRMED),
        ("arrive", State.ARRIVED),
        ("start", State.WITH),
        ("complete", State.COMPLETED),
    ):
        page = do(desk, visit, deed)
        assert (state(visit), page.status_code) == (after, 200), deed
    assert "Ana Costa Silva’s visit is completed." in page.text


def test_a_deed_leads_back_to_where_it_was_clicked(desk: Client, visit: Appointment) -> None:
    address = reverse("desk:do", args=[visit.ref, "arrive"])
    told = [
        desk.post(address, sent).headers["Location"]
        for sent in ({}, {"from": "board", "view": "board"}, {"back": "visit"}, {"view": "//evil.example"})
    ]
    assert told == [
        f"/desk/#visit-{visit.ref}",
        f"/desk/?view=board#board-{visit.ref}",
        f"/desk/visits/{visit.ref}/",
        f"/desk/#visit-{visit.ref}",
    ]


def test_a_no_show_is_taken_back(desk: Client, anas: Patient, treatment: VisitType, rui: User, frozen: Any) -> None:
    soon = NOW + timedelta(minutes=5)
    visit = services.book(patient=anas, visit_type=treatment, start=soon, by=rui, at=NOW)
    assert "has not started yet" in do(desk, visit, "no_show").text
    frozen.shift(timedelta(minutes=12))
    do(desk, visit, "no_show")
    assert state(visit) == State.NO_SHOW
    do(desk, visit, "undo_no_show")
    assert state(visit) == State.BOOKED


def test_what_is_impossible_is_a_sentence(desk: Client, visit: Appointment) -> None:
    page = do(desk, visit, "start")
    assert "This visit is already marked “Booked”" in page.text
    assert state(visit) == State.BOOKED
    assert do(desk, visit, "explode").status_code == 404


def test_entered_in_error_stays_readable(desk: Client, visit: Appointment) -> None:
    do(desk, visit, "error")
    assert state(visit) == State.IN_ERROR
    assert visit.ref not in desk.get(reverse("desk:day")).text
    assert "Entered in error" in desk.get(reverse("desk:visit", args=[visit.ref])).text


def test_the_page_of_a_visit_tells_its_history_and_letters(desk: Client, visit: Appointment) -> None:
    do(desk, visit, "confirm")
    page = plain(desk.get(reverse("desk:visit", args=[visit.ref])).text)
    assert "Booked Tue, Mar 3, 2026, 10:30 am, Rui Amostra Confirmed" in page
    assert "Confirmation, waiting, Tue, Mar 3, 2026, 10:33 am ana@example.com" in page
    read = Entry.objects.filter(deed="visit.read").latest("number")
    assert read.on == f"booking.appointment:{visit.ref}"


def test_cancelling_wants_a_reason_and_who_started_it(desk: Client, visit: Appointment) -> None:
    address = reverse("desk:cancel", args=[visit.ref])
    assert "Choose who requested it" in desk.post(address, {"reason": "cannot_come"}).text
    assert "Choose a reason." in desk.post(address, {"started_by": "patient"}).text
    assert state(visit) == State.BOOKED
    done = desk.post(address, {"reason": "cannot_come", "started_by": "patient"})
    assert done.headers["Location"] == "/desk/"
    assert (state(visit), visit.ended_reason, visit.ended_by) == ("cancelled", "cannot_come", "patient")


def test_a_cancelled_time_is_offered_to_who_waits(
    desk: Client, visit: Appointment, treatment: VisitType, rui: User
) -> None:
    zoe, yan = make_patient("zoe@example.com", "Zoe Later"), make_patient("yan@example.com", "Yan Urgent")
    for patient, urgent in ((zoe, False), (yan, True)):
        services.join(patient=patient, visit_type=treatment, until=TODAY, urgent=urgent, by=rui, at=NOW)
    address = reverse("desk:cancel", args=[visit.ref])
    page = desk.post(address, {"reason": "cannot_come", "started_by": "patient"}, follow=True)
    assert page.redirect_chain[0][0] == f"/desk/waiting/matches/?at={code(TWO, visit.practitioner_id)}"
    assert page.text.index("Yan Urgent") < page.text.index("Zoe Later")
    entry = yan.waiting.get()
    offered = desk.post(reverse("desk:offer", args=[entry.ref]), {"at": code(TWO, visit.practitioner_id)}, follow=True)
    assert "is offered to Yan Urgent and held for them" in offered.text
    offer = entry.offers.get()
    assert (offer.starts_at, offer.state) == (TWO, "open")
    taken = desk.post(reverse("desk:answer", args=[offer.ref]), {"answer": "yes"}, follow=True)
    assert "Yan Urgent is booked" in taken.text
    assert yan.visits.get().starts_at == TWO


def test_moving_keeps_the_link_and_tells_who_started_it(desk: Client, visit: Appointment) -> None:
    address = reverse("desk:move", args=[visit.ref])
    later = TWO + timedelta(minutes=90)
    assert "Choose a time." in desk.post(address, {"started_by": "patient"}).text
    page = desk.get(address).text
    assert code(later, visit.practitioner_id) in page
    sent = {"at": code(later, visit.practitioner_id), "started_by": "patient", "reason": "better_time"}
    again = desk.post(address, sent | {"started_by": ""}).text
    assert f'value="{sent["at"]}" checked' in again
    done = desk.post(address, sent, follow=True)
    new = Appointment.objects.get(moved_from=visit)
    assert (new.starts_at, state(visit), visit.ended_by) == (later, State.MOVED, "patient")
    assert "Rescheduled to Tue, Mar 3, 2026, 3:30 pm" in done.text


def test_a_lost_time_answers_409_and_shows_others(
    desk: Client, visit: Appointment, treatment: VisitType, rui: User
) -> None:
    other = make_patient("zed@example.com", "Zed Other")
    later = TWO + timedelta(minutes=90)
    services.book(patient=other, visit_type=treatment, start=later, by=rui, at=NOW)
    sent = {"at": code(later, visit.practitioner_id), "started_by": "clinic", "reason": "better_time"}
    lost = desk.post(reverse("desk:move", args=[visit.ref]), sent)
    assert lost.status_code == 409
    assert "Someone else just took that time" in lost.text
    assert 'type="radio" name="at"' in lost.text
    assert state(visit) == State.BOOKED


def test_the_book_says_who_did_it(desk: Client, visit: Appointment, rui: User) -> None:
    do(desk, visit, "arrive")
    line = Entry.objects.get(deed="visit.arrived")
    assert (line.by_id, line.on) == (rui.pk, f"booking.appointment:{visit.ref}")


@pytest.mark.parametrize(("person", "allowed"), [("noor", True), ("ada", False), ("edda", False)])
def test_only_desk_and_practitioners_run_the_day(
    request: pytest.FixtureRequest, visit: Appointment, person: str, allowed: bool
) -> None:
    user = User.objects.get(email="noor@clinic.example") if person == "noor" else request.getfixturevalue(person)
    client = sign_in(user)
    done = client.post(reverse("desk:do", args=[visit.ref, "arrive"]))
    assert (done.status_code, state(visit)) == ((302, "arrived") if allowed else (403, "booked"))
