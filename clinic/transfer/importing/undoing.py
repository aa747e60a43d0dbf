"""Taking an import back: what nothing has been built upon goes, what stays is named with its reason."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import NameWord, Patient, PhoneRun, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import services as booking
from clinic.booking.models import Appointment, AppointmentEvent, BookingSource, Cell, State
from clinic.outbox.models import Letter
from clinic.transfer.errors import TransferError
from clinic.transfer.importing.services import fingerprint, require_administrator
from clinic.transfer.models import ImportedRow, ImportRun
from intake.review.models import NextVisit

_AT_ONCE = 400
# What the import itself made, and what follows from it by itself.
_OF_THE_IMPORT: frozenset[type[Model]] = frozenset({NameWord, PhoneRun, ImportedRow, Cell, AppointmentEvent, NextVisit})


@dataclass
class Undone:
    """What an undo took back, and what stays: name, line, and why."""

    patients: int = 0
    visits: int = 0
    stays: list[tuple[int, str]] = field(default_factory=list)


@audited_transaction()
def undo(run: ImportRun, *, by: User, at: datetime) -> Undone:
    """Take an import back. Raises TransferError for one that does not stand.

    A visit goes while it is booked as it was imported; a patient goes when nothing but this import speaks of them and
    their record is as it was made. Everything else stays and is named. Undoing again takes back what is free by then.
    """
    require_administrator(by)
    locked = ImportRun.objects.select_for_update().get(pk=run.pk)
    if locked.state != ImportRun.State.IMPORTED:
        raise TransferError(_("This import does not stand any longer. Reload the page."))
    undone = Undone()
    _take_back_visits(locked, undone, by=by, at=at)
    _take_back_patients(locked, undone, by=by, at=at)
    if not undone.stays:
        locked.state, locked.undone_at, locked.undone_by = ImportRun.State.UNDONE, at, by
        locked.save(update_fields=["state", "undone_at", "undone_by"])
    facts = {"patients": undone.patients, "visits": undone.visits, "stay": len(undone.stays)}
    audit.record("import.undone", on=locked, by=by, at=at, **facts)
    return undone


def _take_back_visits(run: ImportRun, done: Undone, *, by: User, at: datetime) -> None:
    rows = list(run.rows.exclude(visit=None).select_related("visit__patient").order_by("line"))
    visits = {row.visit_id: row.visit for row in rows if row.visit}
    built = _built_upon(Appointment, list(visits)) | _by_reference(visits)
    for row in rows:
        visit = row.visit
        assert visit is not None  # noqa: S101  (the rows without one are left out)
        if visit.pk in built:
            words = {"name": visit.patient.full_name, "what": built[visit.pk]}
            done.stays.append((row.line, _("The visit of %(name)s stays: %(what)s.") % words))
        elif visit.state != State.BOOKED or visit.source != BookingSource.IMPORT or visit.events.count() != 1:
            sentence = _("The visit of %(name)s stays: it was changed since.")
            done.stays.append((row.line, sentence % {"name": visit.patient.full_name}))
        else:
            ImportedRow.objects.filter(pk=row.pk).update(visit=None)
            booking.take_back(visit, by=by, at=at)
            done.visits += 1


def _take_back_patients(run: ImportRun, done: Undone, *, by: User, at: datetime) -> None:
    rows = list(run.rows.filter(made_patient=True).select_related("patient").order_by("line"))
    built = _built_upon(Patient, [row.patient_id for row in rows])
    free = []
    for row in rows:
        patient = row.patient
        if patient.pk in built:
            words = {"name": patient.full_name, "what": built[patient.pk]}
            done.stays.append((row.line, _("%(name)s stays: %(what)s.") % words))
        elif fingerprint(patient) != row.fingerprint:
            done.stays.append(
                (row.line, _("%(name)s stays: the record was changed since.") % {"name": patient.full_name})
            )
        else:
            free.append(patient.pk)
    for start in range(0, len(free), _AT_ONCE):
        some = free[start : start + _AT_ONCE]
        NextVisit.objects.filter(patient__in=some).delete()
        Patient.objects.filter(pk__in=some).delete()
    done.patients = len(free)


def _built_upon(model: type[Model], keys: list[Any]) -> dict[Any, str]:
    """Return the records that something else speaks of, with what it is; every relation of every room is asked."""
    words_by_key: dict[Any, str] = {}
    for relation in model._meta.related_objects:
        related: Any = relation.related_model
        if related in _OF_THE_IMPORT or relation.field is None:
            continue
        name = relation.field.name
        for start in range(0, len(keys), _AT_ONCE):
            some = {f"{name}__in": keys[start : start + _AT_ONCE]}
            for key in related._base_manager.filter(**some).values_list(name, flat=True):
                words_by_key.setdefault(key, _added(related))
    return words_by_key


def _by_reference(visits: dict[Any, Appointment]) -> dict[Any, str]:
    """Return the visits that are named by their reference, in a note or in a message that was sent."""
    refs = {visit.ref: key for key, visit in visits.items()}
    words_by_key: dict[Any, str] = {}
    for model in apps.get_models():
        if any(column.name == "visit_ref" for column in model._meta.concrete_fields):
            for start in range(0, len(refs), _AT_ONCE):
                some = list(refs)[start : start + _AT_ONCE]
                for ref in model._base_manager.filter(visit_ref__in=some).values_list("visit_ref", flat=True):
                    words_by_key.setdefault(refs[ref], _added(model))
    sent = Letter.objects.filter(state=Letter.State.SENT)
    for start in range(0, len(refs), _AT_ONCE):
        names = [f"booking.appointment:{ref}" for ref in list(refs)[start : start + _AT_ONCE]]
        for about in sent.filter(about__in=names).values_list("about", flat=True):
            words_by_key.setdefault(refs[about.partition(":")[2]], _added(Letter))
    return words_by_key


def _added(model: Any) -> str:
    return _("there are %(what)s by now") % {"what": model._meta.verbose_name_plural}
