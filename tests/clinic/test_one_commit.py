"""Somebody who is not signed in: the deed and the session that remembers it are one commit."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from clinic.outbox.models import Letter
from intake.record.models import Intake

pytestmark = pytest.mark.django_db

CODE = ("account_request_login_code", {"email": "new@example.com"})
FORM: tuple[str, dict[str, str]] = ("intake:begin", {})


class Saves:
    """Saves of a session, of which one is lost: the first (with the deed) or the second (after the commit)."""

    lost = 0
    count = 0


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> type[Saves]:
    save = SessionStore.save
    Saves.lost = Saves.count = 0

    def counted(self: SessionStore, must_create: bool = False) -> None:
        if not must_create:  # how a new session is made: one save inside another
            Saves.count += 1
        if Saves.count == Saves.lost:
            raise UpdateError from OperationalError("gone")
        save(self, must_create)

    monkeypatch.setattr(SessionStore, "save", counted)
    return Saves


def rows() -> int:
    return Intake.objects.count() + Letter.objects.count()


@pytest.mark.parametrize(("address", "typed"), [FORM, CODE], ids=["a form is begun", "a code is asked for"])
def test_a_session_lost_after_the_commit_asks_for_nothing_again(
    client: Client, saves: type[Saves], address: str, typed: dict[str, str]
) -> None:
    saves.lost = 2
    response = client.post(reverse(address), typed)
    assert (response.status_code // 100, rows(), saves.count) == (3, 1, 2)
    saves.lost = 0
    assert client.get(response.headers["Location"]).status_code == 200  # the browser has its session


@pytest.mark.parametrize(("address", "typed"), [FORM, CODE], ids=["a form is begun", "a code is asked for"])
def test_a_session_lost_before_the_commit_leaves_nothing_and_trying_again_does_it_once(
    client: Client, saves: type[Saves], address: str, typed: dict[str, str]
) -> None:
    saves.lost = 1
    response = client.post(reverse(address), typed)
    assert (response.status_code, rows()) == (503, 0)
    saves.lost = 0
    assert (client.post(reverse(address), typed).status_code // 100, rows()) == (3, 1)


@pytest.mark.parametrize(("address", "typed"), [FORM, CODE], ids=["a form is begun", "a code is asked for"])
def test_a_session_that_was_deleted_meanwhile_is_no_error_of_ours(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str, typed: dict[str, str]
) -> None:
    client.post(reverse("intake:begin"))
    before, load = rows(), SessionStore.load

    def signed_out_in_another_tab(self: SessionStore) -> dict[str, object]:
        data = load(self)
        Session.objects.all().delete()
        return data

    monkeypatch.setattr(SessionStore, "load", signed_out_in_another_tab)
    response = client.post(reverse(address), typed)
    assert (response.status_code, rows()) == (400, before)
