"""The end of a wait, shared by booking and by the waiting list: off the list, and what was offered is free again."""

from datetime import datetime

from django.db.models import Q

from clinic import audit
from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment, Offer, WaitingEntry


def leave_list(entry: WaitingEntry, why: str, *, by: User | None, at: datetime) -> None:
    """Take a locked entry off the list, for a reason, in the caller's transaction."""
    entry.left_at, entry.left_why = at, why
    entry.save(update_fields=["left_at", "left_why"])
    audit.record("waiting.left", on=entry, by=by, at=at, why=str(why))


def end_offer(offered: Offer, state: str, *, at: datetime) -> None:
    """Close a locked offer; the time it held is free again."""
    held, offered.hold = offered.hold, None
    offered.state, offered.answered_at = Offer.State(state), at
    offered.save(update_fields=["state", "answered_at", "hold"])
    if held is not None:
        held.delete()


def resume_waits(visit: Appointment, *, by: User, at: datetime, booked_at: datetime) -> None:
    """The booking that ended these waits was undone: they go on as if nothing had been."""
    theirs = Q(patient=visit.patient_id) | Q(patient__in=Patient.objects.linked_with(visit.patient).values("pk"))
    ended = WaitingEntry.objects.filter(theirs, visit_type=visit.visit_type_id, left_at=booked_at, left_why="booked")
    for entry in ended.select_for_update(of=("self",)).order_by("pk"):
        entry.left_at, entry.left_why = None, ""
        entry.save(update_fields=["left_at", "left_why"])
        audit.record("waiting.joined", on=entry, by=by, at=at)


def end_wait(visit: Appointment, *, by: User, at: datetime) -> None:
    """Somebody has a visit now: they wait for its kind no longer, on whichever of their linked records they did.

    An offer of this very time is the one that was taken; whoever took it says so. Every other one is over.
    """
    theirs = Q(patient=visit.patient_id) | Q(patient__in=Patient.objects.linked_with(visit.patient).values("pk"))
    waiting = WaitingEntry.objects.filter(theirs, visit_type=visit.visit_type_id, left_at=None)
    for entry in waiting.select_for_update(of=("self",)).order_by("pk"):
        open_offers = Offer.objects.filter(entry=entry, state=Offer.State.OPEN).select_related("hold")
        for offered in open_offers.exclude(starts_at=visit.starts_at, practitioner=visit.practitioner_id):
            end_offer(offered, Offer.State.DECLINED, at=at)
        leave_list(entry, WaitingEntry.Left.BOOKED, by=by, at=at)
