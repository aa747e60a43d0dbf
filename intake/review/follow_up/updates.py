"""The visit update: asked before every visit with needles that follows another, in the last days before it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from clinic.accounts.models import Patient
from intake.questionnaire import VISIT_UPDATE
from intake.record import later
from intake.record.models import Intake, Source
from intake.record.querysets import GOOD_FOR
from intake.review import outcomes, standing
from intake.review.follow_up import needled
from intake.review.models import NO_VISIT
from intake.review.next_visit import next_visit

if TYPE_CHECKING:
    from clinic.accounts.models import User


def is_due(patient: Patient, *, at: datetime) -> bool:
    """Whether this person was needled since they last told us anything, and has a full form to lay an update over."""
    on = timezone.localtime(at).date()
    return standing.of_one(patient, on=on, at=at).wants_update and full_form_of(patient, at=at) is not None


def opens_at(patient: Patient) -> datetime | None:
    """Return from when on the update before the next visit can be told; None where no visit is ahead."""
    visit_at = next_visit(patient.pk)
    return visit_at - standing.UPDATE_OPENS if visit_at < NO_VISIT else None


def may_begin(patient: Patient, *, at: datetime) -> bool:
    """Whether the patient is asked now: what they told right after a visit would be old before the next."""
    opens = opens_at(patient)
    return opens is not None and opens <= at and is_due(patient, at=at)


def begin(patient: Patient, *, source: str = Source.ONLINE, by: "User | None", at: datetime) -> Intake:
    """Begin the update before the next needles, or return the one that is begun. Raises IntakeError where a full form
    is due. It is about what has changed since the last needles: their visit is the one it names. Whether it asks for
    the pain in numbers is settled here.

    It is laid over this very record's form: the old answers are shown, and a link between records may be a mistake.
    """
    last = needled.last_of(patient)
    coming = needled.visits_so_far(patient) + 1
    return later.begin(
        VISIT_UPDATE,
        patient=patient,
        over=full_form_of(patient, at=at),
        visit=last.visit_ref if last else "",
        needles=later.LastNeedles(last.needled_at, last.areas) if last else None,
        asks_numbers=outcomes.outcome_due(patient, visit_number=coming, on=timezone.localtime(at).date()),
        source=source,
        by=by,
        at=at,
    )


def form_to_repeat(patient: Patient, *, at: datetime) -> Intake | None:
    """Return the full form that has grown too old: it is filled in again, with its answers to confirm."""
    if full_form_of(patient, at=at) is not None:
        return None
    return later.last_full_form([patient.pk])


def full_form_of(patient: Patient, *, at: datetime) -> Intake | None:
    """Return the full form that an update is laid over; None where a full form is asked for instead."""
    return later.last_full_form([patient.pk], since=at - GOOD_FOR)
