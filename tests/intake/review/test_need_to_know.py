"""Whose patient somebody is, and the reason that is asked of everybody else."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import LinkedPatient, Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking.models import Appointment, State
from intake.pages import sending
from intake.record.errors import ReviewError
from intake.review import services as review
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.review.models import Alert, Case, Decision, ReadingReason
from intake.review.need_to_know import door, services
from intake.review.need_to_know.services import ReadSubject
from intake.review.need_to_know.ties import is_theirs
from intake.review.opinion import write
from intake.screening import Tier
from intake.treatment.models import AdverseEvent, NoteDraft
from tests.booking.builders import make_patient, make_practitioner, make_type
from tests.desk.forms import case_of, decide, make_sent
from tests.intake.forms import fill
from tests.intake.treatment.notes import begun, signed
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.queries import Queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
A_YEAR, A_DAY = timedelta(days=365), timedelta(days=1)
SECRET = "CNRY7F3A the neighbor asked"


@pytest.fixture
def mei() -> Practitioner:
    """A practitioner who has nothing to do with anybody."""
    return make_practitioner("mei@clinic.example", "Mei Beispiel")


@pytest.fixture
def una(answers: Answers, noor: User, now: datetime) -> Patient:
    """Una, whose form was read, decided on and closed by Noor: nothing of hers waits."""
    patient = make_sent(answers, at=now - 2 * A_DAY, seizure="active")
    decide(patient, "limits", by=noor, at=now - A_DAY, limits=["no_electro"], until=(now + 90 * A_DAY).date())
    return patient


def theirs(reader: User, patient: Patient, *, at: datetime) -> bool:
    return is_theirs(reader, patient=patient.pk, at=at)


def visit(patient: Patient, with_whom: Practitioner, *, at: datetime, state: str = State.BOOKED) -> Appointment:
    ended = {"ended_reason": "cannot_come", "ended_by": "patient"} if state in (State.CANCELLED, State.MOVED) else {}
    return Appointment.objects.create(
        patient=patient,
        practitioner=with_whom,
        visit_type=make_type("consultation", with_whom),
        starts_at=at,
        minutes=45,
        state=state,
        created_at=at,
        **ended,
    )


def test_who_has_done_nothing_for_a_person_is_a_stranger(
    una: Patient, noor: User, mei: Practitioner, now: datetime
) -> None:
    assert (theirs(noor, una, at=now), theirs(mei.user, una, at=now)) == (True, False)


@pytest.mark.parametrize(
    ("days", "state", "is_one"),
    [
        (-364, State.COMPLETED, True),
        (-366, State.COMPLETED, False),
        (-5, State.NO_SHOW, True),
        (200, State.BOOKED, True),
        (-5, State.CANCELLED, False),
        (-5, State.MOVED, False),
        (-5, State.IN_ERROR, False),
    ],
)
def test_a_visit_of_a_year_or_ahead_makes_a_person_theirs(
    una: Patient, noor: User, mei: Practitioner, now: datetime, days: int, state: str, is_one: bool
) -> None:
    visit(una, mei, at=now + days * A_DAY, state=state)
    assert theirs(mei.user, una, at=now) is is_one


def _claimed(una: Patient, mei: Practitioner, noor: User, now: datetime) -> None:
    Case.objects.filter(pk=case_of(una).pk).update(claimed_by=mei.user, claimed_until=now + timedelta(minutes=5))


def _decided(una: Patient, mei: Practitioner, noor: User, now: datetime) -> None:
    case = case_of(una)
    Decision.objects.create(
        case=case, answers=case.intake.current(), outcome="clear", words={}, by=mei.user, by_name="Mei", at=now
    )


def _asked(una: Patient, mei: Practitioner, noor: User, now: datetime) -> None:
    write(case_of(una), text="What do you think?", to=mei.user, by=noor, at=now)


def _wrote(una: Patient, mei: Practitioner, noor: User, now: datetime) -> None:
    signed(una, mei.user, at=now)


def _writes(una: Patient, mei: Practitioner, noor: User, now: datetime) -> None:
    begun(una, mei.user, at=now)


def _opened(una: Patient, mei: Practitioner, noor: User, now: datetime) -> None:
    case_of(una).intake.answers.update(opened_by=mei.user, opened_at=now)


@pytest.mark.parametrize("deed", [_claimed, _decided, _asked, _wrote, _writes, _opened])
def test_what_was_done_for_a_person_makes_them_theirs_for_a_year(
    una: Patient, noor: User, mei: Practitioner, now: datetime, deed: Callable[..., None]
) -> None:
    deed(una, mei, noor, now)
    assert theirs(mei.user, una, at=now)
    assert not theirs(mei.user, una, at=now + A_YEAR + A_DAY)


def _to_review(una: Patient) -> None:
    Case.objects.filter(patient=una).update(state="open", closed_at=None, closed_by=None)


def _unread(una: Patient) -> None:
    case_of(una).intake.answers.update(opened_at=None, opened_by=None)


def _alarmed(una: Patient) -> None:
    case, at = case_of(una), case_of(una).opened_at
    Alert.objects.create(case=case, intake=case.intake, raised_at=at, last_at=at)


def _owed_a_call(una: Patient) -> None:
    at = case_of(una).opened_at
    check_in = CheckIn.objects.create(patient=una, visit_ref="BCDF2345", needled_at=at)
    FollowUpTask.objects.create(patient=una, check_in=check_in, kind="no_answer", raised_at=at, due_at=at)


def _not_assessed(una: Patient) -> None:
    at = case_of(una).opened_at
    told = {"kind": "bleeding", "severity": "mild", "source": "told", "source_ref": "BCDF2345", "words": {}}
    AdverseEvent.objects.create(patient=una, happened_at=at, registered_at=at, **told)


@pytest.mark.parametrize("waits", [_to_review, _unread, _alarmed, _owed_a_call, _not_assessed])
def test_what_waits_for_anybody_asks_nobody_for_a_reason(
    una: Patient, mei: Practitioner, now: datetime, waits: Callable[[Patient], None]
) -> None:
    assert not theirs(mei.user, una, at=now)
    waits(una)
    assert theirs(mei.user, una, at=now)


def test_a_hold_that_waits_is_the_work_of_whoever_is_on_duty(
    una: Patient, noor: User, mei: Practitioner, now: datetime
) -> None:
    Case.objects.filter(patient=una).update(state="waiting", closed_at=None, closed_by=None)
    assert case_of(una).tier is Tier.HOLD
    Practitioner.objects.exclude(user=noor).update(on_duty=False)
    assert not theirs(mei.user, una, at=now)
    Practitioner.objects.filter(pk=mei.pk).update(on_duty=True)
    assert theirs(mei.user, una, at=now)


def test_linked_records_are_one_person(una: Patient, noor: User, mei: Practitioner, now: datetime) -> None:
    other = make_patient("una2@example.com", "Una Unread", ready=False)
    visit(other, mei, at=now + A_DAY)
    assert (theirs(mei.user, other, at=now), theirs(mei.user, una, at=now)) == (True, False)
    link = LinkedPatient.objects.create(earlier=una, later=other, linked_at=now, linked_by=noor)
    assert theirs(mei.user, una, at=now)
    LinkedPatient.objects.filter(pk=link.pk).update(undone_at=now)
    services.give_reason(ReadSubject(other, None), code="cover", by=mei.user, at=now)
    assert not services.may_read(ReadSubject(una, None), by=mei.user, at=now)
    LinkedPatient.objects.filter(pk=link.pk).update(undone_at=None)
    assert services.may_read(ReadSubject(una, None), by=mei.user, at=now)


def test_a_reason_is_good_for_one_reader_one_person_and_eight_hours(
    una: Patient, noor: User, mei: Practitioner, now: datetime
) -> None:
    subject, other = ReadSubject(una, None), ReadSubject(make_patient(ready=False), None)
    third = make_practitioner("tia@clinic.example", "Tia Muster").user
    assert not services.may_read(subject, by=mei.user, at=now)
    services.give_reason(subject, code="cover", by=mei.user, at=now)
    hours = [services.may_read(subject, by=mei.user, at=now + timedelta(hours=hours)) for hours in (0, 7, 8, 9)]
    assert hours == [True, True, False, False]
    assert not services.may_read(other, by=mei.user, at=now)
    assert not services.may_read(subject, by=third, at=now)


def test_the_log_has_the_code_and_the_words_are_sealed(una: Patient, mei: Practitioner, now: datetime) -> None:
    given = services.give_reason(ReadSubject(una, None), code="other", words=f" {SECRET} ", by=mei.user, at=now)
    entry = Entry.objects.get(deed="reason.given")
    assert (entry.on, entry.by, entry.facts) == (f"accounts.patient:{una.ref}", mei.user, {"reason": "other"})
    assert ReadingReason.objects.get().words == {"text": SECRET}
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM review_readingreason WHERE id = %s", [given.pk])
        stored = cursor.fetchone()[0]
    assert SECRET.encode() not in bytes(stored)
    assert SECRET not in str(given)


@pytest.mark.parametrize(
    "said", [{"code": "because"}, {"code": "other", "words": " "}, {"code": "cover", "words": "x" * 501}]
)
def test_no_reason_is_no_reason(una: Patient, mei: Practitioner, now: datetime, said: dict[str, str]) -> None:
    with pytest.raises(ReviewError):
        services.give_reason(ReadSubject(una, None), by=mei.user, at=now, **said)
    assert (ReadingReason.objects.count(), Entry.objects.filter(deed="reason.given").count()) == (0, 0)


def test_a_form_of_nobody_s_is_judged_by_its_case(
    answers: Answers, noor: User, mei: Practitioner, now: datetime
) -> None:
    form = fill(answers(full_name="Pia Phoned", email="", seizure="active"), by=None, at=now)
    sending.submit(form, by=None, at=now)
    case = Case.objects.get()
    assert is_theirs(mei.user, patient=None, case=case, at=now)
    review.open_case(case, by=noor, at=now)
    seen = review.version_of(case.intake.current())
    review.decide(case, by=noor, at=now, seen=seen, outcome="refer", reason="Read.", patient_words="Call us.")
    case = Case.objects.get()
    assert (case.patient, case.state) == (None, "closed")
    assert is_theirs(noor, patient=None, case=case, at=now)
    assert not is_theirs(mei.user, patient=None, case=case, at=now)
    services.give_reason(ReadSubject(None, case), code="quality", by=mei.user, at=now)
    assert services.may_read(ReadSubject(None, case), by=mei.user, at=now)
    assert Entry.objects.get(deed="reason.given").on == f"review.case:{case.ref}"


# ——— over the pages


@pytest.fixture
def browser(mei: Practitioner) -> Client:
    return sign_in(mei.user)


def test_the_page_asks_and_leads_where_the_reader_was_going(una: Patient, browser: Client, mei: Practitioner) -> None:
    wanted = reverse("desk:record", args=[una.ref]) + "?show=note"
    asked = browser.get(wanted)["Location"]
    page = reverse("admin:review_case_reason", args=[una.ref])
    assert asked == f"{page}?next=%2Fdesk%2Fpeople%2F{una.ref}%2Frecord%2F%3Fshow%3Dnote"
    shown = browser.get(asked)
    assert shown.status_code == 200
    assert "Una Unread" in shown.text
    for wrong in ({}, {"code": "other"}):
        again = browser.post(asked, wrong)
        assert (again.status_code, "Not saved yet" in again.text) == (200, True)
    assert browser.post(asked, {"code": "cover"})["Location"] == wanted
    assert browser.get(wanted).status_code == 200
    # Asked once a day for the whole person, and the page that asked leads on by itself.
    assert browser.get(reverse("treatment:person", args=[una.ref])).status_code == 200
    assert browser.get(reverse("admin:review_case_change", args=[case_of(una).ref])).status_code == 200
    assert browser.get(asked)["Location"] == wanted
    assert ReadingReason.objects.count() == 1


@pytest.mark.parametrize("away", ["//elsewhere.example/", "https://elsewhere.example/", "javascript:alert(1)", "x"])
def test_the_page_that_asks_leads_nowhere_else(una: Patient, away: str) -> None:
    subject = ReadSubject(una, None)
    assert door.way_on(away, subject) == reverse("desk:patient", args=[una.ref])
    assert door.way_on(away, ReadSubject(una, case_of(una))) == reverse(
        "admin:review_case_change", args=[case_of(una).ref]
    )


def test_what_was_typed_is_kept_while_the_reason_is_asked(
    una: Patient, noor: User, mei: Practitioner, browser: Client, now: datetime
) -> None:
    """A case is open while somebody types, and a colleague closes it: nothing that was typed is lost."""
    case = case_of(una)
    answer = browser.post(reverse("admin:review_case_opinion", args=[case.ref]), {"text": "I would wait.", "to": ""})
    asked = answer["Location"]
    assert asked.startswith(reverse("admin:review_case_reason", args=[una.ref]))
    held = browser.post(asked, {"code": "opinion"})["Location"]
    assert held == reverse("accounts:held")
    page = browser.get(held)
    assert "I would wait." in page.text
    kept = page.context["held"]
    assert browser.post(kept.path, dict(kept.fields)).status_code == 302
    assert [note.text for note in case.opinions.all()] == ["I would wait."]


def test_a_case_that_waits_is_one_click_and_not_a_query_more(
    answers: Answers, mei: Practitioner, browser: Client, now: datetime, queries: Queries
) -> None:
    una = make_sent(answers, at=now - A_DAY, seizure="active")
    case = Case.objects.with_person().get(patient=una)
    with queries(0):
        assert services.may_read(ReadSubject(case.patient, case), by=mei.user, at=now)
    page = reverse("admin:review_case_change", args=[case.ref])
    assert browser.get(page).status_code == 200
    seen = review.version_of(case.intake.current())
    told = {"seen": seen, "outcome": "limits", "limits": ["no_heat"], "until": "2026-05-01", "reason": "Read."}
    assert browser.post(reverse("admin:review_case_decide", args=[case.ref]), told)["Location"] == reverse(
        "admin:review_case_changelist"
    )
    assert browser.get(page).status_code == 200  # whoever decided it may read it again
    assert not ReadingReason.objects.exists()


def test_it_costs_two_queries_where_it_is_theirs_and_never_more_than_six(
    una: Patient, noor: User, mei: Practitioner, now: datetime, queries: Queries
) -> None:
    subject = ReadSubject(una, case_of(una))
    with queries(2):
        assert services.may_read(subject, by=noor, at=now)
    for number in range(3):
        services.give_reason(subject, code="cover", by=mei.user, at=now - number * A_DAY)
    with queries(at_most=6):
        assert services.may_read(subject, by=mei.user, at=now)


def test_a_draft_counts_for_who_writes_it(una: Patient, mei: Practitioner, now: datetime) -> None:
    draft = begun(una, mei.user, at=now)
    assert NoteDraft.objects.get().pk == draft.pk
    assert theirs(mei.user, una, at=now)
