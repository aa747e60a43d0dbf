"""Visits that were booked in another system: brought in, and taken back when the import is undone."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from clinic.audit import triggers
from clinic.audit.transaction import audited_transaction
from clinic.booking.cells import lock_schedule, release_cells, reserve_cells
from clinic.booking.errors import NotReady
from clinic.booking.models import Appointment, AppointmentEvent, BookingSource, State, VisitType
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, history, sync_next_visit
from clinic.booking.services.slot_search import SlotRequest, find_candidate
from intake.review import standing


@audited_transaction()
def bring_in(
    *, patient: Patient, visit_type: VisitType, start: datetime, practitioner: int | None, by: User, at: datetime
) -> Appointment:
    """Take the time of a visit that another system booked. It was confirmed there: no message is written.

    Hours, rooms, the practitioner's and the patient's other visits bind it like any visit the desk books. A visit with
    needles for somebody who may not have them yet is taken and is a task for the desk (desk.tasks); an open emergency
    takes nothing. `practitioner` is the key of one, or None for any. Raises SlotTaken, NotReady, BookingError, and
    PermissionDenied for whoever is no administrator.
    """
    if not roles.is_administrator(by):
        raise PermissionDenied
    policies.require_patient(patient, staff=True)
    policies.require_type(visit_type, staff=True)
    policies.require_time(start, at=at)
    lock_schedule()
    ask = SlotRequest(visit_type=visit_type, start=start, practitioner=practitioner, patient=patient, staff=True, at=at)
    place = find_candidate(ask)
    if not standing.of_one(patient, on=policies.day_of(at), at=at).allows_consultation:
        raise NotReady(_("A practitioner must talk to this person before anything is booked."))
    visit = Appointment.objects.create(
        patient=patient,
        practitioner=place.who.practitioner,
        room_id=place.room,
        visit_type=place.visit_type,
        starts_at=start,
        minutes=place.need.minutes,
        room_minutes=place.need.room_minutes,
        source=BookingSource.IMPORT,
        created_at=at,
        created_by=by,
    )
    reserve_cells(place.keys(patient), taker=visit, lapsed=place.lapsed)
    sync_next_visit(patient, at=at)
    history(visit, Deed.BOOKED, by=by, at=at)
    return visit


@audited_transaction()
def take_back(visit: Appointment, *, by: User, at: datetime) -> None:
    """Remove an imported visit to which nothing has happened since, with its history of one line.

    Whoever undoes an import has seen to it that nothing was built upon it. The audit log keeps both lines. Raises
    PermissionDenied for a visit of our own, and for one that was changed.
    """
    events = list(AppointmentEvent.objects.filter(visit=visit).values_list("deed", flat=True))
    if visit.source != BookingSource.IMPORT or visit.state != State.BOOKED or events != [Deed.BOOKED]:
        raise PermissionDenied
    patient = visit.patient
    audit.record("visit.taken_back", on=visit, by=by, at=at)
    release_cells(visit)
    with triggers.standing_aside(connection, AppointmentEvent._meta.db_table):
        AppointmentEvent.objects.filter(visit=visit).delete()
    visit.delete()
    sync_next_visit(patient, at=at)
