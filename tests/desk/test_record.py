"""A person's whole record on one line of time: everything in order, one kind at a time, for practitioners alone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.audit.transaction import audited_transaction
from clinic.booking import services
from clinic.booking.models import VisitType
from intake.review import reply, withdrawal
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.forms import decide, make_sent, open_form
from tests.intake.treatment.notes import signed
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
DAY = timedelta(days=1)


@pytest.fixture
def noor_(noors: object) -> User:
    return User.objects.get(email="noor@clinic.example")


@pytest.fixture
def una(answers: Answers, noor_: User) -> Patient:
    """Held for seizures: asked, answered, cleared with limits, treated, and consent withdrawn."""
    patient = make_sent(answers, at=NOW - 9 * DAY, seizure="active")
    open_form(patient, by=noor_, at=NOW - 8 * DAY)
    asked = decide(patient, "more", by=noor_, at=NOW - 7 * DAY, question="When was the last one?")
    assert patient.user
    with audited_transaction():
        reply.keep(asked, text="Ten years ago.", by=patient.user, at=NOW - 6 * DAY)
    until = (NOW + 60 * DAY).date()
    decide(patient, "limits", by=noor_, at=NOW - 5 * DAY, limits=["no_electro"], until=until)
    signed(patient, noor_, at=NOW - 4 * DAY)
    withdrawal.withdraw_consent(patient, reason="I am afraid.", by=noor_, at=NOW - 3 * DAY)
    return patient


def shown(client: Client, patient: Patient, **asked: str) -> list[str]:
    days = client.get(reverse("desk:record", args=[patient.ref]), asked).context["days"]
    return [f"{entry.title}: {entry.words}".removesuffix(": ") for day in days for entry in day.happened]


def test_everything_stands_in_one_order_and_the_reading_is_told(una: Patient, noor_: User, noors: object) -> None:
    client = sign_in(noor_)
    lines = shown(client, una)
    assert [line for line in lines if not line.startswith("Note signed")] == [
        "Consent to needles withdrawn: I am afraid.",
        "Clear with limits until May 2, 2026: no electrical stimulation. Decided by Noor Inventada, Feb 26, 2026.: "
        "Read with care.",
        "The patient answered: Ten years ago.",
        "Asked the patient: When was the last one?",
        "New patient intake read for the first time",
        "New patient intake sent",
        "Risks of acupuncture, version 1.1, signed as Una Unread",
    ]
    assert lines[1].startswith("Note signed")
    assert shown(client, una, show="question") == [lines[3], lines[4]]
    assert shown(client, una, show="nothing", page="99") == lines
    assert Entry.objects.filter(deed="record.read", by=noor_, on__endswith=una.ref).count() == 3


def test_linked_records_are_one_person_and_the_desk_reads_none_of_it(
    una: Patient, treatment: VisitType, consultation: VisitType, noor_: User, rui: User
) -> None:
    twin = make_patient("twin@example.com", "Una Unread")
    third = make_patient("third@example.com", "Una Unread")
    people.link(una, twin, by=rui, at=NOW)
    people.link(twin, third, by=rui, at=NOW)
    services.book(patient=third, visit_type=consultation, start=TWO, by=rui, at=NOW)
    assert shown(sign_in(noor_), una, show="visit") == ["Consultation, Booked"]
    desk = sign_in(rui)
    assert desk.get(reverse("desk:record", args=[una.ref])).status_code == 403
    assert "whole record" not in desk.get(reverse("desk:patient", args=[una.ref])).text


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_whatever_there_is(
    una: Patient, noor_: User, consultation: VisitType, rui: User, queries: Queries, count: int
) -> None:
    for number in range(count):
        services.book(patient=una, visit_type=consultation, start=TWO + number * DAY, by=rui, at=NOW)
        withdrawal.give_consent_again(una, reason="Talked.", by=noor_, at=NOW)
        withdrawal.withdraw_consent(una, by=noor_, at=NOW)
    client = sign_in(noor_)
    client.get(reverse("website:home"))
    with queries(23):  # whose records these are, and whether they are the reader's, are two of them
        assert len(shown(client, una)) == 8 + 3 * count
