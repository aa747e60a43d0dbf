"""Writing into the book."""

from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.translation import gettext_lazy

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.chain import BEGINNING, ChainLink
from clinic.audit.models import Entry, Head
from clinic.audit.transaction import OutsideTransactionError, audited_transaction
from tests.audit.books import recorded, write_rows
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


class Way(StrEnum):
    PHONE = "phone"


def test_a_deed_is_one_row_that_names_who_did_what_when(noor: User, ana: User) -> None:
    before = audit.head()
    row = Entry.objects.get(pk=recorded("intake.read", on=ana, by=noor, at=NOW, screen=3).pk)
    assert (row.deed, row.at, row.by, row.role) == ("intake.read", NOW, noor, "practitioner")
    assert (row.on, row.facts) == (f"accounts.user:{ana.pk}", {"screen": 3})
    assert (row.number, row.previous) == (before.number + 1, before.hash)
    assert audit.head() == ChainLink(row.number, row.hash)


def test_an_empty_book_ends_at_its_beginning() -> None:
    assert audit.head() == ChainLink(0, BEGINNING)
    assert write_rows(1)[0].previous == BEGINNING


def test_rows_are_numbered_without_gaps_and_chained(noor: User) -> None:
    rows = write_rows(3, noor)
    assert [row.number for row in rows] == [1, 2, 3]
    assert [row.previous for row in rows[1:]] == [row.hash for row in rows[:-1]]


def test_the_role_is_the_one_held_then(noor: User, rui: User) -> None:
    row = recorded("intake.read", by=noor, at=NOW)
    noor.groups.set(rui.groups.all())
    assert Entry.objects.get(pk=row.pk).role == "practitioner"
    assert recorded("intake.read", by=noor, at=NOW).role == "front desk"


def test_every_role_of_somebody_with_two_is_named(noor: User, rui: User) -> None:
    noor.groups.add(*rui.groups.all())
    assert recorded("intake.read", by=noor, at=NOW).role == "front desk, practitioner"


def test_people_without_a_role_are_patients_or_staff(ana: User) -> None:
    assert recorded("intake.saved", by=ana, at=NOW).role == "patient"
    staff = User.objects.create_user("somebody@clinic.example", is_staff=True)
    assert recorded("intake.saved", by=staff, at=NOW).role == "staff"


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_a_visitor_who_is_not_signed_in_is_nobody(nobody: Any) -> None:
    row = recorded("intake.begun", by=nobody, at=NOW)
    assert (row.by, row.role) == (None, "")


def test_a_record_is_named_by_its_random_reference() -> None:
    class Thing(Head):
        ref = "BCDF2345"

        class Meta:
            proxy = True
            app_label = "audit"

    assert recorded("thing.read", on=Thing(id=7), at=NOW).on == "audit.thing:BCDF2345"


@pytest.mark.parametrize(
    ("fact", "kept"),
    [("phone", "phone"), ("x" * 60, "x" * 60), (0, 0), (-3, -3), (True, True), (False, False), (Way.PHONE, "phone")],
)
def test_facts_are_short_words_numbers_and_yes_or_no(fact: Any, kept: Any) -> None:
    row = Entry.objects.get(pk=recorded("x.done", at=NOW, fact=fact).pk)
    assert row.facts == {"fact": kept}
    assert type(row.facts["fact"]) is type(kept)


@pytest.mark.parametrize(
    "fact",
    [
        "x" * 61,
        1.5,
        Decimal(1),
        None,
        ["a reference has no space"],
        [1],
        ["x" * 41],
        {"a": 1},
        b"a",
        NOW,
        gettext_lazy("word"),
        "two\nlines",
        "nul\0",
        "\u2028",
    ],
)
def test_any_other_fact_is_a_mistake_and_nothing_is_written(fact: Any) -> None:
    with pytest.raises(ValueError, match="fact"):
        recorded("x.done", at=NOW, fact=fact)
    assert Entry.objects.count() == 0


def test_a_time_without_a_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone"):
        recorded("x.done", at=datetime(2026, 3, 3, 10, 30))


def test_a_deed_that_fails_leaves_no_row_and_no_gap() -> None:
    write_rows(1)
    with audited_transaction():
        audit.record("x.done", at=NOW)
        transaction.set_rollback(True)
    assert recorded("x.done", at=NOW).number == 2


@pytest.mark.parametrize("rows", [1, 30])
def test_a_row_costs_three_queries(rows: int, noor: User, queries: Queries) -> None:
    write_rows(rows, noor)
    with queries(3), audited_transaction():
        audit.record("intake.read", on=noor, by=noor, at=NOW, screen=3)


def test_outside_an_audited_transaction_a_line_is_a_mistake(noor: User) -> None:
    with pytest.raises(OutsideTransactionError, match=r"x\.done"), transaction.atomic():
        audit.record("x.done", by=noor, at=NOW)
    assert Entry.objects.count() == 0


def test_the_lines_of_a_deed_are_written_last_and_in_order(noor: User) -> None:
    with audited_transaction():
        audit.record("x.first", at=NOW)
        with audited_transaction():
            audit.record("x.second", at=NOW)
        assert Entry.objects.count() == 0
    assert list(Entry.objects.order_by("number").values_list("deed", flat=True)) == ["x.first", "x.second"]


def test_a_part_that_fails_takes_its_lines_with_it(noor: User) -> None:
    with audited_transaction():
        audit.record("x.first", at=NOW)
        with suppress(ZeroDivisionError), audited_transaction():
            audit.record("x.second", at=NOW)
            raise ZeroDivisionError
    assert list(Entry.objects.values_list("deed", flat=True)) == ["x.first"]


def test_the_end_is_written_again_where_the_table_was_emptied() -> None:
    last = write_rows(2)[-1]
    Head.objects.all().delete()
    assert audit.head() == ChainLink(0, BEGINNING)
    assert recorded("x.done", at=NOW).previous == last.hash
    assert audit.head().number == 3
