"""Patients: taking a person in, and the two records that turn out to be one person."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.errors import AccountError
from clinic.accounts.identity import CONTACT
from clinic.accounts.models import Difference, LinkedPatient, NotOnePerson, Patient, User
from clinic.audit.transaction import audited_transaction


@audited_transaction()
def take_in(*, identity: Mapping[str, Any], user: User | None, by: User | None, at: datetime) -> Patient:
    """Return the patient an accepted form is about.

    On the same mailbox, the same name (accents, case and spaces aside) and birth date is the same person: that record
    is returned unchanged, and each field that now reads differently becomes a task for the desk. Otherwise, and
    always without a mailbox, a new record is made; the desk links two of one person. Nobody is found by e-mail.

    It is part of accepting a form, whose own line in the book, its last, says who did it (`by`).

    `identity` holds full_name, date_of_birth and any of CONTACT. Raises AccountError without name or birth date, and
    for a staff user.
    """
    name, born = str(identity.get("full_name") or "").strip(), identity.get("date_of_birth")
    if not name or not isinstance(born, date):
        raise AccountError(_("Enter a name and a date of birth."))
    if user is None:
        return _new(identity, user=None, at=at)
    # The mailbox is locked first: two forms of one person accepted in one moment make one record.
    mailbox = User.objects.select_for_update().get(pk=user.pk)
    if mailbox.is_staff:
        raise AccountError(_("This address belongs to a staff member. A patient needs a separate address."))
    known = Patient.objects.on_mailbox(mailbox).called(name, born=born).first()
    if known is None:
        return _new(identity, user=mailbox, at=at)
    note_differences(known, identity, at=at)
    return known


def _new(identity: Mapping[str, Any], *, user: User | None, at: datetime) -> Patient:
    contact = {field: str(identity.get(field) or "").strip() for field in CONTACT}
    return Patient.objects.create(
        user=user,
        full_name=str(identity["full_name"]).strip(),
        date_of_birth=identity["date_of_birth"],
        created_at=at,
        **contact,
    )


def note_differences(patient: Patient, identity: Mapping[str, Any], *, at: datetime) -> None:
    """Make a task for the desk of each field of `identity` that reads differently now; the record stays as it is."""
    asked = ("full_name", "date_of_birth", *CONTACT)
    told = {field: str(identity[field] or "").strip() for field in asked if field in identity}
    waiting = set(Difference.objects.open().filter(patient=patient).values_list("field", "new"))
    Difference.objects.bulk_create(
        Difference(patient=patient, field=field, old=str(getattr(patient, field)), new=new, found_at=at)
        for field, new in told.items()
        if new and new != str(getattr(patient, field)) and (field, new) not in waiting
    )


@audited_transaction()
def settle(difference: Difference, *, take: bool, by: User, at: datetime) -> Difference:
    """The desk has asked: keep the record as it is, or take what the new form says. Settling twice changes nothing."""
    locked = Difference.objects.select_for_update().get(pk=difference.pk)
    if locked.seen_at:
        return locked
    if take:
        patient = Patient.objects.select_for_update().get(pk=locked.patient_id)
        is_date = locked.field == "date_of_birth"
        setattr(patient, locked.field, date.fromisoformat(locked.new) if is_date else locked.new)
        patient.save()
    locked.seen_at, locked.seen_by, locked.taken = at, by, take
    locked.save(update_fields=["seen_at", "seen_by", "taken"])
    audit.record("patient.difference_settled", on=locked.patient, by=by, at=at, field=locked.field, taken=take)
    return locked


@audited_transaction()
def link(one: Patient, other: Patient, *, by: User, at: datetime) -> LinkedPatient:
    """Say that two records are one person. Nothing is moved. Raises AccountError for one record twice."""
    if one.pk == other.pk:
        raise AccountError(_("Choose two different records."))
    earlier, later = Patient.objects.select_for_update().filter(pk__in=(one.pk, other.pk)).order_by("pk")
    made, is_new = LinkedPatient.objects.get_or_create(
        earlier=earlier, later=later, undone_at=None, defaults={"linked_at": at, "linked_by": by}
    )
    if is_new:
        audit.record("patient.linked", on=earlier, by=by, at=at, other=later.ref)
    return made


@audited_transaction()
def unlink(linked: LinkedPatient, *, by: User, at: datetime) -> LinkedPatient:
    """Undo a link; the row stays as history. Undoing twice changes nothing."""
    locked = LinkedPatient.objects.select_for_update().select_related("earlier", "later").get(pk=linked.pk)
    if locked.undone_at is None:
        locked.undone_at, locked.undone_by = at, by
        locked.save(update_fields=["undone_at", "undone_by"])
        audit.record("patient.unlinked", on=locked.earlier, by=by, at=at, other=locked.later.ref)
    return locked


@audited_transaction()
def register(*, identity: Mapping[str, Any], by: User, at: datetime) -> Patient:
    """The desk takes in somebody who called: a new record without a mailbox. Who is alike was shown before.

    `identity` as for take_in. Raises AccountError without name or birth date.
    """
    patient = take_in(identity=identity, user=None, by=by, at=at)
    audit.record("patient.registered", on=patient, by=by, at=at)
    return patient


@audited_transaction()
def correct(patient: Patient, *, contact: Mapping[str, str], by: User, at: datetime) -> Patient:
    """The person told the desk another phone, e-mail or language; only what is in CONTACT is taken."""
    locked = Patient.objects.select_for_update(of=("self",)).get(pk=patient.pk)
    changed = [field for field in CONTACT if field in contact and contact[field].strip() != getattr(locked, field)]
    for field in changed:
        setattr(locked, field, contact[field].strip())
    if changed:
        locked.save()
        audit.record("patient.corrected", on=locked, by=by, at=at, fields=len(changed))
    return locked


@audited_transaction()
def keep_apart(one: Patient, other: Patient, *, by: User, at: datetime) -> NotOnePerson:
    """Say that two alike records are two people, so that nobody is asked again. Saying it twice changes nothing."""
    if one.pk == other.pk:
        raise AccountError(_("Choose two different records."))
    earlier, later = sorted((one, other), key=lambda patient: patient.pk)
    made, is_new = NotOnePerson.objects.get_or_create(
        earlier=earlier, later=later, defaults={"said_at": at, "said_by": by}
    )
    if is_new:
        audit.record("patient.kept_apart", on=earlier, by=by, at=at, other=later.ref)
    return made
