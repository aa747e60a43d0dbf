"""Sign-in by a one-time code, for patients.

The session keeps a keyed hash of the code, never the code itself. Whoever is not a patient here (a stranger, staff,
someone deactivated) is treated exactly alike: same pages, same words, same work, and a letter that tells the reader
of the mailbox, and nobody else, how things stand.
"""

import secrets
from datetime import datetime, timedelta
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.flows.password_reset_by_code import PasswordResetVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.core import ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from clinic.accounts import acting, letters
from clinic.accounts.limits import seconds_to_wait
from clinic.accounts.models import User
from clinic.accounts.services.logins import ensure_login, mailbox_address, normal_email
from clinic.characters import clean_ascii

# For so long a code that was typed counts as just typed.
FRESH = timedelta(minutes=15)


def start(request: HttpRequest, *, email: str, next_url: str, again: bool = False) -> HttpResponse:
    """Send a code to an address or a phone and go to the page that asks for it; from there, signed in, to `next_url`.

    Whoever is signed in with it goes there at once, unless they have to show `again` who they are. An address without
    a user becomes a patient's mailbox. More than 3 codes an hour or 10 a day to one address are
    the 429 page. Raises AccountError for what is no address, PermissionDenied for signed-in staff.
    """
    address = mailbox_address(email) or normal_email(email)
    if request.user.is_authenticated:
        if request.user.is_staff:
            raise PermissionDenied
        if request.user.email == address and not again:
            return HttpResponseRedirect(next_url)
    if not may_send(request, address):
        now, key = timezone.now().timestamp(), mailbox_of(address)
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
    shown = [record["at"] for record in records if record.get("method") == "code"]
    return bool(shown) and at.timestamp() - max(shown) < FRESH.total_seconds()


def may_send(request: HttpRequest, address: str) -> bool:
    """Count one letter with a code to an address; say whether it may go out (settings.ACCOUNT_RATE_LIMITS)."""
    return bool(ratelimit.consume(request, action="request_login_code", key=mailbox_of(address)))


def mailbox_of(address: str) -> str:
    """Return one key for all spellings of a mailbox that a limit could be walked around with: tags, dots at the end."""
    local, _at, host = normal_email(address).rpartition("@")
    return f"{local.partition('+')[0]}@{host.rstrip('.')}"


def patient_of(address: str) -> User | None:
    """Return the patients' user of an address, if there is one who may sign in by code."""
    return User.objects.by_email(address).filter(is_staff=False, is_active=True).first()


def staff_of(address: str) -> User | None:
    """Return the member of staff of an address, if they are active and have chosen a password."""
    user = User.objects.by_email(address).filter(is_staff=True, is_active=True).first()
    return user if user and user.has_usable_password() else None


def digest(code: str) -> str:
    """Return the keyed hash under which a session keeps a code."""
    return salted_hmac("clinic.accounts.codes", normalize_user_code(clean_ascii(code)), algorithm="sha256").hexdigest()


class CodeProcess(LoginCodeVerificationProcess):  # type: ignore[misc]  # allauth ships no types
    """allauth's sign-in by code, with our letters, and only a hash of the code in the session."""

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
        # A code that nobody receives is kept for strangers, so that every session looks and counts alike.
        self.state["code"] = digest(code if self.user else secrets.token_hex(16))
        letters.sign_in_code(to=address, code=code, known=bool(self.user), staff=is_staff, at=timezone.now())


class ResetProcess(PasswordResetVerificationProcess):  # type: ignore[misc]  # allauth ships no types
    """allauth's password reset by code, for staff, kept the same way."""

    def send(self) -> None:
        address, code = self.state["email"], get_adapter().generate_password_reset_code()
        self.state["code"] = digest(code if self.user else secrets.token_hex(16))
        letters.reset_code(to=address, code=code, known=bool(self.user), at=timezone.now())

    @classmethod
    def initiate(cls, *, request: HttpRequest, user: User | None, email: str) -> "ResetProcess":
        process = cls(request, state=cls.initial_state(user, email), user=user)
        process.send()
        process.persist()
        return process
