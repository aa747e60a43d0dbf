"""Keeping who a form says it is about: what `standing` finds a person's forms by before anybody has accepted them."""

from datetime import datetime

from clinic.accounts.querysets import normal_email
from clinic.text import fold
from intake.record.models import FormIdentity, Intake


def keep_identity(intake: Intake, *, at: datetime) -> None:
    """Keep what the form says now beside what it said before; saying the same twice keeps one row."""
    identity = {
        "user_id": intake.user_id,
        "mailbox": normal_email(intake.email) or _phone_of(intake),
        "folded_name": fold(intake.full_name),
        "date_of_birth": intake.date_of_birth,
    }
    if any(identity.values()):
        FormIdentity.objects.get_or_create(intake=intake, **identity, defaults={"said_at": at})


def _phone_of(intake: Intake) -> str:
    """The mailbox of somebody who gave no email and signs in with the phone on the form."""
    return intake.user.email if intake.user and intake.user.is_phone and intake.names(intake.user) else ""


def forget_identity(intake: Intake) -> None:
    """The form was emptied and no case stands on it: nothing of the person stays."""
    FormIdentity.objects.filter(intake=intake).delete()
