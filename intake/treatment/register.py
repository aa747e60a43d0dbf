"""The register of adverse events: what went wrong, how bad it was, what was done, what came of it, and how often."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from clinic.text import new_reference
from intake.review import reactions
from intake.treatment.errors import TreatmentError
from intake.treatment.models import AdverseEvent
from intake.treatment.vocabulary import Action, EventKind, Outcome, Severity

if TYPE_CHECKING:
    from clinic.accounts.models import User

# For something that no note and no check-in told.
new_source = new_reference


@audited_transaction()
def register(
    *,
    patient: Patient,
    kind: str,
    severity: str,
    source: str,
    source_ref: str,
    visit_ref: str = "",
    words: str = "",
    action: str = Action.UNKNOWN,
    outcome: str = Outcome.UNKNOWN,
    happened_at: datetime,
    by: "User | None",
    at: datetime,
) -> AdverseEvent:
    """Put an event into the register, and return it; told again by the same source it is the one that stands there.

    `source_ref` is the random reference of the note or check-in that tells it, `visit_ref` that of the visit it came
    after. `by` is None where a patient's check-in tells it: a practitioner still has to look at it, and at a serious
    one of which nobody said what was done. A serious one is a hold on the person's case. Raises TreatmentError for a
    code that is none.
    """
    codes = (
        (kind, EventKind),
        (severity, Severity),
        (action, Action),
        (outcome, Outcome),
        (source, AdverseEvent.Source),
    )
    if any(code not in choices.values for code, choices in codes):
        raise TreatmentError(_("This is not in the list. Choose again."))
    is_said = severity != Severity.SERIOUS or action != Action.UNKNOWN
    is_judged = by is not None and roles.is_practitioner(by) and is_said
    event, is_new = AdverseEvent.objects.get_or_create(
        source=source,
        source_ref=source_ref,
        kind=kind,
        defaults={
            "patient": patient,
            "visit_ref": visit_ref,
            "severity": severity,
            "action": action,
            "outcome": outcome,
            "words": {"text": words.strip()},
            "happened_at": happened_at,
            "registered_at": at,
            "registered_by": by,
            "assessed_at": at if is_judged else None,
            "assessed_by": by if is_judged else None,
        },
    )
    if is_new:
        audit.record("event.registered", on=event, by=by, at=at, source=source)
        if severity == Severity.SERIOUS:
            _hold(event, at=at)
    return event


def _hold(event: AdverseEvent, *, at: datetime) -> None:
    """A serious event asks a practitioner before the next needles."""
    with translation.override("en"):
        what = str(event.get_kind_display())
    reactions.hold_for(event.patient, facts=[what], at=at)


@audited_transaction()
def assess(
    event: AdverseEvent,
    *,
    severity: str,
    action: str,
    outcome: str,
    words: str,
    is_refuted: bool,
    by: "User",
    at: datetime,
) -> AdverseEvent:
    """Say how bad an event was, what was done and what came of it; or that it was none (`is_refuted`, with words).

    PermissionDenied for anyone but a practitioner, TreatmentError where something is missing.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can judge adverse events."))
    if any(
        code not in choices.values for code, choices in ((severity, Severity), (action, Action), (outcome, Outcome))
    ):
        raise TreatmentError(_("Choose how bad it was, what was done and what came of it."))
    if action == Action.UNKNOWN:
        raise TreatmentError(_("Say what was done."), about="action")
    if is_refuted and not words.strip():
        raise TreatmentError(_("Write why this does not count."), about="words")
    if outcome in (Outcome.LASTING, Outcome.DEATH) and severity != Severity.SERIOUS:
        raise TreatmentError(_("Lasting harm and death are serious. Change how bad it was."), about="severity")
    locked = AdverseEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    is_graver = severity == Severity.SERIOUS != locked.severity and not is_refuted
    locked.severity, locked.action, locked.outcome = severity, action, outcome
    locked.words = {**locked.words, "assessment": words.strip()}
    locked.assessed_at, locked.assessed_by = at, by
    locked.refuted_at = at if is_refuted else None
    locked.save()
    if is_graver:
        _hold(locked, at=at)
    audit.record("event.refuted" if is_refuted else "event.assessed", on=locked, by=by, at=at)
    return locked


@audited_transaction()
def read_events(*, by: "User", at: datetime) -> list[AdverseEvent]:
    """Return the newest 200 events of the register, those that nobody has judged first; a line in the audit log."""
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can read adverse events."))
    waiting = list(AdverseEvent.objects.to_assess().with_people()[:100])
    judged = AdverseEvent.objects.exclude(pk__in=[event.pk for event in waiting]).with_people()[:100]
    audit.record("events.read", on=None, by=by, at=at)
    return [*waiting, *judged]


@audited_transaction()
def read_event(event: AdverseEvent, *, by: "User", at: datetime) -> AdverseEvent:
    """Return one event to be shown; a line in the audit log."""
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can read adverse events."))
    audit.record("event.read", on=event, by=by, at=at)
    return event
