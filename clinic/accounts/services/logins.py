"""Who may sign in with an address, and the secrets of second factors."""

from cryptography.fernet import InvalidToken
from django.contrib.auth.hashers import make_password
from django.db import transaction

from clinic.accounts.errors import AccountError
from clinic.accounts.models import User
from clinic.accounts.querysets import normal_email
from clinic.contact import clean_email, phone_of_mailbox, text_mailbox
from clinic.encryption import resealed
from clinic.form_fields import NO_ADDRESS, NO_ADDRESS_OR_PHONE
from clinic.outbox.texts import is_enabled

__all__ = ["ensure_login", "mailbox_address", "normal_email", "refresh_second_factors"]


def mailbox_address(typed: str) -> str:
    """Return the mailbox that somebody signs in with: an e-mail address, or their phone (decision 28); empty for what
    is neither, and for a phone where the clinic sends no text messages.
    """
    if address := clean_email(typed):
        return normal_email(address)
    if not is_enabled():
        return ""
    return text_mailbox(phone_of_mailbox(typed) or typed) or ""


def ensure_login(email: str) -> User | None:
    """Return the patient user of an address or phone, made if there is none; None for staff and whoever has left.

    A mailbox is not a person: this says nothing about who reads it. Raises AccountError for what is no address.
    """
    address = mailbox_address(email)
    if not address:
        raise AccountError(str(NO_ADDRESS_OR_PHONE if is_enabled() else NO_ADDRESS))
    # The same two statements for an address we know and one we do not: neither the answer nor its time tells.
    stranger = User(email=address, password=make_password(None))
    User.objects.bulk_create([stranger], ignore_conflicts=True)
    user = User.objects.by_email(address).get()
    return user if user.is_active and not user.is_staff else None


@transaction.atomic
def refresh_second_factors() -> int:
    """Move the sealed secrets of second factors to the first key of ANSWER_KEYS; return how many were moved."""
    from allauth.mfa.models import Authenticator

    moved = 0
    for factor in Authenticator.objects.select_for_update().order_by("pk"):
        sealed = {name: factor.data[name] for name in ("secret", "seed") if name in factor.data}
        if sealed:
            try:
                factor.data |= {name: resealed(text.encode()).decode() for name, text in sealed.items()}
            except InvalidToken as wrong:
                raise AccountError(
                    f"Second factor {factor.pk} cannot be opened with the keys in ANSWER_KEYS."
                ) from wrong
            factor.save(update_fields=["data"])
            moved += 1
    return moved
