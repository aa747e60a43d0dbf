"""What a practitioner closed or settled covers what they saw, and nothing that fired since."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from clinic.accounts.models import Patient, User
from clinic.demo.forms import born
from clinic.outbox.models import Letter
from intake.pages import sending
from intake.record.errors import ReviewError
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing
from intake.review.models import Alert, Case, Flag
from intake.review.standing import Word
from intake.screening import Tier
from tests.booking.builders import make_patient
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers

pytestmark = pytest.mark.django_db


def word(at: datetime) -> Word:
    return standing.of_one(Patient.objects.get(), on=at.date(), at=at).word


def close(form: Intake, *, by: User, at: datetime, outcome: str = "advised") -> None:
    alert = Alert.objects.open().get(intake=form)
    review.log_call(alert, by=by, at=at, outcome=outcome, note="Spoke to a neighbor.", close=True, seen=alert.version)


def clear(form: Intake, *, by: User, at: datetime) -> None:
    case = Case.objects.not_closed().get(intake=form)
    seen = seen_now(form)
    review.decide(case, by=by, at=at, seen=seen, outcome="clear", reason="Known for years.")


def told() -> int:
    return Letter.objects.filter(kind="intake.alert").count()


@pytest.fixture
def closed(answers: Answers, ana: User, noor: User, now: datetime) -> Intake:
    """A sent form with chest pain: Noor has called, closed the emergency and decided Clear."""
    form = sent(answers(rf_chest="yes"), by=ana, at=now)
    close(form, by=noor, at=now)
    clear(form, by=noor, at=now)
    return form


@pytest.mark.parametrize("is_sent", [False, True])
def test_a_new_reason_of_a_rule_that_was_closed_is_an_emergency(
    closed: Intake, answers: Answers, ana: User, now: datetime, is_sent: bool
) -> None:
    later = now + timedelta(hours=1)
    assert word(later) is Word.READY
    sending.change(closed, by=ana, at=later)
    raw = answers(rf_chest="yes", rf_tearing="yes")
    if is_sent:
        sent(raw, intake=closed, by=ana, at=later)
    else:
        fill(raw, intake=closed, only={"rf_tearing"}, by=ana, at=later)
    assert Alert.objects.open().count() == 1
    assert told() == 2
    assert word(later) is Word.CALL


def test_what_was_closed_and_stays_as_it_was_is_no_emergency(
    closed: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    later = now + timedelta(hours=1)
    sending.change(closed, by=ana, at=later)
    fill(answers(rf_chest="yes"), intake=closed, only={"rf_chest", "rf_tearing"}, by=ana, at=later)
    fill(answers(rf_chest="yes"), intake=closed, only={"rf_chest", "rf_tearing"}, by=ana, at=later)
    assert (Alert.objects.count(), told()) == (1, 1)


def test_other_words_of_despair_after_a_closed_crisis_are_told(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    form = sent(answers(anything_else="I want to die."), by=ana, at=now)
    close(form, by=noor, at=now)
    clear(form, by=noor, at=now)
    later = now + timedelta(days=8)
    sending.save_extras(form, raw={"goal_text": "I will kill myself tonight."}, by=ana, at=later)
    assert Alert.objects.open().count() == 1
    assert word(later) is Word.CALL
    close(form, by=noor, at=later)
    sending.save_extras(form, raw={"goal_text": "I will kill myself tonight."}, by=ana, at=later)
    assert Alert.objects.open().count() == 0


def test_an_open_alert_that_was_taken_gets_the_further_reason(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    raw = answers(rf_chest="yes")
    form = fill(raw, only={"rf_chest", "email"}, by=ana, at=now)
    review.claim(Case.objects.get(), by=noor, at=now)
    later = now + timedelta(minutes=20)
    fill(raw | {"rf_tearing": "yes"}, intake=form, only={"rf_chest", "rf_tearing"}, by=ana, at=later)
    fill(raw | {"rf_tearing": "yes"}, intake=form, only={"rf_chest", "rf_tearing"}, by=ana, at=later)
    alert = Alert.objects.get()
    assert (alert.times, alert.last_at, alert.acknowledged_at) == (2, later, None)
    assert told() == 2
    (flag,) = Flag.objects.filter(tier=Tier.EMERGENCY, withdrawn_at=None)
    assert set(flag.finding["because"]) == {"rf_chest", "rf_tearing"}


@pytest.mark.parametrize(("outcome", "alerts"), [("not_reached", 2), ("voicemail", 2), ("advised", 1)])
def test_the_same_answer_given_again_tells_again_when_nobody_was_reached(
    answers: Answers, ana: User, noor: User, now: datetime, outcome: str, alerts: int
) -> None:
    raw = answers(rf_chest="yes")
    form = fill(raw, only={"rf_chest"}, by=ana, at=now)
    close(form, by=noor, at=now, outcome=outcome)
    later = now + timedelta(hours=1)
    fill(raw, intake=form, only={"phone"}, by=ana, at=later)
    assert Alert.objects.count() == 1
    fill(raw, intake=form, only={"rf_chest"}, by=ana, at=later)
    fill(raw, intake=form, only={"rf_chest"}, by=ana, at=later)
    assert (Alert.objects.count(), told()) == (alerts, alerts)


# ——— holds


def test_a_settled_flag_does_not_settle_another_answer(answers: Answers, noor: User, now: datetime) -> None:
    ana = make_patient().user
    assert ana
    raw = answers(full_name="Ana Invented", date_of_birth=born(1980, 2, 1), bleeding=["low_platelets"])
    form = fill(raw, only={"bleeding"}, by=ana, at=now)
    clear(form, by=noor, at=now)
    assert word(now) is Word.READY
    form = sent(raw | {"bleeding": ["diagnosed"]}, intake=form, by=ana, at=now + timedelta(hours=1))
    assert word(now + timedelta(hours=1)) is Word.WAITING
    case = Case.objects.not_closed().get(intake=form)
    assert case.tier is Tier.HOLD
    with pytest.raises(ReviewError, match="needs a decision"):
        review.mark_read(case, by=noor, at=now, seen=seen_now(form))


def test_what_was_settled_on_a_draft_and_stays_as_it_was_is_settled(
    answers: Answers, noor: User, now: datetime
) -> None:
    ana = make_patient().user
    assert ana
    raw = answers(full_name="Ana Invented", date_of_birth=born(1980, 2, 1), bleeding=["low_platelets"])
    form = fill(raw, only={"bleeding"}, by=ana, at=now)
    clear(form, by=noor, at=now)
    sent(raw, intake=form, by=ana, at=now + timedelta(hours=1))
    assert word(now + timedelta(hours=1)) is Word.READY


def test_a_hold_that_changes_in_a_begun_change_waits(answers: Answers, ana: User, noor: User, now: datetime) -> None:
    raw: dict[str, Any] = answers(bleeding=["low_platelets"])
    form = sent(raw, by=ana, at=now)
    clear(form, by=noor, at=now)
    assert word(now) is Word.READY
    sending.change(form, by=ana, at=now)
    fill(raw, intake=form, only={"bleeding"}, by=ana, at=now)
    assert word(now) is Word.READY
    fill(raw | {"bleeding": ["diagnosed"]}, intake=form, only={"bleeding"}, by=ana, at=now)
    assert word(now) is Word.WAITING
