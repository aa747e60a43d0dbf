"""System checks: the articles that ship with the house and the rules know each other."""

from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register

from education import files
from intake.screening.ruleset import RULE_SETS
from intake.screening.tier import Tier


@register()
def articles_name_rules_that_exist(**_kwargs: Any) -> list[CheckMessage]:
    """A code an article names is one of a rule: no patient would ever be offered it otherwise."""
    known = _tiers()
    return [
        Error(
            f"The article {key} names the rule {code}, which does not exist.",
            hint="Codes are permanent and stand in intake/screening/rules: correct rule_codes in education/library.",
            id="intake.E001",
        )
        for code, keys in _served().items()
        if code not in known
        for key in keys
    ]


@register()
def every_serious_rule_has_an_article(**_kwargs: Any) -> list[CheckMessage]:
    """Whoever gives an answer that is an emergency, a hold or a caution can read about it."""
    served = _served()
    return [
        Warning(
            f"No article helps a patient whose form raised {code}.",
            hint="Name the code in rule_codes of an article in education/library.",
            id="intake.W001",
        )
        for code, tier in sorted(_tiers().items())
        if tier >= Tier.CAUTION and code not in served
    ]


def _tiers() -> dict[str, Tier]:
    return {rule.code: rule.tier for ruleset in RULE_SETS.values() for rule in ruleset.rules}


def _served() -> dict[str, list[str]]:
    """The codes that articles name; none where the files cannot be read, which education's own check tells."""
    try:
        return files.read().codes
    except files.LibraryError:
        return {}
