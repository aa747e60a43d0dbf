"""Noor and one room, a consultation and a treatment, and Ana, who is ready for both."""

import pytest

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking.models import Room, VisitType
from tests.booking.builders import make_patient, make_practitioner, make_room, make_rules, make_type


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
