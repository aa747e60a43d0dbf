"""Nobody waits for a practitioner without one being asked: each way into waiting ends in a list that somebody reads."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from intake.pages import accepting, sending
from intake.record.errors import ReviewError
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing, withdrawal
from intake.review.models import Case, Decision
from intake.review.standing import Word
from intake.screening import Tier
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.intake.review.asked_about import forgotten
from tests.intake.review.histories import History
from tests.support.answers import Answers
from tests.support.cast import make_mailbox, sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

LATER = NOW + timedelta(days=2)
UNTIL = (NOW + timedelta(days=10)).date()
OVER = NOW + timedelta(days=11)
LIMITS: dict[str, Any] = {"outcome": "limits", "limits": ["no_electro"], "until": UNTIL}
REFER: dict[str, Any] = {"outcome": "refer", "patient_words": "Please see your doctor first."}


def decide(form: Intake, noor: User, *, at: datetime = NOW, **outcome: Any) -> Decision:
    case = Case.objects.filter(intake=form).latest("pk")
    return review.decide(case, by=noor, at=at, seen=review.case_version(case), reason="x", **outcome)


def where(patient: Patient, *, at: datetime) -> standing.Standing:
    return standing.of_one(patient, on=at.date(), at=at)


def tick(at: datetime) -> int:
    """The clock does what it does every ten minutes."""
    return review.reopen_due(on=at.date(), at=at)


def given_afterwards(answers: Answers, ana: User, noor: User) -> Intake:
    """A form of nobody's: cleared without a word of what holds on a record, then the record's by its mailbox."""
    form = fill(answers(email=ana.email, seizure="active"), by=None, at=LATER)
    decide(form, noor, at=LATER, outcome="clear")
    accepting.confirm_email(form, user=ana, at=LATER)
    form.refresh_from_db()
    sending.submit(form, by=ana, at=LATER)
    for case in Case.objects.not_closed():
        review.mark_read(case, by=noor, at=LATER, seen=review.case_version(case))
    form.refresh_from_db()
    return form


def test_limits_that_run_out_under_a_form_given_to_the_record_later_come_back(answers: Answers, noor: User) -> None:
    mailbox = make_mailbox("ana@example.com")
    first = sent(answers(seizure="active"), by=mailbox, at=NOW)
    decide(first, noor, **LIMITS)
    second = given_afterwards(answers, mailbox, noor)
    ana = first.patient
    assert ana is not None
    assert second.patient == ana
    assert (where(ana, at=LATER).limits, tick(OVER - timedelta(days=1))) == (("no_electro",), 0)
    assert where(ana, at=OVER).reasons == ("lapsed",)
    assert (tick(OVER), tick(OVER)) == (1, 0)
    case = Case.objects.awaiting_review().get()
    # The newest, with the answers that count now, and among those that keep somebody from needles.
    assert (case.intake, case.tier) == (second, Tier.HOLD)
    assert Entry.objects.filter(deed="case.reopened").count() == 1
    with pytest.raises(ReviewError, match="needs a decision"):
        review.mark_read(case, by=noor, at=OVER, seen=seen_now(second))
    decide(second, noor, at=OVER, outcome="clear")
    assert (where(ana, at=OVER).word, tick(OVER)) == (Word.READY, 0)


def test_the_case_says_that_limits_ran_out(answers: Answers, noor: User) -> None:
    first = sent(answers(seizure="active"), by=make_mailbox("ana@example.com"), at=NOW - timedelta(days=30))
    case = Case.objects.get()
    at = NOW - timedelta(days=29)
    decide(first, noor, at=at, **{**LIMITS, "until": (at + timedelta(days=5)).date()})
    assert tick(NOW) == 1
    text = sign_in(noor).get(reverse("admin:review_case_change", args=[case.ref])).text
    assert ": no electrical stimulation. No needles until someone decides again." in text


def test_limits_of_a_form_that_is_nobody_s_come_back_beside_others_of_nobody_s(answers: Answers, noor: User) -> None:
    for name in ("One Person", "Two Person"):
        form = fill(answers(full_name=name, signature=name, email="", seizure="active"), by=None, at=NOW)
        sending.submit(form, by=None, at=NOW)
    decide(Intake.objects.earliest("pk"), noor, **LIMITS)
    assert (tick(OVER), tick(OVER)) == (1, 0)
    assert Case.objects.awaiting_review().count() == 2


@pytest.mark.parametrize("outcome", [{"outcome": "clear", "lifts": "x"}, {**LIMITS, "until": OVER.date()}])
def test_what_was_lifted_or_said_again_does_not_come_back(
    answers: Answers, noor: User, outcome: dict[str, Any]
) -> None:
    ana = make_mailbox("ana@example.com")
    decide(sent(answers(seizure="active"), by=ana, at=NOW), noor, **LIMITS)
    decide(sent(answers(seizure="active"), by=ana, at=LATER), noor, at=LATER, **outcome)
    assert tick(OVER) == 0


# ——— by a link, and by its end


def two_records(answers: Answers, noor: User) -> tuple[Patient, Patient]:
    """Two records that were decided on: one with limits, one without any."""
    one = sent(answers(seizure="active"), by=make_mailbox("one@example.com"), at=NOW)
    decide(one, noor, **LIMITS)
    name = "Bruna Costa"
    two = sent(answers(full_name=name, signature=name), by=make_mailbox("two@example.com"), at=NOW)
    decide(two, noor, outcome="clear")
    assert one.patient
    assert two.patient
    return one.patient, two.patient


def test_what_a_link_had_lifted_and_its_end_brings_back_is_asked_about_at_once(
    answers: Answers, noor: User, rui: User
) -> None:
    one, two = two_records(answers, noor)
    link = people.link(one, two, by=rui, at=LATER)
    case = Case.objects.get(patient=two)
    seen = review.case_version(case)
    review.decide(
        case, by=noor, at=LATER + timedelta(hours=1), seen=seen, reason="x", outcome="clear", lifts="x", again=True
    )
    assert (where(one, at=OVER).word, tick(OVER)) == (Word.READY, 0)
    people.unlink(link, by=rui, at=OVER)
    assert "lapsed" in where(one, at=OVER).reasons
    assert [case.patient for case in Case.objects.awaiting_review()] == [one]


def test_a_link_with_somebody_who_withdrew_consent_is_asked_about(answers: Answers, noor: User, rui: User) -> None:
    one, two = two_records(answers, noor)
    withdrawal.withdraw_consent(two, by=noor, at=NOW)
    decide(Intake.objects.get(patient=two), noor, outcome="clear")
    assert Case.objects.not_closed().count() == 0
    people.link(one, two, by=rui, at=LATER)
    assert (where(one, at=LATER).is_withdrawn, Case.objects.awaiting_review().count()) == (True, 1)


# ——— by another record that may be the same person's


def twins(answers: Answers, noor: User) -> tuple[Intake, Intake]:
    """Two forms of one name and birth date from two mailboxes; the second was read and closed."""
    first = sent(answers(seizure="active"), by=make_mailbox("ana@example.com"), at=NOW)
    decide(first, noor, outcome="clear")
    second = sent(answers(), by=make_mailbox("anew@example.com"), at=LATER)
    review.mark_read(Case.objects.get(intake=second), by=noor, at=LATER, seen=seen_now(second))
    return first, second


def test_whoever_waits_for_a_twin_that_was_referred_is_asked_about(answers: Answers, noor: User) -> None:
    first, second = twins(answers, noor)
    case = Case.objects.get(intake=first)
    review.decide(case, by=noor, at=OVER, seen=review.case_version(case), reason="x", again=True, **REFER)
    assert second.patient
    assert where(second.patient, at=OVER).has_twin
    assert [case.intake for case in Case.objects.awaiting_review()] == [second]
    decide(second, noor, at=OVER, outcome="clear")
    assert where(second.patient, at=OVER).word is Word.READY


def test_a_form_beside_a_twin_that_was_referred_is_not_closed_by_reading_it(answers: Answers, noor: User) -> None:
    decide(sent(answers(seizure="active"), by=make_mailbox("ana@example.com"), at=NOW), noor, **REFER)
    second = sent(answers(), by=make_mailbox("anew@example.com"), at=LATER)
    case = Case.objects.get(intake=second)
    assert (
        "I have read it: close the case"
        not in sign_in(noor).get(reverse("admin:review_case_change", args=[case.ref])).text
    )
    with pytest.raises(ReviewError, match="Reading alone does not end that"):
        review.mark_read(case, by=noor, at=LATER, seen=seen_now(second))


def test_a_name_that_is_corrected_into_a_twin_s_is_asked_about(answers: Answers, noor: User, rui: User) -> None:
    decide(sent(answers(seizure="active"), by=make_mailbox("ana@example.com"), at=NOW), noor, **REFER)
    name = "Zoe Other"
    second = sent(answers(full_name=name, signature=name), by=make_mailbox("anew@example.com"), at=LATER)
    review.mark_read(Case.objects.get(intake=second), by=noor, at=LATER, seen=seen_now(second))
    assert second.patient
    assert Case.objects.not_closed().count() == 0
    people.correct(second.patient, identity={"full_name": str(answers()["full_name"])}, by=rui, at=OVER)
    assert where(second.patient, at=OVER).has_twin
    assert [case.intake for case in Case.objects.awaiting_review()] == [second]


# ——— whatever has happened


def test_whoever_waits_for_a_practitioner_stands_in_a_list_of_theirs(noor: User, rui: User) -> None:
    """A few histories; whole sizes stand in test_standing_property."""
    histories = [History(9000 + number, Random(f"asked.{number}"), noor, rui).run() for number in range(3)]
    review.reopen_due(on=TODAY, at=NOW)
    assert forgotten(histories, on=TODAY, at=NOW) == []
