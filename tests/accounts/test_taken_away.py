"""What is taken away ends the sessions that used it; what was begun before sets nothing; shown digits grow old."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from clinic.accounts import services
from clinic.accounts.models import User
from tests.accounts.helpers import SIGN_IN, app_of, digits, newest_code, type_password
from tests.support.cast import PASSWORD, sign_in
from tests.support.times import NOW

CODE, NEW_PASSWORD = "account_confirm_password_reset_code", "account_complete_password_reset"
NEW = {"password1": "a-quite-new-password", "password2": "a-quite-new-password"}
Deed = Callable[[User, User, Client], object]

pytestmark = pytest.mark.django_db


def removes_the_app(noor: User, _ada: User, here: Client) -> None:
    Authenticator.objects.create(user=noor, type=Authenticator.Type.WEBAUTHN, data={"name": "Key", "credential": {}})
    here.post(reverse("mfa_deactivate_totp"))


def changes_the_password(_noor: User, _ada: User, here: Client) -> None:
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD} | NEW)


@pytest.mark.parametrize(
    "deed",
    [
        lambda noor, ada, _here: services.forget_second_factor(noor, by=ada, at=NOW),
        lambda noor, ada, _here: services.deactivate(noor, by=ada, at=NOW),
        removes_the_app,
        changes_the_password,
    ],
    ids=["factor forgotten", "let go", "app removed", "password changed"],
)
def test_sessions_end_with_what_they_used(deed: Deed, noor: User, ada: User) -> None:
    here, elsewhere = sign_in(noor), sign_in(noor)
    work = reverse("desk:my_day")
    assert [client.get(work).status_code for client in (here, elsewhere)] == [200, 200]
    deed(noor, ada, here)
    ended = elsewhere.get(work)
    assert (ended.status_code, ended.headers["Location"].partition("?")[0]) == (302, reverse(SIGN_IN))
    # Nor does this session go on with a factor that is gone.
    assert here.get(work).status_code == 302


@pytest.mark.parametrize("comes_back", [False, True])
def test_a_reset_begun_before_somebody_was_let_go_sets_nothing(
    comes_back: bool, client: Client, noor: User, ada: User
) -> None:
    client.post(reverse("account_reset_password"), {"email": noor.email})
    client.post(reverse(CODE), {"code": newest_code(noor.email) or ""})
    services.deactivate(noor, by=ada, at=NOW)
    if comes_back:
        services.reactivate(noor, by=ada, at=NOW)
    answer = client.post(reverse(NEW_PASSWORD), NEW)
    assert "You can no longer choose a new password here." in answer.text
    noor.refresh_from_db()
    assert not noor.has_usable_password()


@pytest.mark.parametrize(
    ("first", "second", "later", "works"),
    [(0, -1, 0, False), (0, 0, 31, False), (1, 0, 0, False), (0, 1, 0, True), (0, 1, 31, True)],
    ids=["before it", "the same, half a minute later", "an early one, then the one before", "next", "next, later"],
)
def test_digits_of_an_earlier_half_minute_are_refused_after_later_ones(
    first: int, second: int, later: int, works: bool, noor: User
) -> None:
    secret = app_of(noor)
    with time_machine.travel(NOW, tick=False) as clock:
        codes = [digits(secret, step=first), digits(secret, step=second)]
        for code, right in zip(codes, (True, works), strict=True):
            client = Client()
            type_password(client, noor.email, PASSWORD)
            client.post(reverse("mfa_authenticate"), {"code": code})
            assert ("_auth_user_id" in client.session) is right
            clock.shift(timedelta(seconds=later))
