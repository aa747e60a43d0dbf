"""What the clinic asks of allauth: who may come in which way, and that every letter is a Letter.

allauth's sign-in by code, reset and sign-up work for every user, staff too. Here a code is for patients and a
password for staff, whatever page or session it comes from.
"""

import contextlib
from ipaddress import ip_address
from typing import Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core.internal.ratelimit import get_ip
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from clinic import audit
from clinic.accounts import second_factor
from clinic.accounts.models import User
from clinic.accounts.querysets import normal_email
from clinic.audit.transaction import audited_transaction

CODE, PASSWORD = "code", "password"


class ClinicAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Patients by code, staff by password and second factor; no sign-up page; letters instead of mail."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The email or the password is not right. Check both and try again."),
        "incorrect_code": _("That code is not right. Check our newest email and enter the code again."),
        "incorrect_password": _("That password is not right. Try again."),
        "enter_current_password": _("That is not your current password. Enter it again."),
        "too_many_login_attempts": _("There were too many attempts. Wait a few minutes, then try again."),
        "rate_limited": _("There were too many attempts. Wait a few minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Only addresses on this very host, or without one."""
        host = self.request.get_host() if self.request else None
        secure = bool(self.request and self.request.is_secure())
        return url_has_allowed_host_and_scheme(url, allowed_hosts={host} if host else None, require_https=secure)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that somebody comes from, an IPv4 one as such also where it is written as IPv6.

        A proxy that listens on both kinds writes ::ffff:203.0.113.9; taken for IPv6, all of IPv4 is one network, and
        one stranger uses up what everybody may ask. Raises PermissionDenied for what is no address.
        """
        try:
            address = ip_address(super().get_client_ip(request))
        except ImproperlyConfigured as fewer:
            raise PermissionDenied("X-Forwarded-For names fewer proxies than TRUSTED_PROXIES.") from fewer
        return str(getattr(address, "ipv4_mapped", None) or address)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """The last gate before somebody is signed in."""
        how = way_in(request, user)
        if user.is_active and (how == PASSWORD) == user.is_staff and how in {CODE, PASSWORD}:
            return None
        return self.respond_user_inactive(request, user)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        clear_login(request)
        messages.error(request, _("You cannot sign in this way. Please call us if you need help."))
        return redirect("account_login")

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, with a line in the book."""
        with audited_transaction():
            super().login(request, user)
            how = way_in(request, user) or ""
            audit.record("account.signed_in", on=user, by=user, at=timezone.now(), how=how)

    def logout(self, request: HttpRequest) -> None:
        """Sign out, with a line in the book."""
        user = request.user
        with audited_transaction():
            super().logout(request)
            audit.record("account.signed_out", on=user if user.is_authenticated else None, by=user, at=timezone.now())

    def set_password(self, user: User, password: str) -> None:
        with audited_transaction():
            # Somebody may be let go at this very moment.
            if not User.objects.select_for_update().filter(pk=user.pk, is_active=True).exists():
                raise PermissionDenied
            user.set_password(password)
            user.save(update_fields=["password"])
            audit.record("account.password_changed", on=user, by=user, at=timezone.now())

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count by address and place together: nobody locks out somebody else from afar."""
        return f"{get_ip(request)}:{normal_email(credentials.get('email') or '')}"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """A password or second factor shown minutes ago is enough; allauth would ask again seconds after sign-in."""
        user = self.request.user
        return not (isinstance(user, User) and second_factor.is_fresh(self.request, user))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> NoReturn:
        raise RuntimeError(f"allauth wanted to send {template_prefix}: letters are written by clinic.accounts.letters.")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say in our words what has to be said, and nothing where the page itself shows it."""
        text = message or _SAID.get(message_template or "")
        if text:
            with contextlib.suppress(messages.MessageFailure):
                messages.add_message(request, level, text, extra_tags=extra_tags)


_SAID = {
    "account/messages/password_changed.txt": _("Your password is changed. Sign in with the new one."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "mfa/messages/totp_activated.txt": _("Your app is set up."),
    "mfa/messages/totp_deactivated.txt": _("Your app is removed."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is set up."),
    "mfa/messages/webauthn_removed.txt": _("Your passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _("Here are your recovery codes. Older ones no longer work."),
}


def way_in(request: HttpRequest, user: User) -> str | None:
    """Return how this session showed who it is: by code or by password; None for neither."""
    methods = [record.get("method") for record in get_authentication_records(request, user)]
    return next((method for method in reversed(methods) if method in {CODE, PASSWORD}), None)
