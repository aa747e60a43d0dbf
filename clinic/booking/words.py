"""How a visit's time is said: the one wording of page, letter, calendar file, desk and admin (decision 13)."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic import moments


def minutes(count: int) -> str:
    """Return a length in full words, never "30m": 45 minutes."""
    return ngettext("%(n)d minute", "%(n)d minutes", count) % {"n": count}


def when(at: datetime) -> str:
    """Return day and time in the clinic's zone: Tuesday 4 March 2025, 10:30 am; with the zone where it comes twice."""
    return moments.moment(at)


def time_of_day(at: datetime) -> str:
    """Return the time of day: 10:30 am; with the zone's letters where the clock shows it twice that night."""
    return moments.clock(at)


def about(*, length: int, with_name: str) -> str:
    """Return how long and with whom: 45 minutes, with Noor Inventada."""
    return _("%(length)s, with %(name)s") % {"length": minutes(length), "name": with_name}


def full(at: datetime, *, length: int, with_name: str) -> str:
    """Return the whole sentence of a choice: Tuesday 4 March 2025, 10:30 am, 45 minutes, with Noor Inventada."""
    return _("%(when)s, %(about)s") % {"when": when(at), "about": about(length=length, with_name=with_name)}


def zone_name(at: datetime) -> str:
    """Return the clinic's zone as people know it: Los Angeles time (PST)."""
    zone = timezone.get_default_timezone_name()
    city = zone.rpartition("/")[2].replace("_", " ")
    return _("%(city)s time (%(letters)s)") % {"city": city, "letters": timezone.localtime(at).tzname()}
