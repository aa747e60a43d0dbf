"""Everything on file as a file: a document to read and print, JSON, or a FHIR R4 bundle.

The name of a file says neither whose it is nor what of.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy

from clinic import audit, formatting
from clinic.accounts.identity import IDENTITY
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking.own_page import answer_rows, fhir_bundle, pain, reading_log, timeline
from clinic.booking.own_page.own_record import OwnForm, OwnRecord
from clinic.booking.views.mine import state_of
from clinic.site_settings import services as site_settings
from intake.record.fields import TIER_LABELS
from intake.review.models import Decision
from intake.screening import Tier
from intake.treatment import note_words


@dataclass(frozen=True)
class RecordFile:
    """One way to take the record along."""

    code: str
    label: Any
    hint: Any
    # What it is called on their device, in their language; letters of every file system.
    name: Any
    kind: str
    write: Callable[[OwnRecord], str]


@audited_transaction()
def download(record: OwnRecord, file: RecordFile, *, by: User) -> str:
    """Return the content of a file, with a line in the audit log."""
    content = file.write(record)
    audit.record(reading_log.DOWNLOADED, on=record.patient, by=by, at=record.at, format=file.code)
    return content


def _document(record: OwnRecord) -> str:
    return render_to_string("booking/record_document.html", document_context(record))


def document_context(record: OwnRecord) -> dict[str, Any]:
    """Return what the readable document shows."""
    return {
        "patient": record.patient,
        "clinic": site_settings.current(),
        "made_at": formatting.moment(record.at),
        "days": timeline.days(record),
        "pain": pain.rows(record),
        "forms": [
            {
                "title": timeline.title_of(form),
                "when": formatting.moment(form.sent_at),
                "steps": answer_rows.steps(form),
            }
            for form in record.forms
        ],
        "readings": reading_log.lines(record),
    }


def _fhir(record: OwnRecord) -> str:
    return _dumped(fhir_bundle.bundle(record))


def _json(record: OwnRecord) -> str:
    return _dumped(as_json(record))


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_json(record: OwnRecord) -> dict[str, Any]:
    """Return the record in JSON types: codes beside the words, every revision of every form."""
    patient = record.patient
    identity = (*IDENTITY.values(), "preferred_name", "language", "may_bring")
    return {
        "made_at": record.at.isoformat(timespec="seconds"),
        "person": {"ref": patient.ref}
        | {field: getattr(patient, field) for field in identity}
        | {"date_of_birth": patient.date_of_birth.isoformat()},
        "forms": [_form(form) for form in record.revisions],
        "found": [
            {
                "code": flag.code,
                "name": flag.finding.get("name", ""),
                "tier": str(TIER_LABELS[Tier(flag.tier)]),
                "raised_at": flag.raised_at.isoformat(timespec="seconds"),
                "settled": flag.settled_by_id is not None,
            }
            for flag in record.flags
        ],
        "decisions": [_decision(record, decision) for decision in record.decisions],
        "consents": [
            {
                "at": consent.at.isoformat(timespec="seconds"),
                "text_version": consent.text_version,
                "language": consent.language,
                "text_sha256": consent.text_hash,
                "signed_name": consent.signed_name,
                "guardian_name": consent.guardian_name,
            }
            for consent in record.consents
        ],
        "consent_changes": [
            {
                "at": change.at.isoformat(timespec="seconds"),
                "given": change.is_given,
                "written_down_by": change.by_name,
            }
            for change in record.consent_changes
        ],
        "visits": [
            {
                "ref": visit.ref,
                "starts_at": visit.starts_at.isoformat(timespec="seconds"),
                "minutes": visit.length,
                "type": visit.visit_type.name,
                "practitioner": visit.practitioner.user.name,
                "status": visit.state,
                "status_words": state_of(visit),
            }
            for visit in record.visits
        ],
        "treatment_notes": [note_words.document_of(note, note.addenda.all()) for note in record.notes.values()],
        "read_by": [{"day": line.on.isoformat(), "what": line.sentence} for line in reading_log.lines(record)],
    }


def _form(form: OwnForm) -> dict[str, Any]:
    intake = form.answers.intake
    return {
        "reference": intake.reference,
        "questionnaire": intake.questionnaire,
        "title": timeline.title_of(form),
        "version": intake.version,
        "revision": form.answers.revision,
        "sent_at": form.sent_at.isoformat(timespec="seconds"),
        "answers": dict(form.told),
        "in_words": [
            {"code": row.code, "question": row.question, "answers": list(row.answers)}
            for step in answer_rows.steps(form)
            for row in step.rows
        ],
    }


def _decision(record: OwnRecord, decision: Decision) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "at": decision.at.isoformat(timespec="seconds"),
        "outcome": decision.outcome,
        "in_words": timeline.decided(record, decision),
        "by": decision.by_name,
        "until": decision.until.isoformat() if decision.until else None,
        "question": decision.question,
        "patient_words": decision.patient_words,
        "answers": [
            {"at": reply.at.isoformat(timespec="seconds"), "text": reply.text}
            for reply in reversed(record.replies)
            if reply.decision_id == decision.pk
        ],
    }
    # A limit can hint at an answer that only clinicians may read.
    if not record.helped:
        entry["limits"] = [str(limit) for limit in decision.limit_words()]
    return entry


FILES: Mapping[str, RecordFile] = {
    file.code: file
    for file in (
        RecordFile(
            "document",
            gettext_lazy("A document to read or print"),
            gettext_lazy("Opens in any browser."),
            gettext_lazy("my-record.html"),
            "text/html; charset=utf-8",
            _document,
        ),
        RecordFile(
            "json",
            gettext_lazy("A data file (JSON)"),
            gettext_lazy("Every answer in every version, for other programs."),
            gettext_lazy("my-record.json"),
            "application/json",
            _json,
        ),
        RecordFile(
            "fhir",
            gettext_lazy("A health record file (FHIR R4)"),
            gettext_lazy("For another clinic’s record system."),
            gettext_lazy("my-record-fhir.json"),
            "application/fhir+json",
            _fhir,
        ),
    )
}
