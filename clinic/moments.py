"""The one place where a date or a time becomes words: page, letter, calendar file and admin (decision 13)."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext


def day(on: date) -> str:
    """Return a date in words: Tuesday 4 March 2025."""
    return date_format(on, "l j F Y")


def brief(on: date) -> str:
    """Return a date as short as it can be read: Feb 26, 2027."""
    return date_format(on, "M j, Y")


def day_in_short(on: date) -> str:
    """Return a date for a narrow link: Tue 4 Mar."""
    return date_format(on, "D j M")


def birthday(on: date) -> str:
    """Return a birth date in words, without its weekday: 4 March 1962."""
    return date_format(on, "j F Y")


def clock(at: datetime) -> str:
    """Return the time of day in the clinic's zone: 10:30 am; with the zone's letters where the clock shows it twice."""
    local = timezone.localtime(at)
    return f"{local:%I:%M} {'am' if local.hour < 12 else 'pm'}".lstrip("0") + _letters(local)


def _letters(local: datetime) -> str:
    """Return the zone's letters for a time that comes twice in the night the clocks go back; nothing otherwise."""
    other = local.replace(fold=1 - local.fold)
    # In a gap no such local time exists; what comes from UTC never lies in one.
    return f" {local.tzname()}" if other.utcoffset() != local.utcoffset() else ""


def moment(at: datetime) -> str:
    """Return date and time in the clinic's zone: Tuesday 4 March 2025, 10:30 am."""
    return f"{day(timezone.localtime(at).date())}, {clock(at)}"


def short(at: datetime) -> str:
    """Return date and time for a narrow column, broken between the two only: 4 Mar 2025, 10:30 am."""
    date_and_time = (date_format(timezone.localtime(at).date(), "j M Y,"), clock(at))
    return " ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in date_and_time)


def waited(since: timedelta) -> str:
    """Return a waiting time in its largest fitting unit: 5 min, 3 h, 2 days."""
    minutes = max(0, int(since.total_seconds() // 60))
    if minutes < 60:
        return ngettext("%(n)d min", "%(n)d min", minutes) % {"n": minutes}
    if minutes < 48 * 60:
        return ngettext("%(n)d h", "%(n)d h", minutes // 60) % {"n": minutes // 60}
    return ngettext("%(n)d day", "%(n)d days", minutes // 1440) % {"n": minutes // 1440}
