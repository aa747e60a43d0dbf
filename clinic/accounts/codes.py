"""Sign-in by a one-time code, for patients.

Codes are kept by mailbox (newest_code), sessions keep a ticket. Whoever is not a patient here (a stranger, staff,
someone deactivated) is treated exactly alike: same pages, same words, same work, and a letter that tells the reader
of the mailbox, and nobody else, how things stand.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.flows.password_reset_by_code import (
    PASSWORD_RESET_VERIFICATION_SESSION_KEY,
    PasswordResetVerificationProcess,
)
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from clinic.accounts import acting, letters, newest_code
from clinic.accounts.limits import seconds_to_wait
from clinic.accounts.models import User
from clinic.accounts.services.logins import ensure_login, mailbox_address, normal_email

# For so long a code that was typed counts as just typed.
FRESH = timedelta(minutes=15)


def start(request: HttpRequest, *, email: str, next_url: str, again: bool = False) -> HttpResponse:
    """Send a code to an address or a phone and go to the page that asks for it; from there, signed in, to `next_url`.

    Whoever is signed in with it goes there at once, unless they have to show `again` who they are. An address without
    a user becomes a patient's mailbox. Whoever asks for one address more than 3 times an hour or 10 a day
    from one place gets the 429 page. Raises AccountError for what is no address, PermissionDenied for signed-in staff.
    """
    address = mailbox_address(email) or normal_email(email)
    if request.user.is_authenticated:
        if request.user.is_staff:
            raise PermissionDenied
        if request.user.email == address and not again:
            return HttpResponseRedirect(next_url)
    if not newest_code.may_ask(request, address):
        now, key = timezone.now().timestamp(), newest_code.asker_of(request, address)
        seconds = seconds_to_wait(request, now=now, action="request_login_code", key=key)
        return HttpResponse(status=429, headers={"Retry-After": str(seconds)})
    if request.user.is_authenticated:
        acts_for = request.session.get(acting.ACTS_FOR) if again else None
        logout(request)
        if acts_for:  # the same person comes back to the same page
            request.session[acting.ACTS_FOR] = acts_for
    with transaction.atomic():
        CodeProcess.initiate(request=request, user=ensure_login(address), email=address)
    query = urlencode({REDIRECT_FIELD_NAME: next_url})
    return HttpResponseRedirect(f"{reverse('account_confirm_login_code')}?{query}")


def is_fresh(request: HttpRequest, *, at: datetime) -> bool:
    """Say whether this session showed a code in the last minutes: asked before a whole record leaves the house."""
    user = request.user
    records = get_authentication_records(request, user) if isinstance(user, User) else []
    times = [record["at"] for record in records if record.get("method") == "code"]
    return bool(times) and at.timestamp() - max(times) < FRESH.total_seconds()


def patient_of(address: str) -> User | None:
    """Return the patients' user of an address, if there is one who may sign in by code."""
    return User.objects.by_email(address).filter(is_staff=False, is_active=True).first()


def reset_stands(request: HttpRequest, user: User) -> bool:
    """Say whether a reset that was begun may still set a password: they work here, and nothing has changed since.

    Whoever was let go meanwhile, or has another password by now, begins anew; so does who was let go and came back.
    """
    begun = request.session.get(PASSWORD_RESET_VERIFICATION_SESSION_KEY) or {}
    now = User.objects.filter(pk=user.pk, is_active=True, is_staff=True).first()
    return now is not None and constant_time_compare(begun.get("as_of", ""), _as_of(now))


def _as_of(user: User | None) -> str:
    """Name the password and the sign-ins of somebody as they stand, without keeping them."""
    proof = user.get_session_auth_hash() if user else ""
    return salted_hmac("clinic.accounts.reset", proof, algorithm="sha256").hexdigest()


def staff_of(address: str) -> User | None:
    """Return the member of staff of an address, if they are active and have chosen a password."""
    user = User.objects.by_email(address).filter(is_staff=True, is_active=True).first()
    return user if user and user.has_usable_password() else None


def _goes_out(request: HttpRequest, purpose: str, state: dict[str, Any], user: User | None, code: str) -> bool:
    """Give a session its ticket; say whether a letter with this code goes out, or the newest one works again."""
    address = state["email"]
    ticket = newest_code.ticket_for(purpose, address, user)
    # allauth hands this to the form that asks for the code.
    state["code"] = str(ticket)
    if not newest_code.goes_out(request, ticket, address):
        return False
    # A code that nobody receives is kept for strangers, so that every mailbox looks and counts alike.
    newest_code.keep(ticket, address, code if user else secrets.token_hex(16))
    return True


class CodeProcess(LoginCodeVerificationProcess):  # type: ignore[misc]  # allauth ships no types
    """allauth's sign-in by code, with our letters, and no code in the session."""

    @classmethod
    def initiate(cls, *, request: HttpRequest, user: User | None, email: str) -> "CodeProcess":
        # allauth's own makes its base class, whose letters and code would not be ours.
        login = Login(user=user, email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=user, email=email), initiated_by_user=True)
        process = cls(stage=stage)
        process.send()
        process.persist()
        return process

    def send(self, skip_enumeration_mails: bool = False) -> None:
        address, code = self.state["email"], get_adapter().generate_login_code()
        is_staff = User.objects.by_email(address).filter(is_staff=True).exists()
        if _goes_out(self.request, newest_code.SIGN_IN, self.state, self.user, code):
            letters.sign_in_code(to=address, code=code, known=bool(self.user), staff=is_staff, at=timezone.now())


class ResetProcess(PasswordResetVerificationProcess):  # type: ignore[misc]  # allauth ships no types
    """allauth's password reset by code, for staff, kept the same way."""

    def send(self) -> None:
        self.state["as_of"] = _as_of(self.user)
        address, code = self.state["email"], get_adapter().generate_password_reset_code()
        if _goes_out(self.request, newest_code.RESET, self.state, self.user, code):
            letters.reset_code(to=address, code=code, known=bool(self.user), at=timezone.now())

    @classmethod
    def initiate(cls, *, request: HttpRequest, user: User | None, email: str) -> "ResetProcess":
        process = cls(request, state=cls.initial_state(user, email), user=user)
        process.send()
        process.persist()
        return process
