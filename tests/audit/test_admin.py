"""The book in the admin: read by administrators, changed by nobody."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from tests.audit.books import recorded, write_rows
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW

LIST = "/admin/audit/entry/"
NARROW = "Mar\N{NO-BREAK SPACE}3,\N{NO-BREAK SPACE}2026, 10:30\N{NO-BREAK SPACE}am"

pytestmark = pytest.mark.django_db


def test_an_administrator_reads_who_did_what(ada: User, noor: User, signed_in: SignedIn) -> None:
    row = recorded("intake.read", on="record.intake:REF1", by=noor, at=NOW)
    page = signed_in(ada).get(LIST).text
    for said in (f">{row.number}<", "intake.read", "record.intake:REF1", "Noor Inventada, practitioner", NARROW):
        assert said in page


@pytest.mark.parametrize("person", ["noor", "rui", "edda", "ana"])
def test_nobody_else_does(person: str, signed_in: SignedIn, request: pytest.FixtureRequest) -> None:
    row = recorded("intake.read", at=NOW)
    client = signed_in(request.getfixturevalue(person))
    for address in (LIST, f"{LIST}{row.number}/change/", f"{LIST}{row.number}/history/"):
        response = client.get(address)
        assert response.status_code in (302, 403)
        assert "intake.read" not in response.text


@pytest.mark.parametrize("path", ["add/", "{number}/delete/"])
def test_there_is_no_page_to_add_or_delete(path: str, ada: User, signed_in: SignedIn) -> None:
    row = recorded("intake.read", at=NOW)
    address = LIST + path.format(number=row.number)
    client = signed_in(ada)
    assert client.get(address).status_code == 403
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert Entry.objects.filter(pk=row.pk).exists()


def test_a_row_can_be_opened_and_not_changed(ada: User, signed_in: SignedIn) -> None:
    row = recorded("intake.read", at=NOW)
    client, address = signed_in(ada), reverse("admin:audit_entry_change", args=[row.number])
    assert '<input type="submit"' not in client.get(address).text
    assert client.post(address, {"deed": "x.y"}).status_code == 403
    assert Entry.objects.get(pk=row.pk).deed == "intake.read"


def test_rows_are_filtered_by_deed_and_by_the_clinics_day(ada: User, signed_in: SignedIn) -> None:
    # Midnight of 4 March in Los Angeles is 08:00 UTC.
    midnight = NOW.replace(day=4, hour=8, minute=0)
    for at, deed in ((midnight - timedelta(seconds=1), "late.evening"), (midnight, "early.morning")):
        recorded(deed, on="x.thing:1", at=at)
    client = signed_in(ada)

    def deeds(query: str) -> list[str]:
        return [row.deed for row in client.get(f"{LIST}?{query}").context["cl"].result_list if row.on]

    assert deeds("day=2026-03-03") == ["late.evening"]
    assert deeds("day=2026-03-04") == ["early.morning"]
    assert deeds("deed=late.evening") == ["late.evening"]
    assert deeds("deed=early.morning&day=2026-03-03") == []
    assert deeds("day=never") == []
    assert deeds("q=x.thing:1") == ["early.morning", "late.evening"]


def test_the_deeds_that_happened_are_offered_once_each() -> None:
    write_rows(7)
    assert Entry.objects.deeds() == ["intake.read", "intake.submitted", "visit.booked"]


def test_no_filter_or_search_reaches_the_facts(ada: User, signed_in: SignedIn) -> None:
    write_rows(3)
    client = signed_in(ada)
    assert client.get(f"{LIST}?facts__screen=1").status_code == 400
    assert client.get(f"{LIST}?q=screen").context["cl"].result_count == 0


@pytest.mark.parametrize("count", [1, 30])
def test_a_longer_book_costs_no_more_queries(
    count: int, ada: User, noor: User, signed_in: SignedIn, queries: Queries
) -> None:
    client = signed_in(ada)
    for n in range(count):
        recorded("intake.read", by=noor, at=NOW + timedelta(minutes=n))
    client.get(LIST)
    with queries(at_most=12) as seen:
        client.get(LIST)
    assert sum('FROM "audit_entry"' in statement for statement in seen) == 4
