"""Consent to needles: who may withdraw it, what follows at once, and that only a practitioner takes it again."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from clinic.accounts.models import Patient, User
from clinic.accounts.services import link
from clinic.audit.models import Entry
from intake.record.errors import ReviewError
from intake.record.models import ConsentChange
from intake.review import standing, withdrawal
from intake.review.models import Case
from intake.review.services import mark_read
from intake.review.standing import Word
from tests.booking.builders import make_patient
from tests.intake.cases import seen_now
from tests.intake.forms import sent
from tests.support.answers import Answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(answers: Answers, ana: User, noor: User, now: datetime) -> Patient:
    """Ana, whose form is read and closed: she may be needled."""
    intake = sent(answers(), by=ana, at=now - timedelta(days=2))
    case = Case.objects.get(intake=intake)
    mark_read(case, by=noor, at=now - timedelta(days=1), seen=seen_now(intake))
    assert case.patient is not None
    return case.patient


def test_without_consent_there_are_no_needles_and_practitioners_see_why(
    patient: Patient, ana: User, noor: User, now: datetime, today: date
) -> None:
    assert standing.of_one(patient, on=today, at=now).allows_needles(today)
    withdrawal.withdraw_consent(patient, by=ana, at=now)
    stands = standing.of_one(patient, on=today, at=now)
    assert (stands.word, stands.reasons, stands.allows_needles(today)) == (Word.WAITING, ("consent",), False)
    assert stands.allows_consultation
    case = Case.objects.get()
    assert (case.state, case.waiting_since) == (Case.State.OPEN, now)
    withdrawal.give_consent_again(patient, reason="We talked it over.", by=noor, at=now + timedelta(hours=1))
    assert standing.of_one(patient, on=today, at=now).word is Word.READY
    deeds = Entry.objects.filter(deed__startswith="consent.").order_by("number").values_list("deed", "by")
    assert list(deeds) == [("consent.withdrawn", ana.pk), ("consent.given", noor.pk)]


def test_withdrawn_on_one_record_it_is_withdrawn_on_every_linked_one(
    patient: Patient, noor: User, rui: User, now: datetime, today: date
) -> None:
    other = make_patient("zed@example.com", "Ana Invented")
    link(patient, other, by=rui, at=now)
    withdrawal.withdraw_consent(other, by=noor, at=now)
    assert {word.word for word in standing.of([patient.pk, other.pk], on=today, at=now).values()} == {Word.WAITING}
    with pytest.raises(ReviewError):
        withdrawal.withdraw_consent(patient, by=noor, at=now)


@pytest.mark.parametrize("who", ["zed", "rui", "edda", "ada"])
def test_nobody_else_withdraws_it(who: str, patient: Patient, now: datetime, request: pytest.FixtureRequest) -> None:
    with pytest.raises(PermissionDenied):
        withdrawal.withdraw_consent(patient, by=request.getfixturevalue(who), at=now)


def test_only_a_practitioner_takes_it_again_with_or_without_words(
    patient: Patient, ana: User, noor: User, now: datetime
) -> None:
    withdrawal.withdraw_consent(patient, by=ana, at=now)
    with pytest.raises(PermissionDenied):
        withdrawal.give_consent_again(patient, reason="I changed my mind.", by=ana, at=now)
    assert withdrawal.is_withdrawn(patient)
    withdrawal.give_consent_again(patient, reason=" ", by=noor, at=now)
    assert not withdrawal.is_withdrawn(patient)


def test_the_database_refuses_to_change_what_was_written(patient: Patient, ana: User, now: datetime) -> None:
    change = withdrawal.withdraw_consent(patient, reason="I am afraid.", by=ana, at=now)
    assert ConsentChange.objects.get().reason == "I am afraid."
    assert "afraid" not in str(change)
    for deed in (lambda: ConsentChange.objects.update(is_given=True), lambda: ConsentChange.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()
