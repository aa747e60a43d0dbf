"""What the timetable hears of rooms below it, which cannot call it: who is a practitioner, and who has left."""

from collections.abc import Collection
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from clinic.accounts.models import Practitioner, User
from clinic.booking.models import VisitType
from clinic.booking.models.schedule import TIMETABLE_KEY, timetable_changed

# What the timetable shows of a user.
SHOWN = frozenset({"name", "is_active"})


def listen() -> None:
    """Begin to listen; done once, when the room is opened."""
    m2m_changed.connect(who_offers_changed, VisitType.practitioners.through)
    for told in (post_save, post_delete):
        told.connect(person_changed, Practitioner)
        told.connect(person_changed, User)


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
