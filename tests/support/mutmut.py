"""Under mutmut a mutant is switched on in a process that has already run the tests once: what it kept is forgotten.

Otherwise a parser whose results are kept would never be asked again, and each of its mutants would seem to survive.
"""

import os
import sys
from typing import Any

ROOMS = ("intake.questionnaire", "intake.screening")


def pytest_sessionstart() -> None:
    if "__mutmut_" in os.environ.get("MUTANT_UNDER_TEST", ""):
        forget_what_was_kept()


def forget_what_was_kept() -> int:
    """Empty the caches of the pure rooms and return how many there were."""
    kept: dict[int, Any] = {}
    for name, module in list(sys.modules.items()):
        if name.startswith(ROOMS):
            kept |= {id(thing): thing for thing in vars(module).values() if hasattr(thing, "cache_clear")}
    for cached in kept.values():
        cached.cache_clear()
    return len(kept)
