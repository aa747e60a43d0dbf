"""What patients decide for themselves beside their visits: no more needles, no more questions about pain."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.errors import BookingError
from intake.record.models import ConsentChange, Intake
from intake.review import outcomes, standing
from intake.review.standing import Word
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.intake.review.test_outcomes import PEG, answered
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

MINE = reverse("booking:mine")


@pytest.fixture
def patient(db: None) -> Patient:
    return make_patient()


@pytest.fixture
def client(patient: Patient, signed_in: SignedIn) -> Client:
    assert patient.user is not None
    return signed_in(patient.user)


def test_a_patient_withdraws_consent_and_no_needles_are_booked(
    client: Client, patient: Patient, rui: User, now: datetime, today: date
) -> None:
    make_rules()
    make_room()
    treatment = make_type("treatment", make_practitioner(), needling=True)
    assert reverse("booking:no_needles") in client.get(MINE).text
    assert "You do not have to say why" in client.get(reverse("booking:no_needles")).text
    assert standing.of_one(patient, on=today, at=now).word is Word.READY
    assert client.post(reverse("booking:no_needles"), {"for": patient.ref})["Location"] == MINE
    with pytest.raises(BookingError):
        services.book(patient=patient, visit_type=treatment, start=TEN, by=rui, at=now)
    page = client.get(MINE).text
    assert "You do not want needles." in page
    assert reverse("booking:no_needles") not in page


def test_a_patient_sees_their_own_line_and_stops_the_questions(
    client: Client, patient: Patient, now: datetime, today: date
) -> None:
    assert "Your pain over time" not in client.get(MINE).text
    answered(patient, "visit_update", {"pain_now": 3, **PEG}, at=now)
    assert "Your pain over time" in client.get(MINE).text
    client.post(reverse("booking:numbers"), {"for": patient.ref, "ask": "no"})
    assert not outcomes.is_asked([patient.pk])
    assert "Ask me again" in client.get(MINE).text
    client.post(reverse("booking:numbers"), {"for": patient.ref, "ask": "yes"})
    assert outcomes.is_asked([patient.pk])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("booking:no_needles", {}),
        ("booking:messages", {"email": "on"}),
        ("booking:numbers", {"ask": "no"}),
        ("booking:wait", {}),
        ("intake:begin", {}),
    ],
)
def test_a_wish_for_somebody_of_another_mailbox_is_refused_and_never_ones_own(
    address: str, said: dict[str, str], client: Client, patient: Patient, now: datetime, today: date
) -> None:
    other = make_patient("else@example.com", "Somebody Else")
    kind = [make_type("treatment", make_practitioner(), needling=True).pk] if address == "booking:wait" else []
    before = [list(Patient.objects.order_by("pk").values()), Intake.objects.count()]
    for ref in (other.ref, "NOBODY"):
        assert client.post(reverse(address, args=kind), said | {"for": ref}).status_code == 404
    assert before == [list(Patient.objects.order_by("pk").values()), Intake.objects.count()]
    assert (ConsentChange.objects.count(), outcomes.is_asked([patient.pk])) == (0, True)
