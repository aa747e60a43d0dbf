"""What a practitioner has decided on stays decided while it stays as it is: an update repeats most of what is known.

Only a hold can stay decided, and only until the decision ends. A warning sign and an answer about the day speak of a
time that has moved on: they are decided on each time.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from intake.questionnaire import NEW_PATIENT, VISIT_UPDATE
from intake.record.models import Intake
from intake.review.models import Decision, Flag
from intake.screening import Finding, Tier

_CLEARED = (Decision.Outcome.CLEAR, Decision.Outcome.LIMITS)
_MOVES_ON = frozenset(question.code for question in VISIT_UPDATE.questions if question.red_flag) | frozenset(
    question.code for question in VISIT_UPDATE.questions if question.code not in NEW_PATIENT
)


def decided_before(intake: Intake, findings: Iterable[Finding], *, at: datetime) -> dict[str, Decision]:
    """Return by code the decisions that still hold for findings of an update: the same rule, for the same reasons."""
    holds = [f for f in findings if f.tier is Tier.HOLD and _MOVES_ON.isdisjoint(f.because)]
    if intake.questionnaire != VISIT_UPDATE.code or not holds:
        return {}
    newest = _newest_flags(intake, [finding.code for finding in holds])
    on = timezone.localtime(at).date()
    decisions: dict[str, Decision] = {}
    for finding in holds:
        flag = newest.get(finding.code)
        decision = flag.settled_by if flag else None
        if flag is None or decision is None or decision.outcome not in _CLEARED:
            continue
        lasts = decision.until is None or decision.until >= on
        if lasts and reasons_of(flag.finding) == _reasons(finding):
            decisions[finding.code] = decision
    return decisions


def _newest_flags(intake: Intake, codes: Collection[str]) -> dict[str, Flag]:
    """The last flag of each of these rules on the cases of the patient, but for this very form."""
    flags = Flag.objects.filter(Q(case__patient=intake.patient_id), code__in=codes, withdrawn_at=None)
    flags = flags.exclude(answers__intake=intake).select_related("settled_by")
    return {flag.code: flag for flag in flags.order_by("raised_at", "pk")}


def _reasons(finding: Finding) -> object:
    matched = [(hit.field, hit.text, hit.name, str(hit.status)) for hit in finding.matched]
    return _key(finding.because, matched, finding.facts)


def reasons_of(sealed: Mapping[str, Any]) -> object:
    """Return what fired a flag, so that it can be compared: answers, words that were recognised, and facts."""
    matched = [(hit["field"], hit["text"], hit["name"], str(hit["status"])) for hit in sealed.get("matched", [])]
    return _key(sealed.get("because", {}), matched, sealed.get("facts", []))


def _key(because: Mapping[str, Any], matched: Collection[tuple[str, ...]], facts: Collection[str]) -> object:
    # Of a text in which something was recognised the words count, not what was written around them.
    texts = {hit[0] for hit in matched}
    answers = {code: sorted(value) if isinstance(value, list) else value for code, value in because.items()}
    rest = tuple(sorted((code, str(value)) for code, value in answers.items() if code not in texts))
    return (
        rest,
        frozenset((field, text.casefold(), name, status) for field, text, name, status in matched),
        frozenset(facts),
    )
