"""The end of a wait, shared by booking and by the waiting list: off the list, and what was offered is free again."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from clinic import audit
from clinic.accounts.models import LinkedPatient, User
from clinic.booking.models import Appointment, Offer, WaitingEntry
from intake.review.one_person import records_of


def leave_list(entry: WaitingEntry, why: str, *, by: User | None, at: datetime) -> None:
    """Take a locked entry off the list, for a reason, in the caller's transaction."""
    entry.left_at, entry.left_why = at, why
    entry.save(update_fields=["left_at", "left_why"])
    audit.record("waiting.left", on=entry, by=by, at=at, why=str(why))


def end_offer(offered: Offer, state: str, *, at: datetime) -> None:
    """Close a locked offer; the time it held is free again."""
    hold, offered.hold = offered.hold, None
    offered.state, offered.answered_at = Offer.State(state), at
    offered.save(update_fields=["state", "answered_at", "hold"])
    if hold is not None:
        hold.delete()


def resume_waits(visit: Appointment, *, by: User, at: datetime, booked_at: datetime) -> None:
    """The booking that ended these waits was undone: they go on as if nothing had been."""
    ended = WaitingEntry.objects.filter(left_at=booked_at, left_why="booked")
    for entry in _waits_of(visit, ended):
        entry.left_at, entry.left_why = None, ""
        entry.save(update_fields=["left_at", "left_why"])
        audit.record("waiting.joined", on=entry, by=by, at=at)


def end_wait(visit: Appointment, *, by: User, at: datetime) -> None:
    """Somebody has a visit now: they wait for its kind no longer, on whichever of their linked records they did.

    An offer of this very time is the one that was taken; whoever took it says so. Every other one is over.
    """
    for entry in _waits_of(visit, WaitingEntry.objects.filter(left_at=None)):
        open_offers = Offer.objects.filter(entry=entry, state=Offer.State.OPEN).select_related("hold")
        for offered in open_offers.exclude(starts_at=visit.starts_at, practitioner=visit.practitioner_id):
            end_offer(offered, Offer.State.DECLINED, at=at)
        leave_list(entry, WaitingEntry.Left.BOOKED, by=by, at=at)


def _waits_of(visit: Appointment, entries: QuerySet[WaitingEntry]) -> list[WaitingEntry]:
    """Return, locked, those among the entries that wait for this kind of visit on any record of its person.

    One query: which records are one person is asked only where somebody whose record is linked waits.
    """
    either = Q(earlier=OuterRef("patient")) | Q(later=OuterRef("patient"))
    is_linked = Exists(LinkedPatient.objects.filter(either, undone_at=None))
    likely = entries.filter(Q(patient=visit.patient_id) | is_linked, visit_type=visit.visit_type_id)
    locked_entries = list(likely.select_for_update(of=("self",)).order_by("pk"))
    if all(entry.patient_id == visit.patient_id for entry in locked_entries):
        return locked_entries
    records = set(records_of(visit.patient))
    return [entry for entry in locked_entries if entry.patient_id in records]
