"""The environment of a test run: nothing of the shell around it may change what is proved."""

import os
from collections.abc import Mapping

# Every variable clinic/settings.py reads; tests/clinic/test_settings.py holds this list against the file.
OURS = (
    "ALLOWED_HOSTS",
    "ANSWER_KEYS",
    "BOUNCE_SECRET",
    "CLINIC_MODE",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_URL",
    "LOG_LEVEL",
    "SECRET_KEY",
    "SITE_URL",
    "SMS_URL",
    "TIME_ZONE",
    "TRUSTED_PROXIES",
)

# A production that would start, with keys made up for this file.
PRODUCTION = {
    "CLINIC_MODE": "production",
    "SECRET_KEY": "invented-for-the-tests-Zq8#rT2!vLm5^xWc9&nBd4*kJh7(pGf3)sYa6",
    "ANSWER_KEYS": "aW52ZW50ZWQtZm9yLXRoZS10ZXN0cy0wMTIzNDU2Nzg=",
    "ALLOWED_HOSTS": "clinic.example",
    "SITE_URL": "https://clinic.example",
    "DATABASE_URL": "postgres://clinic@localhost/clinic",  # named, never reached: these starts ask for no data
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "hello@clinic.example",
}


def clean(**ours: str) -> dict[str, str]:
    """Return the environment without the clinic's variables, then with the given ones."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return kept | {"CLINIC_MODE": "development", "PYTHONUNBUFFERED": "1"} | ours


def in_ci(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a machine is asking: then a skipped test is a failure."""
    return environment.get("CI", "").lower() not in ("", "0", "false", "no")
