"""The demo clinic: every state a form can be in, made by the same services, and only in demo mode."""

import socket
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.http import Http404
from django.test import Client, RequestFactory, override_settings

from clinic.accounts.models import User
from clinic.demo import views
from clinic.demo.management.commands import demo as command
from clinic.demo.people import PASSWORD, STAFF
from clinic.demo.seed import seed
from tests.access.production import of_production
from tests.support.times import NOW


def test_it_refuses_to_invent_people_in_a_real_clinic(db: None) -> None:
    with pytest.raises(ImproperlyConfigured):
        seed()
    with pytest.raises(CommandError, match="make run"):
        call_command("demo", "--prepare-only")
    assert not User.objects.exists()


def test_no_other_clinic_shows_its_letters(client: Client, db: None) -> None:
    assert client.get("/demo/letters/").status_code == 404


def test_no_other_clinic_can_be_seen_as_somebody_at_one_press(client: Client, noor: User) -> None:
    assert client.post("/demo/as/practitioner/").status_code == 404
    assert "See it as" not in client.get("/").text
    # Even if somebody adds the address: the view asks by itself.
    with pytest.raises(Http404):
        views.become(RequestFactory().post("/demo/as/practitioner/"), "practitioner")


def test_production_is_never_a_demo() -> None:
    """The mode decides alone: the demo's addresses are added where DEMO is set, which nothing else sets."""
    said = of_production()
    assert (said["PRODUCTION"], said["DEMO"]) == (True, False)


@pytest.mark.parametrize(("said", "port"), [("8000", 8000), ("1", 1), ("65535", 65535)])
def test_a_port_is_a_number(said: str, port: int) -> None:
    assert command.port_from(said) == port


@pytest.mark.parametrize("said", ["0", "65536", "eighty", "-1", "80 80", "８０"])
def test_another_port_is_one_sentence(said: str) -> None:
    with pytest.raises(CommandError, match=r"PORT must be a number from 1 to 65535"):
        command.port_from(said)


def test_a_taken_port_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is already in use"):
            command.refuse_taken(port)


def test_the_welcome_names_the_address_and_everybody_who_can_sign_in() -> None:
    words = "\n".join(command.welcome(9000))
    assert "http://localhost:9000\n" in words
    assert PASSWORD in words
    assert all(person.email in words for person in STAFF)
    assert "http://localhost:9000/demo/letters/" in words


def test_static_files_are_gathered_once_and_again_when_one_changed(
    settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clinic.demo import static_files

    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "a.css").write_text("a {}")
    settings.STATICFILES_DIRS = [tmp_path / "ours"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT, settings.VAR_DIR = tmp_path / "root", tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    assert [static_files.gather(), static_files.gather()] == [True, False]
    (tmp_path / "ours" / "a.css").write_text("a { color: red }")
    assert [static_files.gather(), static_files.gather()] == [True, False]


def test_seeding_is_everything_or_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_args: Any, **_kwargs: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("clinic.demo.seed.tell", interrupted)
    with override_settings(DEMO=True), pytest.raises(KeyboardInterrupt):
        seed(now=NOW)
    assert connection.in_atomic_block
    assert not User.objects.exists()
