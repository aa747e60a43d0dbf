"""The furnished house, at the moment in which every test of it happens."""

import copy
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from tests.access.addresses import addresses, made
from tests.access.house import House, build
from tests.access.production import of_production
from tests.support.databases import Once
from tests.support.times import NOW


@pytest.fixture(scope="module")
def furnished(once: Once) -> House:
    """The house, built once for all tests of a module: it takes longer to build than most of them take."""
    with time_machine.travel(NOW, tick=False):
        house: House = once(lambda: build(at=NOW))
        house.paths = once(lambda: {address: made(address, house) for address in addresses()})
    return house


@pytest.fixture(autouse=True, scope="module")
def _one_house_for_the_module(request: pytest.FixtureRequest) -> None:
    """Where one test of a module asks for the house, it stands for all of them, in whatever order they come."""
    if any(
        item.path == request.path and "house" in getattr(item, "fixturenames", ()) for item in request.session.items
    ):
        request.getfixturevalue("furnished")


@pytest.fixture
def house(db: None, frozen: time_machine.Traveller, furnished: House) -> House:
    """The house as it was built: what the test before did to it is undone, in the database and in these objects."""
    return copy.deepcopy(furnished)


@pytest.fixture
def production(settings: Any) -> Any:
    """The headers and cookies of production."""
    for name, value in of_production().items():
        setattr(settings, name, value)
    return settings


@pytest.fixture
def quiet() -> Iterator[None]:
    """A thousand refusals are meant here: nobody needs them in the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
