"""Counts that are too small to be shown to whoever may only count: they may point at a person."""

from django import template
from django.utils.translation import gettext as _

from clinic import formatting

register = template.Library()


@register.filter
def is_few(count: int, few: int) -> bool:
    """Say whether a count is hidden: more than none, and fewer than `few`."""
    return 0 < count < few


@register.filter
def or_fewer(count: int, few: int) -> str:
    """Return a count, or that it is smaller than `few`."""
    return _("fewer than %(n)d") % {"n": few} if is_few(count, few) else formatting.count(count)
