"""The pages of the treatment: what they show, what they take, and who finds the counts only."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import services as booking
from intake.review import withdrawal
from intake.treatment import register
from intake.treatment.models import AdverseEvent, NoteDraft, TreatmentNote
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.intake.treatment.notes import begun, signed
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

TYPED: dict[str, Any] = {
    "agreed": "on",
    "regions": ["low_back", "leg_left"],
    "points": "BL23 both, ST36 L; ashi above the hip",
    "techniques": ["manual"],
    "depth": "usual",
    "position": "prone",
    "supervision": "bell",
    "needles": "9",
    "minutes": "25",
    "is_counted": "on",
    "has_reactions": "no",
    "advice": "Walk a little.",
    "go": "sign",
}


@pytest.fixture
def patient(db: None) -> Patient:
    return make_patient()


@pytest.fixture
def treats(noor: User, signed_in: SignedIn) -> Client:
    return signed_in(noor)


def url(name: str, ref: str) -> str:
    return reverse(f"treatment:{name}", args=[ref])


def test_a_note_is_typed_signed_read_added_to_and_taken_out(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    told = treats.post(url("draft", draft.ref), TYPED | {"version": 1})
    note = TreatmentNote.objects.get()
    assert told["Location"] == url("note", note.ref)
    assert note.content["points"] == [
        {"words": "BL23", "code": "BL23", "side": "both"},
        {"words": "ST36", "code": "ST36", "side": "left"},
        {"words": "ashi above the hip"},
    ]
    treats.post(url("note", note.ref), {"text": "She called: no bruise."})
    for name in ("note", "paper"):
        page = treats.get(url(name, note.ref))
        assert page["Cache-Control"] == "no-store"
        for words in ("BL23 (both), ST36 (left), ashi above the hip", "9 needles, all counted out", "no bruise"):
            assert words in page.text
    taken = treats.get(url("document", note.ref))
    assert 'filename="note.json"' in taken["Content-Disposition"]
    document = json.loads(taken.content)
    assert (document["format"], document["content"]["needles"]) == ("clinic-treatment-note-1", 9)
    assert document["addenda"][0]["text"] == "She called: no bruise."
    every = json.loads(treats.get(url("person_document", patient.ref)).content)
    assert [row["reference"] for row in every["notes"]] == [note.ref]
    deeds = Entry.objects.exclude(deed="note.begun").order_by("number").values_list("deed", flat=True)
    assert list(deeds) == [
        "note.signed",
        "note.addendum",
        "note.read",
        "note.printed",
        "note.exported",
        "notes.exported",
    ]


def test_a_slip_of_the_pen_comes_back_and_nothing_typed_is_lost(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    page = treats.post(url("draft", draft.ref), TYPED | {"version": 1, "points": "LI44, ashi"})
    assert "LI44 is not a point: the last one is LI20." in page.text
    assert "LI44, ashi</textarea>" in page.text
    assert not TreatmentNote.objects.exists()


def test_what_is_missing_for_a_signature_is_said_beside_its_field(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    page = treats.post(url("draft", draft.ref), {key: TYPED[key] for key in TYPED if key != "agreed"} | {"version": 1})
    assert page.context["form"].errors.keys() == {"agreed"}
    saved = treats.post(url("draft", draft.ref), {"version": 1, "points": "", "go": "save"})
    assert saved["Location"] == url("draft", draft.ref)
    assert NoteDraft.objects.get().version == 2


def test_a_repeat_visit_needs_three_answers_more(patient: Patient, treats: Client, noor: User, now: datetime) -> None:
    signed(patient, noor, at=now - timedelta(days=7))
    draft = begun(patient, noor, at=now)
    form = treats.get(url("draft", draft.ref)).context["form"]
    kept = {name: form.initial[name] for name in form.fields if form.initial.get(name) not in (None, "", [])}
    new = {"agreed": "on", "is_counted": "on", "has_reactions": "no", "go": "sign"}
    assert not set(new) & {name for name, value in kept.items() if value is not False}
    told = treats.post(url("draft", draft.ref), kept | new)
    assert told["Location"] == url("note", TreatmentNote.objects.first().ref)  # type: ignore[union-attr]  # there are two


def test_where_consent_is_withdrawn_the_note_says_so(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    treats.post(url("consent", patient.ref), {"go": "withdraw", "reason": "I am afraid."})
    assert withdrawal.is_withdrawn(patient)
    assert "the patient has withdrawn consent" in treats.get(url("draft", draft.ref)).text
    assert "I am afraid." in treats.get(url("person", patient.ref)).text
    treats.post(url("consent", patient.ref), {"go": "give", "reason": ""})
    assert not withdrawal.is_withdrawn(patient)


def test_administrators_see_counts_and_no_name(
    patient: Patient, treats: Client, noor: User, ada: User, signed_in: SignedIn, now: datetime
) -> None:
    signed(patient, noor, at=now - timedelta(hours=1), has_reactions="yes", reactions=["faint"], severity="mild")
    assert patient.full_name in treats.get(reverse("treatment:register")).text
    counts = signed_in(ada).get(reverse("treatment:register")).text
    assert patient.full_name not in counts
    text = " ".join(counts.split())
    for said in ("fewer than 5 of 1", "Not shown", "Faint, dizzy or sick: fewer than 5", "care needed: fewer than 5"):
        assert said in text
    assert "Events in the register: fewer than 5. Waiting for a practitioner: 0." in text
    assert "1 of 1" not in text
    assert "9.31 (5.10 to 14.62) in 100" in counts
    event = AdverseEvent.objects.get()
    assert event.ref not in counts
    assert signed_in(ada).get(url("event", event.ref)).status_code == 403


def test_what_a_patient_tells_is_written_down_and_judged(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    note = signed(patient, noor, at=now - timedelta(days=1))
    facts = {"kind": "bleeding", "severity": "mild", "action": "advice", "outcome": "unknown", "words": "A blue spot."}
    treats.post(url("new_event", patient.ref), facts | {"visit": note.visit_ref})
    event = AdverseEvent.objects.get()
    assert (event.visit_ref, event.happened_at, event.text) == (note.visit_ref, note.visit_at, "A blue spot.")
    page = treats.post(url("event", event.ref), facts | {"outcome": "lasting"})
    assert page.context["form"].errors.keys() == {"severity"}
    treats.post(url("event", event.ref), facts | {"outcome": "resolved", "words": "Gone on Friday."})
    event.refresh_from_db()
    assert (event.outcome, event.words) == ("resolved", {"text": "A blue spot.", "assessment": "Gone on Friday."})


@pytest.mark.parametrize("count", [1, 3])
def test_the_register_asks_as_much_for_three_as_for_one(
    count: int, patient: Patient, treats: Client, now: datetime, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        register.register(
            patient=patient,
            kind="faint",
            severity="mild",
            source="check_in",
            source_ref=f"REF{number}",
            happened_at=now - timedelta(days=1),
            by=None,
            at=now,
        )
    treats.get(reverse("treatment:register"))
    with django_assert_num_queries(25):
        page = treats.get(reverse("treatment:register"))
    assert page.text.count(patient.full_name) == count


def test_the_note_of_a_visit_begins_once_the_visit_has(patient: Patient, rui: User, signed_in: SignedIn) -> None:
    make_rules()
    make_room()
    person: Practitioner = make_practitioner()
    kind = make_type("consultation", person)
    visit = booking.book(patient=patient, visit_type=kind, start=TEN, by=rui, at=TEN - timedelta(days=1))
    client = signed_in(person.user)
    note = reverse("desk:note", args=[visit.ref])
    assert client.post(note)["Location"] == reverse("desk:visit", args=[visit.ref])
    booking.arrive(visit, by=rui, at=TEN)
    booking.start(visit, by=rui, at=TEN)
    assert client.post(note)["Location"] == url("draft", NoteDraft.objects.get().ref)
    assert NoteDraft.objects.get().visit_at == TEN
    assert note in client.get(reverse("desk:visit", args=[visit.ref])).text
    assert note not in signed_in(rui).get(reverse("desk:visit", args=[visit.ref])).text


# ——— a draft that is signed meanwhile, and one that is half written


def test_the_page_of_a_draft_that_is_signed_leads_to_its_note(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    treats.post(url("draft", draft.ref), TYPED | {"version": 1})
    note = TreatmentNote.objects.get()
    page = treats.get(url("draft", draft.ref), follow=True)
    assert (page.status_code, page.redirect_chain[-1][0]) == (200, url("note", note.ref))
    # Pressed twice, nothing is asked again.
    assert treats.post(url("draft", draft.ref), TYPED | {"version": 1})["Location"] == url("note", note.ref)


@pytest.mark.parametrize("go", ["sign", "save"])
def test_what_is_typed_into_a_draft_that_is_signed_can_be_added(
    patient: Patient, treats: Client, noor: User, now: datetime, go: str
) -> None:
    draft = begun(patient, noor, at=now)
    treats.post(url("draft", draft.ref), TYPED | {"version": 1})
    typed = TYPED | {"version": 1, "advice": "Rest today.", "points": "GB99", "go": go}
    page = treats.post(url("draft", draft.ref), typed)
    assert page.status_code == 200
    assert page.context["form"].initial["text"] == "Advice: Rest today.\nPoints: GB99"
    assert "This note was signed meanwhile." in page.text
    assert f'action="{url("note", draft.ref)}"' in page.text


def test_everything_that_is_missing_is_said_at_once(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    page = treats.post(url("draft", draft.ref), {"version": 1, "points": "GB99", "go": "sign"}).text
    for sentence in (
        "GB99 is not a point",
        "Choose what you did.",
        "Say that you went over the risks",
        "Write how many needles you used.",
        "Write how long the needles stayed in.",
        "Choose how deep.",
        "Count the needles out",
        "Say whether there was a reaction.",
    ):
        assert sentence in page
    assert TreatmentNote.objects.count() == 0


def test_saved_for_later_it_is_kept_as_it_was_typed(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    draft = begun(patient, noor, at=now)
    half = {"version": 1, "points": "LI4 both, GB99", "needles": "nine", "advice": "Walk.", "go": "save"}
    assert treats.post(url("draft", draft.ref), half)["Location"] == url("draft", draft.ref)
    page = treats.get(url("draft", draft.ref)).text
    for typed in ("LI4 both, GB99", 'value="nine"', "Walk.", "needs a correction before you sign"):
        assert typed in page
    right = TYPED | {"version": 2}
    treats.post(url("draft", draft.ref), right)
    assert "half_typed" not in TreatmentNote.objects.get().content


def test_an_empty_note_of_somebody_who_wants_none_has_no_needles(
    patient: Patient, treats: Client, noor: User, now: datetime
) -> None:
    withdrawal.withdraw_consent(patient, by=noor, at=now)
    draft = begun(patient, noor, at=now)
    assert "this note has needles" not in treats.get(url("draft", draft.ref)).text
    assert "this note has needles" in treats.post(url("draft", draft.ref), TYPED | {"version": 1}).text
