"""Counting queries. BEGIN, SAVEPOINT, RELEASE and COMMIT are not counted: the two databases differ in them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT", "PRAGMA", "SET ")


class Seen(list[str]):
    """The statements that count, in order."""


Queries = Callable[..., AbstractContextManager[Seen]]


@pytest.fixture
def queries(db: None) -> Queries:
    """Count statements: `with queries(9):` wants exactly nine, `with queries(at_most=9) as seen:` no more."""

    @contextmanager
    def counted(exactly: int | None = None, *, at_most: int | None = None) -> Iterator[Seen]:
        seen = Seen()
        with CaptureQueriesContext(connection) as captured:
            yield seen
        seen.extend(row["sql"] for row in captured.captured_queries if not row["sql"].startswith(NOT_COUNTED))
        told = f"{len(seen)} queries:\n" + "\n".join(sql[:300] for sql in seen)
        assert exactly is None or len(seen) == exactly, told
        assert at_most is None or len(seen) <= at_most, told

    return counted
