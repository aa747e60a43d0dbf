"""What is typed into a form that nobody has sent reaches everybody whose form it may be, in every order of events."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.booking.services import NotReady, book
from intake.pages import accepting, drafts, expiry, sending
from intake.record import errors
from intake.record.models import FormIdentity, Intake
from intake.review import referrals, standing
from intake.review import services as review
from intake.review.models import Alert, Case, Decision
from intake.review.standing import Standing, Word
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import make_mailbox, sign_in
from tests.support.queries import Queries

pytestmark = pytest.mark.django_db

IDENTITY = {"full_name", "date_of_birth", "email"}
PAIN_ONLY = {"rf_saddle_numb"}
BORN = {"day": "1", "month": "2", "year": "1980"}


def where(patient: Patient, at: datetime) -> Standing:
    return standing.of_one(patient, on=at.date(), at=at)


@pytest.fixture
def anas() -> Patient:
    """Ana, ready: a fresh form that raised nothing, and a mailbox."""
    return make_patient()


@pytest.fixture
def typed(answers: Answers) -> Callable[..., dict[str, Any]]:
    def typed(**changed: Any) -> dict[str, Any]:
        said = {"full_name": "Ana Invented", "date_of_birth": BORN, "email": "ana@example.com"}
        return answers(**(said | {"rf_saddle_numb": "yes"} | changed))

    return typed


def alarm(raw: dict[str, Any], intake: Intake | None = None, *, by: User | None = None, at: datetime) -> Intake:
    """Answer the question about an emergency, and nothing else."""
    return fill(raw, intake=intake, only=PAIN_ONLY, by=by, at=at)


def test_begun_while_signed_in_it_counts_before_a_name_is_typed(anas: Patient, typed: Any, now: datetime) -> None:
    assert where(anas, now).word is Word.READY
    alarm(typed(), by=anas.user, at=now)
    assert where(anas, now).word is Word.CALL


@pytest.mark.parametrize("name_first", [True, False])
@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({}, Word.CALL),
        ({"full_name": "  ÁNA   invented"}, Word.CALL),
        ({"full_name": "Hanna Different"}, Word.CALL),
        ({"date_of_birth": {"day": "9", "month": "9", "year": "1950"}}, Word.CALL),
        ({"email": "another@example.com"}, Word.CALL),
        ({"email": "another@example.com", "full_name": "Hanna Different"}, Word.READY),
        ({"full_name": "Hanna Different", "date_of_birth": {"day": "9", "month": "9", "year": "1950"}}, Word.READY),
    ],
)
def test_not_signed_in_it_counts_for_whom_it_may_be(
    anas: Patient, typed: Any, now: datetime, changed: dict[str, Any], word: Word, name_first: bool
) -> None:
    raw = typed(**changed)
    if name_first:
        alarm(raw, fill(raw, only=IDENTITY, by=None, at=now), at=now)
    else:
        fill(raw, intake=alarm(raw, at=now), only=IDENTITY, by=None, at=now)
    assert where(anas, now).word is word


def test_typing_over_the_name_and_the_address_does_not_take_it_away(anas: Patient, typed: Any, now: datetime) -> None:
    form = alarm(typed(), fill(typed(), only=IDENTITY, by=None, at=now), at=now)
    other = typed(full_name="Hanna Different", email="another@example.com", date_of_birth=BORN | {"year": "1951"})
    fill(other, intake=form, only=IDENTITY, by=None, at=now)
    assert where(anas, now).word is Word.CALL


def test_a_record_made_afterwards_knows_of_it(typed: Any, rui: User, now: datetime) -> None:
    alarm(typed(), fill(typed(), only=IDENTITY, by=None, at=now), at=now)
    identity = {"full_name": "Ana Invented", "date_of_birth": date(1980, 2, 1)}
    late = people.register(identity=identity, by=rui, at=now)
    assert where(late, now).word is Word.CALL


def test_whoever_has_only_booked_is_called_too(typed: Any, now: datetime) -> None:
    booked = make_patient(ready=False)
    assert where(booked, now).word is Word.FORM_MISSING
    alarm(typed(), by=booked.user, at=now)
    assert where(booked, now).word is Word.CALL


def test_a_mailbox_that_confirms_the_form_later_is_called(typed: Any, now: datetime) -> None:
    patient = make_patient("eva@example.com", "Eva Other")
    raw = typed(email="eva@example.com")
    form = fill(raw, intake=alarm(raw, at=now), only={"email"}, by=None, at=now)
    assert where(patient, now).word is Word.READY
    assert patient.user
    accepting.confirm_email(form, user=patient.user, at=now)
    assert where(patient, now).word is Word.CALL


@pytest.mark.parametrize("way", ["phone", "tablet"])
def test_a_form_begun_for_somebody_counts_for_them(
    anas: Patient, typed: Any, rui: User, now: datetime, way: str
) -> None:
    if way == "phone":
        form = drafts.start(at=now, source="phone", entered_by=rui, patient=anas)
    else:
        from intake.pages.tablet import services as tablets

        form = tablets.hand_over(anas, by=rui, at=now)[0].intake
    alarm(typed(), form, at=now)
    assert where(anas, now).word is Word.CALL


def test_until_a_practitioner_closes_it_and_then_its_case_waits(
    anas: Patient, typed: Any, noor: User, now: datetime
) -> None:
    form = alarm(typed(), by=anas.user, at=now)
    close(form, by=noor, at=now)
    assert where(anas, now).word is Word.WAITING
    case = Case.objects.get(intake=form)
    review.decide(case, by=noor, at=now, seen=seen_now(form), outcome="clear", reason="A mistake.")
    assert where(anas, now).word is Word.READY


def close(form: Intake, *, by: User, at: datetime) -> None:
    review.log_call(
        Alert.objects.get(intake=form),
        by=by,
        at=at,
        outcome="advised",
        note="Spoke.",
        close=True,
        seen=Alert.objects.get(intake=form).version,
    )


def test_a_tap_by_mistake_stays_until_a_practitioner_closes_it(
    anas: Patient, typed: Any, noor: User, now: datetime
) -> None:
    form = alarm(typed(), by=anas.user, at=now)
    alarm(typed(rf_saddle_numb="no"), form, by=anas.user, at=now)
    assert where(anas, now).word is Word.CALL
    close(form, by=noor, at=now)
    assert where(anas, now).word is Word.READY


def test_a_hold_in_an_unsent_form_waits_for_a_practitioner(anas: Patient, answers: Answers, now: datetime) -> None:
    form = fill(answers(seizure="active"), only={"seizure"}, by=anas.user, at=now)
    assert where(anas, now).word is Word.WAITING
    fill(answers(seizure="no"), intake=form, only={"seizure"}, by=anas.user, at=now)
    assert where(anas, now).word is Word.READY


def test_no_visit_with_needles_and_no_talk_is_booked_online(anas: Patient, typed: Any, now: datetime) -> None:
    make_rules()
    make_room()
    noors = make_practitioner()
    kinds = [make_type("consultation", noors), make_type("treatment", noors, needling=True)]
    alarm(typed(), by=anas.user, at=now)
    for kind in kinds:
        with pytest.raises(NotReady, match="talk with you"):
            book(patient=anas, visit_type=kind, start=TEN, by=anas.user, at=now)  # type: ignore[arg-type]  # has one


def test_a_form_that_became_a_child_s_holds_for_the_child_alone(answers: Answers, now: datetime) -> None:
    mother = make_patient("home@example.com", "Mother Invented")
    child = answers(full_name="Child Invented", email="home@example.com", seizure="active")
    form = fill(child, by=mother.user, at=now)
    assert where(mother, now).word is Word.WAITING
    sending.submit(form, by=mother.user, at=now)
    assert where(mother, now).word is Word.READY
    patient = Patient.objects.get(full_name="Child Invented")
    assert where(patient, now).word is Word.WAITING


def test_an_emergency_in_a_form_that_became_a_child_s_still_calls_the_mother(
    answers: Answers, noor: User, now: datetime
) -> None:
    mother = make_patient("home@example.com", "Mother Invented")
    child = answers(full_name="Child Invented", email="home@example.com", rf_saddle_numb="yes")
    form = sending.submit(fill(child, by=mother.user, at=now), by=mother.user, at=now)
    assert where(mother, now).word is Word.CALL
    close(form, by=noor, at=now)
    assert where(mother, now).word is Word.READY
    assert where(Patient.objects.get(full_name="Child Invented"), now).word is Word.WAITING


# ——— what is kept to find it by


def test_the_same_is_kept_once_and_goes_with_the_draft(answers: Answers, now: datetime) -> None:
    form = fill(answers(), only=IDENTITY, by=None, at=now)
    fill(answers(), intake=form, only=IDENTITY, by=None, at=now)
    fill(answers(full_name="Somebody Else"), intake=form, only=IDENTITY, by=None, at=now)
    assert FormIdentity.objects.filter(intake=form).count() == 2
    expiry.expire_drafts(at=now + timedelta(days=31))
    assert FormIdentity.objects.count() == 0


# ——— read or not


def test_a_sent_form_is_unread_until_a_practitioner_opens_its_case(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    form = sent(answers(), by=ana, at=now)
    patient = Patient.objects.get()
    assert (where(patient, now).word, where(patient, now).unread) == (Word.READY, True)
    review.open_case(Case.objects.get(), by=noor, at=now)
    assert not where(patient, now).unread
    opened = form.answers.get()
    assert (opened.opened_by, opened.opened_at) == (noor, now)


@pytest.mark.parametrize(("changed", "unread"), [({"phone": "213-555-0199"}, False), ({"skin": ["infected"]}, True)])
def test_a_form_sent_again_is_unread_when_something_is_new_for_a_practitioner(
    answers: Answers, ana: User, noor: User, now: datetime, changed: dict[str, Any], unread: bool
) -> None:
    form = sent(answers(), by=ana, at=now)
    review.open_case(Case.objects.get(), by=noor, at=now)
    sending.change(form, by=ana, at=now)
    sent(answers(**({"skin_area": "left foot"} if unread else {}), **changed), intake=form, by=ana, at=now)
    assert where(Patient.objects.get(), now).unread is unread


def test_reading_the_newest_form_reads_the_one_it_replaces(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    sent(answers(), by=ana, at=now)
    sent(answers(), by=ana, at=now + timedelta(days=1))
    review.open_case(Case.objects.get(), by=noor, at=now + timedelta(days=1))
    assert not where(Patient.objects.get(), now + timedelta(days=1)).unread


def test_of_two_forms_the_one_sent_last_reads_the_other_whichever_was_begun_first(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    first = fill(answers(), only=IDENTITY, by=ana, at=now)
    sent(answers(), by=ana, at=now + timedelta(minutes=1))
    sent(answers(), intake=first, by=ana, at=now + timedelta(minutes=2))
    later = now + timedelta(minutes=3)
    assert where(Patient.objects.get(), later).unread
    review.open_case(Case.objects.not_closed().get(), by=noor, at=later)
    assert not where(Patient.objects.get(), later).unread


# ——— decisions


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


def test_a_form_of_nobody_s_is_looked_at_by_itself(answers: Answers, now: datetime) -> None:
    form = fill(answers(), only=IDENTITY, by=None, at=now)
    assert standing.of_forms([form], on=now.date(), at=now)[form.pk].word is Word.FORM_MISSING
    alarm(answers(rf_saddle_numb="yes"), form, at=now)
    assert standing.of_forms([form], on=now.date(), at=now)[form.pk].word is Word.CALL
