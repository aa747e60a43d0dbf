"""One transaction a deed, with its lines in the book written last.

The end of the book is one lock for the whole house. Taken before other rows it could wait for somebody who holds
them and waits for the book; so lines noted during a deed are written when everything else is done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from clinic import audit

if TYPE_CHECKING:
    from clinic.accounts.models import User

_noted: ContextVar[list[dict[str, Any]] | None] = ContextVar("noted", default=None)


@contextmanager
def deed() -> Iterator[None]:
    """Everything inside stands or nothing does; a deed inside a deed is part of it."""
    if _noted.get() is not None:
        with transaction.atomic():
            yield
        return
    with transaction.atomic():
        noted: list[dict[str, Any]] = []
        before = _noted.set(noted)
        try:
            yield
            for line in noted:
                audit.record(line.pop("deed"), **line)
        finally:
            _noted.reset(before)


def note(what: str, *, on: models.Model, by: "User | None", at: datetime, **facts: audit.type_fact) -> None:
    """Write a line in the book as the last thing of the deed this is called in."""
    noted = _noted.get()
    assert noted is not None, "Lines in the book are noted inside a deed."  # noqa: S101  (an invariant)
    noted.append({"deed": what, "on": on, "by": by, "at": at, **facts})
