"""The clinic's own page in the admin."""

from typing import Any

import pytest
from django.forms import BaseFormSet
from django.test import Client

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile, Price, StaffedHours
from tests.support.cast import SignedIn

LIST, ROW = "/admin/site_settings/clinicprofile/", "/admin/site_settings/clinicprofile/1/change/"

pytestmark = pytest.mark.django_db


def _as_shown(client: Client) -> dict[str, Any]:
    """What the browser would send if nothing were changed."""
    context = client.get(ROW).context
    sent: dict[str, Any] = {n: v for n, v in context["adminform"].form.initial.items() if v is not None}
    for inline in context["inline_admin_formsets"]:
        formset: BaseFormSet[Any] = inline.formset
        for field in formset.management_form:
            sent[field.html_name] = field.value()
        for form in formset.forms:
            sent |= {field.html_name: field.value() for field in form if field.value() is not None}
    return sent


def _profile_rows() -> list[Entry]:
    return list(Entry.objects.filter(deed="profile.changed"))


def test_the_list_is_the_row(ada: User, signed_in: SignedIn) -> None:
    response = signed_in(ada).get(LIST)
    assert (response.status_code, response.headers["Location"]) == (302, ROW)


@pytest.mark.parametrize("person", ["noor", "rui", "edda", "ana"])
def test_only_administrators_enter(person: str, signed_in: SignedIn, request: pytest.FixtureRequest) -> None:
    client = signed_in(request.getfixturevalue(person))
    for address in (LIST, ROW, f"{LIST}add/", f"{LIST}1/history/"):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {"name": "Mine"}).status_code in (302, 403)
    assert site_settings.current().name == "The clinic"


def test_there_is_nothing_to_add_or_delete(ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}1/delete/", {"post": "yes"}).status_code == 403
    assert ClinicProfile.objects.count() == 1


def test_a_change_is_kept_and_stands_in_the_book_by_the_names_of_the_fields(ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    response = client.post(ROW, _as_shown(client) | {"name": "Invented Spine Clinic", "phone": "555 0100"})
    assert response.status_code == 302, response.context["errors"]
    assert site_settings.current().name == "Invented Spine Clinic"
    (row,) = _profile_rows()
    assert (row.by, row.role, row.on) == (ada, "administrator", "site_settings.clinicprofile:1")
    assert row.facts == {"name": True, "phone": True}


def test_hours_closed_days_and_people_are_changed_on_the_same_page(ada: User, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    sent = _as_shown(client) | {
        "hours-0-weekday": "1",
        "hours-0-opens": "09:00",
        "hours-0-closes": "18:00",
        "closed_days-0-day": "2026-12-25",
        "alerts-0-user": noor.pk,
        "alerts-0-position": "1",
    }
    response = client.post(ROW, sent)
    assert response.status_code == 302, response.context["errors"]
    assert str(StaffedHours.objects.get()) == "Tuesday, 9:00 am – 6:00 pm"
    assert site_settings.alert_recipients() == [noor]
    (row,) = _profile_rows()
    assert row.facts == {"alerts": True, "closed_days": True, "hours": True}


def test_saving_without_a_change_writes_nothing(ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    assert client.post(ROW, _as_shown(client)).status_code == 302
    assert _profile_rows() == []


def test_a_bad_colour_is_refused_with_a_sentence_and_nothing_is_kept(ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    response = client.post(ROW, _as_shown(client) | {"accent": "#7CC9A5", "name": "Mine"})
    assert "Choose a darker one" in response.text
    assert ClinicProfile.objects.get().name == "The clinic"
    assert _profile_rows() == []


def test_prices_are_kept_on_the_same_page(ada: User, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    sent = _as_shown(client) | {"prices-0-name": "First visit", "prices-0-amount": "120.00", "prices-0-minutes": "60"}
    response = client.post(ROW, sent)
    assert response.status_code == 302, response.context["errors"]
    assert [(price.name, price.in_words, price.minutes) for price in Price.objects.all()] == [
        ("First visit", "$120", 60)
    ]
    (row,) = _profile_rows()
    assert row.facts == {"prices": True}


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("prices-0-amount", "-5", "A price must be 0 or more."),
        ("directions_url", "http://maps.example", "It starts with https://"),
        ("currency", "usd", "three capital letters"),
        ("records_years", "0", "Enter the number of years"),
    ],
)
def test_a_refusal_says_what_to_type_and_keeps_nothing(
    ada: User, signed_in: SignedIn, field: str, typed: str, said: str
) -> None:
    client = signed_in(ada)
    response = client.post(ROW, _as_shown(client) | {"prices-0-name": "Visit", "name": "Mine", field: typed})
    assert said in response.text
    assert ClinicProfile.objects.get().name == "The clinic"
    assert Price.objects.count() == 0


def test_no_field_of_the_profile_is_forgotten_on_its_page(ada: User, signed_in: SignedIn) -> None:
    form = signed_in(ada).get(ROW).context["adminform"].form
    editable = {field.name for field in ClinicProfile._meta.get_fields() if getattr(field, "editable", False)}
    assert editable - set(form.fields) == {"alert_recipients"}  # an inline of its own
