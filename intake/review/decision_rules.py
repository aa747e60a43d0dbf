"""What a decision needs before it may be written, and how one flag is settled with it. Pure but for the sentences."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from intake.review.decisions_in_force import says_all_of
from intake.review.holding import Holding
from intake.review.models import Case, Decision, Resolution
from intake.screening import Tier

WAITS = {Decision.Outcome.MORE, Decision.Outcome.DELAY}
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
    problems: dict[str, str] = {}
    if outcome not in Decision.Outcome.values:
        problems["outcome"] = _("Choose one of the five outcomes.")
    if any(limit not in Decision.Limit.values for limit in limits):
        problems["limits"] = _("One of the limits is unknown. Open the case again.")
    elif outcome == Decision.Outcome.LIMITS and not limits:
        problems["limits"] = _("Choose at least one limit.")
    elif outcome == Decision.Outcome.LIMITS and NEED_WORDS & set(limits) and not limit_note.strip():
        problems["limit_note"] = _("Name the limb, the points or the position. Colleagues read it before they needle.")
    if outcome in {Decision.Outcome.LIMITS, Decision.Outcome.DELAY}:
        if until is None:
            problems["until"] = _("Set the day.")
        elif until <= on:
            problems["until"] = _("The day must be in the future.")
        elif until > on + timedelta(days=366):
            problems["until"] = _("The day must be within a year.")
    if outcome == Decision.Outcome.MORE and not question.strip():
        problems["question"] = _("Write the question the patient will read.")
    if outcome == Decision.Outcome.REFER and not patient_words.strip():
        problems["patient_words"] = _("Tell the patient what happens next. They read it on their own page.")
    if not reason.strip():
        problems["reason"] = _("Write the reason in a sentence. It stays with the decision.")
    return problems


def lifting_problems(
    outcome: str, *, limits: Collection[str], limit_note: str, lifts: str | None, holding: Holding
) -> dict[str, str]:
    """Return what keeps a decision from being made beside what `holding` says: what it is about → a sentence.

    `lifts`: why that is lifted; None: it is kept. A decision to treat keeps all of it or lifts it on purpose.
    """
    if not holding:
        return {}
    if lifts is not None:
        if outcome not in NEEDLES:
            return {"holding": _("You chose to lift what holds. That goes with “Clear” or “Clear with limits”.")}
        return (
            {} if lifts.strip() else {"lift_reason": _("Write why what holds is lifted. It stays with the decision.")}
        )
    if outcome not in NEEDLES:
        return {}
    if holding.is_referred:
        return {
            "holding": _(
                "This person was referred. Keep it with “Refer or do not needle”, or choose to lift it and write why."
            )
        }
    if outcome == Decision.Outcome.CLEAR:
        return {"holding": _("Limits hold. Keep them with “Clear with limits”, or choose to lift them and write why.")}
    if not says_all_of(list(limits), limit_note, held=holding.limits, notes=holding.notes):
        return {
            "holding": _("You left out a limit that holds, or its words. Put it back, or choose to lift and write why.")
        }
    return {}


def why_not_only_read(case: Case, *, on: date, is_left_waiting: bool = False) -> str:
    """Return why a case cannot be closed by reading it alone; empty where it can.

    `is_left_waiting`: its person would wait for a practitioner afterwards, and no other case would ask one.
    """
    if case.tier >= Tier.HOLD or case.intake.engine_failed:
        return _("This case needs a decision.")
    last = case.decisions.first()
    waits = case.state in {Case.State.WAITING, Case.State.DELAYED} or (last is not None and last.outcome in WAITS)
    if waits:
        return _("A question or a delay is open on this case. Only a decision ends it.")
    if last is not None and last.until is not None and last.until < on:
        return _("The decision on this case has run out. Decide again.")
    if is_left_waiting:
        return _("This person waits for a decision. Reading alone does not end that.")
    return ""
