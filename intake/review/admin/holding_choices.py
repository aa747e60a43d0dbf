"""What holds, as the decision form asks about it: kept, or lifted on purpose."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from clinic import formatting
from intake.review.holding import Holding
from intake.review.models import Decision

# What is done about that which holds.
KEEP, LIFT = "keep", "lift"


def holding_choices(holding: Holding) -> list[tuple[str, Any]]:
    """Return the two choices about what holds, in words."""
    day = formatting.calendar_date(holding.until) if holding.until else ""
    if not holding.is_referred:
        return [(KEEP, _("Keep the limits until %(day)s") % {"day": day}), (LIFT, _("Lift the limits"))]
    if not holding.limits:
        return [(KEEP, _("Keep the referral: no needles")), (LIFT, _("Lift the referral"))]
    return [
        (KEEP, _("Keep the referral and the limits until %(day)s") % {"day": day}),
        (LIFT, _("Lift the referral and the limits")),
    ]


def filled_in(holding: Holding) -> dict[str, Any]:
    """Return with what a decision form begins where something holds: what is sent without a change keeps it."""
    if not holding:
        return {}
    found: dict[str, Any] = {"holding": KEEP, "outcome": Decision.Outcome.LIMITS}
    if holding.limits:
        found |= {"limits": list(holding.limits), "limit_note": holding.note, "until": holding.until}
    if holding.is_referred:
        found |= {"outcome": Decision.Outcome.REFER, "patient_words": holding.patient_words}
    return found
