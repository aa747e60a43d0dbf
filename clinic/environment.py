"""What production refuses to start with, as plain sentences."""

import zoneinfo
from collections.abc import Sequence
from urllib.parse import urlsplit

from cryptography.fernet import Fernet


def problems_of_production(
    *,
    mode: str,
    debug: bool,
    secret_key: str,
    answer_keys: Sequence[str],
    hosts: Sequence[str],
    site_url: str,
    time_zone: str,
    known_keys: Sequence[str],
    mail: bool = True,
    texts: str = "",
    bounce_secret: str = "",
) -> list[str]:
    """Return one sentence for each setting that is wrong; empty when the clinic may start.

    A malformed key, time zone, mail address (`mail`: it was understood) or address of text messages (`texts`: what is
    wrong with it) is refused in every mode, the rest in production only.
    """
    problems = [
        f"ANSWER_KEYS: key {n} is not a Fernet key." for n, key in enumerate(answer_keys, 1) if not _is_fernet(key)
    ]
    if time_zone not in zoneinfo.available_timezones():
        problems.append(f"TIME_ZONE: there is no time zone called {time_zone!r}.")
    if not mail:
        problems.append(
            "EMAIL_URL names no kind of mail server we know, for example submission://user:password@mail.example:587."
        )
    if texts:
        problems.append(texts)
    if bounce_secret and len(bounce_secret) < 32:
        problems.append("BOUNCE_SECRET is too short: set a random text of at least 32 characters.")
    if mode != "production":
        return problems
    if debug:
        problems.append("DEBUG must be off in production.")
    if not secret_key:
        problems.append("SECRET_KEY is missing: set a random text of at least 50 characters.")
    elif secret_key in known_keys or len(secret_key) < 50 or len(set(secret_key)) < 5:
        problems.append("SECRET_KEY is a default or too short: set a random text of at least 50 characters.")
    if not answer_keys:
        problems.append("ANSWER_KEYS is missing: without an encryption key no answer can be stored.")
    elif any(key in known_keys for key in answer_keys):
        problems.append("ANSWER_KEYS holds the development key: make one with `manage.py make_key`.")
    if not hosts:
        problems.append("ALLOWED_HOSTS is missing: name the host names of the clinic's site.")
    elif any(host.strip() in {"*", "."} for host in hosts):
        problems.append("ALLOWED_HOSTS must name hosts; `*` would let anyone choose the address in our letters.")
    if urlsplit(site_url).scheme != "https" or not urlsplit(site_url).hostname:
        problems.append("SITE_URL is missing or not https: letters link to it, for example https://clinic.example.")
    return problems


# What a mistake in a variable mostly is, and how to mend it.
_HINTS = {
    "DATABASE_URL": "In a password write / as %2F, # as %23, ? as %3F, @ as %40 and % as %25; one that "
    "`manage.py make_key --secret` prints needs none of it."
}


def sentence_about(name: str, sentences: Sequence[str]) -> str:
    """Return what is told of a variable that cannot be read: its name, what is wrong, and how to mend it."""
    return " ".join([f"{name}:", *sentences, *([_HINTS[name]] if name in _HINTS else [])])


def _is_fernet(key: str) -> bool:
    try:
        Fernet(key)
    except (ValueError, TypeError):
        return False
    return True
