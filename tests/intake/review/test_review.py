"""The review: what reaches the queue, who decides, on which answers, and what a decision is worth."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from clinic import formatting
from clinic.accounts.models import Difference, Patient, User
from clinic.audit.models import Entry
from clinic.outbox.models import Letter
from intake.pages import expiry, sending
from intake.record import errors
from intake.record.models import Intake
from intake.review import letters, standing
from intake.review import services as review
from intake.review.admin import alert_page
from intake.review.models import Alert, AlertTold, CallLog, Case, Decision, Flag
from intake.review.standing import Word
from intake.screening import Tier
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db

EMERGENCY: dict[str, Any] = {"rf_saddle_numb": "yes"}
HOLD: dict[str, Any] = {"seizure": "active"}
CAUTION: dict[str, Any] = {"conditions": ["fainting"]}


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(**HOLD), by=ana, at=now)


@pytest.fixture
def alarmed(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(**EMERGENCY), by=ana, at=now)


def case_of(intake: Intake) -> Case:
    return Case.objects.with_person().get(intake=intake)


def version(intake: Intake) -> str:

    return seen_now(intake)


def patient_of(intake: Intake) -> Patient:
    found = Intake.objects.get(pk=intake.pk).patient
    assert found is not None
    return found


def deeds() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("deed", flat=True))


# ——— what reaches the queue


def test_a_hold_is_frozen_with_its_reason_and_waits_for_a_practitioner(
    held: Intake, now: datetime, today: date
) -> None:
    flag = Flag.objects.get(answers__intake=held, code="seizure_disorder")
    assert (flag.tier, flag.provisional, flag.finding["because"]) == ("hold", False, {"seizure": "active"})
    assert (case_of(held).tier, case_of(held).state) == ("hold", "open")
    assert standing.of_one(patient_of(held), on=today, at=now).word is Word.WAITING


def test_an_unfinished_form_with_a_hold_is_on_the_work_list(answers: Answers, ana: User, now: datetime) -> None:
    intake = fill(answers(**HOLD), only={"seizure"}, by=ana, at=now)
    assert [(case.tier, case.patient) for case in Case.objects.awaiting_review()] == [("hold", None)]
    assert Flag.objects.get().provisional
    fill({"seizure": "no"}, intake=intake, only={"seizure"}, by=ana, at=now)
    assert Flag.objects.count() == 0
    assert case_of(intake).tier is Tier.CLEAR


def test_a_caution_does_not_keep_a_patient_from_needles(
    answers: Answers, ana: User, now: datetime, today: date
) -> None:
    intake = sent(answers(**CAUTION), by=ana, at=now)
    assert case_of(intake).tier is Tier.CAUTION
    assert standing.of_one(patient_of(intake), on=today, at=now).word is Word.READY


def test_an_emergency_is_raised_before_the_form_is_sent_and_stays_when_the_answer_is_changed(
    answers: Answers, ana: User, now: datetime
) -> None:
    intake = fill(answers(**EMERGENCY), only={"rf_saddle_numb"}, by=ana, at=now)
    alert = Alert.objects.get()
    assert (alert.intake, alert.closed_at) == (intake, None)
    later = now + timedelta(minutes=1)
    fill({"rf_saddle_numb": "no"}, intake=intake, only={"rf_saddle_numb"}, by=ana, at=later)
    alert.refresh_from_db()
    flag = Flag.objects.get(tier="emergency")
    assert (alert.closed_at, alert.changed_at, flag.withdrawn_at) == (None, later, later)
    assert case_of(intake).tier is Tier.EMERGENCY
    assert deeds().count("emergency.raised") == 1
    assert "emergency.answer_changed" in deeds()


def test_the_alert_letter_names_nobody_and_no_finding(alarmed: Intake, noor: User, now: datetime) -> None:
    Alert.objects.all().update(told=0)
    letters.alarm(Alert.objects.get(), at=now)
    letter = Letter.objects.get(kind="intake.alert", to=noor.email)
    message = letters._alert(letter, now)
    assert message is not None
    text = message.subject + message.body + letter.key + letter.to
    for secret in ("Invented", "numb", "cauda", "rf_", "emergency answer", "saddle"):
        assert secret not in text


def test_alerts_of_unconfirmed_forms_are_gathered_in_letters_and_none_is_dropped(
    answers: Answers, noor: User, now: datetime
) -> None:
    for _n in range(5):
        fill(answers(email="same@example.com", **EMERGENCY), only={"email", "rf_saddle_numb"}, by=None, at=now)
    assert Alert.objects.open().count() == 5
    dues = list(Letter.objects.filter(kind="intake.alert").order_by("due").values_list("due", flat=True))
    assert dues == [now, now + timedelta(minutes=15)]


def test_an_alert_nobody_takes_goes_to_the_next_person(
    alarmed: Intake, noor: User, ada: User, now: datetime, monkeypatch: pytest.MonkeyPatch, signed_in: SignedIn
) -> None:
    monkeypatch.setattr("clinic.site_settings.services.is_staffed", lambda *_a, **_k: True)
    noor.texts_to, mobile = "+12135550142", "+12135550142"
    noor.save()
    AlertTold.objects.all().delete()
    monkeypatch.setattr(letters, "chain", lambda: [noor, ada])
    letters.alarm(Alert.objects.get(), at=now)
    assert letters.escalate(at=now + timedelta(minutes=14)) == 0
    assert letters.escalate(at=now + timedelta(minutes=15)) == 1
    told = Letter.objects.filter(kind="intake.alert", urgent=True)
    assert set(told.values_list("to", flat=True)) == {noor.email, mobile, ada.email}
    review.claim(case_of(alarmed), by=noor, at=now + timedelta(minutes=16))
    assert letters.escalate(at=now + timedelta(minutes=40)) == 0
    # The page says who was told when, how, and with what result.
    told.filter(channel="text").update(state="dead", trouble="Reported 30003")
    told.filter(to=ada.email).update(state="sent", finished_at=now + timedelta(minutes=15))
    (row,) = alert_page.rows(at=now + timedelta(hours=1))
    assert [(one.name, [(way.channel, way.failed) for way in one.ways]) for one in row.tellings] == [
        (noor.name, [("email", False), ("text message", True)]),
        (ada.name, [("email", False)]),
    ]
    assert row.tellings[1].ways[0].result == f"sent {formatting.short_moment(now + timedelta(minutes=15))}"
    page = signed_in(noor).get(reverse("admin:review_case_alerts")).text
    assert "text message: <strong>not delivered</strong>" in page
    assert f"{noor.name} took it" in page


# ——— deciding


def test_a_decision_names_the_version_closes_the_case_and_is_in_the_book(
    held: Intake, noor: User, now: datetime, today: date
) -> None:
    decision = review.decide(
        case_of(held), by=noor, at=now, seen=version(held), outcome="clear", reason="Controlled for years."
    )
    case = case_of(held)
    assert (case.state, case.closed_at, decision.answers) == ("closed", now, held.current())
    assert Flag.objects.filter(settled_by=decision).count() == Flag.objects.count()
    assert Case.objects.awaiting_review().count() == 0
    assert standing.of_one(patient_of(held), on=today, at=now).word is Word.READY
    assert deeds()[-1] == "case.decided"
    assert Letter.objects.filter(kind="intake.read", to="ana@example.com").count() == 1


def test_limits_hold_until_their_day_and_then_lapse(held: Intake, noor: User, now: datetime, today: date) -> None:
    until = today + timedelta(days=90)
    review.decide(
        case_of(held),
        by=noor,
        at=now,
        seen=version(held),
        outcome="limits",
        limits=["no_electro"],
        until=until,
        reason="No electrical stimulation.",
    )
    patient = patient_of(held)
    assert standing.of_one(patient, on=until, at=now).limits == ("no_electro",)
    assert standing.of_one(patient, on=until, at=now).word is Word.READY
    assert standing.of_one(patient, on=until + timedelta(days=1), at=now).word is Word.WAITING
    assert review.reopen_due(on=until, at=now) == 0
    assert review.reopen_due(on=until + timedelta(days=1), at=now + timedelta(days=91)) == 1
    assert case_of(held).state == "open"


def test_a_delay_leaves_the_queue_and_comes_back_on_its_day(
    held: Intake, noor: User, now: datetime, today: date
) -> None:
    until = today + timedelta(days=14)
    review.decide(
        case_of(held), by=noor, at=now, seen=version(held), outcome="delay", until=until, reason="After the scan."
    )
    assert Case.objects.awaiting_review().count() == 0
    assert review.reopen_due(on=until - timedelta(days=1), at=now) == 0
    assert review.reopen_due(on=until, at=now + timedelta(days=14)) == 1
    assert Case.objects.awaiting_review().count() == 1


def test_a_question_waits_for_the_patient_and_an_answer_brings_the_case_back(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    review.decide(
        case_of(held),
        by=noor,
        at=now,
        seen=version(held),
        outcome="more",
        question="When was the last one?",
        reason="The date is missing.",
    )
    assert case_of(held).state == "waiting"
    assert Letter.objects.filter(kind="intake.question").count() == 1
    later = now + timedelta(hours=3)
    sending.change(held, by=ana, at=later)
    sent(answers(**HOLD, anything_else="It was in May."), intake=held, by=ana, at=later)
    assert case_of(held).state == "open"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"outcome": "clear", "reason": "  "}, "Write the reason"),
        ({"outcome": "limits", "reason": "x", "until": date(2026, 5, 1)}, "Choose at least one limit."),
        ({"outcome": "limits", "reason": "x", "limits": ["no_electro"]}, "Set the day"),
        ({"outcome": "delay", "reason": "x"}, "Set the day"),
        ({"outcome": "delay", "reason": "x", "until": date(2026, 3, 3)}, "in the future"),
        ({"outcome": "delay", "reason": "x", "until": date(2028, 3, 3)}, "within a year"),
        ({"outcome": "more", "reason": "x"}, "Write the question"),
        ({"outcome": "later", "reason": "x"}, "five outcomes"),
        ({"outcome": "limits", "reason": "x", "until": date(2026, 5, 1), "limits": ["all"]}, "unknown"),
    ],
)
def test_an_incomplete_decision_is_refused_with_a_sentence(
    held: Intake, noor: User, now: datetime, said: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(errors.ReviewError, match=sentence):
        review.decide(case_of(held), by=noor, at=now, seen=version(held), **said)
    assert Decision.objects.count() == 0


def test_only_practitioners_decide(held: Intake, noor: User, rui: User, ada: User, edda: User, now: datetime) -> None:
    case = case_of(held)
    for nobody in (rui, ada, edda, User.objects.get(email="ana@example.com")):
        with pytest.raises(PermissionDenied):
            review.decide(case, by=nobody, at=now, seen=version(held), outcome="clear", reason="x")
        with pytest.raises(PermissionDenied):
            review.mark_read(case, by=nobody, at=now, seen=version(held))
        with pytest.raises(PermissionDenied):
            review.open_case(case, by=nobody, at=now)
        with pytest.raises(PermissionDenied):
            review.claim(case, by=nobody, at=now)
    assert (Decision.objects.count(), case_of(held).state) == (0, "open")


def test_a_practitioner_who_left_decides_nothing(held: Intake, noor: User, now: datetime) -> None:
    noor.is_active = False
    noor.save()
    with pytest.raises(PermissionDenied):
        review.decide(case_of(held), by=noor, at=now, seen=version(held), outcome="clear", reason="x")


def test_a_decision_on_older_answers_is_refused_and_both_versions_are_named(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    old = version(held)
    sending.change(held, by=ana, at=now)
    sent(answers(**HOLD, blood_thinner="yes", inr_status="in_range", rf_bleeding_now="no"), intake=held, by=ana, at=now)
    with pytest.raises(errors.StaleAnswersError) as refused:
        review.decide(case_of(held), by=noor, at=now, seen=old, outcome="clear", reason="x")
    assert refused.value.changed["blood_thinner"] == ("no", "yes")
    assert refused.value.seen == old
    assert Decision.objects.count() == 0


def test_a_draft_can_be_decided_on_and_a_later_save_makes_that_page_old(
    answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    intake = fill(answers(**HOLD), only={"seizure"}, by=ana, at=now)
    old = version(intake)
    fill({"seizure": "past_10y"}, intake=intake, only={"seizure"}, by=ana, at=now)
    with pytest.raises(errors.StaleAnswersError) as refused:
        review.decide(case_of(intake), by=noor, at=now, seen=old, outcome="refer", reason="x")
    assert refused.value.changed == {"seizure": ("active", "past_10y")}


def test_a_changed_safety_answer_reopens_a_decided_case(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, today: date
) -> None:
    review.decide(case_of(held), by=noor, at=now, seen=version(held), outcome="clear", reason="x")
    sending.change(held, by=ana, at=now)
    sent(answers(**HOLD, skin=["infected"], skin_area="left foot"), intake=held, by=ana, at=now + timedelta(days=1))
    reopened = Case.objects.awaiting_review().get()
    assert reopened.patient == patient_of(held)
    assert standing.of_one(patient_of(held), on=today, at=now).word is Word.WAITING
    assert not standing.of_one(patient_of(held), on=today, at=now).allows_needles(today)


def test_a_changed_phone_number_does_not_reopen_a_decided_case(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    review.decide(case_of(held), by=noor, at=now, seen=version(held), outcome="clear", reason="x")
    sending.change(held, by=ana, at=now)
    sent(answers(**HOLD, phone="213-555-0199"), intake=held, by=ana, at=now)
    assert Case.objects.awaiting_review().count() == 0


def test_a_changed_name_never_changes_the_patient_and_is_a_task_for_the_desk(
    held: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    sending.change(held, by=ana, at=now)
    sent(answers(**HOLD, full_name="Ana Novo Ejemplo", phone="213-555-0199"), intake=held, by=ana, at=now)
    patient = patient_of(held)
    assert (patient.full_name, patient.phone) == ("Ana Ejemplo", "213-555-0101")
    found = Difference.objects.filter(patient=patient).order_by("field").values_list("field", "new")
    assert list(found) == [("full_name", "Ana Novo Ejemplo"), ("phone", "213-555-0199")]


def test_a_wrongly_typed_name_is_screened_but_is_nobodys_name(ana: User, now: datetime) -> None:
    intake = fill({"full_name": "An\x00a", "phone": "213-555-0100"}, by=ana, at=now)
    assert (intake.full_name, intake.phone) == ("", "213-555-0100")
    assert intake.current().raw["full_name"] == "An\x00a"


def test_a_change_that_was_left_is_forgotten_after_30_days_and_what_was_sent_stands(
    held: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    sending.change(held, by=ana, at=now)
    assert expiry.expire_drafts(at=now + timedelta(days=29)) == 0
    assert expiry.expire_drafts(at=now + timedelta(days=30)) == 1
    assert (held.current().revision, held.current().valid["seizure"]) == (1, "active")


def test_decisions_and_calls_cannot_be_edited_or_removed(held: Intake, noor: User, now: datetime) -> None:
    decision = review.decide(case_of(held), by=noor, at=now, seen=version(held), outcome="clear", reason="x")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(outcome="refer")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Decision.objects.filter(pk=decision.pk)._raw_delete("default")
    assert Decision.objects.get().outcome == "clear"


# ——— emergencies


def test_an_emergency_is_closed_only_with_a_call(alarmed: Intake, noor: User, now: datetime, today: date) -> None:
    alert, case = Alert.objects.get(), case_of(alarmed)
    assert standing.of_one(patient_of(alarmed), on=today, at=now).word is Word.CALL
    with pytest.raises(errors.ReviewError, match="Log the call"):
        review.decide(case, by=noor, at=now, seen=version(alarmed), outcome="clear", reason="x")
    review.log_call(alert, by=noor, at=now, outcome="voicemail", note="", close=False)
    assert Alert.objects.open().count() == 1
    with pytest.raises(errors.ReviewError, match="did not reach"):
        review.log_call(alert, by=noor, at=now, outcome="not_reached", note="", close=True, seen=alert.version)
    review.log_call(
        alert, by=noor, at=now, outcome="advised", note="Going to hospital.", close=True, seen=alert.version
    )
    alert.refresh_from_db()
    assert (alert.closed_by, alert.closed_at, CallLog.objects.count()) == (noor, now, 2)
    assert standing.of_one(patient_of(alarmed), on=today, at=now).word is Word.WAITING
    review.decide(
        case, by=noor, at=now, seen=version(alarmed), outcome="refer", reason="In hospital.", patient_words="x"
    )
    assert standing.of_one(patient_of(alarmed), on=today, at=now).word is Word.CONSULTATION_ONLY


def test_nobody_but_a_practitioner_logs_a_call(alarmed: Intake, rui: User, ada: User, now: datetime) -> None:
    for nobody in (rui, ada):
        with pytest.raises(PermissionDenied):
            review.log_call(
                Alert.objects.get(),
                by=nobody,
                at=now,
                outcome="reached",
                note="",
                close=True,
                seen=Alert.objects.get().version,
            )
    assert (CallLog.objects.count(), Alert.objects.open().count()) == (0, 1)


def test_the_database_itself_wants_a_person_on_a_closed_alert(alarmed: Intake, now: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.update(closed_at=now)


# ——— who is on it


def test_two_practitioners_do_not_read_one_case_unknowingly(held: Intake, noor: User, now: datetime) -> None:
    from tests.support.cast import make_staff

    nia = make_staff("nia@clinic.example", "Nia Exemplo", "practitioner")
    case = case_of(held)
    assert review.claim(case, by=noor, at=now) is True
    assert review.claim(case, by=nia, at=now + timedelta(minutes=14)) is False
    assert review.claim(case, by=nia, at=now + timedelta(minutes=15)) is True


def test_seen_closes_a_caution_but_never_a_hold(
    held: Intake, answers: Answers, zed: User, noor: User, now: datetime
) -> None:
    with pytest.raises(errors.ReviewError, match="needs a decision"):
        review.mark_read(case_of(held), by=noor, at=now, seen=version(held))
    mild = sent(answers(email="zed@example.com", full_name="Zed Invented", **CAUTION), by=zed, at=now)
    review.mark_read(case_of(mild), by=noor, at=now, seen=version(mild))
    assert case_of(mild).state == "closed"
    assert set(Flag.objects.filter(answers__intake=mild).values_list("seen_by", flat=True)) == {noor.pk}


def test_a_second_form_of_the_same_patient_joins_the_open_case(
    held: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    second = sent(answers(**EMERGENCY), by=ana, at=now + timedelta(days=1))
    assert patient_of(second) == patient_of(held)
    case = Case.objects.not_closed().get()
    assert (case.intake, case.tier, case.alerts.count()) == (second, "emergency", 1)
    assert set(case.flags.values_list("code", flat=True)) >= {"seizure_disorder", "rf_cauda_equina"}


def test_a_failing_engine_holds_the_case(
    answers: Answers, ana: User, now: datetime, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_a: object, **_k: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("intake.pages.readings.screen", broken)
    intake = sent(answers(), by=ana, at=now)
    assert (Intake.objects.get(pk=intake.pk).engine_failed, case_of(intake).tier) == (True, "hold")
    assert standing.of_one(patient_of(intake), on=today, at=now).word is Word.WAITING
