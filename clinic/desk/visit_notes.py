"""The treatment notes of a practitioner's visits: which are missing, begun or signed. Never what stands in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import User
from clinic.booking.models import Appointment, State
from intake.treatment.models import NoteDraft, TreatmentNote

# A note that is missing is asked for this long.
ASKED_FOR = timedelta(days=14)
MOST = 50
# A note belongs to a visit that has begun.
WRITTEN_IN = (State.WITH, State.COMPLETED)

MISSING, BEGUN, SIGNED = "missing", "begun", "signed"
WORDS: dict[str, Any] = {
    MISSING: _("Write the note"),
    BEGUN: _("Continue the note"),
    SIGNED: _("Read the note"),
}


@dataclass(frozen=True)
class NoteToWrite:
    """A completed visit with needles whose note is not signed."""

    visit: Appointment
    state: str

    @property
    def when(self) -> str:
        return formatting.moment(self.visit.starts_at)

    @property
    def is_begun(self) -> bool:
        return self.state == BEGUN


def states_of(refs: Iterable[str]) -> dict[str, str]:
    """Return how far the note of each of these visits is, by the reference of the visit. Two queries."""
    known = list(refs)
    begun = NoteDraft.objects.filter(visit_ref__in=known).values_list("visit_ref", flat=True)
    signed = TreatmentNote.objects.filter(visit_ref__in=known).order_by().values_list("visit_ref", flat=True)
    return dict.fromkeys(known, MISSING) | dict.fromkeys(begun, BEGUN) | dict.fromkeys(signed, SIGNED)


def recent_of(practitioner: User, *, at: datetime) -> list[Appointment]:
    """Return the completed visits with needles of the last two weeks with this practitioner, newest first."""
    done = Appointment.objects.filter(
        practitioner__user=practitioner,
        state=State.COMPLETED,
        visit_type__needling=True,
        starts_at__gte=at - ASKED_FOR,
        starts_at__lte=at,
    )
    return list(done.select_related("patient").order_by("-starts_at")[:MOST])
