"""Writing into a person's record: the one place, so that another address is always told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import letters, signals
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.accounts.querysets import normal_email
from clinic.audit.transaction import audited_transaction
from clinic.contact import text_mailbox
from clinic.outbox.letters import Way

# Who somebody is, where two records are compared.
_IDENTITY = frozenset({"full_name", "preferred_name", "date_of_birth"})


def change(patient: Patient, fields: Mapping[str, Any], *, at: datetime) -> None:
    """Keep these values, in the caller's transaction.

    Raises AccountError where the mailbox has this very person already: those two records are to be linked.

    Another e-mail is where messages go from now on; to another phone no text message goes before they agree to it (a
    mailbox may be a phone: decision 28). The mailbox the person was on loses them, at once and with every
    form of theirs; the new one finds them once its reader has proven it by a code and says who they are
    (services.claim). Both addresses are told, and the rooms above hear of it.
    """
    before, ways = patient.email_for_messages, patient.ways
    for field, value in fields.items():
        setattr(patient, field, value)
    if patient.user and not _is_mailbox_of(patient, fields):
        patient.user = None
    twins = Patient.objects.filter(full_name=patient.full_name, date_of_birth=patient.date_of_birth)
    if patient.user and twins.filter(user=patient.user).exclude(pk=patient.pk).exists():
        raise AccountError(_("There is another record of this name and birth date. Link the two records instead."))
    patient.save()
    if "email" in fields and normal_email(patient.email_for_messages) != normal_email(before):
        if before:
            letters.address_changed(to=before, at=at)
        if patient.email_for_messages:
            letters.address_is_now(to=patient.email_for_messages, at=at)
    tell(patient, before=ways, at=at)
    if not _IDENTITY.isdisjoint(fields):
        signals.identity_changed.send(Patient, patient=patient, at=at)


def tell(patient: Patient, *, before: Sequence[Way], at: datetime) -> None:
    """Tell the rooms above where messages to somebody go, if it was otherwise before."""
    if patient.ways != before:
        new = [way for way in patient.ways if way not in before]
        signals.address_changed.send(Patient, patient=patient, new=new, at=at)


def read_in(patient: Patient, language: str, *, at: datetime, chosen_at: datetime | None = None) -> None:
    """Keep the language a person reads, in the caller's transaction; what waits for them leaves in it.

    `chosen_at` is when they chose it themselves, None where they only happened to read it: that, and an older choice,
    never says otherwise than a choice. Nobody is written to because of it. It is part of a deed (a form accepted, a
    first visit booked, messages chosen), whose own line in the audit log says who did it.
    """
    before = patient.language, patient.language_chosen_at
    if before[1] is not None and (chosen_at is None or chosen_at < before[1]):
        return
    if before == (language, chosen_at):
        return
    patient.language, patient.language_chosen_at = language, chosen_at
    patient.save(update_fields=["language", "language_chosen_at"])
    if language != before[0]:
        signals.address_changed.send(Patient, patient=patient, new=[], at=at)
    if chosen_at is not None:
        signals.language_chosen.send(Patient, patient=patient, at=at)


@audited_transaction()
def choose_language(patient: Patient, language: str, *, by: User, at: datetime) -> None:
    """Keep the language that a person chose on a page of theirs, from this moment on."""
    locked = Patient.objects.select_for_update(of=("self",)).select_related("user").get(pk=patient.pk)
    read_in(locked, language, at=at, chosen_at=at)
    audit.record("patient.language_chosen", on=locked, by=by, at=at, language=language)


def _is_mailbox_of(patient: Patient, changed: Mapping[str, Any]) -> bool:
    """Whether the mailbox they sign in with still is what the record says: the e-mail, or the phone."""
    assert patient.user is not None  # noqa: S101  (the caller has looked)
    if patient.user.is_phone:
        return "phone" not in changed or text_mailbox(patient.phone) == patient.user.email
    return "email" not in changed or normal_email(patient.email) == patient.user.email
