"""The head of a case: where it stands in one line, and the limits that hold for the person today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic import moments
from intake.review.models import Alert, Case, Decision, Flag
from intake.screening import Tier

CLEARED = frozenset({Decision.Outcome.CLEAR, Decision.Outcome.LIMITS})
# The shape of an emergency that a practitioner has closed.
OVER = "plain"


@dataclass(frozen=True)
class Chip:
    """A word in its shape (components/badge.html)."""

    kind: str
    word: str


def chip(case: Case, alerts: Sequence[Alert], *, on: date) -> Chip:
    """Return the tier of a case; an emergency that a practitioner has closed says so and when, and is red no more."""
    closed = [alert.closed_at for alert in alerts if alert.closed_at]
    if case.tier is Tier.EMERGENCY and closed and all(alert.closed_at for alert in alerts):
        return Chip(OVER, _("Emergency, closed %(when)s") % {"when": _when(max(closed), on=on)})
    return Chip(case.tier, case.get_tier_display())


def _when(at: datetime, *, on: date) -> str:
    """Return the time of day for today, with the date for any other day."""
    day = timezone.localtime(at).date()
    clock = moments.clock(at)
    return clock if day == on else _("%(day)s, %(time)s") % {"day": moments.brief(day), "time": clock}


def sentence(decision: Decision) -> str:
    """Return a decision in a line: Clear with limits until Feb 26, 2027: no heat. Decided by Noor, Nov 28, 2026."""
    words = str(decision.get_outcome_display())
    if decision.until:
        words = _("%(outcome)s until %(day)s") % {"outcome": words, "day": moments.brief(decision.until)}
    if limits := ", ".join(_lower(str(limit)) for limit in decision.limit_words()):
        words = _("%(decision)s: %(limits)s") % {"decision": words, "limits": limits}
    day = moments.brief(timezone.localtime(decision.at).date())
    return _("%(decision)s. Decided by %(name)s, %(day)s.") % {
        "decision": words,
        "name": decision.by_name,
        "day": day,
    }


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def flags_in_words(case: Case, flags: Sequence[Flag]) -> str:
    """Return how many flags there are and whether any is open; a person with flags never has none."""
    waiting = [flag for flag in flags if flag.settled_by_id is None]
    if not flags:
        return _("No flags")
    if not waiting:
        words = ngettext("%(n)d flag, decided", "%(n)d flags, all decided", len(flags))
        return words % {"n": len(flags)}
    if case.state == Case.State.CLOSED and all(flag.seen_at for flag in waiting):
        words = ngettext("%(n)d flag, seen", "%(n)d flags, all seen", len(flags))
        return words % {"n": len(flags)}
    if len(waiting) < len(flags):
        words = ngettext("%(n)d flag open, %(all)d in all", "%(n)d flags open, %(all)d in all", len(waiting))
        return words % {"n": len(waiting), "all": len(flags)}
    return ngettext("%(n)d flag", "%(n)d flags", len(flags)) % {"n": len(flags)}
