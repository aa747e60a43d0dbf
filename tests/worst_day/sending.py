"""Each form of the clinic made ready to be sent, sent, and pressed again on the page that kept it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError, connection
from django.http import QueryDict
from django.test import Client

from tests.access.addresses import Address, addresses, made
from tests.access.house import House
from tests.access.table import RULES, cells
from tests.worst_day.deeds import Deed
from tests.worst_day.filling import WholeForm, type_pairs, whole_forms
from tests.worst_day.sent_forms import FORMS, SHOWN

# Whoever gets one of these has sent nothing that anybody looked at.
NOT_LOOKED_AT = frozenset({"403", "404", "405", ">sign-in", ">second", ">door"})
OUT_OF_THE_WAY = ("ROLLBACK", "SET ", "PRAGMA")
WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Ready:
    """A form in somebody's browser, filled in and not sent."""

    client: Client
    path: str
    data: Mapping[str, Any]

    def send(self) -> Any:
        for value in self.data.values():
            if not isinstance(value, str | list):
                value.seek(0)
        return self.client.post(self.path, self.data)

    @property
    def has_file(self) -> bool:
        return any(not isinstance(value, str | list) for value in self.data.values())

    @property
    def pairs(self) -> type_pairs:
        """What is typed, in the order in which a browser sends it."""
        told = [(name, value if isinstance(value, list) else [value]) for name, value in self.data.items()]
        return [(name, value) for name, values in told for value in values if isinstance(value, str)]


def sendable() -> dict[str, Address]:
    """Return every address to which some person may send a form, by its name."""
    return {
        address.name: address
        for address in addresses()
        if address.name in RULES and not set(cells(RULES[address.name].post).values()) <= NOT_LOOKED_AT
    }


def only_shows(name: str) -> bool:
    """Whether nothing is ever written there: a list, a history, or a page that leads elsewhere."""
    return name not in FORMS and any(part in name for part in SHOWN)


def make_ready(name: str, house: House) -> Ready:
    """Let happen what must come first, and fill the form in. Raises LookupError where the page has no such form."""
    deed, client, here = FORMS[name], house.client(FORMS[name].who), sendable()[name]
    if deed.before:
        deed.before(house)
    if deed.make:
        path, data = deed.make(house, client)
        return Ready(client, path or made(here, house), data)
    form = _form_on_page(deed, here, client, house)
    found: dict[str, Any] = {}
    for field_name, value in form.as_it_stands() if deed.is_kept else form.filled_in():
        found.setdefault(field_name, []).append(value)
    return Ready(client, form.action, found | dict(deed.typed or {}))


def _form_on_page(deed: Deed, here: Address, client: Client, house: House) -> WholeForm:
    page = made(next(each for each in addresses() if each.name == deed.page), house) if deed.page else made(here, house)
    shown, wanted = client.get(page), made(here, house)
    for form in whole_forms(shown.text, at=page):
        if form.action.partition("?")[0] == wanted:
            return form
    raise LookupError(f"{page} has no form that goes to {wanted}.")


def held(page: Any, path: str) -> type_pairs | None:
    """Return what an error page has kept for the button “Try again”; None where it has no such button."""
    for form in whole_forms(page.text, at=path):
        if form.action == path:
            return form.as_it_stands()
    return None


def press_again(ready: Ready, page: Any) -> Any:
    """Press “Try again”; where nothing was kept (a password, a code, a file), type it again."""
    if (pairs := held(page, ready.path)) is None or ready.has_file:
        return ready.send()
    told = QueryDict(mutable=True)
    for name, value in pairs:
        told.appendlist(name, value)
    return ready.client.post(ready.path, dict(told.lists()))


@dataclass
class Outage:
    """The database as one request meets it: from one question on it answers nothing, or, being full, takes nothing."""

    lost_at: int | None = None
    is_full: bool = False
    asked: int = 0
    points: list[int] = field(default_factory=list)  # the questions that write, or end a deed
    tables: set[str] = field(default_factory=set)
    undone: set[str] = field(default_factory=set)
    depth: int = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if len(connection.savepoint_ids) == self.depth:
            connection.needs_rollback = False  # in life no transaction goes on between two deeds of a request
        if sql.startswith("ROLLBACK TO"):
            self.undone.add(sql.split()[-1])
        # What was undone is let go of without asking anybody.
        if sql.startswith(OUT_OF_THE_WAY) or (sql.startswith("RELEASE") and sql.split()[-1] in self.undone):
            return execute(sql, params, many, context)
        self.asked += 1
        writes = sql.startswith(WRITES)
        if writes:
            self.tables.add(sql.split('"')[1])
        if writes or sql.startswith("RELEASE"):
            self.points.append(self.asked)
        if (
            self.lost_at is not None
            and self.asked >= self.lost_at
            and (not self.is_full or not sql.startswith("SELECT"))
        ):
            raise OperationalError("database or disk is full" if self.is_full else "the database is gone")
        return execute(sql, params, many, context)


@contextmanager
def away(outage: Outage) -> Iterator[Outage]:
    outage.depth = len(connection.savepoint_ids)
    with connection.execute_wrapper(outage):
        yield outage
    connection.needs_rollback = False
