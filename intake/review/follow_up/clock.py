"""By when a call is owed, in staffed hours: "within 2 working hours", "today", "by the next working day"."""

from datetime import datetime, timedelta

from django.utils import timezone

from clinic.site_settings import services as site_settings
from intake.review.follow_up.models import FollowUpTask

URGENT_WITHIN = timedelta(hours=2)
# Where the clinic has set no hours, the clock on the wall counts.
_NO_HOURS = {
    FollowUpTask.Kind.URGENT: URGENT_WITHIN,
    FollowUpTask.Kind.CALL_TODAY: timedelta(hours=8),
    FollowUpTask.Kind.CALL_NEXT_DAY: timedelta(hours=24),
    FollowUpTask.Kind.NO_ANSWER: timedelta(hours=24),
}


def due_at(kind: str, *, at: datetime) -> datetime:
    """Return by when a task of this kind that comes up at a moment has to be done."""
    opens = site_settings.next_staffed(site_settings.current(), at=at)
    if kind == FollowUpTask.Kind.EMERGENCY:
        return at
    if opens is None:
        return at + _NO_HOURS[FollowUpTask.Kind(kind)]
    if kind == FollowUpTask.Kind.URGENT:
        return _after_staffed(URGENT_WITHIN, at=at)
    if kind == FollowUpTask.Kind.CALL_TODAY:
        return end_of_working_day(at)
    return next_working_day(at)


def _after_staffed(time: timedelta, *, at: datetime) -> datetime:
    """When so much staffed time has passed."""
    remaining, now, clinic = time, at, site_settings.current()
    while (opens := site_settings.next_staffed(clinic, at=now)) is not None:
        until = site_settings.open_until(clinic, at=opens) or opens
        if opens + remaining <= until or until <= opens:
            return opens + remaining
        remaining, now = remaining - (until - opens), until
    return now + remaining


def end_of_working_day(at: datetime) -> datetime:
    """When the last staffed hour of this working day ends; at night or on a closed day, that of the next one."""
    clinic = site_settings.current()
    opens = site_settings.next_staffed(clinic, at=at)
    end = at
    while opens is not None:
        end = site_settings.open_until(clinic, at=opens) or opens
        later = site_settings.next_staffed(clinic, at=end)
        same_day = later is not None and later > end and _day(later) == _day(opens)
        opens = later if same_day else None
    return end


def next_working_day(at: datetime) -> datetime:
    """When the next working day ends. At night, or on a closed day, the next one that begins is meant."""
    if not site_settings.is_staffed(site_settings.current(), at=at):
        return end_of_working_day(at)
    return end_of_working_day(end_of_working_day(at))


def _day(at: datetime) -> object:
    return timezone.localtime(at).date()
