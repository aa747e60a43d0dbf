"""After needles: the next ones do not begin before an update; calls that are the desk's own to make."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import reminders, services
from clinic.booking.errors import UpdateMissing
from clinic.booking.models import Appointment, State, VisitType
from clinic.outbox import letters as outbox
from clinic.outbox.models import Letter
from intake.pages.tablet.models import HandOver
from intake.review.follow_up import check_ins
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.review.standing import Word
from intake.treatment import services as treatment
from tests.booking.builders import make_form
from tests.desk.conftest import TWO
from tests.intake.returning import full_form, needled
from tests.intake.treatment.notes import begun, content
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
LAST_WEEK = NOW - timedelta(days=7)


def done(visit: Appointment, *, by: User) -> Appointment:
    """The visit takes place."""
    services.arrive(visit, by=by, at=NOW)
    services.start(visit, by=by, at=NOW)
    return services.complete(visit, by=by, at=TWO)


def test_a_completed_treatment_is_told_to_the_review_and_a_consultation_is_not(
    visit: Appointment, consultation: VisitType, anas: Patient, rui: User
) -> None:
    done(visit, by=rui)
    told = CheckIn.objects.get()
    assert (told.patient, told.visit_ref, told.needled_at, told.areas) == (anas, visit.ref, TWO, None)
    done(services.book(patient=anas, visit_type=consultation, start=TWO + timedelta(hours=2), by=rui, at=NOW), by=rui)
    assert CheckIn.objects.count() == 1


def test_a_note_that_was_signed_first_says_where_the_needles_were(visit: Appointment, rui: User) -> None:
    noor = visit.practitioner.user
    draft = begun(visit.patient, noor, at=NOW, visit_ref=visit.ref)
    treatment.sign_note(draft, content=content(regions=["chest"], points=[]), has_agreed=True, seen=1, by=noor, at=NOW)
    done(visit, by=rui)
    assert CheckIn.objects.get().areas == ["chest_upper_back"]


def test_a_treatment_entered_in_error_was_never_told(visit: Appointment, rui: User) -> None:
    done(visit, by=rui)
    services.enter_in_error(visit, by=rui, at=TWO)
    assert CheckIn.objects.get().ended_how == "in_error"


def test_the_next_needles_do_not_begin_before_an_update(visit: Appointment, anas: Patient, rui: User) -> None:
    needled(anas, at=LAST_WEEK)
    services.arrive(visit, by=rui, at=NOW)
    with pytest.raises(UpdateMissing, match="visit update"):
        services.start(visit, by=rui, at=NOW)
    make_form(anas, accepted_at=NOW - timedelta(minutes=5))
    assert services.start(visit, by=rui, at=NOW).state == State.WITH


def test_nobody_is_kept_from_booking_ahead(anas: Patient, treatment: VisitType, rui: User) -> None:
    needled(anas, at=LAST_WEEK)
    later = services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=9), by=rui, at=NOW)
    assert later.state == State.BOOKED


def test_the_card_of_the_day_says_it_and_offers_the_tablet(
    visit: Appointment, treatment: VisitType, zed: User, rui: User, desk: Client
) -> None:
    patient = full_form(zed, at=NOW - timedelta(days=20), full_name="Bea Muster")
    needled(patient, at=LAST_WEEK)
    start = TWO + timedelta(hours=1)
    theirs = services.book(patient=patient, visit_type=treatment, start=start, by=rui, at=NOW)
    page = desk.get(reverse("desk:visit", args=[theirs.ref]))
    line = page.context["line"]
    assert (line.word, line.label, line.wants_form) == (Word.FORM_MISSING, "Visit update due", True)
    assert line.say.startswith("Please answer a few questions before the visit.")
    desk.post(reverse("desk:tablet", args=[patient.ref]))
    assert HandOver.objects.get().intake.questionnaire == "visit_update"


def test_reminders_ask_for_it_once_it_is_open(
    visit: Appointment, anas: Patient, treatment: VisitType, rui: User
) -> None:
    needled(anas, at=LAST_WEEK)
    ahead = services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=8), by=rui, at=NOW)
    says = {}
    for days in (4, 3, 2):
        at = ahead.starts_at - timedelta(days=days)
        reminders.remind(at=at)
        for letter in Letter.objects.filter(about__endswith=ahead.ref, written_at=at):
            message = outbox.KINDS[letter.kind](letter, at)
            says[days, letter.kind] = message.body if message else ""
    asking = {key for key, body in says.items() if "/intake/update/" in body}
    assert asking == {(3, "booking.reminder"), (2, "booking.form")}
    assert not [body for body in says.values() if "blood" in body or "pain" in body]


@pytest.fixture
def silent(anas: Patient) -> FollowUpTask:
    """Ana did not answer after her first treatment."""
    check_in = needled(anas, at=LAST_WEEK)
    for hours in (48, 72, 96):
        at = check_in.needled_at + timedelta(hours=hours)
        check_ins.ask(at=at)
        check_ins.remind(at=at)
        check_ins.call_the_silent(at=at)
    return FollowUpTask.objects.get()


def test_whoever_did_not_answer_is_the_desk_s_to_call(silent: FollowUpTask, desk: Client) -> None:
    assert "1 person to call" in desk.get(reverse("desk:day")).text
    page = desk.get(reverse("desk:tasks")).text
    assert silent.patient.full_name in page
    desk.post(reverse("desk:silent", args=[silent.ref]), {"do": "tried"})
    assert "Called 1 time" in desk.get(reverse("desk:tasks")).text
    desk.post(reverse("desk:silent", args=[silent.ref]), {"do": "practitioner"})
    assert [task.kind for task in FollowUpTask.objects.open()] == ["call_today"]
    assert "person to call" not in desk.get(reverse("desk:day")).text


def test_a_practitioner_closes_a_call_with_words(silent: FollowUpTask, noors: Practitioner) -> None:
    noor = sign_in(noors.user)
    listed, close = (
        reverse("admin:review_followuptask_changelist"),
        reverse("admin:review_followuptask_close", args=[silent.ref]),
    )
    page = noor.get(listed).text
    assert silent.patient.full_name in page
    seen = re.findall(r'name="seen" value="([^"]*)"', page)[0]
    assert "Write in a sentence what came of it." in noor.post(close, {"how": "spoken", "note": ""}).text
    assert noor.post(close, {"how": "spoken", "note": "She is fine.", "seen": seen})["Location"] == listed
    silent.refresh_from_db()
    assert (silent.closed_how, silent.note, silent.check_in.ended_how) == ("spoken", "She is fine.", "called")
    assert "No call is owed." in noor.get(listed).text
