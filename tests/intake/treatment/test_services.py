"""A note: begun from the last one, signed, never changed again, added to, and past a limit only with a reason."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from clinic.accounts.models import Patient, User
from clinic.accounts.services import link
from clinic.audit.models import Entry
from clinic.audit.triggers import missing
from intake.record.models import Intake
from intake.review import services as review
from intake.review import withdrawal
from intake.review.models import Case
from intake.review.standing import Standing, Word
from intake.treatment import services
from intake.treatment.errors import StaleNoteError, TreatmentError
from intake.treatment.last_visit import CARRIED
from intake.treatment.models import Addendum, AdverseEvent, NoteDraft, TreatmentNote
from tests.booking.builders import make_patient
from tests.intake.cases import case_of, seen_now
from tests.intake.forms import sent
from tests.intake.treatment.notes import CONTENT, begun, content, signed
from tests.support.answers import Answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(db: None) -> Patient:
    return make_patient()


def deeds() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("deed", flat=True))


def test_the_next_note_begins_with_the_last_and_says_anew_what_is_about_the_visit(
    patient: Patient, noor: User, rui: User, now: datetime
) -> None:
    first = begun(patient, noor, at=now)
    assert first.content == {}
    signed(patient, noor, at=now, remarks="A hard week.", has_reactions="yes", reactions=["tired"], severity="mild")
    other = make_patient("zed@example.com", "Ana Invented")
    link(patient, other, by=rui, at=now)
    repeat = begun(other, noor, at=now + timedelta(days=7))
    assert repeat.content == {key: CONTENT[key] for key in CARRIED}
    assert not {"has_reactions", "reactions", "is_counted", "remarks"} & set(repeat.content)
    assert repeat.agreed_at is None


def test_a_visit_has_one_note(patient: Patient, noor: User, now: datetime) -> None:
    draft = begun(patient, noor, at=now, visit_ref="ONE")
    assert begun(patient, noor, at=now, visit_ref="ONE").pk == draft.pk
    note = services.sign_note(draft, content=content(), has_agreed=True, seen=1, by=noor, at=now)
    again = services.open_note(
        patient=patient, practitioner=note.practitioner, visit_ref="ONE", visit_at=now, by=noor, at=now
    )
    assert again == note
    assert not NoteDraft.objects.exists()
    assert deeds() == ["note.begun", "note.opened", "note.signed"]
    with pytest.raises(StaleNoteError):
        services.save_draft(draft, content=content(), has_agreed=True, seen=1, by=noor, at=now)


def test_nothing_is_overwritten_unseen(patient: Patient, noor: User, now: datetime) -> None:
    draft = begun(patient, noor, at=now)
    services.save_draft(draft, content=content(needles=5), has_agreed=False, seen=1, by=noor, at=now)
    with pytest.raises(StaleNoteError):
        services.save_draft(draft, content=content(needles=9), has_agreed=False, seen=1, by=noor, at=now)
    with pytest.raises(StaleNoteError):
        services.sign_note(draft, content=content(needles=9), has_agreed=True, seen=1, by=noor, at=now)
    assert NoteDraft.objects.get().content["needles"] == 5


def test_agreeing_has_the_time_it_was_first_said(patient: Patient, noor: User, now: datetime) -> None:
    draft = begun(patient, noor, at=now)
    services.save_draft(draft, content=content(), has_agreed=True, seen=1, by=noor, at=now)
    later = now + timedelta(minutes=40)
    note = services.sign_note(draft, content=content(), has_agreed=True, seen=2, by=noor, at=later)
    assert (note.agreed_at, note.signed_at, note.signed_name) == (now, later, "Noor Inventada")


@pytest.mark.parametrize(
    ("changes", "has_agreed", "about"),
    [
        ({}, False, "agreed"),
        ({"techniques": []}, True, "techniques"),
        ({"regions": [], "points": []}, True, "regions"),
        ({"needles": None}, True, "needles"),
        ({"minutes": None}, True, "minutes"),
        ({"depth": ""}, True, "depth"),
        ({"is_counted": False}, True, "is_counted"),
        ({"has_reactions": ""}, True, "has_reactions"),
        ({"has_reactions": "yes", "reactions": ["faint"], "severity": ""}, True, "reactions"),
        # What stands below a "No" would be lost without a word.
        ({"has_reactions": "no", "reactions": ["faint"], "severity": "mild"}, True, "has_reactions"),
        ({"has_reactions": "no", "reaction_words": "Fainted when she sat up."}, True, "has_reactions"),
    ],
)
def test_nothing_is_signed_while_something_is_missing(
    changes: dict[str, Any], has_agreed: bool, about: str, patient: Patient, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    with pytest.raises(TreatmentError) as refused:
        services.sign_note(draft, content=content(**changes), has_agreed=has_agreed, seen=1, by=noor, at=now)
    assert refused.value.about == about
    assert not TreatmentNote.objects.exists()


def test_a_visit_without_needles_needs_none_of_their_facts(patient: Patient, noor: User, now: datetime) -> None:
    bare: dict[str, Any] = {"regions": [], "points": [], "needles": None, "minutes": None, "depth": ""}
    written = content(techniques=["no_needles"], is_counted=False, **bare)
    draft = begun(patient, noor, at=now)
    note = services.sign_note(draft, content=written, has_agreed=False, seen=1, by=noor, at=now)
    assert (note.content["techniques"], note.agreed_at) == (["no_needles"], None)


def test_a_signed_note_and_what_was_added_never_change(patient: Patient, noor: User, now: datetime) -> None:
    note = signed(patient, noor, at=now)
    services.add_addendum(note, text="She called: the bruise is small.", by=noor, at=now)
    changes: tuple[Callable[[], object], ...] = (
        lambda: TreatmentNote.objects.update(signed_name="Somebody"),
        lambda: TreatmentNote.objects.all().delete(),
        lambda: Addendum.objects.update(by_name="Somebody"),
        lambda: Addendum.objects.all().delete(),
    )
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert not missing(connection, "treatment_treatmentnote")
    assert not missing(connection, "treatment_addendum")
    assert [addendum.text for addendum in services.read_note(note, by=noor, at=now)] == [
        "She called: the bruise is small."
    ]
    with pytest.raises(TreatmentError):
        services.add_addendum(note, text="  ", by=noor, at=now)


@pytest.mark.parametrize("who", ["rui", "edda", "ada", "zed"])
def test_nobody_but_practitioners_reads_or_writes(
    who: str, patient: Patient, noor: User, now: datetime, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    draft, note = begun(patient, noor, at=now), signed(patient, noor, at=now)
    refused: tuple[Callable[[], object], ...] = (
        lambda: services.save_draft(draft, content=content(), has_agreed=True, seen=1, by=by, at=now),
        lambda: services.sign_note(draft, content=content(), has_agreed=True, seen=1, by=by, at=now),
        lambda: services.add_addendum(note, text="x", by=by, at=now),
        lambda: services.read_note(note, by=by, at=now),
        lambda: services.read_notes(patient, by=by, at=now),
        lambda: services.open_note(
            patient=patient, practitioner=note.practitioner, visit_ref="X", visit_at=now, by=by, at=now
        ),
    )
    for deed in refused:
        with pytest.raises(PermissionDenied):
            deed()


def test_past_a_limit_of_the_decision_a_note_needs_a_reason(
    answers: Answers, ana: User, noor: User, now: datetime, today: date
) -> None:
    intake = sent(answers(seizure="active", pain_areas=["low_back"]), by=ana, at=now - timedelta(days=2))
    review.decide(
        Case.objects.get(intake=intake),
        by=noor,
        at=now - timedelta(days=1),
        seen=seen_now(intake),
        outcome="limits",
        reason="Controlled.",
        limits=["no_electro", "no_local"],
        until=today + timedelta(days=30),
        question="",
        patient_words="",
    )
    patient = Intake.objects.get(pk=intake.pk).patient
    assert patient is not None
    draft = begun(patient, noor, at=now)
    frame = services.framework_of(patient, visit_at=now, at=now)
    assert frame.standing.limits == ("no_electro", "no_local")
    written = content(techniques=["manual", "electro"])
    assert [limit.limit for limit in frame.past(written)] == ["no_electro", "no_local"]
    with pytest.raises(TreatmentError) as refused:
        services.sign_note(draft, content=written, has_agreed=True, past_reason=" ", seen=1, by=noor, at=now)
    assert refused.value.about == "past_reason"
    note = services.sign_note(
        draft, content=written, has_agreed=True, past_reason="Agreed with her doctor.", seen=1, by=noor, at=now
    )
    assert note.content["limits"] == ["No electrical stimulation", "Stay away from the painful segment"]
    assert (len(note.content["past"]), note.content["past_reason"]) == (2, "Agreed with her doctor.")


def test_needles_without_consent_need_a_reason_like_any_limit(patient: Patient, noor: User, now: datetime) -> None:
    draft = begun(patient, noor, at=now)
    withdrawal.withdraw_consent(patient, by=noor, at=now)
    with pytest.raises(TreatmentError) as refused:
        services.sign_note(draft, content=content(), has_agreed=True, seen=1, by=noor, at=now)
    assert refused.value.about == "past_reason"
    bare = content(techniques=["no_needles"], needles=None)
    assert services.sign_note(draft, content=bare, has_agreed=True, seen=1, by=noor, at=now).content["past"] == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"outcome": "refer", "patient_words": "Please see your doctor."},
            "A practitioner decided: no needles here. This note has needles.",
        ),
        (
            {"outcome": "more", "question": "Since when?"},
            "A practitioner has still to decide about needles, and this note has needles.",
        ),
    ],
)
def test_needles_after_a_decision_against_them_need_a_reason(
    said: dict[str, Any], sentence: str, answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    form = sent(answers(seizure="active"), by=ana, at=now)
    person = Patient.objects.get(intakes=form)
    review.decide(case_of(form), by=noor, at=now, seen=seen_now(form), outcome="clear", reason="Read.")
    draft = begun(person, noor, at=now)
    assert services.read_draft(draft, by=noor, at=now).past(content()) == []
    later = now + timedelta(minutes=5)
    review.decide(case_of(form), by=noor, at=later, seen=seen_now(form), again=True, reason="A doctor called.", **said)
    assert [each.sentence for each in services.read_draft(draft, by=noor, at=later).past(content())] == [sentence]
    with pytest.raises(TreatmentError) as refused:
        services.sign_note(draft, content=content(), has_agreed=True, seen=1, by=noor, at=later)
    assert refused.value.about == "past_reason"
    bare = content(techniques=["no_needles"], needles=None)
    assert services.read_draft(draft, by=noor, at=later).past(bare) == []


def test_needles_while_an_emergency_waits_need_a_reason(patient: Patient, noor: User, now: datetime) -> None:
    draft = begun(patient, noor, at=now)
    stands = Standing(Word.CALL, reasons=("alert",))
    frame = services.read_draft(draft, by=noor, at=now)._replace(standing=stands)
    assert [each.limit for each in frame.past(content())] == ["call"]


def test_needles_without_a_form_need_a_reason(patient: Patient, noor: User, now: datetime) -> None:
    draft = begun(patient, noor, at=now)
    frame = services.read_draft(draft, by=noor, at=now)
    for reasons, limits in ((("form",), ["form"]), (("form", "update"), ["form"]), (("update",), [])):
        without = frame._replace(standing=Standing(Word.FORM_MISSING, reasons=reasons))
        assert [each.limit for each in without.past(content())] == limits
        assert without.past(content(techniques=["no_needles"], needles=None)) == []


def test_what_went_wrong_goes_into_the_register(patient: Patient, noor: User, now: datetime) -> None:
    note = signed(patient, noor, at=now, has_reactions="yes", reactions=["faint", "bleeding"], severity="moderate")
    events = AdverseEvent.objects.order_by("kind").values_list(
        "kind", "severity", "source", "source_ref", "visit_ref", "assessed_by"
    )
    assert list(events) == [
        (kind, "moderate", "note", note.ref, note.visit_ref, noor.pk) for kind in ("bleeding", "faint")
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_all_notes_of_a_person_in_few_questions(
    count: int, patient: Patient, noor: User, now: datetime, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        signed(patient, noor, at=now + timedelta(days=number))
    with transaction.atomic(), django_assert_num_queries(8):
        assert len(services.read_notes(patient, by=noor, at=now)) == count
