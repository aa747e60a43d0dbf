"""BOOK, the visitors' book: who did or read what, and when.

A line in the service or view that does the deed writes it, `audit.record("intake.read", on=intake, by=user,
at=at)`, inside the transaction of the deed: no row in the book, no answer on the screen. Rows are numbered without
gaps, chained by hash, and triggers on both databases refuse to change or remove them. No clinical value is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model

    from clinic.audit.chain import Link
    from clinic.audit.models import Entry

type_fact = str | int | bool


def record(
    deed: str,
    /,
    *,
    on: Model | str | None = None,
    by: AbstractBaseUser | AnonymousUser | None = None,
    at: datetime,
    **facts: type_fact,
) -> Entry:
    """Write one deed into the book, in the caller's transaction (or one of its own), and return its row.

    `deed` is room and verb, "intake.read". `on` is the record it was done to. `by` is who did it; a visitor who
    is not signed in, and the clinic itself, are nobody. `facts` are short words, numbers and yes-or-no, never
    clinical. Raises ValueError for any other fact, for one over 60 characters, and for a time without a zone: a
    mistake in our code. Three queries; the end of the chain is held until the transaction ends, so this is the
    last line of the deed.
    """
    from clinic.audit import services  # models are not ready while Django imports the rooms

    return services.record(deed, on=on, by=by, at=at, facts=facts)


def head() -> Link:
    """Return number and hash of the book's last row; noted outside the house they prove what stood here."""
    from clinic.audit import services

    return services.head()
