"""Whether the rules are signed, in templates: `{% load signing %}{% unsigned_rules %}`."""

from django import template

from intake.review.rule_trial import in_force
from intake.screening.version import SIGNED

register = template.Library()


@register.inclusion_tag("admin/review/_unsigned_rules.html")
def unsigned_rules() -> dict[str, str]:
    """Say that the rules in force are a draft; nothing once everybody who must has signed for them."""
    versions = {rules.version for rules in in_force.rule_sets().values()}
    return {"versions": ", ".join(sorted(versions - SIGNED))}
