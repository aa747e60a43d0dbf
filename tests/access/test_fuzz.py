"""Odd requests, drawn at random, as every role, at every address, by every method: none is an error of ours.

Half of them are forms as a page offers them with some fields made odd; the others are addresses, queries and headers.
100,000 in the battery. The control is a view that breaks: the same requests find it.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from clinic.booking.views import waiting
from tests.access import odd
from tests.access.addresses import PLACE, Address, made, of_people
from tests.access.asking import as_postgresql
from tests.access.house import PRINCIPALS, House, undone
from tests.support.forms import Form, forms_of
from tests.support.progress import Say

# Small, it runs on one database; whole, on both.
pytestmark = [pytest.mark.usefixtures("quiet"), pytest.mark.heavy, pytest.mark.either_database]
OTHERS = ("head", "put", "delete", "patch", "options", "trace")
METHODS = (*("get",) * 10, *("post",) * 14, *OTHERS)
TEXTS = (
    *("", " ", "0", "-1", "1e309", "NaN", "٣", "²", "true", "null", "[]", "{}", "%", "%s", "%(x)s", "{{x}}", "{% x %}"),
    *(
        "'",
        '"',
        "\\",
        "';--",
        "1 OR 1=1",
        "../../etc/passwd",
        "C:\\x",
        "\r\nX: y",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\x1b",
    ),
    *("<script>z()</script>", "e\u0301" * 40, "\U0001f9d8" * 20, "x" * 5_000, "a@ı.com", "a@b@c", "+1" * 60, "a\0b"),
    *("2026-02-30", "0001-01-01", "9999-12-31", "10000-01-01", "24:00", "-0", "00", odd.HUGE, f"-{odd.HUGE}", "0x1"),
)
HEADERS = (
    {"Accept-Language": "es,*;q=x"},
    {"Accept-Encoding": "br;q=2, gzip;q=x"},
    {"If-None-Match": '"' + "x" * 2000},
    {"If-Modified-Since": "yesterday"},
    {"Range": "bytes=-1,0-"},
    {"Referer": "javascript:x"},
    {"X-Forwarded-For": "x, ::1, 999.1.1.1"},
    {"Origin": "null"},
    {"Sec-Fetch-Mode": "x"},
    {"Cookie": "session=" + "x" * 3000},
)


@dataclass
class Fuzzer:
    """Draws requests and counts the answers."""

    house: House
    dice: random.Random
    answers: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    forms: dict[tuple[str, str], list[Form]] = field(default_factory=dict)

    def odd_text(self) -> str:
        if self.dice.random() < 0.8:
            return self.dice.choice(TEXTS)
        return "".join(
            chr(self.dice.choice((self.dice.randrange(32, 0x250), self.dice.randrange(0x3000)))) for _n in range(9)
        )

    def path(self, address: Address) -> str:
        if self.dice.random() < 0.7 or not PLACE.search(address.route):
            return made(address, self.house)
        return "/" + PLACE.sub(lambda _place: quote(self.odd_text()[:300] or "x", safe=""), address.route.rstrip("$"))

    def query(self, names: list[str]) -> str:
        names = [*names, "next", "q", "from", "page", "after", "tab", "for", "day", "o", "p", "e", "_popup"]
        told = [(self.dice.choice(names), self.odd_text()) for _n in range(self.dice.randrange(4))]
        return urlencode(told) if self.dice.random() < 0.5 else ""

    def forms_at(self, who: str, client: Client, path: str) -> list[Form]:
        """The forms that this person finds on a page; each page is opened once."""
        key = (who, path)
        if key not in self.forms:
            with undone():
                page = client.get(path)
            html = page.headers.get("Content-Type", "").startswith("text/html") and not page.streaming
            self.forms[key] = forms_of(page.text) if html and page.status_code == 200 else []
        return self.forms[key]

    def fields(self, forms: list[Form]) -> dict[str, Any]:
        if not forms:
            return {self.dice.choice(("x", "ref", "seen", "asked", "deed", "action")): self.odd_text()}
        form = self.dice.choice(forms)
        told: dict[str, Any] = dict(form.fields)
        for name in form.names:
            if self.dice.random() < 0.3:
                told[name] = self.odd_text() if self.dice.random() < 0.8 else [self.odd_text(), self.odd_text()]
            elif self.dice.random() < 0.1:
                told.pop(name, None)
        return told

    def ask(self, who: str, client: Client, address: Address) -> None:
        method, path = self.dice.choice(METHODS), self.path(address)
        forms = self.forms_at(who, client, made(address, self.house)) if method == "post" else []
        url, more = path, dict[str, Any]()
        if query := self.query([name for form in forms for name in form.names]):
            url = f"{path}?{query}"
        if method == "post":
            body = urlencode(self.fields(forms), doseq=True, errors="surrogatepass")
            more = {"data": body, "content_type": "application/x-www-form-urlencoded"}
        if self.dice.random() < 0.1:
            more["headers"] = self.dice.choice(HEADERS)
        began = time.monotonic()
        with undone(), as_postgresql():
            status = getattr(client, method)(url, **more).status_code
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.answers[status] += 1
        if status >= 500:
            self.wrong.append(f"{status} {who} {method} {url[:200]} {str(more)[:600]}")


def fuzz(house: House, count: int, *, seed: int, only: Callable[[Address], bool] = bool, say: Say = print) -> Fuzzer:
    """Send so many requests; every person and every address has its turn."""
    fuzzer = Fuzzer(house, random.Random(seed))
    places = [(who, address) for who in PRINCIPALS for address in of_people() if only(address)]
    fuzzer.dice.shuffle(places)
    clients = {who: house.client(who) for who in PRINCIPALS}
    cookies = {who: dict(client.cookies) for who, client in clients.items()}
    for number in range(count):
        who, address = places[number % len(places)]
        clients[who].cookies.clear()  # the answer before may have signed out
        clients[who].cookies.update(cookies[who])
        fuzzer.ask(who, clients[who], address)
        say(f"{number + 1} of {count}: {dict(fuzzer.answers)}")
    return fuzzer


def test_no_request_is_an_error_of_ours(house: House, size: Any, say: Say) -> None:
    asked = fuzz(house, size(250, 100_000), seed=size(7, random.randrange(10**6)), say=say)
    assert not asked.wrong, f"{len(asked.wrong)}:\n" + "\n".join(asked.wrong[:40])
    assert {200, 302, 404, 405} <= set(asked.answers)
    print(f"{asked.answers.total()} requests {dict(sorted(asked.answers.items()))}, the slowest {asked.slowest:.1f} s")


def test_a_view_that_breaks_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: Any, **_more: Any) -> Any:
        raise ValueError

    monkeypatch.setattr(waiting, "render", broken)
    asked = fuzz(house, 60, seed=7, only=lambda address: address.name == "booking:wait", say=lambda _words: None)
    assert asked.wrong
