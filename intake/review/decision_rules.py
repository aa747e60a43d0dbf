"""What a decision needs before it may be written, and how one flag is settled with it. Pure but for the sentences."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from intake.review.models import Decision, Resolution

CLOSING = {Decision.Outcome.CLEAR, Decision.Outcome.LIMITS, Decision.Outcome.REFER}
NEEDLES = {Decision.Outcome.CLEAR, Decision.Outcome.LIMITS}
# Limits that say nothing until they are named.
NEED_WORDS = frozenset({Decision.Limit.NO_LIMB, Decision.Limit.NO_POINTS, Decision.Limit.POSITION})


@dataclass(frozen=True)
class Settled:
    """How a practitioner settles one flag, and why."""

    how: str
    why: str = ""

    @property
    def problem(self) -> str:
        """What keeps it from being kept; empty: nothing."""
        if self.how not in Resolution.How.values:
            return _("Choose how this flag is settled.")
        if self.how == Resolution.How.REFUTED and not self.why.strip():
            return _("Write why this flag does not apply.")
        return ""


def problems_of(
    outcome: str,
    *,
    reason: str,
    limits: Collection[str],
    limit_note: str,
    until: date | None,
    question: str,
    patient_words: str,
    on: date,
) -> dict[str, str]:
    """Return what keeps such a decision from being made on that day: what it is about → a sentence. Empty: nothing."""
    found: dict[str, str] = {}
    if outcome not in Decision.Outcome.values:
        found["outcome"] = _("Choose one of the five outcomes.")
    if any(limit not in Decision.Limit.values for limit in limits):
        found["limits"] = _("One of the limits is unknown. Open the case again.")
    elif outcome == Decision.Outcome.LIMITS and not limits:
        found["limits"] = _("Choose at least one limit.")
    elif outcome == Decision.Outcome.LIMITS and NEED_WORDS & set(limits) and not limit_note.strip():
        found["limit_note"] = _("Name the limb, the points or the position. Colleagues read it before they needle.")
    if outcome in {Decision.Outcome.LIMITS, Decision.Outcome.DELAY}:
        if until is None:
            found["until"] = _("Set the day.")
        elif until <= on:
            found["until"] = _("The day must be in the future.")
        elif until > on + timedelta(days=366):
            found["until"] = _("The day must be within a year.")
    if outcome == Decision.Outcome.MORE and not question.strip():
        found["question"] = _("Write the question the patient will read.")
    if outcome == Decision.Outcome.REFER and not patient_words.strip():
        found["patient_words"] = _("Tell the patient what happens next. They read it on their own page.")
    if not reason.strip():
        found["reason"] = _("Write the reason in a sentence. It stays with the decision.")
    return found
