"""The verbs of an import: upload, choose, import, undo, drop. Nothing is half imported: one transaction each."""

import base64
import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import NameWord, Patient, PhoneRun, User
from clinic.audit.transaction import audited_transaction
from clinic.text import collapse
from clinic.transfer.errors import TransferError
from clinic.transfer.importing import csv_table, dry_run, incoming_visits
from clinic.transfer.importing.csv_table import CsvTable
from clinic.transfer.importing.dry_run import Choices, DryRun, type_progress
from clinic.transfer.importing.incoming_visits import Meaning
from clinic.transfer.models import ImportedRow, ImportRun

# A file that nobody imports is forgotten.
KEPT_FOR = timedelta(days=2)
_AT_ONCE = 500


def require_administrator(by: User) -> None:
    """Raise PermissionDenied for whoever is no administrator: a file makes records by the thousand."""
    if not roles.is_administrator(by):
        raise PermissionDenied


@audited_transaction()
def upload(*, data: bytes, name: str, by: User, at: datetime) -> ImportRun:
    """Keep a file, sealed, with what its headers say of themselves. Raises TransferError for what is no CSV file."""
    require_administrator(by)
    guessed = dry_run.guess(csv_table.read(data))
    sealed = {"data": base64.b64encode(data).decode(), "mapping": guessed.mapping, "order": guessed.order}
    run = ImportRun.objects.create(
        name=collapse(name)[:100] or "import.csv", sealed=sealed, uploaded_at=at, uploaded_by=by
    )
    audit.record("import.uploaded", on=run, by=by, at=at, bytes=len(data))
    return run


def table_of(run: ImportRun) -> CsvTable:
    """Return the table of a file that is still kept. Raises TransferError when it is not."""
    if "data" not in run.sealed:
        raise TransferError(_("This file is kept no longer. Upload it again."))
    return csv_table.read(base64.b64decode(run.sealed["data"]))


def choices_of(run: ImportRun) -> Choices:
    """Return what was guessed or chosen for a file."""
    sealed: dict[str, Any] = run.sealed
    meaning = Meaning(dict(sealed.get("types", {})), dict(sealed.get("people", {})))
    return Choices(dict(sealed.get("mapping", {})), str(sealed.get("order", "")), meaning)


@audited_transaction()
def choose(run: ImportRun, *, choices: Choices, by: User, at: datetime) -> ImportRun:
    """Keep which column is what, and what the other system's words mean. Raises TransferError once it is imported."""
    require_administrator(by)
    locked = _waiting(run)
    locked.sealed |= {
        "mapping": choices.mapping,
        "order": choices.order,
        "types": dict(choices.meaning.types),
        "people": dict(choices.meaning.people),
    }
    locked.save(update_fields=["sealed"])
    audit.record("import.columns_chosen", on=locked, by=by, at=at)
    return locked


def look(run: ImportRun, *, by: User, at: datetime, progress: type_progress | None = None) -> DryRun:
    """Return what importing this file would do now; nothing is written."""
    require_administrator(by)
    current = ImportRun.objects.get(pk=run.pk)
    return dry_run.look(table_of(current), choices_of(current), by=by, at=at, progress=progress)


def unknown_words(run: ImportRun, *, at: datetime) -> tuple[list[str], list[str]]:
    """Return the words for visit types and for practitioners that mean nothing here yet, by what was chosen so far."""
    trial = dry_run.plan(table_of(run), choices_of(run), at=at)
    return trial.unknown_types, trial.unknown_people


@audited_transaction()
def bring_in(run: ImportRun, *, by: User, at: datetime, progress: type_progress | None = None) -> ImportRun:
    """Import a file: every line of it, or nothing. Raises TransferError while any line has a problem.

    Whoever is a patient here already is found and stays as they are. The file itself is forgotten afterwards.
    """
    require_administrator(by)
    locked = _waiting(run)
    trial = dry_run.plan(table_of(locked), choices_of(locked), at=at, progress=progress)
    _refuse(trial)
    patients = _write_patients(trial, at=at, progress=progress)
    visits = incoming_visits.place_all(
        trial.visits, lambda line: patients[id(trial.people.of_line[line.line])], by=by, at=at
    )
    _refuse(trial)
    patient_count = _write_rows(locked, trial, patients, visits)
    locked.state, locked.imported_at, locked.imported_by = ImportRun.State.IMPORTED, at, by
    locked.patients, locked.visits, locked.sealed = patient_count, len(visits), {}
    locked.save()
    audit.record("import.done", on=locked, by=by, at=at, patients=patient_count, visits=len(visits))
    return locked


def _waiting(run: ImportRun) -> ImportRun:
    locked = ImportRun.objects.select_for_update().get(pk=run.pk)
    if locked.state != ImportRun.State.UPLOADED:
        raise TransferError(_("This file was imported or dropped already. Reload the page."))
    return locked


def _refuse(found: DryRun) -> None:
    if number := len(found.problems):
        sentence = ngettext(
            "Nothing was imported. %(n)d problem has to be corrected in the file first.",
            "Nothing was imported. %(n)d problems have to be corrected in the file first.",
            number,
        )
        raise TransferError(sentence % {"n": number})


def _write_patients(found: DryRun, *, at: datetime, progress: type_progress | None) -> dict[int, Patient]:
    """Write the new records with what they are found by; return every patient by the identity of their person."""
    new = found.people.new
    places: dict[int, Patient] = {}
    for start in range(0, len(new), _AT_ONCE):
        part = new[start : start + _AT_ONCE]
        new_patients = Patient.objects.bulk_create(dry_run.record_of(person, at=at) for person in part)
        NameWord.objects.bulk_create(
            NameWord(patient=patient, word=word, sound=sound)
            for patient in new_patients
            for word, sound in NameWord.rows_of(patient.full_name, patient.preferred_name)
        )
        PhoneRun.objects.bulk_create(
            PhoneRun(patient=patient, digits=digits)
            for patient in new_patients
            for digits in PhoneRun.rows_of(patient.phone, patient.guardian_phone)
        )
        places |= {id(person): patient for person, patient in zip(part, new_patients, strict=True)}
        if progress:
            progress(_("Patients written"), start + len(part), len(new))
    record_keys = {id(person): person.known for person in found.people.of_line.values() if person.known is not None}
    for some in _chunks(sorted(set(record_keys.values()))):
        records = Patient.objects.select_related("user").in_bulk(some)
        places |= {key: records[pk] for key, pk in record_keys.items() if pk in records}
    return places


def _write_rows(run: ImportRun, found: DryRun, patients: dict[int, Patient], visits: dict[int, Any]) -> int:
    """Write what each line made or found; return how many records were made."""
    rows, new_count = [], 0
    for line in found.lines:
        person = found.people.of_line.get(line.line)
        if person is None:
            continue
        patient = patients[id(person)]
        is_first = person.known is None and person.first is line
        new_count += is_first
        if is_first or line.line in visits or line.number:
            rows.append(
                ImportedRow(
                    run=run,
                    line=line.line,
                    patient=patient,
                    visit=visits.get(line.line),
                    made_patient=is_first,
                    outside_number=line.number,
                    fingerprint=fingerprint(patient) if is_first else "",
                )
            )
    ImportedRow.objects.bulk_create(rows, batch_size=_AT_ONCE)
    return new_count


def fingerprint(patient: Patient) -> str:
    """Return a hash of everything a record says of a person."""
    columns = [field.attname for field in Patient._meta.concrete_fields if field.attname not in {"id", "created_at"}]
    whole = repr([str(getattr(patient, column) or "") for column in columns])
    return hashlib.sha256(whole.encode()).hexdigest()


@audited_transaction()
def drop(run: ImportRun, *, by: User, at: datetime) -> ImportRun:
    """Forget a file that was not imported. Raises TransferError once it was."""
    require_administrator(by)
    locked = _waiting(run)
    locked.state, locked.sealed = ImportRun.State.DROPPED, {}
    locked.save(update_fields=["state", "sealed"])
    audit.record("import.dropped", on=locked, by=by, at=at)
    return locked


@audited_transaction()
def forget_old(*, at: datetime) -> int:
    """Drop the files that nobody imported within two days; return how many. Done by the clock."""
    old = ImportRun.objects.select_for_update().filter(state=ImportRun.State.UPLOADED, uploaded_at__lt=at - KEPT_FOR)
    for run in old:
        run.state, run.sealed = ImportRun.State.DROPPED, {}
        run.save(update_fields=["state", "sealed"])
        audit.record("import.dropped", on=run, by=None, at=at)
    return len(old)


def _chunks(keys: list[int]) -> Iterable[list[int]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
