"""Second factors of staff: what a session has proved, and how their secrets are kept.

allauth keeps records of how a session signed in. They name the user, and are asked for with the user: without one
they read as empty, and a gate on them would redirect for ever.
"""

import time
from io import BytesIO
from typing import Any

import qrcode
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.db import transaction
from django.http import HttpRequest
from qrcode.image.svg import SvgPathFillImage

from clinic.accounts.models import User
from clinic.encryption import seal, unseal
from clinic.site_settings import services as site_settings

FRESH = 5 * 60
_REAL = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def passed_password(request: HttpRequest, user: User) -> bool:
    """Say whether this very session signed in with a password."""
    return any(record.get("method") == "password" for record in get_authentication_records(request, user))


def passed_both(request: HttpRequest, user: User) -> bool:
    """Say whether this very session passed password and second factor."""
    methods = {record.get("method") for record in get_authentication_records(request, user)}
    return {"password", "mfa"} <= methods


def is_fresh(request: HttpRequest, user: User) -> bool:
    """Say whether password or second factor was shown in the last minutes."""
    times = [r["at"] for r in get_authentication_records(request, user) if r.get("method") in {"password", "mfa"}]
    return bool(times) and time.time() - max(times) < FRESH


def is_enrolled(user: User) -> bool:
    """Say whether the user has an authenticator app or a passkey. Recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user=user, type__in=_REAL).exists())


def count_enrolment(request: HttpRequest, authenticator: Authenticator) -> None:
    """Whoever has just set up an app or a passkey has shown it: that counts as the second factor of this session.

    Only a first one can be added before it was shown: the middleware lets nobody else reach those pages.
    """
    if authenticator.type in _REAL:
        record_authentication(
            request, authenticator.user, "mfa", id=authenticator.pk, type=str(authenticator.type), enrolled=True
        )


def forget_removed(request: HttpRequest, user: User) -> None:
    """Take out of this session what it showed by a factor that is gone: another one is asked for."""
    factor_keys = set(Authenticator.objects.filter(user=user).values_list("pk", flat=True))
    records = get_authentication_records(request, user)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record for record in records if record.get("method") != "mfa" or record.get("id") in factor_keys
    ]


def is_later(authenticator: Authenticator, code: str) -> bool:
    """Use up a code of an app; say whether it is of a later half minute than every one that was used before.

    Whoever read digits over a shoulder cannot type them once their owner has, nor those shown before them. Digits
    that are none of the app's are no later ones.
    """
    if authenticator.type != Authenticator.Type.TOTP:
        return True
    with transaction.atomic():
        locked = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        secret, typed = unseal(locked.data["secret"].encode()), normalize_user_code(code)
        fitting = [n for n in yield_hotp_counters_from_time() if format_hotp_value(hotp_value(secret, n)) == typed]
        if not fitting or min(fitting) <= locked.data.get("used", 0):
            return False
        locked.data["used"] = min(fitting)
        locked.save(update_fields=["data"])
    return True


class ClinicMFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Second factors under the clinic's name, with their secrets sealed like answers."""

    def encrypt(self, text: str) -> str:
        return seal(text).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return str(unseal(encrypted_text.encode()))

    def get_totp_issuer(self) -> str:
        return site_settings.current().name

    def build_totp_svg(self, url: str) -> str:
        """Black on white, in dark mode too: an app reads nothing else."""
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(picture)
        return picture.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Staff always keep one; another can be added first."""
        other_factors = Authenticator.objects.filter(user=authenticator.user, type__in=_REAL).exclude(
            pk=authenticator.pk
        )
        return bool(other_factors.exists())

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": site_settings.current().name}
