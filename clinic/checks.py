"""System checks with hints: mistakes in the questions and rules are told before a patient meets them.

`manage.py check` runs them, and with it `make check`, `make test` and every deployment.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection

from clinic import key_check, migration_rules


@register()
def every_expression_reads_known_codes(
    *, app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """Every code and value that a show-if, a rule or an advice names exists, and can be answered."""
    from intake.screening.checks import problems

    return [
        Error(
            problem,
            hint="Codes and values stand in intake/questionnaire and are permanent; docs/adding.md names every place.",
            id="clinic.E001",
        )
        for problem in problems()
    ]


@register()
def the_keys_open_what_is_stored(
    *, app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """With the wrong keys nothing starts: no answer could be read, and new ones would be sealed apart."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and "memory" not in name and not Path(name).exists():
        return []  # to ask SQLite is to make its file: a check leaves nothing behind
    return [Error(sentence, id="clinic.E002") for sentence in key_check.problems()]


@register(Tags.models)
def old_code_lives_with_every_migration(
    *, app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """A release can be rolled out beside the old one, and taken back."""
    return [
        Error(problem, hint="docs/operations.md, A release.", id="clinic.E003")
        for problem in migration_rules.problems()
    ]


@register(Tags.security, deploy=True)
def production_stands_on_postgresql(
    *, app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """SQLite carries one machine and a few people at once; a clinic in production wants PostgreSQL."""
    if not settings.PRODUCTION or connection.vendor != "sqlite":
        return []
    return [
        Warning(
            "The clinic runs in production on SQLite.",
            hint="Set DATABASE_URL to a PostgreSQL database (docs/operations.md).",
            id="clinic.W001",
        )
    ]


@register(Tags.security, deploy=True)
def letters_can_leave(*, app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Without a mail server no sign-in code arrives, and no patient can finish a form."""
    if not settings.PRODUCTION or settings.EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend":
        return []
    return [
        Warning(
            "The letters of this clinic go nowhere: EMAIL_URL names no mail server.",
            hint="Set EMAIL_URL, for example submission://user:password@mail.example:587.",
            id="clinic.W002",
        )
    ]


@register(Tags.security, deploy=True)
def sender_is_ours(*, app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """A sender nobody can answer ends in the junk folder."""
    if not settings.PRODUCTION or not settings.DEFAULT_FROM_EMAIL.endswith(".invalid"):
        return []
    return [
        Warning(
            "The clinic's letters come from an address that does not exist.",
            hint="Set DEFAULT_FROM_EMAIL to an address of the clinic.",
            id="clinic.W003",
        )
    ]
