"""Nobody else’s visits: another patient’s, staff’s, and those of a family behind one mailbox."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking.models import Appointment, State, VisitType
from tests.booking.builders import TEN, make_patient
from tests.booking.patient_pages.addresses import BOOK, form, in_time, times_of
from tests.support.cast import SignedIn, make_mailbox

pytestmark = pytest.mark.usefixtures("frozen")

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
