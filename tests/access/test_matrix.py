"""Every address × nine people × GET and POST: what the table allows, and nothing else."""

import pytest
from django.db.models import Q
from django.http import HttpResponse
from django.urls import get_resolver, path

from clinic.accounts import roles, second_factor
from intake.pages.viewer import Viewer
from tests.access.addresses import Address, addresses, made
from tests.access.house import PRINCIPALS, House, undone
from tests.access.table import TABLE, cells, fits

RULES = {name: family for family in TABLE for name in family.names.split()}


pytestmark = pytest.mark.usefixtures("quiet")


def undeclared() -> list[str]:
    """Return a sentence for every address that the table does not know, and for every row without an address."""
    there = {address.name for address in addresses()}
    missing = sorted(there - set(RULES))
    gone = sorted(set(RULES) - there)
    return [
        f"{name} has no row in tests/access/table.py: say there what each of the {len(PRINCIPALS)} people may get."
        for name in missing
    ] + [f"{name} stands in tests/access/table.py and is no address any more: take it out." for name in gone]


def deviations(house: House, who: str, only: str = "") -> list[str]:
    """Knock at every door as one person and return a sentence for every answer that the table does not allow."""
    said = []
    for address in addresses():
        rule = RULES.get(address.name)
        if rule is None or not address.name.startswith(only):
            continue
        for method, row in (("get", rule.get), ("post", rule.post)):
            wanted = cells(row)[who]
            told = knock(house, address, who, method)
            if not fits(wanted, *told):
                said.append(f"{method.upper()} {address.name} as {who}: {told}, but the table says {wanted}.")
    return said


def knock(house: House, address: Address, who: str, method: str) -> tuple[int, str]:
    with undone():
        response = getattr(house.client(who), method)(made(address, house))
        return response.status_code, response.headers.get("Location", "")


def test_every_address_is_declared() -> None:
    assert undeclared() == []


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


@pytest.mark.parametrize("people", [("anonymous", "half", "left"), ("ana", "zed", "rui"), ("noor", "edda", "ada")])
def test_each_person_gets_what_the_table_says(people: tuple[str, ...], house: House) -> None:
    assert not (said := [line for who in people for line in deviations(house, who)]), "\n".join(said)


def test_all_nine_are_asked() -> None:
    marks = test_each_person_gets_what_the_table_says.pytestmark  # type: ignore[attr-defined]  # pytest keeps them there
    assert sorted(who for people in marks[0].args[1] for who in people) == sorted(PRINCIPALS)


# ——— the same checks against a house with a control taken away


def test_a_new_address_without_a_row_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = path("new/", lambda request: HttpResponse(), name="new")
    monkeypatch.setattr(get_resolver(), "url_patterns", [*get_resolver().url_patterns, tomorrow])
    assert undeclared() == ["new has no row in tests/access/table.py: say there what each of the 9 people may get."]


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
