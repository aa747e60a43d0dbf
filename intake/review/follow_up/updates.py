"""The visit update: asked before every visit with needles that follows another, in the last days before it."""

from datetime import datetime
from typing import TYPE_CHECKING

from clinic.accounts.models import Patient
from intake.questionnaire import VISIT_UPDATE
from intake.record import later
from intake.record.models import Intake, Source
from intake.record.querysets import GOOD_FOR
from intake.review.follow_up import visits

if TYPE_CHECKING:
    from clinic.accounts.models import User


def begin(patient: Patient, *, visit: str, source: str = Source.ONLINE, by: "User | None", at: datetime) -> Intake:
    """Begin the update before a visit, or return the one that is begun. Raises IntakeError where a full form is due.

    It is laid over this very record's form: the old answers are shown, and a link between records may be a mistake.
    """
    return later.begin(
        VISIT_UPDATE,
        patient=patient,
        over=full_form_of(patient, at=at),
        visit=visit,
        needles=visits.last_needles(patient),
        source=source,
        by=by,
        at=at,
    )


def full_form_of(patient: Patient, *, at: datetime) -> Intake | None:
    """Return the full form that an update is laid over; None where a full form is asked for instead."""
    return later.last_full_form([patient.pk], since=at - GOOD_FOR)
