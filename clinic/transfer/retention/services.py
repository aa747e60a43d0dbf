"""Erasing a record: one person proposes it, another confirms it, and then it happens at once and for good.

What goes: every row about the person but their visits, in every room, append-only ones too. What stays: visits and
adverse events as counts, under a name that is nobody's, and the audit log, which holds references and no names.
"""

from contextlib import ExitStack
from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.identity import CORRECTED
from clinic.accounts.models import Ended, NameWord, Patient, PhoneRun, User
from clinic.audit import triggers
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment
from clinic.outbox.models import ContactPoint, InboundText, Letter
from clinic.transfer.errors import TransferError
from clinic.transfer.models import ErasureOrder
from clinic.transfer.retention import belongings
from clinic.transfer.retention.due_records import due_record_of
from intake.record.models import Intake
from intake.review import person_records
from intake.treatment.models import AdverseEvent, TreatmentNote

# The name of whom nobody knows any more, and a birth date that is nobody's.
NOBODY, NEVER = "Erased record", date(1900, 1, 1)
# Everything else that says who somebody is, in whichever field: what the list of identity gains is emptied too.
_EMPTIED = ("folded_name", "texts_to", *(field for field in CORRECTED if field not in {"full_name", "date_of_birth"}))


@audited_transaction()
def propose(patient: Patient, *, by: User, at: datetime) -> ErasureOrder:
    """Propose the erasure of a record that is due. Raises TransferError; only administrators may."""
    if not roles.is_administrator(by):
        raise PermissionDenied
    locked = Patient.objects.select_for_update(of=("self",)).get(pk=patient.pk)
    _require_due(locked, at=at)
    if locked.erasure_orders.filter(withdrawn_at=None).exists():
        raise TransferError(_("Someone has proposed this already."))
    order = ErasureOrder.objects.create(patient=locked, proposed_by=by, proposed_at=at)
    audit.record("erasure.proposed", on=locked, by=by, at=at)
    return order


@audited_transaction()
def withdraw(order: ErasureOrder, *, by: User, at: datetime) -> ErasureOrder:
    """Take a proposal back: the record stays, and is due again."""
    _require_may_confirm(by)
    locked = _waiting(order)
    locked.withdrawn_at, locked.withdrawn_by = at, by
    locked.save(update_fields=["withdrawn_at", "withdrawn_by"])
    audit.record("erasure.withdrawn", on=locked.patient, by=by, at=at)
    return locked


@audited_transaction()
def confirm(order: ErasureOrder, *, by: User, at: datetime) -> ErasureOrder:
    """The second person confirms: the record is erased now. Raises TransferError, and then nothing was erased.

    Whoever proposed it cannot confirm it; the database refuses that too. Who came back meanwhile is not due.
    """
    _require_may_confirm(by)
    locked = _waiting(order)
    if locked.proposed_by_id == by.pk:
        raise TransferError(_("You proposed this yourself. Someone else confirms it."))
    _require_due(locked.patient, at=at)
    persons, _known = person_records.persons_of([locked.patient_id])
    keys = sorted(persons[locked.patient_id].records)
    locked.counts = _erase(keys, at=at)
    locked.confirmed_at, locked.confirmed_by = at, by
    locked.save(update_fields=["counts", "confirmed_at", "confirmed_by"])
    _note_linked(locked, keys)
    audit.record("erasure.confirmed", on=locked.patient, by=by, at=at, **locked.counts)
    return locked


def _note_linked(order: ErasureOrder, keys: list[int]) -> None:
    """The records that stood linked with it are erased by the same two people."""
    same = {name: getattr(order, name) for name in ("proposed_at", "proposed_by", "confirmed_at", "confirmed_by")}
    ErasureOrder.objects.filter(patient__in=keys, confirmed_at=None, withdrawn_at=None).delete()
    for key in set(keys) - {order.patient_id}:
        ErasureOrder.objects.create(patient_id=key, **same)


def _require_may_confirm(by: User) -> None:
    if not (roles.is_administrator(by) or roles.is_practitioner(by)):
        raise PermissionDenied


def _require_due(patient: Patient, *, at: datetime) -> None:
    if due_record_of(patient, on=timezone.localdate(at)) is None:
        raise TransferError(_("This record is not due: the law asks us to keep it. Reload the page."))


def _waiting(order: ErasureOrder) -> ErasureOrder:
    locked = ErasureOrder.objects.select_for_update(of=("self",)).select_related("patient").get(pk=order.pk)
    if locked.confirmed_at or locked.withdrawn_at:
        raise TransferError(_("This erasure is confirmed or taken back already. Reload the page."))
    return locked


def _erase(keys: list[int], *, at: datetime) -> dict[str, int]:
    """Erase everything of one person; return what there was, as counts."""
    patients = list(Patient.objects.select_for_update(of=("self",)).filter(pk__in=keys))
    mailboxes = belongings.mailboxes_of(keys)
    goes = belongings.rows_of(keys)
    visits = set(Appointment.objects.filter(patient__in=keys).values_list("pk", flat=True))
    forms = list(Intake.objects.filter(pk__in=goes.get(Intake, ())))
    counts = {"forms": len(forms), "visits": len(visits), "notes": len(goes.get(TreatmentNote, ()))}
    remove_messages(
        goes | {Patient: set(keys), Appointment: visits}, belongings.addresses_of(patients, mailboxes, forms)
    )
    named_rows: belongings.type_rows = {Patient: set(keys), Appointment: visits, User: {box.pk for box in mailboxes}}
    belongings.remove_history(goes | named_rows)
    belongings.end_sessions(mailboxes)
    Intake.objects.filter(meant_for__in=keys).exclude(pk__in=goes.get(Intake, ())).update(meant_for=None)
    remove_rows(goes)
    _take_the_name_away(keys, at=at)
    close_mailboxes(mailboxes)
    return counts


def remove_messages(about: belongings.type_rows, addresses: set[str]) -> None:
    """Remove every message about these rows or to these addresses, and what was known of the addresses."""
    for name in belongings.names_of(about):
        Letter.objects.filter(about=name).delete()
    Letter.objects.filter(to__in=addresses).delete()
    ContactPoint.objects.filter(address__in=addresses).delete()
    InboundText.objects.filter(number__in=addresses).delete()


def remove_rows(goes: belongings.type_rows) -> None:
    """Remove rows of every room in one go; keys between them are judged when the transaction ends."""
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA secure_delete = ON")  # the freed place in the file is overwritten too
        for model in goes:
            stack.enter_context(triggers.standing_aside(connection, model._meta.db_table))
        for model, keys in goes.items():
            _remove_rows(model, list(keys))


def _remove_rows(model: type[Model], keys: list[Any]) -> None:
    for start in range(0, len(keys), 400):
        some = model._base_manager.filter(pk__in=keys[start : start + 400])
        some._raw_delete(connection.alias)


def _take_the_name_away(keys: list[int], *, at: datetime) -> None:
    NameWord.objects.filter(patient__in=keys).delete()
    PhoneRun.objects.filter(patient__in=keys).delete()
    patients = Patient.objects.filter(pk__in=keys)
    patients.update(full_name=NOBODY, date_of_birth=NEVER, user=None, **dict.fromkeys(_EMPTIED, ""))
    patients.filter(ended_at=None).update(ended_why=Ended.STOPPED, ended_at=at)
    Appointment.objects.filter(patient__in=keys).exclude(squeeze_reason="").update(squeeze_reason=NOBODY)
    AdverseEvent.objects.filter(patient__in=keys).update(words={})


def close_mailboxes(mailboxes: list[User]) -> None:
    """Leave of a mailbox the key that the audit log names, and nothing else; nobody signs in with it again."""
    for mailbox in mailboxes:
        EmailAddress.objects.filter(user=mailbox).delete()
        Authenticator.objects.filter(user=mailbox).delete()
        erased = f"{mailbox.pk.lower()}@erased.invalid"
        User.objects.filter(pk=mailbox.pk).update(
            email=erased, name="", texts_to="", is_active=False, password=make_password(None), last_login=None
        )
