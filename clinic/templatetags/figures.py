"""Figures as drawings, for templates: `{% load figures %}{% icon_array 9 100 caption %}`."""

from typing import Any

from django import template

from clinic.drawing import people

register = template.Library()


@register.inclusion_tag("components/icon_array.html")
def icon_array(count: int, of: int, caption: str = "") -> dict[str, Any]:
    """Draw so many of so many people; the caption says what it means, and for whom."""
    return {"count": count, "of": of, "caption": caption, "drawn": people(count, of)}
