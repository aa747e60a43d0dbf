"""What stands in the desk's addresses: a visit, a patient, somebody who waits, an offer, blocked time."""

from datetime import date, timedelta
from typing import Any

from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment, Block, Offer, WaitingEntry
from clinic.outbox import letters
from clinic.outbox.models import Letter
from intake.review.follow_up.models import CheckIn, FollowUpTask

PLACES = {
    "unblock": Block,
    "offer": WaitingEntry,
    "leave": WaitingEntry,
    "answer": Offer,
    "silent": FollowUpTask,
    **dict.fromkeys(("patient", "link", "unlink", "apart", "behalf", "tablet", "correct", "end", "messages"), Patient),
    **dict.fromkeys(("record", "phone", "guardian"), Patient),
    "undelivered": Letter,
}


def furnish(rui: User, noor: User, *, at: Any) -> None:
    """Block an hour of Noor's, far from every visit."""
    start = (at + timedelta(days=40)).replace(minute=0, second=0, microsecond=0)
    Block.objects.create(
        practitioner=getattr(noor, "practitioner"),  # noqa: B009  (made by the stubs' own mind)
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        made_at=at,
        made_by=rui,
    )

    _silent(at=at)
    letters.enqueue("account.code", key="undelivered", to="gone@example.com", at=at, sealed=letters.Message("", ""))
    Letter.objects.filter(key="undelivered").update(state="dead", finished_at=at)


def _silent(*, at: Any) -> None:
    """Somebody without a visit ahead, who did not say how they are since the last one."""
    ula = Patient.objects.create(full_name="Ula Silenta", date_of_birth=date(1971, 5, 1), phone="213-555-0177")
    check_in = CheckIn.objects.create(patient=ula, visit_ref="SILENT", needled_at=at - timedelta(days=5))
    FollowUpTask.objects.create(patient=ula, check_in=check_in, kind="no_answer", raised_at=at, due_at=at)


def place(name: str, asked: str) -> Any:
    """Return what stands in a place of an address of the desk."""
    if asked == "deed":
        return "confirm"
    model = PLACES.get(name.removeprefix("desk:"), Appointment)
    if model is Letter:
        return Letter.objects.given_up()[0].ref
    return model.objects.order_by("pk").values_list("ref", flat=True)[0]  # type: ignore[attr-defined]  # each has one
