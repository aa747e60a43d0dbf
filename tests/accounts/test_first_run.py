"""manage.py first_run: a new clinic gets its first administrator, once."""

import io
import re

import pytest
from django.core.management import CommandError, call_command

from clinic.accounts import roles, services
from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from tests.support.cast import PASSWORD

TOLD = {"clinic_name": "Lantern Street", "phone": "+1 555 0100", "name": "Ada Sample", "email": "Ada@Clinic.example"}


def first_run(**other: str) -> str:
    said = io.StringIO()
    call_command("first_run", stdout=said, **(TOLD | other))
    return said.getvalue()


def token_of(said: str) -> str:
    found = re.search(r"http://localhost:8000/account/invitation/([^/\s]+)/", said)
    assert found
    return found[1]


def test_it_names_the_clinic_and_makes_an_administrator_who_chooses_a_password(db: None, now: object) -> None:
    from django.utils import timezone

    said = first_run()
    ada = User.objects.get()
    clinic = ClinicProfile.objects.get()
    assert (ada.email, ada.name, ada.is_superuser) == ("ada@clinic.example", "Ada Sample", False)
    assert (roles.role_of(ada), ada.has_usable_password()) == (roles.ADMINISTRATOR, False)
    assert (clinic.name, clinic.phone, clinic.phone_tel) == ("Lantern Street", "+1 555 0100", "+15550100")
    assert site_settings.current().name == "Lantern Street"
    services.accept_invitation(token_of(said), password=PASSWORD, at=timezone.now())
    assert "staff.first_administrator" in Entry.objects.values_list("deed", flat=True)


def test_interrupted_it_starts_again_with_a_new_link(db: None) -> None:
    from django.utils import timezone

    first, second = token_of(first_run()), token_of(first_run())
    assert User.objects.count() == 1
    with pytest.raises(services.AccountError):
        services.accept_invitation(first, password=PASSWORD, at=timezone.now())
    services.accept_invitation(second, password=PASSWORD, at=timezone.now())


def test_with_an_administrator_it_refuses_and_changes_nothing(ada: User) -> None:
    before = ClinicProfile.objects.values().get()
    with pytest.raises(CommandError, match="already has an administrator"):
        first_run(email="intruder@clinic.example")
    assert User.objects.get() == ada
    assert ClinicProfile.objects.values().get() == before


def test_a_bad_answer_leaves_nothing_half_done(db: None) -> None:
    with pytest.raises(CommandError):
        first_run(email="not an address")
    with pytest.raises(CommandError):
        first_run(phone="call me")
    assert not User.objects.exists()
    assert ClinicProfile.objects.get().name != "Lantern Street"


def test_answers_may_stand_in_the_environment(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, told in TOLD.items():
        monkeypatch.setenv(f"FIRST_RUN_{name.upper()}", told)
    call_command("first_run", stdout=io.StringIO())
    assert User.objects.get().email == "ada@clinic.example"


def test_without_a_person_to_ask_it_says_what_is_missing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(CommandError, match="--clinic-name or FIRST_RUN_CLINIC_NAME"):
        call_command("first_run", stdout=io.StringIO())
    assert not User.objects.exists()


def test_it_asks_for_what_was_not_told(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "Ada Sample"])
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    call_command("first_run", stdout=io.StringIO(), **{key: told for key, told in TOLD.items() if key != "name"})
    assert User.objects.get().name == "Ada Sample"
