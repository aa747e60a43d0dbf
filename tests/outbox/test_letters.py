"""Writing letters, and what they say."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.db import connection, transaction
from django.db.models import Q

from clinic.accounts.models import User
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from tests.outbox.conftest import Write
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def test_a_letter_waits_with_all_it_needs_to_be_sent(write: Write, ana: User) -> None:
    letter = write("greeting:7", about=ana, due=NOW + timedelta(days=1), expires=NOW + timedelta(days=2))
    kept = Letter.objects.get(key="greeting:7")
    assert kept == letter
    assert (kept.kind, kept.to, kept.about) == ("test.greeting", "ana@example.com", f"accounts.user:{ana.pk}")
    assert (kept.state, kept.due, kept.expires) == ("due", NOW + timedelta(days=1), NOW + timedelta(days=2))


def test_a_letter_without_a_due_time_is_due_now(write: Write) -> None:
    assert write().due == NOW


def test_the_same_deed_writes_one_letter(write: Write) -> None:
    first = write("greeting:1")
    second = write("greeting:1", to="zed@example.com", at=NOW + timedelta(hours=1))
    assert (second.pk, second.ref, second.to, second.due) == (first.pk, first.ref, "ana@example.com", NOW)
    assert Letter.objects.count() == 1


def test_other_deeds_write_their_own(write: Write) -> None:
    assert len({write(f"greeting:{n}").message_id for n in range(3)}) == 3
    assert letters.exists("greeting:2")
    assert not letters.exists("greeting:3")


def test_a_deed_that_fails_writes_no_letter(write: Write) -> None:
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()


def test_a_second_letter_under_a_key_does_not_spoil_the_deed(write: Write) -> None:
    """On PostgreSQL a broken unique key would lose the whole transaction."""
    with transaction.atomic():
        write("greeting:1")
        write("greeting:1")
        write("greeting:2")
    assert Letter.objects.count() == 2


def test_a_letter_costs_two_queries(write: Write, queries: Queries) -> None:
    with queries(2):
        write()


def test_a_kind_nobody_registered_is_a_mistake(kinds: Any) -> None:
    with pytest.raises(LookupError, match=r"test\.unknown"):
        letters.enqueue("test.unknown", key="k", to="ana@example.com", at=NOW)


def test_a_kind_is_told_by_one_room_only(kinds: Any) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"test\.greeting"):
        letters.kind("test.greeting")(lambda letter, at: None)


def test_a_sealed_letter_cannot_be_read_or_found_in_the_database(write: Write) -> None:
    write(kind="account.code", sealed=letters.Message("Your code", "BCDF-2345"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM outbox_letter")
        assert b"BCDF" not in bytes(cursor.fetchone()[0])
    with pytest.raises(FieldError):
        Letter.objects.filter(Q(("sealed__body", "BCDF-2345"))).exists()
    assert Letter.objects.get().sealed == {"subject": "Your code", "body": "BCDF-2345", "text": ""}


def test_a_letter_is_named_without_address_or_words(write: Write) -> None:
    letter = write(kind="account.code", sealed=letters.Message("Your code", "BCDF-2345"))
    assert str(letter) == f"Sign-in code {letter.ref}"


def test_the_letter_finds_what_it_speaks_of(write: Write, ana: User) -> None:
    letter = write(about=ana)
    assert letter.about_as(User) == ana
    assert letter.about_as(Letter) is None
    assert write("2", about=letter).about_as(Letter) == letter
    assert write("3", about="accounts.user:NOBODY").about_as(User) is None
    assert write("4", about=None).about_as(User) is None


@pytest.mark.parametrize(
    "typed",
    [
        "Bob\r\nBcc: x@y.example",
        "Bob\nBcc: x@y.example",
        "Bob\u2028Bcc: x@y.example",
        "Bob\0 Bcc:\tx@y.example",
        "Bob\x85Bcc: x@y.example",
    ],
)
def test_a_subject_is_one_line_whatever_was_typed(typed: str) -> None:
    assert letters.Message(f"For {typed}", "").subject == "For Bob Bcc: x@y.example"


def test_a_body_can_always_be_written_as_utf_8() -> None:
    assert letters.Message("", "Zoë\ud800\0!").body == "Zoë?!"


def test_templates_are_plain_text_and_know_the_clinic(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "emails" / "test").mkdir(parents=True)
    (tmp_path / "emails/test/hello-subject.txt").write_text("Hello {{ name }}\n from {{ clinic.name }}\n")
    (tmp_path / "emails/test/hello-body.txt").write_text("\nDear {{ name }},\n{{ home_url }}x?a=1&b=2\n\n")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    site_settings.current()
    said = letters.render("test/hello", {"name": "O'Neil <b>"})
    assert said.subject == "Hello O'Neil <b> from The clinic"
    assert said.body == f"Dear O'Neil <b>,\n{settings.SITE_URL}/x?a=1&b=2\n"
