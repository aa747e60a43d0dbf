"""The verbs of consent to text messages: choose, and what STOP and START from a phone change."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.accounts.services import records
from clinic.accounts.texting.reached import ChosenChannel, NamedAs, TextConsent
from clinic.audit.transaction import audited_transaction
from clinic.contact import text_number
from clinic.outbox import reachable
from clinic.outbox import signals as outbox

How = TextConsent.How


@audited_transaction()
def choose(
    patient: Patient,
    *,
    channel: str,
    texts: bool,
    named_as: str,
    language: str = "",
    how: str,
    by: User | None,
    at: datetime,
) -> Patient:
    """Keep by what a person is reached, whether they agree to text messages at their phone, how they are named, and
    the language they read (empty: as before).

    Raises AccountError for text messages to a number that none reaches or that stopped them, for a channel they did not
    agree to, and at the desk for somebody who is no longer a patient.
    """
    if channel not in ChosenChannel.values or named_as not in NamedAs.values:
        raise AccountError(_("Choose one of the options."))
    locked = Patient.objects.select_for_update(of=("self",)).select_related("user").get(pk=patient.pk)
    if locked.ended_why and how == How.DESK:
        raise AccountError(locked.ended_words)
    before, number = locked.ways, text_number(locked.phone)
    if texts and number is None:
        raise AccountError(_("Text messages need a mobile number in the United States. Check the phone number first."))
    if texts and number and reachable.is_stopped(number):
        raise AccountError(_("Texts were stopped from this phone. Only a reply of START from it opens them again."))
    if not texts and channel != ChosenChannel.EMAIL:
        raise AccountError(_("To get text messages, check the box that says so."))
    _consent(locked, number if texts else None, how=how, by=by, at=at)
    locked.channel, locked.named_as = channel, named_as
    locked.save(update_fields=["channel", "texts_to", "named_as"])
    records.tell(locked, before=before, at=at)
    if language:
        records.read_in(locked, language, at=at, chosen_at=at)
    audit.record("patient.messages_chosen", on=locked, by=by, at=at, channel=channel, texts=texts, how=how)
    return locked


def _consent(patient: Patient, number: str | None, *, how: str, by: User | None, at: datetime) -> None:
    """Keep the consent and its history; saying the same again is no news."""
    if (number or "") == patient.texts_to:
        return
    TextConsent.objects.create(
        patient=patient, number=number or patient.texts_to, agreed=number is not None, how=how, by=by, at=at
    )
    patient.texts_to = number or ""


def phone_stopped(*, number: str, at: datetime, **_signal: Any) -> None:
    """Somebody answered STOP: whoever agreed at this number does no more. Their messages go by email, if they can."""
    for patient in Patient.objects.select_for_update(of=("self",)).select_related("user").filter(texts_to=number):
        before = patient.ways
        _consent(patient, None, how=How.STOP, by=None, at=at)
        patient.save(update_fields=["texts_to"])
        records.tell(patient, before=before, at=at)


def phone_started(*, number: str, at: datetime, **_signal: Any) -> None:
    """Somebody answered START: whoever had agreed at this number until STOP came agrees again."""
    stopped = TextConsent.objects.filter(number=number, how=How.STOP).values("patient")
    for patient in Patient.objects.select_for_update(of=("self",)).filter(pk__in=stopped, texts_to=""):
        last = patient.text_consents.first()
        if last is not None and last.how == How.STOP and text_number(patient.phone) == number:
            before = patient.ways
            _consent(patient, number, how=How.START, by=None, at=at)
            patient.save(update_fields=["texts_to"])
            records.tell(patient, before=before, at=at)


def has_stopped(patient: Patient) -> bool:
    """Say whether texts were stopped from this person's phone: only START from it opens it again."""
    number = text_number(patient.phone)
    return number is not None and reachable.is_stopped(number)


def history_of(patient: Patient) -> list[TextConsent]:
    """Return what somebody said about text messages, the newest first."""
    return list(patient.text_consents.all()[:20])


def listen() -> None:
    """Begin to listen; done once, when the apps are ready."""
    outbox.texts_stopped.connect(phone_stopped, dispatch_uid="accounts.phone_stopped")
    outbox.texts_started.connect(phone_started, dispatch_uid="accounts.phone_started")
