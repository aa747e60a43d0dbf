"""A member of staff reads the pages of their work in the language they chose; nothing of a patient changes."""

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from clinic import languages
from clinic.accounts import services
from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.languages import LanguagePrefix
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = pytest.mark.django_db
DAY = "/desk/"
SWITCH = "/account/language/"


def chosen(rui: User, code: str) -> Client:
    services.read_work_in(rui, code, at=NOW)
    return sign_in(rui)


def test_the_switch_on_a_page_of_work_keeps_the_language_on_the_account(rui: User, noor: User) -> None:
    client = sign_in(rui)
    page = client.get(f"{DAY}?view=list")
    assert ('<html lang="en"' in page.text, 'name="in" value="es"' in page.text) == (True, True)
    back = client.post(SWITCH, {"to": f"{DAY}?view=list", "in": "es"})
    assert (back.status_code, back.headers["Location"]) == (302, f"{DAY}?view=list")
    page = client.get(DAY)
    assert (page.headers["Content-Language"], '<html lang="es"' in page.text) == ("es", True)
    assert ("Lista de espera" in page.text, "Waiting list" in page.text) == (True, False)
    # Somebody else at the desk reads on in English, and the line in the log says what was chosen.
    assert '<html lang="en"' in sign_in(noor).get(DAY).text
    assert Entry.objects.filter(deed="staff.language_chosen").count() == 1
    client.post(f"/es{SWITCH}", {"to": DAY, "in": "en"})
    assert '<html lang="en"' in client.get(DAY).text


def test_the_account_page_says_which_language_and_offers_the_others(rui: User) -> None:
    client = chosen(rui, "es")
    page = client.get("/es/account/second-factor/")
    assert "Usted lee las páginas de su trabajo en español." in page.text
    back = client.post(f"/es{SWITCH}", {"to": "/es/account/second-factor/", "in": "en"})
    assert back.headers["Location"] == "/account/second-factor/"
    assert "You read the pages of your work in English." in client.get("/account/second-factor/").text


@pytest.mark.parametrize("code", ["ko", "xx", "", "en"])
def test_what_is_no_whole_language_is_english(rui: User, code: str) -> None:
    services.read_work_in(rui, "es", at=NOW)
    page = chosen(rui, code).get(DAY)
    assert (User.objects.get(pk=rui.pk).language, page.headers["Content-Language"]) == ("", "en")


def test_the_address_still_says_the_language_of_every_other_page(rui: User) -> None:
    client = chosen(rui, "es")
    assert '<html lang="en"' in client.get("/contact/").text
    assert '<html lang="en"' in client.get("/account/second-factor/").text


def test_the_pages_that_say_no_speak_it_too(rui: User) -> None:
    page = chosen(rui, "es").get("/desk/nowhere/")
    assert (page.status_code, '<html lang="es"' in page.text) == (404, True)


def test_messages_of_work_are_in_it(rui: User) -> None:
    services.read_work_in(rui, "es", at=NOW)
    assert {way.language for way in User.objects.get(pk=rui.pk).ways} == {"es"}


def test_each_address_outside_the_languages_is_of_staff_or_of_nobody() -> None:
    """A new room of the staff must be named in OF_STAFF; otherwise it would stay English."""
    outside = {
        "/" + str(each.pattern)
        for each in get_resolver().url_patterns
        if isinstance(each, URLResolver) and not isinstance(each.pattern, LanguagePrefix)
    }
    assert outside - set(languages.OF_STAFF) <= {"/webhooks/", "/design/", "/demo/"}
    assert set(languages.OF_STAFF) <= outside
