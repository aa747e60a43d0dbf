"""What was before this visit: what a note begins with, and what went wrong the last time."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from clinic.accounts.models import Patient
from intake.review.one_person import records_of
from intake.treatment.models import AdverseEvent, TreatmentNote
from intake.treatment.vocabulary import Severity

# What a repeat visit begins with. Whatever is about this visit alone is said anew: reactions, needles counted, remarks.
CARRIED = ("regions", "points", "techniques", "depth", "position", "supervision", "needles", "minutes", "advice")


def carried_forward(patient: Patient) -> dict[str, Any]:
    """Return what a new note begins with: the last signed one of this person, without what was about that visit.
    After a serious reaction it begins empty: where the needles were is not simply done again.
    """
    records = records_of(patient)
    last = TreatmentNote.objects.of_person(records).first()
    if last is None or AdverseEvent.objects.counting().serious().filter(visit_ref=last.visit_ref).exists():
        return {}
    return {key: last.content[key] for key in CARRIED if key in last.content}


def last_time(patient: Patient, *, before: datetime) -> list[AdverseEvent]:
    """Return what went wrong after the last visit before this one, and what was serious ever, newest first."""
    records = records_of(patient)
    told = AdverseEvent.objects.counting().of_person(records).filter(happened_at__lt=before)
    last = TreatmentNote.objects.of_person(records).filter(visit_at__lt=before).first()
    after = Q(visit_ref=last.visit_ref) | Q(visit_ref="", happened_at__gte=last.visit_at) if last else Q()
    return list(told.filter(after | Q(severity=Severity.SERIOUS))[:20])
