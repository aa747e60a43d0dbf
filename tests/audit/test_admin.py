"""The book in the admin: read by administrators, changed by nobody."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.audit.verification import verify_what_is_new
from intake.record.models import Intake
from tests.audit.books import recorded, sql, without_triggers, write_rows
from tests.booking.builders import make_patient
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW

LIST = "/admin/audit/entry/"
NARROW = "Mar\N{NO-BREAK SPACE}3,\N{NO-BREAK SPACE}2026, 10:30\N{NO-BREAK SPACE}am"

pytestmark = pytest.mark.django_db


def test_an_administrator_reads_who_did_what(ada: User, noor: User, signed_in: SignedIn) -> None:
    row = recorded("case.read", on="review.case:REF1", by=noor, at=NOW, revision=2)
    page = signed_in(ada).get(LIST).text
    sentence = "Noor Inventada (practitioner) read a patient’s answers."
    for said in (f">{row.number}<", sentence, "<code>case.read review.case:REF1 revision=2</code>", NARROW):
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
    assert deeds(f"person={ada.pk}") == []
    recorded("by.ada", on="x.thing:1", by=ada, at=midnight)
    assert deeds(f"person={ada.pk}") == ["by.ada"]


def test_a_patients_reference_finds_everything_about_them(ada: User, noor: User, signed_in: SignedIn) -> None:
    patient = make_patient()
    form = Intake.objects.get()
    for on in (patient, form, "review.case:SOMEBODYELSES"):
        recorded("case.read", on=on, by=noor, at=NOW)
    client = signed_in(ada)

    def found(query: str) -> set[str]:
        return {row.on for row in client.get(f"{LIST}?{query}").context["cl"].result_list}

    assert found(f"q={patient.ref}") == {f"accounts.patient:{patient.ref}", f"record.intake:{form.ref}"}
    assert found(f"q={form.ref.lower()}") == {f"record.intake:{form.ref}"}
    assert found(f"person={noor.pk}&deed=case.read") == found("deed=case.read")
    assert found("q=BCDFGHJK") == set()


def test_the_list_says_up_to_where_it_was_verified(ada: User, signed_in: SignedIn, frozen: Any) -> None:
    write_rows(3)
    client = signed_in(ada)
    assert "Not verified yet." in client.get(LIST).text
    call_command("verify_audit", stdout=StringIO())
    assert "Verified up to entry 3, " in client.get(LIST).text
    with without_triggers():
        recorded("visit.booked", at=NOW)
        assert verify_what_is_new(at=NOW).rows == 1
        sql("UPDATE audit_entry SET deed = 'x.y' WHERE number = 4")
        verdict = verify_what_is_new(at=NOW)
        assert (verdict.broken, verdict.reason) == (4, "it is not as it was when it was verified")
        assert "Verified up to entry 4, " in client.get(LIST).text


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
    with queries(at_most=14) as seen:
        client.get(LIST)
    assert sum('FROM "audit_entry"' in statement for statement in seen) == 4
