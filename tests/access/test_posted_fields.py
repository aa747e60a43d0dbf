"""A NUL, or what no reader can show, in any field that a page takes: refused in words, never an error of ours."""

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from urllib.parse import urlencode

import pytest

from clinic.desk import views
from clinic.desk.views import common, swapping
from tests.access import odd
from tests.access.addresses import made, of_people
from tests.access.asking import Asked
from tests.access.house import House

pytestmark = pytest.mark.usefixtures("quiet")
_READ = re.compile(r"""(?:POST(?:\.get|\.getlist)?[\[(]|(?:_asked|_number)\(request, )"(\w+)\"""")


def names_the_desk_reads() -> list[str]:
    """Return the names of the fields that the desk's views read without a form, from the views themselves."""
    modules = [import_module(f"{views.__name__}.{module.name}") for module in iter_modules(views.__path__)]
    return sorted({"patient"}.union(*(_READ.findall(inspect.getsource(module)) for module in modules)))


def test_the_names_are_read_from_the_views() -> None:
    assert {"with", "other", "patient", "reason", "practitioner", "until"} <= {*names_the_desk_reads()}


def posted_fields(house: House) -> dict[str, dict[str, str]]:
    """Return the fields that each address takes, with a harmless value each."""
    case = {
        "seen": "1.1",
        "outcome": "clear",
        "reason": "x",
        "question": "x",
        "limits": "no_heat",
        "until": "2026-05-01",
    }
    sign_in = {"login": "a@example.com", "password": "x", "email": "a@example.com", "next": "/", "code": "x"}
    person = {"name": "x", "email": "x@example.com", "role": "editor", "active": "on", "licence": "x", "title": "x"}
    profile = {
        "name": "x",
        "tagline": "x",
        "address": "x",
        "accent": "#000000",
        "hours-0-opens": "x",
        "hours-0-id": "1",
    }
    desk = {"take": "new", **dict.fromkeys(names_the_desk_reads(), "x")}
    form = {
        "seen": "1",
        "asked": "email",
        "visible": "x",
        "go": "continue",
        "number": "2",
        "patient": "x",
        "email": "x",
    }
    own: dict[str, dict[str, str]] = {}
    for address in of_people():
        fields = (
            sign_in
            if address.name.startswith(("account", "mfa", "tablet"))
            else form
            if address.name.startswith("intake")
            else desk
        )
        if address.name.startswith("admin"):
            fields = case if "review" in address.name else profile if "profile" in address.name else person
        own[made(address, house)] = fields
    return own


# Who has something to send where.
SENDERS = {
    "anonymous": ("account", "intake:begin", "intake:resume", "intake:again", "tablet"),
    "ana": ("intake", "accounts:"),
    "rui": ("desk", "mfa", "account_change"),
    "noor": ("admin:review",),
    "ada": ("admin",),
}


@pytest.mark.heavy
@pytest.mark.parametrize("odd_one", ["a%00b", f"{odd.SURROGATE}%1B%5B31m%E2%80%A8%E2%80%AE"])
def test_no_posted_field_breaks_a_page(odd_one: str, house: House, size: Any) -> None:
    told = posted_fields(house)
    for who, mine in SENDERS.items():
        asked = Asked(house.client(who))
        for turn, address in enumerate(of_people()):
            path, of = made(address, house), 12 if address.name.startswith("desk") else 3
            names = [*told[path]] if address.name.startswith(mine) else []
            for name in odd.share(names, turn, of=size(of, 1)):
                body = urlencode(told[path] | {name: "PLACE"}).replace("PLACE", odd_one)
                asked(path, method="post", data=body, content_type="application/x-www-form-urlencoded")
        assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.parametrize("look", ["with", "other"])
def test_a_reference_is_looked_for_as_it_was_sent_no_more(
    look: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without the gate in front of them both lookups are errors of ours."""

    def asked() -> Asked:
        asks = Asked(house.client("rui"))
        name = {"with": "desk:swap", "other": "desk:link"}[look]
        path = next(made(address, house) for address in of_people() if address.name == name)
        asks(path, method="post", data={look: "a\0b"})
        return asks

    assert asked().wrong == []
    for module in (common, swapping):
        monkeypatch.setattr(module, "reference", lambda text: text[:16])
    assert len(asked().wrong) == 1
