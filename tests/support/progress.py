"""How far a long proof is, said while it runs: in `make battery` only, past pytest's capture and from its workers."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

SECONDS_BETWEEN = 10

Say = Callable[[str], None]


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Say:
    """Return a way to say how far a proof is; it keeps quiet in `make test`, and between two lines for a while."""
    whole = os.environ.get("CLINIC_BATTERY") == "full"
    capture: Any = request.config.pluginmanager.getplugin("capturemanager")
    spoke = time.monotonic()

    def say(words: str) -> None:
        nonlocal spoke
        if whole and capture is not None and time.monotonic() - spoke >= SECONDS_BETWEEN:
            spoke = time.monotonic()
            with capture.global_and_fixture_disabled():
                print(f"\n  {request.node.name}: {words}", file=sys.stderr, flush=True)

    return say
