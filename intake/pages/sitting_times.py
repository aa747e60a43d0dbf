"""How long the health form takes real people, from the times at which their screens were saved.

Only two numbers are kept, and of nobody: how many minutes half of the last sittings took, and 9 of 10. A gap of more
than PAUSE is a pause and does not count. Below FEWEST sittings nothing is said but the estimate we ship.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from statistics import median

from clinic.site_settings import services as site_settings
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Answers, Source

PAUSE = timedelta(minutes=5)
FEWEST, LAST = 20, 200
SHARE = 0.9


@dataclass(frozen=True)
class SittingMinutes:
    """Whole minutes, rounded up: half of the sittings took no longer than `half`, 9 of 10 no longer than `most`."""

    half: int
    most: int


def active(started_at: datetime, saves: Iterable[datetime]) -> timedelta:
    """Return how long somebody was at the form, from the beginning to the last save, without the pauses."""
    moments = sorted([started_at, *(save for save in saves if save >= started_at)])
    gaps = (later - earlier for earlier, later in pairwise(moments))
    return sum((gap for gap in gaps if gap <= PAUSE), timedelta())


def summed_up(times: Iterable[timedelta]) -> SittingMinutes | None:
    """Return the two figures, or None where there are too few sittings to speak of people."""
    seconds = sorted(time.total_seconds() for time in times)
    if len(seconds) < FEWEST:
        return None
    most = seconds[ceil(SHARE * len(seconds)) - 1]
    return SittingMinutes(half=_minutes(median(seconds)), most=_minutes(most))


def _minutes(seconds: float) -> int:
    return max(1, ceil(seconds / 60))


def minutes_left(half: int | None, *, screens: int, left: int) -> int | None:
    """Return how many of the minutes that half of the sittings took are left, by the screens that are left of all in
    the form, so that they never rise; None where too few sittings were measured.
    """
    return max(1, ceil(half * left / screens)) if half and screens else None


def measure() -> SittingMinutes | None:
    """Measure the last sittings that people sent from home, and keep the figures for the pages."""
    figures = summed_up(active(answers.intake.started_at, _saves(answers)) for answers in _sittings())
    half, most = (figures.half, figures.most) if figures else (None, None)
    site_settings.keep_form_minutes(half=half, most=most)
    return figures


def _sittings() -> list[Answers]:
    first = Answers.objects.filter(
        revision=1,
        frozen_at__isnull=False,
        intake__questionnaire=NEW_PATIENT.code,
        intake__source=Source.ONLINE,
        intake__entered_by=None,
    )
    return list(first.select_related("intake").order_by("-frozen_at", "-pk")[:LAST])


def _saves(answers: Answers) -> list[datetime]:
    saved = (answers.screen_saved_at(code) for code in answers.document.get("screens", {}))
    return [moment for moment in saved if moment is not None]
