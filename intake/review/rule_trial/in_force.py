"""Which rules screen the forms of this clinic: those of the release, or its candidate once two people signed for it."""

from collections.abc import Mapping

from intake.review.rule_trial.models import RuleSignature
from intake.screening import RULE_SETS, RuleSet
from intake.screening import candidate as carried

SIGNATURES = 2


def rule_sets() -> Mapping[str, RuleSet]:
    """Return the rules in force, by questionnaire. No query where the release carries no candidate."""
    candidate = carried.CANDIDATE
    return candidate.rule_sets if candidate and is_signed(candidate) else RULE_SETS


def is_signed(candidate: carried.CandidateRules) -> bool:
    """Say whether two different practitioners have signed for the candidate exactly as it is now."""
    signers = RuleSignature.objects.filter(digest=candidate.digest).values("by").distinct()
    return len(signers[:SIGNATURES]) == SIGNATURES
