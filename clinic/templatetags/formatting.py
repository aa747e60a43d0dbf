"""Dates and times in templates, through the one module that writes them (decision 13)."""

from datetime import date, datetime

from django import template

from clinic import formatting

register = template.Library()


@register.filter
def moment(at: datetime | None) -> str:
    """Sat, Nov 28, 2026, 8:41 am; nothing for nothing."""
    return formatting.moment(at) if at else ""


@register.filter
def clock(at: datetime | None) -> str:
    """8:41 am; nothing for nothing."""
    return formatting.clock(at) if at else ""


@register.filter(expects_localtime=True)
def day(on: date | None) -> str:
    """Sat, Nov 28, 2026, of a moment its day at the clinic; nothing for nothing."""
    return formatting.day(on) if on else ""


@register.filter(expects_localtime=True)
def short_day(on: date | None) -> str:
    """Sat, Nov 28, of a moment its day at the clinic; nothing for nothing."""
    return formatting.short_day(on) if on else ""


@register.filter(expects_localtime=True)
def calendar_date(on: date | None) -> str:
    """Nov 28, 2026, of a moment its day at the clinic; nothing for nothing."""
    return formatting.calendar_date(on) if on else ""
