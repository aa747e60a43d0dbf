"""What the diary tells the review: when a patient comes next. The intake itself never looks into the diary."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from clinic.accounts.models import Patient
from intake.review import duty
from intake.review.models import NO_VISIT, Case, NextVisit
from intake.review.one_person import records_by_key, records_of


def set_next_visit(
    patient: Patient,
    *,
    at: datetime | None,
    now: datetime,
    practitioner: int | None = None,
    records: Collection[int] = (),
) -> None:
    """Keep when a patient comes next and to which practitioner (by key), or that no visit is ahead any more (None).

    Part of the schedule's own deed. `records` are the keys of the person's records where their standing was just read.
    """
    if at is None:
        NextVisit.objects.filter(patient=patient).delete()
    else:
        coming = NextVisit(patient=patient, at=at, practitioner_id=practitioner)
        NextVisit.objects.bulk_create(
            [coming], update_conflicts=True, unique_fields=["patient"], update_fields=["at", "practitioner"]
        )
    move_in_the_queue(patient, at=now, records=records)


def move_in_the_queue(patient: Patient, *, at: datetime, records: Collection[int] = ()) -> None:
    """Put the open cases of a person, on whichever of their records, where their next visit belongs: more urgent first,
    then who comes soonest. So does that of a form they have begun and that is nobody's yet. A case that needs a
    decision before a visit of today or tomorrow is told to the practitioner on duty.
    """
    records = records or records_of(patient)
    mailboxes = Patient.objects.filter(pk__in=records).values("user")
    begun = Q(intake__meant_for__in=records) | Q(intake__user__in=mailboxes)
    for case in Case.objects.not_closed().filter(Q(patient__in=records) | Q(begun, patient=None)):
        coming_at = duty.visit_of(case)
        Case.objects.filter(pk=case.pk).update(visit_at=coming_at or NO_VISIT)
        duty.tell_of_hold(case, visit_at=coming_at, at=at)


def next_visit(patient_id: int | None) -> datetime:
    """Return when a person comes next, by one of their records; NO_VISIT when nobody told us of a visit."""
    if patient_id is None:
        return NO_VISIT
    visits = NextVisit.objects.filter(patient__in=records_by_key(patient_id)).order_by("at")
    return visits.values_list("at", flat=True).first() or NO_VISIT
