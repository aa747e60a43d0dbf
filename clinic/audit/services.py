"""The audit log: append a row, tell the end."""

import re
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
from clinic.audit.keys import CHANGED, NEXT, ChainKeys, read
from clinic.audit.models import Entry, Head

LONGEST_FACT = 60
# References in one row: more stand on no page.
MOST_NAMED = 1000
_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,40}")
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
        end, groups, keys = _lock_the_end(actor)
        row = Entry(
            number=end.number + 1,
            at=at,
            deed=deed,
            on=on,
            by_id=None if actor is None else actor.pk,
            role=_role_of(actor, groups),
            facts=dict(facts),
            previous=end.hash,
            key=keys.writes,
        )
        row.hash = hash_of_row(row, keys.secret)
        row.save(force_insert=True)
        Head.objects.filter(pk=1).update(number=row.number, hash=row.hash)
    return row


@transaction.atomic
def change_key(*, at: datetime) -> str:
    """Let another key write the chain from now on, told by the last row under the old one; return its name.

    A book that was begun before there were keys gets its first one: the row that tells so is the first under it.
    """
    _end, _groups, old = _lock_the_end(None)
    new = old.with_a_new_one()
    if old.writes:
        append(CHANGED, on="", by=None, at=at, facts={NEXT: new.writes})
    Head.objects.filter(pk=1).update(key=new.writes, keys=new.sealed())
    if not old.writes:
        append(CHANGED, on="", by=None, at=at, facts={NEXT: new.writes})
    return new.writes


def hash_of_row(row: Entry, secret: bytes = b"") -> str:
    """Return the hash that a row should carry; `secret` is the key it names."""
    return hash_of(
        number=row.number,
        at=row.at,
        deed=row.deed,
        on=row.on,
        by=None if row.by_id is None else str(row.by_id),
        role=row.role,
        facts=row.facts,
        previous=row.previous,
        key=row.key,
        secret=secret,
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


def _lock_the_end(actor: AbstractBaseUser | None) -> tuple[ChainLink, str, ChainKeys]:
    """Hold the end of the chain until the transaction ends; return it with the actor's groups and the keys.

    SQLite's IMMEDIATE transactions have one writer anyway; on PostgreSQL the row lock makes writers queue.
    """
    groups = Group.objects.filter(user=_NOBODY if actor is None else actor.pk).order_by().values("user")
    words = models.Subquery(groups.annotate(words=_Words("name")).values("words"))
    end = Head.objects.select_for_update().filter(pk=1).annotate(words=words)
    for number, last, names, key, sealed in end.values_list("number", "hash", "words", "key", "keys"):
        return ChainLink(number, last), names or "", read(key, sealed)
    _restore_the_end()
    return _lock_the_end(actor)


def _restore_the_end() -> None:
    """Write the end again where the table was emptied (Django's flush); a second writer's row stays.

    The keys were there alone: the book goes on under a new one, and the proof says from which row.
    """
    last = Entry.objects.order_by("-number").first()
    link, keys = last.link if last else ChainLink(0, BEGINNING), ChainKeys().with_a_new_one()
    end = Head(id=1, number=link.number, hash=link.hash, key=keys.writes, keys=keys.sealed())
    Head.objects.bulk_create([end], ignore_conflicts=True)


def _role_of(actor: AbstractBaseUser | None, groups: str) -> str:
    if actor is None:
        return ""
    return ", ".join(sorted(groups.split(","))) if groups else STAFF if getattr(actor, "is_staff", False) else PATIENT


def _plain(name: str, fact: object) -> type_fact:
    """Return a fact as JSON will give it back (an enum's member as its value), or raise ValueError."""
    if isinstance(fact, bool | int):
        return fact if isinstance(fact, bool) else int(fact)
    if isinstance(fact, list):
        if len(fact) > MOST_NAMED or not all(isinstance(ref, str) and _REFERENCE.fullmatch(ref) for ref in fact):
            raise ValueError(f"A list in the book holds references and nothing else ({name}).")
        return [str.__str__(ref) for ref in fact]
    if not isinstance(fact, str):
        raise ValueError(f"The book takes words, numbers and yes-or-no, not {type(fact).__name__} ({name}).")
    word = str.__str__(fact)
    if len(word) > LONGEST_FACT or any(unicodedata.category(letter) in _NOT_ON_A_LINE for letter in word):
        raise ValueError(f"A fact is one line of at most {LONGEST_FACT} characters ({name}).")
    return word
