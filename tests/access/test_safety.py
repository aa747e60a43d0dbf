"""Looking changes nothing, whoever looks; and nobody is made to send what they did not mean to send."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.csrf import csrf_exempt

from intake.pages import readings, urls, views
from intake.record.models import Intake
from tests.access import odd
from tests.access.addresses import made, of_people
from tests.access.house import House, undone
from tests.access.snapshots import differences, snapshot
from tests.access.table import RULES, cells, fits
from tests.support.forms import TOKEN as TOKEN_FIELD
from tests.support.forms import forms_of

HREF = re.compile(r'href="([^"#]+)')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
MOST_PAGES = 260
SAME_VIEW = 4  # of a calendar's days or a library's articles a few tell as much as all


READ = frozenset({"opened_at", "opened_by_id"})


def crawl(house: House, client: Client) -> dict[str, str]:
    """Open every address, and every page that a page links to; return the pages by their addresses."""
    waiting = [made(address, house) for address in of_people()]
    waiting += [path.replace(house.draft.ref, house.sent.ref) for path in waiting if house.draft.ref in path]
    opened: set[str] = set()
    views: Counter[str] = Counter()
    pages: dict[str, str] = {}
    while waiting and len(opened) < MOST_PAGES:
        path = waiting.pop(0)
        view = _view_of(path)
        if path in opened or (view and views[view] >= SAME_VIEW):
            continue
        opened.add(path)
        views[view] += 1
        response = client.get(path)
        assert response.status_code < 500, path
        if response.status_code == 200 and not response.streaming:
            pages[path] = response.text
            found = (link.replace("&amp;", "&") for link in HREF.findall(response.text))
            waiting += [link for link in found if urlsplit(link).path.startswith("/") and "static" not in link]
    return pages


def _view_of(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


@pytest.mark.either_database  # what a view writes does not depend on where it is written
@pytest.mark.parametrize(
    ("who", "at_least"),
    [("anonymous", 10), ("ana", 20), ("rui", 15), ("noor", 20), ("edda", 15), ("ada", 50)],
)
def test_looking_changes_nothing_and_every_form_carries_its_token(who: str, at_least: int, house: House) -> None:
    client = house.client(who)
    # Who opened a form stands on it: whoever treats has read it.
    before = snapshot(masked=READ)
    pages = crawl(house, client)
    assert differences(before, snapshot(masked=READ)) == []
    assert len(pages) >= at_least
    # Whatever changes something on these pages carries its token; the forms on the design's own page lead nowhere.
    pages.pop(reverse("design:page"), None)
    posts = {path: [form for form in forms_of(page) if form.method == "post"] for path, page in pages.items()}
    assert [path for path, forms in posts.items() for form in forms if not form.fields.get(TOKEN_FIELD)] == []
    assert sum(len(forms) for forms in posts.values()) > 1


@pytest.mark.either_database  # GET changes nothing on both; HEAD is GET without a body
def test_asking_for_the_head_alone_answers_like_the_page_and_changes_nothing(house: House) -> None:
    before = snapshot()
    for turn, who in enumerate(("ana", "ada")):
        for address in odd.share([*of_people()], turn, of=2):
            with undone():
                head = house.client(who).head(made(address, house))
            # allauth takes HEAD for a method it does not know on some pages: a refusal is safe as well.
            wanted = cells(RULES[address.name].get)[who]
            assert head.status_code == 405 or fits(wanted, head.status_code, head.headers.get("Location", "")), address
            assert head.content == b""
    assert differences(before, snapshot()) == []


@pytest.mark.either_database  # refused before a view is reached
def test_nobody_here_speaks_any_other_method(house: House, size: Any) -> None:
    # Django's own form views take a PUT for a POST.
    client, before = house.client("ada"), snapshot()
    methods = ("OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
    for turn, address in enumerate(of_people()):
        for method in odd.share(methods, turn, of=size(6, 1)):
            response = client.generic(method, made(address, house))
            assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST"), (method, address)
    assert differences(before, snapshot()) == []


@pytest.mark.either_database  # the net itself, not what it catches
def test_a_page_that_writes_when_looked_at_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    real = readings.reading_of

    def writes(intake: Intake, *args: Any, **kwargs: Any) -> Any:
        Intake.objects.filter(pk=intake.pk).update(phone="changed by looking")
        return real(intake, *args, **kwargs)

    monkeypatch.setattr(readings, "reading_of", writes)
    before = snapshot()
    crawl(house, house.client("ana"))
    assert any("changed by looking" in said for said in differences(before, snapshot()))


# ——— forms that another site sends


def taken(house: House, who: str, *, data: dict[str, str] | None = None, origins: Sequence[str] = ("",)) -> list[str]:
    """Return the addresses that take a form sent like this, each from the next of these origins."""
    client = house.client(who, csrf=True)
    found = []
    for address, origin in zip(of_people(), cycle(origins), strict=False):
        with undone():
            response = client.post(made(address, house), data, headers={"Origin": origin} if origin else None)
        if response.status_code != 403:
            found.append(f"{address.name} from {origin or 'here'}: {response.status_code}")
    return found


@pytest.mark.either_database  # refused before a view is reached
def test_no_form_is_taken_without_a_token(house: House) -> None:
    # Whoever asks: the token is looked for before anybody is.
    assert taken(house, "ada") == []


@pytest.mark.either_database  # refused before a view is reached
def test_no_form_is_taken_from_another_site_even_with_a_token(house: House) -> None:
    client = house.client("ada", csrf=True)
    token = with_token(client)
    house.cookies["ada"] = client.cookies
    origins = ("null", "http://testserver:8001", "http://testserver.evil.example")
    assert taken(house, "ada", data={"csrfmiddlewaretoken": token}, origins=origins) == []


def with_token(client: Client) -> str:
    """Open a page with a form; return the token in it."""
    page = client.get("/intake/", follow=True)
    found = TOKEN.search(page.text)
    return found[1] if found else TOKEN.findall(client.get("/account/sign-out/").text)[0]


def test_our_own_form_is_taken(house: House) -> None:
    client = house.client("ana", csrf=True)
    sent = client.post(
        "/intake/start/", {"csrfmiddlewaretoken": with_token(client)}, headers={"Origin": "http://testserver"}
    )
    assert sent.status_code == 303


def test_a_form_that_needs_no_token_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    page = next(pattern for pattern in urls.urlpatterns if pattern.name == "begin")
    monkeypatch.setattr(page, "callback", csrf_exempt(views.begin))
    assert taken(house, "ana") == ["intake:begin from here: 303"]
