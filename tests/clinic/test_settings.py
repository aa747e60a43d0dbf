"""A clinic that starts half-configured is worse than one that does not start."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import environment

START = "import clinic.settings"


def start(root: Path, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Start production with some settings changed (None: missing)."""
    wanted = environment.clean(**environment.PRODUCTION)
    for name, value in changes.items():
        wanted.pop(name, None)
        if value is not None:
            wanted[name] = value
    return subprocess.run([sys.executable, "-c", START], cwd=root, env=wanted, capture_output=True, text=True)


def test_a_whole_configuration_starts(root: Path) -> None:
    done = start(root)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "true", "DEBUG must be off in production."),
        ("SECRET_KEY", None, "SECRET_KEY is missing: set a random text of at least 50 characters."),
        ("SECRET_KEY", "short", "SECRET_KEY is a default or too short: set a random text of at least 50 characters."),
        ("SECRET_KEY", "ab" * 40, "SECRET_KEY is a default or too short: set a random text of at least 50 characters."),
        (
            "SECRET_KEY",
            "development-only-not-a-secret-0123456789-abcdefghijklmnopqrstuvwxyz",
            "SECRET_KEY is a default or too short: set a random text of at least 50 characters.",
        ),
        ("ANSWER_KEYS", None, "ANSWER_KEYS is missing: without an encryption key no answer can be stored."),
        ("ANSWER_KEYS", "not-a-key", "ANSWER_KEYS: key 1 is not a Fernet key."),
        (
            "ANSWER_KEYS",
            "ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtMTI=",
            "ANSWER_KEYS holds the development key: make one with `manage.py make_key`.",
        ),
        ("ALLOWED_HOSTS", None, "ALLOWED_HOSTS is missing: name the host names of the clinic's site."),
        (
            "ALLOWED_HOSTS",
            "clinic.example,*",
            "ALLOWED_HOSTS must name hosts; `*` would let anyone choose the address in our letters.",
        ),
        (
            "SITE_URL",
            None,
            "SITE_URL is missing or not https: letters link to it, for example https://clinic.example.",
        ),
        (
            "SITE_URL",
            "http://clinic.example",
            "SITE_URL is missing or not https: letters link to it, for example https://clinic.example.",
        ),
        ("TIME_ZONE", "Mars/Olympus", "TIME_ZONE: there is no time zone called 'Mars/Olympus'."),
        ("TRUSTED_PROXIES", "some", "TRUSTED_PROXIES: Not a valid integer."),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES must be how many proxies stand before us: a number from 0 to 9."),
        (
            "EMAIL_URL",
            "carrier-pigeon://home",
            "EMAIL_URL names no kind of mail server we know, for example submission://user:password@mail.example:587.",
        ),
        (
            "EMAIL_URL",
            "console://",
            "EMAIL_URL sends nothing: name a mail server, for example submission://user:password@mail.example:587.",
        ),
        (
            "CSRF_TRUSTED_ORIGINS",
            "*",
            "CSRF_TRUSTED_ORIGINS must name whole origins with https, for example https://clinic.example.",
        ),
        (
            "SMS_URL",
            "twilio://AC1:token@",
            "SMS_URL names no number to send from: add ?from=+12135550100, or ?service=MG….",
        ),
        ("BOUNCE_SECRET", "short", "BOUNCE_SECRET is too short: set a random text of at least 32 characters."),
        ("DATABASE_URL", "nonsense", None),
        (
            "DATABASE_URL",
            "postgres://clinic:a/b#c@localhost/clinic",
            "DATABASE_URL: Not a valid database URL. In a password write / as %2F, # as %23, ? as %3F, @ as %40 and "
            "% as %25; one that `manage.py make_key --secret` prints needs none of it.",
        ),
        ("CLINIC_MODE", "sunday", "CLINIC_MODE: Must be one of: production, demo, development."),
    ],
)
def test_production_refuses(root: Path, name: str, value: str | None, sentence: str | None) -> None:
    done = start(root, **{name: value})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(name)
    if sentence:
        assert done.stderr == sentence + "\n"


def test_everything_wrong_is_told_at_once(root: Path) -> None:
    done = start(root, DEBUG="true", SECRET_KEY=None, ANSWER_KEYS=None, ALLOWED_HOSTS="*", SITE_URL=None)
    assert done.returncode == 1
    assert [line.split()[0] for line in done.stderr.splitlines()] == [
        "DEBUG",
        "SECRET_KEY",
        "ANSWER_KEYS",
        "ALLOWED_HOSTS",
        "SITE_URL",
    ]


def test_every_unreadable_variable_is_told_at_once(root: Path) -> None:
    done = start(root, DEBUG="perhaps", TRUSTED_PROXIES="some", LOG_LEVEL="loud")
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["DEBUG", "LOG_LEVEL", "TRUSTED_PROXIES"]


def test_no_word_of_a_secret_is_printed(root: Path) -> None:
    done = start(root, SECRET_KEY="hush", ANSWER_KEYS="canary-key")
    assert "hush" not in done.stderr
    assert "canary-key" not in done.stderr


def test_the_web_server_is_in_production_unless_told_otherwise(root: Path) -> None:
    without = {name: value for name, value in environment.clean().items() if name != "CLINIC_MODE"}
    done = subprocess.run(
        [sys.executable, "-c", "import clinic.wsgi"], cwd=root, env=without, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "SECRET_KEY is missing" in done.stderr


def test_every_variable_is_described_and_cleared_for_tests(root: Path) -> None:
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (root / "clinic" / "settings.py").read_text()))
    described = set(re.findall(r"^\| `([A-Z_]+)`", (root / "docs" / "settings.md").read_text(), re.MULTILINE))
    assert len(read) > 10
    assert read == set(environment.OURS)
    assert read <= described


def test_what_is_recommended_is_understood(root: Path) -> None:
    """Every address of a mail server that a hint or a paper names starts production."""
    papers = [root / "clinic/environment.py", root / "clinic/checks.py", *(root / "docs").glob("*.md")]
    named = {
        url.replace("…", "secret")
        for paper in papers
        for url in re.findall(r"(?:smtp|submission)[a-z+]*://[^\s`|\"]*[^\s`|\".]", paper.read_text())
    }
    assert len(named) >= 2
    assert {url: start(root, EMAIL_URL=url).stderr for url in named} == dict.fromkeys(named, "")


def test_what_make_key_prints_is_read_alike_by_a_shell_and_by_systemd(root: Path, tmp_path: Path) -> None:
    """systemd takes the value as it stands; a shell expands it. Django's own keys break there."""
    done = [
        subprocess.run([sys.executable, "manage.py", "make_key", *how], cwd=root, capture_output=True, text=True)
        for how in ((), ("--secret",))
    ]
    answer_key, secret = (made.stdout.strip() for made in done)
    file = tmp_path / "clinic.env"
    file.write_text(f"ANSWER_KEYS={answer_key}\nSECRET_KEY={secret}\nDATABASE_URL=postgres://clinic:{secret}@h/c\n")
    shell = subprocess.run(
        ["sh", "-c", f"set -a; . {file}; env"],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert {*file.read_text().split()} <= {*shell.stdout.split()}
    assert start(root, ANSWER_KEYS=answer_key, SECRET_KEY=secret).returncode == 0
    assert start(root, DATABASE_URL=f"postgres://clinic:{secret}@localhost/clinic").returncode == 0
