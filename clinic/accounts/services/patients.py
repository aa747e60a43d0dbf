"""Patients: taking a person in, and the two records that turn out to be one person."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import contradictions, signals
from clinic.accounts.errors import AccountError
from clinic.accounts.identity import CONTACT, CORRECTED
from clinic.accounts.models import Correction, Difference, Ended, LinkedPatient, NotOnePerson, Patient, User
from clinic.accounts.patient_search import ALIKE, name_score
from clinic.accounts.services import records
from clinic.accounts.spelling import can_be, words_of
from clinic.audit.transaction import audited_transaction
from clinic.characters import clean_line, has_letter
from clinic.contact import phone_of_mailbox, text_number


@audited_transaction()
def take_in(*, identity: Mapping[str, Any], user: User | None, by: User | None, at: datetime) -> Patient:
    """Return the patient an accepted form is about.

    On the same mailbox, the same birth date and a name that can be the same (spelling.is_one_name) is the same person:
    that record is returned; what it lacks is filled in from the form, and each field that now reads differently
    becomes a task for the desk. A record of the desk's without a mailbox, made with this very address, gets the
    mailbox so. Where two records could be meant, or the birth date differs, and always without a mailbox, a new
    record is made, and the desk is shown whom it is like. Nobody is found by e-mail alone.

    It is part of accepting a form, whose own line in the audit log, its last, says who did it (`by`).

    `identity` holds full_name, date_of_birth and any of CONTACT. Raises AccountError without name or birth date, and
    for a staff user.
    """
    name, born = clean_line(str(identity.get("full_name") or "")), identity.get("date_of_birth")
    if not name or not isinstance(born, date):
        raise AccountError(_("Enter a name and a date of birth."))
    if not has_letter(name):
        raise AccountError(_("Write the name in letters. Numbers and signs alone are not a name."))
    if user is None:
        return _new(identity, name, user=None, at=at)
    # The mailbox is locked first: two forms of one person accepted in one moment make one record.
    mailbox = User.objects.select_for_update().get(pk=user.pk)
    if mailbox.is_staff:
        raise AccountError(_("This address belongs to a staff member. A patient needs a separate address."))
    patient = on_mailbox(mailbox, name, born=born) or claim(mailbox, name, born=born, at=at)
    if patient is None:
        return _new(identity, name, user=mailbox, at=at)
    note_differences(patient, identity, at=at)
    return patient


def is_still(patient: Patient, identity: Mapping[str, Any]) -> bool:
    """Say whether a form that was begun from a patient's record still speaks of them: same birth date, and a name that
    is theirs, is spelled alike, or has kept the given name. What the form does not ask is as the record says.
    """
    name, born = identity.get("full_name", patient.full_name), identity.get("date_of_birth", patient.date_of_birth)
    if born != patient.date_of_birth:
        return False
    form_words, record_words = words_of(str(name or "")), words_of(patient.full_name)
    kept_given = bool(form_words and record_words) and form_words[0] == record_words[0]
    alike = name_score(form_words, record_words) >= ALIKE
    return kept_given or alike or can_be(str(name or ""), patient.full_name, patient.preferred_name)


def on_mailbox(mailbox: User, name: str, *, born: date) -> Patient | None:
    """Return the one patient of a mailbox who can be this person; None for nobody, and for two who could be."""
    return _only(Patient.objects.on_mailbox(mailbox).who_can_be(name, born=born))


@audited_transaction()
def claim(mailbox: User, name: str, *, born: date, at: datetime) -> Patient | None:
    """Give a record that the desk made with this address, or this phone, its mailbox, for whoever has proven it by a
    code and says the name and the birth date. Return it, None when there is no such record, or two could be meant.
    """
    written_down = Patient.objects.here().annotate(address=Lower("email")).filter(user=None)
    if number := phone_of_mailbox(mailbox.email):
        written_down = written_down.filter(phone_runs__digits=number[1:])
    else:
        written_down = written_down.filter(address=mailbox.email)
    likely = written_down.select_for_update(of=("self",)).who_can_be(name, born=born)
    patient = _only([candidate for candidate in likely if not number or text_number(candidate.phone) == number])
    if patient is not None and not mailbox.patients.filter(full_name=patient.full_name, date_of_birth=born).exists():
        patient.user = mailbox
        patient.save(update_fields=["user"])
        audit.record("patient.mailbox_joined", on=patient, by=mailbox, at=at)
    return patient


def _only(likely: list[Patient]) -> Patient | None:
    return likely[0] if len(likely) == 1 else None


def _new(identity: Mapping[str, Any], name: str, *, user: User | None, at: datetime) -> Patient:
    contact = {field: contradictions.cleaned(field, identity.get(field)) for field in CONTACT}
    return Patient.objects.create(
        user=user, full_name=name, date_of_birth=identity["date_of_birth"], created_at=at, **contact
    )


def note_differences(patient: Patient, identity: Mapping[str, Any], *, at: datetime) -> None:
    """Fill in what the record lacks, and make a task for the desk of each field of `identity` that contradicts it; the
    birth date too. Two spellings that fold to one name, and two ways to write one number, do not contradict.
    """
    cleaned = {
        field: contradictions.cleaned(field, identity[field]) for field in contradictions.ASKED if field in identity
    }
    missing = {field: new for field, new in cleaned.items() if new and not getattr(patient, field)}
    if missing:
        records.change(patient, missing, at=at)
    waiting = set(Difference.objects.open().filter(patient=patient).values_list("field", "new"))
    Difference.objects.bulk_create(
        Difference(
            patient=patient, field=field, old=contradictions.written(getattr(patient, field)), new=new, found_at=at
        )
        for field, new in cleaned.items()
        if new and contradictions.contradicts(patient, field, new) and (field, new) not in waiting
    )


@audited_transaction()
def settle(difference: Difference, *, take: bool, by: User, at: datetime) -> Difference:
    """The desk has asked: keep the record as it is, or take what the new form says. Settling twice changes nothing."""
    locked = Difference.objects.select_for_update().get(pk=difference.pk)
    if locked.seen_at:
        return locked
    if take:
        patient = Patient.objects.select_for_update().get(pk=locked.patient_id)
        records.change(patient, {locked.field: contradictions.read(locked.field, locked.new)}, at=at)
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
    linked, is_new = LinkedPatient.objects.get_or_create(
        earlier=earlier, later=later, undone_at=None, defaults={"linked_at": at, "linked_by": by}
    )
    if is_new:
        audit.record("patient.linked", on=earlier, by=by, at=at, other=later.ref)
        signals.links_changed.send(Patient, patients=(earlier, later), at=at)
    return linked


@audited_transaction()
def unlink(linked: LinkedPatient, *, by: User, at: datetime) -> LinkedPatient:
    """Undo a link; the row stays as history. Undoing twice changes nothing."""
    locked = LinkedPatient.objects.select_for_update().select_related("earlier", "later").get(pk=linked.pk)
    if locked.undone_at is None:
        locked.undone_at, locked.undone_by = at, by
        locked.save(update_fields=["undone_at", "undone_by"])
        audit.record("patient.unlinked", on=locked.earlier, by=by, at=at, other=locked.later.ref)
        signals.links_changed.send(Patient, patients=(locked.earlier, locked.later), at=at)
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
def correct(
    patient: Patient, *, identity: Mapping[str, Any], by: User, at: datetime, reason: str = Correction.TOLD
) -> Patient:
    """The desk corrects what a record says of a person, for a reason (Correction); fields that read the same stay.

    `identity` holds any of name, birth date, preferred name, who may bring the child and CONTACT. Another e-mail is
    where messages go from now on, and the mailbox that saw the person before loses them (records.change). Raises
    AccountError for an empty name or birth date.
    """
    locked = Patient.objects.select_for_update(of=("self",)).select_related("user").get(pk=patient.pk)
    cleaned = {field: contradictions.cleaned(field, value) for field, value in identity.items() if field in CORRECTED}
    changed = {
        f: contradictions.read(f, new)
        for f, new in cleaned.items()
        if new != contradictions.written(getattr(locked, f))
    }
    if not all(changed.get(field, True) for field in ("full_name", "date_of_birth")):
        raise AccountError(_("Enter a name and a date of birth."))
    if changed:
        records.change(locked, changed, at=at)
        audit.record("patient.corrected", on=locked, by=by, at=at, fields=len(changed), reason=str(reason))
    return locked


@audited_transaction()
def end(patient: Patient, *, why: str, by: User, at: datetime) -> Patient:
    """Somebody moved away, has died or asked to stop: messages, reminders and lists stop at once, the history stays.
    So it is on every record that stands linked with this one.

    Raises AccountError for an unknown reason. Ending twice for one reason changes nothing.
    """
    if why not in Ended.values:
        raise AccountError(_("Choose a reason."))
    for record in _records_of(patient):
        if record.ended_why != why:
            record.ended_why, record.ended_at = why, at
            record.save(update_fields=["ended_why", "ended_at"])
            audit.record("patient.ended", on=record, by=by, at=at, why=why)
            signals.patient_ended.send(Patient, patient=record, by=by, at=at)
    return Patient.objects.get(pk=patient.pk)


def _records_of(patient: Patient) -> list[Patient]:
    """Return, locked, the record and those that stand linked with it: whoever has moved away has on each of them."""
    keys = [patient.pk, *Patient.objects.linked_with(patient).values_list("pk", flat=True)]
    return list(Patient.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))


@audited_transaction()
def come_back(patient: Patient, *, by: User, at: datetime) -> Patient:
    """They are a patient again, on each linked record. What was stopped meanwhile is not sent after all."""
    for record in _records_of(patient):
        if record.ended_why:
            record.ended_why, record.ended_at = "", None
            record.save(update_fields=["ended_why", "ended_at"])
            audit.record("patient.came_back", on=record, by=by, at=at)
    return Patient.objects.get(pk=patient.pk)


@audited_transaction()
def keep_apart(one: Patient, other: Patient, *, by: User, at: datetime) -> NotOnePerson:
    """Say that two alike records are two people, so that nobody is asked again. Saying it twice changes nothing."""
    if one.pk == other.pk:
        raise AccountError(_("Choose two different records."))
    earlier, later = sorted((one, other), key=lambda patient: patient.pk)
    pair, is_new = NotOnePerson.objects.get_or_create(
        earlier=earlier, later=later, defaults={"said_at": at, "said_by": by}
    )
    if is_new:
        audit.record("patient.kept_apart", on=earlier, by=by, at=at, other=later.ref)
    return pair
