"""A patient and what they agreed to as FHIR R4. Plain JSON types; whoever asks has been let in already."""

from collections.abc import Mapping
from typing import Any

from clinic.accounts.models import Patient
from intake.questionnaire.fhir import SYSTEM
from intake.record.models import Consent

_TERMS = "http://terminology.hl7.org/CodeSystem"


def patient_resource(patient: Patient) -> dict[str, Any]:
    """Return identity and contact. A name stands whole: nobody knows here which part is the family's."""
    resource: dict[str, Any] = {
        "resourceType": "Patient",
        "id": patient.ref,
        "identifier": [{"system": f"{SYSTEM}:patient", "value": patient.ref}],
        "name": [{"use": "official", "text": patient.full_name}],
        "birthDate": patient.date_of_birth.isoformat(),
        "communication": [
            {"language": {"coding": [{"system": "urn:ietf:bcp:47", "code": patient.language}]}, "preferred": True}
        ],
    }
    telecom = [("phone", patient.phone), ("email", patient.email)]
    if contact_points := [{"system": system, "value": value} for system, value in telecom if value]:
        resource["telecom"] = contact_points
    if contacts := _contacts(patient):
        resource["contact"] = contacts
    return resource


def _contacts(patient: Patient) -> list[dict[str, Any]]:
    contacts = []
    if patient.emergency_contact:
        contacts.append(_contact("C", "Emergency contact", patient.emergency_contact))
    if patient.guardian_name:
        guardian = _contact("N", "Parent or guardian", patient.guardian_name)
        if patient.guardian_phone:
            guardian["telecom"] = [{"system": "phone", "value": patient.guardian_phone}]
        contacts.append(guardian)
    return contacts


def _contact(code: str, text: str, name: str) -> dict[str, Any]:
    coding = {"system": f"{_TERMS}/v2-0131", "code": code}
    return {"relationship": [{"coding": [coding], "text": text}], "name": {"text": name}}


def consent_resource(consent: Consent, *, patient: Mapping[str, str], is_active: bool = True) -> dict[str, Any]:
    """Return one signature; `patient` is the reference to who signed, or for whom a guardian signed. It is active
    until consent is withdrawn.
    """
    policy = f"Risks of acupuncture, version {consent.text_version}, SHA-256 {consent.text_hash}"
    return {
        "resourceType": "Consent",
        "id": f"{consent.intake.ref}-{consent.revision}",
        "status": "active" if is_active else "inactive",
        "scope": {"coding": [{"system": f"{_TERMS}/consentscope", "code": "treatment"}]},
        "category": [{"coding": [{"system": "http://loinc.org", "code": "59284-0", "display": "Patient Consent"}]}],
        "patient": dict(patient),
        "dateTime": consent.at.isoformat(timespec="seconds"),
        "performer": [{"display": name} for name in (consent.signed_name, consent.guardian_name) if name],
        "policyRule": {"text": policy},
    }
