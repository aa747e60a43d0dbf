"""Reading the letters of signing in, and an authenticator app."""

import re
import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.outbox.models import Letter

CODE = re.compile(r"^ {4}([A-Z]{4}-[A-Z]{4})$", re.MULTILINE)
SIGN_IN, ASK, CONFIRM = "account_login", "account_request_login_code", "account_confirm_login_code"


def letters_to(address: str) -> list[Letter]:
    return list(Letter.objects.filter(to=address).order_by("pk"))


def words(letter: Letter) -> str:
    assert letter.sealed is not None
    return f"{letter.sealed['subject']}\n{letter.sealed['body']}"


def newest_code(address: str) -> str | None:
    texts = [text for letter in letters_to(address) if letter.sealed and (text := letter.sealed.get("text", ""))]
    if address.startswith("+"):  # a phone
        return next((text.partition(" ")[0] for text in reversed(texts) if "is your code" in text), None)
    found = [match[1] for letter in letters_to(address) if (match := CODE.search(words(letter)))]
    return found[-1] if found else None


def ask_for_code(client: Client, address: str, **more: str) -> Any:
    return client.post(reverse(ASK), {"email": address, **more})


def type_code(client: Client, code: str, **more: str) -> Any:
    return client.post(reverse(CONFIRM), {"code": code, **more})


def type_password(client: Client, address: str, password: str, **more: str) -> Any:
    return client.post(reverse(SIGN_IN), {"login": address, "password": password, **more})


def app_of(user: User) -> str:
    """Set up an authenticator app for somebody and return its secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def digits(secret: str, *, step: int = 0) -> str:
    """Return what the app shows now, or some steps later (a shown code works once)."""
    counter = int(time.time()) // 30 + step
    return str(format_hotp_value(hotp_value(secret, counter)))


def has_app(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())
