"""What decisions leave standing: limits, a referral, a wait. Pure.

A decision to treat takes the place of what held before it only where a practitioner said so on purpose (`keeps` is
False), where nothing held any more, or where it says all of it again. So what is decided on a check-in, an update or a
form that is given to a record later never lifts a limit or a referral by the way.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from intake.review.models import Decision
from intake.review.standing_facts import DecisionRow

TREATS = (Decision.Outcome.CLEAR, Decision.Outcome.LIMITS)


class InForce(NamedTuple):
    """What stands after some decisions: those whose limits hold, or held until they ran out; the referral; the wait."""

    limiting: tuple[DecisionRow, ...] = ()
    referral: DecisionRow | None = None
    waiting: DecisionRow | None = None


def when(decision: DecisionRow) -> tuple[datetime, int]:
    return decision.at, decision.pk


def after(decisions: Iterable[DecisionRow]) -> InForce:
    """Return what stands after the decisions on one record, or on one form that is nobody's, given oldest first."""
    now = InForce()
    for row in decisions:
        if row.outcome == Decision.Outcome.REFER:
            now = now._replace(referral=row, waiting=None)
        elif row.outcome not in TREATS:
            now = now._replace(waiting=row)
        else:
            limiting = [old for old in now.limiting if row.keeps is not None and not replaces_limits(row, old)]
            own = [row] if row.outcome == Decision.Outcome.LIMITS else []
            now = InForce((*limiting, *own), now.referral if row.keeps else None)
    return now


def replaces_limits(newer: DecisionRow, old: DecisionRow) -> bool:
    """Whether a newer decision takes the place of limits: lifted on purpose, run out before it, or said again in it."""
    if newer.outcome not in TREATS or when(newer) <= when(old):
        return False
    has_run_out = old.until is not None and old.until < timezone.localdate(newer.at)
    return newer.keeps is False or has_run_out or _says_all_of(newer, old)


def lifts_referral(newer: DecisionRow, referral: DecisionRow) -> bool:
    """Whether a newer decision on a linked record takes this referral back."""
    return newer.outcome in TREATS and newer.keeps is not True and when(newer) > when(referral)


def says_all_of(limits: Sequence[str], note: str, *, held: Sequence[str], notes: Sequence[str]) -> bool:
    """Whether limits, ticked and in words, leave out nothing of those that hold."""
    return set(held) <= set(limits) and all(_plain(words) in _plain(note) for words in notes)


def _says_all_of(row: DecisionRow, old: DecisionRow) -> bool:
    notes = [old.limit_note] if old.limit_note else []
    return says_all_of(row.limits, row.limit_note or "", held=old.limits, notes=notes)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
