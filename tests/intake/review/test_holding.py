"""Limits and a referral that hold are lifted on purpose or not at all; a closed case can be decided again."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from intake.record.errors import ReviewError
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing
from intake.review.decision_rules import Settled
from intake.review.models import Case, Decision, Flag
from intake.screening import Tier
from tests.intake.cases import case_of, page, seen_now, version
from tests.intake.forms import sent
from tests.intake.returning import full_form, needled, send_check_in, send_update
from tests.support.answers import Answers
from tests.support.cast import SignedIn, make_mailbox
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
UNTIL = NOW.date() + timedelta(days=60)
EARLIER = NOW - timedelta(days=20)
LIMITS: dict[str, Any] = {
    "outcome": "limits",
    "limits": ["no_prone", "no_limb"],
    "limit_note": "The left arm.",
    "until": UNTIL,
}
REFER: dict[str, Any] = {"outcome": "refer", "patient_words": "Please see your doctor first."}


def decide(case: Case, noor: User, *, at: datetime = NOW, **said: Any) -> Decision:
    seen = review.case_version(case)
    return review.decide(case, by=noor, at=at, seen=seen, **{"reason": "Read with care.", **said})


def stands(patient: Patient) -> standing.Standing:
    return standing.of_one(patient, on=NOW.date(), at=NOW)


@pytest.fixture
def rosa(noor: User) -> Patient:
    """Somebody whose form was held and decided on, by the test."""
    return full_form(make_mailbox("rosa@example.com"), at=NOW - timedelta(days=30), seizure="active")


def comes_back(patient: Patient, way: str) -> Case:
    """A check-in or an update of this patient holds something, and waits."""
    assert patient.user is not None
    if way == "check_in":
        told = needled(patient, at=NOW - timedelta(days=2))
        send_check_in(told, by=patient.user, at=NOW, fu_faint="fainted")
    else:
        send_update(patient, by=patient.user, at=NOW, day_missed_dose=["blood_thinner"])
    return Case.objects.not_closed().get(patient=patient)


@pytest.mark.parametrize("way", ["check_in", "update"])
def test_a_plain_clear_on_what_comes_later_leaves_no_limit_behind(way: str, rosa: Patient, noor: User) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **LIMITS)
    later = comes_back(rosa, way)
    for wrong in (
        {"outcome": "clear"},
        {**LIMITS, "limits": ["no_limb"]},
        {**LIMITS, "limit_note": "The right arm."},
        {"outcome": "clear", "lifts": "  "},
    ):
        with pytest.raises(ReviewError):
            decide(later, noor, **wrong)
    decide(later, noor, **{**LIMITS, "limits": ["no_prone", "no_limb", "short"], "limit_note": "the LEFT arm. Brief."})
    now = stands(rosa)
    assert (now.word, now.limits, now.limit_notes) == (
        "ready",
        ("no_prone", "no_limb", "short"),
        ("the LEFT arm. Brief.",),
    )


@pytest.mark.parametrize("way", ["check_in", "update"])
@pytest.mark.parametrize("before", [LIMITS, REFER, "both"])
def test_they_are_lifted_with_a_reason_that_stays(before: Any, way: str, rosa: Patient, noor: User) -> None:
    for number, one in enumerate([LIMITS, REFER] if before == "both" else [before]):
        decide(Case.objects.get(), noor, at=EARLIER + timedelta(minutes=number), again=number > 0, **one)
    later = comes_back(rosa, way)
    made = decide(later, noor, outcome="clear", lifts="Her doctor wrote: no reason left.")
    assert (made.lifted_because, made.keeps) == ("Her doctor wrote: no reason left.", False)
    assert (stands(rosa).word, stands(rosa).limits) == ("ready", ())
    assert Entry.objects.filter(deed="case.lifted").count() == 1


def test_a_referral_stays_whatever_is_asked_or_cleared_later(rosa: Patient, noor: User) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **REFER)
    later = comes_back(rosa, "check_in")
    decide(later, noor, outcome="more", question="Since when?")
    assert stands(rosa).word == "consultation_only"
    with pytest.raises(ReviewError, match="was referred"):
        decide(later, noor, outcome="clear")
    with pytest.raises(ReviewError, match="was referred"):
        decide(later, noor, **LIMITS)
    decide(later, noor, **REFER)
    assert stands(rosa).word == "consultation_only"


def test_limits_go_on_through_a_question_and_a_delay(rosa: Patient, noor: User) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **LIMITS)
    later = comes_back(rosa, "check_in")
    decide(later, noor, outcome="delay", until=NOW.date() + timedelta(days=3))
    assert (stands(rosa).word, stands(rosa).limits) == ("waiting", ("no_prone", "no_limb"))
    with pytest.raises(ReviewError, match="Limits hold"):
        decide(later, noor, outcome="clear")


def test_limits_that_have_run_out_hold_nobody_to_them(rosa: Patient, noor: User) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **{**LIMITS, "until": NOW.date() - timedelta(days=1)})
    assert stands(rosa).word == "waiting"
    decide(comes_back(rosa, "check_in"), noor, outcome="clear")
    assert (stands(rosa).word, stands(rosa).limits) == ("ready", ())


def test_a_clear_on_a_form_that_is_given_to_her_later_lifts_nothing(
    rosa: Patient, answers: Answers, noor: User, ana: User
) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **LIMITS)
    form = sent(answers(full_name="Somebody Invented", seizure="active"), by=ana, at=EARLIER)
    decide(case_of(form), noor, at=EARLIER + timedelta(hours=1), outcome="clear")
    # As it is done where the desk finds that the form is hers.
    Case.objects.filter(intake=form).update(patient=rosa)
    Intake.objects.filter(pk=form.pk).update(patient=rosa)
    assert stands(rosa).limits == ("no_prone", "no_limb")


def test_the_panel_begins_with_what_holds_and_sent_as_it_is_keeps_it(
    rosa: Patient, noor: User, signed_in: SignedIn
) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **LIMITS)
    client, later = signed_in(noor), comes_back(rosa, "check_in")
    form = client.get(reverse("admin:review_case_change", args=[later.ref])).context["decision"]
    values = {name: form[name].value() for name in ("holding", "outcome", "limits", "limit_note", "until")}
    assert values == {
        "holding": "keep",
        "outcome": "limits",
        "limits": ["no_prone", "no_limb"],
        "limit_note": "The left arm.",
        "until": UNTIL,
    }
    said = values | {"seen": form["seen"].value(), "reason": "A small bruise."}
    address = reverse("admin:review_case_decide", args=[later.ref])
    refused = client.post(address, said | {"outcome": "clear"})
    assert "Limits hold. Keep them with" in refused.text
    # Without scripts the limits that were filled in are sent with a question as well: nobody has to clear them.
    assert client.post(address, said | {"outcome": "clear", "holding": "lift"}).context["decision"].errors.keys() == {
        "lift_reason"
    }
    assert client.post(address, said).status_code == 302
    assert stands(rosa).limits == ("no_prone", "no_limb")


def test_a_question_is_asked_with_the_limits_still_filled_in(rosa: Patient, noor: User, signed_in: SignedIn) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **LIMITS)
    client, later = signed_in(noor), comes_back(rosa, "check_in")
    said = {"seen": review.case_version(later), "reason": "x", "outcome": "more", "question": "Since when?"}
    filled = {"holding": "keep", "limits": LIMITS["limits"], "limit_note": "The left arm.", "until": UNTIL.isoformat()}
    response = client.post(reverse("admin:review_case_decide", args=[later.ref]), said | filled)
    assert (response.status_code, Case.objects.get(pk=later.pk).state) == (302, "waiting")


def test_the_panel_of_somebody_referred_begins_with_the_referral(
    rosa: Patient, noor: User, signed_in: SignedIn
) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, **REFER)
    later = comes_back(rosa, "check_in")
    shown = signed_in(noor).get(reverse("admin:review_case_change", args=[later.ref]))
    form = shown.context["decision"]
    assert (form["outcome"].value(), form["patient_words"].value()) == ("refer", "Please see your doctor first.")
    assert ("Keep the referral: no needles" in shown.text, "Lift the referral" in shown.text) == (True, True)


# ——— decided again


def test_a_closed_case_is_decided_again_and_nothing_written_changes(
    rosa: Patient, noor: User, signed_in: SignedIn
) -> None:
    first = decide(Case.objects.get(), noor, at=EARLIER, outcome="clear", reason="A mistake.")
    client, form = signed_in(noor), Intake.objects.get()
    shown = client.get(page(form))
    assert "Decide again" in shown.text
    address = reverse("admin:review_case_decide", args=[case_of(form).ref])
    said = {"seen": version(client, form), "reason": "The wrong form.", **REFER}
    assert "A colleague already decided this case." in client.post(address, said).text
    made = client.post(address, said | {"decide_again": "1"})
    assert (made.status_code, made.context and made.context["decision"].errors) == (302, None)
    assert [row.outcome for row in Decision.objects.order_by("pk")] == ["clear", "refer"]
    assert Decision.objects.get(pk=first.pk).reason == "A mistake."
    assert (stands(rosa).word, case_of(form).state) == ("consultation_only", "closed")
    assert Entry.objects.filter(deed="case.decided_again").count() == 1
    assert "The wrong form." in client.get(page(form)).text


def test_a_question_on_a_closed_case_opens_it_with_the_flags_that_were_settled(rosa: Patient, noor: User) -> None:
    first = decide(Case.objects.get(), noor, at=EARLIER, outcome="clear")
    settled = set(Flag.objects.filter(settled_by=first).values_list("pk", flat=True))
    decide(Case.objects.get(), noor, again=True, outcome="more", question="Since when?")
    case = Case.objects.get()
    assert (case.state, case.closed_at, case.tier) == ("waiting", None, "hold")
    assert set(case.flags.filter(settled_by=None).values_list("pk", flat=True)) == settled
    assert stands(rosa).word == "waiting"


def test_a_flag_that_did_not_apply_still_does_not_when_the_case_is_decided_again(rosa: Patient, noor: User) -> None:
    flag = Flag.objects.get(tier=Tier.HOLD)
    decide(Case.objects.get(), noor, at=EARLIER, outcome="clear", flags={flag.pk: Settled("refuted", "Never.")})
    again = decide(Case.objects.get(), noor, again=True, **LIMITS)
    assert Flag.objects.get(pk=flag.pk).settled_by == again
    assert [(row.how, row.why) for row in again.resolutions.filter(flag_id=flag.pk)] == [("refuted", "Never.")]


def test_the_newest_case_of_a_person_is_the_one_decided_again(rosa: Patient, noor: User, signed_in: SignedIn) -> None:
    decide(Case.objects.get(), noor, at=EARLIER, outcome="clear")
    old, later = Case.objects.get(), comes_back(rosa, "check_in")
    with pytest.raises(ReviewError, match="A newer case of this person"):
        decide(old, noor, again=True, **REFER)
    text = signed_in(noor).get(reverse("admin:review_case_change", args=[old.ref])).text
    assert (later.ref in text, "Decide on the newer case" in text, 'name="decide_again"' in text) == (True, True, False)


# ——— closed by reading alone


@pytest.mark.parametrize("said", [{"outcome": "more", "question": "Since when?"}, {"outcome": "delay", "until": UNTIL}])
def test_a_case_with_an_open_question_or_delay_is_not_closed_by_reading_it(
    said: dict[str, Any], answers: Answers, ana: User, noor: User, signed_in: SignedIn
) -> None:
    form = sent(answers(needle_feelings="very_anxious"), by=ana, at=NOW)
    client = signed_in(noor)
    assert "I have read it: close the case" in client.get(page(form)).text
    decide(case_of(form), noor, **said)
    assert "I have read it: close the case" not in client.get(page(form)).text
    state = case_of(form).state
    with pytest.raises(ReviewError, match="Only a decision ends it"):
        review.mark_read(case_of(form), by=noor, at=NOW, seen=seen_now(form))
    # The patient has answered, or the day has come: the decision that waits still stands.
    Case.objects.filter(intake=form).update(state="open", delayed_until=None)
    with pytest.raises(ReviewError, match="Only a decision ends it"):
        review.mark_read(case_of(form), by=noor, at=NOW, seen=seen_now(form))
    assert state in ("waiting", "delayed")
