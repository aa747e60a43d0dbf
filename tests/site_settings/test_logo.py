"""A clinic changes its logo in the one place where it changes everything else, and every page wears it."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.site_settings import pictures
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from clinic.website.logo import Logo
from tests.site_settings.pictures import SVG, png
from tests.site_settings.test_admin import ROW
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db


def as_shown(client: Client) -> dict[str, Any]:
    """What the browser would send if nothing were changed."""
    context = client.get(ROW).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    fields = [field for form in forms for field in form]
    said = {field.html_name: field.value() for field in fields}
    return {name: value for name, value in said.items() if value is not None and value is not False}


def choose(client: Client, data: bytes, name: str = "logo.png") -> str:
    """Send the page with a file; return what it says."""
    file = SimpleUploadedFile(name, data, content_type="image/png")
    return client.post(ROW, as_shown(client) | {"logo_file": file}, follow=True).text


def give(data: bytes = png(30, 10)) -> ClinicProfile:
    profile = site_settings.current()
    profile.logo = pictures.read(data).address
    profile.save()
    return profile


def test_a_logo_is_kept_and_the_book_says_that_it_changed(ada: User, signed_in: SignedIn) -> None:
    choose(signed_in(ada), png(30, 10))

    assert site_settings.current().logo == pictures.read(png(30, 10)).address
    assert Entry.objects.get(deed="profile.changed").facts == {"logo_file": True}


def test_a_script_in_a_pictures_clothes_is_refused_and_the_old_logo_stays(ada: User, signed_in: SignedIn) -> None:
    before = give().logo

    said = choose(signed_in(ada), SVG)

    assert "Choose a PNG, JPEG or WebP picture." in said
    assert site_settings.current().logo == before


def test_a_logo_can_be_taken_away(ada: User, signed_in: SignedIn) -> None:
    give()
    client = signed_in(ada)

    client.post(ROW, as_shown(client) | {"no_logo": "on"})

    assert site_settings.current().logo == ""


def test_saving_the_page_without_a_file_keeps_the_logo(ada: User, signed_in: SignedIn) -> None:
    before = give().logo
    client = signed_in(ada)

    client.post(ROW, as_shown(client) | {"name": "Invented Spine Clinic"})

    assert (site_settings.current().name, site_settings.current().logo) == ("Invented Spine Clinic", before)


def test_a_page_with_a_logo_still_needs_four_requests(client: Client) -> None:
    give()

    page = client.get(reverse("website:privacy")).text
    loaded = re.findall(r'(?:<link rel="(?:stylesheet|icon)"|<script|<img)[^>]*?(?:href|src)="([^"]+)"', page)
    asked = [address for address in loaded if not address.startswith("data:")]

    assert '<span class="logo"></span>' in page
    assert len(asked) == 3, asked  # and the page itself
    assert any(address.startswith(f"{reverse('website:colours')}?v=") for address in asked)


def test_the_clinics_own_stylesheet_holds_the_logo_and_may_be_kept_for_good(client: Client) -> None:
    give()
    page = client.get(reverse("website:privacy")).text
    (address,) = re.findall(r'href="(/colours\.css\?v=[0-9a-f]{12})"', page)

    css = client.get(address)

    assert css.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "default-src 'none'" in css.headers["Content-Security-Policy"]
    assert ".logo{inline-size:6.75rem;block-size:2.25rem;" in css.text
    assert f'url("{pictures.read(png(30, 10)).address}")' in css.text


def test_another_logo_has_another_address_and_an_old_one_is_not_kept(client: Client) -> None:
    give()
    first = re.findall(r"colours\.css\?v=\w+", client.get(reverse("website:privacy")).text)
    give(png(10, 10))
    second = re.findall(r"colours\.css\?v=\w+", client.get(reverse("website:privacy")).text)

    assert first != second
    assert client.get("/" + first[0]).headers["Cache-Control"] == "public, max-age=300"


def test_a_wide_logo_shrinks_to_its_place() -> None:
    logo = Logo.of(give(png(800, 100)))

    assert logo is not None
    assert (logo.width, logo.height) == (9.0, 1.125)


def test_a_row_that_holds_anything_else_shows_no_logo(client: Client) -> None:
    profile = site_settings.current()
    profile.logo = 'data:image/png;base64,AAAA")}body{display:none}'
    profile.save()

    assert "display:none" not in client.get(reverse("website:colours")).text


def test_initials_stand_in_the_icon(client: Client) -> None:
    profile = give()
    profile.initials = "<&'"
    profile.save()

    page = client.get(reverse("website:privacy")).text

    assert "%26lt%3B%26amp%3B%26%23x27%3B%3C/text%3E" in page
