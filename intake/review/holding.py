"""What holds for the person of a case at a moment: limits and a referral that a decision must not lift by the way."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from intake.review import standing
from intake.review.models import Case, Decision
from intake.review.standing import Standing


class Holding(NamedTuple):
    """What holds: the referral, the limits with the practitioner's words, and the day until which they hold."""

    is_referred: bool = False
    limits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    until: date | None = None
    # What the patient reads of the referral.
    patient_words: str = ""

    def __bool__(self) -> bool:
        return self.is_referred or bool(self.limits)

    @classmethod
    def of(cls, stands: Standing) -> "Holding":
        """Return what a standing holds somebody to."""
        until = stands.clear_until if stands.limits else None
        return cls("refer" in stands.reasons, stands.limits, stands.limit_notes, until)

    @property
    def note(self) -> str:
        """What was written beside the limits, as one text to go on with."""
        return "\n".join(self.notes)


def standing_of(case: Case, *, on: date, at: datetime) -> Standing:
    """Return where the person of a case stands on a day; where nobody has accepted the form, as far as the form says
    who it is.
    """
    if case.patient_id is None:
        return standing.of_forms([case.intake], on=on, at=at)[case.intake_id]
    return standing.of([case.patient_id], on=on, at=at)[case.patient_id]


def holding_for(case: Case, *, at: datetime) -> Holding:
    """Return what holds for the person of a case."""
    return Holding.of(standing_of(case, on=timezone.localdate(at), at=at))


def with_words(holding: Holding, decisions: Iterable[Decision]) -> Holding:
    """Return what holds with what the patient reads of the referral, from the decisions about them, newest first."""
    referral = next((row for row in decisions if row.outcome == Decision.Outcome.REFER), None)
    return holding._replace(patient_words=referral.patient_words if referral and holding.is_referred else "")
