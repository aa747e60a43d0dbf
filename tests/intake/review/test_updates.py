"""The update before needles: laid over the last full form, screened whole, and the same way to a practitioner."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from clinic.accounts.models import Patient, User
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing
from intake.review.follow_up import updates
from intake.review.models import Case, Decision, Flag
from intake.review.services import case_version
from intake.review.standing import Standing, Word
from tests.intake.returning import full_form, needled, send_update
from tests.support.times import NOW, TODAY

pytestmark = pytest.mark.django_db
LAST_WEEK = NOW - timedelta(days=7)


@pytest.fixture
def back(ana: User, noor: User) -> Patient:
    """Ana: a form of last month that a practitioner has read, needles last week."""
    patient = full_form(ana)
    read_all(noor)
    needled(patient, at=LAST_WEEK)
    return patient


def read_all(noor: User) -> None:
    for case in Case.objects.not_closed():
        review.mark_read(case, by=noor, at=NOW - timedelta(days=29), seen=case_version(case))


def decide(noor: User, outcome: str = "clear", **more: Any) -> Decision:
    case = Case.objects.not_closed().get()
    seen = case_version(case)
    return review.decide(
        case, by=noor, at=NOW - timedelta(days=29), seen=seen, outcome=outcome, reason="Asked.", **more
    )


def stands(patient: Patient) -> Standing:
    return standing.of_one(patient, on=TODAY, at=NOW)


def test_after_needles_an_update_is_due_before_the_next_and_nobody_is_kept_from_booking(back: Patient) -> None:
    theirs = stands(back)
    soon, late = NOW + timedelta(days=2), NOW + timedelta(days=5)
    assert (theirs.word, theirs.wants_update) == (Word.READY, True)
    assert theirs.allows_needles(timezone.localtime(late).date())
    assert theirs.word_for(soon, needling=True, at=NOW) is Word.FORM_MISSING
    assert theirs.word_for(late, needling=True, at=NOW) is Word.READY
    assert theirs.word_for(soon, needling=False, at=NOW) is Word.READY


def test_an_update_that_changes_nothing_is_read_and_the_person_is_ready(back: Patient, ana: User, noor: User) -> None:
    form = send_update(back, by=ana, at=NOW - timedelta(hours=2))
    assert (form.patient, form.accepted_at, form.over_id is not None) == (back, NOW - timedelta(hours=2), True)
    theirs = stands(back)
    assert (theirs.word, theirs.wants_update, theirs.unread) == (Word.READY, False, True)
    read_all(noor)
    assert not stands(back).unread


def test_an_update_is_not_a_full_form(back: Patient, ana: User) -> None:
    send_update(back, by=ana, at=NOW)
    later = NOW + timedelta(days=170)
    assert standing.of_one(back, on=later.date(), at=later).word is Word.FORM_MISSING
    with pytest.raises(IntakeError, match="full form"):
        updates.begin(back, by=ana, at=later)


def test_a_new_blood_thinner_reopens_the_case(back: Patient, ana: User) -> None:
    before = Case.objects.get()
    form = send_update(back, by=ana, at=NOW, blood_thinner="yes", meds_list="Eliquis 5 mg twice a day")
    case = Case.objects.not_closed().get()
    assert (case.patient, case.intake, before.state) == (back, form, Case.State.CLOSED)
    assert "anticoagulant" in set(case.flags.values_list("code", flat=True))
    assert stands(back).unread


def test_what_the_last_form_says_still_counts(ana: User, noor: User) -> None:
    patient = full_form(ana, devices=["pacemaker"])
    decide(noor)
    needled(patient, at=LAST_WEEK)
    form = send_update(patient, by=ana, at=NOW)
    codes = set(Flag.objects.filter(answers__intake=form).values_list("code", flat=True))
    assert "implanted_electronic_device" in codes


def test_a_hold_that_was_decided_and_has_not_changed_stays_decided(ana: User, noor: User) -> None:
    patient = full_form(ana, seizure="active")
    decision = decide(noor, "limits", limits=["no_electro"], until=TODAY + timedelta(days=30))
    needled(patient, at=LAST_WEEK)
    form = send_update(patient, by=ana, at=NOW)
    holds = {flag.code: flag.settled_by for flag in Flag.objects.filter(answers__intake=form) if flag.tier >= "hold"}
    assert holds == {"seizure_disorder": decision}
    assert (stands(patient).word, stands(patient).limits) == (Word.READY, ("no_electro",))


def test_after_its_day_the_same_hold_is_decided_anew(ana: User, noor: User) -> None:
    patient = full_form(ana, seizure="active")
    decide(noor, "limits", limits=["no_electro"], until=TODAY - timedelta(days=1))
    needled(patient, at=LAST_WEEK)
    form = send_update(patient, by=ana, at=NOW)
    assert Flag.objects.get(answers__intake=form, code="seizure_disorder").settled_by is None
    assert stands(patient).word is Word.WAITING


def test_a_hold_with_another_answer_is_decided_anew(ana: User, noor: User) -> None:
    patient = full_form(ana, pregnancy="maybe")
    decide(noor)
    needled(patient, at=LAST_WEEK)
    send_update(patient, by=ana, at=NOW, pregnancy="yes", pregnancy_weeks="9")
    assert stands(patient).word is Word.WAITING


def test_an_emergency_in_an_update_that_was_never_sent_counts(back: Patient, ana: User) -> None:
    from tests.intake.returning import fill

    form = updates.begin(back, by=ana, at=NOW)
    fill(form, {"rf_saddle_numb": "yes"}, by=ana, at=NOW)
    assert stands(back).word is Word.CALL
    assert Case.objects.not_closed().get().patient == back


def test_one_update_is_begun_once(back: Patient, ana: User) -> None:
    assert updates.begin(back, by=ana, at=NOW) == updates.begin(back, by=ana, at=NOW)
    assert Intake.objects.filter(questionnaire="visit_update").count() == 1


def test_an_update_opens_three_days_before_the_next_visit(back: Patient) -> None:
    from intake.review.next_visit import set_next_visit

    assert not updates.may_begin(back, at=NOW)
    set_next_visit(back, at=NOW + timedelta(days=4), now=NOW)
    assert not updates.may_begin(back, at=NOW)
    set_next_visit(back, at=NOW + timedelta(days=3), now=NOW)
    assert updates.may_begin(back, at=NOW)
