"""Invitations: a one-time link by which somebody who was asked to work here chooses a password."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import letters
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Invitation, User
from clinic.audit.transaction import audited_transaction
from clinic.links import page_url

INVITATION_LASTS = timedelta(days=7)


def new_link(user: User, *, by: User | None, at: datetime) -> str:
    """Return a new one-time link (256 random bits, stored as a hash); every older one of this user stops working."""
    token = secrets.token_urlsafe(32)
    user.invitations.filter(ended_at=None).update(ended_at=at)
    Invitation.objects.create(
        user=user, token_hash=hash_of(token), created_at=at, expires_at=at + INVITATION_LASTS, created_by=by
    )
    return page_url("accounts:invitation", token)


def send_invitation(user: User, *, by: User | None, at: datetime) -> None:
    """Send a message with a new link; every older link of this user stops working."""
    letters.invitation(user, link=new_link(user, by=by, at=at), at=at, expires=at + INVITATION_LASTS)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@audited_transaction()
def invite_again(user: User, *, by: User, at: datetime) -> None:
    """Send a new link to somebody who has not chosen a password yet. Raises AccountError otherwise."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    if not locked.is_staff or not locked.is_active:
        raise AccountError(_("Only active staff can be invited."))
    if locked.has_usable_password():
        raise AccountError(_("%(name)s has already chosen a password.") % {"name": locked})
    send_invitation(locked, by=by, at=at)
    audit.record("staff.invited", on=locked, by=by, at=at, again=True)


@audited_transaction()
def accept_invitation(token: str, *, password: str, at: datetime) -> User:
    """Set the password of the invited person and end the link.

    Raises AccountError when the link was used, replaced, withdrawn or is older than 7 days, and ValidationError for a
    weak password (the link then still works).
    """
    invitations = Invitation.objects.usable(at=at).select_for_update(of=("self",)).filter(token_hash=hash_of(token))
    invitation = invitations.select_related("user").first()
    if invitation is None:
        raise AccountError(_("This link no longer works. Ask an administrator for a new invitation."))
    user = invitation.user
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    invitation.ended_at = at
    invitation.save(update_fields=["ended_at"])
    audit.record("staff.invitation_accepted", on=user, by=user, at=at)
    return user
