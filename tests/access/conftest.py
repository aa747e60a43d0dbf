"""The furnished house, at the moment in which every test of it happens."""

from datetime import datetime

import pytest
import time_machine

from tests.access.house import House, build


@pytest.fixture
def house(db: None, frozen: time_machine.Traveller, now: datetime) -> House:
    return build(at=now)
