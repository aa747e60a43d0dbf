"""Journeys: what a person does, in a real browser, on a phone, with scripts and without, by keyboard."""

import pytest

both_ways = pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"], indirect=True)
