"""How the clinic is served: connections are kept, and what was loaded is not searched for rubbish again and again."""

import gc
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import RequestFactory

from clinic import server
from clinic.site_settings.models import ClinicProfile
from clinic.website import context, errors


def test_connections_to_the_database_are_kept_and_looked_at_before_use() -> None:
    database = settings.DATABASES["default"]
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (60, True)


def starting(application: str) -> Any:
    return SimpleNamespace(app=SimpleNamespace(app_uri=application))


def test_a_worker_puts_what_it_has_loaded_aside() -> None:
    before = gc.get_freeze_count()
    try:
        server.post_worker_init(starting("another.wsgi"))
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


@pytest.mark.django_db
def test_a_worker_knows_the_clinics_phone_before_its_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error page carries it, also of a worker that loses the database before anybody has asked it anything."""
    monkeypatch.setattr(context, "_last_seen", [])
    ClinicProfile.objects.update(phone="213-555-0100")
    request = RequestFactory().get("/visits/")
    try:
        assert "213-555-0100" not in errors.database_away(request).text
        server.post_worker_init(starting("clinic.wsgi"))
        assert "213-555-0100" in errors.database_away(request).text
    finally:
        gc.unfreeze()


def test_a_worker_begins_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> None:
        raise OperationalError

    monkeypatch.setattr("clinic.site_settings.services.current", lost)
    try:
        server.post_worker_init(starting("clinic.wsgi"))
    finally:
        gc.unfreeze()
