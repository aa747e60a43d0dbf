"""What the environment is asked, outside of production."""

import re
from pathlib import Path

import dj_database_url
import dj_email_url  # type: ignore[import-untyped]  # ships no types
import pytest

from clinic import sms_url
from clinic.environment import problems_of_production

KEY = "aW52ZW50ZWQtZm9yLXRoZS10ZXN0cy0wMTIzNDU2Nzg="


def problems(**changes: object) -> list[str]:
    asked: dict[str, object] = {
        "mode": "development",
        "debug": True,
        "secret_key": "short",
        "answer_keys": [KEY],
        "hosts": ["*"],
        "site_url": "http://localhost:8000",
        "time_zone": "America/Los_Angeles",
        "known_keys": (),
    }
    return problems_of_production(**{**asked, **changes})  # type: ignore[arg-type]  # a table of keyword arguments


@pytest.mark.parametrize("mode", ["development", "demo"])
def test_this_machine_alone_may_be_careless(mode: str) -> None:
    assert problems(mode=mode) == []


@pytest.mark.parametrize("mode", ["development", "demo", "production"])
def test_a_broken_key_is_refused_everywhere(mode: str) -> None:
    assert "ANSWER_KEYS: key 2 is not a Fernet key." in problems(mode=mode, answer_keys=[KEY, KEY[:-5]])


PRODUCTION: dict[str, object] = {
    "mode": "production",
    "debug": False,
    "secret_key": "an-invented-text-of-more-than-fifty-letters-0123456789",
    "hosts": ["clinic.example"],
    "site_url": "https://clinic.example",
}


@pytest.mark.parametrize(
    ("name", "value", "refused"),
    [
        ("mail", "django.core.mail.backends.console.EmailBackend", "EMAIL_URL"),
        ("mail", "django.core.mail.backends.filebased.EmailBackend", "EMAIL_URL"),
        ("mail", "", "EMAIL_URL"),
        ("proxies", -1, "TRUSTED_PROXIES"),
        ("proxies", 10, "TRUSTED_PROXIES"),
        ("proxies", 2, ""),
        ("origins", ["*"], "CSRF_TRUSTED_ORIGINS"),
        ("origins", ["https://*"], "CSRF_TRUSTED_ORIGINS"),
        ("origins", ["https://*.com"], "CSRF_TRUSTED_ORIGINS"),
        ("origins", ["http://clinic.example"], "CSRF_TRUSTED_ORIGINS"),
        ("origins", ["https://clinic.example:8443"], ""),
        ("hosts", [".com"], "ALLOWED_HOSTS"),
        ("hosts", ["", ""], "ALLOWED_HOSTS"),
        ("hosts", ["clinic.example", ""], "ALLOWED_HOSTS"),
        ("hosts", ["https://clinic.example"], "ALLOWED_HOSTS"),
        ("hosts", ["clinic.example/"], "ALLOWED_HOSTS"),
        ("hosts", [".clinic.example"], ""),
        ("hosts", ["www.clinic.example", "Clinic.example"], ""),
        ("hosts", ["www.clinic.example"], "SITE_URL"),
        ("site_url", "https://other.example", "SITE_URL"),
        ("secret_key", "django-insecure-" + "an-invented-text-of-more-than-fifty-letters", "SECRET_KEY"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(name: str, value: object, refused: str) -> None:
    assert problems(**PRODUCTION) == []
    wrong = problems(**PRODUCTION | {name: value})
    assert [sentence.split()[0].rstrip(":") for sentence in wrong] == ([refused] if refused else [])


def test_every_address_that_is_recommended_is_read(root: Path) -> None:
    """What papers, hints and refusals say may be typed as it stands."""
    places = [*(root / "docs").glob("*.md"), root / "README.md", *(root / "clinic").rglob("*.py")]
    text = "\n".join(path.read_text() for path in places).replace("…", "x")
    found = {name: sorted(set(pattern.findall(text))) for name, pattern in RECOMMENDED.items()}
    assert {name: bool(values) for name, values in found.items()} == dict.fromkeys(RECOMMENDED, True)
    unread = [value for value in found["EMAIL_URL"] if "EMAIL_BACKEND" not in dj_email_url.parse(value)]
    unread += [value for value in found["SMS_URL"] if sms_url.problem(value)]
    unread += [value for value in found["DATABASE_URL"] if not dj_database_url.parse(value)["ENGINE"]]
    unread += [value for value in found["SITE_URL"] if problems(**PRODUCTION | {"site_url": value})]
    assert unread == []
    # TLS from the first password on.
    assert all(dj_email_url.parse(value)["EMAIL_USE_TLS"] for value in found["EMAIL_URL"] if "@" in value)


RECOMMENDED = {
    "EMAIL_URL": re.compile(r"EMAIL_URL[^\n]*?(?:for example |=)`?([a-z+]+://[^\s`\"|,]+?)\.?[`\"\s]"),
    "SMS_URL": re.compile(r"SMS_URL[^\n]*?(?:for example |=)`?([a-z+]+://[^\s`\"|,]+?)\.?[`\"\s]"),
    "DATABASE_URL": re.compile(r"DATABASE_URL[^\n]*?(?:for example |=)`?([a-z+]+://[^\s`\"|,]+?)\.?[`\"\s]"),
    "SITE_URL": re.compile(r"SITE_URL[^\n]*?(?:for example |=)`?(https://[^\s`\"|,]+?)\.?[`\"\s]"),
}
