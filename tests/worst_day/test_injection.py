"""Cells, calendar files and mails made of what somebody typed: 300, 100 and 300 attacks in the battery."""

import csv
import io
from dataclasses import replace
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from clinic import spreadsheet
from clinic.accounts.models import Patient, User
from clinic.booking import calendar, calendar_feeds, places, services
from clinic.booking.models import CalendarFeed, VisitType
from clinic.desk import reports
from clinic.outbox import delivery, letters
from clinic.site_settings import services as site_settings
from clinic.text import collapse
from tests.booking.builders import TEN
from tests.booking.conftest import anas, consultation, noors, room  # noqa: F401  (fixtures)
from tests.outbox.conftest import Write, kinds, server, write  # noqa: F401  (fixtures)
from tests.outbox.mail_server import MailServer
from tests.support.times import NOW

# Small, it runs on one database; whole, on both.
pytestmark = [pytest.mark.django_db, pytest.mark.heavy, pytest.mark.either_database]
# Written down a second time: what a spreadsheet takes for a formula at the beginning of a cell.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
SIGNS = tuple(sign for sign in FORMULA if sign.isprintable())
FORMULAS = ("cmd|' /C calc'!A0", 'HYPERLINK("https://evil.example","x")', "1+1", "SUM(A1:A9)*cmd|x", "@x", "=1;=2,=3")
BEFORE = ("", "\t", "\r\n", '"', ",", ";", "Ana;", "Ana\t", "Ana; ", 'Ana;"')
# Where else than at a comma spreadsheets divide a line: Excel in many countries, and LibreOffice at either.
DIVIDERS = (";", "\t")
BREAKS = (
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "\u2029",
    "\x85",
    "\x0b",
    "\x0c",
    "\r\n ",
    "\n\t",
    "\0",
    "\x1b",
    "\\n",
    "%0d%0a",
)
LINES = (
    "Bcc: zed@example.com",
    "Cc: zed@example.com",
    "To: zed@example.com",
    "Subject: other",
    "From: zed@example.com",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: base64",
    "Reply-To: zed@example.com",
    "X-Sent-By: zed",
    "\r\n<script>alert(1)</script>",
    ".\r\nQUIT",
    "Message-ID: <other@example.com>",
)
BORDERS = ("{breaks}{line}", "x{breaks}{line}{breaks}{breaks}body", "{line}{breaks}")
PROPERTIES = (
    "END:VEVENT",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:other",
    "END:VCALENDAR",
    "ATTACH:https://evil.example/x",
    "ATTENDEE:mailto:zed@example.com",
    "ORGANIZER;CN=zed:mailto:zed@example.com",
    "BEGIN:VALARM\r\nACTION:AUDIO",
    "URL:https://evil.example/",
)


def cells() -> list[str]:
    return ["".join(parts) for parts in product(BEFORE, FORMULA, FORMULAS)]


def lines() -> list[str]:
    return [b.format(breaks=breaks, line=line) for b, breaks, line in product(BORDERS, BREAKS, LINES)]


def properties() -> list[str]:
    return [f"x{breaks}{line}" for breaks, line in product(BREAKS, PROPERTIES)]


def some(attacks: list[str], count: int) -> list[str]:
    """Return so many of the attacks, from all over the list; all of them where that is more."""
    return attacks[:: max(1, len(attacks) // count)]


def test_the_attacks_are_many() -> None:
    counts = {"cells": len(set(cells())), "properties": len(set(properties())), "lines": len(set(lines()))}
    assert [name for name, least in (("cells", 300), ("properties", 100), ("lines", 300)) if counts[name] < least] == []


def test_no_cell_of_a_report_is_a_formula(size: Any) -> None:
    names = some(cells(), size(30, 300))
    day = timezone.localdate(NOW)
    report = reports.report(day, day)
    rows = [reports.Filling(name=name, visits=1, booked=1, open=1, no_shows=0, cancelled=0) for name in names]
    told = list(csv.reader(io.StringIO(reports.as_csv(replace(report, filling=rows)), newline="")))
    plain = list(
        csv.reader(io.StringIO(reports.as_csv(replace(report, filling=[replace(rows[0], name="x")] * len(rows)))))
    )
    assert [len(row) for row in told] == [len(row) for row in plain]
    assert [cell for row in told for cell in row if cell.startswith(FORMULA)] == []
    first = next(number for number, row in enumerate(plain) if row[:1] == ["x"])
    assert [spreadsheet.unguarded(row[0]) for row in told[first : first + len(names)]] == names


def divided(text: str, at: str) -> list[str]:
    """The cells that a spreadsheet makes of a table which it divides at another sign than a comma."""
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=at) for cell in row]


@pytest.mark.parametrize("divider", DIVIDERS)
def test_no_spreadsheet_makes_a_formula_of_the_middle_of_a_cell(divider: str) -> None:
    text = spreadsheet.table([(1, cell, 2) for cell in cells()])
    assert [cell for cell in divided(text, divider) if cell.strip('" \t\r\n').startswith(SIGNS)] == []
    # LibreOffice divides at all of them, but at none inside of quotes: every text stands in quotes.
    assert [row[:3] for row in spreadsheet.table([(1, "a", 2)]).splitlines()] == ['1,"']
    # The control: without the guard inside of a cell there would be one.
    assert divided(f"Ana{divider}=1+1", divider)[1].startswith(FORMULA)


def test_no_name_brings_anything_into_a_calendar_file(
    size: Any,
    anas: Patient,  # noqa: F811  (the fixture)
    consultation: VisitType,  # noqa: F811  (the fixture)
    rui: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    visit = services.book(
        patient=anas,
        visit_type=consultation,
        start=TEN,
        practitioner=consultation.practitioners.get().pk,
        by=rui,
        at=NOW,
    )
    name = {"is": "plain"}
    clinic = SimpleNamespace(name="", address="", directions="", directions_url="", getting_in="", location_name="")
    monkeypatch.setattr(site_settings, "current", lambda: clinic)

    def bones(text: str) -> list[tuple[str, list[str]]]:
        """The parts of the file made with this text in every name, and the properties of each."""
        visit.practitioner.user.name = clinic.name = clinic.address = text
        found = Calendar.from_ical(calendar.of(visit, invites="ana@example.com"))
        return [(part.name or "", sorted(part)) for part in found.walk()]

    whole = bones(name["is"])
    assert [part for part, _properties in whole] == ["VCALENDAR", "VEVENT"]
    assert {text: told for text in some(properties(), size(20, 100)) if (told := bones(text)) != whole} == {}


def test_no_name_brings_anything_into_a_practitioners_calendar(
    size: Any,
    anas: Patient,  # noqa: F811  (the fixture)
    consultation: VisitType,  # noqa: F811  (the fixture)
    rui: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    treating = consultation.practitioners.get()
    services.book(patient=anas, visit_type=consultation, start=TEN, practitioner=treating.pk, by=rui, at=NOW)
    calendar_feeds.renew(treating, shows_initials=True, by=treating.user, at=NOW)
    feed = CalendarFeed.objects.get()
    [visit] = calendar_feeds._visits(feed, at=NOW)
    place = SimpleNamespace(name="", zone=None)
    monkeypatch.setattr(calendar_feeds, "_visits", lambda feed, *, at: [visit])
    monkeypatch.setattr(places, "of_room", lambda _room: place)

    def read(text: str) -> list[Any]:
        visit.visit_type.name = place.name = text
        visit.patient.full_name = f"{text} {text}"
        return list(Calendar.from_ical(calendar_feeds.calendar_of(feed, at=NOW)).walk())

    def bones(text: str) -> list[tuple[str, list[str]]]:
        """The parts of the file, and the properties of each."""
        return [(part.name or "", sorted(part)) for part in read(text)]

    whole = bones("plain")
    assert [part for part, _properties in whole] == ["VCALENDAR", "VEVENT"]
    assert "LOCATION" in whole[1][1]
    attacks = some(properties(), size(20, 100))
    assert {text: told for text in attacks if (told := bones(text)) != whole} == {}
    # RFC 5545 forbids control characters in a text, and some readers take one for the end of a line.
    texts = [str(part[name]) for text in attacks for part in read(text)[1:] for name in ("SUMMARY", "LOCATION")]
    assert [text for text in texts if text != collapse(text)] == []


def test_no_word_brings_anything_into_the_head_of_a_mail_and_none_is_lost(
    size: Any,
    write: Write,  # noqa: F811  (the fixture)
    kinds: dict[str, Any],  # noqa: F811  (the fixture)
    server: MailServer,  # noqa: F811  (the fixture)
) -> None:
    attacks = some(lines(), size(10, 300))
    for number, text in enumerate(["plain", *attacks]):
        kinds["test.greeting"] = lambda letter, at, text=text: letters.Message(f"For {text}", "Hello.\n")
        write(f"greeting:{number}")
        delivery.send_next(at=NOW)
    heads = [(mail.keys(), mail["To"], mail["Bcc"], mail["Cc"], mail.get_content_type()) for mail in server.taken]
    assert len(heads) == len(attacks) + 1
    assert [head for head in heads if head != heads[0]] == []
    assert {len(mail.get_payload()) for mail in server.taken} == {len(server.taken[0].get_payload())}
    assert [mail["Subject"] for mail in server.taken if "\n" in str(mail["Subject"]).replace("\n ", "")] == []
