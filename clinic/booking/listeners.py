"""What the schedule hears of rooms below it, which cannot call it: who is a practitioner, who has left, who moved."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from clinic.accounts import signals
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import letters
from clinic.booking.models import VisitType, WaitingEntry
from clinic.booking.models.schedule import TIMETABLE_KEY, timetable_changed
from clinic.booking.services import waiting
from clinic.outbox.letters import Way

# What the timetable shows of a user.
SHOWN = frozenset({"name", "is_active"})


def listen() -> None:
    """Begin to listen; done once, when the room is opened."""
    m2m_changed.connect(who_offers_changed, VisitType.practitioners.through)
    for told in (post_save, post_delete):
        told.connect(person_changed, Practitioner)
        told.connect(person_changed, User)
    signals.address_changed.connect(address_changed, Patient)
    signals.patient_ended.connect(patient_ended, Patient)


def address_changed(*, patient: Patient, new: list[Way], at: datetime, **_signal: Any) -> None:
    """Messages to somebody go elsewhere: what is booked is told there."""
    letters.moved_to_another_address(patient, new=new, at=at)


def patient_ended(*, patient: Patient, by: User, at: datetime, **_signal: Any) -> None:
    """Somebody is no longer a patient: nobody waits for them, and what was offered to them is free again."""
    for entry in WaitingEntry.objects.filter(patient=patient, left_at=None):
        waiting.leave(entry, by=by, at=at)


def who_offers_changed(**_signal: Any) -> None:
    """Practitioners were ticked or unticked for a kind of visit."""
    timetable_changed()


def person_changed(*, instance: User | Practitioner, update_fields: Collection[str] | None = None, **_: Any) -> None:
    """A practitioner came, left, or has another name.

    The version changes after the deed: its own transaction may hold the person, and whoever books holds the rules
    and wants the person, so that each could wait for the other.
    """
    if isinstance(instance, User) and not (instance.is_staff and SHOWN & set(update_fields or SHOWN)):
        return
    caches["process"].delete(TIMETABLE_KEY)
    transaction.on_commit(timetable_changed)
