"""Where somebody is signed in: they see it, end it, and nobody sees or ends anything of anybody else's."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from clinic import formatting
from clinic.accounts import jobs, services
from clinic.accounts.devices import browser_and_system
from clinic.accounts.models import SignInRecord, User
from clinic.audit.models import Entry
from tests.accounts.helpers import SIGN_IN, ask_for_code, newest_code, type_code
from tests.support.cast import sign_in
from tests.support.times import NOW

PAGE = reverse("accounts:sign_ins")
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Mobile/15E148 Safari/604.1"
)
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"
EDGE = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 "
    "Edg/131.0"
)
CROS = "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def is_signed_in(client: Client) -> bool:
    return client.session.get("_auth_user_id") is not None


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (PHONE, ("Safari", "iPhone")),
        (DESK, ("Firefox", "Windows")),
        (EDGE, ("Edge", "Mac")),
        (CROS, ("Chrome", "ChromeOS")),
        ("Mozilla/5.0 (Linux; Android 15; SM-S921U) Chrome/131 Mobile Safari/537.36", ("Chrome", "Android")),
        ("curl/8.5.0 <script>", ("", "")),
        ("x" * 400 + "Firefox/133.0", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_device_is_two_words_of_ours(told: str, known: tuple[str, str]) -> None:
    assert browser_and_system(told) == known


@pytest.mark.parametrize("person", ["ana", "noor", "rui"])
def test_people_see_where_they_are_signed_in(
    request: pytest.FixtureRequest, clock: time_machine.Traveller, person: str
) -> None:
    user: User = request.getfixturevalue(person)
    phone = sign_in(user, client=Client(headers={"User-Agent": PHONE}))
    SignInRecord.objects.filter(session_key=phone.cookies["session"].value).update(browser="Safari", system="iPhone")
    clock.shift(timedelta(minutes=10))
    here = sign_in(user)
    page = here.get(PAGE).text
    assert page.count('<li class="card">') == 2
    assert page.index("A device we do not know") < page.index("Safari on iPhone")  # used last first
    assert (page.count("This device"), page.count("Sign out there")) == (1, 1)
    later = formatting.moment(NOW + timedelta(minutes=10))
    assert page.count(f"Signed in since {formatting.moment(NOW)}. Last used {formatting.moment(NOW)}.") == 1
    assert page.count(f"Signed in since {later}. Last used {later}.") == 1


def test_a_sign_in_by_the_pages_knows_its_device_and_no_address(clock: time_machine.Traveller, ana: User) -> None:
    client = Client(headers={"User-Agent": DESK}, REMOTE_ADDR="198.51.100.77")
    ask_for_code(client, ana.email)
    type_code(client, newest_code(ana.email) or "")
    [row] = services.open_sign_ins(ana, at=NOW)
    assert (row.device, row.began_at, row.used_at) == ("Firefox on Windows", NOW, NOW)
    assert "198.51.100.77" not in str(SignInRecord.objects.values()) + str(Session.objects.get().get_decoded())


def test_one_sign_in_is_ended_and_no_other(clock: time_machine.Traveller, ana: User) -> None:
    here, lost, third = sign_in(ana), sign_in(ana), sign_in(ana)
    ref = SignInRecord.objects.get(session_key=lost.cookies["session"].value).ref
    answer = here.post(PAGE, {"ref": ref}, follow=True)
    assert "You are signed out on that device." in answer.text
    assert [is_signed_in(client) for client in (here, lost, third)] == [True, False, True]
    assert lost.get(PAGE).headers["Location"].startswith(reverse(SIGN_IN))
    entry = Entry.objects.get(deed="account.sign_ins_ended")
    assert (entry.by, entry.facts) == (ana, {"number": 1})


def test_all_others_are_ended_and_this_one_stays(clock: time_machine.Traveller, noor: User) -> None:
    here, *elsewhere = (sign_in(noor) for _number in range(3))
    answer = here.post(PAGE, {"others": "yes"}, follow=True)
    assert "You are signed out everywhere else." in answer.text
    assert "Sign out everywhere else" not in answer.text.replace("You are signed out everywhere else.", "")
    assert [is_signed_in(client) for client in (here, *elsewhere)] == [True, False, False]
    assert Entry.objects.get(deed="account.sign_ins_ended").facts == {"number": 2}


def test_nobody_ends_or_sees_a_sign_in_of_somebody_else(clock: time_machine.Traveller, ana: User, zed: User) -> None:
    hers, his = sign_in(ana), sign_in(zed)
    ref = SignInRecord.objects.get(session_key=hers.cookies["session"].value).ref
    assert ref not in his.get(PAGE).text
    assert "There was nothing to sign out" in his.post(PAGE, {"ref": ref}, follow=True).text
    his.post(PAGE, {"others": "yes"})
    assert is_signed_in(hers)
    assert not Entry.objects.filter(deed="account.sign_ins_ended").exists()


@pytest.mark.parametrize(
    ("person", "minutes", "door"),
    [
        ("ana", 14, PAGE),
        ("ana", 16, reverse("account_confirm_login_code")),
        ("noor", 4, PAGE),
        ("noor", 6, reverse("account_reauthenticate")),
    ],
)
def test_whoever_ends_one_has_shown_minutes_ago_who_they_are(
    request: pytest.FixtureRequest, clock: time_machine.Traveller, person: str, minutes: int, door: str
) -> None:
    user: User = request.getfixturevalue(person)
    here, lost = sign_in(user), sign_in(user)
    clock.shift(timedelta(minutes=minutes))
    answer = here.post(PAGE, {"others": "yes"})
    assert answer.headers["Location"].partition("?")[0] == door
    assert is_signed_in(lost) is (door != PAGE)


def test_what_is_over_is_not_shown(clock: time_machine.Traveller, ana: User, noor: User, ada: User) -> None:
    sign_in(ana)
    clock.shift(timedelta(minutes=31))
    assert services.open_sign_ins(ana, at=NOW + timedelta(minutes=31)) == []
    sign_in(noor)
    services.forget_second_factor(noor, by=ada, at=NOW)
    noor.refresh_from_db()
    assert services.open_sign_ins(noor, at=NOW + timedelta(minutes=31)) == []


def test_a_session_that_gets_another_name_stays_in_the_list(clock: time_machine.Traveller, noor: User) -> None:
    from tests.accounts.test_taken_away import removes_the_app

    here = sign_in(noor)
    before = here.cookies["session"].value
    removes_the_app(noor, noor, here)
    assert here.cookies["session"].value != before
    noor.refresh_from_db()
    assert [row.session_key for row in services.open_sign_ins(noor, at=NOW)] == [here.cookies["session"].value]


def test_what_is_known_of_a_session_goes_with_it(ana: User) -> None:
    gone, stays = sign_in(ana), sign_in(ana)
    gone.post(reverse("account_logout"))
    jobs.forget_sessions(NOW)
    assert list(SignInRecord.objects.values_list("session_key", flat=True)) == [stays.cookies["session"].value]
