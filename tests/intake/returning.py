"""People who come back: needled here, asked before the next visit and after the last, through the services."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from clinic.accounts.models import Patient, User
from clinic.demo.forms import HEALTHY
from intake.pages import sending
from intake.record.models import Intake
from intake.review.follow_up import check_ins, updates
from intake.review.follow_up import needled as needles_told
from intake.review.follow_up.models import CheckIn
from tests.intake.forms import fill_screens, sent
from tests.support.times import NOW

# Nothing about the day that worries anybody.
DAY: Mapping[str, Any] = {
    "day_new_event": ["none"],
    "day_eaten": "yes",
    "day_substances": ["none"],
    "day_feeling": "no",
    "day_missed_dose": ["none"],
}
# Two days after needles: a small bruise, and the pain is better.
FINE: Mapping[str, Any] = {
    "fu_breath": "no",
    "fu_nerve": ["none"],
    "fu_head": "no",
    "fu_fever": "no",
    "fu_skin": ["small_bruise"],
    "fu_faint": "no",
    "fu_belly": "no",
    "fu_pain_change": "better",
    "fu_pain_now": "3",
    "fu_tired_drive": "first_day",
    "fu_needle": "no",
    "fu_meds": ["no"],
    "fu_call": "no",
    "fu_text": "",
}


def full_form(user: User, *, at: datetime = NOW - timedelta(days=30), **changes: Any) -> Patient:
    """Return the patient of a full form that was sent and accepted then."""
    form = sent({**HEALTHY, **changes}, by=user, at=at)
    patient = Intake.objects.get(pk=form.pk).patient
    assert patient is not None
    return patient


def needled(patient: Patient, *, at: datetime, visit: str = "VISIT", areas: Any = ("low_back",)) -> CheckIn:
    """A visit with needles is over."""
    from clinic.audit.transaction import audited_transaction

    with audited_transaction():
        return needles_told.visit_over(patient, visit=visit, ended_at=at, areas=areas, at=at)


def fill(intake: Intake, raw: Mapping[str, Any], *, by: User | None, at: datetime) -> Intake:
    """Answer every screen of an update or a check-in."""
    fill_screens(intake, raw, usual={**HEALTHY, **DAY, **FINE}, by=by, at=at)
    return Intake.objects.get(pk=intake.pk)


def send_update(patient: Patient, *, by: User, at: datetime, **changes: Any) -> Intake:
    """Begin, fill in and send the update: the answers of a healthy patient with changes."""
    form = updates.begin(patient, by=by, at=at)
    raw = {code: HEALTHY.get(code, "") for code in (q.code for q in form.definition.questions)}
    # What is written is added to the old text: nothing is.
    return sending.submit(fill(form, {**raw, "anything_else": "", **DAY, **changes}, by=by, at=at), by=by, at=at)


def send_check_in(check_in: CheckIn, *, by: User, at: datetime, **changes: Any) -> Intake:
    """Begin, fill in and send a check-in: somebody who is fine, with changes."""
    form = check_ins.begin(check_in, by=by, at=at)
    return sending.submit(fill(form, {**FINE, **changes}, by=by, at=at), by=by, at=at)
