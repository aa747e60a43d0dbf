"""What production refuses to start with, as plain sentences."""

import re
import zoneinfo
from collections.abc import Sequence
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

SMTP = "django.core.mail.backends.smtp.EmailBackend"
MOST_PROXIES = 9
# A host, or (with a dot before it) a host and all below it: two names at least, or an address of this network.
_HOST = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|localhost|\[[0-9A-Fa-f:]+\]")
_ORIGIN = re.compile(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?")


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
    mail: str = SMTP,
    texts: str = "",
    bounce_secret: str = "",
    proxies: int = 0,
    origins: Sequence[str] = (),
) -> list[str]:
    """Return one sentence for each setting that is wrong or cannot be meant; empty when the clinic may start.

    A malformed key, time zone, number of proxies, mail address (`mail`: Django's backend for it, empty for one that was
    not understood) or address of text messages (`texts`: what is wrong with it) is refused in every mode, the rest in
    production only.
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
    if not 0 <= proxies <= MOST_PROXIES:
        problems.append(f"TRUSTED_PROXIES must be how many proxies stand before us: a number from 0 to {MOST_PROXIES}.")
    if bounce_secret and len(bounce_secret) < 32:
        problems.append("BOUNCE_SECRET is too short: set a random text of at least 32 characters.")
    if mode != "production":
        return problems
    if mail and mail != SMTP:
        problems.append(
            "EMAIL_URL sends nothing: name a mail server, for example submission://user:password@mail.example:587."
        )
    if debug:
        problems.append("DEBUG must be off in production.")
    if not secret_key:
        problems.append("SECRET_KEY is missing: set a random text of at least 50 characters.")
    elif secret_key.startswith("django-insecure-"):
        problems.append("SECRET_KEY begins with django-insecure-: set a random text of at least 50 characters.")
    elif secret_key in known_keys or len(secret_key) < 50 or len(set(secret_key)) < 5:
        problems.append("SECRET_KEY is a default or too short: set a random text of at least 50 characters.")
    if not answer_keys:
        problems.append("ANSWER_KEYS is missing: without an encryption key no answer can be stored.")
    elif any(key in known_keys for key in answer_keys):
        problems.append("ANSWER_KEYS holds the development key: make one with `manage.py make_key`.")
    return problems + _problems_of_addresses(hosts, site_url) + _problems_of_origins(origins)


def _problems_of_addresses(hosts: Sequence[str], site_url: str) -> list[str]:
    """What is wrong with the names of the site: none, one that fits anybody's, or one that letters do not link to."""
    problems = []
    named = [host.strip() for host in hosts if host.strip()]
    if not named:
        problems.append("ALLOWED_HOSTS is missing: name the host names of the clinic's site.")
    elif any(host in {"*", "."} for host in named):
        problems.append("ALLOWED_HOSTS must name hosts; `*` would let anyone choose the address in our letters.")
    elif len(named) < len(hosts) or not all(_HOST.fullmatch(host) for host in named):
        problems.append("ALLOWED_HOSTS must name whole hosts, separated by commas, for example clinic.example.")
    site = urlsplit(site_url)
    if site.scheme != "https" or not site.hostname:
        problems.append("SITE_URL is missing or not https: letters link to it, for example https://clinic.example.")
    elif not problems and not any(_fits(site.hostname, host.lower()) for host in named):
        problems.append("SITE_URL names a host that is not in ALLOWED_HOSTS: no link in our letters would open.")
    return problems


def _problems_of_origins(origins: Sequence[str]) -> list[str]:
    if all(_ORIGIN.fullmatch(origin) for origin in origins):
        return []
    return ["CSRF_TRUSTED_ORIGINS must name whole origins with https, for example https://clinic.example."]


def _fits(name: str, host: str) -> bool:
    return name == host or (host.startswith(".") and (name.endswith(host) or name == host[1:]))


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
