"""Somebody new holds a time, says who comes, types a code and has a visit; nothing of them stands in the clear."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, Cell, Hold, VisitType
from clinic.outbox.models import Letter
from tests.accounts.helpers import newest_code
from tests.booking.builders import TEN, make_patient, minutes
from tests.support.cast import SignedIn, make_mailbox

pytestmark = pytest.mark.usefixtures("frozen")

YOU, CONFIRM = "/visits/book/you/", "/visits/book/confirm/"
TOLD = {
    "full_name": "Nia Newcomer",
    "date_of_birth-month": "4",
    "date_of_birth-day": "27",
    "date_of_birth-year": "1984",
    "phone": "213-555-0177",
    "email": "nia@example.com",
}


@pytest.fixture
def times(consultation: VisitType) -> str:
    return reverse("booking:times", args=[consultation.pk])


@pytest.fixture
def slot(noors: Practitioner) -> str:
    return f"{TEN:%Y%m%dT%H%M%SZ}-{noors.pk}"


@pytest.fixture
def keeping(client: Client, times: str, slot: str) -> Client:
    """A browser for which Thursday at ten is kept."""
    kept = client.post(times, {"slot": slot})
    assert (kept.status_code, kept["Location"]) == (303, YOU)
    return client


def types_the_code(client: Client, asked: str, address: str = "nia@example.com") -> str:
    call_command("worker", once=True)
    done = client.post(asked, {"code": newest_code(address), "next": CONFIRM})
    return str(done["Location"])


def test_a_newcomer_has_a_visit_in_one_go(keeping: Client, noors: Practitioner, slot: str) -> None:
    page = keeping.get(YOU)
    assert "Thu, Mar 5, 2026, 10:00 am, 45 minutes, with Noor Inventada" in re.sub(r"\s+", " ", page.text)
    assert "We are holding this time until 10:40 am." in page.text
    asked = keeping.post(YOU, TOLD)
    assert asked["Location"].startswith(reverse("account_confirm_login_code"))
    assert types_the_code(keeping, asked["Location"]) == CONFIRM
    assert "Nia Newcomer" in keeping.get(CONFIRM).text
    done = keeping.post(CONFIRM)
    visit = Appointment.objects.get()
    assert (done.status_code, done["Location"]) == (303, f"/visits/{visit.ref}/")
    assert (visit.starts_at, visit.practitioner, visit.source) == (TEN, noors, "patient")
    nia = visit.patient
    assert (nia.full_name, nia.date_of_birth, nia.phone) == ("Nia Newcomer", date(1984, 4, 27), "213-555-0177")
    assert nia.user == User.objects.get(email="nia@example.com")
    assert not Hold.objects.exists()
    assert Letter.objects.filter(kind="booking.confirmation", to="nia@example.com").count() == 1
    assert "We don’t have your health form yet" in keeping.get(done["Location"]).text


def test_who_changes_the_language_on_the_way_keeps_what_was_typed_and_is_written_to_in_it(keeping: Client) -> None:
    assert keeping.post(YOU, TOLD | {"email": "", "go": "in-es"})["Location"] == f"/es{YOU}"
    assert 'value="Nia Newcomer"' in keeping.get(f"/es{YOU}").text
    asked = keeping.post(f"/es{YOU}", TOLD)
    call_command("worker", once=True)
    keeping.post(asked["Location"], {"code": newest_code("nia@example.com"), "next": f"/es{CONFIRM}"})
    assert keeping.post(f"/es{CONFIRM}")["Location"] == f"/es/visits/{Appointment.objects.get().ref}/"
    letter = Letter.objects.get(kind="booking.confirmation")
    assert (Patient.objects.get().language, letter.language) == ("es", "es")


def test_while_it_is_kept_nobody_else_sees_or_gets_it(
    keeping: Client, slot: str, times: str, consultation: VisitType, now: datetime
) -> None:
    other = Client()
    assert slot not in other.get(times, {"from": "2026-03-05"}).text
    lost = other.post(times, {"slot": slot})
    assert lost.status_code == 409
    assert "Someone else just took that time." in lost.text
    assert other.get(YOU).text.count("We are not holding a time in this browser") == 1


def test_another_choice_gives_the_first_time_back(keeping: Client, times: str, noors: Practitioner) -> None:
    keeping.post(times, {"slot": f"{TEN + minutes(60):%Y%m%dT%H%M%SZ}-{noors.pk}"})
    assert [hold.starts_at for hold in Hold.objects.all()] == [TEN + minutes(60)]


def test_not_wanting_it_gives_the_time_back(keeping: Client) -> None:
    assert keeping.post("/visits/book/drop/")["Location"] == "/visits/book/"
    assert not Cell.objects.exists()
    assert "Choose a time first" in keeping.get(YOU).text


def test_what_is_wrong_is_said_and_what_was_typed_stays(keeping: Client) -> None:
    response = keeping.post(YOU, TOLD | {"date_of_birth-year": "2084", "phone": "12", "email": "nia"})
    assert response.status_code == 200
    assert "<title>Error: Who is the visit for?" in response.text
    for said in ("This date is in the future.", "Write a phone number", "This address looks incomplete"):
        assert said in response.text
    assert 'value="Nia Newcomer"' in response.text
    assert 'value="Nia Newcomer"' in keeping.get(YOU).text
    assert not Letter.objects.exists()


def test_without_an_email_and_without_texts_one_is_told_to_call(keeping: Client, settings: Any) -> None:
    settings.SMS_URL = ""
    response = keeping.post(YOU, TOLD | {"email": ""})
    assert "No email? Call us and we will book for you." in response.text
    assert not User.objects.filter(email="").exists()


def test_with_a_phone_and_no_email_one_books_all_the_same(keeping: Client, noors: Practitioner) -> None:
    page = keeping.get(YOU).text
    assert "Text me about my visits at this phone number." in page
    asked = keeping.post(YOU, TOLD | {"email": "", "texts": "on"})
    assert asked["Location"].startswith(reverse("account_confirm_login_code"))
    assert "We texted a code to <strong>213-555-0177</strong>" in keeping.get(asked["Location"]).text
    assert types_the_code(keeping, asked["Location"], "+12135550177") == CONFIRM
    done = keeping.post(CONFIRM)
    nia = Appointment.objects.get().patient
    assert (nia.email_for_messages, nia.text_for_messages, nia.phone) == ("", "+12135550177", "213-555-0177")
    assert nia.user is not None
    assert (nia.user.is_phone, str(nia.user)) == (True, "213-555-0177")
    assert [(row.agreed, row.how) for row in nia.text_consents.all()] == [(True, "booking")]
    (letter,) = Letter.objects.filter(kind="booking.confirmation")
    assert (letter.channel, letter.to) == ("text", "+12135550177")
    assert "We texted the details to 213-555-0177." in keeping.get(done["Location"]).text


@pytest.mark.parametrize("texts", [{}, {"texts": "on"}])
def test_without_a_tick_no_text_about_visits_is_sent(keeping: Client, texts: dict[str, str]) -> None:
    types_the_code(keeping, keeping.post(YOU, TOLD | texts)["Location"])
    keeping.post(CONFIRM)
    channels = ["email", "text"] if texts else ["email"]
    assert sorted(Letter.objects.filter(kind="booking.confirmation").values_list("channel", flat=True)) == channels


def test_a_number_that_no_text_reaches_is_said_at_the_field(keeping: Client) -> None:
    response = keeping.post(YOU, TOLD | {"email": "", "phone": "+44 20 7946 0958"})
    assert "This phone cannot get texts" in response.text
    assert not Letter.objects.exists()


def test_the_session_holds_nothing_of_a_person_in_the_clear(keeping: Client) -> None:
    keeping.post(YOU, TOLD)
    texts = [str(session.get_decoded()) for session in Session.objects.all()]
    assert any("newcomer" in text for text in texts)
    # Nothing shorter: three letters stand in a sealed text by chance, once in a thousand times.
    assert not any(word in text for text in texts for word in ("Newcomer", "213-555-0177", "1984"))


def test_a_lapsed_time_is_told_and_kept_again_when_it_is_still_free(
    keeping: Client, frozen: time_machine.Traveller
) -> None:
    frozen.shift(timedelta(minutes=11))
    page = keeping.get(YOU)
    assert "We held this time until 10:40 am. Continue now. If the time is still free, you can book it." in page.text
    asked = keeping.post(YOU, TOLD)
    assert asked["Location"].startswith(reverse("account_confirm_login_code"))
    assert Hold.objects.get().expires_at == TEN - timedelta(days=2) + minutes(30 + 11 + 10)


def test_a_lapsed_time_that_somebody_took_leads_to_the_next_ones_and_nothing_typed_is_lost(
    keeping: Client, frozen: time_machine.Traveller, consultation: VisitType, times: str, now: datetime
) -> None:
    frozen.shift(timedelta(minutes=11))
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now + minutes(11))
    lost = keeping.post(YOU, TOLD)
    assert lost.status_code == 409
    offered = re.findall(r'name="slot" value="([^"]+)"', lost.text)
    assert f'action="{times}"' in lost.text
    assert keeping.post(times, {"slot": offered[0]})["Location"] == YOU
    assert 'value="Nia Newcomer"' in keeping.get(YOU).text


def test_a_time_lost_at_the_last_press_leaves_no_record_behind(
    keeping: Client, frozen: time_machine.Traveller, consultation: VisitType, times: str, now: datetime
) -> None:
    asked = keeping.post(YOU, TOLD)
    types_the_code(keeping, asked["Location"])
    frozen.shift(timedelta(minutes=11))
    zed = make_patient("zed@example.com", "Zed Invented")
    assert zed.user
    services.book(patient=zed, visit_type=consultation, start=TEN, by=zed.user, at=now + minutes(11))
    lost = keeping.post(CONFIRM)
    assert lost.status_code == 409
    assert not Patient.objects.filter(full_name="Nia Newcomer").exists()
    offered = re.findall(r'name="slot" value="([^"]+)"', lost.text)
    again = keeping.post(times, {"slot": offered[0], "for": "new"})
    assert again["Location"] == CONFIRM
    assert keeping.post(CONFIRM).status_code == 303
    assert Appointment.objects.get(patient__full_name="Nia Newcomer")


def test_the_last_press_twice_books_once(keeping: Client, slot: str, times: str) -> None:
    types_the_code(keeping, keeping.post(YOU, TOLD)["Location"])
    first = keeping.post(CONFIRM)
    again = keeping.post(CONFIRM)
    assert first.status_code == 303
    assert "We are not holding a time in this browser" in again.text
    assert Appointment.objects.count() == 1


def test_an_address_of_staff_looks_like_any_other(keeping: Client, rui: User) -> None:
    mine = keeping.post(YOU, TOLD | {"email": rui.email})
    assert mine["Location"] == keeping.post(YOU, TOLD)["Location"]
    call_command("worker", once=True)
    assert newest_code(rui.email) is None
    assert keeping.get(CONFIRM)["Location"].startswith("/account/sign-in/")


def test_whoever_was_here_before_is_the_same_person(keeping: Client) -> None:
    user = make_mailbox("nia@example.com")
    known = Patient.objects.create(user=user, full_name="NIA  NEWCOMER", date_of_birth=date(1984, 4, 27), phone="1")
    types_the_code(keeping, keeping.post(YOU, TOLD)["Location"])
    assert "For <strong>" not in keeping.get(CONFIRM).text
    keeping.post(CONFIRM)
    assert Appointment.objects.get().patient == known
    assert Patient.objects.count() == 1


def test_on_a_shared_mailbox_one_says_for_whom(keeping: Client) -> None:
    user = make_mailbox("nia@example.com")
    ben = Patient.objects.create(user=user, full_name="Ben Newcomer", date_of_birth=date(2010, 4, 27), phone="1")
    types_the_code(keeping, keeping.post(YOU, TOLD)["Location"])
    page = keeping.get(CONFIRM).text
    assert "Who is this visit for?" in page
    assert f'value="{ben.ref}"' in page
    keeping.post(CONFIRM, {"for": ben.ref})
    assert Appointment.objects.get().patient == ben


def test_a_reference_of_somebody_elses_patient_books_for_nobody(keeping: Client, anas: Patient) -> None:
    types_the_code(keeping, keeping.post(YOU, TOLD)["Location"])
    assert keeping.post(CONFIRM, {"for": anas.ref}).status_code == 404
    assert not Appointment.objects.exists()


def test_no_crowd_gathers_behind_one_mailbox(keeping: Client) -> None:
    user = make_mailbox("nia@example.com")
    for number in range(8):
        Patient.objects.create(user=user, full_name=f"Pat {number}", date_of_birth=date(2010, 4, 27), phone="1")
    types_the_code(keeping, keeping.post(YOU, TOLD)["Location"])
    assert "This email already has the most patients we can book online." in keeping.get(CONFIRM).text
    keeping.post(CONFIRM, {"for": "new"})
    assert not Appointment.objects.exists()


def test_a_signed_in_patient_books_for_somebody_new_without_a_code(
    anas: Patient, ana_user: User, times: str, slot: str, signed_in: SignedIn
) -> None:
    client = signed_in(ana_user)
    assert "?for=new" in client.get("/visits/book/").text
    assert 'name="for" value="new"' in client.get(f"{times}?for=new").text
    assert client.post(times, {"slot": slot, "for": "new"})["Location"] == YOU
    assert 'name="email"' not in client.get(YOU).text
    assert client.post(YOU, TOLD)["Location"] == CONFIRM
    client.post(CONFIRM, {"for": "new"})
    made = Appointment.objects.get().patient
    assert (made.full_name, made.user) == ("Nia Newcomer", ana_user)


def test_needles_are_not_for_a_first_visit(client: Client, treatment: VisitType, slot: str) -> None:
    path = reverse("booking:times", args=[treatment.pk])
    assert "Start with a consultation" in client.get(path).text
    refused = client.post(path, {"slot": slot})
    assert refused.status_code == 409
    assert "Your first visit is a consultation or a phone call." in refused.text
    assert not Hold.objects.exists()


def test_one_address_cannot_keep_the_whole_diary(client: Client, times: str, noors: Practitioner) -> None:
    answers = []
    for number in range(42):
        start = TEN + timedelta(days=1 + number // 20, minutes=15 * (number % 20))
        answers.append(Client().post(times, {"slot": f"{start:%Y%m%dT%H%M%SZ}-{noors.pk}"}).status_code)
    assert answers[-1] == 429
    assert 429 not in answers[:40]
