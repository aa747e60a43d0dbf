"""What the schedule tells the review of visits with needles, in its own transactions. The review never looks there."""

from collections.abc import Collection
from datetime import datetime

from clinic.accounts.models import Patient
from intake.record.querysets import GOOD_FOR
from intake.review.follow_up.models import CheckIn, NoCheckIns
from intake.review.models import Flag
from intake.screening import Tier

Ended = CheckIn.Ended


def visit_over(
    patient: Patient, *, visit: str, ended_at: datetime, areas: Collection[str] | None = None, at: datetime
) -> CheckIn:
    """A visit with needles is over: from now on an update is due before the next, and a check-in in 48 hours.

    `areas` are codes of `visit_areas`; None where nobody wrote them down. Telling twice changes nothing.
    """
    check_in, is_new = CheckIn.objects.get_or_create(
        visit_ref=visit,
        defaults={
            "patient": patient,
            "needled_at": min(ended_at, at),
            "areas": None if areas is None else sorted(set(areas)),
            "is_first": not CheckIn.objects.filter(patient__in=records_of(patient))
            .exclude(ended_how=Ended.IN_ERROR)
            .exists(),
            "was_held": _was_held(patient, at=at),
        },
    )
    if is_new and NoCheckIns.objects.filter(patient=patient).exists():
        end(check_in, how=Ended.NOT_WANTED, at=at)
    return check_in


def needled_where(visit: str, areas: Collection[str]) -> None:
    """Whoever needled wrote down where."""
    CheckIn.objects.filter(visit_ref=visit).update(areas=sorted(set(areas)))


def never_happened(visit: str, *, at: datetime) -> None:
    """The visit was entered in error: nobody was needled, and nobody is asked."""
    check_in = CheckIn.objects.filter(visit_ref=visit).first()
    if check_in is not None:
        CheckIn.objects.filter(pk=check_in.pk).update(ended_at=at, ended_how=Ended.IN_ERROR)


def end(check_in: CheckIn, *, how: str, at: datetime) -> None:
    """Nobody waits for this answer any more; the first end stands."""
    if CheckIn.objects.open().filter(pk=check_in.pk).update(ended_at=at, ended_how=how):
        check_in.ended_at, check_in.ended_how = at, how


def last_of(patient: Patient) -> CheckIn | None:
    """Return the last visit with needles of this person, linked records included."""
    theirs = CheckIn.objects.filter(patient__in=records_of(patient)).exclude(ended_how=Ended.IN_ERROR)
    return theirs.order_by("-needled_at", "-pk").first()


def visits_so_far(patient: Patient) -> int:
    """Return how many visits with needles of this person are over, linked records included."""
    return CheckIn.objects.filter(patient__in=records_of(patient)).exclude(ended_how=Ended.IN_ERROR).count()


def records_of(patient: Patient) -> list[int]:
    """Return the keys of this record and of those linked with it."""
    return [patient.pk, *Patient.objects.linked_with(patient).values_list("pk", flat=True)]


def _was_held(patient: Patient, *, at: datetime) -> bool:
    """Whether a form of the last half year held this person, whatever was decided then."""
    holds = Flag.objects.filter(tier__gte=Tier.HOLD, provisional=False, raised_at__gte=at - GOOD_FOR)
    return holds.filter(case__patient__in=records_of(patient)).exists()
