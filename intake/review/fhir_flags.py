"""A flag of the screening as FHIR R4. Plain JSON types; whoever asks has been let in already."""

from collections.abc import Mapping
from typing import Any

from intake.questionnaire.fhir import SYSTEM
from intake.record.answer_words import rule_name
from intake.review.models import Flag
from intake.screening import Tier

_CATEGORY = "http://terminology.hl7.org/CodeSystem/flag-category"
_ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"


def flag_resource(flag: Flag, *, patient: Mapping[str, str]) -> dict[str, Any]:
    """Return what a rule raised: active until a practitioner settled it or the answers no longer raise it."""
    settled = flag.settled_by.at if flag.settled_by else flag.withdrawn_at
    name = str(flag.finding.get("name") or rule_name(flag.code))
    codes = [{"system": f"{SYSTEM}:rule", "code": flag.code, "display": name}]
    period = {"start": flag.raised_at.isoformat(timespec="seconds")}
    if settled:
        period["end"] = settled.isoformat(timespec="seconds")
    return {
        "resourceType": "Flag",
        "id": f"{flag.answers.intake.ref}-{flag.answers.revision}-{flag.code.replace('_', '-')}"[:64],
        "status": "inactive" if settled else "active",
        "category": [
            {"coding": [{"system": _CATEGORY, "code": "clinical"}]},
            {"coding": [{"system": f"{SYSTEM}:tier", "code": str(Tier(flag.tier))}]},
        ],
        "code": {"coding": [*codes, *({"system": _ICD10, "code": code} for code in _icd10(flag))], "text": name},
        "subject": dict(patient),
        "period": period,
    }


def _icd10(flag: Flag) -> list[str]:
    return [str(code) for code in flag.finding.get("icd10", ())]
