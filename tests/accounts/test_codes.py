"""Patients sign in by a code; everybody else is treated alike and gets nowhere."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clinic.accounts import codes
from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.outbox.models import Letter
from tests.accounts.helpers import (
    ASK,
    CONFIRM,
    SIGN_IN,
    ask_for_code,
    letters_to,
    newest_code,
    type_code,
    words,
)
from tests.support.cast import PASSWORD

MASK = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_a_patient_signs_in_with_the_code_and_lands_on_the_intake(client: Client, ana: User) -> None:
    asked = ask_for_code(client, "Ana@Example.com")
    code = newest_code("ana@example.com")
    assert asked.headers["Location"] == reverse(CONFIRM)
    assert code is not None
    assert re.fullmatch(r"[A-Z]{4}-[A-Z]{4}", code)
    entered = type_code(client, code.lower().replace("-", " "))
    assert entered.headers["Location"] == reverse("accounts:landing")
    assert client.get(entered.headers["Location"]).headers["Location"] == "/intake/"
    assert who(client) == ana.pk
    last = Entry.objects.latest("number")
    assert (last.deed, last.by, last.facts) == ("account.signed_in", ana, {"how": "code"})


def test_a_code_works_once_and_only_for_its_own_mailbox(client: Client, ana: User) -> None:
    elsewhere = Client()
    ask_for_code(client, ana.email)
    ask_for_code(elsewhere, "stranger@example.com")
    code = newest_code(ana.email) or ""
    type_code(elsewhere, code)
    assert who(elsewhere) is None
    type_code(client, code)
    assert who(client) == ana.pk
    client.post(reverse("account_logout"))
    type_code(client, code)
    assert who(client) is None


@pytest.mark.parametrize(("minutes", "works"), [(14, True), (16, False)])
def test_a_code_lives_for_fifteen_minutes(client: Client, ana: User, minutes: int, works: bool) -> None:
    with time_machine.travel("2026-03-03 18:30Z", tick=False) as clock:
        ask_for_code(client, ana.email)
        clock.shift(timedelta(minutes=minutes))
        type_code(client, newest_code(ana.email) or "")
        assert (who(client) == ana.pk) is works


def test_five_tries_in_all(client: Client, ana: User) -> None:
    ask_for_code(client, ana.email)
    code = newest_code(ana.email) or ""
    for _try in range(5):
        type_code(client, "XXXX-XXXX")
    type_code(client, code)
    assert who(client) is None


def test_four_wrong_tries_leave_one(client: Client, ana: User) -> None:
    ask_for_code(client, ana.email)
    for _try in range(4):
        assert "not right" in type_code(client, "XXXX-XXXX").text
    type_code(client, newest_code(ana.email) or "")
    assert who(client) == ana.pk


def test_tries_are_counted_beyond_the_session(client: Client, ana: User) -> None:
    """Parallel guesses each read the same session: the count that stops them is not in it."""
    ask_for_code(client, ana.email)
    fresh = client.session["account_login"]
    for _try in range(5):
        session = client.session
        session["account_login"] = fresh
        session.save()
        type_code(client, "XXXX-XXXX")
    session = client.session
    session["account_login"] = fresh
    session.save()
    type_code(client, newest_code(ana.email) or "")
    assert who(client) is None


def test_the_database_holds_no_code(client: Client, ana: User) -> None:
    ask_for_code(client, ana.email)
    code = newest_code(ana.email) or ""
    stored = [str(session.get_decoded()) for session in Session.objects.all()]
    assert stored
    assert not [text for text in stored if code in text or code.replace("-", "").lower() in text.lower()]
    assert code.encode() not in b"".join(bytes(row) for row in _raw_letters())


def _raw_letters() -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM outbox_letter")
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize("whom", ["noor", "left", "nobody"])
def test_nobody_else_can_be_told_from_a_patient(
    request: pytest.FixtureRequest, ana: User, noor: User, zed: User, whom: str
) -> None:
    User.objects.filter(pk=zed.pk).update(is_active=False)
    address = {"noor": noor.email, "left": zed.email, "nobody": "nobody@example.com"}[whom]
    told = []
    for asked in (ana.email, address):
        client = Client()
        first = ask_for_code(client, asked)
        page = client.get(first.headers["Location"])
        wrong = type_code(client, "XXXX-XXXX")
        told.append(
            [
                (answer.status_code, sorted(answer.headers), MASK.sub("", answer.text).replace(asked, "ADDRESS"))
                for answer in (first, page, wrong)
            ]
        )
    assert told[0] == told[1]
    assert len(letters_to(address)) == 1
    assert newest_code(address) is None


def statements_of(deed: Callable[[], Any]) -> list[str]:
    """Return what a deed asks of the database, without the values."""
    with CaptureQueriesContext(connection) as seen:
        deed()
    return [re.sub(r"'[^']*'|\b[0-9a-f]{20,}\b|\d+(\.\d+)?", "?", row["sql"])[:60] for row in seen]


def test_a_known_and_an_unknown_address_cost_the_same_work(ana: User) -> None:
    ask_for_code(Client(), "first@example.com")
    known = statements_of(lambda: ask_for_code(Client(), ana.email))
    assert len(known) > 5
    assert known == statements_of(lambda: ask_for_code(Client(), "nobody@example.com"))


def test_staff_are_told_by_letter_to_use_their_password(client: Client, noor: User) -> None:
    ask_for_code(client, noor.email)
    assert "password and second factor" in words(letters_to(noor.email)[0])


def test_a_stranger_is_told_by_letter_that_there_is_no_code(client: Client, db: None) -> None:
    ask_for_code(client, "nobody@example.com")
    assert "We don’t know this address" in words(letters_to("nobody@example.com")[0])
    assert not User.objects.filter(email="nobody@example.com").exists()


def test_becoming_staff_between_asking_and_typing_refuses_the_code(client: Client, ana: User) -> None:
    ask_for_code(client, ana.email)
    code = newest_code(ana.email) or ""
    User.objects.filter(pk=ana.pk).update(is_staff=True)
    assert type_code(client, code).headers["Location"] == reverse(SIGN_IN)
    assert who(client) is None


def test_leaving_between_asking_and_typing_refuses_the_code(client: Client, ana: User) -> None:
    ask_for_code(client, ana.email)
    code = newest_code(ana.email) or ""
    User.objects.filter(pk=ana.pk).update(is_active=False)
    type_code(client, code)
    assert who(client) is None


def test_three_codes_an_hour_and_ten_a_day_to_one_address(ana: User) -> None:
    sent = 0
    with time_machine.travel("2026-03-03 01:00Z", tick=False) as clock:
        for _hour in range(6):
            for spelling in ("ana@example.com", "ANA@example.com", "ana+x@example.com", "ana@example.com."):
                ask_for_code(Client(REMOTE_ADDR=f"192.0.2.{sent}"), spelling)
            in_this_hour = Letter.objects.count() - sent
            assert in_this_hour <= 3
            sent = Letter.objects.count()
            clock.shift(timedelta(hours=1, seconds=1))
        assert sent == 10


def test_the_limit_is_the_same_for_strangers_and_no_forged_address_lifts_it(db: None) -> None:
    answers = [
        Client(headers={"X-Forwarded-For": f"203.0.113.{n}"}).post(reverse(ASK), {"email": "nobody@example.com"})
        for n in range(5)
    ]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200, 200]
    assert "enough codes" in answers[3].text
    assert Letter.objects.count() == 3


def test_without_the_limit_letters_would_go_on(ana: User, settings: Any) -> None:
    """The control: it is the limit that stopped them."""
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"request_login_code": "", "send_login_code": ""}
    for _time in range(5):
        ask_for_code(Client(), ana.email)
    assert Letter.objects.count() == 5


def test_one_place_cannot_ask_without_end(db: None) -> None:
    for n in range(25):
        ask_for_code(Client(), f"nobody{n}@example.com")
    assert Letter.objects.count() == 20


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:///evil"]
)
def test_after_sign_in_nobody_is_sent_to_another_site(client: Client, ana: User, target: str) -> None:
    asked = ask_for_code(client, ana.email, next=target)
    assert "evil" not in asked.headers["Location"]
    entered = client.post(
        f"{reverse(CONFIRM)}?next={quote(target)}", {"code": newest_code(ana.email) or "", "next": target}
    )
    assert entered.headers["Location"] == reverse("accounts:landing")


def test_a_page_of_ours_is_found_again_after_sign_in(client: Client, ana: User) -> None:
    asked = ask_for_code(client, ana.email, next="/intake/form/?step=2")
    assert asked.headers["Location"] == f"{reverse(CONFIRM)}?next=%2Fintake%2Fform%2F%3Fstep%3D2"
    page = client.get(asked.headers["Location"])
    assert 'name="next" value="/intake/form/?step=2"' in page.text
    entered = type_code(client, newest_code(ana.email) or "", next="/intake/form/?step=2")
    assert entered.headers["Location"] == "/intake/form/?step=2"


def test_a_mistyped_address_can_be_mended(client: Client, ana: User) -> None:
    ask_for_code(client, "anna@example.com")
    assert client.get(reverse(SIGN_IN)).status_code == 200
    ask_for_code(client, ana.email)
    type_code(client, newest_code(ana.email) or "")
    assert who(client) == ana.pk


def test_signing_in_gives_the_session_a_new_key(client: Client, ana: User) -> None:
    ask_for_code(client, ana.email)
    before = client.session.session_key
    type_code(client, newest_code(ana.email) or "")
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


# --- codes.start, with which a form confirms its address


form_page = pytest.mark.urls("tests.accounts.form_urls")


def begin(client: Client, address: str) -> Any:
    """Confirm an address as a form does."""
    return client.post("/begin/", {"email": address})


@form_page
def test_a_form_confirms_a_new_address_and_goes_on(client: Client, db: None) -> None:
    answer = begin(client, "New@example.com")
    assert answer.headers["Location"] == f"{reverse(CONFIRM)}?next=%2Fintake%2Fa%2F"
    entered = type_code(client, newest_code("new@example.com") or "", next="/intake/a/")
    assert entered.headers["Location"] == "/intake/a/"
    assert who(client) == User.objects.get(email="new@example.com").pk


@form_page
def test_a_form_with_a_staff_address_looks_the_same_and_signs_nobody_in(client: Client, noor: User) -> None:
    answer = begin(client, noor.email)
    assert answer.headers["Location"] == f"{reverse(CONFIRM)}?next=%2Fintake%2Fa%2F"
    assert newest_code(noor.email) is None


@form_page
def test_a_form_does_the_same_work_for_an_address_we_know(ana: User, noor: User) -> None:
    begin(Client(), "first@example.com")
    assert statements_of(lambda: begin(Client(), ana.email)) == statements_of(
        lambda: begin(Client(), "nobody@example.com")
    )


@form_page
def test_somebody_signed_in_with_that_address_needs_no_code(client: Client, ana: User) -> None:
    client.force_login(ana)
    assert begin(client, "ANA@example.com").headers["Location"] == "/intake/a/"
    assert not Letter.objects.exists()


@form_page
def test_another_address_signs_the_first_one_out(client: Client, ana: User) -> None:
    client.force_login(ana)
    begin(client, "new@example.com")
    assert who(client) is None
    type_code(client, newest_code("new@example.com") or "")
    assert who(client) == User.objects.get(email="new@example.com").pk


def test_staff_confirm_nobodys_address(rf: RequestFactory, noor: User) -> None:
    asked = rf.get("/")
    asked.user = noor
    with pytest.raises(PermissionDenied):
        codes.start(asked, email="ana@example.com", next_url="/")


@form_page
def test_too_many_confirmations_are_the_429_page(client: Client, db: None) -> None:
    for _time in range(3):
        assert begin(Client(), "new@example.com").status_code == 302
    assert begin(Client(), "new@example.com").status_code == 429


def test_a_password_alone_opens_nothing_for_a_patient(client: Client, ana: User) -> None:
    """Were a patient ever given a password, it would still not let them in."""
    ana.set_password(PASSWORD)
    ana.save()
    client.post(reverse(SIGN_IN), {"login": ana.email, "password": PASSWORD})
    assert who(client) is None
