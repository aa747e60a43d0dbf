"""Dates and times in templates, through the one formatting function (decision 13)."""

from datetime import date, datetime

from django import template

from clinic import moments

register = template.Library()


@register.filter
def moment(at: datetime | None) -> str:
    """Tuesday 4 March 2025, 10:30 am; nothing for nothing."""
    return moments.moment(at) if at else ""


@register.filter
def clock(at: datetime | None) -> str:
    """10:30 am; nothing for nothing."""
    return moments.clock(at) if at else ""


@register.filter
def day(on: date | None) -> str:
    """Tuesday 4 March 2025; nothing for nothing."""
    return moments.day(on) if on else ""


@register.filter
def birthday(on: date | None) -> str:
    """4 March 1962; nothing for nothing."""
    return moments.birthday(on) if on else ""
