"""Asking many odd things in a row, and remembering what was wrong with the answers."""

from typing import Any

from django.test import Client

from tests.access.house import undone

REFUSED = frozenset({400, 403, 404, 405, 413})


class Asked:
    """Asks one thing after the other, each in its own transaction, and remembers what was wrong with the answer."""

    def __init__(self, client: Client) -> None:
        self.client, self.wrong = client, list[str]()

    def __call__(self, path: str, *, only: frozenset[int] = frozenset(), method: str = "get", **more: Any) -> Any:
        with undone():
            response = getattr(self.client, method)(path, **more)
        told = f"{response.status_code} {method} {path[:110]} {str(more)[:160]}"
        if response.status_code >= 500 or (only and response.status_code not in only):
            self.wrong.append(told)
        return response
