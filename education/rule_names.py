"""The rules of the screening by the names that people read: an article is shown to whoever raised one of them.

An article keeps codes, which live for ever; nobody has to know them.
"""

from collections.abc import Collection

from django.utils.translation import gettext as _

from intake.screening import RULE_SETS
from intake.screening.retired import RETIRED


def name_of(code: str) -> str:
    """Return the name of a rule, also of one that is retired; the code itself for a stranger."""
    return _(_NAMES[code]) if code in _NAMES else code


def choices(chosen: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return every rule in force as code and name, by name, and whatever else was `chosen` before."""
    named = [(code, name_of(code)) for code in {*_IN_FORCE, *chosen}]
    return sorted(named, key=lambda choice: (choice[1].casefold(), choice[0]))


_IN_FORCE = {rule.code: rule.name for rules in RULE_SETS.values() for rule in rules.rules}
_NAMES = {**RETIRED, **_IN_FORCE}
