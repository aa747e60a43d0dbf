"""Whoever changes the book is found; whoever does not is not."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from clinic.accounts.models import User
from clinic.audit.chain import BEGINNING, hash_of
from clinic.audit.keys import CHANGED, NEXT, ChainKeys
from clinic.audit.models import Entry, Head
from clinic.audit.services import change_key, hash_of_row
from clinic.audit.verification import verify
from tests.audit.books import recorded, sql, without_triggers, write_rows
from tests.support.times import NOW

ROWS = 9

pytestmark = pytest.mark.django_db


@dataclass
class Tampered:
    """What was done, and the number of the first row that is wrong for it."""

    deed: str
    first: int
    needs_outside: bool = False


Thief = Callable[[random.Random], Tampered]


def _column(name: str, new: Callable[[random.Random, Entry], Any]) -> Thief:
    def edit(dice: random.Random) -> Tampered:
        row = Entry.objects.get(number=dice.randint(1, ROWS))
        statement = f'UPDATE audit_entry SET "{name}" = %s WHERE number = %s'  # noqa: S608  (a column of ours)
        assert sql(statement, new(dice, row), row.number) == 1
        return Tampered(f"edit {name}", row.number)

    return edit


def _another(letters: str, dice: random.Random) -> str:
    """The same text with one letter changed to another of the same kind."""
    place = dice.randrange(len(letters))
    other = dice.choice([c for c in "0123456789abcdef" if c != letters[place]])
    return letters[:place] + other + letters[place + 1 :]


def _other_facts(dice: random.Random, row: Entry) -> str:
    changes: list[dict[str, Any]] = [
        {**row.facts, "screen": row.facts["screen"] + 1},
        {**row.facts, "screen": str(row.facts["screen"])},
        {**row.facts, "phone": int(row.facts["phone"])},
        {**row.facts, "more": 1},
        {"screen": row.facts["screen"]},
        {},
    ]
    return json.dumps(dice.choice(changes))


def delete_one(dice: random.Random) -> Tampered:
    number = dice.randint(1, ROWS)
    sql("DELETE FROM audit_entry WHERE number = %s", number)
    return Tampered("delete", number)


def delete_the_beginning(dice: random.Random) -> Tampered:
    sql("DELETE FROM audit_entry WHERE number <= %s", dice.randint(1, ROWS - 1))
    return Tampered("delete the beginning", 1)


def delete_and_close_the_gap(dice: random.Random) -> Tampered:
    number = dice.randint(1, ROWS - 1)
    sql("DELETE FROM audit_entry WHERE number = %s", number)
    for later in range(number + 1, ROWS + 1):
        sql("UPDATE audit_entry SET number = %s WHERE number = %s", later - 1, later)
    return Tampered("delete and close the gap", number)


def insert(dice: random.Random) -> Tampered:
    """Make room in the middle and put a row there that looks right by itself."""
    number = dice.randint(2, ROWS)
    for later in range(ROWS, number - 1, -1):
        sql("UPDATE audit_entry SET number = %s WHERE number = %s", later + 1, later)
    _forge(number, previous=Entry.objects.get(number=number - 1).hash)
    sql("UPDATE audit_head SET number = %s", ROWS + 1)
    return Tampered("insert", number)


def append_a_row(_dice: random.Random) -> Tampered:
    _forge(ROWS + 1, previous=Entry.objects.get(number=ROWS).hash)
    return Tampered("append", ROWS + 1)


def append_after_a_gap(_dice: random.Random) -> Tampered:
    _forge(ROWS + 5, previous=Entry.objects.get(number=ROWS).hash)
    return Tampered("append after a gap", ROWS + 1)


def swap_numbers(dice: random.Random) -> Tampered:
    one, other = sorted(dice.sample(range(1, ROWS + 1), 2))
    for number, becomes in ((one, 1000), (other, one), (1000, other)):
        sql("UPDATE audit_entry SET number = %s WHERE number = %s", becomes, number)
    return Tampered("swap", one)


def swap_contents(dice: random.Random) -> Tampered:
    one, other = sorted(dice.sample(range(1, ROWS + 1), 2))
    first, second = Entry.objects.get(number=one), Entry.objects.get(number=other)
    for number, content in ((one, second), (other, first)):
        sql('UPDATE audit_entry SET "on" = %s, at = %s WHERE number = %s', content.on, content.at, number)
    return Tampered("swap contents", one)


def cut_the_tail(dice: random.Random) -> Tampered:
    kept = dice.randint(0, ROWS - 1)
    sql("DELETE FROM audit_entry WHERE number > %s", kept)
    return Tampered("cut the tail", kept + 1)


def cut_the_tail_and_move_the_end(dice: random.Random) -> Tampered:
    kept = dice.randint(0, ROWS - 1)
    last = Entry.objects.filter(number=kept).first()
    sql("DELETE FROM audit_entry WHERE number > %s", kept)
    sql("UPDATE audit_head SET number = %s, hash = %s", kept, last.hash if last else BEGINNING)
    return Tampered("cut the tail and move the end", kept + 1, needs_outside=True)


def edit_and_hash_again(dice: random.Random) -> Tampered:
    row = Entry.objects.get(number=dice.randint(1, ROWS))
    row.deed = "nothing.happened"
    sql("UPDATE audit_entry SET deed = %s, hash = %s WHERE number = %s", row.deed, hash_of_row(row), row.number)
    return Tampered("edit and hash again", row.number)


def edit_and_hash_all_that_follow(dice: random.Random) -> Tampered:
    first = dice.randint(1, ROWS)
    previous = Entry.objects.get(number=first).previous
    for row in Entry.objects.filter(number__gte=first).order_by("number"):
        row.deed, row.previous = "nothing.happened", previous
        previous = hash_of_row(row)
        statement = "UPDATE audit_entry SET deed = %s, previous = %s, hash = %s WHERE number = %s"
        sql(statement, row.deed, row.previous, previous, row.number)
    sql("UPDATE audit_head SET hash = %s", previous)
    return Tampered("edit and hash all that follow", first)


def write_the_book_anew(dice: random.Random) -> Tampered:
    """Whoever has the database and the code, and not the key: a whole book without keys, or under one of their own."""
    own = ChainKeys().with_a_new_one()
    key, secret = dice.choice([("", b""), (own.writes, own.secret)])
    previous = BEGINNING
    for row in Entry.objects.order_by("number"):
        row.deed, row.previous, row.key = "nothing.happened", previous, key
        previous = hash_of_row(row, secret)
        statement = "UPDATE audit_entry SET deed = %s, previous = %s, hash = %s, key = %s WHERE number = %s"
        sql(statement, row.deed, row.previous, previous, key, row.number)
    # The sealed keys are of no use: taken from elsewhere in the database they open to something else.
    elsewhere = json.dumps({"key": "f" * 64})
    Head.objects.update(key=key, keys=dice.choice([None, {"body": elsewhere}]), hash=previous)
    return Tampered("write the book anew", 1 if key else ROWS)


def announce_a_key(dice: random.Random) -> Tampered:
    """A row that names another key, made without the one that wrote the book."""
    own = ChainKeys().with_a_new_one()
    _forge(ROWS + 1, previous=Entry.objects.get(number=ROWS).hash, deed=CHANGED, facts={NEXT: own.writes})
    sql("UPDATE audit_head SET number = %s", ROWS + 1)
    return Tampered("announce a key", ROWS + 1)


def take_the_end_away(_dice: random.Random) -> Tampered:
    sql("DELETE FROM audit_head")
    return Tampered("take the end away", 1)  # and with it the keys


def _forge(number: int, *, previous: str, deed: str = "x.forged", facts: dict[str, Any] | None = None) -> None:
    """Write a row that looks right to whoever does not know the key."""
    columns: dict[str, Any] = {"number": number, "at": NOW, "deed": deed, "on": "", "role": ""}
    columns |= {"facts": facts or {}, "previous": previous}
    Entry(**columns, hash=hash_of(**columns, by=None)).save(force_insert=True)


THIEVES: list[Thief] = [
    _column("at", lambda dice, row: row.at + timedelta(microseconds=dice.randint(1, 10**9))),
    _column("deed", lambda dice, row: row.deed + "x"),
    _column("on", lambda dice, row: _another(row.on, dice)),
    _column("by_id", lambda dice, row: None if row.by_id and dice.random() < 0.5 else _somebody_else(row)),
    _column("role", lambda dice, row: "" if row.role else "administrator"),
    _column("facts", _other_facts),
    _column("previous", lambda dice, row: _another(row.previous, dice)),
    _column("hash", lambda dice, row: _another(row.hash, dice)),
    delete_one,
    delete_the_beginning,
    delete_and_close_the_gap,
    insert,
    append_a_row,
    append_after_a_gap,
    swap_numbers,
    swap_contents,
    cut_the_tail,
    cut_the_tail_and_move_the_end,
    edit_and_hash_again,
    edit_and_hash_all_that_follow,
    write_the_book_anew,
    announce_a_key,
    take_the_end_away,
]


def _somebody_else(row: Entry) -> Any:
    return User.objects.exclude(pk=row.by_id).values_list("pk", flat=True).first()


@pytest.fixture
def book(noor: User, rui: User) -> str:
    """Nine rows by two people and by nobody; gives the hash of the end as noted outside."""
    write_rows(ROWS - 1, noor, rui)
    return recorded("letter.sent", at=NOW, screen=0, phone=True, on="post.letter:REF").hash


def test_an_untouched_book_is_whole(book: str) -> None:
    verdict = verify(outside=book)
    assert (verdict.rows, verdict.last.number, verdict.broken) == (ROWS, ROWS, None)


def test_an_untouched_book_is_whole_with_the_triggers_away(book: str) -> None:
    """The control: what the tampering tests do around the tampering is not what is found."""
    with without_triggers():
        sql("UPDATE audit_entry SET deed = deed")
        assert verify(outside=book).broken is None


def test_an_empty_book_is_whole() -> None:
    assert verify().rows == 0
    assert verify().broken is None


@pytest.mark.parametrize("thief", range(len(THIEVES)))
def test_every_tampering_is_found_and_the_first_broken_row_named(thief: int, book: str, size: Any) -> None:
    """23 kinds of tampering, 12 times each (1,150 in the battery), each found at the right row."""
    missed = []
    for seed in range(size(12, 50)):
        with without_triggers():
            done = THIEVES[thief](random.Random(f"{thief} {seed}"))
            verdict = verify(outside=book)
            if verdict.broken != done.first or not verdict.reason:
                missed.append((done, verdict))
            if not done.needs_outside and verify().broken != done.first:
                missed.append((done, verdict))
    assert missed == []
    assert verify(outside=book).broken is None


@pytest.mark.parametrize("batch", [1, 2, ROWS, 1000])
def test_a_long_book_is_read_in_batches(batch: int, book: str) -> None:
    told: list[int] = []
    assert verify(batch=batch, progress=told.append).rows == ROWS
    assert told[-1] == ROWS
    assert len(told) == -(-ROWS // batch)


def test_an_end_noted_earlier_still_stands_in_a_book_that_grew(book: str) -> None:
    write_rows(3)
    assert verify(outside=book).broken is None


def test_an_end_that_never_was_is_not_in_the_book(book: str) -> None:
    assert verify(outside="f" * 64).broken == ROWS + 1


@pytest.mark.parametrize(
    ("column", "garbage"), [("at", "not a day"), ("at", "2026-13-45 99:99:99"), ("facts", '["x"]')]
)
def test_what_cannot_even_be_read_is_named(column: str, garbage: str, book: str, on_sqlite: bool) -> None:
    if not on_sqlite:
        # PostgreSQL keeps its columns' types; there the nearest thing is a value of another shape.
        column, garbage = "facts", '["not", "facts"]'
    with without_triggers():
        sql(f"UPDATE audit_entry SET {column} = %s WHERE number = 4", garbage)  # noqa: S608  (a column of ours)
        assert verify().broken == 4
        assert verify(batch=3).broken == 4


def test_the_hash_is_the_same_on_every_machine() -> None:
    """A fixed row and its hash, computed by hand with sha256sum: the books of last year must verify next year."""
    known = "c8b49841c2a7769f63629958415874853e4e86205f2efb14b9e5832530baed53"
    said = hash_of(
        number=1,
        at=NOW,
        deed="intake.read",
        on="intake.intake:BCDF",
        by="HJKL",
        role="practitioner",
        facts={"screen": 3, "phone": True},
        previous=BEGINNING,
    )
    assert said == known


def test_a_change_of_key_is_told_in_the_chain_and_every_row_stays_proved(book: str) -> None:
    old = Entry.objects.get(number=ROWS).key
    new = change_key(at=NOW)
    write_rows(2)
    told = Entry.objects.get(number=ROWS + 1)
    assert (told.deed, told.key, told.facts) == (CHANGED, old, {NEXT: new})
    assert {row.key for row in Entry.objects.filter(number__gt=ROWS + 1)} == {new}
    assert (verify(outside=book).broken, verify().rows) == (None, ROWS + 3)
    with without_triggers():
        # Without the row that tells it, another key is none of this book's.
        sql("UPDATE audit_entry SET deed = 'x.y' WHERE number = %s", ROWS + 1)
        assert verify().broken == ROWS + 1


def test_a_book_without_keys_gets_its_first_and_is_proved_from_then_on(noor: User) -> None:
    Head.objects.update(key="", keys=None)
    write_rows(3, noor)
    assert verify().broken == 3
    assert "audit_key" in verify().reason
    change_key(at=NOW)
    write_rows(1)
    assert (verify().broken, verify().rows) == (None, 5)
    with without_triggers():
        sql("UPDATE audit_entry SET deed = 'x.y' WHERE number = 2")
        assert verify().broken == 2


def test_the_end_is_one_row() -> None:
    write_rows(2)
    assert Head.objects.count() == 1
    assert connection.introspection.table_names().count("audit_head") == 1
