"""The one place where dates, times and lengths become words: page, message, calendar file and admin (decision 13).

How a language writes them stands in clinic/formats.
"""

from datetime import date, datetime, time, timedelta, tzinfo

from django.conf import settings
from django.utils import timezone
from django.utils.dateformat import DateFormat
from django.utils.formats import get_format, number_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _


class _Words(DateFormat):
    """Django's letters, with "am" and "pm" in place of "a.m." and "p.m."."""

    def a(self) -> str:
        return _("pm") if getattr(self.data, "hour", 0) >= 12 else _("am")


def _written(value: date | datetime | time, name: str) -> str:
    # Django writes its history with no language at all, in which a format has no letters.
    return _Words(value).format(get_format(name, lang=get_language() or settings.LANGUAGE_CODE))


# ——— dates


def calendar_date(on: date) -> str:
    """Return a date without its weekday, a birth date too: Nov 28, 2026."""
    return _written(on, "DATE_FORMAT")


def day(on: date) -> str:
    """Return a date with its weekday: Sat, Nov 28, 2026."""
    return _written(on, "DAY_FORMAT")


def short_day(on: date) -> str:
    """Return a day whose year is plain: Sat, Nov 28."""
    return _written(on, "SHORT_DAY_FORMAT")


def weekday(on: date) -> str:
    """Return the day of the week as it stands inside a sentence: Monday; in Spanish lunes, without a capital."""
    names = (
        pgettext("in a sentence", "Monday"),
        pgettext("in a sentence", "Tuesday"),
        pgettext("in a sentence", "Wednesday"),
        pgettext("in a sentence", "Thursday"),
        pgettext("in a sentence", "Friday"),
        pgettext("in a sentence", "Saturday"),
        pgettext("in a sentence", "Sunday"),
    )
    return names[on.weekday()]


def month_day(on: date) -> str:
    """Return a day for a narrow place: Nov 28."""
    return _written(on, "MONTH_DAY_FORMAT")


def read_date(text: str) -> date | None:
    """Return the date that somebody typed as 4/27/1984, 1984-04-27 or Apr 27 1984; None for anything else."""
    for shape in get_format("DATE_INPUT_FORMATS"):
        try:
            return datetime.strptime(text.strip(), shape).date()
        except ValueError:
            continue
    return None


# ——— times, in the clinic's zone; what a patient reads of a visit, in the zone of its place


def moment(at: datetime, *, zone: tzinfo | None = None) -> str:
    """Return date and time: Sat, Nov 28, 2026, 8:41 am."""
    return _in_zone(at, "DATETIME_FORMAT", zone=zone)


def short_moment(at: datetime) -> str:
    """Return date and time for a narrow column, broken between the two only: Nov 28, 2026, 8:41 am."""
    return _in_zone(at, "SHORT_DATETIME_FORMAT", before_letters="\N{NO-BREAK SPACE}")


def in_a_text(at: datetime, *, place: str = "", zone: tzinfo | None = None) -> str:
    """Return date and time as a text message says it, without the year, and where: Thu, Mar 5, 10:00 am, Westside."""
    words = {"day": short_day(timezone.localtime(at, zone).date()), "time": clock(at, zone=zone), "place": place}
    return _("%(day)s, %(time)s, %(place)s") % words if place else _("%(day)s, %(time)s") % words


def clock(at: datetime, *, zone: tzinfo | None = None) -> str:
    """Return the time of day: 10:30 am; with the zone's letters where the clock shows it twice."""
    return _in_zone(at, "TIME_FORMAT", zone=zone)


def _in_zone(at: datetime, name: str, *, before_letters: str = " ", zone: tzinfo | None = None) -> str:
    local = timezone.localtime(at, zone)
    letters = _letters(local)
    return _written(local, name) + (before_letters + letters if letters else "")


def _letters(local: datetime) -> str:
    """Return the zone's letters for a time that comes twice in the night the clocks go back; nothing otherwise."""
    other_fold = local.replace(fold=1 - local.fold)
    # In a gap no such local time exists; what comes from UTC never lies in one.
    return str(local.tzname()) if other_fold.utcoffset() != local.utcoffset() else ""


def span(begins: datetime, ends: datetime) -> str:
    """Return from when to when on one day: 8:30 am – 12:00 pm."""
    return _("%(from)s – %(to)s") % {"from": clock(begins), "to": clock(ends)}


def date_span(first: date, last: date) -> str:
    """Return from which day to which: Nov 1, 2026 – Nov 28, 2026."""
    return _("%(from)s – %(to)s") % {"from": calendar_date(first), "to": calendar_date(last)}


def weekly_span(opens: time, closes: time) -> str:
    """Return from when to when on a day of every week: 9:00 am – 5:30 pm."""
    return _("%(from)s – %(to)s") % {"from": _written(opens, "TIME_FORMAT"), "to": _written(closes, "TIME_FORMAT")}


def weekly_hours(weekday: str, opens: time, closes: time) -> str:
    """Return a line of the hours of every week: Monday, 9:00 am – 5:30 pm."""
    return _("%(day)s, %(hours)s") % {"day": weekday, "hours": weekly_span(opens, closes)}


def weekly_clock(at: time) -> str:
    """Return a time of day that holds every week: 9:00 am."""
    return _written(at, "TIME_FORMAT")


def zone_name(at: datetime, *, zone: tzinfo | None = None) -> str:
    """Return the clinic's zone, or that of a place, as people know it: Los Angeles time (PST)."""
    name = str(zone) if zone else timezone.get_default_timezone_name()
    city = _city(name.rpartition("/")[2].replace("_", " "))
    return _("%(city)s time (%(letters)s)") % {"city": city, "letters": timezone.localtime(at, zone).tzname()}


def _city(name: str) -> str:
    """Return a city that names a zone of this country as a language writes it: Los Ángeles; any other as it stands."""
    known = {
        "Anchorage": pgettext("city", "Anchorage"),
        "Chicago": pgettext("city", "Chicago"),
        "Denver": pgettext("city", "Denver"),
        "Detroit": pgettext("city", "Detroit"),
        "Honolulu": pgettext("city", "Honolulu"),
        "Los Angeles": pgettext("city", "Los Angeles"),
        "New York": pgettext("city", "New York"),
        "Phoenix": pgettext("city", "Phoenix"),
    }
    return known.get(name, name)


# ——— counts


def count(number: int) -> str:
    """Return how many there are, grouped as the language does: 5,567."""
    return number_format(number, use_l10n=True, force_grouping=True)


# ——— lengths


def length(minutes: int) -> str:
    """Return a length in full words, never "30m": 45 minutes."""
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


def waited(since: timedelta) -> str:
    """Return a waiting time in its largest fitting unit: 5 min, 3 h, 2 days. No line breaks inside it."""
    minutes = max(0, int(since.total_seconds() // 60))
    if minutes < 60:
        words = ngettext("%(n)d min", "%(n)d min", minutes) % {"n": minutes}
    elif minutes < 48 * 60:
        words = ngettext("%(n)d h", "%(n)d h", minutes // 60) % {"n": minutes // 60}
    else:
        words = ngettext("%(n)d day", "%(n)d days", minutes // 1440) % {"n": minutes // 1440}
    return words.replace(" ", "\N{NO-BREAK SPACE}")


# ——— a visit


def visit(at: datetime, *, minutes: int, with_name: str, place: str = "", zone: tzinfo | None = None) -> str:
    """Return when, how long and with whom: Wed, Mar 5, 2025, 10:30 am, 45 minutes, with Noor Inventada; and where,
    if the place has a name: at Westside.
    """
    words = {"when": moment(at, zone=zone), "length": length(minutes), "name": with_name, "place": place}
    if place:
        return _("%(when)s, %(length)s, with %(name)s, at %(place)s") % words
    return _("%(when)s, %(length)s, with %(name)s") % words


def visit_beside(*, minutes: int, with_name: str, place: str = "") -> str:
    """Return what stands beside the time of a visit: 45 minutes, with Noor Inventada; and where, if it has a name."""
    words = {"length": length(minutes), "name": with_name, "place": place}
    return _("%(length)s, with %(name)s, at %(place)s") % words if place else _("%(length)s, with %(name)s") % words


def visit_in_short(at: datetime, *, with_name: str) -> str:
    """Return when on a day that is named, and with whom: 10:30 am, Noor Inventada."""
    return _("%(time)s, %(name)s") % {"time": clock(at), "name": with_name}
