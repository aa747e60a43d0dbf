"""Where a text may have come to stand: every place that outlives a page, or that a stranger looks at."""

import base64
import binascii
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection

from clinic.audit.models import Entry
from clinic.outbox.models import Letter
from tests.access.life import Life, everywhere

Found = list[tuple[str, str]]
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
BASE64 = re.compile(r"[A-Za-z0-9+/=_-]{16,}")


def letters() -> Found:
    """Every letter as a row, and what it said or will say."""
    rows = [
        (f"letter {row.kind}", f"{row.__dict__} {row.subject} {row.body} {row.sealed}") for row in Letter.objects.all()
    ]
    return rows + [("sent mail", f"{sent.message()} {sent.subject} {sent.body}") for sent in mail.outbox]


def book() -> Found:
    return [(f"book {row.number} {row.deed}", str(row.__dict__)) for row in Entry.objects.all()]


def sessions() -> Found:
    return [("session", readable(str(row.get_decoded()))) for row in Session.objects.all()]


def admin_history() -> Found:
    return [("admin log", f"{row.object_repr} {row.change_message}") for row in LogEntry.objects.all()]


def tables() -> Iterator[tuple[str, str]]:
    """Every cell of every table, the cache's too, as it stands and as it reads with the plain codings undone."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (names come from the database itself)
            for row in cursor.fetchall():
                yield f"table {table}", " ".join(readable(cell) for cell in row)


def names() -> Iterator[tuple[str, str]]:
    """How every row of ours calls itself: in lists, messages, and the admin's history."""
    for model in apps.get_models():
        if model._meta.managed:
            yield from (
                (f"the name of a {model._meta.label}", f"{row} {row!r}") for row in model._default_manager.all()
            )


def titles(life: Life) -> Found:
    return everywhere(life.answers, lambda r: " ".join(TITLE.findall(_text(r))))


def addresses(life: Life) -> Found:
    """The address of every page, and where it led."""
    return everywhere(life.answers, lambda r: f"{r.request['PATH_INFO']}?{r.headers.get('Location', '')}")


def headers(life: Life) -> Found:
    """Every header and cookie that left the house."""
    return everywhere(life.answers, lambda r: f"{dict(r.headers)} {readable(r.cookies.output())}")


def pages(life: Life) -> Found:
    return everywhere(life.answers, _text)


def readable(cell: Any) -> str:
    """Return a cell as text, with what is merely packed in base64 unpacked beside it."""
    text = bytes(cell).decode(errors="replace") if isinstance(cell, bytes | memoryview) else str(cell)
    return " ".join([text, *_unpacked(text)])


def _unpacked(text: str) -> Iterator[str]:
    for word in BASE64.findall(text):
        for decode in (base64.b64decode, base64.urlsafe_b64decode):
            try:
                yield decode(word + "=" * (-len(word) % 4)).decode(errors="replace")
            except (binascii.Error, ValueError):
                continue


def _text(response: Any) -> str:
    return "" if response.streaming else response.content.decode(errors="replace")


class Listener(logging.Handler):
    """Hears every record before anybody else, in the form in which the clinic writes it."""

    def __init__(self, formatters: Iterable[logging.Formatter]) -> None:
        super().__init__(logging.DEBUG)
        self.formatters, self.lines = list(formatters), list[tuple[str, str]]()

    def emit(self, record: logging.LogRecord) -> None:
        for formatter in self.formatters:
            # Formatting empties a record of its traceback: each gets one of its own.
            copy = logging.makeLogRecord(record.__dict__)
            self.lines.append((f"log {record.name}", formatter.format(copy)))


def clinics_formatter() -> logging.Formatter:
    """The formatter that the settings put on the house's log."""
    own = structlog.stdlib.ProcessorFormatter
    return next(h.formatter for h in logging.getLogger().handlers if isinstance(h.formatter, own))


@contextmanager
def listening(*formatters: logging.Formatter) -> Iterator[Listener]:
    """Listen to everything, however small."""
    listener, loggers = Listener(formatters), [logging.getLogger(), logging.getLogger("django")]
    levels = [logger.level for logger in loggers]
    loggers[0].handlers.insert(0, listener)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    try:
        yield listener
    finally:
        loggers[0].removeHandler(listener)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def standing(places: Iterable[tuple[str, str]], *marks: str) -> list[str]:
    """Return the places in which one of the marks stands."""
    low = [mark.casefold() for mark in marks]
    return sorted({place for place, text in places if any(mark in text.casefold() for mark in low)})
