"""One ordinary moment for the tests: Tuesday 3 March 2026, 10:30 in the morning at the clinic.

Services are handed `at=` and `on=`: most tests need no clock at all. Where a view reads it, `frozen` stops it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine

NOW = datetime(2026, 3, 3, 18, 30, tzinfo=UTC)
TODAY = date(2026, 3, 3)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def frozen() -> Iterator[time_machine.Traveller]:
    """The clock stands at NOW; `frozen.shift(timedelta(minutes=20))` and `frozen.move_to(…)` move it."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller
