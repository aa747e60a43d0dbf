"""Roles: what each member of staff may do, as one table.

`manage.py roles` writes the table into Django's groups; a migrated database has them already. A practitioner reads
and decides, the desk runs the day and never enters the admin, an editor writes articles, an administrator keeps
people, profile, letters and book. Nobody but practitioners holds a permission on anything clinical.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import User
from clinic.accounts.role_names import PRACTITIONER as PRACTITIONER

DESK = "front desk"
EDITOR = "editor"
ADMINISTRATOR = "administrator"

LABELS = {
    PRACTITIONER: _("Practitioner"),
    DESK: _("Front desk"),
    EDITOR: _("Editor"),
    ADMINISTRATOR: _("Administrator"),
}

# Role → permissions, as app_label.codename. A room that comes adds its own lines here.
PERMISSIONS: dict[str, tuple[str, ...]] = {
    PRACTITIONER: (
        "review.view_case",
        "review.decide_case",
        "treatment.write_note",
        "booking.run_diary",
        "booking.squeeze_in",
        "booking.view_visittype",
        "booking.view_room",
        "booking.view_location",
        "booking.view_placephotograph",
        "booking.view_weeklyhours",
        "booking.view_dayexception",
        "booking.view_practitionersettings",
        "education.view_article",
        "education.approve_article",
        "education.view_reference",
    ),
    DESK: (
        "booking.run_diary",
        "booking.squeeze_in",
        "booking.export_reports",
    ),
    EDITOR: (
        "education.view_article",
        "education.add_article",
        "education.change_article",
        "education.view_reference",
        "education.add_reference",
        "education.change_reference",
    ),
    ADMINISTRATOR: (
        "accounts.view_user",
        "accounts.add_user",
        "accounts.change_user",
        "accounts.view_practitioner",
        "accounts.change_practitioner",
        "accounts.view_erasurerequest",
        "accounts.change_erasurerequest",
        "audit.view_entry",
        "outbox.view_letter",
        "outbox.change_letter",
        "site_settings.view_clinicprofile",
        "site_settings.change_clinicprofile",
        "booking.view_visittype",
        "booking.add_visittype",
        "booking.change_visittype",
        "booking.view_room",
        "booking.add_room",
        "booking.change_room",
        "booking.view_location",
        "booking.add_location",
        "booking.change_location",
        "booking.view_placephotograph",
        "booking.add_placephotograph",
        "booking.change_placephotograph",
        "booking.delete_placephotograph",
        "booking.view_weeklyhours",
        "booking.add_weeklyhours",
        "booking.change_weeklyhours",
        "booking.delete_weeklyhours",
        "booking.view_dayexception",
        "booking.add_dayexception",
        "booking.change_dayexception",
        "booking.delete_dayexception",
        "booking.view_practitionersettings",
        "booking.add_practitionersettings",
        "booking.change_practitionersettings",
        "booking.view_bookingrules",
        "booking.change_bookingrules",
        "education.view_article",
        "education.view_reference",
    ),
}

# Who has work in the admin at all (decision 10: the front desk has not).
IN_THE_ADMIN = frozenset({PRACTITIONER, EDITOR, ADMINISTRATOR})

type_user = AbstractBaseUser | AnonymousUser
type_view = Callable[..., HttpResponse]


class UnknownPermissionError(Exception):
    """The table names a permission that no installed room has."""


class OwnPermissionError(Exception):
    """A permission was to be given to one person; a role gives them, or nothing does."""


@transaction.atomic
def write(*, forgiving: bool = False) -> None:
    """Make the four groups hold exactly the permissions of the table, whatever they held before.

    Raises UnknownPermissionError for a name no room has; `forgiving` leaves those out, while rooms are still migrated.
    """
    for role, names in PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=role)
        permissions = _permissions(names)
        missing = sorted(set(names) - set(permissions))
        if missing and not forgiving:
            raise UnknownPermissionError(f"The role {role!r} names permissions no room has: {', '.join(missing)}.")
        group.permissions.set(permissions.values())


def _permissions(names: tuple[str, ...]) -> dict[str, Permission]:
    wanted = Q(pk__in=[])
    for name in names:
        label, codename = name.split(".")
        wanted |= Q(content_type__app_label=label, codename=codename)
    permissions = Permission.objects.filter(wanted).select_related("content_type")
    return {f"{p.content_type.app_label}.{p.codename}": p for p in permissions}


def role_of(user: type_user) -> str | None:
    """Return the role of a member of staff; None for patients and strangers. One query a user object."""
    if not isinstance(user, User) or not user.is_staff or not user.is_active:
        return None
    if not hasattr(user, "known_role"):
        _ask_once(user)
    return user.known_role


def _ask_once(user: User) -> None:
    """Read the role with what it permits, where Django's own backend looks before it asks. One query.

    Nobody has permissions of their own: the receiver `no_permission_of_their_own` refuses them.
    """
    columns = ("name", "permissions__content_type__app_label", "permissions__codename")
    rows = list(user.groups.order_by().values_list(*columns))
    names = {name for name, _label, _codename in rows}
    user.known_role = next((role for role in PERMISSIONS if role in names), None)
    granted = {f"{label}.{codename}" for _name, label, codename in rows if codename}
    for name, permissions in (("_user_perm_cache", set()), ("_group_perm_cache", granted)):
        setattr(user, name, permissions)


def forget(user: User) -> None:
    """Somebody's role was changed: ask again."""
    for name in ("known_role", "_perm_cache", "_user_perm_cache", "_group_perm_cache"):
        if hasattr(user, name):
            delattr(user, name)


def is_practitioner(user: type_user) -> bool:
    return role_of(user) == PRACTITIONER


def is_administrator(user: type_user) -> bool:
    return role_of(user) == ADMINISTRATOR


def may_enter_admin(request: HttpRequest) -> bool:
    """Say whether this person has work in the admin."""
    return role_of(request.user) in IN_THE_ADMIN


def role_required(*allowed: str) -> Callable[[type_view], type_view]:
    """Let only these roles see a view; anyone else who is signed in gets the 403 page."""

    def decorator(view: type_view) -> type_view:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if role_of(request.user) not in allowed:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorator
