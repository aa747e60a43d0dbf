"""The demo clinic: every state a form can be in, made by the same services, and only in demo mode."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.urls import clear_url_caches, include, path

from clinic import urls as clinic_urls
from clinic.accounts.models import User
from clinic.demo.management.commands import demo as command
from clinic.demo.people import PASSWORD, STAFF
from clinic.demo.seed import seed
from clinic.post import clock
from clinic.post.models import Letter
from intake.models import Alert, Case, Decision, Intake
from tests.support.times import NOW


class DemoUrls:
    urlpatterns = [*clinic_urls.urlpatterns, path("demo/", include("clinic.demo.urls"))]
    handler404 = clinic_urls.handler404


@pytest.fixture
def demo(db: None) -> Iterator[None]:
    """A seeded demo clinic."""
    with override_settings(DEMO=True, ROOT_URLCONF=DemoUrls):
        clear_url_caches()
        assert seed(now=NOW)
        yield
    clear_url_caches()


def test_it_refuses_to_invent_people_in_a_real_clinic(db: None) -> None:
    with pytest.raises(ImproperlyConfigured):
        seed()
    with pytest.raises(CommandError, match="make run"):
        call_command("demo", "--prepare-only")
    assert not User.objects.exists()


def test_a_seeded_clinic_is_left_as_it_is(demo: None) -> None:
    before = Intake.objects.count()
    assert seed(now=NOW) is False
    assert Intake.objects.count() == before


def test_the_staff_hold_their_roles_and_share_one_password(demo: None) -> None:
    held = {
        user.email: (user.groups.get().name, user.check_password(PASSWORD))
        for user in User.objects.filter(is_staff=True)
    }
    assert held == {person.email: (person.role, True) for person in STAFF}
    assert sum(person.role == "practitioner" for person in STAFF) == 3


def test_forms_stand_in_every_state(demo: None) -> None:
    drafts = Intake.objects.filter(submitted_at=None, expired_at=None)
    assert {intake.tier for intake in drafts} >= {"clear", "emergency"}
    assert Intake.objects.exclude(expired_at=None).count() == 1
    sent = Intake.objects.exclude(submitted_at=None)
    assert sent.filter(email="", accepted_at=None).count() == 1
    assert {intake.tier for intake in sent} == {"clear", "note", "caution", "hold", "emergency"}
    assert {decision.outcome for decision in Decision.objects.all()} == set(Decision.Outcome.values)
    assert {case.state for case in Case.objects.all()} == set(Case.State.values)
    assert {alert.closed_at is None for alert in Alert.objects.all()} == {True, False}
    reopened = Case.objects.exclude(state="closed").filter(patient__cases__decisions__isnull=False)
    assert reopened.exists()


def test_the_book_of_the_demo_is_whole(demo: None) -> None:
    call_command("verify_audit")


def test_anyone_reads_its_letters(demo: None) -> None:
    clock.tick(now=lambda: NOW)
    response = Client().get("/demo/letters/")
    assert response.status_code == 200
    text = response.content.decode()
    assert text.count("<article") == Letter.objects.filter(state="sent").count() > 10
    assert "gwen@example.com" in text


def test_letters_are_escaped(demo: None) -> None:
    letter = Letter.objects.create(
        kind="account.code",
        key="escaped",
        to="zed@example.com",
        written_at=NOW,
        due=NOW,
        finished_at=NOW,
        state="sent",
        rendered={"subject": "<b>Hi</b>", "body": "<script>alert(1)</script> https://clinic.example/?a=1&b=2"},
    )
    text = Client().get("/demo/letters/").content.decode()
    assert letter.subject in "<b>Hi</b>"
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<b>Hi" not in text


def test_no_other_clinic_shows_its_letters(client: Client, db: None) -> None:
    assert client.get("/demo/letters/").status_code == 404


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
