"""Odd input is refused at once, in words: never an error of ours, a stalled worker, or somebody else's site."""

from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import TooManyFieldsSent
from django.core.handlers.wsgi import WSGIRequest
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from clinic.middleware import read_as_utf8
from clinic.restricted_admin import GuardedAdmin
from intake.record.models import Intake
from tests.access import odd, visits
from tests.access.addresses import PLACE, made, of_people
from tests.access.asking import REFUSED, Asked
from tests.access.house import House, undone
from tests.intake.walker import Walker, number_of

STAFF = ("ada", "noor", "rui")

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def lists(house: House) -> list[str]:
    """Every list of the admin."""
    return [made(address, house) for address in of_people() if address.name.endswith("_changelist")]


# ——— the stock admin's own weak spots


@pytest.mark.heavy
@pytest.mark.parametrize("who", STAFF)
def test_no_lookup_but_those_on_the_page_is_answered(who: str, house: House, lists: list[str], size: Any) -> None:
    asked = Asked(house.client(who))
    for turn, path in enumerate(lists):
        # The queue and the calls take no lookup at all: they show themselves. Who has no work here is sent off.
        # The profile and the rules of booking are one row each: their lists lead to it.
        leads = (
            any(model in path for model in ("review/case", "review/followuptask", "clinicprofile", "bookingrules"))
            or who == "rui"
        )
        shown = frozenset({200, 302}) if leads else frozenset()
        for lookup in odd.share(odd.LOOKUPS, turn, of=size(16, 1)):
            asked(f"{path}?{lookup}", only=REFUSED | shown)
    assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
@pytest.mark.parametrize("who", ["ada", "noor"])
def test_no_parameter_breaks_a_list(who: str, house: House, lists: list[str], size: Any) -> None:
    asked = Asked(house.client(who))
    for turn, path in enumerate(lists):
        for parameter in odd.share(odd.PARAMETERS, turn, of=size(16, 1)):
            asked(f"{path}?{parameter}")
    assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
def test_no_key_breaks_a_page(house: House, size: Any) -> None:
    asked = Asked(house.client("ada"))
    placed = [address for address in of_people() if PLACE.search(address.route) and "path:" in address.route]
    for turn, address in enumerate(placed):
        for key in odd.share([*odd.keys_in_addresses()], turn, of=size(14, 1)):
            path = "/" + PLACE.sub(key, address.route)
            response = asked(path)
            assert response.status_code != 200, (path, "opens something")
    assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
def test_no_key_breaks_the_desk_a_form_or_a_passkey(house: House, size: Any) -> None:
    for who, places in (
        ("rui", ("/desk/forms/{}/accept/", "/desk/differences/{}/")),
        ("noor", ("/account/second-factor/passkeys/{}/name/", "/account/second-factor/passkeys/{}/remove/")),
        (
            "ana",
            (
                "/intake/{}/",
                "/intake/{}/3/",
                f"/intake/{house.draft.ref}/{{}}/",
                f"/intake/{house.draft.ref}/stop/{{}}/",
                "/visits/{}/",
                "/visits/{}/move/",
                "/visits/{}/visit.ics",
                "/visits/offers/{}/",
                "/visits/book/{}/",
                "/visits/waiting/{}/",
            ),
        ),
        ("anonymous", ("/account/invitation/{}/", "/intake/{}/again/")),
    ):
        asked = Asked(house.client(who))
        for turn, place in enumerate(places):
            for key in odd.share([*odd.keys_in_addresses()], turn, of=size(6, 1)):
                for method in ("get", "post"):
                    response = asked(place.format(key), method=method)
                    assert response.status_code != 200 or place == "/intake/{}/again/", place
        assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
@pytest.mark.parametrize("who", ["ana", "anonymous"])
def test_no_parameter_and_no_time_breaks_the_diary(who: str, house: House, size: Any) -> None:
    asked, kind = Asked(house.client(who)), visits.place("booking:times", "kind")
    paths = [f"/visits/book/{kind}/", "/visits/book/"]
    asking = [*product(paths, ("from", "with", "for", "speaks", "type"))]
    for turn, value in enumerate((*odd.keys_in_addresses(), "2026-02-30", "9999-12-31", "0001-01-01", "new")):
        for path, name in odd.share(asking, turn, of=size(9, 1)):
            asked(f"{path}?{name}={value}", only=frozenset({200}))
    for code in ("", "x", "20260309T170000Z-" + odd.HUGE, "99999999T999999Z-1", "20260309T170000Z-²", "x" * 4000):
        for whom in ("", "new", "x" * 4000):
            response = asked(paths[0], method="post", data={"slot": code, "for": whom})
            assert response.status_code in (200, 302), code
    assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
@pytest.mark.parametrize("who", ["ada", "edda"])
def test_no_action_takes_a_key_that_is_none(who: str, house: House, lists: list[str], size: Any) -> None:
    asked = Asked(house.client(who))
    actions = ("delete_selected", "send_invitation", "send_again", "no_such_action", "")
    keys = ("abc", odd.HUGE, "a\0b", "x" * 4000)
    ways = ({"index": "0"}, {"index": odd.HUGE, "select_across": "1", "_save": "1"})
    tries = [*product(actions, keys, ways)]
    for turn, path in enumerate(lists):
        for action, key, more in odd.share(tries, turn, of=size(17, 1)):  # a prime: no multiple of any of the three
            asked(path, method="post", data={"action": action, ACTION_CHECKBOX_NAME: key} | more)
    assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
@pytest.mark.parametrize("who", STAFF)
def test_nothing_is_completed_and_nothing_is_added_by_an_address(who: str, house: House, size: Any) -> None:
    asked, refused = Asked(house.client(who)), REFUSED | {302}
    terms = ("a", "%00", odd.SURROGATE, "(", "+".join(["w"] * 3000))
    asking = [*product(("user", "case", "password", "no_such_field"), terms)]
    for turn, label in enumerate(model._meta for model in admin.site._registry):
        for field, term in odd.share(asking, turn, of=size(7, 1)):
            # Ada may list the staff; a field that names one of them may complete itself for her.
            listed = who == "ada" and (label.label, field) == ("accounts.Practitioner", "user")
            asked(
                f"/admin/autocomplete/?app_label={label.app_label}&model_name={label.model_name}"
                f"&field_name={field}&term={term}",
                only=refused | ({200} if listed else set()),
            )
    for more in ("?patient=abc", "?patient=%00", "?user=" + odd.HUGE, "?email=" + "x" * 4000, "?_to_field=x&_popup=1"):
        asked(f"/admin/accounts/user/add/{more}", only=refused | ({200} if who == "ada" else set()))
        asked(f"/admin/accounts/practitioner/add/{more}", only=refused)
    assert not asked.wrong, "\n".join(asked.wrong)


def test_a_list_that_answers_any_lookup_is_found(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuardedAdmin, "lookup_allowed", lambda self, lookup, value, request=None: True)
    client = house.client("ada")
    with undone():
        assert client.get("/admin/accounts/user/?name__regex=(").status_code not in REFUSED
    with undone():
        assert client.get("/admin/accounts/user/?password__startswith=md5").status_code == 200


# ——— characters that are none


@pytest.mark.either_database  # refused before a view is reached
def test_a_nul_in_an_address_is_refused_everywhere(house: House) -> None:
    asked, nul = Asked(house.client("ada")), frozenset({400})
    for turn, address in enumerate(of_people()):
        path, method = made(address, house), ("get", "post")[turn % 2]
        asked(f"{path}?{('q=', '')[turn % 3 == 0]}a{odd.NUL}b", only=nul, method=method)
        if PLACE.search(address.route):
            asked("/" + PLACE.sub(f"a{odd.NUL}b", address.route), only=nul, method=method)
    for path in ("/%00", "/intake/%00/", "/static/%00.css"):
        asked(path, only=nul)
    assert not asked.wrong, "\n".join(asked.wrong)


@pytest.mark.heavy
def test_a_lone_surrogate_in_an_address_finds_nothing(house: House, size: Any) -> None:
    for turn, who in enumerate(("anonymous", "ada")):
        asked = Asked(house.client(who))
        for address in odd.share([*of_people()], turn, of=size(2, 1)):
            asked(f"{made(address, house)}?q={odd.SURROGATE}&next={odd.SURROGATE}")
            if PLACE.search(address.route):
                asked("/" + PLACE.sub(odd.SURROGATE, address.route), only=REFUSED | {302, 405})
        assert not asked.wrong, "\n".join(asked.wrong)


def test_control_characters_in_an_answer_are_kept_and_reported(db: None, frozen: Any, client: Client) -> None:
    ana = Walker(client).begin()
    texts = {"full_name": "Ana\0 Ejemplo\r\nBcc: x@y.z", "phone": "213\x00555\u2028"}
    response = ana.send(1, **texts)
    assert response.status_code == 200
    assert response.text.count("This has a character we cannot read. Type it again instead of pasting it.") == 2 * len(
        texts
    )
    assert {code: ana.kept[code].replace("\r\n", "\n") for code in texts} == {
        c: t.replace("\r\n", "\n") for c, t in texts.items()
    }
    # What is wrong stands in the sealed draft alone.
    assert Intake.objects.latest("id").full_name == ""
    for code in ("anything_else", "meds_list"):
        number = number_of(code)
        ana.client.post(ana.url("screen", number), {code: "a\0b\x07", "asked": code, "go": "back"})
        assert ana.kept[code] == "a\0b\x07"


def unchecked() -> ClientHandler:
    handler = ClientHandler(enforce_csrf_checks=False)
    handler.load_middleware()
    return handler


def whole(wrapped: bool, path: str, kind: str, body: str = "", query: str = "", cookie: str = "") -> str:
    """Ask the application as gunicorn does, in the connection of this test, and return the status."""
    handler = unchecked()
    told: list[str] = []

    def application(environ: Any, start_response: Any) -> list[bytes]:
        response = handler.get_response(WSGIRequest(environ))
        start_response(f"{response.status_code} {response.reason_phrase}", [])
        return [b""]

    environ = RequestFactory().post(path, body.encode(), content_type="x/y", QUERY_STRING=query).environ
    environ |= {"CONTENT_TYPE": kind, "HTTP_COOKIE": cookie, "REQUEST_METHOD": "POST" if body else "GET"}
    asked: Any = read_as_utf8(application) if wrapped else application
    asked(environ, lambda status, headers, exc_info=None: told.append(status))
    return told[0]


def odd_forms() -> Iterator[tuple[str, str, str]]:
    """The same letters in every charset and coding: content type, body, query."""
    said, names = r"a\ud800\x00+AAA- a", ("full_name", "email", "asked", "seen", "login", "code")
    part = f'--b\r\nContent-Disposition: form-data; name="{{}}"\r\n\r\n{said}\r\n'
    for charset in odd.CHARSETS:
        for words in (f";charset={charset}", f"; CHARSET = {charset}; charset=idna"):
            yield f"multipart/form-data; boundary=b{words}", "".join(map(part.format, names)) + "--b--\r\n", ""
            yield f"application/x-www-form-urlencoded{words}", urlencode(dict.fromkeys(names, said)), "q=%5Cud800"
            yield f"text/html{words}", "", "q=%5Cud800&" + "a=1&" * 500


def test_no_charset_breaks_a_form(house: House) -> None:
    cookie = house.cookies["ana"].output(header="", sep=";").split(";")[0]
    for path in (f"/intake/{house.draft.ref}/1/", "/account/sign-in/code/", "/account/sign-in/", "/"):
        for kind, body, query in odd_forms():
            with undone():
                status = whole(True, path, kind, body, query, cookie)
            assert status[0] in "234", (path, kind, status)


def test_a_sender_who_may_choose_the_codec_is_found(house: House) -> None:
    # Django takes the codec's complaint for one about too many fields, where nobody catches it.
    with pytest.raises(TooManyFieldsSent):
        whole(False, "/", "text/html; charset=idna", query="q=%5Cud800")


# ——— too much


@pytest.mark.either_database  # refused before a view is reached
def test_too_much_is_refused_before_it_is_read(house: House) -> None:
    form = "application/x-www-form-urlencoded"
    many, too_large = "&".join(["a=1"] * 100_000), frozenset({413})
    for turn, who in enumerate(("anonymous", "ada")):
        asked = Asked(house.client(who, csrf=True))
        for address in odd.share([*of_people()], turn, of=2):
            path = made(address, house)
            # The length that is named decides, before a byte is read.
            asked(path, method="post", data="x=1", content_type=form, only=too_large, CONTENT_LENGTH="10000000")
            # Fields are counted while they are read, and the token is one of them.
            asked(path, method="post", data=many, content_type=form, only=too_large | {403, 404})
        asked("/intake/start/", method="post", data="x=" + "x" * 10_000_000, content_type=form, only=too_large)
        assert not asked.wrong, "\n".join(asked.wrong)
    for who, path in (
        ("ana", f"/intake/{house.draft.ref}/1/"),
        ("anonymous", "/account/sign-in/"),
        ("ada", "/admin/accounts/user/"),
    ):
        assert house.client(who).post(path, many, content_type=form).status_code == 413, path


@pytest.mark.parametrize(
    ("gate", "asked"),
    [
        ("refuse_odd_requests", {"path": "/?q=%00", "method": "GET"}),
        ("refuse_odd_requests", {"path": "/account/sign-in/", "method": "PUT"}),
        ("refuse_huge_bodies", {"path": "/contact/", "method": "POST", "CONTENT_LENGTH": "10000000"}),
    ],
)
def test_a_gate_that_is_taken_out_is_found(gate: str, asked: dict[str, Any], db: None, settings: Any) -> None:
    told = [Client().generic(**asked).status_code]
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if gate not in name]
    told.append(Client().generic(**asked).status_code)
    assert told[0] != told[1]
    assert told[0] in REFUSED


def test_a_length_that_is_no_number_is_refused(house: House) -> None:
    for length in ("99999999999999999999", "-1", "abc", "²", "1e9", "１"):
        response = house.client("ana").post("/intake/start/", CONTENT_LENGTH=length)
        assert response.status_code == 413, length


def test_texts_of_any_length_are_kept_or_refused(db: None, frozen: Any, client: Client) -> None:
    ana = Walker(client).begin()
    for letter in ("<", "</a>", "a,", "warfarin ", "no "):
        for code in ("anything_else", "meds_list"):
            text = (letter * 500_000)[:240_000]
            # What is too long is refused or kept and complained about.
            response = ana.client.post(
                ana.url("screen", number_of(code)), {code: text, "asked": code, "go": "continue"}
            )
            assert response.status_code < 500
            ana.client.post(ana.url("screen", number_of(code)), {code: "", "asked": code, "go": "back", "seen": "9"})
