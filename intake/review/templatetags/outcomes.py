"""Pain over time in templates: `{% load outcomes %}{% outcome_line series %}`."""

from typing import Any

from django import template

from intake.review.outcome_drawing import drawn
from intake.review.outcomes import SOURCE, Series

register = template.Library()


@register.inclusion_tag("components/outcome_line.html")
def outcome_line(series: Series, heading: str = "") -> dict[str, Any]:
    """Draw a person's points as a line, with the same numbers in a table. `heading` captions the table."""
    return {"series": series, "drawing": drawn(series), "heading": heading, "source": SOURCE}
