"""What every deed on a visit leaves behind: its history, what the review must know, a letter, a line in the book."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Patient, User
from clinic.booking import transitions
from clinic.booking.errors import NotAllowed
from clinic.booking.models import Appointment, AppointmentEvent, State
from clinic.booking.querysets import AHEAD, day_bounds
from intake.review import next_visit
from intake.review.follow_up import needled
from intake.treatment import services as treatment

Deed = AppointmentEvent.Deed


def locked(visit: Appointment) -> Appointment:
    """Return the visit as it stands now, kept from others until the deed is done."""
    return (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("patient__user", "practitioner__user", "visit_type", "room")
        .get(pk=visit.pk)
    )


def require(visit: Appointment, after: str) -> None:
    """Raise NotAllowed when the visit cannot go to that state (transitions.ALLOWED)."""
    if not transitions.may(visit.state, after):
        raise NotAllowed(
            _("This visit is already marked “%(state)s”. Reload the day.") % {"state": visit.get_state_display()}
        )


def change_state(
    visit: Appointment,
    after: str,
    deed: str,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    started_by: str = "",
) -> None:
    """Bring a locked visit into a state, and write its history and its line in the book."""
    require(visit, after)
    before, visit.state = visit.state, after
    fields = ["state"]
    if reason:
        visit.ended_reason, visit.ended_by = reason, started_by
        fields += ["ended_reason", "ended_by"]
    if deed in (Deed.CANCELLED, Deed.MOVED):
        visit.sequence += 1
        fields.append("sequence")
    visit.save(update_fields=fields)
    history(visit, deed, before=before, by=by, at=at, reason=reason, started_by=started_by)


def history(
    visit: Appointment,
    deed: str,
    *,
    before: str = "",
    by: User | None,
    at: datetime,
    reason: str = "",
    started_by: str = "",
) -> None:
    """Write one event of a visit, and its line in the book (last in the deed)."""
    AppointmentEvent.objects.create(
        visit=visit,
        deed=deed,
        before=before,
        after=visit.state,
        reason=reason,
        started_by=started_by,
        by=by,
        at=at,
    )
    facts = {"reason": reason} if reason else {}
    audit.record(f"visit.{deed}", on=visit, by=by, at=at, **facts)


def sync_next_visit(patient: Patient, *, at: datetime) -> None:
    """Let the review know when the patient comes next: whoever sits in the waiting room has not been seen yet."""
    midnight = day_bounds(timezone.localtime(at).date())[0]
    coming = Q(state__in=AHEAD, starts_at__gt=at) | Q(state=State.ARRIVED, starts_at__gte=midnight)
    visits = Appointment.objects.filter(coming, patient=patient).order_by("starts_at", "id")
    first = visits.values_list("starts_at", "practitioner").first()
    starts_at, practitioner = first or (None, None)
    next_visit.set_next_visit(patient, at=starts_at, practitioner=practitioner, now=at)


def tell_of_needles(visit: Appointment, *, at: datetime) -> None:
    """Let the review know of a visit with needles that is over: an update is due before the next, a check-in after.
    Where the signed note says that there were none it is no such visit.
    """
    if visit.visit_type.needling and not treatment.was_without_needles(visit_ref=visit.ref):
        areas = treatment.visit_areas(visit_ref=visit.ref)
        needled.visit_over(visit.patient, visit=visit.ref, ended_at=visit.ends_at, areas=areas, at=at)
