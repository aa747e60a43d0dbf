"""The pages for everyone: one heading, a way back, a next step, light, and the same for everybody."""

import gzip
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from clinic.accounts import roles
from clinic.accounts.models import Practitioner, User
from clinic.booking.models import VisitType
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile, Price, StaffedHours
from clinic.website import pages
from tests.support.cast import make_staff
from tests.support.queries import Queries

# Templates around a few words of the profile.
pytestmark = pytest.mark.either_database

NAMES = [page.name for page in pages.PAGES]
TEMPLATES = Path(settings.BASE_DIR) / "templates"


@pytest.fixture
def profile(db: None) -> Iterator[ClinicProfile]:
    site_settings.forget()
    yield site_settings.current()
    site_settings.forget()


def change(profile: ClinicProfile, **fields: object) -> None:
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.full_clean()
    profile.save()


def shown(client: Client, name: str) -> str:
    return client.get(reverse(f"website:{name}")).text


def main_of(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def header_of(text: str) -> str:
    return text[text.index("<header") : text.index("</header>")]


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_anyone_may_read_a_front_page_with_one_heading_and_a_title(client: Client, name: str) -> None:
    response = client.get(reverse(f"website:{name}"))
    text = response.text

    assert response.status_code == 200
    assert len(re.findall(r"<h1\b", text)) == 1
    assert f"<title>{pages.page(name).title} – The clinic</title>" in text.replace("\n", "")
    assert 'lang="en"' in text


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_headings_never_skip_a_level(client: Client, name: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", shown(client, name))]

    assert [after for before, after in pairwise(levels) if after > before + 1] == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in NAMES if name != "home"])
def test_every_page_leads_back_and_on(client: Client, name: str) -> None:
    text = shown(client, name)

    assert f'<a class="back-link" href="{reverse("website:home")}">' in text
    assert re.search(r'<a [^>]*href="(/|tel:)', main_of(text))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_it_is_about_and_where_it_is(client: Client, profile: ClinicProfile, name: str) -> None:
    page, text = pages.page(name), shown(client, name)
    address = settings.SITE_URL + page.path

    assert text.count(f'<meta name="description" content="{page.description}">') == 1
    assert f'<meta property="og:description" content="{page.description}">' in text
    assert f'<meta property="og:title" content="{page.title}">' in text
    assert '<meta property="og:site_name" content="The clinic">' in text
    assert f'<link rel="canonical" href="{address}">' in text
    assert len(str(page.description)) <= 160


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_the_menu_marks_where_you_are_once(client: Client, name: str) -> None:
    header = header_of(shown(client, name))
    marked = re.findall(r'href="([^"]+)" aria-current="page"', header)

    assert marked == ([reverse(f"website:{name}")] if name in {*pages.HEADER, "emergency"} else [])


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_header_and_footer_lead_to_every_page(client: Client, name: str) -> None:
    text = shown(client, name)

    assert [other for other in NAMES if f'href="{reverse(f"website:{other}")}"' not in text] == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_the_first_view_of_a_page_weighs_under_30_kb(client: Client, name: str) -> None:
    page = gzip.compress(client.get(reverse(f"website:{name}")).content)
    files = [
        gzip.compress((settings.BASE_DIR / "static" / file).read_bytes())
        for file in ("site.css", "site.js", "icon.svg")
    ]

    assert sum(map(len, [page, *files])) < 30_000


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [1, 3])
def test_a_front_page_needs_few_queries_whatever_it_lists(
    client: Client, profile: ClinicProfile, queries: Queries, name: str, count: int
) -> None:
    for number in range(count):
        Price.objects.create(profile=profile, name=f"Visit {number}", amount=Decimal(90))
        StaffedHours.objects.create(profile=profile, weekday=number, opens="09:00", closes="18:00")
        make_staff(f"p{number}@clinic.example", f"Invented {number}", roles.PRACTITIONER)
    site_settings.forget()
    places = 1 if name == "contact" else 0
    with queries(at_most=7 + places):
        client.get(reverse(f"website:{name}"))
    with queries(at_most=4 + places):
        client.get(reverse(f"website:{name}"))


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_the_same_for_everybody_and_ties_nobody_to_it(client: Client, ana: User, name: str) -> None:
    response = client.get(reverse(f"website:{name}"))
    known = Client()
    known.force_login(ana)

    assert known.get(reverse(f"website:{name}")).text == response.text
    assert response.cookies.output() == ""
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_holds_until_the_clinic_changes(client: Client, profile: ClinicProfile, name: str) -> None:
    address = reverse(f"website:{name}")
    with time_machine.travel("2026-03-03T18:30:00Z", tick=False):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
        change(profile, phone="555-0199", phone_tel="+15550199")
        changed = client.get(address, headers={"if-none-match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, changed.status_code) == (200, 304, 200)
    assert again.content == b""
    assert "555-0199" in changed.text


def test_a_new_price_or_practitioner_is_a_new_page(client: Client, profile: ClinicProfile) -> None:
    addresses = [reverse("website:prices"), reverse("website:practitioners")]
    kept = [client.get(address).headers["ETag"] for address in addresses]
    Price.objects.create(profile=profile, name="Talk", amount=Decimal(40))
    make_staff("mia@clinic.example", "Mia Invented", roles.PRACTITIONER)

    answers = [
        client.get(address, headers={"if-none-match": tag}) for address, tag in zip(addresses, kept, strict=True)
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert "Mia Invented" in answers[1].text


def test_links_to_other_sites_tell_them_nothing(client: Client, profile: ClinicProfile) -> None:
    change(profile, address="12 Lantern Street", directions_url="https://maps.example/door")
    change(profile, licence_check_url="https://board.example/")
    links = [link for name in NAMES for link in re.findall(r'<a [^>]*href="https://[^>]*>', shown(client, name))]

    assert len(links) >= 4
    assert [link for link in links if 'rel="noreferrer"' not in link] == []


def test_the_way_is_shown_only_where_the_clinic_chose_a_map(client: Client, profile: ClinicProfile) -> None:
    change(profile, address="12 Lantern Street", directions_url="")
    assert "Get directions" not in shown(client, "contact")

    change(profile, directions_url="https://maps.example/door?to=12%20Lantern")
    assert 'href="https://maps.example/door?to=12%20Lantern" rel="noreferrer"' in shown(client, "contact")


def test_the_drawings_say_in_words_what_they_show(client: Client, profile: ClinicProfile) -> None:
    change(profile, address="12B Lantern Street")
    drawings = {"first_visit": 5, "emergency": 6, "contact": 1}
    for name, count in drawings.items():
        text = main_of(shown(client, name))
        labels = re.findall(r'<svg [^>]*role="img" aria-labelledby="([^"]+)"', text)
        assert (len(labels), [label for label in labels if text.count(f'id="{label}"') != 1]) == (count, []), name
    assert "Look for the number 12B." in shown(client, "contact")
    change(profile, address="Lantern Street")
    assert "Look for the number" not in shown(client, "contact")


def test_one_place_says_where_booking_leads() -> None:
    links = [
        link
        for path in TEMPLATES.rglob("*.html")
        for link in re.findall(r"<a .*?</a>", path.read_text(), flags=re.DOTALL)
        if "Book a consultation" in link
    ]

    assert links
    assert [link for link in links if 'href="{% url "booking:book" %}"' not in link] == []


def test_the_emergency_page_takes_its_numbers_from_the_clinic(client: Client, profile: ClinicProfile) -> None:
    change(profile, emergency_number="112", crisis_number="116123")

    text = shown(client, "emergency")

    assert 'href="tel:112"' in text
    assert 'href="tel:116123"' in text
    assert "911" not in text


@pytest.mark.parametrize("name", ["emergency", "after_care", "contact"])
def test_no_page_names_an_emergency_number_of_its_own(client: Client, profile: ClinicProfile, name: str) -> None:
    change(profile, emergency_number="112", crisis_number="116123")

    assert re.findall(r"\b(911|988)\b", main_of(shown(client, name))) == []


def test_contact_says_that_nobody_reads_outside_hours(client: Client, profile: ClinicProfile) -> None:
    assert "We are not reading messages right now." in shown(client, "contact")


def test_home_contact_and_booking_say_until_when_somebody_is_there(client: Client, profile: ClinicProfile) -> None:
    StaffedHours.objects.create(profile=profile, weekday=1, opens="09:00", closes="18:00")
    site_settings.forget()
    with time_machine.travel("2026-03-03T18:30:00Z", tick=False):
        pages_ = [shown(client, name) for name in ("home", "contact", "book")]

    assert ["Open now, until 6:00 pm" in text for text in pages_] == [True, True, True]
    assert "We are not reading messages" not in pages_[1]


def test_prices_are_listed_in_the_clinics_currency_and_order(client: Client, profile: ClinicProfile) -> None:
    change(profile, currency="EUR", prices_include="Needles\nRest\n\n", prices_exclude="Letters to insurance companies")
    for position, amount in ((2, "95.50"), (1, "120"), (3, "0")):
        Price.objects.create(
            profile=profile, name=f"Visit {position}", amount=Decimal(amount), position=position, minutes=45
        )

    text = main_of(shown(client, "prices"))

    assert re.findall(r'<td class="figure">([^<]+)</td>', text) == ["€120", "€95.50", "free"]
    assert text.count("45 minutes") == 3
    assert text.count("<li>Needles</li><li>Rest</li>") == 1
    assert "<li>Letters to insurance companies</li>" in text


def test_a_visit_is_called_and_takes_as_long_on_the_price_page_as_where_it_is_booked(
    client: Client, profile: ClinicProfile
) -> None:
    paid = Price.objects.create(profile=profile, name="Old name", amount=Decimal(95), minutes=60)
    VisitType(code="longer", name="Longer treatment", minutes=45, room_minutes=50, price=paid).save()
    VisitType(code="gone", name="Gone treatment", minutes=25, price=paid, active=False).save()
    text = " ".join(main_of(shown(client, "prices")).split())
    assert re.findall(r'<th scope="row">([^<]+)</th> <td>([^<]+)</td>', text) == [("Longer treatment", "50 minutes")]


def test_a_clinic_without_prices_says_to_ask(client: Client, profile: ClinicProfile) -> None:
    text = main_of(shown(client, "prices"))

    assert "Ask the front desk" in text
    assert "<table" not in text


def test_practitioners_stand_with_license_and_languages_and_those_who_left_do_not(client: Client, noor: User) -> None:
    gone = User.objects.create_user("old@clinic.example", name="Lea Weg", is_staff=True, is_active=False)
    Practitioner.objects.create(user=gone, licence="AC 00002")

    for name in ("home", "practitioners"):
        text = main_of(shown(client, name))
        assert noor.name in text
        assert "License AC 00001" in text
        assert "Speaks English" in text
        assert "Lea Weg" not in text


def test_a_clinic_without_colours_of_its_own_needs_no_second_stylesheet(client: Client, profile: ClinicProfile) -> None:
    assert reverse("website:colours") not in shown(client, "privacy")


def test_a_clinics_own_colours_come_as_a_stylesheet_that_may_be_kept(client: Client, profile: ClinicProfile) -> None:
    change(profile, accent="#123456", accent_dark="#ABCDEF")

    page = shown(client, "privacy")
    css = client.get(reverse("website:colours"))

    assert page.count('rel="stylesheet"') == 2
    assert page.count('rel="icon"') == 1
    assert css.headers["Content-Type"] == "text/css"
    assert css.headers["Cache-Control"] == "public, max-age=300"
    assert "--green:#123456" in css.text
    assert "--green:#ABCDEF" in css.text


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_front_pages_answer_only_to_reading(client: Client, name: str) -> None:
    assert client.post(reverse(f"website:{name}")).status_code == 405


@pytest.mark.django_db
def test_a_form_sent_to_a_page_that_takes_none_says_what_to_do(client: Client) -> None:
    assert "<h1>That page doesn’t open this way</h1>" in client.post(reverse("website:contact")).text
