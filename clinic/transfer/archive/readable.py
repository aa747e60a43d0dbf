"""The side that people and other systems read: tables for a spreadsheet, and of each patient a folder.

readable/people.csv, visits.csv, messages.csv
readable/patients/REFERENCE/record.json        who they are, forms with answers, decisions, notes, what was said
readable/patients/REFERENCE/fhir.json          a FHIR R4 bundle
readable/patients/REFERENCE/FORM.html          each form as it was sent
readable/forms/FORM.html                       what was sent and is no patient's yet
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from clinic import formatting, spreadsheet
from clinic.accounts.models import Patient
from clinic.booking.models import Appointment
from clinic.booking.own_page import answer_rows, downloads, fhir_bundle, timeline
from clinic.booking.own_page.own_record import OwnForm
from clinic.outbox.models import Letter
from clinic.transfer.archive import written_about
from clinic.transfer.archive.packing import Packer
from clinic.transfer.archive.whole_record import WholeRecord, forms_of_nobody

_AT_ONCE = 200
_PEOPLE = (
    *("ref", "full_name", "preferred_name", "date_of_birth", "phone", "email", "language", "interpreter"),
    *("emergency_contact", "guardian_name", "guardian_phone", "may_bring", "ended_why", "ended_at", "created_at"),
)
_VISITS = (
    *("ref", "patient__ref", "patient__full_name", "starts_at", "minutes", "visit_type__name"),
    *("practitioner__user__name", "room__name", "state", "source", "ended_reason", "created_at"),
)
_MESSAGES = ("ref", "kind", "channel", "to", "language", "about", "written_at", "due", "state", "finished_at")


def write(packer: Packer, *, at: datetime, progress: Callable[[str, int, int], None]) -> None:
    """Write what can be read into the tape. Everything stands there as practitioners read it, nothing is kept back."""
    people = Patient.objects.order_by("pk")
    visits = Appointment.objects.order_by("starts_at", "pk")
    packer.add("readable/people.csv", _csv(_PEOPLE, people.values_list(*_PEOPLE).iterator()))
    packer.add("readable/visits.csv", _csv(_VISITS, visits.values_list(*_VISITS).iterator()))
    messages = Letter.objects.order_by("pk").values_list(*_MESSAGES)
    packer.add("readable/messages.csv", _csv(_MESSAGES, messages.iterator()))
    total = people.count()
    for number, patient in enumerate(people.iterator(chunk_size=_AT_ONCE), 1):
        _patient(packer, patient, at=at)
        progress("Records written", number, total)
    for form in forms_of_nobody():
        packer.add(f"readable/forms/{fhir_bundle.ref_of(form)}.html", _form(form))


def _patient(packer: Packer, patient: Patient, *, at: datetime) -> None:
    record = WholeRecord(patient, frozenset({patient.pk}), at)
    folder = f"readable/patients/{patient.ref}"
    document = downloads.as_json(record) | written_about.of(patient)
    packer.add(f"{folder}/record.json", _json(document))
    packer.add(f"{folder}/fhir.json", _json(fhir_bundle.bundle(record)))
    for form in record.revisions:
        packer.add(f"{folder}/{fhir_bundle.ref_of(form)}.html", _form(form))


def _form(form: OwnForm) -> bytes:
    intake = form.answers.intake
    context = {
        "title": timeline.title_of(form),
        "reference": intake.reference,
        "name": intake.full_name,
        "sent_at": formatting.moment(form.sent_at),
        "steps": answer_rows.steps(form),
    }
    return render_to_string("transfer/form_document.html", context).encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(headers: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    titles = [header.replace("__", "_") for header in headers]
    return spreadsheet.table([titles, *([_cell(value) for value in row] for row in rows)]).encode()


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return "" if value is None else value
