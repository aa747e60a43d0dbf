"""How long a sign-in lasts, and what happens to what was typed when it ended."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from clinic.accounts import services
from clinic.accounts.models import Patient, User
from clinic.encryption import unseal
from tests.accounts.helpers import ask_for_code, newest_code, type_code
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

SIGNED_OUT = reverse("accounts:signed_out")
CHOOSER = reverse("accounts:patients")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize(
    ("person", "page", "rest", "stays"),
    [
        ("noor", "/admin/", 14, True),
        ("noor", "/admin/", 15, False),
        ("rui", "/desk/", 15, False),
        ("ana", CHOOSER, 29, True),
        ("ana", CHOOSER, 30, False),
    ],
)
def test_a_rested_sign_in_ends(
    request: pytest.FixtureRequest, clock: time_machine.Traveller, person: str, page: str, rest: int, stays: bool
) -> None:
    client = sign_in(request.getfixturevalue(person))
    clock.shift(rest * MINUTE)
    answer = client.get(page)
    assert (answer.status_code == 200) is stays
    assert (who(client) is not None) is stays
    if not stays:
        assert answer.headers["Location"] == SIGNED_OUT


def test_without_the_gate_a_rested_sign_in_would_stay(clock: time_machine.Traveller, ana: User, settings: Any) -> None:
    """The control: it is the middleware that ends it."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.endswith("session_ends")]
    client = sign_in(ana)
    clock.shift(31 * MINUTE)
    assert client.get(CHOOSER).status_code == 200


def test_pages_keep_staff_signed_in_and_posts_keep_patients(
    clock: time_machine.Traveller, noor: User, ana: User
) -> None:
    staff, reading, typing = sign_in(noor), sign_in(ana), sign_in(ana)
    for _quarter in range(4):
        clock.shift(10 * MINUTE)
        staff.get("/admin/")
        reading.get(CHOOSER)
        typing.post(CHOOSER)
    assert (who(staff), who(reading), who(typing)) == (noor.pk, None, ana.pk)


def test_what_a_page_fetches_by_itself_keeps_nobody_signed_in(clock: time_machine.Traveller, noor: User) -> None:
    client = sign_in(noor)
    for _time in range(4):
        clock.shift(5 * MINUTE)
        client.get("/admin/?anything=1", headers={"Sec-Fetch-Mode": "cors"})
        client.head("/admin/")
    assert who(client) is None


@pytest.mark.parametrize("person", ["noor", "ana"])
def test_nobody_stays_longer_than_eight_hours(
    request: pytest.FixtureRequest, clock: time_machine.Traveller, person: str
) -> None:
    client = sign_in(request.getfixturevalue(person))
    page = "/admin/accounts/" if person == "noor" else CHOOSER
    for _time in range(47):
        clock.shift(10 * MINUTE)
        client.post(page)
        assert who(client)
    clock.shift(10 * MINUTE)
    client.post(page)
    assert who(client) is None


def test_the_times_are_the_servers_and_missing_ones_count_as_over(clock: time_machine.Traveller, ana: User) -> None:
    client = sign_in(ana)
    session = client.session
    del session["began"]
    session.save()
    assert client.get(CHOOSER).headers["Location"] == SIGNED_OUT


def test_a_patient_reads_kindly_why(clock: time_machine.Traveller, ana: User) -> None:
    client = sign_in(ana)
    clock.shift(31 * MINUTE)
    page = client.get(CHOOSER, follow=True)
    assert "We signed you out after 30 minutes" in page.text
    assert "We saved your answers" in page.text
    assert f"{reverse('account_login')}?next=%2Faccount%2Fpatients%2F" in page.text


def test_what_was_typed_is_kept_for_the_same_person(clock: time_machine.Traveller, ana: User) -> None:
    client = sign_in(ana)
    clock.shift(31 * MINUTE)
    typed = {"patient": ["CNRY7F3A", "again"], "note": "line one\nline <two>"}
    ended = client.post(CHOOSER, typed)
    assert ended.headers["Location"] == SIGNED_OUT
    assert f"next={reverse('accounts:held').replace('/', '%2F')}" in client.get(SIGNED_OUT).text
    stored = str([session.get_decoded() for session in Session.objects.all()])
    assert "CNRY7F3A" not in stored
    ask_for_code(client, ana.email, next=reverse("accounts:held"))
    entered = type_code(client, newest_code(ana.email) or "", next=reverse("accounts:held"))
    page = client.get(entered.headers["Location"])
    assert f'action="{CHOOSER}"' in page.text
    assert '<input type="hidden" name="patient" value="CNRY7F3A">' in page.text
    assert '<input type="hidden" name="patient" value="again">' in page.text
    assert 'value="line one\nline &lt;two&gt;"' in page.text
    assert client.get(reverse("accounts:landing")).headers["Location"] == reverse("accounts:held")
    client.post(reverse("accounts:drop"))
    assert client.get(reverse("accounts:landing")).headers["Location"] == "/intake/"


def test_what_was_typed_is_shown_to_nobody_else(clock: time_machine.Traveller, ana: User, zed: User) -> None:
    client = sign_in(ana)
    clock.shift(31 * MINUTE)
    client.post(CHOOSER, {"note": "CNRY7F3A"})
    ask_for_code(client, zed.email)
    type_code(client, newest_code(zed.email) or "")
    assert who(client) == zed.pk
    page = client.get(reverse("accounts:held"), follow=False)
    assert page.headers["Location"] == reverse("accounts:landing")
    assert "CNRY7F3A" not in client.get(reverse("accounts:landing"), follow=True).text


def test_what_another_site_posts_is_never_kept(clock: time_machine.Traveller, ana: User) -> None:
    client = Client(enforce_csrf_checks=True)
    sign_in(ana, client=client)
    clock.shift(31 * MINUTE)
    assert client.post(CHOOSER, {"note": "planted"}).status_code == 403
    assert "held" not in client.session


def test_whoever_is_let_go_is_out_at_the_next_click(signed_in: object, ada: User, noor: User) -> None:
    client = sign_in(noor)
    assert client.get("/admin/").status_code == 200
    services.deactivate(noor, by=ada, at=NOW)
    assert client.get("/admin/").status_code == 302
    assert who(client) is None


def test_a_session_from_before_does_not_wake_up_again(ada: User, noor: User) -> None:
    client = sign_in(noor)
    services.deactivate(noor, by=ada, at=NOW)
    services.reactivate(noor, by=ada, at=NOW)
    assert client.get("/admin/").status_code == 302
    assert who(client) is None


def test_a_signed_out_cookie_opens_nothing(ana: User) -> None:
    client = sign_in(ana)
    cookie = client.cookies["session"].value
    left = client.post(reverse("account_logout"))
    assert left.headers["Clear-Site-Data"] == '"cache", "storage"'
    again = Client()
    again.cookies["session"] = cookie
    assert again.get(CHOOSER).status_code == 302
    assert who(again) is None


def test_signing_out_by_link_only_asks(ana: User) -> None:
    client = sign_in(ana)
    assert client.get(reverse("account_logout")).status_code == 200
    assert who(client) == ana.pk


def test_a_planted_session_key_does_not_survive_sign_in(ana: User) -> None:
    client = Client()
    ask_for_code(client, ana.email)
    planted = client.cookies["session"].value
    type_code(client, newest_code(ana.email) or "")
    attacker = Client()
    attacker.cookies["session"] = planted
    assert who(attacker) is None


def test_staff_see_the_same_kindness(clock: time_machine.Traveller, rui: User) -> None:
    client = sign_in(rui)
    clock.shift(16 * MINUTE)
    assert "We signed you out after 15 minutes" in client.get("/desk/", follow=True).text


# --- landing, and the mailbox of a family


def make_patient(user: User, name: str) -> Patient:
    return Patient.objects.create(user=user, full_name=name, date_of_birth=TODAY)


@pytest.mark.parametrize(
    ("person", "work"),
    [
        ("noor", "/desk/my-day/"),
        ("rui", "/desk/"),
        ("edda", "/admin/"),
        ("ada", "/admin/"),
        ("ana", "/intake/"),
    ],
)
def test_each_role_lands_on_its_own_work(request: pytest.FixtureRequest, person: str, work: str) -> None:
    client = sign_in(request.getfixturevalue(person))
    assert client.get(reverse("accounts:landing")).headers["Location"] == work


def test_staff_without_a_role_are_told_so(edda: User) -> None:
    edda.groups.clear()
    answer = sign_in(edda).get(reverse("accounts:landing"))
    assert answer.status_code == 403
    assert "You don’t have a role yet" in answer.text


def test_a_family_chooses_for_whom(ana: User, zed: User) -> None:
    ana_costa, her_son = make_patient(ana, "Ana Costa"), make_patient(ana, "Rafael Costa")
    stranger = make_patient(zed, "Zed Stranger")
    client = sign_in(ana)
    page = client.get(reverse("accounts:landing"), follow=True)
    assert page.redirect_chain[-1][0] == CHOOSER
    assert ana_costa.full_name in page.text
    assert her_son.full_name in page.text
    assert stranger.full_name not in page.text
    assert "Anyone who can open this email inbox can see everyone listed here" in page.text
    assert "Choose a person" in client.post(CHOOSER, {"patient": stranger.ref}).text
    assert "acts_for" not in client.session
    assert client.post(CHOOSER, {"patient": her_son.ref}).headers["Location"] == "/visits/"
    assert client.session["acts_for"] == her_son.ref
    assert client.get(reverse("accounts:landing")).headers["Location"] == "/visits/"


def test_one_patient_needs_no_choice(ana: User) -> None:
    make_patient(ana, "Ana Costa")
    assert sign_in(ana).get(reverse("accounts:landing")).headers["Location"] == "/visits/"


def test_the_chooser_is_nothing_for_staff(noor: User, ana: User) -> None:
    make_patient(ana, "Ana Costa")
    assert "Ana Costa" not in sign_in(noor).get(CHOOSER).text


def test_the_sealed_text_is_what_was_typed(clock: time_machine.Traveller, ana: User) -> None:
    import base64

    client = sign_in(ana)
    clock.shift(31 * MINUTE)
    client.post(CHOOSER, {"note": "as typed "})
    kept = unseal(base64.b64decode(client.session["held"]))
    assert kept == {"user": ana.pk, "path": CHOOSER, "fields": [["note", "as typed "]]}
