"""The 48-hour check-in: who is asked when, the call each level asks for and by when, and no answer is never fine."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.outbox.models import Letter
from clinic.site_settings.models import ClinicProfile, StaffedHours
from intake.record.errors import ReviewError
from intake.review import services as review
from intake.review import standing
from intake.review.follow_up import calls, check_ins
from intake.review.follow_up import needled as needles_told
from intake.review.follow_up.models import CheckIn, FollowUpTask, NoCheckIns
from intake.review.models import Alert, Case
from intake.review.standing import Word
from tests.booking.builders import make_patient
from tests.intake.returning import fill, full_form, needled, send_check_in
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
TWO_DAYS_AGO = NOW - 49 * HOUR


@pytest.fixture(autouse=True)
def hours(db: None) -> None:
    """Weekdays from nine to five. NOW is a Tuesday, half past ten."""
    profile = ClinicProfile.objects.get_or_create(pk=1)[0]
    StaffedHours.objects.filter(profile=profile).delete()
    for weekday in range(5):
        StaffedHours.objects.create(profile=profile, weekday=weekday, opens="09:00", closes="17:00")
    from clinic.site_settings import services as site_settings

    site_settings.forget()


@pytest.fixture
def patient(ana: User, noor: User) -> Patient:
    return full_form(ana)


@pytest.fixture
def check_in(patient: Patient) -> CheckIn:
    return needled(patient, at=TWO_DAYS_AGO)


def local(day: int, hour: int) -> datetime:
    """March 2026 in Los Angeles."""
    return datetime(2026, 3, day, hour, tzinfo=ZoneInfo("America/Los_Angeles"))


def letters(kind: str = "intake.check_in") -> list[str]:
    return list(Letter.objects.filter(kind=kind).order_by("pk").values_list("key", flat=True))


def test_fine_after_two_days_asks_nobody_for_anything(check_in: CheckIn, ana: User) -> None:
    cases = Case.objects.count()
    send_check_in(check_in, by=ana, at=NOW)
    check_in.refresh_from_db()
    assert (check_in.ended_how, FollowUpTask.objects.count(), Case.objects.count()) == ("answered", 0, cases)


@pytest.mark.parametrize(
    ("answers", "kind", "due"),
    [
        ({"fu_breath": "yes"}, "emergency", NOW),
        ({"fu_fever": "yes"}, "urgent", NOW + 2 * HOUR),
        ({"fu_needle": "whole_needle"}, "call_today", local(3, 17)),
        ({"fu_meds": ["other"]}, "next_day", local(4, 17)),
        ({"fu_call": "yes"}, "next_day", local(4, 17)),
    ],
)
def test_each_level_is_a_call_with_a_clock(
    check_in: CheckIn, ana: User, answers: dict[str, object], kind: str, due: datetime
) -> None:
    more = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
    send_check_in(check_in, by=ana, at=NOW, **more, **answers)
    task = FollowUpTask.objects.get()
    assert (task.kind, task.due_at, task.patient) == (kind, due, check_in.patient)


def test_after_closing_time_two_working_hours_begin_in_the_morning(check_in: CheckIn, ana: User) -> None:
    night = local(6, 22)  # a Friday, and the clocks go forward on Sunday
    send_check_in(check_in, by=ana, at=night, fu_faint="fainted")
    assert FollowUpTask.objects.get().due_at == local(9, 11)


def test_an_emergency_is_met_while_the_form_is_still_being_filled_in(check_in: CheckIn, ana: User, noor: User) -> None:
    form = check_ins.begin(check_in, by=ana, at=NOW)
    fill(form, {"fu_breath": "yes"}, by=ana, at=NOW)
    alert, task = Alert.objects.get(), FollowUpTask.objects.get()
    assert standing.of_one(check_in.patient, on=TODAY, at=NOW).word is Word.CALL
    with pytest.raises(ReviewError, match="Log the call"):
        calls.close(task, how="spoken", note="Sent to the ER.", seen=seen_of(task), by=noor, at=NOW)
    review.log_call(alert, by=noor, at=NOW, outcome="advised", note="Sent to the ER.", close=True, seen=alert.version)
    task.refresh_from_db()
    assert (task.closed_by, task.note) == (noor, "Reached, advice given. Sent to the ER.")


def seen_of(task: FollowUpTask) -> str:
    """What a page about the task names."""
    return calls.version_of(FollowUpTask.objects.with_answers().get(pk=task.pk))


def test_a_task_is_not_closed_on_answers_that_changed_meanwhile(check_in: CheckIn, ana: User, noor: User) -> None:
    send_check_in(check_in, by=ana, at=NOW, fu_call="yes")
    task = FollowUpTask.objects.get()
    client, address = sign_in(noor), reverse("admin:review_followuptask_close", args=[task.ref])
    page = client.get(reverse("admin:review_followuptask_changelist"))
    before = page.context["rows"][0].version
    assert f'name="seen" value="{before}"' in page.text
    form = check_ins.begin(check_in, by=ana, at=NOW + HOUR)
    fill(form, {"fu_faint": "fainted"}, by=ana, at=NOW + 2 * HOUR)
    said = {"how": "spoken", "note": "All is well.", "seen": before}
    refused = client.post(address, said)
    assert "told us something new after you opened this page" in refused.text
    assert FollowUpTask.objects.open().filter(pk=task.pk).exists()
    assert "All is well." in refused.text
    now = next(row.version for row in refused.context["rows"] if row.task.pk == task.pk)
    assert client.post(address, said | {"seen": now}).status_code == 302


def test_a_task_is_closed_by_a_practitioner_with_words(check_in: CheckIn, ana: User, noor: User, rui: User) -> None:
    send_check_in(check_in, by=ana, at=NOW, fu_call="yes")
    task = FollowUpTask.objects.get()
    with pytest.raises(ReviewError):
        calls.close(task, how="spoken", note=" ", seen=seen_of(task), by=noor, at=NOW)
    for stranger in (rui, ana):
        with pytest.raises(PermissionDenied):
            calls.close(task, how="spoken", note="Spoke.", seen=seen_of(task), by=stranger, at=NOW)
    calls.close(task, how="spoken", note="All is well.", seen=seen_of(task), by=noor, at=NOW)
    assert not FollowUpTask.objects.open().exists()
    assert Entry.objects.filter(deed="task.closed", by_id=noor.pk).count() == 1


def test_it_is_asked_at_48_hours_and_once_more_at_72(check_in: CheckIn) -> None:
    for hours in (47, 48, 50, 71, 72, 80):
        at = check_in.needled_at + hours * HOUR
        check_ins.ask(at=at)
        check_ins.remind(at=at)
    assert letters() == [f"check_in:{check_in.ref}:ask", f"check_in:{check_in.ref}:remind"]


def pass_four_days(check_in: CheckIn) -> None:
    for hours in (48, 72, 96):
        at = check_in.needled_at + hours * HOUR
        check_ins.ask(at=at)
        check_ins.remind(at=at)
        check_ins.call_the_silent(at=at)


@pytest.mark.parametrize(
    ("first", "areas", "called"),
    [(True, ["low_back"], True), (False, ["neck_shoulder"], True), (False, None, True), (False, ["low_back"], False)],
)
def test_no_answer_is_never_fine(patient: Patient, first: bool, areas: list[str] | None, called: bool) -> None:
    if not first:
        earlier = needled(patient, at=TWO_DAYS_AGO - timedelta(days=20), visit="EARLIER")
        needles_told.end(earlier, how=CheckIn.Ended.ANSWERED, at=NOW)
    check_in = needled(patient, at=TWO_DAYS_AGO, areas=areas)
    pass_four_days(check_in)
    check_in.refresh_from_db()
    assert ([task.kind for task in FollowUpTask.objects.open()], check_in.ended_how) == (
        ["no_answer"] if called else [],
        "",
    )


def test_whoever_was_held_is_called(ana: User, noor: User) -> None:
    patient = full_form(ana, seizure="active")
    needled(patient, at=TWO_DAYS_AGO - timedelta(days=20), visit="EARLIER")
    assert needled(patient, at=TWO_DAYS_AGO).wants_call


def test_without_an_address_somebody_calls_instead(rui: User) -> None:
    patient = make_patient()
    Patient.objects.filter(pk=patient.pk).update(user=None, email="")
    needled(Patient.objects.get(pk=patient.pk), at=TWO_DAYS_AGO)
    check_ins.ask(at=NOW)
    assert ([task.kind for task in FollowUpTask.objects.for_the_desk()], letters()) == (["no_answer"], [])


def test_an_answer_ends_the_call_for_want_of_one(check_in: CheckIn, ana: User) -> None:
    pass_four_days(check_in)
    send_check_in(check_in, by=ana, at=NOW + 60 * HOUR)
    assert [task.closed_how for task in FollowUpTask.objects.all()] == ["answered"]


def test_the_desk_hands_a_call_on_and_writes_no_word_of_it(check_in: CheckIn, rui: User) -> None:
    pass_four_days(check_in)
    silent = FollowUpTask.objects.get()
    calls.tried(silent, by=rui, at=NOW)
    calls.hand_on(silent, by=rui, at=NOW)
    silent.refresh_from_db()
    assert (silent.tries, silent.closed_how, silent.note) == (1, "handed_on", "")
    assert [task.kind for task in FollowUpTask.objects.open()] == ["call_today"]


def test_an_answer_of_the_first_day_is_asked_for_again(patient: Patient, ana: User) -> None:
    check_in = needled(patient, at=NOW - 2 * HOUR)
    send_check_in(check_in, by=ana, at=NOW)
    check_ins.ask(at=NOW + 47 * HOUR)
    assert letters() == [f"check_in:{check_in.ref}:ask"]


def test_a_bit_worse_before_two_days_fires_nothing_and_is_asked_at_72_hours(patient: Patient, ana: User) -> None:
    check_in = needled(patient, at=NOW - 40 * HOUR)
    send_check_in(check_in, by=ana, at=NOW, fu_pain_change="worse_mild")
    for hours in (48, 72):
        check_ins.ask(at=check_in.needled_at + hours * HOUR)
        check_ins.remind(at=check_in.needled_at + hours * HOUR)
    assert (FollowUpTask.objects.count(), letters()) == (0, [f"check_in:{check_in.ref}:remind"])


def test_numb_after_a_blood_thinner_is_an_emergency(ana: User, noor: User) -> None:
    patient = full_form(ana, blood_thinner="yes", meds_list="Eliquis")
    check_in = needled(patient, at=TWO_DAYS_AGO)
    send_check_in(check_in, by=ana, at=NOW, fu_nerve=["numb_lasting"])
    assert [task.kind for task in FollowUpTask.objects.all()] == ["emergency"]


@pytest.mark.parametrize("why", ["opted_out", "discharged"])
def test_whoever_is_to_be_left_in_peace_is(patient: Patient, ana: User, noor: User, rui: User, why: str) -> None:
    before = needled(patient, at=TWO_DAYS_AGO)
    with pytest.raises(PermissionDenied):
        check_ins.stop(patient, why=why, by=rui, at=NOW)
    check_ins.stop(patient, why=why, by=ana if why == "opted_out" else noor, at=NOW)
    after = needled(patient, at=NOW, visit="NEXT")
    for check_in in (before, after):
        pass_four_days(check_in)
        check_in.refresh_from_db()
    assert (before.ended_how, after.ended_how) == ("not_wanted", "not_wanted")
    assert (letters(), FollowUpTask.objects.count(), NoCheckIns.objects.get().why) == ([], 0, why)


def test_a_visit_entered_in_error_is_no_visit_with_needles(check_in: CheckIn) -> None:
    needles_told.never_happened(check_in.visit_ref, at=NOW)
    assert check_ins.to_answer(check_in.patient) is None
    assert not standing.of_one(check_in.patient, on=TODAY, at=NOW).wants_update
