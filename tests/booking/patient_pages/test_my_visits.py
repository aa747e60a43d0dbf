"""Ana sees, confirms, moves and cancels her visits; few queries, and looking changes nothing."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, State, VisitType
from clinic.outbox.models import Letter
from intake.record.models import Consent
from tests.booking.builders import TEN, make_patient, minutes
from tests.booking.patient_pages.addresses import code, form, in_time, slots_on, times_of
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = pytest.mark.usefixtures("frozen")


def test_the_page_of_a_visit_says_when_where_how_long_with_whom_and_what_comes_next(
    ana: Client, visit: Appointment, anas: Patient
) -> None:
    Consent.objects.filter(intake__patient=anas).delete()
    anas.intakes.all().delete()
    text = ana.get(reverse("booking:visit", args=[visit.ref])).text
    for said in (
        "Thu, Mar 5, 2026, 10:00 am",
        "Los Angeles time (PST)",
        "45 minutes",
        "Noor Inventada",
        "The clinic",
        "We don’t have your health form yet",
        'href="/intake/"',
        f"/visits/{visit.ref}/visit.ics",
        "For <strong>Ana Invented</strong>",
    ):
        assert said in text, said
    assert "<title>Your visit –" in re.sub(r"\s+", " ", text)


def test_the_title_after_booking_says_it_is_booked(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    done = ana.post(times_of(consultation), form(anas, TEN, noors), follow=True)
    assert "<h1>Your visit is booked</h1>" in done.text
    assert "We emailed the details to ana@example.com." in done.text


def test_the_calendar_file_is_the_owners(ana: Client, visit: Appointment, zed: User, signed_in: SignedIn) -> None:
    path = reverse("booking:calendar_file", args=[visit.ref])
    file = ana.get(path)
    assert file["Content-Type"].startswith("text/calendar")
    assert b"DTSTART:20260305T180000Z" in file.content
    assert b"onsultation" not in file.content
    assert file["Cache-Control"] == "no-store"
    assert signed_in(zed).get(path).status_code == 404


def test_looking_changes_nothing(ana: Client, visit: Appointment) -> None:
    before = (Letter.objects.count(), visit.events.count())
    for page in ("", "confirm/", "move/", "cancel/", "visit.ics"):
        ana.get(f"/visits/{visit.ref}/{page}")
    ana.get("/visits/")
    visit.refresh_from_db()
    assert visit.state == State.BOOKED
    assert (Letter.objects.count(), visit.events.count()) == before


def test_a_canceled_visit_is_past_when_its_time_is_over(ana: Client, visit: Appointment, rui: User) -> None:
    link = f'<a href="/visits/{visit.ref}/">'
    services.cancel(visit, reason="cannot_come", by=rui, at=NOW, started_by="patient")
    page = ana.get("/visits/").text
    assert ("<h2>Past visits</h2>" in page, link in page.split("<h2>Canceled visits</h2>")[1]) == (False, True)
    Appointment.objects.update(starts_at=NOW - timedelta(days=1))
    page = ana.get("/visits/").text
    assert ("<h2>Canceled visits</h2>" in page, link in page.split("<h2>Past visits</h2>")[1]) == (False, True)


def test_whoever_sits_in_the_clinic_is_at_no_past_visit(ana: Client, visit: Appointment) -> None:
    Appointment.objects.update(state=State.ARRIVED, starts_at=NOW - timedelta(minutes=5))
    page = ana.get("/visits/").text
    assert ("You are here" in page, "No upcoming visits" in page, "<h2>Past visits</h2>" in page) == (
        True,
        False,
        False,
    )
    # Nobody closed it: the day after it is over all the same.
    Appointment.objects.update(starts_at=NOW - timedelta(days=1))
    assert "<h2>Past visits</h2>" in ana.get("/visits/").text


def test_a_visit_is_confirmed_once(ana: Client, visit: Appointment) -> None:
    for _press in range(2):
        assert ana.post(f"/visits/{visit.ref}/confirm/").status_code == 303
    visit.refresh_from_db()
    assert visit.state == State.CONFIRMED
    assert visit.events.filter(deed="confirmed").count() == 1
    assert "You confirmed this visit" in in_time(visit, ana).text


def test_a_visit_is_moved_with_the_same_picker_and_the_link_is_kept(
    ana: Client, visit: Appointment, noors: Practitioner
) -> None:
    path = f"/visits/{visit.ref}/move/"
    # The own visit is not in its own way: a quarter of an hour later is free.
    assert code(TEN + minutes(15), noors) in slots_on(ana.get(path, {"from": "2026-03-05"}).text)
    done = ana.post(path, {"slot": code(TEN + minutes(15), noors)})
    new = Appointment.objects.get(moved_from=visit)
    assert (done.status_code, done["Location"]) == (303, f"/visits/{new.ref}/")
    assert (new.starts_at, new.uid) == (TEN + minutes(15), visit.uid)
    assert ana.post(path, {"slot": code(TEN + minutes(15), noors)})["Location"] == f"/visits/{new.ref}/"
    assert "This visit was rescheduled." in in_time(visit, ana).text
    assert Letter.objects.filter(kind="booking.changed").count() == 1


def test_a_move_that_loses_the_race_leaves_the_visit_alone(
    ana: Client, visit: Appointment, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    services.book(patient=zed, visit_type=consultation, start=TEN + timedelta(days=1), by=zed.user, at=now)
    lost = ana.post(f"/visits/{visit.ref}/move/", {"slot": code(TEN + timedelta(days=1), noors)})
    assert lost.status_code == 409
    assert "Your visit has not changed." in lost.text
    assert slots_on(lost.text)
    visit.refresh_from_db()
    assert visit.state == State.BOOKED


def test_moving_without_a_choice_says_what_to_do(ana: Client, visit: Appointment) -> None:
    response = ana.post(f"/visits/{visit.ref}/move/")
    assert (response.status_code, "Choose a time, then continue." in response.text) == (200, True)


@pytest.mark.parametrize(("said", "kept"), [("cannot_come", "cannot_come"), ("", "other")])
def test_a_visit_is_cancelled_with_or_without_a_reason(ana: Client, visit: Appointment, said: str, kept: str) -> None:
    path = f"/visits/{visit.ref}/cancel/"
    assert "Cancel this visit?" in ana.get(path).text
    assert ana.post(path, {"reason": said}).status_code == 303
    visit.refresh_from_db()
    assert (visit.state, visit.ended_reason, visit.ended_by) == (State.CANCELLED, kept, "patient")
    assert ana.post(path, {"reason": said}).status_code == 303
    assert "<h1>Your visit is canceled</h1>" in in_time(visit, ana).text


def test_in_another_language_the_reason_goes_along_and_nothing_is_cancelled(ana: Client, visit: Appointment) -> None:
    path = f"/es/visits/{visit.ref}/cancel/"
    assert f'form="cancel" formaction="{path}"' in ana.get(f"/visits/{visit.ref}/cancel/").text
    page = ana.post(path, {"reason": "mistake", "go": "in-es"}).text
    assert re.search(r'<input[^>]*value="mistake"[^>]*checked', page)
    visit.refresh_from_db()
    assert visit.state == State.BOOKED


@pytest.mark.parametrize("odd", ["practitioner_away", "x", "not_cleared"])
def test_a_reason_that_is_not_on_the_page_is_not_taken(ana: Client, visit: Appointment, odd: str) -> None:
    response = ana.post(f"/visits/{visit.ref}/cancel/", {"reason": odd})
    assert (response.status_code, "Choose a reason, or leave this empty." in response.text) == (200, True)
    visit.refresh_from_db()
    assert visit.state == State.BOOKED


def test_inside_the_cut_off_the_buttons_become_call_us(
    ana: Client, visit: Appointment, noors: Practitioner, frozen: time_machine.Traveller
) -> None:
    frozen.move_to(TEN - timedelta(hours=23))
    ana.force_login(visit.patient.user)  # type: ignore[arg-type]  # she has a mailbox
    text = in_time(visit, ana).text
    assert f"/visits/{visit.ref}/cancel/" not in text
    assert f"/visits/{visit.ref}/move/" not in text
    assert "Call us" in text or "How to reach us" in text
    assert ana.get(f"/visits/{visit.ref}/cancel/")["Location"] == f"/visits/{visit.ref}/"
    for page, told in (("cancel", {"reason": ""}), ("move", {"slot": code(TEN + timedelta(days=1), noors)})):
        assert ana.post(f"/visits/{visit.ref}/{page}/", told).status_code == 409
    visit.refresh_from_db()
    assert visit.state == State.BOOKED


def test_a_mistake_is_taken_back_within_five_minutes_whatever_the_cut_off(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    soon = TEN - timedelta(days=1)
    ana.post(times_of(consultation), form(anas, soon, noors))
    made = Appointment.objects.get()
    assert ana.post(f"/visits/{made.ref}/cancel/", {}).status_code == 303
    made.refresh_from_db()
    assert made.state == State.CANCELLED


@pytest.mark.parametrize("visits", [1, 9])
def test_my_visits_cost_the_same_however_many_there_are(
    ana: Client, anas: Patient, consultation: VisitType, rui: User, now: datetime, queries: Queries, visits: int
) -> None:
    for number in range(visits):
        services.book(
            patient=anas,
            visit_type=consultation,
            start=TEN + timedelta(days=7 * (number // 3), hours=2 * (number % 3)),
            by=rui,
            at=now,
        )
    cancelled = Appointment.objects.latest("id")
    services.cancel(cancelled, reason="other", by=rui, at=now)
    ana.get("/visits/")
    with queries(13):  # one of them: whether the last visit had needles
        text = ana.get("/visits/").text
    assert text.count('class="card"') == visits - 1
    assert "(Canceled)" in text


@pytest.mark.parametrize("ready", [False, True])
def test_my_visits_ask_for_a_form_that_is_missing(db: None, signed_in: SignedIn, ready: bool) -> None:
    her = make_patient(ready=ready)
    assert her.user is not None
    text = signed_in(her.user).get("/visits/").text
    main = text[text.index("<main") : text.index("</main")]
    assert ("We don’t have your health form yet" in main) is not ready
    assert main.count('href="/intake/"') == 1


def test_a_page_of_a_visit_costs_a_few_queries(ana: Client, visit: Appointment, queries: Queries) -> None:
    in_time(visit, ana)
    with queries(9):  # three of them choose the articles
        in_time(visit, ana)


@pytest.mark.parametrize(("late", "is_ahead"), [(timedelta(minutes=2), True), (timedelta(minutes=45), False)])
def test_a_visit_that_is_on_now_is_not_past(ana: Client, visit: Appointment, late: timedelta, is_ahead: bool) -> None:
    Appointment.objects.filter(pk=visit.pk).update(starts_at=NOW - late)
    ahead, _heading, past = ana.get(reverse("booking:mine")).text.partition("Past visits")
    assert (visit.ref in ahead, visit.ref in past) == (is_ahead, not is_ahead)
