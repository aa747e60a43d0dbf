"""The head of a case: where it stands in one line, and the limits that hold for the person today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic import formatting
from intake.record.fields import TIER_LABELS
from intake.review.models import Case, Decision, Flag
from intake.screening import Tier

CLEARED = frozenset({Decision.Outcome.CLEAR, Decision.Outcome.LIMITS})
# The shape of an emergency that a practitioner has closed.
OVER = "plain"
# The shape of what a practitioner has cleared.
DONE = "done"


@dataclass(frozen=True)
class Chip:
    """A word in its shape (components/badge.html)."""

    kind: str
    word: str


def chip(tier: Tier, closed: Sequence[datetime | None], *, on: date) -> Chip:
    """Return the tier of a case; an emergency that a practitioner has closed says so and when, and is red no more.

    `closed`: of each emergency of the case, when it was closed, None while it is open.
    """
    over = [at for at in closed if at]
    if tier is Tier.EMERGENCY and over and len(over) == len(closed):
        return Chip(OVER, _("Emergency, closed %(when)s") % {"when": _when(max(over), on=on)})
    return Chip(tier, str(TIER_LABELS[tier]))


def outcome_chip(decision: Decision) -> Chip:
    """Return what was decided, green where it lets somebody be needled."""
    return Chip(DONE if decision.outcome in CLEARED else OVER, decision.get_outcome_display())


def closed_unjudged(by: str) -> str:
    """Return that a case was read and closed without a decision, and by whom where that is known."""
    if not by:
        return _("Read and closed. No decision was needed.")
    return _("Read and closed by %(name)s. No decision was needed.") % {"name": by}


def referral(by: str, at: datetime) -> str:
    """Return that somebody was referred, by whom and when: the head of whatever case of theirs comes next."""
    facts = {"name": by, "day": formatting.day(timezone.localdate(at))}
    return _("Referred by %(name)s, %(day)s. No needles unless a practitioner decides otherwise.") % facts


def ran_out(decisions: Iterable[Decision], *, on: date) -> str:
    """Return that limits have ended, when and which: those that were set last, of decisions newest first."""
    ended = (row for row in decisions if row.outcome == Decision.Outcome.LIMITS and row.until and row.until < on)
    last = next(ended, None)
    if last is None or last.until is None:
        return ""
    limits = ", ".join(_lower(str(limit)) for limit in last.limit_words())
    facts = {"day": formatting.calendar_date(last.until), "limits": limits}
    return _("The limits ended %(day)s: %(limits)s. No needles until someone decides again.") % facts


def _when(at: datetime, *, on: date) -> str:
    """Return the time of day for today, with the date for any other day."""
    return formatting.clock(at) if timezone.localdate(at) == on else formatting.short_moment(at)


def sentence(decision: Decision) -> str:
    """Return a decision in a line: Clear with limits until Feb 26, 2027: no heat. Decided by Noor, Nov 28, 2026."""
    limits = ", ".join(_lower(str(limit)) for limit in decision.limit_words())
    facts = {
        "outcome": decision.outcome_words,
        "until": formatting.calendar_date(decision.until) if decision.until else "",
        "limits": limits,
        "name": decision.by_name,
        "day": formatting.calendar_date(timezone.localdate(decision.at)),
    }
    return _shape(until=bool(decision.until), limits=bool(limits)) % facts


def _shape(*, until: bool, limits: bool) -> str:
    """Return the sentence of a decision, each one whole."""
    if until and limits:
        return _("%(outcome)s until %(until)s: %(limits)s. Decided by %(name)s, %(day)s.")
    if until:
        return _("%(outcome)s until %(until)s. Decided by %(name)s, %(day)s.")
    if limits:
        return _("%(outcome)s: %(limits)s. Decided by %(name)s, %(day)s.")
    return _("%(outcome)s. Decided by %(name)s, %(day)s.")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def flags_in_words(case: Case, flags: Sequence[Flag], *, again: Sequence[Flag] = ()) -> str:
    """Return how many flags there are and whether any is open; a person with flags never has none. Those that a later
    version of the answers raised `again` count once.
    """
    flags = [flag for flag in flags if flag not in again]
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
