"""From findings to flags, cases and alerts.

While a form is being filled in only holds and emergencies reach the work list (their flags are provisional); when it
is sent every finding is frozen. An emergency, once raised, stays until a practitioner closes it with a call log, even
if the answer is changed (decision 3).

An update or a check-in goes the same way, with two differences. What it only repeats from the form it is laid over is
raised when it is sent, and not with its first screen; and what a practitioner has decided on, and has not changed
since, stays decided until that decision ends (`follow_up.decided`).
"""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from clinic import audit
from intake.questionnaire import CHECK_IN
from intake.record.models import Answers, Intake
from intake.review import duty, letters
from intake.review.fired import fired_before, fired_by, is_new, nobody_reached, same_reasons
from intake.review.follow_up import check_ins
from intake.review.follow_up.decided import decided_before
from intake.review.models import NO_VISIT, NOBODYS, Alert, Case, Flag
from intake.review.next_visit import next_visit
from intake.screening import RULESET, Finding, Screening, Tier

if TYPE_CHECKING:
    from clinic.accounts.models import User


def sync_draft_flags(
    intake: Intake,
    answers: Answers,
    screening: Screening | None,
    *,
    codes: set[str],
    by: "User | None",
    at: datetime,
) -> tuple[Finding, ...]:
    """Bring the work list up to the draft as it stands; return the emergencies to show now.

    `codes` are the questions of the screen just saved: an emergency they fired is shown again even if it is not new.
    """
    check_ins.saved(intake, screening, at=at)
    if screening is None:
        tell_before_the_visit(_case_of(intake, tier=Tier.HOLD, at=at), at=at)
        return ()
    intake.tier = screening.tier
    serious = _serious(intake, answers, screening, codes=codes, at=at)
    before, now = fired_before(answers), fired_by(serious)
    emergencies = [finding for finding in serious if finding.tier is Tier.EMERGENCY]
    fresh = [finding for finding in emergencies if is_new(finding, before)]
    just_answered = [finding for finding in emergencies if codes & set(finding.because)]
    # Given again on its own screen after nobody was reached, it is told again.
    to_tell = fresh or (just_answered if just_answered and nobody_reached(intake) else [])
    if now != before or to_tell:
        gone_codes = before.keys() - now.keys()
        answers.document["fired"] = now
        case = _case_of(intake, tier=intake.tier, at=at)
        _provisional(case, answers, serious, ruleset=screening.ruleset, gone=gone_codes, at=at)
        settle_tier(case)
        tell_before_the_visit(case, at=at)
        if to_tell:
            _alarm(intake, case, by=by, at=at)
        if gone_emergencies(case, answers, gone=gone_codes):
            Alert.objects.open().filter(intake=intake, changed_at=None).update(changed_at=at)
            audit.record("emergency.answer_changed", on=intake, by=by, at=at)
    return tuple(finding for finding in emergencies if finding in fresh or finding in just_answered)


def _serious(
    intake: Intake, answers: Answers, screening: Screening, *, codes: Collection[str], at: datetime
) -> list[Finding]:
    """The holds and emergencies; of an update those of this very sitting that nobody has decided on."""
    serious = [finding for finding in screening.findings if finding.tier >= Tier.HOLD]
    if intake.is_full:
        return serious
    answered_codes = {*codes, *(code for code, value in answers.raw.items() if value)}
    decided = decided_before(intake, serious, at=at)
    return [finding for finding in serious if _is_told_now(finding, answered_codes) and finding.code not in decided]


def _is_told_now(finding: Finding, given: Collection[str]) -> bool:
    """Whether an answer of this very sitting is among its reasons; one without a reason is never old."""
    return not finding.because or any(code in given for code in finding.because)


def freeze_flags(
    intake: Intake, answers: Answers, screening: Screening | None, *, tier: Tier, at: datetime
) -> Case | None:
    """Write every finding of a sent form as it stands, and put the form on the patient's open case or a new one.

    Without a screening the engine failed: the case is held. A check-in that found nothing is kept and asks nobody for
    anything: None.
    """
    findings = list(screening.findings) if screening else []
    ruleset = screening.ruleset if screening else RULESET
    if _asks_nothing(intake, answers, findings):
        return None
    decided = {} if intake.is_full else decided_before(intake, findings, at=at)
    case = _case_of(intake, tier=tier, at=at)
    firing = {finding.code for finding in findings}
    stale = Flag.objects.filter(answers=answers).exclude(code__in=firing)
    stale.exclude(tier=Tier.EMERGENCY).delete()
    stale.filter(withdrawn_at=None).update(withdrawn_at=at, provisional=False)
    standing = {flag.code: flag for flag in Flag.objects.filter(answers=answers)}
    for position, finding in enumerate(findings):
        flag = standing.get(finding.code)
        if flag is None:
            flag = _flag(case, answers, finding, position, ruleset=ruleset, at=at, provisional=False)
        else:
            _restate(flag, finding, ruleset=ruleset)
            flag.position = position
            flag.provisional, flag.withdrawn_at, flag.case = False, None, case
        flag.settled_by = flag.settled_by or decided.get(finding.code)
        flag.save()
    settle_tier(case, at_least=Tier.HOLD if intake.engine_failed else Tier.CLEAR)
    tell_before_the_visit(case, at=at)
    return case


def _asks_nothing(intake: Intake, answers: Answers, findings: list[Finding]) -> bool:
    routine = intake.questionnaire == CHECK_IN.code and not findings and not intake.engine_failed
    return routine and not answers.flags.exists()


def emergency_is_new(intake: Intake, answers: Answers, screening: Screening | None, *, at: datetime) -> bool:
    """Say whether a form about to be frozen holds an emergency that was not raised while it was typed (the extras
    are sent at once), and keep in its answers what fires now.
    """
    if screening is None:
        return False
    serious = _serious(intake, answers, screening, codes=(), at=at)
    before = fired_before(answers)
    answers.document["fired"] = fired_by(serious)
    return any(finding.tier is Tier.EMERGENCY and is_new(finding, before) for finding in serious)


def alarm(intake: Intake, *, by: "User | None", at: datetime) -> None:
    """Raise the alert for an emergency of a form that was just frozen."""
    _alarm(intake, _case_of(intake, tier=Tier.EMERGENCY, at=at), by=by, at=at)


def gone_emergencies(case: Case, answers: Answers, *, gone: set[str]) -> bool:
    """Whether one of the codes that no longer fire had been raised as an emergency."""
    return bool(gone) and Flag.objects.filter(case=case, answers=answers, code__in=gone, tier=Tier.EMERGENCY).exists()


def tell_before_the_visit(case: Case, *, at: datetime) -> None:
    """A hold of somebody who comes today or tomorrow is told to the practitioner on duty. The case of a form that is
    nobody's yet stands in the queue with the visit of whom it may be about.
    """
    if case.tier < Tier.HOLD:
        return
    visit_at = case.next_visit if case.patient_id else duty.visit_of(case)
    if case.next_visit != visit_at:
        case.visit_at = visit_at or NO_VISIT
        case.save(update_fields=["visit_at"])
    elif case.visit_at == NOBODYS and duty.people_of(case):
        case.visit_at = NO_VISIT
        case.save(update_fields=["visit_at"])
    duty.tell_of_hold(case, visit_at=visit_at, at=at)


def _case_of(intake: Intake, *, tier: Tier, at: datetime) -> Case:
    """Return the open case of the patient or the sitting, locked; open one when there is none."""
    open_cases = Case.objects.not_closed().select_for_update()
    case = open_cases.filter(patient=intake.patient_id).first() if intake.patient_id else None
    case = case or open_cases.filter(intake=intake).first()
    if case is None:
        case = Case.objects.create(
            intake=intake,
            patient_id=intake.patient_id,
            tier=tier,
            opened_at=at,
            waiting_since=at,
            visit_at=NOBODYS if intake.is_nobodys else next_visit(intake.patient_id),
        )
        audit.record("case.opened", on=case, by=None, at=at)
    elif case.state != Case.State.OPEN:
        case.state, case.delayed_until, case.waiting_since = Case.State.OPEN, None, at
        case.save(update_fields=["state", "delayed_until", "waiting_since"])
        audit.record("case.reopened", on=case, by=None, at=at)
    # A check-in replaces no form: on an open case its flags stand beside what waits there.
    if case.intake_id != intake.pk and (
        intake.questionnaire != CHECK_IN.code or case.intake.questionnaire == CHECK_IN.code
    ):
        case.intake = intake
        case.save(update_fields=["intake"])
    return case


def _provisional(
    case: Case, answers: Answers, serious: list[Finding], *, ruleset: str, gone: set[str], at: datetime
) -> None:
    flags = Flag.objects.filter(answers=answers)
    flags.filter(code__in=gone, provisional=True).exclude(tier=Tier.EMERGENCY).delete()
    flags.filter(code__in=gone, tier=Tier.EMERGENCY, withdrawn_at=None).update(withdrawn_at=at)
    standing = {flag.code: flag for flag in flags}
    for position, finding in enumerate(serious):
        flag = standing.get(finding.code)
        if flag is None:
            _flag(case, answers, finding, position, ruleset=ruleset, at=at, provisional=True).save()
        elif flag.provisional:
            _restate(flag, finding, ruleset=ruleset)
            flag.case, flag.withdrawn_at = case, None
            flag.save()


def _restate(flag: Flag, finding: Finding, *, ruleset: str) -> None:
    """Write on a flag what fires it now; fired by anything else than what was decided on, it is not settled."""
    sealed = _sealed(finding)
    if flag.withdrawn_at or flag.tier is not finding.tier or not same_reasons(flag.finding, sealed):
        flag.settled_by = flag.seen_at = flag.seen_by = None
    flag.finding, flag.ruleset, flag.tier = sealed, ruleset, finding.tier


def _flag(
    case: Case, answers: Answers, finding: Finding, position: int, *, ruleset: str, at: datetime, provisional: bool
) -> Flag:
    return Flag(
        case=case,
        answers=answers,
        code=finding.code,
        tier=finding.tier,
        position=position,
        ruleset=ruleset,
        contact=finding.contact,
        finding=_sealed(finding),
        raised_at=at,
        provisional=provisional,
    )


def _sealed(finding: Finding) -> dict[str, Any]:
    return {
        "name": finding.name,
        "under": finding.under,
        "because": dict(finding.because),
        "matched": [
            {
                "field": hit.field,
                "text": hit.text,
                "name": hit.name,
                "status": hit.status,
                "possible": hit.possible,
                "start": hit.start,
                "end": hit.end,
                "near": hit.near,
            }
            for hit in finding.matched
        ],
        "not_read": [{"field": item.field, "start": item.start, "end": item.end} for item in finding.not_read],
        "facts": list(finding.facts),
        "why": finding.why,
        "action": finding.action,
        "advice": list(finding.advice),
        "source": finding.source,
        "icd10": list(finding.icd10),
    }


def settle_tier(case: Case, *, at_least: Tier = Tier.CLEAR) -> None:
    """The case's tier is the highest among its unsettled flags; an open alert keeps it an emergency, and alarmed."""
    alarmed = case.alerts.filter(closed_at=None).exists()
    flags = case.flags.filter(settled_by=None, withdrawn_at=None)
    tier = Tier.EMERGENCY if alarmed else max(flags.values_list("tier", flat=True), default=Tier.CLEAR)
    tier = max(tier, at_least)
    if (case.tier, case.is_alarmed) != (tier, alarmed):
        case.tier, case.is_alarmed = tier, alarmed
        case.save(update_fields=["tier", "is_alarmed"])


def _alarm(intake: Intake, case: Case, *, by: "User | None", at: datetime) -> None:
    """Raise the alert, or count another one on the open alert; the letters go out with this transaction."""
    alert = Alert.objects.select_for_update().filter(intake=intake, closed_at=None).first()
    if alert is None:
        alert = Alert.objects.create(intake=intake, case=case, raised_at=at, last_at=at)
    else:
        alert.times, alert.last_at, alert.changed_at = alert.times + 1, at, None
        alert.acknowledged_at = alert.acknowledged_by = None
        alert.save()
    settle_tier(case)
    letters.alarm(alert, at=at)
    audit.record("emergency.raised", on=intake, by=by, at=at)
