"""What the log says of a request: the route, never the address as it was asked for."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from django.test import Client

from clinic.logs import without_what_was_typed

SECRET = "ZR0wGMbQw5y49r5QYDz2FiSmTFZOHh9jD02sDLVHYMI"


class Lines(logging.Handler):
    """Keeps each line as the service writes it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(
            structlog.stdlib.ProcessorFormatter(
                foreign_pre_chain=[structlog.stdlib.add_logger_name, without_what_was_typed],
                processors=[
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.JSONRenderer(),
                ],
            )
        )

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines() -> Iterator[list[str]]:
    keeper = Lines()
    django = logging.getLogger("django")
    django.addHandler(keeper)
    yield keeper.lines
    django.removeHandler(keeper)


REFUSED = [
    ("POST", f"/account/invitation/{SECRET}/", "/account/invitation/<slug:token>/"),
    ("PUT", f"/account/invitation/{SECRET}/", "/account/invitation/<slug:token>/"),
    ("GET", f"/account/invitation/{SECRET}/?a=%00", "/account/invitation/<slug:token>/"),
    ("POST", f"/visits/calendar/{SECRET}/visits.ics", "/visits/calendar/<slug:secret>/visits.ics"),
    ("GET", f"/es/account/invitation/{SECRET}/", "/es/account/invitation/<slug:token>/"),
    ("GET", f"/account/invitation/{SECRET}.", "an address that the site does not have"),
    ("GET", f"/account/invitation/{SECRET}%E2%80%A8/", "an address that the site does not have"),
    ("GET", f"/acount/{SECRET}/", "an address that the site does not have"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "address", "written"), REFUSED)
def test_a_refused_request_is_logged_by_its_route(lines: list[str], method: str, address: str, written: str) -> None:
    Client(enforce_csrf_checks=True, raise_request_exception=False).generic(method, address)
    events = [json.loads(line)["event"] for line in lines]
    assert len(events) == 1
    assert events[0].endswith(f": {written}")
    assert SECRET not in "".join(lines)
