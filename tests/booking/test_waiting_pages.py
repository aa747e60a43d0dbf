"""The waiting list on the patient's pages: joining, changing, leaving, and answering an offer."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, Offer, VisitType, WaitingEntry
from tests.booking.builders import TEN, make_patient
from tests.intake.forms import fill
from tests.support.answers import Answers
from tests.support.cast import SignedIn, sign_in

pytestmark = pytest.mark.usefixtures("frozen")

WISHES = {"practitioner": "any", "weekdays": ["1", "3"], "parts": ["morning"], "until": "2026-04-02"}


@pytest.fixture
def ana(anas: Patient, ana_user: User, signed_in: SignedIn) -> Client:
    return signed_in(ana_user)


@pytest.fixture
def wait(consultation: VisitType) -> str:
    return reverse("booking:wait", args=[consultation.pk])


@pytest.fixture
def offered(
    anas: Patient, ana_user: User, consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> Offer:
    """Thursday at ten, offered to Ana for two hours."""
    until = date(2026, 4, 2)
    entry = services.join(patient=anas, visit_type=consultation, until=until, by=ana_user, at=now)
    return services.offer(entry=entry, start=TEN, practitioner=noors.pk, by=rui, at=now, minutes=120)


def test_joining_keeps_the_wishes_and_stands_on_my_visits(ana: Client, wait: str, anas: Patient) -> None:
    assert ana.get(wait).status_code == 200
    assert ana.post(wait, WISHES)["Location"] == "/visits/"
    entry = WaitingEntry.objects.get()
    assert (entry.patient, entry.weekdays, entry.parts, entry.urgent) == (anas, [1, 3], ["morning"], False)
    assert entry.until == date(2026, 4, 2)
    text = ana.get("/visits/").text
    assert "Tuesday, Thursday" in text
    assert "Until Thu, Apr 2, 2026" in text


def test_joining_again_changes_the_wishes(ana: Client, wait: str, noors: Practitioner) -> None:
    ana.post(wait, WISHES)
    ana.post(wait, WISHES | {"practitioner": str(noors.pk), "weekdays": [], "parts": []})
    entry = WaitingEntry.objects.get()
    assert (entry.practitioner, len(entry.weekdays), len(entry.parts)) == (noors, 7, 3)
    assert "Days: any day. Times: any time." in ana.get("/visits/").text


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        ({"until": ""}, "Choose a last day."),
        ({"until": "soon"}, "Write the day as month/day/year"),
        ({"until": "2026-03-02"}, "Choose a last day within six months."),
        ({"until": "2027-03-02"}, "Choose a last day within six months."),
        ({"practitioner": "99999"}, "Select a valid choice"),
        ({"weekdays": ["9"]}, "Select a valid choice"),
        ({"parts": ["night"]}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_waited_for_is_said(ana: Client, wait: str, odd: dict[str, object], says: str) -> None:
    response = ana.post(wait, WISHES | odd)
    assert (response.status_code, says in response.text) == (200, True), response.text
    assert not WaitingEntry.objects.exists()


def test_a_patient_is_never_urgent_by_their_own_word(ana: Client, wait: str) -> None:
    ana.post(wait, WISHES | {"urgent": "on"})
    assert not WaitingEntry.objects.get().urgent


def test_leaving_takes_one_press_and_twice_is_nothing(ana: Client, wait: str) -> None:
    ana.post(wait, WISHES)
    path = reverse("booking:leave", args=[WaitingEntry.objects.get().ref])
    assert ana.get(path)["Location"] == "/visits/"
    assert WaitingEntry.objects.get().left_at is None
    for _press in range(2):
        assert ana.post(path)["Location"] == "/visits/"
    assert WaitingEntry.objects.get().left_why == "asked"
    assert "You are on the waiting list" not in ana.get("/visits/").text


def test_an_offer_is_shown_and_taken(ana: Client, offered: Offer) -> None:
    path = f"/visits/offers/{offered.ref}/"
    assert path in ana.get("/visits/").text
    page = ana.get(path)
    assert "Thu, Mar 5, 2026, 10:00 am" in page.text
    assert "We are holding this time for you until 12:30 pm." in page.text
    assert not Appointment.objects.exists()
    taken = ana.post(path, {"answer": "take"})
    visit = Appointment.objects.get()
    assert taken["Location"] == f"/visits/{visit.ref}/"
    assert ana.post(path, {"answer": "take"})["Location"] == f"/visits/{visit.ref}/"
    assert ana.get(path)["Location"] == f"/visits/{visit.ref}/"
    assert Appointment.objects.count() == 1


def test_an_offer_that_is_declined_is_free_again_and_the_place_stays(ana: Client, offered: Offer) -> None:
    path = f"/visits/offers/{offered.ref}/"
    assert ana.post(path, {"answer": "decline"})["Location"] == "/visits/"
    offered.refresh_from_db()
    assert (offered.state, offered.entry.left_at) == ("declined", None)
    assert "This offer has ended" in ana.get(path).text
    refused = ana.post(path, {"answer": "take"})
    assert (refused.status_code, "You are still on the waiting list." in refused.text) == (409, True)


def test_an_offer_without_an_answer_is_asked_again(ana: Client, offered: Offer) -> None:
    path = f"/visits/offers/{offered.ref}/"
    assert ana.post(path, {"answer": "x"})["Location"] == path
    offered.refresh_from_db()
    assert offered.state == "open"


def test_an_offer_that_lapsed_says_so_kindly(
    ana_user: User, offered: Offer, frozen: time_machine.Traveller, times_page: str
) -> None:
    frozen.shift(timedelta(minutes=121))
    client = sign_in(ana_user)
    path = f"/visits/offers/{offered.ref}/"
    page = client.get(path)
    assert page.status_code == 200
    assert "We could not hold the time any longer." in page.text
    assert times_page in page.text
    assert client.post(path, {"answer": "take"}).status_code == 409
    assert not Appointment.objects.exists()


@pytest.fixture
def times_page(consultation: VisitType) -> str:
    return reverse("booking:times", args=[consultation.pk])


def test_offers_and_places_of_others_do_not_exist(offered: Offer, zed: User, rui: User) -> None:
    make_patient("zed@example.com", "Zed Invented")
    for somebody in (zed, rui):
        client = sign_in(somebody)
        for path in (f"/visits/offers/{offered.ref}/", f"/visits/waiting/{offered.entry.ref}/leave/"):
            assert client.get(path).status_code == 404
            assert client.post(path, {"answer": "take"}).status_code == 404
    offered.refresh_from_db()
    assert offered.state == "open"
    assert offered.entry.left_at is None


def test_during_an_emergency_the_offer_and_the_first_page_of_booking_carry_the_red_line(
    ana: Client, ana_user: User, offered: Offer, answers: Answers, now: datetime
) -> None:
    fill(answers(rf_chest="yes"), only={"rf_chest"}, by=ana_user, at=now)
    page = reverse("booking:offer", args=[offered.ref])
    for address in (page, reverse("booking:book")):
        shown = ana.get(address)
        assert shown.context["red_line"] is not None
        assert "Take this time" not in shown.text
    refused = ana.post(page, {"answer": "take"})
    assert (refused.status_code, "This offer has ended" in refused.text) == (409, False)
    assert "You can’t book this time right now" in refused.text
