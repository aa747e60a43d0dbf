"""Taking old rows away, in the open."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.models import Entry, Pruning
from clinic.audit.pruning import Pruned, PruneError, prune
from clinic.audit.verification import verify
from tests.audit.books import recorded, sql, without_triggers, write_rows
from tests.support.times import NOW

OLD = datetime(2015, 6, 1, 12, tzinfo=UTC)
BEFORE = date(2016, 1, 1)

pytestmark = pytest.mark.django_db


def _old_rows(count: int) -> list[Entry]:
    return [recorded("intake.read", at=OLD + timedelta(days=n)) for n in range(count)]


def test_old_rows_go_and_what_went_is_chained(ada: User) -> None:
    last = _old_rows(4)[-1]
    write_rows(3)
    assert prune(before=BEFORE, by=ada, at=NOW) == Pruned(rows=4, through=4)
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [5, 6, 7, 8]
    told = Entry.objects.get(number=8)
    assert (told.deed, told.by) == ("audit.pruned", ada)
    assert told.facts == {"rows": 4, "through": 4, "hash": last.hash, "before": "2016-01-01"}
    assert verify().broken is None


def test_a_book_pruned_twice_is_whole() -> None:
    _old_rows(2)
    recorded("intake.read", at=OLD + timedelta(days=365))
    write_rows(1)
    prune(before=BEFORE, by=None, at=NOW)
    assert prune(before=date(2017, 1, 1), by=None, at=NOW) == Pruned(rows=1, through=3)
    write_rows(2)
    assert verify().broken is None


def test_a_book_of_old_rows_only_keeps_the_row_that_tells() -> None:
    _old_rows(3)
    prune(before=BEFORE, by=None, at=NOW)
    assert [row.deed for row in Entry.objects.all()] == ["audit.pruned"]
    assert verify().rows == 1


def test_nothing_old_enough_writes_nothing() -> None:
    write_rows(2)
    assert prune(before=BEFORE, by=None, at=NOW) is None
    assert audit.head().number == 2


def test_a_row_out_of_order_in_time_holds_back_what_follows_it() -> None:
    """Rows go from the beginning only, so that what stays is still one chain."""
    _old_rows(2)
    write_rows(1)
    _old_rows(2)
    assert prune(before=BEFORE, by=None, at=NOW) == Pruned(rows=2, through=2)
    assert verify().broken is None


@pytest.mark.parametrize("before", [date(2020, 3, 1), date(2026, 1, 1), date(2030, 1, 1)])
def test_rows_are_kept_for_six_years(before: date) -> None:
    _old_rows(2)
    with pytest.raises(PruneError, match="six years"):
        prune(before=before, by=None, at=NOW)
    assert Entry.objects.count() == 2


def test_a_broken_book_is_not_pruned() -> None:
    _old_rows(3)
    with without_triggers():
        sql("UPDATE audit_entry SET deed = 'x.y' WHERE number = 2")
        with pytest.raises(PruneError, match="Entry 2 is broken"):
            prune(before=BEFORE, by=None, at=NOW)
        assert Entry.objects.count() == 3


def test_the_door_is_shut_afterwards() -> None:
    _old_rows(2)
    write_rows(2)
    prune(before=BEFORE, by=None, at=NOW)
    assert not Pruning.objects.exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        sql("DELETE FROM audit_entry")


@pytest.mark.parametrize(
    ("theft", "broken"),
    [
        ("DELETE FROM audit_entry WHERE number = 5", 5),
        ("DELETE FROM audit_entry WHERE number <= 6", 5),
        ("DELETE FROM audit_entry WHERE number = 6", 6),
        ("UPDATE audit_entry SET deed = 'x.y' WHERE number = 7", 7),
        ("UPDATE audit_entry SET previous = hash WHERE number = 5", 5),
        ("""UPDATE audit_entry SET facts = '{"through": 5, "hash": "x"}' WHERE number = 8""", 8),
        ("UPDATE audit_entry SET deed = 'x.y' WHERE number = 8", 1),
        ("DELETE FROM audit_entry WHERE number = 8", 1),
        ('INSERT INTO audit_entry SELECT 4, at, deed, "on", role, facts, previous, hash, by_id FROM audit_entry', 4),
    ],
)
def test_tampering_with_a_pruned_book_is_found(theft: str, broken: int) -> None:
    _old_rows(4)
    write_rows(3)
    prune(before=BEFORE, by=None, at=NOW)
    with without_triggers():
        if theft.startswith("INSERT"):
            columns = '(number, at, deed, "on", role, facts, previous, hash, by_id)'
            theft = theft.replace("audit_entry SELECT", f"audit_entry {columns} SELECT", 1) + " WHERE number = 5"
        sql(theft)
        assert verify().broken == broken
