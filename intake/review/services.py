"""The practitioner's deeds. Only a practitioner decides, and only on the answers in front of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from intake.record.errors import ReviewError
from intake.record.models import Answers
from intake.review import coming_back, deciding_again, letters, triage
from intake.review.case_reading import answers_at as answers_at
from intake.review.case_reading import compare as compare
from intake.review.case_reading import note_opened, require_practitioner, version_of
from intake.review.case_reading import open_case as open_case
from intake.review.case_version import case_version as case_version
from intake.review.case_version import refuse_if_stale
from intake.review.coming_back import reopen_due as reopen_due
from intake.review.decision_rules import CLOSING, NEEDLES, Settled, lifting_problems, problems_of, why_not_only_read
from intake.review.follow_up import calls
from intake.review.holding import holding_for, standing_of
from intake.review.models import Alert, CallLog, Case, Decision

if TYPE_CHECKING:
    from clinic.accounts.models import User

CLAIM_LASTS = timedelta(minutes=15)


@audited_transaction()
def claim(case: Case, *, by: "User", at: datetime) -> bool:
    """Say 'I am on it' for 15 minutes, which also answers the case's alerts; False when a colleague is on it."""
    require_practitioner(by)
    free = Q(claimed_by=None) | Q(claimed_until__lte=at) | Q(claimed_by=by)
    updated = Case.objects.not_closed().filter(free, pk=case.pk).update(claimed_by=by, claimed_until=at + CLAIM_LASTS)
    if updated:
        case.alerts.filter(closed_at=None, acknowledged_at=None).update(acknowledged_at=at, acknowledged_by=by)
        audit.record("case.claimed", on=case, by=by, at=at)
    return bool(updated)


@audited_transaction()
def release(case: Case, *, by: "User", at: datetime) -> None:
    """Give a claimed case back."""
    if Case.objects.filter(pk=case.pk, claimed_by=by).update(claimed_by=None, claimed_until=None):
        audit.record("case.released", on=case, by=by, at=at)


@audited_transaction()
def decide(
    case: Case,
    *,
    by: "User",
    at: datetime,
    seen: str,
    outcome: str,
    reason: str,
    limits: Sequence[str] = (),
    limit_note: str = "",
    until: date | None = None,
    question: str = "",
    patient_words: str = "",
    flags: Mapping[int, Settled] = MappingProxyType({}),
    lifts: str | None = None,
    again: bool = False,
) -> Decision:
    """Write a decision on the case whose version (`case_version`) is `seen`.

    `patient_words` are read by the patient when the decision is to refer or not to needle. `limit_note` says what the
    limits leave open: which limb, which points.
    `flags` says of open flags, by key, how each is settled; needles that are allowed accept the others with precaution.

    Limits and a referral that hold stay: `lifts` says why they are lifted, and without it a decision to treat has to
    say all of them again. `again` decides on a closed case, the newest of its person.

    Clear, limits and refer close the case; 'more information' waits for the patient, 'delay' until its day.
    Raises PermissionDenied for anyone but a practitioner, StaleAnswersError (with both versions) when the answers
    changed meanwhile, ReviewError with a sentence for everything else.
    """
    require_practitioner(by)
    locked = Case.objects.select_for_update(of=("self",)).select_related("intake").get(pk=case.pk)
    answers = Answers.objects.select_for_update().filter(intake=locked.intake).order_by("-revision").first()
    is_closed = locked.state == Case.State.CLOSED
    if is_closed and not again:
        raise ReviewError(_("A colleague already decided this case. See the history below."))
    if is_closed:
        deciding_again.refuse_if_another_is_newer(locked)
    if answers is None or locked.alerts.filter(closed_at=None).exists():
        raise ReviewError(_("Log the call and close the emergency first. Then decide."))
    refuse_if_stale(locked, answers, seen)
    on = timezone.localtime(at).date()
    problems = problems_of(
        outcome,
        reason=reason,
        limits=limits,
        limit_note=limit_note,
        until=until,
        question=question,
        patient_words=patient_words,
        on=on,
    )
    holding = holding_for(locked, at=at)
    problems |= lifting_problems(outcome, limits=limits, limit_note=limit_note, lifts=lifts, holding=holding)
    for about, sentence in problems.items():
        raise ReviewError(sentence, about=about)
    decision = Decision.objects.create(
        case=locked,
        answers=answers,
        outcome=outcome,
        limits=[limit for limit in limits if outcome == Decision.Outcome.LIMITS],
        limit_note=(limit_note.strip() or None) if outcome == Decision.Outcome.LIMITS else None,
        until=until if outcome in {Decision.Outcome.LIMITS, Decision.Outcome.DELAY} else None,
        words={
            "reason": reason.strip(),
            "question": question.strip(),
            "patient_words": patient_words.strip() if outcome == Decision.Outcome.REFER else "",
            "lifted": (lifts or "").strip(),
            "version": seen,
        },
        keeps=not (holding and lifts is not None) if outcome in NEEDLES else None,
        by=by,
        by_name=by.name or by.email,
        at=at,
    )
    note_opened(locked, by=by, at=at)
    deciding_again.settle_flags(decision, dict(flags), again=is_closed)
    _take_effect(locked, decision)
    if locked.patient and outcome == Decision.Outcome.REFER:
        coming_back.ask_about_twins(locked.patient, at=at)
    version = version_of(answers)
    audit.record("case.decided_again" if is_closed else "case.decided", on=locked, by=by, at=at, version=version)
    if decision.keeps is False:
        audit.record("case.lifted", on=locked, by=by, at=at)
    letters.decided(decision, at=at)
    return decision


def _take_effect(case: Case, decision: Decision) -> None:
    case.claimed_by = case.claimed_until = case.delayed_until = None
    if case.state == Case.State.CLOSED and decision.outcome not in CLOSING:
        deciding_again.open_again(case, at=decision.at)
    if decision.outcome in CLOSING:
        case.state, case.closed_at, case.closed_by = Case.State.CLOSED, decision.at, decision.by
        case.flags.filter(settled_by=None).update(settled_by=decision)
    elif decision.outcome == Decision.Outcome.MORE:
        case.state = Case.State.WAITING
    else:
        case.state, case.delayed_until = Case.State.DELAYED, decision.until
    case.save()


@audited_transaction()
def log_call(
    alert: Alert, *, by: "User", at: datetime, outcome: str, note: str, close: bool, seen: str = ""
) -> CallLog:
    """Log a call about an emergency and, if said so, close its alert as it was `seen` (its `version`). Closing without
    having reached the person needs a note that says what was done instead. Raises ReviewError or PermissionDenied.
    """
    require_practitioner(by)
    locked = Alert.objects.select_for_update(of=("self",)).select_related("case").get(pk=alert.pk)
    if outcome not in CallLog.Outcome.values:
        raise ReviewError(_("Choose what happened on the call."), about="outcome")
    if locked.closed_at is not None:
        raise ReviewError(_("This emergency is already closed. The calls are in the history."))
    reached = outcome in {CallLog.Outcome.REACHED, CallLog.Outcome.ADVISED}
    if close and not reached and not note.strip():
        raise ReviewError(
            _("You did not reach the person. Before you close the emergency, write what you did instead."), about="note"
        )
    if close and seen != locked.version:
        raise ReviewError(
            _("The emergency was given again or changed after you opened this page. Read it, then close it again."),
            about="close",
        )
    call = CallLog.objects.create(
        alert=locked,
        outcome=outcome,
        words={"note": note.strip()},
        closes=close,
        by=by,
        by_name=by.name or by.email,
        at=at,
    )
    locked.acknowledged_at, locked.acknowledged_by = (
        locked.acknowledged_at or at,
        locked.acknowledged_by or by,
    )
    if close:
        locked.closed_at, locked.closed_by = at, by
    locked.save()
    if close:
        triage.settle_tier(locked.case)
        call_note = f"{call.get_outcome_display()}. {call.note}".strip()
        calls.close_with_call(locked.intake, note=call_note, by=by, at=at)
    audit.record("emergency.closed" if close else "emergency.called", on=locked.intake, by=by, at=at)
    return call


@audited_transaction()
def mark_read(case: Case, *, by: "User", at: datetime, seen: str) -> None:
    """Tick a case that needs no decision (cautions, notes, nothing) as seen and close it."""
    require_practitioner(by)
    locked = Case.objects.select_for_update(of=("self",)).select_related("intake").get(pk=case.pk)
    if locked.state == Case.State.CLOSED:
        raise ReviewError(_("This case is already closed."))
    on = timezone.localdate(at)
    is_left = coming_back.is_left_waiting(locked, standing_of(locked, on=on, at=at))
    if sentence := why_not_only_read(locked, on=on, is_left_waiting=is_left):
        raise ReviewError(sentence)
    answers = locked.intake.current()
    if locked.intake.submitted_at is None:
        raise ReviewError(_("This form has not been sent yet. Come back after it is sent."))
    refuse_if_stale(locked, answers, seen)
    note_opened(locked, by=by, at=at)
    locked.flags.filter(seen_at=None).update(seen_at=at, seen_by=by)
    locked.state, locked.closed_at, locked.closed_by = Case.State.CLOSED, at, by
    locked.delayed_until = None
    locked.claimed_by = locked.claimed_until = None
    locked.save()
    audit.record("case.seen", on=locked, by=by, at=at, version=version_of(answers))
