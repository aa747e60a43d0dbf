"""Letters of an invented kind, and a mail server."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from clinic.outbox import letters
from clinic.outbox.models import Letter
from tests.outbox.mail_server import MailServer, mail_server
from tests.support.times import NOW

Write = Callable[..., Letter]


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> dict[str, letters.type_teller]:
    """The registered kinds, put back afterwards, with one more: "test.greeting"."""
    monkeypatch.setattr(letters, "KINDS", dict(letters.KINDS))
    monkeypatch.setattr("clinic.outbox.delivery.KINDS", letters.KINDS)

    @letters.kind("test.greeting")
    def _greeting(letter: Letter, at: datetime) -> letters.Message | None:
        return letters.Message("Good morning", f"Good morning, {letter.about_ref}.\n")

    return letters.KINDS


@pytest.fixture
def write(kinds: dict[str, letters.type_teller], db: None) -> Write:
    """Write a letter of the kind "test.greeting" to Ana."""

    def write(key: str = "greeting:1", **said: Any) -> Letter:
        wanted: dict[str, Any] = {"to": "ana@example.com", "at": NOW, "about": "test.thing:BCDF"} | said
        letters.enqueue(wanted.pop("kind", "test.greeting"), key=key, **wanted)
        return Letter.objects.defer("sealed", "rendered").get(key=key)

    return write


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """A real mail conversation instead of Django's list of mails."""
    with mail_server() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", running.port, 2
        yield running
