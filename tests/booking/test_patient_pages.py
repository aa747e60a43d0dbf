"""Ana books, sees, moves and cancels on the pages; three requests, few queries, and nobody else's visits."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic import formatting
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import occupancy, schedule, services, spoken
from clinic.booking.models import Appointment, DayException, State, VisitType, WeeklyHours
from clinic.demo.forms import typed
from clinic.outbox.models import Letter
from clinic.site_settings.models import Price
from intake.record.models import Consent
from tests.booking.builders import (
    TEN,
    THURSDAY,
    make_patient,
    make_practitioner,
    make_room,
    make_rules,
    make_type,
    minutes,
)
from tests.intake.forms import sent
from tests.support.cast import SignedIn, make_mailbox
from tests.support.queries import Queries

pytestmark = pytest.mark.usefixtures("frozen")

BOOK = "/visits/book/"


def code(start: datetime, who: Practitioner) -> str:
    return f"{start:%Y%m%dT%H%M%SZ}-{who.pk}"


def times_of(kind: VisitType) -> str:
    return reverse("booking:times", args=[kind.pk])


def slots_on(text: str) -> list[str]:
    return re.findall(r'name="slot" value="([^"]+)"', text)


def form(patient: Patient | None, start: datetime, who: Practitioner) -> dict[str, str]:
    return {"slot": code(start, who)} | ({"for": patient.ref} if patient else {})


def in_time(visit: Appointment, client: Client) -> Any:
    return client.get(reverse("booking:visit", args=[visit.ref]))


@pytest.fixture
def ana(anas: Patient, ana_user: User, signed_in: SignedIn) -> Client:
    """Ana's browser, signed in."""
    return signed_in(ana_user)


@pytest.fixture
def visit(anas: Patient, ana_user: User, consultation: VisitType, now: datetime) -> Appointment:
    """A consultation of Ana's on Thursday at ten, booked an hour ago."""
    return services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now - timedelta(hours=1))


# ——— booking


def test_a_patient_books_in_three_requests(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    first = ana.get(BOOK)
    assert times_of(consultation) in first.text
    second = ana.get(times_of(consultation))
    chosen = slots_on(second.text)[0]
    done = ana.post(times_of(consultation), {"slot": chosen, "for": anas.ref})
    made = Appointment.objects.get()
    assert (done.status_code, done["Location"]) == (303, f"/visits/{made.ref}/")
    read = occupancy.read_code(chosen)
    assert read == occupancy.PickedTime(made.starts_at, noors.pk)


def test_each_time_is_a_radio_button_in_full_words(ana: Client, consultation: VisitType, noors: Practitioner) -> None:
    text = ana.get(times_of(consultation), {"from": "2026-03-05"}).text
    words = re.sub(r"<[^>]+>", "", text)
    assert "Thu, Mar 5, 2026, 10:00 am, 45 minutes, with Noor Inventada" in words
    assert "All times are in Los Angeles time (PST)." in words
    for found in slots_on(text):
        read = occupancy.read_code(found) or pytest.fail("No code of ours.")
        assert formatting.visit(read.start, minutes=45, with_name="Noor Inventada") in words
    assert code(TEN, noors) in slots_on(text)
    assert re.findall(r"<legend>(\w+)", text)[:2] == ["Morning", "Afternoon"]


def test_what_is_shown_is_what_the_diary_says_is_free(ana: Client, anas: Patient, consultation: VisitType) -> None:
    free = occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=TEN - timedelta(days=1), patient=anas)
    assert slots_on(ana.get(times_of(consultation), {"from": "2026-03-05"}).text)[: len(free)] == [
        slot.code for slot in free
    ]


def test_any_practitioner_shows_a_time_once_and_one_practitioner_shows_theirs(
    ana: Client, consultation: VisitType, noors: Practitioner
) -> None:
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    consultation.practitioners.add(tomas)
    consultation.save()
    starts = [found.partition("-")[0] for found in slots_on(ana.get(times_of(consultation)).text)]
    assert len(starts) == len(set(starts))
    named = slots_on(ana.get(times_of(consultation), {"with": str(tomas.pk)}).text)
    assert {found.partition("-")[2] for found in named} == {str(tomas.pk)}


def test_a_page_of_times_ends_with_a_whole_day_and_leads_on_and_back(ana: Client, consultation: VisitType) -> None:
    first = ana.get(times_of(consultation)).context["times"]
    shown = [day.day for day in first.days]
    assert shown[0] == date(2026, 3, 3)
    assert first.earlier is None
    second = ana.get(times_of(consultation), {"from": first.later.isoformat()}).context["times"]
    assert second.days[0].day == first.later > shown[-1]
    assert second.earlier == shown[0]


@pytest.mark.parametrize("odd", ["2020-01-01", "9999-12-31", "x", "0000-00-00", ""])
def test_a_day_that_cannot_be_booked_shows_one_that_can(ana: Client, consultation: VisitType, odd: str) -> None:
    response = ana.get(times_of(consultation), {"from": odd, "with": odd})
    assert response.status_code == 200
    assert slots_on(response.text)


def test_where_nothing_is_free_the_next_free_day_stands(
    ana: Client, consultation: VisitType, noors: Practitioner
) -> None:
    for number in range(20):
        DayException(practitioner=noors, what="off", day=date(2026, 3, 3) + timedelta(days=number)).save()
    text = ana.get(times_of(consultation)).text
    assert "The next open day is Mon, Mar 23, 2026." in text
    assert "Los Angeles time (PDT)" in text


def test_where_nothing_is_free_at_all_one_calls_or_waits(ana: Client, consultation: VisitType) -> None:
    for hours in WeeklyHours.objects.all():
        hours.delete()
    text = ana.get(times_of(consultation)).text
    assert "No open times" in text
    assert reverse("booking:wait", args=[consultation.pk]) in text


def test_without_a_choice_the_page_says_what_to_do(ana: Client, anas: Patient, consultation: VisitType) -> None:
    for odd in ("", "x", "20260305T180000Z-", "20260305T180100Z-1", "9" * 200):
        response = ana.post(times_of(consultation), {"for": anas.ref, "slot": odd})
        assert response.status_code == 200
        assert "<title>Error: Choose a time" in response.text
        assert "Choose a time, then continue." in response.text
    assert not Appointment.objects.exists()


def test_whom_and_which_day_one_asked_for_stays_when_nothing_was_chosen(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    page = ana.get(times_of(consultation), {"from": "2026-03-12", "with": str(noors.pk)})
    action = re.search(r'id="times" method="post" action="([^"]+)"', page.text)
    assert action
    again = ana.post(action[1].replace("&amp;", "&"), {"for": anas.ref})
    assert again.context["times"].days[0].day == date(2026, 3, 12)
    assert again.context["practitioner"] == noors.pk


def test_the_same_form_sent_twice_books_once(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    first = ana.post(times_of(consultation), form(anas, TEN, noors))
    second = ana.post(times_of(consultation), form(anas, TEN, noors))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    assert Appointment.objects.count() == 1


def test_sent_twice_at_the_limit_it_is_still_the_visit(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    make_rules(future_visits=1)
    ana.post(times_of(consultation), form(anas, TEN, noors))
    again = ana.post(times_of(consultation), form(anas, TEN, noors))
    assert again["Location"] == f"/visits/{Appointment.objects.get().ref}/"


def test_whoever_loses_the_time_gets_the_next_ones_and_takes_one_with_one_press(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now)
    lost = ana.post(times_of(consultation), form(anas, TEN, noors))
    assert lost.status_code == 409
    assert "Someone else just took that time." in lost.text
    offered = slots_on(lost.text)
    assert offered[0] == code(TEN + minutes(45), noors)
    assert "Zed" not in lost.text
    assert ana.post(times_of(consultation), {"slot": offered[0], "for": anas.ref}).status_code == 303


def test_too_many_visits_ahead_is_said_kindly(
    ana: Client, anas: Patient, visit: Appointment, consultation: VisitType, noors: Practitioner
) -> None:
    make_rules(future_visits=1)
    refused = ana.post(times_of(consultation), form(anas, TEN + timedelta(days=1), noors))
    assert refused.status_code == 409
    assert "You already have the most visits we can book online." in refused.text


@pytest.mark.parametrize("booked", [1, 12])
def test_booking_and_losing_cost_the_same_whatever_is_booked(
    ana: Client,
    anas: Patient,
    consultation: VisitType,
    noors: Practitioner,
    rui: User,
    now: datetime,
    queries: Queries,
    booked: int,
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
    ana.get(times_of(consultation))
    with queries(6):
        ana.get(BOOK)
    with queries(7):  # session, user, patients, prices; two for the standing, one for everything that is taken
        ana.get(times_of(consultation))
    with queries(9):  # the diary held, the next times and, last of all, the standing
        assert ana.post(times_of(consultation), form(anas, TEN, noors)).status_code == 409
    # Among them which open cases move in the queue, on any record; the last is whether somebody waits for such a visit.
    with queries(18):
        done = ana.post(times_of(consultation), form(anas, TEN + timedelta(days=6), noors))
    assert done.status_code == 303


def test_a_page_of_times_is_light_on_a_phone(client: Client, consultation: VisitType) -> None:
    # With the style sheet, the script and the icon the first view stays under thirty kilobytes.
    assert len(client.get(times_of(consultation)).content) < 15_000


# ——— readiness


def test_without_a_form_a_talk_can_be_booked_and_needles_say_why_not(
    consultation: VisitType, treatment: VisitType, noors: Practitioner, signed_in: SignedIn
) -> None:
    patient = make_patient("new@example.com", "Nia Invented", ready=False)
    assert patient.user
    client = signed_in(patient.user)
    text = client.get(BOOK).text
    assert f'<h2><a href="{times_of(consultation)}?' in text
    assert f'<h2><a href="{times_of(treatment)}?' not in text
    assert "Fill in your health form before a treatment" in text
    page = client.get(times_of(treatment))
    assert "Fill in your health form first" in page.text
    assert 'href="/intake/"' in page.text
    refused = client.post(times_of(treatment), form(patient, TEN, noors))
    assert refused.status_code == 409
    assert "health form before this visit" in refused.text
    assert client.post(times_of(consultation), form(patient, TEN, noors)).status_code == 303


@pytest.fixture
def asks(ana_user: User, signed_in: SignedIn, now: datetime) -> Callable[..., tuple[Client, Patient]]:
    """Send a form with these answers from Ana's mailbox; return her browser and the patient of that form."""

    def send(**answers: str) -> tuple[Client, Patient]:
        intake = sent(typed(full_name="Ana Ejemplo", **answers), by=ana_user, at=now)
        assert intake.patient
        client = signed_in(ana_user)
        client.post("/account/patients/", {"patient": intake.patient.ref})
        return client, intake.patient

    return send


def test_with_an_open_hold_a_talk_can_be_booked(
    asks: Callable[..., tuple[Client, Patient]], consultation: VisitType, treatment: VisitType, noors: Practitioner
) -> None:
    client, patient = asks(seizure="active")
    assert "A practitioner is reading your form" in client.get(BOOK).text
    assert "A practitioner is reading your form" in client.get(times_of(treatment)).text
    assert client.post(times_of(treatment), form(patient, TEN, noors)).status_code == 409
    assert client.post(times_of(consultation), form(patient, TEN, noors)).status_code == 303


def test_with_an_open_emergency_nothing_can_be_booked_and_nothing_says_why(
    asks: Callable[..., tuple[Client, Patient]], consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    client, patient = asks()
    visit = services.book(patient=patient, visit_type=consultation, start=TEN, by=rui, at=now)
    assert patient.user
    sent(typed(full_name="Ana Ejemplo", rf_saddle_numb="yes"), by=patient.user, at=now)
    for path in (
        BOOK,
        times_of(consultation),
        reverse("booking:wait", args=[consultation.pk]),
        f"/visits/{visit.ref}/move/",
    ):
        text = client.get(path).text
        assert "Let’s talk first" in text, path
        assert not slots_on(text)
        assert not re.search(
            "numb|saddle|alert|flag|hold|form", text.split("<h1>")[1].split("</main>")[0], re.IGNORECASE
        )
    refused = client.post(times_of(consultation), form(patient, TEN + timedelta(days=1), noors))
    assert (refused.status_code, "Let’s talk first" in refused.text) == (409, True)
    moved = client.post(f"/visits/{visit.ref}/move/", {"slot": code(TEN + timedelta(days=1), noors)})
    assert moved.status_code == 409
    assert Appointment.objects.count() == 1


def test_a_kind_that_is_booked_by_phone_says_so(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    consultation.booking = "contact"
    consultation.save()
    assert "call us to book" in ana.get(BOOK).text
    assert "Call us to book: Consultation" in ana.get(times_of(consultation)).text
    assert ana.post(times_of(consultation), form(anas, TEN, noors)).status_code == 409


def test_what_only_staff_book_is_not_there(ana: Client, consultation: VisitType) -> None:
    consultation.booking = "staff"
    consultation.save()
    assert ana.get(times_of(consultation)).status_code == 404
    assert "Consultation" not in ana.get(BOOK).text.split("<main")[1]


# ——— my visits


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


# ——— everybody else


OWN = ("", "confirm/", "move/", "cancel/", "visit.ics")


def test_another_patients_visit_does_not_exist(visit: Appointment, zed: User, signed_in: SignedIn) -> None:
    make_patient("zed@example.com", "Zed Invented")
    client = signed_in(zed)
    for page in OWN:
        assert client.get(f"/visits/{visit.ref}/{page}").status_code == 404
        assert client.post(f"/visits/{visit.ref}/{page}").status_code == 404
    visit.refresh_from_db()
    assert visit.state == State.BOOKED


@pytest.mark.parametrize("who", ["rui", "edda", "ada"])
def test_staff_have_no_patients_pages(visit: Appointment, who: str, signed_in: SignedIn, request: Any) -> None:
    client = signed_in(request.getfixturevalue(who))
    for page in OWN:
        assert client.get(f"/visits/{visit.ref}/{page}").status_code == 404
        assert client.post(f"/visits/{visit.ref}/{page}").status_code == 404
    for page in ("/visits/", BOOK):
        assert client.get(page)["Location"] == "/account/landing/"
    assert client.post(times_of(visit.visit_type), {"slot": "x"}).status_code == 403


def test_signed_out_a_visit_asks_to_sign_in_and_comes_back(visit: Appointment, client: Client) -> None:
    for path in ("/visits/", f"/visits/{visit.ref}/"):
        assert client.get(path)["Location"] == f"/account/sign-in/?next={path}"


# ——— a family behind one mailbox


@pytest.fixture
def ben(anas: Patient) -> Patient:
    return Patient.objects.create(user=anas.user, full_name="Ben Invented", date_of_birth=date(2010, 5, 5), phone="1")


def test_a_family_says_for_whom_first_and_comes_back(
    ana: Client, anas: Patient, ben: Patient, consultation: VisitType
) -> None:
    asked = ana.get(times_of(consultation))
    assert asked["Location"] == f"/account/patients/?next=/visits/book/{consultation.pk}/".replace(
        "/visits", "%2Fvisits"
    ).replace(f"book/{consultation.pk}/", f"book%2F{consultation.pk}%2F").replace("%2Fvisits/", "%2Fvisits%2F")
    page = ana.get(asked["Location"])
    assert f'name="next" value="{times_of(consultation)}"' in page.text
    back = ana.post("/account/patients/", {"patient": ben.ref, "next": times_of(consultation)})
    assert back["Location"] == times_of(consultation)
    assert "For <strong>Ben Invented</strong>" in ana.get(times_of(consultation)).text


@pytest.mark.parametrize(
    "odd", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "x"]
)
def test_for_whom_leads_to_no_other_site(ana: Client, anas: Patient, odd: str) -> None:
    assert ana.post("/account/patients/", {"patient": anas.ref, "next": odd})["Location"] == "/visits/"


def test_a_form_made_for_one_books_for_that_one_whoever_is_chosen_meanwhile(
    ana: Client, anas: Patient, ben: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    ana.post("/account/patients/", {"patient": ben.ref})
    ana.post(times_of(consultation), form(anas, TEN, noors))
    assert Appointment.objects.get().patient == anas


def test_nobody_books_with_somebody_elses_reference(
    ana: Client, anas: Patient, ben: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented")
    asked = ana.post(times_of(consultation), form(zed, TEN, noors))
    assert asked["Location"].startswith("/account/patients/")
    assert not Appointment.objects.exists()


def test_the_visits_of_a_family_are_kept_apart(ana: Client, anas: Patient, ben: Patient, visit: Appointment) -> None:
    ana.post("/account/patients/", {"patient": ben.ref})
    assert "Thu, Mar 5" not in ana.get("/visits/").text
    assert "For <strong>Ana Invented</strong>" in in_time(visit, ana).text
    ana.post("/account/patients/", {"patient": anas.ref})
    assert "Thu, Mar 5" in ana.get("/visits/").text


def test_somebody_without_a_record_is_told_where_to_begin(db: None, signed_in: SignedIn) -> None:
    client = signed_in(make_mailbox("empty@example.com"))
    assert "We don’t have any visits for this address yet" in client.get("/visits/").text


def test_a_room_away_does_not_matter_for_a_talk_by_phone(
    ana: Client, anas: Patient, noors: Practitioner, now: datetime
) -> None:
    phone = make_type("phone-review", noors, minutes=15, room_minutes=0)
    done = ana.post(times_of(phone), form(anas, TEN, noors), follow=True)
    assert "By phone. We will call you at 213-555-0101." in done.text


def test_who_speaks_a_language_comes_first_with_minutes_and_price(client: Client, db: None) -> None:
    make_rules()
    people = [
        make_practitioner(f"{name.split()[0].lower()}@clinic.example", name) for name in ("Ava A", "Ben B", "Cy C")
    ]
    Practitioner.objects.filter(pk=people[2].pk).update(languages="English, Spanish")
    talk = make_type("talk", *people)
    VisitType.objects.filter(pk=talk.pk).update(price=Price.objects.create(name="Any other name", amount=Decimal(95)))
    names = {
        "": ["Ava A", "Ben B", "Cy C"],
        "Spanish": ["Cy C", "Ava A", "Ben B"],
        "Klingon": ["Ava A", "Ben B", "Cy C"],
    }
    for speaks, order in names.items():
        for path in (BOOK, times_of(talk)):
            text = client.get(path, {"speaks": speaks}).text
            assert re.findall(r">(?:<span>)?(Ava A|Ben B|Cy C)", text) == order, (path, speaks)
            assert "45 minutes · $95" in text, path
    assert re.findall(r'href="\?speaks=(\w+)"', client.get(BOOK).text) == ["Spanish"]


def test_whoever_reads_spanish_is_offered_who_speaks_it_first(client: Client, ana: Client, anas: Patient) -> None:
    make_rules()
    make_room()
    ben, cy = make_practitioner("ben@clinic.example", "Ben B"), make_practitioner("cy@clinic.example", "Cy C")
    Practitioner.objects.filter(pk=cy.pk).update(languages="English, Spanish")
    talk = make_type("talk", ben, cy)

    def offered(who: Client, path: str) -> tuple[list[str], str]:
        """The practitioners in order, and with whom the first time is."""
        names = re.findall(r">(?:<span>)?(Ben B|Cy C)", who.get(path).text)
        first = re.search(r"(?:with|con) (Ben B|Cy C)", who.get(path).text)
        assert first is not None
        return names, first[1]

    english, spanish = times_of(talk), f"/es{times_of(talk)}"
    assert offered(client, english) == (["Ben B", "Cy C"], "Ben B")
    assert offered(client, spanish) == (["Cy C", "Ben B"], "Cy C")
    assert "speaks=" not in client.get(spanish).text  # nobody chose it: no link carries it on
    assert offered(ana, english) == (["Ben B", "Cy C"], "Ben B")
    Patient.objects.filter(pk=anas.pk).update(language="es")
    assert offered(ana, english) == (["Cy C", "Ben B"], "Cy C")
    assert re.findall(r'aria-current="true">([^<]+)<', client.get(BOOK, {"speaks": "Spanish"}).text) == ["Spanish"]


@pytest.mark.parametrize(
    ("interpreter", "language", "read", "wanted"),
    [
        ("es", "en", "en", "Spanish"),
        ("", "es", "en", "Spanish"),
        ("", "en", "es", "Spanish"),
        ("zh", "es", "en", "Mandarin"),
        ("", "zh-hant", "en", "Mandarin"),
        ("no", "ko", "en", ""),
        ("", "en", "en", ""),
    ],
)
def test_the_language_to_look_for_is_the_interpreters_then_what_is_read(
    db: None, anas: Patient, interpreter: str, language: str, read: str, wanted: str
) -> None:
    make_rules()
    for name, languages in (("Ava A", "English, Mandarin"), ("Ben B", "English, Spanish")):
        who = make_practitioner(f"{name[:3].lower()}@clinic.example", name)
        Practitioner.objects.filter(pk=who.pk).update(languages=languages)
    anas.interpreter, anas.language = interpreter, language
    assert spoken.wanted("", anas, schedule.current().people.values(), read=read) == wanted
