"""What the schedule tells the review of visits with needles, in its own transactions. The review never looks there."""

from collections.abc import Collection
from datetime import datetime

from clinic.accounts.models import Patient
from intake.record.querysets import GOOD_FOR
from intake.review.follow_up.models import CheckIn, NoCheckIns
from intake.review.follow_up.querysets import CheckInQuerySet
from intake.review.models import Flag
from intake.review.one_person import records_of
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
            "is_first": not _of(patient).exists(),
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
    _not_needled(visit, how=Ended.IN_ERROR, at=at)


def without_needles(visit: str, *, at: datetime) -> None:
    """The signed note says that no needles were used: nobody is asked about needles, and the visit is not counted as
    one. A call that an answer has raised stays.
    """
    _not_needled(visit, how=Ended.NO_NEEDLES, at=at)


def _not_needled(visit: str, *, how: str, at: datetime) -> None:
    check_in = CheckIn.objects.select_related("patient").filter(visit_ref=visit).first()
    if check_in is None:
        return
    CheckIn.objects.filter(pk=check_in.pk).update(ended_at=at, ended_how=how)
    if check_in.is_first and (now_first := _of(check_in.patient).order_by("needled_at", "pk").first()):
        CheckIn.objects.filter(pk=now_first.pk).update(is_first=True)


def end(check_in: CheckIn, *, how: str, at: datetime) -> None:
    """Nobody waits for this answer any more; the first end stands."""
    if CheckIn.objects.open().filter(pk=check_in.pk).update(ended_at=at, ended_how=how):
        check_in.ended_at, check_in.ended_how = at, how


def last_of(patient: Patient) -> CheckIn | None:
    """Return the last visit with needles of this person, linked records included."""
    return _of(patient).order_by("-needled_at", "-pk").first()


def visits_so_far(patient: Patient) -> int:
    """Return how many visits with needles of this person are over, linked records included."""
    return _of(patient).count()


def _of(patient: Patient) -> CheckInQuerySet:
    return CheckIn.objects.with_needles().filter(patient__in=records_of(patient))


def _was_held(patient: Patient, *, at: datetime) -> bool:
    """Whether a form of the last half year held this person, whatever was decided then."""
    holds = Flag.objects.filter(tier__gte=Tier.HOLD, provisional=False, raised_at__gte=at - GOOD_FOR)
    return holds.filter(case__patient__in=records_of(patient)).exists()
