"""Before a visit the practitioner on duty is told: of an open decision, and of a form that nobody has read."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from clinic.accounts.models import Patient, Practitioner, User
from clinic.accounts.services import patients as people
from clinic.booking import services as diary
from clinic.booking.models import PractitionerSettings
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.site_settings.models import ClinicProfile, StaffedHours
from intake.pages import drafts, sending
from intake.record.models import Intake
from intake.review import duty
from intake.review import services as review
from intake.review.models import Case, NextVisit
from intake.review.next_visit import set_next_visit
from tests.booking.builders import make_hours, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

HOLD: dict[str, Any] = {"seizure": "active"}
# NOW is Tuesday 10:30 am.
TODAY, TOMORROW, THURSDAY = (NOW + timedelta(days=days, hours=1, minutes=30) for days in range(3))


def hold_letters() -> list[str]:
    return list(Letter.objects.filter(kind="intake.hold_before_visit").values_list("to", flat=True))


def unread_letters() -> list[str]:
    return list(Letter.objects.filter(kind="intake.unread_before_visit").values_list("to", flat=True))


def patient_of(intake: Intake) -> Patient:
    patient = Intake.objects.get(pk=intake.pk).patient
    assert patient is not None
    return patient


@pytest.fixture
def healthy(answers: Answers, ana: User, noor: User, now: datetime) -> Intake:
    return sent(answers(), by=ana, at=now - timedelta(days=1))


@pytest.fixture
def held(answers: Answers, ana: User, noor: User, now: datetime) -> Intake:
    return sent(answers(**HOLD), by=ana, at=now - timedelta(days=1))


@pytest.mark.parametrize(("visit_at", "count"), [(TODAY, 1), (TOMORROW, 1), (THURSDAY, 0)])
def test_a_hold_that_arises_before_a_near_visit_is_told_once(
    healthy: Intake, answers: Answers, ana: User, noor: User, visit_at: datetime, count: int, now: datetime
) -> None:
    set_next_visit(patient_of(healthy), at=visit_at, now=now)
    sending.change(healthy, by=ana, at=now)
    fill(answers(**HOLD), intake=healthy, by=ana, at=now)
    sent(answers(**HOLD), intake=healthy, by=ana, at=now)
    assert hold_letters() == [noor.email] * count


@pytest.mark.parametrize("visit_first", [True, False])
def test_a_hold_in_a_form_begun_by_the_patient_is_told_and_its_row_shows_the_visit(
    healthy: Intake, answers: Answers, ana: User, noor: User, now: datetime, visit_first: bool
) -> None:
    patient = patient_of(healthy)
    if visit_first:
        set_next_visit(patient, at=TODAY, now=now)
    form = fill(answers(**HOLD), only={"seizure"}, by=ana, at=now)
    if not visit_first:
        set_next_visit(patient, at=TODAY, now=now)
    assert hold_letters() == [noor.email]
    assert Case.objects.get(intake=form).next_visit == TODAY
    (letter,) = Letter.objects.filter(kind="intake.hold_before_visit")
    assert duty._hold(letter, now) is not None


def test_a_case_stands_in_the_queue_by_the_visit_on_any_record_of_the_person(
    held: Intake, noor: User, rui: User, now: datetime
) -> None:
    case, (second, third) = (
        Case.objects.get(intake=held),
        (make_patient(f"a{n}@example.com", ready=False) for n in (2, 3)),
    )
    set_next_visit(third, at=TODAY, now=now)
    people.link(patient_of(held), second, by=rui, at=now)
    assert Case.objects.get(pk=case.pk).next_visit is None
    linked = people.link(second, third, by=rui, at=now)
    assert Case.objects.get(pk=case.pk).next_visit == TODAY
    assert hold_letters() == [noor.email]
    set_next_visit(second, at=THURSDAY, now=now)
    assert Case.objects.get(pk=case.pk).next_visit == TODAY
    people.unlink(linked, by=rui, at=now)
    assert Case.objects.get(pk=case.pk).next_visit == THURSDAY


@pytest.mark.parametrize(("visit_at", "count"), [(TODAY, 1), (TOMORROW, 1), (THURSDAY, 0)])
def test_a_near_visit_that_is_booked_while_a_decision_is_open_is_told_once(
    held: Intake, noor: User, visit_at: datetime, count: int, now: datetime
) -> None:
    assert hold_letters() == []
    for _again in range(2):
        set_next_visit(patient_of(held), at=visit_at, now=now)
    assert hold_letters() == [noor.email] * count


def test_each_visit_day_is_told_of(held: Intake, noor: User, now: datetime) -> None:
    set_next_visit(patient_of(held), at=TOMORROW, now=now)
    set_next_visit(patient_of(held), at=TODAY, now=now)
    assert hold_letters() == [noor.email] * 2


def test_booking_at_the_desk_tells_of_it(held: Intake, rui: User, now: datetime) -> None:
    make_rules()
    make_room()
    noors = Practitioner.objects.get()
    make_hours(noors)
    PractitionerSettings(practitioner=noors, notice_hours=2, horizon_days=60).save()
    kind = make_type("consultation", noors)
    diary.book(patient=patient_of(held), visit_type=kind, start=TODAY, by=rui, at=now)
    assert hold_letters() == [noors.user.email]


def test_a_form_without_a_hold_is_not_told_of(healthy: Intake, now: datetime) -> None:
    set_next_visit(patient_of(healthy), at=TODAY, now=now)
    assert hold_letters() == []


def test_a_hold_on_a_form_begun_on_the_tablet_for_somebody_who_comes_today_is_told(
    healthy: Intake, answers: Answers, rui: User, noor: User, now: datetime
) -> None:
    patient = patient_of(healthy)
    set_next_visit(patient, at=TODAY, now=now)
    begun = drafts.start(at=now, patient=patient, begun_by=rui)
    fill(answers(**HOLD), intake=begun, by=None, at=now)
    assert hold_letters() == [noor.email]


def test_the_letter_names_nobody_and_nothing_clinical(held: Intake, now: datetime) -> None:
    set_next_visit(patient_of(held), at=TODAY, now=now)
    letter = Letter.objects.get(kind="intake.hold_before_visit")
    message = letters.KINDS[letter.kind](letter, now)
    assert message is not None
    text = f"{message.subject} {message.body} {letter.key} {letter.to}"
    assert Case.objects.get().ref in text
    assert [word for word in ("Ana", "Ejemplo", "seizure", "hold_", "ana@") if word in text] == []


def test_the_letter_does_not_leave_once_it_is_decided_or_the_visit_is_off(
    held: Intake, noor: User, now: datetime
) -> None:
    set_next_visit(patient_of(held), at=TODAY, now=now)
    letter = Letter.objects.get(kind="intake.hold_before_visit")
    NextVisit.objects.all().delete()
    assert letters.KINDS[letter.kind](letter, now) is None
    set_next_visit(patient_of(held), at=TODAY, now=now)
    seen = seen_now(held)
    review.decide(Case.objects.get(), by=noor, at=now, seen=seen, outcome="clear", reason="Stable.")
    assert letters.KINDS[letter.kind](letter, now) is None


# A form nobody has read


def test_an_unread_form_with_a_visit_today_is_told_once_a_day(healthy: Intake, noor: User, now: datetime) -> None:
    set_next_visit(patient_of(healthy), at=TODAY, now=now)
    assert [duty.tell_of_unread(at=now) for _again in range(2)] == [1, 1]
    assert unread_letters() == [noor.email]


def test_a_form_that_was_opened_is_not_told_of(healthy: Intake, noor: User, now: datetime) -> None:
    set_next_visit(patient_of(healthy), at=TODAY, now=now)
    duty.tell_of_unread(at=now)
    review.open_case(Case.objects.get(), by=noor, at=now)
    assert duty.tell_of_unread(at=now) == 0
    letter = Letter.objects.get(kind="intake.unread_before_visit")
    assert letters.KINDS[letter.kind](letter, now) is None


def test_a_visit_of_another_day_is_not_told_of(healthy: Intake, noor: User, now: datetime) -> None:
    set_next_visit(patient_of(healthy), at=TOMORROW, now=now)
    assert duty.tell_of_unread(at=now) == 0


def test_the_unread_letter_names_nobody(healthy: Intake, now: datetime) -> None:
    set_next_visit(patient_of(healthy), at=TODAY, now=now)
    duty.tell_of_unread(at=now)
    letter = Letter.objects.get(kind="intake.unread_before_visit")
    message = letters.KINDS[letter.kind](letter, now)
    assert message is not None
    assert Case.objects.get().ref in message.body
    assert [
        word for word in ("Ana", "Ejemplo", "ana@") if word in f"{message.subject} {message.body} {letter.key}"
    ] == []


def test_only_those_on_duty_are_told(healthy: Intake, noor: User, now: datetime) -> None:
    resting = make_practitioner("sana@clinic.example", "Sana Invented")
    Practitioner.objects.filter(pk=resting.pk).update(on_duty=False)
    assert duty.on_duty() == [noor]
    Practitioner.objects.update(on_duty=False)
    assert duty.on_duty() == [noor, resting.user]


def test_in_staffed_hours_every_visit_of_the_day_is_told_of(healthy: Intake, noor: User, now: datetime) -> None:
    ClinicProfile.objects.get_or_create(pk=1)
    StaffedHours.objects.create(profile_id=1, weekday=1, opens="09:00", closes="17:00")
    set_next_visit(patient_of(healthy), at=now + timedelta(hours=6), now=now)
    assert duty.tell_of_unread(at=now) == 1


def test_at_night_only_a_visit_that_begins_soon_is_told_of(healthy: Intake, now: datetime) -> None:
    six = now.replace(hour=14, minute=0) + timedelta(days=1)  # 6 am at the clinic, a Wednesday
    set_next_visit(patient_of(healthy), at=six + timedelta(hours=3), now=now)
    assert duty.tell_of_unread(at=six) == 0
    assert duty.tell_of_unread(at=six + timedelta(hours=1)) == 1
