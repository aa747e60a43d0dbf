"""Ana in her browser, and a visit of hers."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from tests.booking.builders import TEN
from tests.support.cast import SignedIn


@pytest.fixture
def ana(anas: Patient, ana_user: User, signed_in: SignedIn) -> Client:
    """Ana's browser, signed in."""
    return signed_in(ana_user)


@pytest.fixture
def visit(anas: Patient, ana_user: User, consultation: VisitType, now: datetime) -> Appointment:
    """A consultation of Ana's on Thursday at ten, booked an hour ago."""
    return services.book(patient=anas, visit_type=consultation, start=TEN, by=ana_user, at=now - timedelta(hours=1))
