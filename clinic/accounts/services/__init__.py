"""The verbs of this room, one function each."""

from clinic.accounts.errors import AccountError
from clinic.accounts.services.logins import ensure_login, normal_email, refresh_second_factors
from clinic.accounts.services.patients import (
    correct,
    keep_apart,
    link,
    note_differences,
    register,
    settle,
    take_in,
    unlink,
)
from clinic.accounts.services.staff import (
    accept_invitation,
    change_role,
    deactivate,
    first_administrator,
    forget_second_factor,
    hash_of,
    invite,
    invite_again,
    reactivate,
    rename,
    update,
    update_practitioner,
)

__all__ = [
    "AccountError",
    "accept_invitation",
    "change_role",
    "correct",
    "deactivate",
    "ensure_login",
    "first_administrator",
    "forget_second_factor",
    "hash_of",
    "invite",
    "invite_again",
    "keep_apart",
    "link",
    "normal_email",
    "note_differences",
    "reactivate",
    "refresh_second_factors",
    "register",
    "rename",
    "settle",
    "take_in",
    "unlink",
    "update",
    "update_practitioner",
]
