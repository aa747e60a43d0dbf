"""The verbs of filling in and sending, without a page."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from clinic.accounts import services as people
from clinic.accounts.models import Difference, Patient, User
from clinic.audit.models import Entry
from clinic.contact import text_mailbox
from clinic.demo.forms import typed
from clinic.outbox.models import Letter
from intake.pages import accepting, drafts, expiry, sending
from intake.pages.drafts import DRAFT_LIVES
from intake.pages.saved_screen import Kept
from intake.questionnaire import NEW_PATIENT
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review.models import Alert, Case, Flag
from intake.screening import Tier
from tests.intake.forms import sent
from tests.support.answers import Answers

pytestmark = pytest.mark.django_db


def save(intake: Intake, code: str, at: datetime, *, by: User | None = None, **raw: Any) -> Kept:
    """Save the screen that asks a question, with the healthy answers and what differs."""
    screen = NEW_PATIENT.screen(NEW_PATIENT.number_of(code))
    filled = typed(**raw)
    asked = [question.code for question in screen.questions if question.code in filled]
    seen = intake.current().screen_version(screen.code)
    return drafts.save_screen(intake, screen_=screen, raw=filled, asked=asked, seen=seen, by=by, at=at)


def fill(intake: Intake, at: datetime, *, by: User | None = None, **raw: Any) -> Intake:
    for screen in NEW_PATIENT.main_screens:
        save(intake, screen.questions[0].code, at, by=by, **raw)
    return intake


@pytest.fixture
def begun(db: None, now: datetime) -> Intake:
    return drafts.start(at=now)


def test_a_draft_begins_empty_and_lives_30_days(begun: Intake, now: datetime) -> None:
    assert begun.current().raw == {}
    assert begun.expires_at == now + timedelta(days=30)
    assert not begun.is_confirmed


def test_a_signed_in_patient_begins_with_a_confirmed_address(ana: User, now: datetime) -> None:
    intake = drafts.start(at=now, by=ana)
    assert intake.current().raw == {"email": "ana@example.com"}
    assert intake.is_confirmed


@pytest.mark.parametrize("number", ["213-555-0177", "213-555-0188", ""], ids=["the same", "another", "none"])
def test_who_signs_in_by_phone_begins_from_their_record(number: str, now: datetime) -> None:
    user = User.objects.create(email=text_mailbox("213-555-0177") or "")
    born = date(1984, 4, 27)
    nia = Patient.objects.create(user=user, full_name="Nia Newcomer", date_of_birth=born, phone=number)
    form = drafts.start(at=now, by=user, patient=nia)
    assert user.is_phone
    assert (form.full_name, form.email, form.is_confirmed) == ("Nia Newcomer", "", True)
    assert form.current().raw["phone"] == (number or "213-555-0177")
    assert "email" not in form.current().raw


def test_each_save_lets_the_30_days_begin_again(begun: Intake, now: datetime) -> None:
    later = now + timedelta(days=20)
    save(begun, "full_name", later)
    begun.refresh_from_db()
    assert begun.expires_at == later + DRAFT_LIVES


def test_a_new_address_is_unconfirmed_until_its_code_was_typed(ana: User, now: datetime) -> None:
    intake = drafts.start(at=now, by=ana)
    save(intake, "email", now, by=ana, email="other@example.com")
    assert not Intake.objects.get().is_confirmed
    save(intake, "email", now, by=ana, email="ANA@example.com")
    assert Intake.objects.get().is_confirmed


def test_a_question_that_was_not_on_the_page_keeps_its_value(begun: Intake, now: datetime) -> None:
    save(begun, "full_name", now)
    screen = NEW_PATIENT.screen(1)
    drafts.save_screen(begun, screen_=screen, raw={"phone": ""}, asked=["phone"], seen=1, by=None, at=now)
    assert begun.current().raw["phone"] == ""
    assert begun.current().raw["full_name"] == "Ana Ejemplo"


def test_the_same_answers_with_a_stale_version_are_no_conflict(begun: Intake, now: datetime) -> None:
    screen, raw = NEW_PATIENT.screen(1), typed()
    asked = [question.code for question in screen.questions]
    for _retry in range(2):
        kept = drafts.save_screen(begun, screen_=screen, raw=raw, asked=asked, seen=0, by=None, at=now)
        assert kept.conflict is None


def test_a_conflict_writes_nothing_and_holds_both(begun: Intake, now: datetime) -> None:
    screen = NEW_PATIENT.screen(1)
    save(begun, "full_name", now)
    kept = drafts.save_screen(
        begun, screen_=screen, raw={"phone": "213-555-0122"}, asked=["phone"], seen=0, by=None, at=now
    )
    assert kept.conflict is not None
    assert kept.conflict.theirs == {"phone": "213-555-0101"}
    assert kept.conflict.yours == {"phone": "213-555-0122"}
    assert begun.current().raw["phone"] == "213-555-0101"


def test_an_emergency_in_a_draft_opens_a_case_an_alert_and_a_line_in_the_book(begun: Intake, now: datetime) -> None:
    save(begun, "full_name", now)
    kept = save(begun, "rf_chest", now, rf_chest="yes")
    assert [str(finding.tier) for finding in kept.emergencies] == ["emergency"]
    assert Case.objects.get().tier is Tier.EMERGENCY
    assert Alert.objects.get().closed_at is None
    assert Flag.objects.get().provisional
    assert Entry.objects.filter(deed="emergency.raised").count() == 1


def test_an_emergency_alert_tells_the_one_on_duty(begun: Intake, noor: User, now: datetime) -> None:
    save(begun, "full_name", now)
    save(begun, "rf_chest", now, rf_chest="yes")
    assert [letter.to for letter in Letter.objects.filter(kind="intake.alert")] == [noor.email]


def test_a_changed_emergency_answer_leaves_the_alert_open(begun: Intake, now: datetime) -> None:
    save(begun, "rf_chest", now, rf_chest="yes")
    kept = save(begun, "rf_chest", now, rf_chest="no")
    assert kept.emergencies == ()
    alert = Alert.objects.get()
    assert alert.closed_at is None
    assert alert.changed_at == now
    assert Case.objects.get().tier is Tier.EMERGENCY


def test_an_expired_draft_with_an_open_emergency_is_kept(begun: Intake, now: datetime) -> None:
    save(begun, "rf_chest", now, rf_chest="yes")
    assert expiry.expire_drafts(at=now + timedelta(days=31)) == 0
    assert begun.current().raw["rf_chest"] == "yes"


def test_a_form_with_open_questions_is_not_sent(begun: Intake, now: datetime) -> None:
    fill(begun, now, rf_chest="", email="")
    with pytest.raises(IntakeError) as refused:
        sending.submit(begun, by=None, at=now)
    assert refused.value.missing == ("rf_chest",)
    assert Case.objects.count() == 0


def test_a_form_with_an_unconfirmed_address_is_not_sent(begun: Intake, now: datetime) -> None:
    fill(begun, now)
    with pytest.raises(IntakeError, match="Confirm your email"):
        sending.submit(begun, by=None, at=now)


def test_sending_freezes_answers_and_drops_what_was_hidden(begun: Intake, now: datetime) -> None:
    fill(begun, now, email="", skin_area="left knee")
    sending.submit(begun, by=None, at=now)
    answers = begun.current()
    assert answers.frozen_at == now
    assert "skin_area" not in answers.raw
    assert answers.valid["full_name"] == "Ana Ejemplo"


def test_sending_twice_is_sending_once(begun: Intake, now: datetime) -> None:
    fill(begun, now, email="")
    first = sending.submit(begun, by=None, at=now)
    second = sending.submit(begun, by=None, at=now + timedelta(minutes=1))
    assert first.submitted_at == second.submitted_at == now
    assert begun.consents.count() == 1


def test_a_sent_form_takes_no_more_saves(begun: Intake, now: datetime) -> None:
    fill(begun, now, email="")
    sending.submit(begun, by=None, at=now)
    with pytest.raises(IntakeError, match="already been sent"):
        save(begun, "rf_chest", now, rf_chest="not_sure")


def test_confirming_after_sending_accepts_the_form(begun: Intake, ana: User, now: datetime) -> None:
    fill(begun, now)
    accepting.confirm_email(begun, user=ana, at=now)
    intake = sending.submit(begun, by=ana, at=now)
    assert intake.accepted_at == now
    assert Patient.objects.get().full_name == "Ana Ejemplo"


def test_only_the_mailbox_on_the_form_confirms_it(begun: Intake, zed: User, now: datetime) -> None:
    fill(begun, now)
    with pytest.raises(IntakeError, match="a different email"):
        accepting.confirm_email(begun, user=zed, at=now)


def test_changing_keeps_the_sent_answers_until_it_is_sent_again(begun: Intake, now: datetime) -> None:
    fill(begun, now, email="")
    sending.submit(begun, by=None, at=now)
    draft = sending.change(begun, by=None, at=now)
    assert draft.revision == 2
    assert "signature" not in draft.raw
    assert sending.change(begun, by=None, at=now).pk == draft.pk
    save(begun, "seizure", now, seizure="active")
    assert begun.answers.get(revision=1).valid["seizure"] == "no"


def test_extras_never_swallow_a_change_that_was_begun(begun: Intake, now: datetime) -> None:
    fill(begun, now, email="")
    sending.submit(begun, by=None, at=now)
    sending.change(begun, by=None, at=now)
    save(begun, "seizure", now, seizure="active")
    with pytest.raises(IntakeError, match="change you started"):
        sending.save_extras(begun, raw={"goal_text": "garden"}, by=None, at=now)
    assert begun.current().raw["seizure"] == "active"


def test_the_draft_stays_small_however_often_a_long_text_is_saved(begun: Intake, now: datetime) -> None:
    for number in range(30):
        save(begun, "meds_list", now, meds_list=f"{number} " + "a" * 100_000)
    assert len(str(begun.current().document)) < 1_500_000


@pytest.mark.parametrize("take", [True, False])
def test_a_birth_date_that_is_changed_on_a_sent_form_is_asked_about(
    answers: Answers, ana: User, rui: User, now: datetime, take: bool
) -> None:
    form = sent(answers(), by=ana, at=now)
    patient = Patient.objects.get()
    before = patient.date_of_birth
    sending.change(form, by=ana, at=now)
    sent(answers(date_of_birth={"day": "5", "month": "6", "year": "1974"}), intake=form, by=ana, at=now)
    difference = Difference.objects.get(field="date_of_birth")
    assert (difference.old, difference.new) == (str(before), "1974-06-05")
    people.settle(difference, take=take, by=rui, at=now)
    patient.refresh_from_db()
    assert patient.date_of_birth == (date(1974, 6, 5) if take else before)
