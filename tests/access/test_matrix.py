"""Every address × nine people × GET and POST: what the table allows and nothing else, and how each answer looks."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import Q
from django.http import HttpResponse
from django.urls import get_resolver, path

from clinic.accounts import roles, second_factor
from clinic.management.commands.access_matrix import MATRIX
from intake.pages.viewer import Viewer
from tests.access.addresses import Address, addresses, made
from tests.access.house import PRINCIPALS, House, undone
from tests.access.looking import is_page, lost_ways, wrong_headers, wrong_headings
from tests.access.matrix import PEOPLE, matrix, written
from tests.access.production import browser, renamed
from tests.access.table import RULES, TABLE, cells, fits

pytestmark = pytest.mark.usefixtures("quiet", "nearly_production")


@pytest.fixture
def nearly_production(production: Any) -> None:
    """Headers and cookies of production; the pages of the design, which stand in none, are there."""
    production.PRODUCTION = False


def undeclared() -> list[str]:
    """Return a sentence for every address that the table does not know, and for every row without an address."""
    there = {address.name for address in addresses()}
    missing = sorted(there - set(RULES))
    gone = sorted(set(RULES) - there)
    return [
        f"{name} has no row in tests/access/table: say there what each of the {len(PRINCIPALS)} people may get."
        for name in missing
    ] + [f"{name} stands in tests/access/table and is no address any more: take it out." for name in gone]


def answers(house: House, who: str, only: str = "") -> Iterator[tuple[Address, str, HttpResponse]]:
    """Knock at every door as one person: the address, the method and the answer; nothing has happened afterwards."""
    client = browser()
    for address in addresses():
        if address.name in RULES and address.name.startswith(only):
            for method in ("get", "post"):
                client.cookies.clear()  # the answer before may have signed out
                for name, value in renamed(house.cookies[who]).items():
                    client.cookies[name] = value
                with undone():
                    yield address, method, getattr(client, method)(made(address, house))


def deviations(house: House, who: str, only: str = "") -> list[str]:
    """Return a sentence for every answer that the table does not allow."""
    return [said for answer in answers(house, who, only) for said in against_the_table(who, *answer)]


def against_the_table(who: str, address: Address, method: str, response: HttpResponse) -> Iterator[str]:
    rule = RULES[address.name]
    wanted = cells(rule.get if method == "get" else rule.post)[who]
    told = (response.status_code, response.headers.get("Location", ""))
    if not fits(wanted, *told):
        yield f"{method.upper()} {address.name} as {who}: {told}, but the table says {wanted}."


def wrong(house: House, who: str) -> Iterator[str]:
    """Say what is wrong with an answer: who gets it, its headers, and the headings and the title of a page."""
    for address, method, response in answers(house, who):
        yield from against_the_table(who, address, method, response)
        yield from wrong_headers(made(address, house), response)
        if method == "get" and is_page(response):
            yield from (f"{address.name} as {who}: {said}" for said in wrong_headings(response.text))
            if who == "noor":
                yield from lost_ways(made(address, house), response.text)


def test_every_address_is_declared() -> None:
    assert undeclared() == []


def test_the_matrix_that_is_printed_is_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert MATRIX.read_text(encoding="utf-8") == written(), "Write it anew: see tests/access/matrix.py"
    assert list(PEOPLE) == list(PRINCIPALS)
    call_command("access_matrix", "--json")
    printed = json.loads(capsys.readouterr().out)
    assert printed == matrix()
    assert {row["name"] for row in printed["addresses"]} == set(RULES)
    call_command("access_matrix")
    assert "/desk/  (" in capsys.readouterr().out


def test_every_row_speaks_of_everybody() -> None:
    assert [
        f.what for f in TABLE if set(cells(f.get)) != set(PRINCIPALS) or set(cells(f.post)) != set(PRINCIPALS)
    ] == []
    assert len(RULES) == sum(len(family.names.split()) for family in TABLE), "An address stands in two families."


def test_the_table_allows_and_denies() -> None:
    # A table that says no to everybody proves nothing: each person gets something, and is refused something.
    for who in PRINCIPALS:
        answers = {cells(family.get)[who] for family in TABLE}
        assert "200" in answers, who
        assert answers & {"403", "404", ">sign-in", ">second"}, who


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "people",
    [
        # Refused before a question to the database, but for who they are.
        pytest.param(("anonymous", "half", "left"), marks=pytest.mark.either_database),
        pytest.param(("ana", "zed", "rui")),
        pytest.param(("noor", "edda", "ada")),
    ],
)
def test_each_person_gets_what_the_table_says_in_answers_as_they_have_to_be(
    people: tuple[str, ...], house: House
) -> None:
    assert not (said := sorted({line for who in people for line in wrong(house, who)})), "\n".join(said)


def test_all_nine_are_asked() -> None:
    marks = test_each_person_gets_what_the_table_says_in_answers_as_they_have_to_be.pytestmark  # type: ignore[attr-defined]  # pytest keeps them there
    (asked,) = (mark for mark in marks if mark.name == "parametrize")
    assert sorted(who for group in asked.args[1] for people in group.values for who in people) == sorted(PRINCIPALS)


# ——— the same checks against a house with a control taken away


def test_a_new_address_without_a_row_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = path("new/", lambda request: HttpResponse(), name="new")
    monkeypatch.setattr(get_resolver(), "url_patterns", [*get_resolver().url_patterns, tomorrow])
    assert undeclared() == ["new has no row in tests/access/table: say there what each of the 9 people may get."]


def test_a_form_that_opens_for_anybody_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Viewer, "may_open", lambda viewer, way="": Q())
    assert any("GET intake:check as zed: (200" in said for said in deviations(house, "zed", "intake:"))


def test_a_missing_second_factor_gate_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_factor, "passed_both", lambda request, user: True)
    assert any("as half: (200" in said for said in deviations(house, "half", "admin:review_case_change"))


def test_a_desk_in_the_admin_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roles, "IN_THE_ADMIN", roles.IN_THE_ADMIN | {roles.DESK})
    assert any("GET admin:index as rui: (200" in said for said in deviations(house, "rui", "admin:index"))


def test_an_editor_who_holds_a_practitioners_permission_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roles, "is_practitioner", lambda user: True)
    monkeypatch.setattr(type(house.people["edda"]), "has_perm", lambda self, perm, obj=None: True)
    assert any(
        "GET admin:review_case_change as edda: (200" in s for s in deviations(house, "edda", "admin:review_case")
    )
