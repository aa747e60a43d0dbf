"""Asking many odd things in a row, and remembering what was wrong with the answers."""

import time
from typing import Any

from django.test import Client

from tests.access.house import undone

SECONDS = 5.0  # of work, and generous: a machine that others share does the same work in more of them
REFUSED = frozenset({400, 403, 404, 405, 413})


class Asked:
    """Asks one thing after the other, each in its own transaction, and remembers what was wrong with the answer."""

    def __init__(self, client: Client) -> None:
        self.client, self.wrong = client, list[str]()

    def __call__(self, path: str, *, only: frozenset[int] = frozenset(), method: str = "get", **more: Any) -> Any:
        began = time.process_time()
        with undone():
            response = getattr(self.client, method)(path, **more)
        seconds = time.process_time() - began
        told = f"{response.status_code} {method} {path[:110]} {str(more)[:160]}"
        if response.status_code >= 500 or (only and response.status_code not in only):
            self.wrong.append(told)
        if seconds > SECONDS:
            self.wrong.append(f"{seconds:.1f} s: {told}")
        return response
