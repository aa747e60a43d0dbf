"""Consent that is withdrawn is its own word wherever the standing stands, and leads to where it is given again."""

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.booking import services
from clinic.booking.errors import ConsentWithdrawn
from clinic.booking.models import Appointment
from intake.review import standing, withdrawal
from tests.booking.own import browser, mailbox_of
from tests.desk.forms import case_of, decide, make_sent, open_form
from tests.desk.test_day import plain
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

OWN, AT_DESK = "No needles: consent withdrawn", "No needles"


@pytest.fixture
def noor_(noors: object) -> User:
    return User.objects.get(email="noor@clinic.example")


@pytest.fixture
def withdrawn(answers: Answers, treatment: object, visit: Appointment, noor_: User, rui: User) -> Appointment:
    """Somebody who is read and cleared, is here for needles, and wants none."""
    patient = make_sent(answers, at=NOW, email="una@example.com")
    open_form(patient, by=noor_, at=NOW)
    Appointment.objects.filter(pk=visit.pk).update(patient=patient)
    visit.refresh_from_db()
    services.arrive(visit, by=rui, at=NOW)
    withdrawal.withdraw_consent(patient, reason="Canary words.", by=mailbox_of(patient), at=NOW)
    return visit


@pytest.mark.parametrize("name", ["desk:my_day", "admin:review_case_changelist", "admin:review_case_change"])
def test_a_practitioner_reads_it(withdrawn: Appointment, noor_: User, name: str) -> None:
    args = [case_of(withdrawn.patient).ref] if name.endswith("change") else []
    assert OWN in plain(sign_in(noor_).get(reverse(name, args=args)).text)


@pytest.mark.parametrize("name", ["desk:day", "desk:visit", "desk:patient"])
def test_the_desk_reads_that_there_are_no_needles_and_not_why(withdrawn: Appointment, desk: Client, name: str) -> None:
    args = {"desk:visit": [withdrawn.ref], "desk:patient": [withdrawn.patient.ref]}.get(name, [])
    text = plain(desk.get(reverse(name, args=args)).text)
    assert AT_DESK in text
    assert ("Waiting for practitioner" in text, "withdrawn" in text, "Canary" in text) == (False, False, False)
    assert ("We can book a consultation or a call." in text) is (name != "desk:day")


def test_the_visit_cannot_begin_and_leads_to_where_consent_is_given_again(
    withdrawn: Appointment, noor_: User, desk: Client
) -> None:
    with pytest.raises(ConsentWithdrawn) as refused:
        services.start(withdrawn, by=noor_, at=NOW)
    assert "withdrawn" not in str(refused.value)
    client = sign_in(noor_)
    page = client.post(reverse("desk:do", args=[withdrawn.ref, "start"]), {"back": "my_day"}, follow=True)
    person = reverse("treatment:person", args=[withdrawn.patient.ref])
    assert f'href="{person}#consent"' in page.text
    # What the patient said is optional.
    client.post(reverse("treatment:consent", args=[withdrawn.patient.ref]), {"go": "give", "reason": ""})
    assert standing.of_one(withdrawn.patient, on=TODAY, at=NOW).word == "ready"


def test_the_patient_is_told_no_practitioner_reads(withdrawn: Appointment) -> None:
    client = browser(withdrawn.patient)
    for address in (reverse("booking:book"), reverse("booking:record")):
        text = plain(client.get(address).text)
        assert ("A practitioner is reading your form" in text, "You do not want needles" in text) == (False, True)


def test_cleared_after_it_the_record_promises_no_needles(withdrawn: Appointment, noor_: User) -> None:
    decide(withdrawn.patient, "clear", by=noor_, at=NOW)
    text = plain(browser(withdrawn.patient).get(reverse("booking:record")).text)
    assert "You do not want needles, so we use none." in text
    assert "Needles are possible" not in text
