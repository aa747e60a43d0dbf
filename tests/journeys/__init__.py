"""Journeys: what a person does, in a real browser, on a phone, with scripts and without, by keyboard.

A form without scripts is what Django's test client posts, in the tests of every room. In `make test` one walk of the
patient, one of the practitioner and one of the desk has no scripts (`with_and_without`); the others walk one way there
and every way in `make battery` (`both_ways`, and `either_end` of tests.journeys.staff).
"""

import os
from collections.abc import Callable, Sequence
from typing import Any

import pytest

WHOLE = os.environ.get("CLINIC_BATTERY") == "full"
Marked = Callable[[Any], Any]


def ways(names: str | Sequence[str], *, first: Sequence[Any], rest: Sequence[Any], indirect: Any = False) -> Marked:
    """Return a mark that walks the `first` ways in `make test`, and with them the `rest` in `make battery`."""

    def marked(test: Any) -> Any:
        walked = [*first, *rest] if WHOLE else first
        return pytest.mark.heavy(pytest.mark.parametrize(names, walked, indirect=indirect)(test))

    return marked


ON, OFF = pytest.param(True, id="scripts on"), pytest.param(False, id="scripts off")
both_ways = ways("scripts", first=[ON], rest=[OFF], indirect=True)
with_and_without = pytest.mark.parametrize("scripts", [ON, OFF], indirect=True)
