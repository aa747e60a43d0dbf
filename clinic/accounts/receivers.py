"""What happens here when somebody else's app speaks: Django's migrations and sign-in, allauth's second factors."""

from typing import Any

from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.apps import AppConfig, apps
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed, post_migrate
from django.http import HttpRequest
from django.utils import timezone

from clinic import audit
from clinic.accounts import roles, second_factor, services, sessions
from clinic.accounts.models import User
from clinic.accounts.services.staff import end_sign_ins
from clinic.audit.transaction import audited_transaction


def connect() -> None:
    """Listen. Called once, when the apps are ready."""
    post_migrate.connect(write_roles, dispatch_uid="accounts.roles")
    user_logged_in.connect(begin_session, dispatch_uid="accounts.session")
    m2m_changed.connect(
        no_permission_of_their_own, sender=User.user_permissions.through, dispatch_uid="accounts.own_permissions"
    )
    authenticator_added.connect(factor_added, dispatch_uid="accounts.factor_added")
    authenticator_removed.connect(factor_removed, dispatch_uid="accounts.factor_removed")


def write_roles(app_config: AppConfig, using: str = "default", **_said: Any) -> None:
    """A migrated database has its roles: written once, after the last app. Rooms not migrated yet are waited for."""
    last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
    if using == "default" and app_config == last:
        roles.write(forgiving=True)


def no_permission_of_their_own(action: str, **_said: Any) -> None:
    """Refuse to give one person a permission: it would stand in no role, and nobody would count with it."""
    if action == "pre_add":
        raise roles.OwnPermissionError("Give this person a role: permissions are not given to single people.")


def begin_session(request: HttpRequest, user: User, **_said: Any) -> None:
    sessions.begin(request, at=timezone.now())
    if not request.session.session_key:  # Django has just thrown the one of somebody else away
        request.session.create()
    services.note_sign_in(
        user, session_key=str(request.session.session_key), user_agent=request.META.get("HTTP_USER_AGENT", "")
    )


def factor_added(request: HttpRequest, user: Any, authenticator: Any, **_said: Any) -> None:
    second_factor.count_enrolment(request, authenticator)
    second_factor.is_later(authenticator, request.POST.get("code", ""))  # the digits that set it up are used
    with audited_transaction():
        audit.record("account.factor_added", on=user, by=user, at=timezone.now(), kind=str(authenticator.type))


def factor_removed(request: HttpRequest, user: Any, authenticator: Any, **_said: Any) -> None:
    with audited_transaction():
        end_sign_ins(user)
        audit.record("account.factor_removed", on=user, by=user, at=timezone.now(), kind=str(authenticator.type))
    # This one stays, as far as it showed what is still there.
    before = request.session.session_key
    update_session_auth_hash(request, user)
    services.renew_session_key(old=before, new=request.session.session_key)
    second_factor.forget_removed(request, user)
