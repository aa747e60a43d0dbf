"""Pain over time: what a person answered at each form, as points on a line, and whether the change matters.

Two measures, both from 0 to 10: "pain right now", and the PEG (the mean of its three items). They come from the full
form, from the visit update at visits 4, 8 and 12 and, pain alone, from the check-in. A number nobody gave is no point:
nothing is filled in between, and nothing is carried on.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import audit
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.record.models import Answers, OutcomeChoice
from intake.review.one_person import records_of

if TYPE_CHECKING:
    from clinic.accounts.models import User

# Asked at the full form and again before these visits with needles; after the last of them no more.
ASKED_AT_VISITS = (4, 8, 12)
# The PEG asks about the past week: within it, the same week would be asked about twice.
ASKED_ONCE_IN = timedelta(days=7)

# A consensus of experts: 2 points on the 0 to 10 scale, or 30 % of where it began.
SOURCE = (
    "Ostelo RW, Deyo RA, Stratford P, et al. Interpreting change scores for pain and functional status in low back "
    "pain: towards international consensus regarding minimal important change. Spine 2008;33:90-94."
)
MEANINGFUL_POINTS = 2.0
MEANINGFUL_SHARE = 0.3
# Our own: from a low start a third of a point is 30 %, and nobody feels it.
LEAST_POINTS = 1.0

_PEG = ("peg_pain", "peg_enjoy", "peg_activity")
# Which question of which questionnaire says how strong the pain is now.
_PAIN = {"new_patient": "pain_now", "visit_update": "pain_now", "check_in": "fu_pain_now"}


class Measure(StrEnum):
    PAIN = "pain"
    PEG = "peg"

    @property
    def label(self) -> str:
        return str(_MEASURES[self])


class Course(StrEnum):
    """Where a measure went since it was first taken."""

    BETTER = "better"
    UNCLEAR = "unclear"
    WORSE = "worse"

    @property
    def label(self) -> str:
        return str(_COURSES[self])


_MEASURES = {Measure.PAIN: _("Pain now"), Measure.PEG: _("PEG: pain, enjoyment, activity")}
_COURSES = {
    Course.BETTER: _("Better by an amount that matters"),
    Course.UNCLEAR: _("No clear change"),
    Course.WORSE: _("Worse by an amount that matters"),
}
_ORIGINS = {"new_patient": _("Full form"), "visit_update": _("Visit update"), "check_in": _("Check-in")}


class OutcomePoint(NamedTuple):
    """What one form said: `origin` is the questionnaire; a measure that was not asked is None."""

    at: datetime
    origin: str
    pain: int | None
    peg: float | None

    @property
    def origin_label(self) -> str:
        return str(_ORIGINS.get(self.origin, self.origin))

    def value(self, measure: Measure) -> float | None:
        return self.pain if measure is Measure.PAIN else self.peg


class Change(NamedTuple):
    """The first and the last value of a measure, and what lies between them."""

    measure: Measure
    first: float
    last: float
    course: Course

    @property
    def points(self) -> float:
        """How many points the last lies above the first; below nought is better."""
        return round(self.last - self.first, 1)


@dataclass(frozen=True)
class Series:
    """The points of one person, oldest first."""

    points: tuple[OutcomePoint, ...] = field(default_factory=tuple)

    def __bool__(self) -> bool:
        return bool(self.points)

    def values(self, measure: Measure) -> list[tuple[datetime, float]]:
        """Return when a measure was taken and what it was."""
        rows = ((point.at, point.value(measure)) for point in self.points)
        return [(at, value) for at, value in rows if value is not None]

    def last(self, measure: Measure) -> float | None:
        """Return the newest value of a measure; None where it was never taken."""
        values = self.values(measure)
        return values[-1][1] if values else None

    @property
    def changes(self) -> list[Change]:
        """The change of each measure that was taken at least twice."""
        return [change for measure in Measure if (change := change_of(self, measure)) is not None]


def change_of(series: Series, measure: Measure) -> Change | None:
    """Compare the last value of a measure with its first; None with fewer than two values."""
    values = [value for _at, value in series.values(measure)]
    return Change(measure, values[0], values[-1], course_of(values[0], values[-1])) if len(values) > 1 else None


def course_of(first: float, last: float) -> Course:
    """Say whether a change matters: by 2 points, or by 30 % of the first value and at least one point (Ostelo 2008)."""
    moved = abs(last - first)
    by_share = first > 0 and moved >= LEAST_POINTS and moved / first >= MEANINGFUL_SHARE
    if not (moved >= MEANINGFUL_POINTS or by_share):
        return Course.UNCLEAR
    return Course.BETTER if last < first else Course.WORSE


def point_of(questionnaire: str, answers: Mapping[str, Any], *, at: datetime) -> OutcomePoint | None:
    """Return the point that valid answers hold; None where they hold no number. A PEG needs all three of its items."""
    pain = _number(answers.get(_PAIN.get(questionnaire, "")))
    items = [_number(answers.get(code)) for code in _PEG]
    whole = [item for item in items if item is not None]
    peg = round(sum(whole) / len(_PEG), 1) if len(whole) == len(_PEG) else None
    return None if pain is None and peg is None else OutcomePoint(at, questionnaire, pain, peg)


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10 else None


def series_of(records: Collection[int]) -> Series:
    """Return the points of one person, given the keys of their records. One query.

    A form counts once, with its newest answers, on the day it was sent; a full form only when it is accepted.
    Who shows this to staff has the reading in the audit log: their own page's line, or `read_outcomes`.
    """
    condition = Q(intake__patient__in=records, intake__submitted_at__isnull=False, frozen_at__isnull=False)
    counts = Q(intake__accepted_at__isnull=False) | ~Q(intake__questionnaire="new_patient")
    revisions = Answers.objects.filter(condition, counts).select_related("intake").order_by("intake", "revision")
    newest = {answers.intake_id: answers for answers in revisions}
    return Series(tuple(sorted(_points(newest.values()), key=lambda point: point.at)))


def _points(revisions: Iterable[Answers]) -> Iterable[OutcomePoint]:
    for answers in revisions:
        form = answers.intake
        point = point_of(form.questionnaire, answers.valid, at=form.submitted_at or form.saved_at)
        if point is not None:
            yield point


@audited_transaction()
def read_outcomes(patient: Patient, *, by: "User", at: datetime) -> Series:
    """Return a person's points to be shown by themselves; reading them is a line in the audit log."""
    series = series_of(records_of(patient))
    if series:
        audit.record("outcomes.read", on=patient, by=by, at=at, shown=len(series.points))
    return series


def outcome_due(patient: Patient, *, visit_number: int, on: date) -> bool:
    """Say whether the visit update before a visit asks for pain now and the PEG.

    `visit_number` counts visits with needles, the coming one included: those completed plus one. It asks before the
    4th, 8th and 12th; not when the person has asked us not to, nor within a week of the last PEG.
    """
    if visit_number not in ASKED_AT_VISITS:
        return False
    records = records_of(patient)
    if not is_asked(records):
        return False
    last = [at for at, _value in series_of(records).values(Measure.PEG)]
    return not last or timezone.localtime(last[-1]).date() + ASKED_ONCE_IN <= on


def is_asked(records: Sequence[int]) -> bool:
    """Say whether a person wants to be asked for numbers: yes, unless the newest choice on a record says no."""
    newest = OutcomeChoice.objects.filter(patient__in=records).order_by("-at", "-id").first()
    return newest is None or newest.is_asked


@audited_transaction()
def choose_outcomes(patient: Patient, *, is_asked: bool, by: "User", at: datetime) -> OutcomeChoice:
    """Write down whether a person wants to be asked for numbers at visits 4, 8 and 12; the full form asks anyway."""
    choice = OutcomeChoice.objects.create(patient=patient, is_asked=is_asked, by=by, at=at)
    audit.record("outcomes.asked" if is_asked else "outcomes.stopped", on=patient, by=by, at=at)
    return choice
