"""Where somebody stands after a decision: what it leaves possible, for whom, and until when."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from intake.record import errors
from intake.record.models import Intake
from intake.review import referrals, standing
from intake.review import services as review
from intake.review.models import Case, Decision
from intake.review.standing import Standing, Word
from tests.booking.builders import make_patient
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import make_mailbox, sign_in
from tests.support.queries import Queries

pytestmark = pytest.mark.django_db

BORN = {"day": "1", "month": "2", "year": "1980"}


def where(patient: Patient, at: datetime) -> Standing:
    return standing.of_one(patient, on=at.date(), at=at)


@pytest.fixture
def anas() -> Patient:
    """Ana, ready: a fresh form that raised nothing, and a mailbox."""
    return make_patient()


def refer(form: Intake, *, by: User, at: datetime, words: str = "Please see your doctor first.") -> Decision:
    case = Case.objects.not_closed().get(intake=form)
    seen = seen_now(form)
    return review.decide(case, by=by, at=at, seen=seen, outcome="refer", reason="Rule out.", patient_words=words)


def test_refer_leaves_a_consultation_and_writes_to_the_patient(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    from clinic.outbox.models import Letter

    decision = refer(sent(answers(seizure="active"), by=ana, at=now), by=noor, at=now)
    theirs = where(Patient.objects.get(), now)
    assert (theirs.word, theirs.allows_consultation, theirs.allows_needles(now.date())) == (
        Word.CONSULTATION_ONLY,
        True,
        False,
    )
    assert theirs.decision == (decision.pk, "refer", "Noor Inventada", now)
    assert decision.patient_words == "Please see your doctor first."
    assert Case.objects.get().state == "closed"
    assert [letter.to for letter in Letter.objects.filter(kind="intake.written")] == ["ana@example.com"]


def test_the_letter_says_nothing_of_the_decision(answers: Answers, ana: User, noor: User, now: datetime) -> None:
    from clinic.outbox.models import Letter
    from intake.review.letters import _written

    form = sent(answers(seizure="active"), by=ana, at=now)
    refer(form, by=noor, at=now)
    message = _written(Letter.objects.get(kind="intake.written"), now)
    assert message is not None
    assert message.subject == f"A practitioner has written to you ({form.reference})"
    assert f"/intake/{form.ref}/" in message.body
    assert [word for word in ("needle", "refer", "doctor", "seizure") if word in message.body.lower()] == []


def test_refer_without_words_for_the_patient_is_refused(answers: Answers, ana: User, noor: User, now: datetime) -> None:
    form = sent(answers(seizure="active"), by=ana, at=now)
    with pytest.raises(errors.ReviewError, match="Tell the patient") as refused:
        refer(form, by=noor, at=now, words="  ")
    assert refused.value.about == "patient_words"


def test_limits_of_a_linked_record_hold_for_both_and_end_with_the_link(
    answers: Answers, ana: User, noor: User, rui: User, now: datetime
) -> None:
    sent(answers(seizure="active"), by=ana, at=now)
    until = now.date() + timedelta(days=90)
    review.decide(
        Case.objects.get(),
        by=noor,
        at=now,
        seen=seen_now(Intake.objects.get()),
        outcome="limits",
        limits=["no_electro", "superficial"],
        until=until,
        reason="x",
    )
    other = make_patient("old@example.com", "Ana Old")
    further = make_patient("older@example.com", "Ana Older")
    link = people.link(Patient.objects.get(user=ana), other, by=rui, at=now)
    people.link(other, further, by=rui, at=now)
    for patient in (other, further):
        theirs = where(patient, now)
        assert theirs.limits == ("no_electro", "superficial")
        assert theirs.limit_words == ["No electrical stimulation", "Superficial needling only"]
        assert (theirs.allows_needles(until), theirs.allows_needles(until + timedelta(days=1))) == (True, False)
    people.unlink(link, by=rui, at=now)
    assert where(further, now).limits == ()


def test_a_link_lifts_no_referral_and_a_decision_on_the_joined_person_does(
    answers: Answers, ana: User, noor: User, rui: User, now: datetime
) -> None:
    refer(sent(answers(seizure="active"), by=ana, at=now), by=noor, at=now)
    referred = Patient.objects.get()
    bo = make_patient("bo@example.com", "Bo Invented").user
    assert bo
    later = now + timedelta(hours=1)
    raw = answers(full_name="Bo Invented", date_of_birth=BORN, seizure="active")
    form = sent(raw, by=bo, at=later)
    decided: dict[str, Any] = {"by": noor, "outcome": "clear", "reason": "Fine."}
    review.decide(Case.objects.not_closed().get(), at=later, seen=seen_now(form), **decided)
    other = Patient.objects.get(user=bo)
    assert where(other, later).word is Word.READY
    people.link(referred, other, by=rui, at=later)
    assert {where(referred, later).word, where(other, later).word} == {Word.CONSULTATION_ONLY}
    again = later + timedelta(hours=1)
    form = sent(raw, by=bo, at=again)
    lifted = {**decided, "lifts": "Her doctor wrote."}
    review.decide(Case.objects.not_closed().get(), at=again, seen=seen_now(form), **lifted)
    assert {where(referred, again).word, where(other, again).word} == {Word.READY}


def test_words_about_a_form_that_is_not_sent_reach_the_patient_and_stay_with_the_record(
    anas: Patient, answers: Answers, noor: User, now: datetime
) -> None:
    from clinic.outbox.models import Letter
    from intake.review.letters import _written

    raw = answers(full_name=anas.full_name, date_of_birth=BORN, seizure="active")
    form = fill(raw, only={"seizure"}, by=anas.user, at=now)
    decision = refer(form, by=noor, at=now)
    assert where(anas, now).word is Word.CONSULTATION_ONLY
    assert referrals.referral_of(anas) == decision
    message = _written(Letter.objects.get(kind="intake.written"), now)
    assert message
    assert "/visits/" in message.body
    assert anas.user
    assert decision.patient_words in sign_in(anas.user).get("/visits/").content.decode()
    sent(raw, intake=form, by=anas.user, at=now + timedelta(hours=1))
    assert referrals.referral_of(anas) == decision
    decision.case.refresh_from_db()
    assert decision.case.patient == anas


@pytest.mark.parametrize("outcome", ["refer", ""])
def test_a_new_record_of_the_same_name_and_birth_date_waits_too(
    answers: Answers, ana: User, noor: User, rui: User, now: datetime, outcome: str
) -> None:
    first = sent(answers(seizure="active"), by=ana, at=now)
    if outcome:
        refer(first, by=noor, at=now)
    anew = make_mailbox("anew@example.com")
    later = now + timedelta(hours=1)
    sent(answers(), by=anew, at=later)
    one, other = Patient.objects.order_by("pk")
    assert where(other, later).word is Word.WAITING
    page = sign_in(noor).get(reverse("admin:review_case_change", args=[Case.objects.get(patient=other).ref]))
    assert page.context["page"].twins == [Case.objects.get(patient=one)]
    assert "Another record has the same name and birth date." in page.content.decode()
    people.keep_apart(one, other, by=rui, at=later)
    assert where(other, later).word is Word.READY


def test_what_has_run_out_comes_back_though_a_later_form_was_only_read(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    first = sent(answers(seizure="active"), by=ana, at=now)
    review.decide(
        Case.objects.get(),
        by=noor,
        at=now,
        seen=seen_now(first),
        outcome="limits",
        limits=["no_electro"],
        until=now.date() + timedelta(days=10),
        reason="x",
    )
    later = now + timedelta(days=2)
    second = sent(answers(), by=ana, at=later)
    review.mark_read(Case.objects.get(intake=second), by=noor, at=later, seen=seen_now(second))
    over = now + timedelta(days=11)
    assert where(Patient.objects.get(), over).reasons == ("lapsed",)
    assert review.reopen_due(on=over.date(), at=over) == 1
    assert Case.objects.awaiting_review().get().intake == second  # the newest, with the answers that count now


def test_what_has_run_out_but_cannot_come_back_costs_nothing(
    answers: Answers, ana: User, noor: User, now: datetime, queries: Queries
) -> None:
    """Another case of the same person is open: there is nothing to do, and each pass is one look at each list."""
    first = sent(answers(seizure="active"), by=ana, at=now)
    until, seen = now.date() + timedelta(days=10), seen_now(first)
    case = Case.objects.get()
    review.decide(case, by=noor, at=now, seen=seen, outcome="limits", limits=["no_electro"], until=until, reason="x")
    sent(answers(seizure="active"), by=ana, at=now + timedelta(days=12))
    # An older case of theirs that is still open, as after two records were linked.
    assert Case.objects.not_closed().update(opened_at=now - timedelta(days=1)) == 1
    over = now + timedelta(days=13)
    with queries(2):
        assert review.reopen_due(on=over.date(), at=over) == 0
