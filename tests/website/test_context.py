import pytest
from django.test import RequestFactory

from clinic.site_settings import services as site_settings
from clinic.website import context
from tests.support.queries import Queries


def test_a_page_that_shows_nothing_of_the_clinic_makes_no_query(queries: Queries) -> None:
    with queries(0):
        context.clinic(RequestFactory().get("/"))


def test_an_error_page_remembers_the_clinic_this_process_saw_last(db: None, queries: Queries) -> None:
    profile = site_settings.current()
    profile.name, profile.phone = "Invented Clinic", "555-0100"
    profile.save()
    assert str(context.clinic(RequestFactory().get("/"))["clinic"].name) == "Invented Clinic"

    with queries(0):
        plain = context.without_database(RequestFactory().get("/"))["clinic"]

    assert (plain.name, plain.phone) == ("Invented Clinic", "555-0100")


def test_an_error_page_before_any_other_still_knows_whom_to_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "_last_seen", [])
    plain = context.without_database(RequestFactory().get("/"))["clinic"]

    assert (str(plain.name), plain.emergency_number, plain.crisis_number) == ("The clinic", "911", "988")
