"""What practitioners are told by message: before a visit that a decision is open or a form unread, and that a
colleague asks for an opinion.

The messages carry no name, no answer and no clinical word; each leaves once for a person and a day.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import Patient, Practitioner
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from intake.review import person_records, standing
from intake.review.letters import short
from intake.review.models import Case, NextVisit
from intake.review.one_person import records_by_key

if TYPE_CHECKING:
    from clinic.accounts.models import User

# A hold is told of when the visit is today or tomorrow.
AHEAD = timedelta(days=1)
# Outside staffed hours an unread form is told of when its visit begins this soon.
SOON = timedelta(hours=2)


def on_duty() -> "list[User]":
    """Return the practitioners on duty; all of them where nobody is."""
    people = Practitioner.objects.working().select_related("user").order_by("user__name", "pk")
    return [person.user for person in people if person.on_duty] or [person.user for person in people]


def tell_of_hold(case: Case, *, visit_at: datetime | None, at: datetime) -> None:
    """Tell whoever is on duty that a case needs a decision before a visit of today or tomorrow, once a visit day."""
    if not is_near(visit_at, at=at) or not _needs_a_decision(case):
        return
    day = timezone.localdate(visit_at)
    for person in on_duty():
        key = f"hold:{case.ref}:{day:%Y%m%d}:{short(person.email)}"
        letters.enqueue("intake.hold_before_visit", key=key, to=person.ways, about=case, at=at)


def tell_of_unread(*, at: datetime) -> int:
    """Tell whoever is on duty of each form with a visit today that no practitioner has opened; return how many."""
    today = timezone.localdate(at)
    visits = dict(NextVisit.objects.filter(at__gte=at, at__lt=_end_of(today)).values_list("patient", "at"))
    staffed = site_settings.is_staffed(site_settings.current(), at=at)
    due = [patient for patient, visit_at in visits.items() if staffed or visit_at - at <= SOON]
    unread = [key for key, patient_standing in standing.of(due, on=today, at=at).items() if patient_standing.unread]
    people = on_duty() if unread else []
    for patient in Patient.objects.filter(pk__in=unread):
        for person in people:
            key = f"unread:{patient.ref}:{today:%Y%m%d}:{short(person.email)}"
            letters.enqueue("intake.unread_before_visit", key=key, to=person.ways, about=patient, at=at)
    return len(unread)


def people_of(case: Case) -> set[int]:
    """Return the records a case is about, by key: all of one person's; while it is nobody's, those it may be about."""
    if case.patient_id is not None:
        return set(records_by_key(case.patient_id))
    return set(person_records.patients_of_cases(Case.objects.filter(pk=case.pk)))


def visit_of(case: Case) -> datetime | None:
    """Return the next visit of whom a case is about; while it is nobody's, the soonest of those it may be about."""
    visits = NextVisit.objects.filter(patient__in=people_of(case)).order_by("at")
    return visits.values_list("at", flat=True).first()


def _needs_a_decision(case: Case) -> bool:
    return Case.objects.not_closed().needing_decision().filter(pk=case.pk).exists()


def is_near(visit_at: datetime | None, *, at: datetime) -> bool:
    """Say whether a visit is still to come today or tomorrow."""
    return visit_at is not None and at <= visit_at < _end_of(timezone.localdate(at) + AHEAD)


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), datetime.min.time()))


@letters.kind("intake.hold_before_visit")
def _hold(letter: Letter, at: datetime) -> letters.Message | None:
    case = Case.objects.filter(ref=letter.about_ref).select_related("intake").first()
    if case is None or not _needs_a_decision(case):
        return None
    return _render("intake/hold_before_visit", case) if is_near(visit_of(case), at=at) else None


@letters.kind("intake.unread_before_visit")
def _unread(letter: Letter, at: datetime) -> letters.Message | None:
    patient = Patient.objects.filter(ref=letter.about_ref).first()
    if patient is None or not standing.of_one(patient, on=timezone.localdate(at), at=at).unread:
        return None
    about = Q(patient=patient) | Q(patient=None, intake__meant_for=patient)
    return _render("intake/unread_before_visit", Case.objects.not_closed().filter(about).first())


@letters.kind("intake.opinion")
def _opinion(letter: Letter, at: datetime) -> letters.Message | None:
    case = Case.objects.filter(ref=letter.about_ref).first()
    return _render("intake/opinion", case) if case is not None else None


def _render(template: str, case: Case | None) -> letters.Message:
    path = reverse("admin:review_case_change", args=[case.ref]) if case else reverse("admin:review_case_changelist")
    return letters.render(template, {"url": settings.SITE_URL + path})
