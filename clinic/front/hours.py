"""Opening hours as a week of sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from clinic.profile.models import StaffedHours


@dataclass(frozen=True)
class Day:
    """A weekday and its stretches in words; none means closed."""

    name: str
    stretches: tuple[str, ...]


def week(hours: Iterable[StaffedHours]) -> list[Day]:
    """Return Monday to Sunday with their hours; an empty list where the clinic has set none."""
    stretches = sorted(hours, key=lambda stretch: (stretch.weekday, stretch.opens))
    if not stretches:
        return []
    return [
        Day(
            name=str(weekday.label),
            stretches=tuple(
                f"{_said(stretch.opens)} – {_said(stretch.closes)}"
                for stretch in stretches
                if stretch.weekday == weekday
            ),
        )
        for weekday in StaffedHours.Weekday
    ]


def _said(at: time) -> str:
    return f"{at:%I:%M} {'am' if at.hour < 12 else 'pm'}".lstrip("0")
