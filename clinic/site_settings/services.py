"""What other rooms ask about the clinic."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.cache import caches
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from clinic.site_settings.hours import Week
from clinic.site_settings.models import AlertRecipient, ClinicProfile, ClosedDay

# Sent with `by`, `at` and `fields` (names) inside the transaction that changed the profile. A signal, because the
# doors open one way: the book stands above this room, so it listens instead of being called.
changed = Signal()

_HOURS = "clinic.site_settings.hours"
_SECONDS = 5


def current() -> ClinicProfile:
    """Return the clinic's profile; the row is made if somebody emptied the table. Some seconds old at most."""
    profile: ClinicProfile | None = caches["process"].get(ClinicProfile.CACHE_KEY)
    if profile is None:
        profile = ClinicProfile.objects.filter(pk=1).first() or ClinicProfile.objects.get_or_create(pk=1)[0]
        caches["process"].set(ClinicProfile.CACHE_KEY, profile, _SECONDS)
    return profile


def week(profile: ClinicProfile) -> Week:
    """Return the hours of the week and the closed days. Some seconds old at most."""
    hours: Week | None = caches["process"].get(_HOURS)
    if hours is None:
        hours = Week(
            stretches=tuple(profile.hours.values_list("weekday", "opens", "closes")),
            closed=frozenset(profile.closed_days.values_list("day", flat=True)),
        )
        caches["process"].set(_HOURS, hours, _SECONDS)
    return hours


def is_staffed(profile: ClinicProfile, *, at: datetime) -> bool:
    """Return whether somebody at the clinic reads what comes in at this moment."""
    return week(profile).is_open(at, timezone.get_default_timezone())


def next_staffed(profile: ClinicProfile, *, at: datetime) -> datetime | None:
    """Return when somebody reads next (`at` itself if somebody does now); None if no hours are set."""
    return week(profile).next_open(at, timezone.get_default_timezone())


def open_until(profile: ClinicProfile, *, at: datetime) -> datetime | None:
    """Return until when somebody is there without a break; None if nobody is there now."""
    return week(profile).open_until(at, timezone.get_default_timezone())


def closed_ahead(profile: ClinicProfile, *, on: date, days: int = 28) -> list[ClosedDay]:
    """Return the closed days from a date on, the next one first."""
    return list(profile.closed_days.filter(day__gte=on, day__lt=on + timedelta(days=days)))


def alert_recipients() -> list[Any]:
    """Return the users who get alerts, first called first; people who left are left out.

    This room names people by the setting, never by import, so their type is not said here.
    """
    alerts = AlertRecipient.objects.filter(user__is_active=True, user__is_staff=True)
    return [alert.user for alert in alerts.select_related("user")]


def records_sentence() -> str:
    """Return in one sentence for how long the law makes the clinic keep what it has on a patient."""
    years = current().records_years
    if years is None:
        return gettext("The law asks us to keep patient records for some years. Ask us how long that is for you.")
    sentence = ngettext(
        "The law asks us to keep patient records for %(n)d year after your last visit.",
        "The law asks us to keep patient records for %(n)d years after your last visit.",
        years,
    )
    return sentence % {"n": years}


def keep_form_minutes(**minutes: int | None) -> None:
    """Keep how many minutes the forms take people, by the fields of the profile; None where too few have sent one."""
    if ClinicProfile.objects.filter(pk=1).exclude(**minutes).update(**minutes):
        forget()


def tell_of_change(profile: ClinicProfile, *, fields: Iterable[str], by: object, at: datetime) -> None:
    """Say that these parts of the profile were changed, and forget what was remembered of it."""
    forget()
    changed.send(sender=ClinicProfile, profile=profile, fields=sorted(fields), by=by, at=at)


def forget() -> None:
    """Forget what this process remembers of the profile; other processes do within seconds."""
    caches["process"].delete_many([ClinicProfile.CACHE_KEY, _HOURS])
