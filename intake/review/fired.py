"""What fired a finding: told apart, so that what a practitioner closed or settled covers what they saw and no more.

Every reason is kept as a digest in the sealed document of the answers (`fired`): rule code → digests. A change of a
sent form begins with those of the form.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from intake.record.models import Answers, Intake
from intake.review.models import Alert, CallLog
from intake.screening import Finding

_NOBODY_REACHED = {CallLog.Outcome.NOT_REACHED, CallLog.Outcome.VOICEMAIL}
Fired = dict[str, list[str]]


def fired_by(findings: Iterable[Finding]) -> Fired:
    """Return by rule code the digests of the reasons of these findings."""
    return {finding.code: sorted(_reasons(finding)) for finding in findings}


def fired_before(answers: Answers) -> Fired:
    """Return what was raised of these answers until now."""
    fired: Fired = answers.document.get("fired", {})
    return fired


def is_new(finding: Finding, before: Mapping[str, Iterable[str]]) -> bool:
    """Say whether a finding has a reason that it did not have before; fewer reasons are nothing new."""
    earlier_reasons = before.get(finding.code)
    return earlier_reasons is None or not _reasons(finding) <= set(earlier_reasons)


def same_reasons(sealed: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Say whether two sealed findings were fired by the same answers, words and facts."""
    return _digests(sealed) == _digests(now)


def nobody_reached(intake: Intake) -> bool:
    """Say whether the last emergency of this form was closed and its person was not reached."""
    alert = Alert.objects.filter(intake=intake).order_by("-raised_at", "-id").first()
    if alert is None or alert.closed_at is None:
        return False
    last = alert.calls.first()
    return last is not None and last.outcome in _NOBODY_REACHED


def _reasons(finding: Finding) -> set[str]:
    matched = [{"field": hit.field, "text": hit.text, "status": str(hit.status)} for hit in finding.matched]
    return _digests({"because": finding.because, "matched": matched, "facts": finding.facts})


def _digests(sealed: Mapping[str, Any]) -> set[str]:
    """Of a choice of many each one counts; of a text the whole of it, for who writes more means more."""
    answers = (
        (code, choice)
        for code, value in sealed.get("because", {}).items()
        for choice in (value if isinstance(value, list | tuple) else [value])
    )
    reasons = {("answer", code, " ".join(str(choice).casefold().split())) for code, choice in answers}
    reasons |= {
        ("words", hit["field"], f"{hit['text'].casefold()} {hit['status']}") for hit in sealed.get("matched", [])
    }
    reasons |= {("fact", "", str(fact)) for fact in sealed.get("facts", [])}
    return {hashlib.sha256("\0".join(reason).encode()).hexdigest()[:16] for reason in reasons}
