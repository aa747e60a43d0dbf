"""The audit log: append a row, tell the end."""

import unicodedata
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, Group
from django.db import models, transaction
from django.utils import timezone

from clinic.audit import type_fact
from clinic.audit.chain import BEGINNING, ChainLink, hash_of
from clinic.audit.models import Entry, Head

LONGEST_FACT = 60
# HIPAA keeps the record of activity six years, 45 CFR 164.316(b)(2)(i). Nothing removes a row.
KEPT_FOR = timedelta(days=6 * 366)
_NOT_ON_A_LINE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# What the book calls someone who is in none of the role groups.
STAFF, PATIENT = "staff", "patient"


def plain(facts: Mapping[str, object]) -> dict[str, type_fact]:
    """Return facts as JSON will give them back. Raises ValueError for what is no short word, number or yes-or-no."""
    return {name: _plain(name, fact) for name, fact in facts.items()}


def head() -> ChainLink:
    """Return number and hash of the last row; number 0 for an empty book."""
    head = Head.objects.first()
    return head.link if head else ChainLink(0, BEGINNING)


def name_of(thing: models.Model | str | None) -> str:
    """Return how book and letters name a record: "review.case:BCDF2345", by its reference if it has one."""
    if isinstance(thing, models.Model):
        return f"{thing._meta.label_lower}:{getattr(thing, 'ref', None) or thing.pk}"
    return thing or ""


def append(
    deed: str,
    *,
    on: str,
    by: AbstractBaseUser | AnonymousUser | None,
    at: datetime,
    facts: Mapping[str, type_fact],
) -> Entry:
    """Add a row whose facts are known to be good."""
    if timezone.is_naive(at):
        raise ValueError("The book wants a time with its zone.")
    actor = by if by is not None and by.is_authenticated else None
    # A failing deed must fail whole, so no savepoint: inside the caller's transaction this is part of it.
    with nullcontext() if transaction.get_connection().in_atomic_block else transaction.atomic():
        end, groups = _lock_the_end(actor)
        row = Entry(
            number=end.number + 1,
            at=at,
            deed=deed,
            on=on,
            by_id=None if actor is None else actor.pk,
            role=_role_of(actor, groups),
            facts=dict(facts),
            previous=end.hash,
        )
        row.hash = hash_of_row(row)
        row.save(force_insert=True)
        Head.objects.filter(pk=1).update(number=row.number, hash=row.hash)
    return row


def hash_of_row(row: Entry) -> str:
    """Return the hash that a row should carry."""
    return hash_of(
        number=row.number,
        at=row.at,
        deed=row.deed,
        on=row.on,
        by=None if row.by_id is None else str(row.by_id),
        role=row.role,
        facts=row.facts,
        previous=row.previous,
    )


class _Words(models.Aggregate):
    """The names of a user's groups as one text: locking the end and asking for the role is one query."""

    output_field = models.TextField()
    template = "%(function)s(%(expressions)s, ',')"

    def as_sqlite(self, compiler, connection, **extra):  # type: ignore[no-untyped-def]  # Django's own signature
        return super().as_sql(compiler, connection, function="GROUP_CONCAT", **extra)

    def as_postgresql(self, compiler, connection, **extra):  # type: ignore[no-untyped-def]  # Django's own signature
        return super().as_sql(compiler, connection, function="STRING_AGG", **extra)


# The key of no user.
_NOBODY = ""


def _lock_the_end(actor: AbstractBaseUser | None) -> tuple[ChainLink, str]:
    """Hold the end of the chain until the transaction ends; return it with the names of the actor's groups.

    SQLite's IMMEDIATE transactions have one writer anyway; on PostgreSQL the row lock makes writers queue.
    """
    groups = Group.objects.filter(user=_NOBODY if actor is None else actor.pk).order_by().values("user")
    words = models.Subquery(groups.annotate(words=_Words("name")).values("words"))
    end = Head.objects.select_for_update().filter(pk=1).annotate(words=words)
    for number, last, names in end.values_list("number", "hash", "words"):
        return ChainLink(number, last), names or ""
    _restore_the_end()
    return _lock_the_end(actor)


def _restore_the_end() -> None:
    """Write the end again where the table was emptied (Django's flush); a second writer's row stays."""
    last = Entry.objects.order_by("-number").first()
    link = last.link if last else ChainLink(0, BEGINNING)
    Head.objects.bulk_create([Head(id=1, number=link.number, hash=link.hash)], ignore_conflicts=True)


def _role_of(actor: AbstractBaseUser | None, groups: str) -> str:
    if actor is None:
        return ""
    return ", ".join(sorted(groups.split(","))) if groups else STAFF if getattr(actor, "is_staff", False) else PATIENT


def _plain(name: str, fact: object) -> type_fact:
    """Return a fact as JSON will give it back (an enum's member as its value), or raise ValueError."""
    if isinstance(fact, bool | int):
        return fact if isinstance(fact, bool) else int(fact)
    if not isinstance(fact, str):
        raise ValueError(f"The book takes words, numbers and yes-or-no, not {type(fact).__name__} ({name}).")
    word = str.__str__(fact)
    if len(word) > LONGEST_FACT or any(unicodedata.category(letter) in _NOT_ON_A_LINE for letter in word):
        raise ValueError(f"A fact is one line of at most {LONGEST_FACT} characters ({name}).")
    return word
