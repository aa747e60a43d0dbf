"""What the environment is asked, outside of production."""

import pytest

from clinic.environment import problems_of_production

KEY = "aW52ZW50ZWQtZm9yLXRoZS10ZXN0cy0wMTIzNDU2Nzg="


def problems(**changes: object) -> list[str]:
    asked: dict[str, object] = {
        "mode": "development",
        "debug": True,
        "secret_key": "short",
        "answer_keys": [KEY],
        "hosts": ["*"],
        "site_url": "http://localhost:8000",
        "time_zone": "America/Los_Angeles",
        "known_keys": (),
    }
    return problems_of_production(**{**asked, **changes})  # type: ignore[arg-type]  # a table of keyword arguments


@pytest.mark.parametrize("mode", ["development", "demo"])
def test_this_machine_alone_may_be_careless(mode: str) -> None:
    assert problems(mode=mode) == []


@pytest.mark.parametrize("mode", ["development", "demo", "production"])
def test_a_broken_key_is_refused_everywhere(mode: str) -> None:
    assert "ANSWER_KEYS: key 2 is not a Fernet key." in problems(mode=mode, answer_keys=[KEY, KEY[:-5]])
