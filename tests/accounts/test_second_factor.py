"""Staff show password and second factor, in one session, for everything that is not public."""

import re
import time
from collections.abc import Iterator
from typing import Any, cast

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import admin
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from clinic.accounts import roles, services
from clinic.accounts.models import User
from clinic.audit.models import Entry
from tests.access.odd import share
from tests.accounts.helpers import SIGN_IN, app_of, ask_for_code, digits, has_app, type_password
from tests.support.cast import PASSWORD, SignedIn, sign_in
from tests.support.times import NOW

SHOW, ENROL, AGAIN = ("mfa_authenticate", "mfa_activate_totp", "mfa_reauthenticate")


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def is_asked_to_sign_in(client: Client) -> bool:
    """Say whether the admin sends this browser to our sign-in page."""
    answer = client.get("/admin/", follow=True)
    return bool(answer.redirect_chain[-1][0].startswith(reverse(SIGN_IN)))


def enrol_page(client: Client) -> str:
    """Open the enrolment page and return the secret it shows."""
    found = re.search(r"<code>([A-Z2-7]+)</code>", client.get(reverse(ENROL)).text)
    assert found
    return found[1]


@pytest.mark.django_db(transaction=True)
def test_the_first_sign_in_leads_to_enrolment_and_then_to_work(client: Client, noor: User) -> None:
    entered = type_password(client, noor.email, PASSWORD)
    assert client.get(entered.headers["Location"]).headers["Location"] == reverse(ENROL)
    secret = enrol_page(client)
    done = client.post(reverse(ENROL), {"code": digits(secret)})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    shown = client.get(done.headers["Location"])
    assert len(re.findall(r"<li><code>\d{8}</code></li>", shown.text)) == 10
    assert client.get(reverse("accounts:landing")).headers["Location"] == "/desk/my-day/"
    assert {row.deed for row in Entry.objects.filter(by=noor)} == {"account.signed_in", "account.factor_added"}


def test_the_next_sign_in_asks_for_the_app(client: Client, noor: User) -> None:
    secret = app_of(noor)
    entered = type_password(client, noor.email, PASSWORD)
    assert entered.headers["Location"] == reverse(SHOW)
    assert who(client) is None
    shown = client.post(reverse(SHOW), {"code": digits(secret)})
    assert shown.headers["Location"] == reverse("accounts:landing")
    assert who(client) == noor.pk
    assert client.get("/admin/", follow=True).status_code == 200


def test_digits_work_once(noor: User) -> None:
    secret = app_of(noor)
    code = digits(secret)
    for client, works in ((Client(), True), (Client(), False)):
        type_password(client, noor.email, PASSWORD)
        client.post(reverse(SHOW), {"code": code})
        assert (who(client) == noor.pk) is works
    third = Client()
    type_password(third, noor.email, PASSWORD)
    third.post(reverse(SHOW), {"code": digits(secret, step=1)})
    assert who(third) == noor.pk


def test_a_recovery_code_works_once(noor: User) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    app_of(noor)
    code = RecoveryCodes.activate(noor).get_unused_codes()[0]
    for client, works in ((Client(), True), (Client(), False)):
        type_password(client, noor.email, PASSWORD)
        client.post(reverse(SHOW), {"code": code})
        assert (who(client) == noor.pk) is works


@pytest.mark.parametrize(("password", "right_digits"), [("wrong-password", True), (PASSWORD, False)])
def test_one_right_factor_never_stands_for_the_other(
    client: Client, noor: User, password: str, right_digits: bool
) -> None:
    secret = app_of(noor)
    type_password(client, noor.email, password)
    client.post(reverse(SHOW), {"code": digits(secret) if right_digits else "000000"})
    assert who(client) is None
    assert client.get("/admin/").status_code == 302


def test_secrets_of_second_factors_are_sealed(noor: User) -> None:
    secret = app_of(noor)
    stored = Authenticator.objects.get(user=noor).data
    assert secret not in str(stored)
    assert services.refresh_second_factors() == 1
    assert Authenticator.objects.get(user=noor).data != stored
    assert Authenticator.objects.get(user=noor).wrap().validate_code(digits(secret))


def addresses(patterns: list[Any] | None = None, prefix: str = "/") -> Iterator[tuple[str, Any]]:
    """Yield every address of the site with its view; parameters are filled with something plausible."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + re.sub(r"\(\?P<[^>]+>[^)]*\)|<[^>]+>", "1", str(entry.pattern)).strip("^$").replace("\\Z", "")
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route, entry.callback


GATED = sorted({route for route, view in addresses() if getattr(view, "login_required", True)})
OPEN_BEFORE = dict.fromkeys(("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"), True)


def test_the_list_of_gated_addresses_is_not_empty() -> None:
    assert len(GATED) > 25
    assert any(route.startswith("/admin/") for route in GATED)
    assert "/desk/" in GATED
    assert "/account/landing/" in GATED


@pytest.mark.either_database  # every address is asked like this on both in tests/access/test_matrix.py
@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize("enrolled", [True, False])
def test_with_the_password_only_every_address_leads_to_the_second_factor(
    noor: User, ada: User, method: str, enrolled: bool
) -> None:
    person = ada if enrolled else noor  # the gate stands before any view asks for a role
    if enrolled:
        app_of(person)
    client = sign_in(person, second_factor=False)
    wanted = reverse(AGAIN) if enrolled else reverse(ENROL)
    again = {reverse(AGAIN), reverse("mfa_reauthenticate_webauthn")}
    allowed = again if enrolled else {reverse(name) for name in OPEN_BEFORE}
    # Every address by every method, whoever asks: the gate does not know them apart.
    turn = ("get", "head", "post").index(method) + enrolled
    for route in share(GATED, turn, of=2):
        if route in allowed:
            continue
        answer = getattr(client, method)(route)
        assert answer.status_code == 302, route
        assert answer.headers["Location"].split("?")[0] == wanted, route
        assert who(client) == person.pk


def test_with_both_factors_the_work_opens(signed_in: SignedIn, noor: User, ada: User) -> None:
    """The control of the test above: the same addresses do open for whoever showed both."""
    assert signed_in(noor).get("/admin/").status_code == 200
    assert signed_in(ada).get("/admin/accounts/user/").status_code == 200


def test_without_the_gate_a_password_would_be_enough(noor: User, settings: Any) -> None:
    """The control: it is the middleware that keeps this page shut."""
    client = sign_in(noor, second_factor=False)
    assert client.get("/admin/").status_code == 302
    settings.MIDDLEWARE = [m for m in settings.MIDDLEWARE if not m.endswith("staff_second_factor")]
    assert sign_in(noor, second_factor=False).get("/admin/").status_code == 200


def test_public_pages_stay_open_to_staff_on_their_way(noor: User) -> None:
    client = sign_in(noor, second_factor=False)
    assert client.get("/").status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302
    assert who(client) is None


def test_enrolling_a_second_app_wants_the_first_one(noor: User) -> None:
    app_of(noor)
    client = sign_in(noor, second_factor=False)
    for name in (ENROL, "mfa_add_webauthn", "mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        assert client.get(reverse(name)).headers["Location"].startswith(reverse(AGAIN))


def test_a_session_signed_in_before_the_app_was_set_up_shows_it_and_goes_on(noor: User) -> None:
    client = sign_in(noor, second_factor=False)
    secret = app_of(noor)
    sent = client.get("/admin/")
    assert sent.headers["Location"] == f"{reverse(AGAIN)}?next=%2Fadmin%2F"
    page = client.get(sent.headers["Location"])
    assert 'name="next" value="/admin/"' in page.text
    shown = client.post(sent.headers["Location"], {"code": digits(secret), "next": "/admin/"})
    assert shown.headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_session_from_a_code_never_becomes_a_staff_session(client: Client, ana: User) -> None:
    """Somebody signed in as a patient, and was made staff meanwhile."""
    sign_in(ana, client=client)
    User.objects.filter(pk=ana.pk).update(is_staff=True)
    ana.groups.add(*_groups(roles.PRACTITIONER))
    app_of(ana)
    answer = client.get("/admin/")
    assert answer.headers["Location"] == f"{reverse(SIGN_IN)}?next=%2Fadmin%2F"
    assert who(client) is None


def test_a_session_of_unknown_origin_never_becomes_a_staff_session(client: Client, ada: User) -> None:
    client.force_login(ada)
    assert client.get("/admin/").headers["Location"].startswith(reverse(SIGN_IN))
    assert who(client) is None


def _groups(name: str) -> Any:
    from django.contrib.auth.models import Group

    return Group.objects.filter(name=name)


def test_a_code_and_a_second_factor_together_do_not_make_staff(client: Client, noor: User) -> None:
    client.force_login(noor)
    session = client.session
    now = time.time()
    session["account_authentication_methods"] = [{"method": "code", "at": now}, {"method": "mfa", "at": now}]
    session["account_authentication_methods_user"] = noor.pk
    session.save()
    client.get("/admin/")
    assert who(client) is None


def test_another_persons_records_count_for_nobody(client: Client, noor: User, ada: User) -> None:
    sign_in(noor, client=client)
    kept = dict(client.session.items())
    client.force_login(ada)
    session = client.session
    session.update({key: kept[key] for key in kept if key.startswith("account_authentication")})
    session.save()
    client.get("/admin/")
    assert who(client) is None


def test_the_demo_clinic_wants_the_password_only(noor: User, settings: Any) -> None:
    settings.DEMO = True
    assert sign_in(noor, second_factor=False).get("/admin/").status_code == 200
    by_code = Client()
    by_code.force_login(noor)
    assert by_code.get("/admin/").status_code == 302


def test_the_second_factor_of_staff_is_not_for_patients(signed_in: SignedIn, ana: User) -> None:
    client = signed_in(ana)
    for name in ("mfa_index", ENROL, "mfa_add_webauthn", "account_change_password", "account_reauthenticate"):
        assert client.get(reverse(name)).status_code == 404
        assert client.post(reverse(name)).status_code == 404


def test_the_only_factor_is_not_removed(signed_in: SignedIn, noor: User) -> None:
    client = signed_in(noor)
    page = client.get(reverse("mfa_deactivate_totp"))
    assert "only second factor" in page.text
    client.post(reverse("mfa_deactivate_totp"))
    assert has_app(noor)


def test_changing_how_one_signs_in_wants_a_fresh_proof(signed_in: SignedIn, noor: User) -> None:
    client = signed_in(noor)
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    session = client.session
    for record in cast(list[dict[str, Any]], session["account_authentication_methods"]):
        record["at"] -= 301
    session.save()
    assert client.get(reverse("mfa_add_webauthn")).headers["Location"].startswith(reverse("account_reauthenticate"))


def test_a_lost_factor_is_forgotten_by_another_administrator(ada: User, noor: User) -> None:
    app_of(noor)
    services.forget_second_factor(noor, by=ada, at=NOW)
    assert not has_app(noor)
    noor.refresh_from_db()
    client = sign_in(noor, second_factor=False)
    assert client.get("/admin/").headers["Location"] == reverse(ENROL)


def test_wrong_passwords_are_stopped_before_the_hash_and_lock_nobody_else_out(noor: User, monkeypatch: Any) -> None:
    hashed: list[int] = []
    check = User.check_password

    def counted(user: User, typed: str) -> bool:
        hashed.append(1)
        return check(user, typed)

    monkeypatch.setattr(User, "check_password", counted)
    far = Client(REMOTE_ADDR="192.0.2.9")
    for _try in range(12):
        type_password(far, noor.email, "wrong-password")
    assert len(hashed) == 5
    near = Client(REMOTE_ADDR="192.0.2.10")
    type_password(near, noor.email, PASSWORD)
    assert who(near) == noor.pk


def test_a_wrong_password_and_an_unknown_address_read_alike(client: Client, noor: User) -> None:
    answers = [
        re.sub(r'value="[^"]*"', "", type_password(Client(), address, "wrong-password").text)
        for address in (noor.email, "nobody@clinic.example")
    ]
    assert answers[0] == answers[1]
    assert "The email or the password is not right" in answers[0]


@pytest.mark.parametrize("whom", ["noor", "ana", "nobody"])
def test_a_forgotten_password_tells_nobody_who_works_here(
    request: pytest.FixtureRequest, ana: User, noor: User, whom: str
) -> None:
    address = "nobody@example.com" if whom == "nobody" else request.getfixturevalue(whom).email
    client = Client()
    asked = client.post(reverse("account_reset_password"), {"email": address})
    page = client.get(asked.headers["Location"])
    assert (asked.status_code, asked.headers["Location"]) == (302, reverse("account_confirm_password_reset_code"))
    assert page.status_code == 200
    assert "Enter your code" in page.text


def test_staff_choose_a_new_password_by_code_and_other_sessions_end(client: Client, noor: User) -> None:
    from tests.accounts.helpers import newest_code

    elsewhere = sign_in(noor)
    client.post(reverse("account_reset_password"), {"email": noor.email})
    confirmed = client.post(reverse("account_confirm_password_reset_code"), {"code": newest_code(noor.email) or ""})
    assert confirmed.headers["Location"] == reverse("account_complete_password_reset")
    new = {"password1": "a-quite-new-password", "password2": "a-quite-new-password"}
    done = client.post(reverse("account_complete_password_reset"), new)
    assert done.headers["Location"] == reverse("account_password_reset_completed")
    assert client.get(done.headers["Location"]).status_code == 200
    assert who(client) is None
    assert is_asked_to_sign_in(elsewhere)
    type_password(client, noor.email, "a-quite-new-password")
    assert client.get(reverse(SHOW)).status_code == 200


def test_patients_get_no_password_by_code(client: Client, ana: User) -> None:
    from tests.accounts.helpers import letters_to, newest_code, words

    client.post(reverse("account_reset_password"), {"email": ana.email})
    assert newest_code(ana.email) is None
    assert "This address has no password" in words(letters_to(ana.email)[0])


def test_a_changed_password_signs_out_everywhere(signed_in: SignedIn, noor: User) -> None:
    client, elsewhere = signed_in(noor), signed_in(noor)
    told = {"oldpassword": PASSWORD, "password1": "a-quite-new-password", "password2": "a-quite-new-password"}
    changed = client.post(reverse("account_change_password"), told)
    assert changed.headers["Location"] == reverse(SIGN_IN)
    assert who(client) is None
    assert elsewhere.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "social/", "login/", "password/set/", "3rdparty/", "inactive/", "confirm-email/"]
)
def test_what_is_not_used_is_not_there(client: Client, db: None, path: str) -> None:
    assert client.get(f"/account/{path}").status_code == 404
    assert client.post(f"/account/{path}").status_code == 404


def test_sign_in_by_code_never_opens_the_admin(client: Client, ada: User) -> None:
    """The trap this site was built around: an e-mailed code alone must open nothing for staff."""
    ask_for_code(client, ada.email)
    assert who(client) is None
    assert is_asked_to_sign_in(client)


def test_the_admins_own_sign_in_form_is_never_shown(client: Client, ada: User, rui: User) -> None:
    posted = {"username": ada.email, "password": PASSWORD}
    assert client.get("/admin/login/").headers["Location"].startswith(reverse(SIGN_IN))
    assert client.post("/admin/login/", posted).headers["Location"].startswith(reverse(SIGN_IN))
    assert who(client) is None
    sign_in(rui, client=client)
    client.post("/admin/login/", posted)
    assert who(client) == rui.pk


def test_allauths_settings_are_the_ones_the_clinic_decided() -> None:
    assert settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT == 15 * 60
    assert settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS == 5
    assert isinstance(caches["default"], DatabaseCache)
    assert admin.site.has_permission is roles.may_enter_admin
