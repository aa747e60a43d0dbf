"""One transaction for one deed, with its lines in the audit log written last.

The end of the log is one lock for the whole clinic. Taken before other rows it could wait for somebody who holds
them and waits for the log; so lines recorded during a deed are written when everything else is done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from clinic.audit import type_fact


@dataclass(frozen=True)
class AuditLine:
    """What will stand in the log when the deed is done."""

    deed: str
    on: str
    by: AbstractBaseUser | AnonymousUser | None
    at: datetime
    facts: dict[str, type_fact]


class OutsideTransactionError(RuntimeError):
    """A line was recorded outside an audited transaction: a mistake in our code."""


_lines: ContextVar[list[AuditLine] | None] = ContextVar("lines", default=None)


@contextmanager
def audited_transaction() -> Iterator[None]:
    """Everything inside stands or nothing does, its lines in the log included; as a decorator or a context.

    A transaction inside another is part of it. When the inner one fails and the outer one goes on, the lines of the
    inner one are gone with its rows.
    """
    lines = _lines.get()
    if lines is not None:
        before = len(lines)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            del lines[before:]
            raise
        return
    with transaction.atomic():
        lines = []
        token = _lines.set(lines)
        try:
            yield
            if not transaction.get_rollback():
                _write(lines)
        finally:
            _lines.reset(token)


def add(line: AuditLine) -> None:
    """Put a line at the end of the deed that is going on. Raises OutsideTransactionError where none is."""
    lines = _lines.get()
    if lines is None:
        raise OutsideTransactionError(f"{line.deed} was recorded outside an audited transaction.")
    lines.append(line)


def _write(lines: list[AuditLine]) -> None:
    from clinic.audit import services  # models are not ready while Django imports the rooms

    for line in lines:
        services.append(line.deed, on=line.on, by=line.by, at=line.at, facts=line.facts)
