"""The furnished house, at the moment in which every test of it happens."""

import logging
from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine

from tests.access.house import House, build


@pytest.fixture
def house(db: None, frozen: time_machine.Traveller, now: datetime) -> House:
    return build(at=now)


@pytest.fixture
def quiet() -> Iterator[None]:
    """A thousand refusals are meant here: nobody needs them in the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
