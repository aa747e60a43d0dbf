"""Booking at the desk: a time, a person, a kind of visit; losing a time, squeezing in, a series, blocked time."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, Block, VisitType
from tests.booking.builders import make_patient, make_practitioner
from tests.desk.conftest import TWO
from tests.desk.test_visits import code
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
BOOK, SERIES, BLOCK = reverse("desk:book"), reverse("desk:series"), reverse("desk:block")


def asked(patient: Patient, kind: VisitType, person: Practitioner, start: Any = TWO, **more: str) -> dict[str, str]:
    return {"patient": patient.ref, "type": kind.code, "at": code(start, person.pk), **more}


def test_a_free_quarter_asks_for_a_person_then_the_kind(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner
) -> None:
    slot = code(TWO, noors.pk)
    page = desk.get(BOOK, {"at": slot}).text
    assert "Tue, Mar 3, 2026, 2:00 pm, Noor Inventada" in page
    assert f'<input type="hidden" name="at" value="{slot}">' in page
    found = desk.post(reverse("desk:find"), {"q": "ana costa", "at": slot}).text
    assert f"/desk/book/?at={slot}&amp;patient={anas.ref}" in found
    page = desk.get(BOOK, {"at": slot, "patient": anas.ref}).text
    assert 'value="treatment"' in page
    done = desk.post(BOOK, asked(anas, treatment, noors), follow=True)
    assert "Ana Costa Silva is booked: Tue, Mar 3, 2026, 2:00 pm." in done.text
    visit = Appointment.objects.get()
    assert (visit.patient, visit.starts_at, visit.source) == (anas, TWO, "desk")


def test_from_a_patient_the_next_times_are_shown(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner
) -> None:
    page = desk.get(BOOK, {"patient": anas.ref, "type": "treatment"}).text
    assert "<i>Tue, Mar 3, 2026, </i><b>10:45 am</b><i>, </i><small>50 minutes, with Noor Inventada</small>" in page
    later = desk.get(BOOK, {"patient": anas.ref, "type": "treatment", "from": "2026-03-05"}).text
    assert "Tue, Mar 3, 2026" not in later
    assert "<i>Thu, Mar 5, 2026, </i><b>9:00 am</b>" in later


def test_who_speaks_the_patients_language_comes_first_and_can_be_asked_for(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner
) -> None:
    cy = make_practitioner("cy@clinic.example", "Cy Sample")
    treatment.practitioners.add(cy)
    treatment.save()
    Practitioner.objects.filter(pk=cy.pk).update(languages="English, Spanish")
    asked_for = {"patient": anas.ref, "type": "treatment"}
    with_noor = "50 minutes, with Noor Inventada</small>"
    assert with_noor in desk.get(BOOK, asked_for).text

    Patient.objects.filter(pk=anas.pk).update(interpreter="es", language="es")
    page = desk.get(BOOK, asked_for).text
    for said in ("<strong>interpreter: Spanish</strong>", "Spanish is spoken by Cy Sample"):
        assert page.count(said) == 1
    assert page.index(">Cy Sample (Spanish)</option>") < page.index(">Noor Inventada</option>")
    assert ("with Cy Sample</small>" in page, with_noor in page) == (True, False)
    only = desk.get(BOOK, asked_for | {"practitioner": str(noors.pk)}).text
    assert (with_noor in only, "with Cy Sample</small>" in only) == (True, False)


def test_who_is_not_ready_is_booked_for_a_talk_only(
    desk: Client, consultation: VisitType, treatment: VisitType, noors: Practitioner
) -> None:
    bo = make_patient("bo@example.com", "Bo Missing", ready=False)
    page = desk.get(BOOK, {"at": code(TWO, noors.pk), "patient": bo.ref}).text
    assert 'value="treatment" disabled' in page
    assert 'value="consultation" disabled' not in page
    refused = desk.post(BOOK, asked(bo, treatment, noors))
    assert "This patient has no current form. Ask for the form, or book a consultation." in refused.text
    assert Appointment.objects.count() == 0
    desk.post(BOOK, asked(bo, consultation, noors))
    assert Appointment.objects.get().visit_type == consultation


def test_a_lost_time_is_409_with_the_rest_kept_and_may_be_squeezed_in(
    desk: Client, visit: Appointment, consultation: VisitType, noors: Practitioner
) -> None:
    phone = VisitType.objects.create(code="phone", name="Phone review", minutes=15, needling=False)
    phone.practitioners.add(noors)
    phone.save()
    zed = make_patient("zed@example.com", "Zed Other")
    lost = desk.post(BOOK, asked(zed, phone, noors))
    assert lost.status_code == 409
    assert "Someone else just took that time" in lost.text
    assert 'type="radio" name="at"' in lost.text
    assert "Zed Other" in lost.text
    nothing = desk.post(BOOK, asked(zed, phone, noors, squeeze="1"))
    assert "Enter a reason for squeezing in this visit" in nothing.text
    desk.post(BOOK, asked(zed, phone, noors, squeeze="1", reason="asked to talk before treatment"))
    squeezed = zed.visits.get()
    assert (squeezed.lane, squeezed.starts_at) == (1, TWO)
    assert "squeezed in" in desk.get(reverse("desk:day")).text


def test_a_page_leads_to_squeezing_in_beside_a_visit(
    desk: Client, visit: Appointment, consultation: VisitType, noors: Practitioner
) -> None:
    phone = VisitType.objects.create(code="phone", name="Phone review", minutes=15, needling=False)
    phone.practitioners.add(noors)
    phone.save()
    zed = make_patient("zed@example.com", "Zed Other")
    url = f"{BOOK}?at={code(TWO, noors.pk)}"
    of_visit = reverse("desk:visit", args=[visit.ref])
    assert f'href="{url}"' in desk.get(of_visit).text
    page = desk.get(f"{url}&patient={zed.ref}").text
    assert "A visit begins at this time already." in page
    assert 'name="squeeze" value="1"' in page
    nothing = desk.post(BOOK, asked(zed, phone, noors, squeeze="1", reason=" "))
    assert "Enter a reason for squeezing in this visit" in nothing.text
    desk.post(BOOK, asked(zed, phone, noors, squeeze="1", reason="asked to talk before treatment"))
    assert (zed.visits.get().lane, zed.visits.get().starts_at) == (1, TWO)
    # Beside a second one there is no third, and a free time asks for no reason.
    assert "Squeeze in another patient" not in desk.get(reverse("desk:visit", args=[zed.visits.get().ref])).text
    free = desk.get(f"{BOOK}?at={code(TWO + timedelta(hours=2), noors.pk)}&patient={zed.ref}").text
    assert ("Book it" in free, 'name="squeeze"' in free) == (True, False)


@pytest.mark.parametrize("missing", ["patient", "type", "at"])
def test_what_is_missing_is_asked_for(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner, missing: str
) -> None:
    sent = asked(anas, treatment, noors)
    del sent[missing]
    page = desk.post(BOOK, sent)
    words = {"patient": "Choose the patient.", "type": "Choose the visit type.", "at": "Choose a time."}
    assert words[missing] in page.text
    assert Appointment.objects.count() == 0


@pytest.mark.parametrize("sent", [{"at": "no-time"}, {"patient": "NOBODY"}, {"type": "nothing"}, {"from": "x"}])
def test_nonsense_is_not_found(desk: Client, noors: Practitioner, sent: dict[str, str]) -> None:
    assert desk.get(BOOK, sent).status_code == 404


def test_a_series_is_shown_first_and_booked_all_or_none(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner, rui: User
) -> None:
    other = make_patient("zed@example.com", "Zed Other")
    third = TWO + timedelta(weeks=2)
    # Two weeks later the clocks have changed: the wall clock still says two.
    in_the_way = services.book(patient=other, visit_type=treatment, start=third - timedelta(hours=1), by=rui, at=NOW)
    page = desk.get(SERIES, asked(anas, treatment, noors, count="4", every="1")).text
    assert "Tue, Mar 10, 2026, 2:00 pm" in page
    assert "is busy then" in page
    assert "Book all 4" not in page
    refused = desk.post(SERIES, asked(anas, treatment, noors, count="4", book="1"))
    assert (refused.status_code, anas.visits.count()) == (409, 0)
    services.cancel(in_the_way, reason="cannot_come", started_by="patient", by=rui, at=NOW)
    desk.post(SERIES, asked(anas, treatment, noors, count="4", book="1"))
    assert anas.visits.count() == 4
    assert len(set(anas.visits.values_list("series", flat=True))) == 1


def test_time_is_blocked_unless_visits_stand_in_it(desk: Client, visit: Appointment, noors: Practitioner) -> None:
    sent = {"whose": f"person:{noors.pk}", "day": "2026-03-03", "opens": "13:00", "closes": "15:00", "words": "Team"}
    refused = desk.post(BLOCK, sent)
    assert refused.status_code == 409
    assert "Reschedule visits in this time" in refused.text
    done = desk.post(BLOCK, sent | {"opens": "12:00", "closes": "13:00"}, follow=True)
    assert "The time is blocked." in done.text
    assert (Block.objects.get().note, Block.objects.get().practitioner) == ("Team", noors)


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        # Noor leaves at five; Ana has her treatment at two.
        (
            TWO + timedelta(hours=2, minutes=45),
            "would end after Noor Inventada leaves at 5:00 pm. The latest time to begin is",
        ),
        (TWO - timedelta(minutes=15), "before what Noor Inventada has at 2:00 pm. Choose another time."),
    ],
)
def test_what_is_too_long_for_a_time_says_why(
    desk: Client, visit: Appointment, consultation: VisitType, noors: Practitioner, start: datetime, sentence: str
) -> None:
    zed = make_patient("zed@example.com", "Zed Other")
    page = desk.post(BOOK, asked(zed, consultation, noors, start))
    assert sentence in page.text
    board = desk.get(reverse("desk:day")).text
    # Neither time is offered: the shortest visit there is takes longer.
    assert (code(start, noors.pk) in board, "No visit fits here" in board) == (False, True)


@pytest.mark.parametrize(
    ("opens", "closes", "hours"), [("first", "second", 2), ("second", "second", 1), ("first", "first", 1)]
)
def test_of_two_hours_of_one_name_the_one_that_is_meant_is_blocked(
    desk: Client, noors: Practitioner, opens: str, closes: str, hours: int
) -> None:
    sent = {"whose": f"person:{noors.pk}", "day": "2026-11-01", "opens": "01:00", "closes": "01:55"}
    page = desk.post(BLOCK, sent).text
    assert [f'name="{name}_which"' in page for name in ("opens", "closes")] == [True, True]
    assert ("1:00 am comes twice that night" in page, Block.objects.count()) == (True, 0)
    assert "which of the two? (optional)" not in re.sub(r"<[^>]+>|\s+", " ", page).replace("  ", " ")
    desk.post(BLOCK, sent | {"opens_which": opens, "closes_which": closes})
    block = Block.objects.get()
    began = datetime(2026, 11, 1, 8 if opens == "first" else 9, tzinfo=UTC)
    assert (block.starts_at, block.ends_at - block.starts_at) == (began, timedelta(hours=hours, minutes=-5))


def test_a_block_with_nonsense_comes_back(desk: Client, noors: Practitioner) -> None:
    sent = {"whose": "person:99999", "day": "2026-03-03", "opens": "13:02", "closes": "15:00"}
    assert "Error:" in desk.post(BLOCK, sent).text
    off = desk.post(BLOCK, sent | {"whose": f"person:{noors.pk}"}).text
    assert "steps of five minutes" in off
    assert Block.objects.count() == 0
