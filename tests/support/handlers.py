"""One handler for every test browser, as one serves every visitor of a running clinic.

Each `django.test.Client()` would build the whole middleware anew, and WhiteNoise looks through every static file each
time: that costs more than most pages. Under settings of a test's own the middleware is built from those, as ever.
A plugin; a test need not know of it.
"""

from collections.abc import Iterator
from unittest import mock

import pytest
from django.conf import settings
from django.test.client import ClientHandler

# What `load_middleware` leaves behind.
BUILT = ("_view_middleware", "_template_response_middleware", "_exception_middleware", "_middleware_chain")


@pytest.fixture(autouse=True, scope="session")
def _one_handler() -> Iterator[None]:
    """Build the middleware once, before any test has changed anything, and hand it to every browser."""
    build, shared = ClientHandler.load_middleware, ClientHandler()
    build(shared)
    usual = wrapped()

    def load(self: ClientHandler, is_async: bool = False) -> None:
        if wrapped() is usual and not is_async:
            vars(self).update({name: getattr(shared, name) for name in BUILT})
        else:
            build(self, is_async)

    with mock.patch.object(ClientHandler, "load_middleware", load):
        yield


def wrapped() -> object:
    """The settings that hold now: another object as long as anything is overridden, this one again afterwards."""
    return vars(settings)["_wrapped"]
