"""Sending: what leaves, what is tried again, what is given up."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import Message as Mail
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core import mail
from django.db import OperationalError

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.audit.transaction import audited_transaction
from clinic.outbox import delivery, letters
from clinic.outbox.hand_over import hand_over
from clinic.outbox.models import Letter
from clinic.outbox.querysets import CLAIMED_FOR
from tests.outbox.conftest import Write
from tests.outbox.mail_server import MailServer
from tests.support.queries import Queries
from tests.support.times import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

pytestmark = pytest.mark.django_db


def _outbox() -> Letter:
    return Letter.objects.get()


def _fails_with(trouble: Exception) -> Callable[[Letter, datetime], letters.Message | None]:
    def tell(_letter: Letter, _at: datetime) -> letters.Message | None:
        raise trouble

    return tell


def test_a_due_letter_leaves_with_what_its_room_says(write: Write, settings: Any) -> None:
    settings.SITE_URL = "https://clinic.example"
    letter = write()
    assert delivery.send_next(at=NOW) == letter
    (sent,) = mail.outbox
    assert (sent.subject, sent.body, sent.to) == ("Good morning", "Good morning, BCDF.\n", ["ana@example.com"])
    assert sent.extra_headers["Message-ID"] == f"<{letter.ref}@clinic.example>"
    assert (_outbox().state, _outbox().tries, _outbox().finished_at) == ("sent", 1, NOW)


def test_a_letter_is_sent_once(write: Write) -> None:
    write()
    delivery.send_next(at=NOW)
    assert delivery.send_next(at=NOW + HOUR) is None
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("earlier", [timedelta(0), timedelta(seconds=3), timedelta(minutes=2)])
def test_whoever_looked_at_the_clock_before_the_claim_takes_it_for_a_claim(
    earlier: timedelta, write: Write, kinds: dict[str, Any]
) -> None:
    """Another worker is at the letter, and this one asks with the time it read before: a busy database lies between."""
    write()
    again: list[Letter | None] = []

    def meanwhile(_letter: Letter, _at: datetime) -> letters.Message:
        again.append(delivery.send_next(at=NOW + HOUR - earlier))
        return letters.Message("Good morning", "Good morning.")

    kinds["test.greeting"] = meanwhile
    delivery.send_next(at=NOW + HOUR)
    assert (again, len(mail.outbox)) == ([None], 1)


def test_a_letter_waits_for_its_time(write: Write) -> None:
    write(due=NOW + HOUR)
    assert delivery.send_next(at=NOW + HOUR - timedelta(seconds=1)) is None
    assert delivery.send_next(at=NOW + HOUR) is not None


def test_the_longest_wait_comes_first(write: Write) -> None:
    for key, hours in (("b", 2), ("c", 3), ("a", 1)):
        write(key, due=NOW + hours * HOUR)
    sent = [delivery.send_next(at=NOW + 4 * HOUR) for _n in range(3)]
    assert [letter.key for letter in sent if letter] == ["a", "b", "c"]


def test_a_letter_no_longer_wanted_is_skipped(write: Write, kinds: dict[str, Any]) -> None:
    write()
    kinds["test.greeting"] = lambda letter, at: None
    delivery.send_next(at=NOW)
    assert (mail.outbox, _outbox().state) == ([], "skipped")


def test_what_a_letter_says_is_asked_when_it_is_sent(write: Write, kinds: dict[str, Any]) -> None:
    write()
    kinds["test.greeting"] = lambda letter, at: letters.Message("Later", f"{at:%H:%M}")
    delivery.send_next(at=NOW + HOUR)
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("Later", "19:30")


def test_a_letter_that_came_too_late_is_not_sent(write: Write) -> None:
    write(expires=NOW + HOUR)
    delivery.send_next(at=NOW + HOUR)
    assert (mail.outbox, _outbox().state) == ([], "expired")


def test_a_sealed_letter_says_what_was_sealed(write: Write) -> None:
    write(kind="account.code", sealed=letters.Message("Your\r\ncode", "BCDF-2345"), expires=NOW + HOUR)
    delivery.send_next(at=NOW)
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("Your code", "BCDF-2345")


def test_a_header_cannot_be_smuggled_in_by_a_name(write: Write, kinds: dict[str, Any], server: MailServer) -> None:
    kinds["test.greeting"] = lambda letter, at: letters.Message("For Bob\r\nBcc: zed@example.com", "Hello.\n")
    write()
    delivery.send_next(at=NOW)
    (sent,) = server.taken
    assert (sent["To"], sent["Bcc"], sent["Subject"]) == ("ana@example.com", None, "For Bob Bcc: zed@example.com")


def _tries(write: Write, trouble: Exception, kinds: dict[str, Any]) -> list[timedelta]:
    """Let a letter fail until it is given up; return the pauses between the tries."""
    write()
    kinds["test.greeting"] = _fails_with(trouble)
    pauses, at = [], NOW
    while _outbox().state == "due":
        pauses.append(_outbox().due - at)
        at = _outbox().due
        delivery.send_next(at=at)
    return pauses


def test_a_failing_letter_is_tried_eight_times_with_growing_pauses(write: Write, kinds: dict[str, Any]) -> None:
    pauses = _tries(write, ValueError("Ana said something"), kinds)
    assert pauses == [0 * MINUTE, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 8 * HOUR, 8 * HOUR]
    assert (_outbox().state, _outbox().tries, _outbox().trouble) == ("dead", 8, "ValueError")
    assert [letter.key for letter in Letter.objects.given_up()] == ["greeting:1"]


def test_a_letter_that_failed_once_leaves_when_the_trouble_is_over(write: Write, kinds: dict[str, Any]) -> None:
    write()
    good, kinds["test.greeting"] = kinds["test.greeting"], _fails_with(ValueError())
    delivery.send_next(at=NOW)
    assert (_outbox().state, _outbox().tries, _outbox().trouble) == ("due", 1, "ValueError")
    kinds["test.greeting"] = good
    assert delivery.send_next(at=NOW) is None
    delivery.send_next(at=NOW + MINUTE)
    assert (_outbox().state, _outbox().tries, len(mail.outbox)) == ("sent", 2, 1)


def test_a_letter_is_not_tried_again_after_it_expires(write: Write, kinds: dict[str, Any]) -> None:
    write(expires=NOW + 30 * timedelta(seconds=1))
    kinds["test.greeting"] = _fails_with(ValueError())
    delivery.send_next(at=NOW)
    assert (_outbox().state, _outbox().trouble) == ("expired", "ValueError")


def test_one_bad_letter_does_not_hold_up_the_others(write: Write, kinds: dict[str, Any]) -> None:
    kinds["test.bad"] = _fails_with(ValueError())
    write("bad", kind="test.bad")
    write("good")
    delivery.send_next(at=NOW)
    delivery.send_next(at=NOW)
    assert len(mail.outbox) == 1


def test_a_kind_that_is_gone_is_the_letters_trouble(write: Write, kinds: dict[str, Any]) -> None:
    write()
    del kinds["test.greeting"]
    delivery.send_next(at=NOW)
    assert (_outbox().state, _outbox().trouble) == ("due", "KeyError")


def test_a_letter_no_key_opens_is_its_own_trouble(write: Write, settings: Any) -> None:
    write(kind="account.code", sealed=letters.Message("s", "b"))
    settings.ANSWER_KEYS = [Fernet.generate_key().decode()]
    delivery.send_next(at=NOW)
    assert (_outbox_state(), mail.outbox) == (("due", "UnsealError"), [])


def _outbox_state() -> tuple[str, str]:
    return Letter.objects.values_list("state", "trouble").get()


def test_what_a_room_does_while_it_writes_is_undone_when_it_fails(write: Write, kinds: dict[str, Any]) -> None:
    def half(_letter: Letter, at: datetime) -> letters.Message:
        with audited_transaction():
            audit.record("test.half", at=at)
        raise ValueError

    write()
    kinds["test.greeting"] = half
    delivery.send_next(at=NOW)
    assert not Entry.objects.exists()


def test_a_lost_database_is_not_the_letters_fault(write: Write, kinds: dict[str, Any]) -> None:
    write()
    kinds["test.greeting"] = _fails_with(OperationalError("gone"))
    with pytest.raises(OperationalError):
        delivery.send_next(at=NOW)
    kinds["test.greeting"] = lambda letter, at: letters.Message("Hello", "")
    assert delivery.send_next(at=NOW + MINUTE) is None  # claimed still
    delivery.send_next(at=NOW + CLAIMED_FOR)
    assert _outbox().state == "sent"


@pytest.mark.parametrize(
    ("answer", "state", "trouble"),
    [
        ("550 no such person", "dead", "SMTPRecipientsRefused"),
        ("553 ana@example.com has a pacemaker", "dead", "SMTPRecipientsRefused"),
        ("450 try later", "due", "SMTPRecipientsRefused"),
        ("421 busy", "due", "SMTPRecipientsRefused"),
    ],
)
def test_a_refused_address_is_given_up_at_once_and_a_busy_server_tried_again(
    answer: str, state: str, trouble: str, write: Write, server: MailServer
) -> None:
    server.answer_to_recipient = answer
    write()
    delivery.send_next(at=NOW)
    assert _outbox_state() == (state, trouble)


@pytest.mark.parametrize(
    ("answer", "state", "trouble"),
    [("554 not this", "dead", "SMTPDataError 554"), ("451 not now", "due", "SMTPDataError 451")],
)
def test_a_refused_letter_is_given_up_at_once(
    answer: str, state: str, trouble: str, write: Write, server: MailServer
) -> None:
    server.answer_to_data = answer
    write()
    delivery.send_next(at=NOW)
    assert _outbox_state() == (state, trouble)


def test_no_server_at_all_is_tried_again(write: Write, server: MailServer, settings: Any) -> None:
    settings.EMAIL_PORT = 1
    write()
    delivery.send_next(at=NOW)
    assert _outbox_state() == ("due", "ConnectionRefusedError")


def test_a_server_that_hangs_is_not_waited_for(write: Write, server: MailServer, settings: Any) -> None:
    settings.EMAIL_TIMEOUT, server.hangs = 0.2, 1.0
    write()
    delivery.send_next(at=NOW)
    assert _outbox_state() == ("due", "SMTPServerDisconnected")


def test_a_server_that_takes_the_mail_without_a_word_gets_it_again_under_the_same_id(
    write: Write, server: MailServer
) -> None:
    server.close_after_data = True
    letter = write()
    delivery.send_next(at=NOW)
    server.close_after_data = False
    delivery.send_next(at=NOW + MINUTE)
    assert server.ids == [letter.message_id] * 2
    assert _outbox().state == "sent"


def test_a_backend_that_takes_nothing_is_trouble(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", lambda self, messages: 0)
    write()
    delivery.send_next(at=NOW)
    assert _outbox_state() == ("due", "NotTakenError")


def test_a_clock_that_died_leaves_a_claim_that_runs_out(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = write()

    def die(*_said: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(delivery, "_mark", die)
        with pytest.raises(KeyboardInterrupt):
            delivery.send_next(at=NOW)
    assert delivery.send_next(at=NOW + CLAIMED_FOR - timedelta(seconds=1)) is None
    delivery.send_next(at=NOW + CLAIMED_FOR)
    assert [sent.extra_headers["Message-ID"] for sent in mail.outbox] == [letter.message_id] * 2
    assert _outbox().state == "sent"


def test_a_letter_that_kills_its_clock_each_time_is_given_up(write: Write, kinds: dict[str, Any]) -> None:
    write()
    kinds["test.greeting"] = _fails_with(KeyboardInterrupt())  # type: ignore[arg-type]  # what a kill looks like
    at = NOW
    for _n in range(8):
        with pytest.raises(KeyboardInterrupt):
            delivery.send_next(at=at)
        at += CLAIMED_FOR
    delivery.send_next(at=at)
    assert _outbox().state == "dead"


def test_a_slow_clock_does_not_mark_what_another_has_taken(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first clock hangs past its claim; the second sends; the first comes back and fails."""
    good = hand_over

    def overtaken(letter: Letter, message: letters.Message) -> str:
        monkeypatch.setattr(delivery, "hand_over", good)
        delivery.send_next(at=NOW + CLAIMED_FOR)
        raise TimeoutError

    write()
    monkeypatch.setattr(delivery, "hand_over", overtaken)
    delivery.send_next(at=NOW)
    assert (_outbox().state, _outbox().tries, len(mail.outbox)) == ("sent", 2, 1)


def test_in_a_demo_nothing_leaves_and_the_letter_can_be_read(write: Write, settings: Any, server: MailServer) -> None:
    settings.DEMO = True
    write("1")
    write("2", kind="account.code", sealed=letters.Message("Your code", "BCDF-2345"))
    for minutes in range(2):
        delivery.send_next(at=NOW + minutes * MINUTE)
    assert server.taken == []
    read = [(letter.subject, letter.body) for letter in Letter.objects.readable_in_demo()]
    assert read == [("Your code", "BCDF-2345"), ("Good morning", "Good morning, BCDF.\n")]
    settings.DEMO = False
    assert not Letter.objects.readable_in_demo().exists()


def test_outside_a_demo_no_words_are_kept(write: Write) -> None:
    write()
    delivery.send_next(at=NOW)
    assert (_outbox().rendered, _outbox().subject, _outbox().body) == (None, "", "")


def test_no_log_line_holds_an_address_or_a_word_of_the_letter(
    write: Write, kinds: dict[str, Any], server: MailServer, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answer_to_recipient = "550 ana@example.com is unknown"
    write("1")
    kinds["test.bad"] = _fails_with(ValueError("Good morning, Ana"))
    write("2", kind="test.bad")
    delivery.send_next(at=NOW)
    delivery.send_next(at=NOW)
    said = caplog.text + "".join(capfd.readouterr())
    assert "test.bad" in said
    assert "ana@example.com" not in said
    assert "Good morning" not in said


@pytest.mark.parametrize("waiting", [1, 15])
def test_a_letter_costs_six_queries_however_many_wait(waiting: int, write: Write, queries: Queries) -> None:
    for n in range(waiting):
        write(f"greeting:{n}")
    with queries(6):
        delivery.send_next(at=NOW)


def test_a_letter_given_up_is_sent_again_by_an_administrator(write: Write, ada: User, server: MailServer) -> None:
    server.answer_to_recipient = "550 no such person"
    letter = write()
    delivery.send_next(at=NOW)
    assert delivery.send_again(letter, by=ada, at=NOW + HOUR)
    row = Entry.objects.get(deed="letter.sent_again")
    assert (row.by, row.on, row.facts) == (ada, f"outbox.letter:{letter.ref}", {"kind": "test.greeting"})
    server.answer_to_recipient = "250 ok"
    delivery.send_next(at=NOW + HOUR)
    assert (_outbox().state, _outbox().tries, server.ids) == ("sent", 1, [letter.message_id])


def test_a_letter_that_was_sent_is_not_sent_again(write: Write, ada: User) -> None:
    letter = write()
    delivery.send_next(at=NOW)
    assert not delivery.send_again(letter, by=ada, at=NOW)
    assert not Entry.objects.exists()
    assert delivery.send_next(at=NOW) is None


def test_the_mail_is_what_a_mail_program_expects(write: Write, server: MailServer, settings: Any) -> None:
    write()
    delivery.send_next(at=NOW)
    sent: Mail = server.taken[0]
    assert sent["From"] == settings.DEFAULT_FROM_EMAIL
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent.get_content_type() == "text/plain"
