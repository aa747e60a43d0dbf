"""Whether the database is behind an error: then a page keeps what was typed, and a deed that is done stays done."""

from django.db import InterfaceError, OperationalError

_READ_ONLY = "25006"  # PostgreSQL's read_only_sql_transaction


def is_lost(exception: BaseException | None) -> bool:
    """Whether a database that is away, full or takes nothing is behind an error.

    Django tells a session that could not be saved as one that was deleted meanwhile. A server that takes nothing is a
    standby nobody has promoted, or one that shuts itself when its disk is nearly full.
    """
    while exception is not None:
        if isinstance(exception, OperationalError | InterfaceError) or getattr(exception, "sqlstate", "") == _READ_ONLY:
            return True
        exception = exception.__cause__ or exception.__context__
    return False
