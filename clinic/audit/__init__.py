"""The audit log: who did or read what, and when.

A service or view that does a deed does it inside `audited_transaction()` and says so there:
`audit.record("intake.read", on=intake, by=user, at=at)`. No row in the log, no answer on the screen. Rows are numbered
without gaps, chained by hash, and triggers on both databases refuse to change or remove them. No clinical value is
stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model

    from clinic.audit.chain import ChainLink

type_fact = str | int | bool | list[str]


def record(
    deed: str,
    /,
    *,
    on: Model | str | None = None,
    by: AbstractBaseUser | AnonymousUser | None = None,
    at: datetime,
    **facts: type_fact,
) -> None:
    """Write one deed into the audit log, as the last thing of the audited transaction that this is called in.

    `deed` is room and verb, "intake.read". `on` is the record it was done to. `by` is who did it; a visitor who
    is not signed in, and the clinic itself, are nobody. `facts` are short words, numbers and yes-or-no, never
    clinical; a list that was shown names by their references whom it showed (`whom`). Raises
    OutsideTransactionError outside an audited transaction, and ValueError for any other fact, for one over 60
    characters, and for a time without a zone: mistakes in our code.
    """
    from clinic.audit import services, transaction  # models are not ready while Django imports the rooms

    if at.tzinfo is None:
        raise ValueError("The audit log wants a time with its zone.")
    line = transaction.AuditLine(deed, services.name_of(on), by, at, services.plain(facts))
    transaction.add(line)


def head() -> ChainLink:
    """Return number and hash of the book's last row; noted outside the house they prove what stood here."""
    from clinic.audit import services

    return services.head()
