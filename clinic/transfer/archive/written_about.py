"""What practitioners wrote about a patient, as plain JSON: decisions, how flags were settled, notes, calls, letters."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from clinic.accounts.models import Patient
from intake.record.models import ConsentChange, OwnConsent
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.review.models import CallLog, Decision, DoctorLetter, Opinion, Reply, Resolution
from intake.treatment.models import Addendum, AdverseEvent, NoteDraft, TreatmentNote
from intake.treatment.note_words import document_of

# Rows of a patient, by the name under which they stand in the file.
_ROWS: Mapping[str, Callable[[Patient], Iterable[Model]]] = {
    "decided": lambda patient: Decision.objects.filter(case__patient=patient),
    "settled": lambda patient: Resolution.objects.filter(decision__case__patient=patient),
    "replies": lambda patient: Reply.objects.filter(decision__case__patient=patient),
    "opinions": lambda patient: Opinion.objects.filter(case__patient=patient),
    "letters_to_doctors": lambda patient: DoctorLetter.objects.filter(case__patient=patient),
    "calls": lambda patient: CallLog.objects.filter(alert__case__patient=patient),
    "check_ins": lambda patient: CheckIn.objects.filter(patient=patient),
    "follow_up_calls": lambda patient: FollowUpTask.objects.filter(patient=patient),
    "consent_changes": lambda patient: ConsentChange.objects.filter(patient=patient),
    "own_consents": lambda patient: OwnConsent.objects.filter(patient=patient),
    "adverse_events": lambda patient: AdverseEvent.objects.filter(patient=patient),
    "unsigned_notes": lambda patient: NoteDraft.objects.filter(patient=patient),
}


def of(patient: Patient) -> dict[str, Any]:
    """Return what was written about one patient, the oldest first."""
    document: dict[str, Any] = {name: [_row(row) for row in _sorted(rows(patient))] for name, rows in _ROWS.items()}
    notes = TreatmentNote.objects.filter(patient=patient).select_related("patient", "practitioner__user")
    addenda = list(Addendum.objects.filter(note__patient=patient))
    document["notes"] = [
        document_of(note, [row for row in addenda if row.note_id == note.pk]) for note in _sorted(notes)
    ]
    return document


def _sorted(rows: Any) -> Any:
    return rows.order_by("pk")


def _row(row: Model) -> dict[str, Any]:
    """Return a row with its sealed words opened; what it points at stands by its key."""
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
