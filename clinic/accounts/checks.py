"""System checks: nobody switches the locks off by accident."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

MIDDLEWARE = ("clinic.accounts.middleware.session_ends", "clinic.accounts.middleware.staff_second_factor")
LOGIN_REQUIRED = "django.contrib.auth.middleware.LoginRequiredMiddleware"


@register()
def the_gates_stand(**_kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"{name} is not in MIDDLEWARE.",
            hint="Without it somebody stays signed in too long, or enters without a second factor.",
            id="accounts.E001",
        )
        for name in (*MIDDLEWARE, LOGIN_REQUIRED)
        if name not in settings.MIDDLEWARE
    ]


@register()
def passwords_go_through_allauth(**_kwargs: Any) -> list[CheckMessage]:
    if settings.AUTHENTICATION_BACKENDS == ["allauth.account.auth_backends.AuthenticationBackend"]:
        return []
    return [
        Error(
            "Another authentication backend is a second way in.",
            hint="Keep allauth's backend alone in AUTHENTICATION_BACKENDS: its adapter decides who comes in how.",
            id="accounts.E002",
        )
    ]
