"""A clinic whose keys do not open what is stored does not start, and says which keys it has."""

from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.db import DatabaseError

from clinic import checks, key_check, start
from clinic.encryption import key_fingerprints, sealed_columns
from clinic.transfer.models import ImportRun
from tests.support.cast import make_mailbox
from tests.support.times import NOW

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def seal_one() -> None:
    user = make_mailbox("ada@example.com")
    ImportRun.objects.create(name="it", sealed={"data": "x"}, uploaded_at=NOW, uploaded_by=user)


@pytest.mark.django_db
def test_the_newest_row_of_every_sealed_column_is_tried(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert key_check.problems() == []
    # The audit log's own key was sealed when its tables were made.
    own = [*settings.ANSWER_KEYS]
    settings.ANSWER_KEYS = [OLD, *own]
    seal_one()
    for keys in ([OLD, *own], [NEW, OLD, *own]):
        settings.ANSWER_KEYS = keys
        assert key_check.problems() == []
    call_command("check_keys")
    assert capsys.readouterr().out == f"The keys open the newest sealed rows: {', '.join(key_fingerprints())}.\n"
    settings.ANSWER_KEYS = [NEW, *own]
    (sentence,) = key_check.problems()
    assert sentence.startswith("ANSWER_KEYS does not open the newest row of transfer_importrun. ")
    assert key_fingerprints()[0] in sentence
    assert NEW not in sentence
    (message,) = checks.the_keys_open_what_is_stored()
    assert (message.id, message.msg, message.is_serious()) == ("clinic.E002", sentence, True)
    assert start.problems() == [sentence]
    with pytest.raises(SystemExit) as ended:
        call_command("check_keys")
    assert (ended.value.code, capsys.readouterr().err) == (1, f"{sentence}\n")


@pytest.mark.django_db
def test_it_asks_each_sealed_column_once(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(len(list(sealed_columns()))):
        key_check.problems()


def test_a_database_without_tables_is_no_matter_of_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_there(*_column: Any) -> bool:
        raise DatabaseError("no such table")

    monkeypatch.setattr(key_check, "_is_open", none_there)
    assert key_check.problems() == []
