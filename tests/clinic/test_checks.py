"""System checks: a misspelt value in a rule is told at the start, not by a patient who was not screened."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.checks import run_checks

from clinic import checks


def test_the_questions_and_rules_are_whole(db: None) -> None:
    assert [message for message in run_checks() if message.id and message.id.startswith("clinic.")] == []


def test_a_broken_rule_is_an_error_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.screening.checks.problems", lambda: ["The rule x names the value y."])
    (message,) = checks.every_expression_reads_known_codes()
    assert (message.id, message.msg) == ("clinic.E001", "The rule x names the value y.")
    assert message.is_serious()
    assert message.hint


@pytest.mark.parametrize(
    ("check", "changes", "told"),
    [
        ("production_stands_on_postgresql", {"PRODUCTION": True}, ["clinic.W001"]),
        ("production_stands_on_postgresql", {"PRODUCTION": False}, []),
        ("letters_can_leave", {"PRODUCTION": True, "EMAIL_BACKEND": "x.Dummy"}, ["clinic.W002"]),
        (
            "letters_can_leave",
            {"PRODUCTION": True, "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend"},
            [],
        ),
        ("letters_can_leave", {"PRODUCTION": False, "EMAIL_BACKEND": "x.Dummy"}, []),
        ("sender_is_ours", {"PRODUCTION": True, "DEFAULT_FROM_EMAIL": "clinic@example.invalid"}, ["clinic.W003"]),
        ("sender_is_ours", {"PRODUCTION": True, "DEFAULT_FROM_EMAIL": "hello@clinic.example"}, []),
        ("sender_is_ours", {"PRODUCTION": False, "DEFAULT_FROM_EMAIL": "clinic@example.invalid"}, []),
    ],
)
def test_what_a_deployment_is_told(
    settings: Any, monkeypatch: pytest.MonkeyPatch, check: str, changes: dict[str, object], told: list[str]
) -> None:
    monkeypatch.setattr(checks, "connection", SimpleNamespace(vendor="sqlite"))
    for name, value in changes.items():
        setattr(settings, name, value)
    assert [message.id for message in getattr(checks, check)()] == told


def test_postgresql_in_production_is_what_we_want(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PRODUCTION = True
    monkeypatch.setattr(checks, "connection", SimpleNamespace(vendor="postgresql"))
    assert checks.production_stands_on_postgresql() == []
