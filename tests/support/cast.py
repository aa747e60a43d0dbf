"""The cast: Ana and Zed are patients, Noor treats, Rui is at the desk, Edda writes, Ada keeps people and the book.

    def test_the_desk_reads_no_answer(rui, signed_in): client = signed_in(rui)

Zed is a patient who must never see anything of Ana's.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from clinic.accounts import roles
from clinic.accounts.models import Practitioner, User
from tests.support.times import NOW

PASSWORD = "a-lantern-in-the-street"
SignedIn = Callable[..., Client]


def pytest_configure() -> None:
    # A slow hash is right in life; two hundred sign-ins of a test run need none.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def make_staff(email: str, name: str, role: str) -> User:
    """Return a member of staff with PASSWORD, in one role."""
    from django.contrib.auth.models import Group

    user = User.objects.create_user(email, PASSWORD, name=name, is_staff=True, date_joined=NOW - timedelta(days=100))
    user.groups.add(Group.objects.get(name=role))
    if role == roles.PRACTITIONER:
        Practitioner.objects.create(user=user, licence="AC 00001", title="L.Ac.", languages="English")
    return user


def make_mailbox(email: str) -> User:
    """Return a patient's user: an address, no password."""
    return User.objects.create_user(email, date_joined=NOW - timedelta(days=100))


@pytest.fixture
def ana(db: None) -> User:
    """A patient's mailbox."""
    return make_mailbox("ana@example.com")


@pytest.fixture
def zed(db: None) -> User:
    """Another patient's mailbox: a stranger to Ana."""
    return make_mailbox("zed@example.com")


@pytest.fixture
def noor(db: None) -> User:
    """A practitioner."""
    return make_staff("noor@clinic.example", "Noor Inventada", roles.PRACTITIONER)


@pytest.fixture
def rui(db: None) -> User:
    """The front desk."""
    return make_staff("rui@clinic.example", "Rui Amostra", roles.DESK)


@pytest.fixture
def edda(db: None) -> User:
    """The editor."""
    return make_staff("edda@clinic.example", "Edda Muster", roles.EDITOR)


@pytest.fixture
def ada(db: None) -> User:
    """The administrator."""
    return make_staff("ada@clinic.example", "Ada Sample", roles.ADMINISTRATOR)


@pytest.fixture
def signed_in() -> SignedIn:
    """Return a client signed in as somebody: patients by code, staff by password and second factor.

    `signed_in(noor, second_factor=False)` has passed the password only.
    """
    return sign_in


def sign_in(user: User, *, second_factor: bool = True, client: Client | None = None) -> Client:
    """Sign a client in without walking through the pages; those have journeys of their own."""
    client = client or Client()
    client.force_login(user)
    session = client.session
    at = time.time()
    shown: list[dict[str, Any]] = [{"method": "password" if user.is_staff else "code", "at": at, "email": user.email}]
    if user.is_staff and second_factor:
        shown.append({"method": "mfa", "at": at, "id": _authenticator(user), "type": "totp"})
    session["account_authentication_methods"] = shown
    session["account_authentication_methods_user"] = user.pk
    session.save()
    return client


def _authenticator(user: User) -> int:
    """Return the key of an authenticator app of this person, enrolled if there is none."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return int(found.pk if found else TOTP.activate(user, generate_totp_secret()).instance.pk)
