"""Invented forms, as typed: one healthy patient with a sore back, and what the others answer differently."""

from collections.abc import Mapping
from typing import Any

from intake.questionnaire import NEW_PATIENT
from intake.questionnaire.healthy import nothing_to_tell

# Nothing in it worries anybody; "no" and "none" to what everybody is asked are read off the questions. Dates are typed
# in three fields, a tick is "on", choices are their permanent values.
HEALTHY: Mapping[str, Any] = {
    **nothing_to_tell(NEW_PATIENT),
    "full_name": "Ana Ejemplo",
    "date_of_birth": {"day": "27", "month": "4", "year": "1984"},
    "phone": "213-555-0101",
    "email": "ana@example.com",
    "form_filler": "self",
    "pain_areas": ["low_back"],
    "organ_pain_checked": "no",
    "weak_checked": "no",
    "rf_head_neck": ["none"],
    "needled_recent": "no",
    "rf_iv_drugs": "no",
    "rf_infection_recent": "no",
    "rf_procedure_recent": "no",
    "minor_independent": "no",
    "guardian_name": "",
    "guardian_phone": "",
    "guardian_present": "",
    "emergency_contact": "Invented Friend, 213-555-0199",
    "pain_onset": "gradual",
    "pain_duration": "3_12m",
    "pain_trend": "same",
    "pain_now": "4",
    "peg_pain": "5",
    "peg_enjoy": "4",
    "peg_activity": "5",
    "skin_area": "",
    "cancer_treatment": ["none"],
    "lymph_side": [],
    "meds_list": "none",
    "inr_status": "not_warfarin",
    "rf_bleeding_now": "no",
    "allergies_other": "",
    "pregnancy": "not_possible",
    "pregnancy_weeks": "",
    "pregnancy_warning": "no",
    "postpartum_warning": "no",
    "early_preg_warning": "no",
    "treatments_tried": ["physical_therapy"],
    "injection_when": "older",
    "acupuncture_reaction": "none",
    "reaction_detail": "",
    "needle_feelings": "fine",
    "anything_else": "",
    "consent_truth": "on",
    "consent_risks": "on",
    "consent_privacy": "on",
    "signature": "Ana Ejemplo",
    "guardian_signature": "",
}


def typed(**changes: Any) -> dict[str, Any]:
    """Return the healthy form with changes; the signature follows the name."""
    name = changes.get("full_name", HEALTHY["full_name"])
    return {**HEALTHY, "signature": name, **changes}


def born(year: int, month: int, day: int) -> dict[str, str]:
    """Return a date of birth as it is typed."""
    return {"day": str(day), "month": str(month), "year": str(year)}
