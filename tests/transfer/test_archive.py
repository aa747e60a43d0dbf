"""The whole clinic out and in again: every row, every hash, on either database and across them; or nothing of it."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from fhir.resources.R4B.bundle import Bundle

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.audit.verification import verify
from clinic.outbox import delivery, letters
from clinic.outbox.models import ContactPoint, Letter
from clinic.site_settings import services as site_settings
from clinic.transfer.archive.exporting import export_clinic
from clinic.transfer.archive.extracting import open_export
from clinic.transfer.archive.restoring import check_file, restore_clinic
from clinic.transfer.archive.stored_tables import StoredTable, digest_of, stored_tables
from clinic.transfer.errors import TransferError
from intake.review.models import Decision
from tests.support.databases import empty_the_tables, furnish
from tests.support.times import NOW
from tests.transfer.one_life import DONE, NAME, REASON, SAID, lived

pytestmark = pytest.mark.django_db(transaction=True)
PASSPHRASE = "a lantern in the street"
QUIET: Callable[[str, int, int], None] = lambda _what, _done, _total: None  # noqa: E731  (a default, as in the service)


def export(path: Path, **how: Any) -> dict[str, dict[str, Any]]:
    return export_clinic(path, passphrase=PASSPHRASE, by=None, at=NOW, cost=2, **how)


def restore(path: Path, progress: Any = QUIET, passphrase: str = PASSPHRASE) -> None:
    """Bring it back row for row; what happens to messages that were due has a test of its own."""
    restore_clinic(path, passphrase=passphrase, at=NOW, progress=progress, holds_due=False)


def stored() -> dict[str, dict[str, Any]]:
    return {table.name: digest_of(table) for table in stored_tables(sessions=False)}


def first_day() -> None:
    empty_the_tables()
    furnish()


def test_a_clinic_comes_back_as_it_was_while_others_go_on_writing(tmp_path: Path, noor: User, rui: User) -> None:
    site_settings.current()
    patient = lived(noor, rui)
    written = threading.Event()

    def write_meanwhile(*_progress: Any) -> None:
        if not written.is_set():
            written.set()
            other = threading.Thread(target=_tell_of_a_number)
            other.start()
            other.join()

    manifest = export(tmp_path / "it", progress=write_meanwhile)
    assert manifest["outbox_contactpoint"]["rows"] == 0
    assert ContactPoint.objects.count() == 1  # it was not kept waiting, and is not in the file
    assert (tmp_path / "it").stat().st_mode & 0o777 == 0o600
    first_day()
    restore(tmp_path / "it")
    came = stored()
    assert {name for name, told in manifest.items() if came[name] != told} == {"audit_entry", "audit_head"}
    assert came["audit_entry"]["rows"] == manifest["audit_entry"]["rows"] + 1
    assert Entry.objects.latest("number").deed == "clinic.restored"
    assert verify().broken is None
    assert Decision.objects.get().reason == REASON
    # It goes on living: the next key is free, and what was append-only is so.
    assert Patient.objects.create(full_name="Zed", date_of_birth=NOW, created_at=NOW).pk > patient.pk
    with pytest.raises(DatabaseError):
        Decision.objects.update(by_name="Somebody else")


def _tell_of_a_number() -> None:
    ContactPoint.objects.create(address="+12135550199")
    connection.close()


def test_a_file_that_does_not_fit_changes_nothing(
    tmp_path: Path, noor: User, rui: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived(noor, rui)
    path = tmp_path / "it"
    export(path, is_readable=False)
    with pytest.raises(TransferError, match="is there already"):
        export(path)
    with pytest.raises(TransferError, match="not empty"):
        restore(path)
    first_day()
    before = stored()
    cut = tmp_path / "cut"
    cut.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(TransferError, match="damaged or was cut off"):
        restore(cut)
    with pytest.raises(TransferError, match="does not open"):
        restore(path, passphrase=PASSPHRASE.upper())
    keys = list(settings.ANSWER_KEYS)
    settings.ANSWER_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(TransferError, match="Add the missing key to ANSWER_KEYS"):
        restore(path)
    settings.ANSWER_KEYS = [*settings.ANSWER_KEYS, *keys]  # an older key that still reads is enough
    assert check_file(path, passphrase=PASSPHRASE, progress=QUIET).rows > 100
    with monkeypatch.context() as other_release:
        applied = MigrationRecorder.applied_migrations
        newer = {("review", "9999_newer"): None}
        other_release.setattr(MigrationRecorder, "applied_migrations", lambda self: applied(self) | newer)
        with pytest.raises(TransferError, match=r"differ in their migrations: review\.9999_newer"):
            restore(path)

    def stop(what: str, done: int, total: int) -> None:
        if (what, done) == ("Rows restored", total):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(path, progress=stop)
    assert stored() == before
    restore(path)
    assert Decision.objects.get().reason == REASON


def test_an_export_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    def stop(*_progress: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(tmp_path / "it", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_the_readable_side_can_be_read_by_people_and_systems(tmp_path: Path, noor: User, rui: User) -> None:
    patient = lived(noor, rui)
    Patient.objects.create(full_name="=Zed", date_of_birth=NOW, created_at=NOW)
    export(tmp_path / "it")
    root = tmp_path / "open"
    open_export(tmp_path / "it", root, passphrase=PASSPHRASE)
    assert {path.stat().st_mode & 0o077 for path in root.rglob("*") if path.is_file()} == {0}
    people = (root / "readable/people.csv").read_text().replace('"', "").splitlines()
    assert (len(people), f",{NAME}," in people[1], ",'=Zed," in people[2]) == (3, True, True)
    assert len((root / "readable/visits.csv").read_text().splitlines()) == 2
    assert "booking.confirmation" in (root / "readable/messages.csv").read_text()
    folder = root / "readable/patients" / patient.ref
    told = json.loads((folder / "record.json").read_text())
    assert told["forms"][0]["answers"]["anything_else"] == SAID
    assert told["decided"][0]["words"]["reason"] == REASON
    assert told["notes"][0]["content"]["remarks"] == DONE
    bundle = Bundle.model_validate_json((folder / "fhir.json").read_text()).model_dump(mode="json")
    assert [entry["resource"]["resourceType"] for entry in bundle["entry"]][:2] == ["Patient", "Questionnaire"]
    assert [SAID in page.read_text() for page in folder.glob("*.html")] == [True]
    with pytest.raises(TransferError, match="not empty"):
        open_export(tmp_path / "it", root, passphrase=PASSPHRASE)


def test_it_moves_to_the_other_database_and_back(
    tmp_path: Path, noor: User, rui: User, on_sqlite: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new.sqlite3"
    lived(noor, rui)
    if on_sqlite:  # the schema alone, instead of migrating for half a minute
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(file)])
        _keep_the_first_day(file)
    call_command("move_database", f"sqlite:///{file}")
    moved = stored()
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE)
    command = ["export_clinic", str(tmp_path / "back"), "--rows-only", "--passphrase-file", str(secret)]
    subprocess.run(
        [sys.executable, "manage.py", *command],
        env=os.environ | {"DATABASE_URL": f"sqlite:///{file}"},
        check=True,
        capture_output=True,
    )
    first_day()
    call_command("restore_clinic", str(tmp_path / "back"), "--send-due", "--passphrase-file", str(secret))
    came = stored()
    log = {"audit_entry", "audit_head"}
    assert {name: told for name, told in came.items() if name not in log} == {
        name: told for name, told in moved.items() if name not in log
    }
    assert came["audit_entry"]["rows"] == moved["audit_entry"]["rows"] + 3  # restored, exported, restored
    assert verify().broken is None
    assert Decision.objects.get().reason == REASON
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore_clinic", str(tmp_path / "back"), "--send-due", "--passphrase-file", str(secret))


def _keep_the_first_day(file: Path) -> None:
    import sqlite3

    with sqlite3.connect(file) as copy:
        triggers = copy.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            copy.execute(f'DROP TRIGGER "{name}"')
        for table in stored_tables(sessions=True):
            copy.execute(f'DELETE FROM "{table.name}"')  # noqa: S608  (names of our own tables)
        for _name, sql in triggers:
            copy.execute(sql)


def test_messages_that_were_due_are_held_and_later_ones_leave(tmp_path: Path, noor: User, rui: User) -> None:
    site_settings.current()
    lived(noor, rui)
    Letter.objects.update(state="sent", finished_at=NOW)
    for key, due, expires in (("now", 0, None), ("later", 60, None), ("over", 0, NOW)):
        letters.enqueue(
            "booking.confirmation",
            key=key,
            to=[letters.Way("email", f"{key}@example.com")],
            about=noor,
            at=NOW,
            due=NOW + timedelta(minutes=due),
            expires=expires,
        )
    export(tmp_path / "it")
    first_day()
    restore_clinic(tmp_path / "it", passphrase=PASSPHRASE, at=NOW, progress=QUIET)
    found = dict(Letter.objects.exclude(state="sent").values_list("to", "state"))
    assert found == {"now@example.com": "dead", "later@example.com": "due", "over@example.com": "due"}
    assert Letter.objects.given_up().get().trouble == delivery.RESTORED
    assert Entry.objects.filter(deed="clinic.restored").get().facts["held"] == 1


@pytest.mark.parametrize("command", ["export_clinic", "restore_clinic"])
def test_a_database_that_is_away_is_told_in_a_sentence(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words").write_text(f"{PASSPHRASE}\n")
    row = 'duplicate key\nDETAIL:  Failing row contains (7, "Ana Costa Silva").'

    def away(*_args: Any, **_more: Any) -> None:
        raise OperationalError(row)

    monkeypatch.setattr(f"clinic.transfer.management.commands.{command}.{command}", away)
    with pytest.raises(CommandError, match=r"^The database said: duplicate key\. Nothing was \w+( behind)?\.$"):
        call_command(command, str(tmp_path / "it"), "--passphrase-file", str(tmp_path / "words"))


def test_a_database_without_tables_is_told_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda self: {})
    with pytest.raises(TransferError, match="Add --migrate"):
        restore(tmp_path / "it")


def test_a_row_that_the_database_refuses_is_not_printed(
    tmp_path: Path, noor: User, rui: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived(noor, rui)
    export(tmp_path / "it", is_readable=False)
    first_day()

    def refuse(self: StoredTable, rows: Any) -> None:
        raise IntegrityError(f'null value\nDETAIL:  Failing row contains (7, "{NAME}").')

    before = stored()
    monkeypatch.setattr(StoredTable, "insert", refuse)
    with pytest.raises(TransferError) as told:
        restore(tmp_path / "it")
    assert str(told.value) == "The database refused a row, and nothing was restored: null value."
    assert stored() == before


def test_a_password_is_no_argument_of_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEW_DATABASE_URL", raising=False)
    with pytest.raises(CommandError, match="NEW_DATABASE_URL"):
        call_command("move_database")
    with pytest.raises(CommandError, match="can read a password"):
        call_command("move_database", "postgres://clinic:secret@localhost/new")
