"""What the diary tells the review: when a patient comes next. The intake itself never looks into the diary."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from intake.review import duty
from intake.review.models import NO_VISIT, Case, NextVisit

if TYPE_CHECKING:
    from clinic.accounts.models import Patient


def set_next_visit(patient: "Patient", *, at: datetime | None, now: datetime, practitioner: int | None = None) -> None:
    """Keep when a patient comes next and to which practitioner (by key), or that no visit is ahead any more (None).

    Part of the schedule's own deed. The patient's open case moves in the queue: more urgent first, then who comes
    soonest. So does that of a form they have begun and that is nobody's yet. A case that needs a decision before a
    visit of today or tomorrow is told to the practitioner on duty.
    """
    if at is None:
        NextVisit.objects.filter(patient=patient).delete()
    else:
        coming = NextVisit(patient=patient, at=at, practitioner_id=practitioner)
        NextVisit.objects.bulk_create(
            [coming], update_conflicts=True, unique_fields=["patient"], update_fields=["at", "practitioner"]
        )
    begun = Q(intake__meant_for=patient)
    if patient.user_id:
        begun |= Q(intake__user=patient.user_id)
    for case in Case.objects.not_closed().filter(Q(patient=patient) | Q(begun, patient=None)):
        coming_at = at if case.patient_id else duty.visit_of(case)
        Case.objects.filter(pk=case.pk).update(visit_at=coming_at or NO_VISIT)
        duty.tell_of_hold(case, visit_at=coming_at, at=now)


def next_visit(patient_id: int | None) -> datetime:
    """Return when a patient comes next; NO_VISIT when nobody told us of a visit."""
    if patient_id is None:
        return NO_VISIT
    return NextVisit.objects.filter(patient=patient_id).values_list("at", flat=True).first() or NO_VISIT
