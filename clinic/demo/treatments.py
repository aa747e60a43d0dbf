"""Treatments of the demo clinic: Greta comes every week and gets better; notes are signed, a bruise is registered."""

from datetime import datetime, timedelta
from typing import Any

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.demo.forms import HEALTHY, born, typed
from clinic.demo.stories import Story, ago, send
from clinic.demo.visits import free_on
from intake.pages import drafts, sending
from intake.record.models import Intake
from intake.review import services as review
from intake.review.follow_up import updates
from intake.review.models import Case
from intake.review.services import version_of
from intake.treatment import services as treatment
from intake.treatment.models import NoteDraft

GRETA = {"full_name": "Greta Gedacht", "date_of_birth": born(1969, 2, 14), "phone": "213-555-0133"}
BEFORE = {"pain_now": "7", "peg_pain": "7", "peg_enjoy": "6", "peg_activity": "7"}
SINCE = {"pain_now": "3", "peg_pain": "4", "peg_enjoy": "3", "peg_activity": "3"}
DONE: dict[str, Any] = {
    "regions": ["low_back", "leg_left"],
    "points": [
        {"words": "BL23", "code": "BL23", "side": "both"},
        {"words": "BL25", "code": "BL25", "side": "both"},
        {"words": "ST36", "code": "ST36", "side": "left"},
        {"words": "the sore spot above the hip"},
    ],
    "techniques": ["manual"],
    "depth": "usual",
    "position": "prone",
    "supervision": "bell",
    "needles": 8,
    "minutes": 20,
    "is_counted": True,
    "has_reactions": "no",
    "reactions": [],
    "severity": "",
    "reaction_words": "",
    "advice": "Walk every day, and keep warm.",
    "remarks": "",
}
BRUISE = {"has_reactions": "yes", "reactions": ["bleeding"], "severity": "mild", "reaction_words": "A small blue spot."}
# The update before every further visit: nothing is new.
NOTHING_NEW: dict[str, Any] = {
    **HEALTHY,
    "day_new_event": ["none"],
    "day_eaten": "yes",
    "day_substances": ["none"],
    "day_feeling": "no",
    "day_missed_dose": ["none"],
    "anything_else": "",
}
# How many days ago she came, and what was different in that visit.
CAME: tuple[tuple[int, dict[str, Any]], ...] = ((32, {}), (25, BRUISE), (18, {"needles": 10}), (11, {}))


def a_course_of_treatments(staff: dict[str, User]) -> Story:
    """A form, four treatments with their notes, and a newer form that says how it went."""
    at = yield ago(days=38)
    now = at + timedelta(days=38)
    form = send(typed(**GRETA, **BEFORE, email="greta@demo.example"), at=at)
    at = yield ago(days=37)
    _read(form, staff["noor"], at=at)
    patient = form.patient
    assert patient is not None  # noqa: S101  (a confirmed mailbox is accepted at once)
    for days, changes in CAME:
        at = yield ago(days=days + 1)
        visit = _book(patient, staff["rui"], at=at)
        at = yield now - visit.starts_at
        if days != CAME[0][0]:
            _tell_what_is_new(patient, staff["noor"], at=at)
        services.arrive(visit, by=staff["rui"], at=at)
        services.start(visit, by=staff["noor"], at=at)
        at = yield now - visit.starts_at - timedelta(minutes=40)
        _write(visit, staff["noor"], DONE | changes, at=at)
        services.complete(visit, by=staff["noor"], at=at)
    at = yield ago(days=4)
    newer = send(typed(**GRETA, **SINCE, email="greta@demo.example"), at=at)
    at = yield ago(days=3)
    _read(newer, staff["noor"], at=at)


def _tell_what_is_new(patient: Patient, noor: User, *, at: datetime) -> None:
    """Greta fills in the update on the day, and Noor reads it."""
    form = updates.begin(patient, by=patient.user, at=at)
    for screen in form.definition.main_screens:
        asked = [question.code for question in screen.questions if question.code in NOTHING_NEW]
        drafts.save_screen(form, screen_=screen, raw=NOTHING_NEW, asked=asked, seen=0, by=patient.user, at=at)
    sending.submit(form, by=patient.user, at=at)
    _read(form, noor, at=at)


def _read(form: Intake, noor: User, *, at: datetime) -> None:
    case = Case.objects.not_closed().get(intake=form)
    answers = review.open_case(case, by=noor, at=at)
    review.mark_read(case, by=noor, at=at, seen=version_of(answers))


def _book(patient: Patient, desk: User, *, at: datetime) -> Appointment:
    kind = VisitType.objects.get(code="treatment")
    free = free_on(kind, (at + timedelta(days=1)).date(), at=at, patient=patient)
    return services.book(patient=patient, visit_type=kind, start=free[0].start, by=desk, at=at)


def _write(visit: Appointment, noor: User, content: dict[str, Any], *, at: datetime) -> None:
    """Sign the note of a visit; what was bruised is added to later that day."""
    draft = treatment.open_note(
        patient=visit.patient,
        practitioner=visit.practitioner,
        visit_ref=visit.ref,
        visit_at=visit.starts_at,
        by=noor,
        at=at,
    )
    assert isinstance(draft, NoteDraft)  # noqa: S101  (nobody has signed it)
    note = treatment.sign_note(draft, content=content, has_agreed=True, seen=draft.version, by=noor, at=at)
    if content["has_reactions"] == "yes":
        treatment.add_addendum(note, text="She called in the evening: the spot does not hurt.", by=noor, at=at)
