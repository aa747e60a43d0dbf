"""Answers as typed: a healthy patient, and what a test changes."""

from collections.abc import Callable
from typing import Any

import pytest

from clinic.demo.forms import typed

Answers = Callable[..., dict[str, Any]]


@pytest.fixture
def answers() -> Answers:
    """Build a whole form as typed: `answers(blood_thinner="yes", inr_status="in_range")`. By itself nothing fires."""
    return typed
