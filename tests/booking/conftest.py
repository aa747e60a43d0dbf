"""Noor and one room, a consultation and a treatment, and Ana, who is ready for both."""

from datetime import timedelta

import pytest

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services as booking
from clinic.booking.models import Room, VisitType
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.booking.own import SENT, WORDS, mailbox_of, noor
from tests.desk.forms import decide, make_sent, open_form
from tests.support.answers import Answers as Form
from tests.support.times import NOW, TODAY


@pytest.fixture
def noors(db: None) -> Practitioner:
    """Noor, nine to five on weekdays."""
    make_rules()
    return make_practitioner()


@pytest.fixture
def room(db: None) -> Room:
    return make_room()


@pytest.fixture
def consultation(noors: Practitioner, room: Room) -> VisitType:
    return make_type("consultation", noors)


@pytest.fixture
def treatment(noors: Practitioner, room: Room) -> VisitType:
    return make_type("treatment", noors, minutes=30, room_minutes=50, needling=True)


@pytest.fixture
def anas(db: None) -> Patient:
    """Ana as a patient, with a fresh form."""
    return make_patient()


@pytest.fixture
def ana_user(anas: Patient) -> User:
    assert anas.user is not None
    return anas.user


@pytest.fixture
def una(answers: Form, consultation: VisitType) -> Patient:
    """Una sent a form with a pacemaker; Noor read it and wrote to her; she comes on Thursday to talk."""
    patient = make_sent(answers, at=SENT, devices=["pacemaker"], anything_else="I sing in a choir.")
    open_form(patient, by=noor(), at=SENT + timedelta(hours=1))
    decide(patient, "refer", by=noor(), at=SENT + timedelta(hours=2), patient_words=WORDS)
    booking.book(patient=patient, visit_type=consultation, start=TEN, by=mailbox_of(patient), at=NOW)
    return patient


@pytest.fixture
def uma(answers: Form, consultation: VisitType) -> Patient:
    """Uma has a pacemaker too, and may have needles with limits."""
    patient = make_sent(answers, at=SENT, email="uma@example.com", full_name="Uma Unread", devices=["pacemaker"])
    until = TODAY + timedelta(days=90)
    decide(patient, "limits", by=noor(), at=SENT + timedelta(hours=2), limits=["no_electro"], until=until)
    return patient
