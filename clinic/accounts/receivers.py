"""What happens here when somebody else's app speaks: Django's migrations and sign-in, allauth's second factors."""

from typing import Any

from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate
from django.http import HttpRequest
from django.utils import timezone

from clinic import audit
from clinic.accounts import roles, second_factor, sessions
from clinic.audit.transaction import audited_transaction


def connect() -> None:
    """Listen. Called once, when the apps are ready."""
    post_migrate.connect(write_roles, dispatch_uid="accounts.roles")
    user_logged_in.connect(begin_session, dispatch_uid="accounts.session")
    authenticator_added.connect(factor_added, dispatch_uid="accounts.factor_added")
    authenticator_removed.connect(factor_removed, dispatch_uid="accounts.factor_removed")


def write_roles(using: str = "default", **_said: Any) -> None:
    """A migrated database has its roles. Rooms not migrated yet are waited for."""
    if using == "default":
        roles.write(forgiving=True)


def begin_session(request: HttpRequest, **_said: Any) -> None:
    sessions.begin(request, at=timezone.now())


def factor_added(request: HttpRequest, user: Any, authenticator: Any, **_said: Any) -> None:
    second_factor.count_enrolment(request, authenticator)
    with audited_transaction():
        audit.record("account.factor_added", on=user, by=user, at=timezone.now(), kind=str(authenticator.type))


def factor_removed(request: HttpRequest, user: Any, authenticator: Any, **_said: Any) -> None:
    with audited_transaction():
        audit.record("account.factor_removed", on=user, by=user, at=timezone.now(), kind=str(authenticator.type))
