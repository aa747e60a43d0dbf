"""Changing the key that seals the answers, without losing or opening one."""

from datetime import timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.audit.models import Entry, Head
from clinic.audit.services import change_key
from clinic.demo.stories import confirm, decide, fill
from clinic.encryption import SealedJSONField, UnsealError
from clinic.management.commands import rotate_keys
from intake.pages import drafts, sending
from intake.record.models import Answers
from intake.review.models import Decision, Flag
from tests.support.answers import Answers as Typed
from tests.support.times import NOW

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def decided(settings: Any, db: None, noor: User, answers: Typed) -> Decision:
    """A form on hold and the decision on it, sealed with the old key."""
    seal_all_with(OLD, settings)
    raw = answers(blood_thinner="stopped_recent")
    intake = fill(drafts.start(at=NOW), raw, at=NOW)
    user = confirm(intake, raw, at=NOW)
    sending.submit(intake, by=user, at=NOW + timedelta(minutes=9))
    return decide(intake, noor, at=NOW + timedelta(hours=1), outcome="clear", reason="Spoke with the doctor.")


def seal_all_with(key: str, settings: Any) -> None:
    """A clinic that had this key from the first row of its audit log on."""
    settings.ANSWER_KEYS = [key]
    Head.objects.update(key="", keys=None)
    change_key(at=NOW)


def test_after_rotation_the_old_key_may_go(settings: Any, decided: Decision) -> None:
    settings.ANSWER_KEYS = [NEW, OLD]
    call_command("rotate_keys")
    settings.ANSWER_KEYS = [NEW]
    assert Decision.objects.get().reason == "Spoke with the doctor."
    assert Answers.objects.get().document["clean"]["blood_thinner"] == "stopped_recent"
    assert all(flag.finding["why"] for flag in Flag.objects.all())
    settings.ANSWER_KEYS = [OLD]
    with pytest.raises(UnsealError):
        Answers.objects.get()


def test_the_rotation_stands_in_the_book_and_breaks_nothing(settings: Any, decided: Decision) -> None:
    settings.ANSWER_KEYS = [NEW, OLD]
    call_command("rotate_keys")
    last = Entry.objects.latest("number")
    assert last.deed == "keys.rotated"
    assert last.facts["rows"] >= 3
    call_command("verify_audit", "--whole")


def test_append_only_tables_are_append_only_again(settings: Any, decided: Decision) -> None:
    settings.ANSWER_KEYS = [NEW, OLD]
    call_command("rotate_keys")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE review_decision SET outcome = 'refer'")
    assert Decision.objects.get().outcome == "clear"


def test_a_second_run_moves_nothing(settings: Any, decided: Decision) -> None:
    settings.ANSWER_KEYS = [NEW, OLD]
    call_command("rotate_keys")
    sealed = stored()
    call_command("rotate_keys")
    assert stored() == sealed


def test_an_interrupted_run_loses_nothing_and_goes_on(
    settings: Any, decided: Decision, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.ANSWER_KEYS = [NEW, OLD]
    whole, calls = rotate_keys.reseal, []

    def interrupted(*args: Any) -> int:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return whole(*args)

    monkeypatch.setattr(rotate_keys, "reseal", interrupted)
    with pytest.raises(SystemExit) as ended:
        call_command("rotate_keys")
    assert ended.value.code == 130
    assert "start it again to go on" in capsys.readouterr().err
    assert Decision.objects.get().reason == "Spoke with the doctor."
    monkeypatch.undo()
    call_command("rotate_keys")
    settings.ANSWER_KEYS = [NEW]
    assert Decision.objects.get().reason == "Spoke with the doctor."


def test_a_row_no_key_opens_is_named_and_the_exit_code_says_so(
    settings: Any, decided: Decision, capsys: pytest.CaptureFixture[str]
) -> None:
    stranger = Fernet(Fernet.generate_key()).encrypt(b"lost")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE record_answers SET document = %s", [stranger])
    settings.ANSWER_KEYS = [NEW, OLD]
    with pytest.raises(SystemExit) as ended:
        call_command("rotate_keys")
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert (
        f"record.Answers.document: row {Answers.objects.values_list('pk', flat=True).get()} cannot be opened." in said
    )
    assert "do not drop a key" in said
    settings.ANSWER_KEYS = [NEW]
    assert Decision.objects.get().reason == "Spoke with the doctor."


def test_what_was_written_meanwhile_is_left_alone(settings: Any, decided: Decision) -> None:
    settings.ANSWER_KEYS = [NEW, OLD]
    model, field = Answers, Answers._meta.get_field("document")
    assert isinstance(field, SealedJSONField)
    ((key, sealed),) = next(rotate_keys.batches(model, field))
    newer = Answers.objects.get()
    newer.document["raw"]["anything_else"] = "newer"
    newer.save()
    assert rotate_keys.reseal(model, field, key, sealed) == 0
    assert Answers.objects.get().document["raw"]["anything_else"] == "newer"


def test_batches_walk_over_every_row_once(settings: Any, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotate_keys, "BATCH", 2)
    made = [drafts.start(at=NOW).current().pk for _n in range(5)]
    field = Answers._meta.get_field("document")
    assert isinstance(field, SealedJSONField)
    walked = [[key for key, _sealed in batch] for batch in rotate_keys.batches(Answers, field)]
    assert [len(batch) for batch in walked] == [2, 2, 1]
    assert [key for batch in walked for key in batch] == made


def test_secrets_of_second_factors_move_too(settings: Any, noor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP

    seal_all_with(OLD, settings)
    TOTP.activate(noor, "INVENTEDSECRET22")
    settings.ANSWER_KEYS = [NEW, OLD]
    call_command("rotate_keys")
    settings.ANSWER_KEYS = [NEW]
    assert accounts.refresh_second_factors() == 1
    assert Authenticator.objects.count() == 1


def test_a_second_factor_no_key_opens_is_a_sentence(settings: Any, noor: User) -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    seal_all_with(Fernet.generate_key().decode(), settings)
    TOTP.activate(noor, "INVENTEDSECRET22")
    settings.ANSWER_KEYS = [NEW]
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("rotate_keys")


def test_make_key_prints_a_new_key_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("make_key")
    call_command("make_key")
    first, second = capsys.readouterr().out.split()
    assert first != second
    Fernet(first)


def stored() -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document FROM record_answers ORDER BY id")
        return [bytes(row[0]) for row in cursor.fetchall()]
