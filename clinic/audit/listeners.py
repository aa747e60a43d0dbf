"""What the book writes about the one room below it, which cannot call it (the doors open one way)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from clinic import audit
from clinic.audit.transaction import audited_transaction
from clinic.site_settings.models import ClinicProfile


def profile_changed(
    *, profile: ClinicProfile, fields: Sequence[str], by: AbstractBaseUser, at: datetime, **_signal: Any
) -> None:
    """Write that the clinic's profile was changed, with the names of the fields and never their values."""
    with audited_transaction():
        audit.record("profile.changed", on=profile, by=by, at=at, **dict.fromkeys(fields, True))
