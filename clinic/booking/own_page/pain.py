"""How pain went over time: one row for each form that asked for it, the oldest first."""

from dataclasses import dataclass

from django.utils import timezone

from clinic import formatting
from clinic.booking.own_page.own_record import OwnForm, OwnRecord

NOW = ("pain_now", "fu_pain_now")
PEG = ("peg_pain", "peg_enjoy", "peg_activity")


@dataclass(frozen=True)
class PainRow:
    """What a form said: pain now and the mean of the three PEG questions, each from 0 to 10, or None."""

    form: OwnForm
    now: int | None
    peg: float | None

    @property
    def day(self) -> str:
        return formatting.day(timezone.localtime(self.form.sent_at).date())


def rows(record: OwnRecord) -> list[PainRow]:
    """Return the pain that was told, the oldest first; a form that did not ask has no row."""
    all_rows = (_row(form) for form in reversed(record.forms))
    return [row for row in all_rows if row.now is not None or row.peg is not None]


def _row(form: OwnForm) -> PainRow:
    now = next((score for code in NOW if isinstance(score := form.told.get(code), int)), None)
    scores = [score for code in PEG if isinstance(score := form.told.get(code), int)]
    return PainRow(
        form=form,
        now=now,
        peg=round(sum(scores) / len(PEG), 1) if len(scores) == len(PEG) else None,
    )
