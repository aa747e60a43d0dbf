"""Whoever calls a patient reads first in which language, and with whom to speak, on every list that has a number."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import WaitingEntry
from intake.review.follow_up import calls
from intake.review.follow_up.models import FollowUpTask
from tests.booking.builders import make_patient, make_practitioner, make_rules, make_type
from tests.intake.returning import needled
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
# Pages about one person show language and guardian as facts of their own.
OWN_FACTS = {"desk/_guardian.html", "desk/_list.html", "desk/patient.html", "desk/visit.html"}
OWN_FACTS |= {"admin/review/case/_emergency.html", "admin/review/case/_facts.html"}


@pytest.fixture
def child(db: None) -> Patient:
    patient = make_patient("nina@example.com", "Nina Invented")
    facts = {"phone": "213-555-0177", "interpreter": "es", "language": "es", "date_of_birth": date(2015, 5, 5)}
    guardian = {"guardian_name": "Marta Invented", "guardian_phone": "213-555-0178"}
    Patient.objects.filter(pk=patient.pk).update(**facts, **guardian)
    return Patient.objects.get(pk=patient.pk)


def says_it_all(text: str, *, count: int = 1) -> bool:
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    line = "Under 18: speak with Marta Invented. 213-555-0178 · 213-555-0177 · interpreter: Spanish · reads Spanish"
    return plain.count(line) == count


@pytest.mark.parametrize("address", ["desk:tasks", "admin:review_followuptask_changelist"])
def test_the_calls_after_visits(address: str, child: Patient, noor: User, rui: User) -> None:
    kind = FollowUpTask.Kind.NO_ANSWER
    told = needled(child, at=NOW - timedelta(days=5))
    with audited_transaction():
        calls.raise_task(told, kind, at=NOW)
    assert says_it_all(sign_in(rui if address.startswith("desk") else noor).get(reverse(address)).text)


def test_the_waiting_list(child: Patient, rui: User) -> None:
    make_rules()
    noors = make_practitioner()
    kind = make_type("consultation", noors)
    WaitingEntry.objects.create(patient=child, visit_type=kind, until=TODAY + timedelta(days=9), joined_at=NOW)
    assert says_it_all(sign_in(rui).get(reverse("desk:waiting")).text)


def test_no_list_shows_a_number_without_them() -> None:
    """A patient's number stands on a page through the one line that says the rest as well."""
    folder = Path(settings.BASE_DIR) / "templates"
    pages = [*folder.glob("desk/*.html"), *folder.glob("admin/review/**/*.html"), *folder.glob("treatment/**/*.html")]
    bare = {str(page.relative_to(folder)) for page in pages if re.search(r"phone\|calls", page.read_text())}
    assert bare == OWN_FACTS
