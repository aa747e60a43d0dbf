"""What a check-in tells of harm goes into the register of adverse events, and waits there for a practitioner.

One event for each kind that a rule raised, by what was answered. What asks for a call and tells of no harm (a skipped
medicine, a wish to be called, words alone) is none; nor is a small bruise, which raises nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from intake.questionnaire import CHECK_IN
from intake.record.later import last_needles
from intake.record.models import Intake
from intake.screening import Finding, Screening, Tier
from intake.treatment import register
from intake.treatment.models import AdverseEvent
from intake.treatment.vocabulary import EventKind, Severity

_KINDS: Mapping[str, EventKind] = {
    "fu_lung": EventKind.BREATH,
    "fu_cough": EventKind.BREATH,
    "fu_stroke": EventKind.NERVE,
    "fu_spine_nerve": EventKind.NERVE,
    "fu_numb": EventKind.NERVE,
    "fu_nerve_brief": EventKind.NERVE,
    "fu_spinal_bleed": EventKind.BLEEDING,
    "fu_bleeding": EventKind.BLEEDING,
    "fu_skin_problem": EventKind.BLEEDING,
    "fu_head_sudden": EventKind.HEADACHE,
    "fu_sepsis": EventKind.INFECTION,
    "fu_fever_today": EventKind.INFECTION,
    "fu_collapse": EventKind.FAINT,
    "fu_fainted": EventKind.FAINT,
    "fu_dizzy": EventKind.FAINT,
    "fu_pregnancy": EventKind.OTHER,
    "fu_cramps": EventKind.OTHER,
    "fu_belly_injury": EventKind.OTHER,
    "fu_needle_inside": EventKind.NEEDLE_LEFT,
    "fu_needle_left": EventKind.NEEDLE_LEFT,
    "fu_needle_surface": EventKind.NEEDLE_LEFT,
    "fu_pain_much_worse": EventKind.FLARE,
    "fu_worse_mild": EventKind.FLARE,
    "fu_pain_up": EventKind.FLARE,
    "fu_sleepy": EventKind.TIRED,
}
# Answers that say more than the rule they raise.
_BY_ANSWER: Mapping[tuple[str, str], EventKind] = {
    ("fu_faint", "seizure"): EventKind.SEIZURE,
    ("fu_skin", "redness"): EventKind.INFECTION,
}


def register_harm(intake: Intake, screening: Screening | None, *, at: datetime) -> None:
    """Register what a check-in tells, sent or being filled in; told again in the same one it is the same event.

    Only a practitioner says that an event was serious: until then what has to be seen today counts as moderate.
    """
    if intake.questionnaire != CHECK_IN.code or intake.patient is None or screening is None:
        return
    needles = last_needles(intake.current())
    for kind, severity in _harm_in(screening.findings).items():
        register.register(
            patient=intake.patient,
            kind=kind,
            severity=severity,
            source=AdverseEvent.Source.CHECK_IN,
            source_ref=intake.ref,
            visit_ref=intake.visit_ref,
            happened_at=needles.at if needles else at,
            by=None,
            at=at,
        )


def _harm_in(findings: Iterable[Finding]) -> dict[EventKind, Severity]:
    """The kinds of harm in these findings, each at its gravest."""
    harm: dict[EventKind, Severity] = {}
    for finding in findings:
        is_grave = finding.tier >= Tier.HOLD
        for kind in _kinds_of(finding):
            harm[kind] = Severity.MODERATE if is_grave else harm.get(kind, Severity.MILD)
    return harm


def _kinds_of(finding: Finding) -> set[EventKind]:
    kind = _KINDS.get(finding.code)
    if kind is None:
        return set()
    answered = {(code, value) for code, answer in finding.because.items() for value in _values(answer)}
    by_answer = {(code, value): _BY_ANSWER[code, value] for code, value in answered if (code, value) in _BY_ANSWER}
    others = {value for code, value in answered if code in {told for told, _value in by_answer}}
    is_all = bool(by_answer) and others == {value for _code, value in by_answer}
    return set(by_answer.values()) if is_all else {kind, *by_answer.values()}


def _values(answer: Any) -> list[str]:
    return [str(value) for value in answer] if isinstance(answer, list | tuple) else [str(answer)]
