"""Courses of treatments in the demo clinic: Greta gets better over six visits, Norbert does not and stops."""

from collections.abc import Generator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from clinic.accounts.models import User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.demo.forms import HEALTHY, born, typed
from clinic.demo.plan import TREATMENT, Place
from clinic.demo.stories import Story, answer_screens, send
from intake.pages import readings, sending
from intake.record.models import Intake
from intake.review import services as review
from intake.review.follow_up import check_ins, updates
from intake.review.follow_up.models import NoCheckIns
from intake.review.models import Case
from intake.treatment import services as treatment
from intake.treatment.models import NoteDraft

if TYPE_CHECKING:
    from clinic.accounts.models import Patient

GRETA = {"full_name": "Greta Gedacht", "date_of_birth": born(1969, 2, 14), "phone": "213-555-0133"}
NORBERT = {"full_name": "Norbert Nichtda", "date_of_birth": born(1962, 8, 5), "phone": "213-555-0134"}


def numbers(now: int, peg: int) -> dict[str, str]:
    """Return the pain now and the three questions of the PEG scale, all at one height (0 to 10)."""
    return {"pain_now": str(now), "peg_pain": str(peg), "peg_enjoy": str(peg), "peg_activity": str(peg)}


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
NO_BETTER = {"remarks": "Four visits and no change. We agreed to stop. He sees his doctor about the back first."}
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


def greta(staff: Mapping[str, User], places: Sequence[Place], *, now: datetime) -> Story:
    """PEG 7, then 5 before her fourth visit, then 3 in the form after her sixth."""
    changes: list[dict[str, Any]] = [{}, BRUISE, {"needles": 10}, {}, {}, {}]
    yield from _course(staff, GRETA | numbers(7, 7), numbers(5, 5), list(zip(places, changes, strict=False)), now=now)
    at = yield now - max(place.end for place in places) - timedelta(hours=20)
    newer = send(typed(**GRETA, **numbers(2, 3), email="greta@demo.example"), at=at)
    at = yield now - max(place.end for place in places) - timedelta(hours=23)
    read(newer, staff["noor"], at=at)


def norbert(staff: Mapping[str, User], places: Sequence[Place], *, now: datetime) -> Story:
    """PEG 7 and still 7 before the fourth visit: they stop, and nobody writes to him after visits any more."""
    changes: list[dict[str, Any]] = [{}, {}, {}, NO_BETTER]
    patient = yield from _course(
        staff, NORBERT | numbers(7, 7), numbers(7, 7), list(zip(places, changes, strict=False)), now=now
    )
    at = yield now - max(place.end for place in places) - timedelta(minutes=10)
    check_ins.stop(patient, why=NoCheckIns.Why.DISCHARGED, by=staff["noor"], at=at)


def _course(
    staff: Mapping[str, User],
    person: Mapping[str, Any],
    later: Mapping[str, str],
    visits: Sequence[tuple[Place, dict[str, Any]]],
    *,
    now: datetime,
) -> "Generator[timedelta, datetime, Patient]":
    """A form, and visits with their notes; `later` are the numbers told before the fourth."""
    first = visits[0][0].start
    email = f"{str(person['full_name']).split()[0].lower()}@demo.example"
    at = yield now - first + timedelta(days=4)
    form = send(typed(**person, email=email), at=at)
    at = yield now - first + timedelta(days=3, hours=18)
    read(form, staff["noor"], at=at)
    patient = form.patient
    assert patient is not None  # noqa: S101  (a confirmed mailbox is accepted at once)
    kind = VisitType.objects.get(code=TREATMENT)
    for number, (place, changes) in enumerate(visits):
        treater = staff[place.who]
        at = yield now - place.start + timedelta(days=1, hours=20)
        visit = services.book(
            patient=patient, visit_type=kind, start=place.start, practitioner=treater.practitioner.pk, by=staff["rui"],
            at=at,
        )  # fmt: skip
        if number:
            at = yield now - place.start + timedelta(hours=14)
            update = send_update(patient, at=at, told=later)
            at = yield now - place.start + timedelta(minutes=25)
            read(update, treater, at=at)
        at = yield now - place.start + timedelta(minutes=6)
        services.arrive(visit, by=staff["rui"], at=at)
        at = yield now - place.start
        services.start(visit, by=treater, at=at)
        at = yield now - place.end + timedelta(minutes=3)
        write_note(visit, content=DONE | changes, at=at)
        at = yield now - place.end
        services.complete(visit, by=treater, at=at)
    return patient


def send_update(patient: "Patient", *, at: datetime, told: Mapping[str, Any] | None = None) -> Intake:
    """Fill in and send the update before needles; `told` is what is not as healthy as ever."""
    raw = NOTHING_NEW | dict(told or {})
    form = updates.begin(patient, by=patient.user, at=at)
    shown_codes = readings.reading_of_raw(form, form.current(), raw, on=readings.day_of(at)).shown
    screens = [screen for screen in form.definition.main_screens if shown_codes & {q.code for q in screen.questions}]
    answer_screens(form, raw, screens, by=patient.user, at=at)
    return sending.submit(form, by=patient.user, at=at)


def read(form: Intake, practitioner: User, *, at: datetime) -> None:
    """A practitioner opens the case of a form and has read it."""
    case = Case.objects.not_closed().get(intake=form)
    answers = review.open_case(case, by=practitioner, at=at)
    review.mark_read(case, by=practitioner, at=at, seen=review.case_version(case, answers))


def write_note(visit: Appointment, *, at: datetime, content: Mapping[str, Any] = DONE) -> None:
    """Sign the note of a visit, by whoever treated; what was bruised is added to."""
    practitioner = visit.practitioner.user
    draft = treatment.open_note(
        patient=visit.patient,
        practitioner=visit.practitioner,
        visit_ref=visit.ref,
        visit_at=visit.starts_at,
        by=practitioner,
        at=at,
    )
    assert isinstance(draft, NoteDraft)  # noqa: S101  (nobody has signed it)
    note = treatment.sign_note(
        draft, content=dict(content), has_agreed=True, seen=draft.version, by=practitioner, at=at
    )
    if content["has_reactions"] == "yes":
        treatment.add_addendum(note, text="She called in the evening: the spot does not hurt.", by=practitioner, at=at)
