"""A person's whole record as a FHIR R4 Bundle: plain JSON, made of what the rooms below say of themselves.

Nothing here is served under an address: entries refer to each other by UUIDs that are made of our own references, so
that the same record gives the same bundle.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from clinic.booking.models import Appointment, State
from clinic.booking.own_page import pain
from clinic.booking.own_page.own_record import OwnForm, OwnRecord
from intake.questionnaire.fhir import SYSTEM, questionnaire_resource, response_resource
from intake.record.fhir_person import consent_resource, patient_resource
from intake.review.fhir_flags import flag_resource

STATUS = {
    State.BOOKED: "booked",
    State.CONFIRMED: "booked",
    State.ARRIVED: "arrived",
    State.WITH: "checked-in",
    State.COMPLETED: "fulfilled",
    State.NO_SHOW: "noshow",
    State.CANCELLED: "cancelled",
    State.MOVED: "cancelled",
    State.IN_ERROR: "entered-in-error",
}
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_UNITS = "http://unitsofmeasure.org"
_CANCELED = frozenset({"cancelled", "noshow"})


def bundle(record: OwnRecord) -> dict[str, Any]:
    """Return everything on file about the person, as far as this reader may see it."""
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": record.at.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": url_of(resource), "resource": resource} for resource in _resources(record)],
    }


def url_of(resource: Mapping[str, Any]) -> str:
    """Return the name by which entries of a bundle refer to each other."""
    return uuid5(NAMESPACE_URL, f"{SYSTEM}:{resource['resourceType']}:{resource['id']}").urn


def _resources(record: OwnRecord) -> Iterator[dict[str, Any]]:
    person = patient_resource(record.patient)
    subject = {"reference": url_of(person)}
    yield person
    for questionnaire in {form.questionnaire.code: form.questionnaire for form in record.revisions}.values():
        yield questionnaire_resource(questionnaire)
    for form in record.revisions:
        yield response(form, subject=subject)
    for row in pain.rows(record):
        yield from observations(row, subject=subject)
    for flag in record.flags:
        yield flag_resource(flag, patient=subject)
    for consent in record.consents:
        yield consent_resource(consent, patient=subject, is_active=not record.is_withdrawn)
    for visit in record.visits:
        yield appointment(visit, subject=subject)


def response(form: OwnForm, *, subject: Mapping[str, str]) -> dict[str, Any]:
    """Return one revision of a form; what only clinicians may read is left out for somebody who helped."""
    return response_resource(
        form.questionnaire,
        form.told,
        ref=ref_of(form),
        authored=form.sent_at,
        version=form.answers.intake.version,
        subject=subject,
    )


def ref_of(form: OwnForm) -> str:
    """Return the id of a response: the form and its revision."""
    return f"{form.ref}-{form.answers.revision}"


def observations(row: pain.PainRow, *, subject: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield the pain and the PEG of one form, as it was answered last."""
    for code, text, value in (("pain", "Pain right now, 0 to 10", row.now), ("peg", "PEG score, 0 to 10", row.peg)):
        if value is not None:
            yield {
                "resourceType": "Observation",
                "id": f"{ref_of(row.form)}-{code}",
                "status": "final",
                "category": [{"coding": [{"system": _CATEGORY, "code": "survey"}]}],
                "code": {"coding": [{"system": f"{SYSTEM}:score", "code": code}], "text": text},
                "subject": dict(subject),
                "effectiveDateTime": row.form.sent_at.isoformat(timespec="seconds"),
                "valueQuantity": {"value": value, "unit": "score", "system": _UNITS, "code": "{score}"},
                "derivedFrom": [
                    {"reference": url_of({"resourceType": "QuestionnaireResponse", "id": ref_of(row.form)})}
                ],
            }


def appointment(visit: Appointment, *, subject: Mapping[str, str]) -> dict[str, Any]:
    """Return a visit."""
    status = STATUS[State(visit.state)]
    resource: dict[str, Any] = {
        "resourceType": "Appointment",
        "id": visit.ref,
        "status": status,
        "appointmentType": {"text": visit.visit_type.name},
        "start": visit.starts_at.isoformat(timespec="seconds"),
        "end": visit.ends_at.isoformat(timespec="seconds"),
        "minutesDuration": visit.length,
        "created": visit.created_at.isoformat(timespec="seconds"),
        "participant": [
            {"actor": dict(subject), "status": "accepted"},
            {"actor": {"display": visit.practitioner.user.name}, "status": "accepted"},
        ],
    }
    if visit.ended_reason and status in _CANCELED:
        resource["cancelationReason"] = {"text": visit.get_ended_reason_display()}
    return resource
