"""Opening hours as sentences: a week of them, and how it stands at a moment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from clinic.weekdays import Weekday

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OpeningDay:
    """A weekday and its stretches in words; none means closed."""

    name: str
    stretches: tuple[str, ...]
    today: bool = False


@dataclass(frozen=True)
class Off:
    """A day on which nobody is there, and why."""

    day: date
    why: str


@dataclass(frozen=True)
class OpenState:
    """Whether somebody is there, in a sentence."""

    is_open: bool
    words: str


def week(profile: ClinicProfile, *, on: date) -> list[OpeningDay]:
    """Return Monday to Sunday with their hours; an empty list where the clinic has set none."""
    stretches = sorted(site_settings.week(profile).stretches)
    if not stretches:
        return []
    return [
        OpeningDay(
            name=str(weekday.label),
            stretches=tuple(
                formatting.weekly_span(opens, closes) for day, opens, closes in stretches if day == weekday
            ),
            today=weekday == on.weekday(),
        )
        for weekday in Weekday
    ]


def state(profile: ClinicProfile, *, at: datetime) -> OpenState | None:
    """Return how it stands: open and until when, or closed and when it opens; None where no hours are set."""
    if until := site_settings.open_until(profile, at=at):
        if until - at >= _DAY:
            return OpenState(True, _("Open now"))
        return OpenState(True, _("Open now, until %(time)s") % {"time": formatting.clock(until)})
    if again := site_settings.next_staffed(profile, at=at):
        return OpenState(False, _opens(again, on=timezone.localdate(at)))
    return None


def closed(profile: ClinicProfile, *, on: date) -> list[Off]:
    """Return the closed days of the next four weeks."""
    return [Off(day=off.day, why=off.why) for off in site_settings.closed_ahead(profile, on=on)]


def _opens(again: datetime, *, on: date) -> str:
    day = timezone.localdate(again)
    facts = {"time": formatting.clock(again), "day": formatting.weekday(day)}
    if day == on:
        return _("Closed now. Opens at %(time)s today") % facts
    if day == on + _DAY:
        return _("Closed now. Opens tomorrow at %(time)s") % facts
    if day < on + 7 * _DAY:
        return _("Closed now. Opens %(day)s at %(time)s") % facts
    return _("Closed now. Opens %(when)s") % {"when": formatting.moment(again)}
