"""What the schedule hears of rooms below it, which cannot call it: who is a practitioner, who has left, who moved."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils.translation import gettext as _

from clinic import consequences, formatting
from clinic.accounts import signals
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import letters, open_days, schedule
from clinic.booking.models import Appointment, VisitType, WaitingEntry
from clinic.booking.models.timetable import TIMETABLE_KEY, timetable_changed
from clinic.booking.services import policies, waiting
from clinic.booking.stranding import stranded_ahead
from clinic.outbox.letters import Way
from clinic.site_settings.models import ClosedDay

# What the timetable shows of a user.
SHOWN = frozenset({"name", "is_active"})


def listen() -> None:
    """Begin to listen; done once, when the room is opened."""
    m2m_changed.connect(who_offers_changed, VisitType.practitioners.through)
    m2m_changed.connect(role_changed, User.groups.through)
    for signal in (post_save, post_delete):
        signal.connect(person_changed, Practitioner)
        signal.connect(person_changed, User)
        signal.connect(closed_day_changed, ClosedDay)
    signals.address_changed.connect(address_changed, Patient)
    signals.team_changes.connect(team_changes, User)
    signals.patient_ended.connect(patient_ended, Patient)
    consequences.asked.connect(visits_that_no_longer_fit)


def closed_day_changed(**_signal: Any) -> None:
    """The clinic is closed on another day, or open again."""
    timetable_changed()


def visits_that_no_longer_fit(*, by: User, at: datetime, **_signal: Any) -> list[consequences.Consequence]:
    """Say what is booked and does not fit the timetable as it is in this very transaction.

    Only whoever may see patients' names reads them.
    """
    rows = stranded_ahead(at=at, table=schedule.load())
    people = Appointment.objects.filter(pk__in=[row.visit.pk for row in rows]).with_people().in_bulk()
    names = by.has_perm(policies.RUN)
    return [
        consequences.Consequence(row.visit.ref, _line(people[row.visit.pk], names=names), str(why.label))
        for row in rows
        for why in row.reasons
    ]


def _line(visit: Appointment, *, names: bool) -> str:
    facts = {"when": formatting.moment(visit.starts_at), "practitioner": visit.practitioner.user.name}
    if names:
        return _("%(when)s, %(patient)s with %(practitioner)s") % (facts | {"patient": visit.patient.called})
    return _("%(when)s, with %(practitioner)s") % facts


def team_changes(*, at: datetime, **_signal: Any) -> None:
    """Somebody leaves, or begins: the days that are over are kept with the hours of those who were there."""
    open_days.keep(at=at)


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


def person_changed(
    *, instance: User | Practitioner, update_fields: Collection[str] | None = None, **_signal: Any
) -> None:
    """A practitioner came, left, or has another name."""
    if isinstance(instance, User) and not (instance.is_staff and SHOWN & set(update_fields or SHOWN)):
        return
    _after_the_deed()


def role_changed(*, action: str, **_signal: Any) -> None:
    """Somebody has another role: who treats here is asked anew."""
    if action.startswith("post_"):
        _after_the_deed()


def _after_the_deed() -> None:
    """The version changes after the deed: its own transaction may hold the person, and whoever books holds the rules
    and wants the person, so that each could wait for the other.
    """
    caches["process"].delete(TIMETABLE_KEY)
    transaction.on_commit(timetable_changed)
