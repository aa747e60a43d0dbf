"""A small diary at the desk: Noor and one room, two kinds of visit, Ana who is ready, and Rui signed in."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from tests.booking.builders import make_patient, make_practitioner, make_room, make_rules, make_type
from tests.support.cast import sign_in
from tests.support.times import NOW

# NOW is Tuesday 3 March 2026, 10:30 am. Today at two in the afternoon, in UTC.
TWO = datetime(2026, 3, 3, 22, 0, tzinfo=UTC)


@pytest.fixture
def noors(db: None) -> Practitioner:
    """Noor, nine to five on weekdays."""
    make_rules()
    make_room()
    return make_practitioner()


@pytest.fixture
def consultation(noors: Practitioner) -> VisitType:
    return make_type("consultation", noors)


@pytest.fixture
def treatment(noors: Practitioner) -> VisitType:
    return make_type("treatment", noors, minutes=30, room_minutes=50, needling=True)


@pytest.fixture
def anas(db: None) -> Patient:
    return make_patient(name="Ana Costa Silva")


@pytest.fixture
def visit(anas: Patient, treatment: VisitType, rui: User) -> Appointment:
    """Ana's treatment, today at two."""
    return services.book(patient=anas, visit_type=treatment, start=TWO, by=rui, at=NOW)


@pytest.fixture
def desk(rui: User) -> Client:
    """Rui's browser."""
    return sign_in(rui)
