"""How long the forms take real people, from the times at which their screens were saved.

Only numbers are kept, and of nobody: how many minutes half of the last sittings took, and of the health form 9 of 10. A
gap of more than PAUSE is a pause and does not count. Below FEWEST sittings nothing is said but what we ship.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from statistics import median

from clinic.site_settings import services as site_settings
from intake.questionnaire import CHECK_IN, NEW_PATIENT, VISIT_UPDATE
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
    """Measure the last sittings that people sent from home, keep the figures for the pages, and return those of the
    health form.
    """
    form, update, check_in = (_measured(each.code) for each in (NEW_PATIENT, VISIT_UPDATE, CHECK_IN))
    site_settings.keep_form_minutes(
        form_minutes=form.half if form else None,
        form_minutes_most=form.most if form else None,
        update_minutes=update.half if update else None,
        check_in_minutes=check_in.half if check_in else None,
    )
    return form


def _measured(questionnaire: str) -> SittingMinutes | None:
    return summed_up(active(answers.intake.started_at, _saves(answers)) for answers in _sittings(questionnaire))


def _sittings(questionnaire: str) -> list[Answers]:
    first = Answers.objects.filter(
        revision=1,
        frozen_at__isnull=False,
        intake__questionnaire=questionnaire,
        intake__source=Source.ONLINE,
        intake__entered_by=None,
    )
    return list(first.select_related("intake").order_by("-frozen_at", "-pk")[:LAST])


def _saves(answers: Answers) -> list[datetime]:
    saved = (answers.screen_saved_at(code) for code in answers.document.get("screens", {}))
    return [moment for moment in saved if moment is not None]
