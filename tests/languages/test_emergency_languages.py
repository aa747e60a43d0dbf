"""Languages in which only what an emergency needs is there: those pages are whole, all others are in English."""

import re

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic import languages
from clinic.accounts.models import Patient
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review.admin.answered_in import other_languages, rows
from tests.access.house import House
from tests.intake.walker import ABOUT_YOU, Walker, number_of
from tests.languages.test_crawl import of_the_clinic
from tests.support.pseudo import marked_where_there, unmarked

URGENT = [number for number, screen in enumerate(NEW_PATIENT.main_screens, start=1) if screen.has_red_flag]
# Opens every screen with a red flag, and the questions on them that wait for an answer.
OPENS = {
    "rf_fever": "yes",
    "rf_leg_weak": "new_or_worse",
    "pregnancy": "yes",
    "pain_areas": ["chest", "neck"],
    "med_blood_thinner": ["warfarin"],
}
CODES = [language.code for language in languages.urgent()]


@pytest.fixture
def opened(house: House) -> Intake:
    """Ana's form, in which an emergency stands and every screen with a red flag is asked."""
    answers = house.draft.current()
    answers.document["raw"] |= OPENS
    answers.save(update_fields=["document"])
    return house.draft


@pytest.mark.usefixtures("quiet")
def test_what_an_emergency_needs_shows_no_english_word(house: House, opened: Intake) -> None:
    """One catalog stands for all: `make check` demands the same strings of each."""
    ana, allowed = house.client("ana"), of_the_clinic(house) | {each.name for each in languages.shipped()}
    allowed |= set(re.findall(r"\w+", " ".join(allowed)))
    form = f"/ko/intake/{opened.ref}/"
    seen = str(opened.current().screen_version(NEW_PATIENT.screen(URGENT[1]).code))
    unmarked_before = [ana.get(f"{form}{number}/").status_code for number in URGENT]  # no word is kept translated
    caches["process"].clear()
    with marked_where_there("ko"):
        pages = {path: ana.get(path) for path in ("/ko/emergency/", f"{form}stop/", *(f"{form}{n}/" for n in URGENT))}
        pages["a slip"] = ana.post(f"{form}{URGENT[1]}/", {"seen": seen, "asked": "rf_stroke", "rf_stroke": "?"})
        shown = {path: page for path, page in pages.items() if page.status_code == 200}
        found = {
            path: words for path, page in shown.items() if (words := unmarked(page.text, allowed=allowed, code="ko"))
        }
    caches["process"].clear()
    assert found == {}
    assert unmarked_before.count(200) >= 5, unmarked_before
    assert len(shown) >= 7, {path: page.status_code for path, page in pages.items()}
    assert {page["Content-Language"] for page in shown.values()} == {"ko"}
    assert ["911" in page.text for page in shown.values()] == [True] * len(shown)


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_emergency_page_is_there_by_its_own_name(code: str, client: Client) -> None:
    page, english, name = client.get(f"/{code}/emergency/"), client.get("/emergency/"), languages.BY_CODE[code].name

    assert f'<html lang="{code}" dir="ltr">' in page.text
    assert f'href="/{code}/emergency/" hreflang="{code}" lang="{code}">{name}</a>' in english.text
    assert f'href="/{code}/emergency/"' in client.get("/").text
    assert f'rel="alternate" hreflang="{code}" href="http://localhost:8000/{code}/emergency/"' in english.text
    # What it leads to is in English, and what it keeps is its own.
    assert [path for path in re.findall(r'<a [^>]*href="(/[^"]*)"', page.text) if path.startswith(f"/{code}/")] == []
    assert page["ETag"] != english["ETag"]
    assert f"/{code}/emergency/" in client.get("/sitemap.xml").text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/ko/contact/?from=x", "/contact/?from=x"),
        ("/ko/", "/"),
        ("/zh-hant/account/sign-in/", "/account/sign-in/"),
        ("/ko//evil.example/", "/evil.example/"),
        ("/vi/no-such-page/", "/no-such-page/"),
    ],
)
def test_every_other_page_is_the_english_one(asked: str, led: str, client: Client) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (307, led)


@pytest.mark.django_db
def test_what_goes_wrong_in_between_is_said_in_english(client: Client) -> None:
    page = client.get("/ko/intake/BCDFGHJK/2/")
    assert (page.status_code, page["Content-Language"], '<html lang="en"' in page.text) == (404, "en", True)


@pytest.mark.django_db
def test_a_form_begun_in_korean_is_read_in_it_where_it_counts(client: Client) -> None:
    begun = client.post(reverse("intake:begin"), {"go": "in-ko"})
    walker = Walker(client, ref=begun["Location"].split("/")[2])
    urgent, plain = number_of("rf_saddle_numb"), number_of("work_status") if "work_status" in NEW_PATIENT else ABOUT_YOU
    first = walker.page(ABOUT_YOU)
    assert '<html lang="en"' in first.text
    assert '<div class="wrap in-english" lang="ko">' in first.text  # the page says that it is in English

    after = walker.send(ABOUT_YOU)
    assert walker.intake.language == "ko"
    assert client.get(after["Location"])["Location"] == f"/ko{after['Location']}"
    assert client.get(f"/ko/intake/{walker.ref}/{plain}/")["Location"] == f"/intake/{walker.ref}/{plain}/"

    page = client.get(f"/ko/intake/{walker.ref}/{urgent}/")
    with translation.override("ko"):
        said = translation.gettext(NEW_PATIENT.question("rf_saddle_numb").wording)
    assert said in page.text
    told = {"seen": "0", "asked": "rf_saddle_numb", "rf_saddle_numb": "yes", "go": "continue"}
    stopped = client.post(f"/ko/intake/{walker.ref}/{urgent}/", told)
    stop = client.get(stopped["Location"], follow=True)
    assert stop.redirect_chain == [(f"/ko/intake/{walker.ref}/stop/{urgent}/", 302)]
    assert '<html lang="ko"' in stop.text
    # English is one tap away, and no redirect takes it back.
    english = f"/intake/{walker.ref}/stop/{urgent}/"
    assert f'name="to" value="{english}" lang="en">English</button>' in stop.text
    assert client.get(english).status_code == 302
    assert client.post(f"/intake/{walker.ref}/language/", {"to": english})["Location"] == english
    assert (walker.intake.language, client.get(english).status_code) == ("en", 200)
    client.post(f"/intake/{walker.ref}/language/", {"to": f"/ko{english}"})
    assert (walker.intake.language, client.get(english)["Location"]) == ("ko", f"/ko{english}")

    answers = walker.intake.current()
    (case,) = rows([(NEW_PATIENT.question("rf_saddle_numb"), ["Yes"])], (), answers, NEW_PATIENT)
    assert (other_languages(answers), case["read"], case["read_in"]) == ("Korean", said, "ko")

    client.post(f"/ko/intake/{walker.ref}/{urgent}/", told | {"seen": "1", "rf_saddle_numb": "no", "go": "in-en"})
    assert walker.intake.language == "en"
    assert walker.page(urgent).status_code == 200


@pytest.mark.django_db
def test_an_emergency_typed_after_the_session_was_over_is_told_in_korean(client: Client) -> None:
    begun = client.post(reverse("intake:begin"), {"go": "in-ko"})
    ref, urgent = begun["Location"].split("/")[2], number_of("rf_saddle_numb")
    told = {"seen": "0", "asked": "rf_saddle_numb", "rf_saddle_numb": "yes", "go": "continue"}

    page = Client().post(f"/ko/intake/{ref}/{urgent}/", told)
    alarm = page.text.partition('<div lang="ko">')[2].partition("<h1")[0]
    with translation.override("ko"):
        title = translation.gettext("Please get help now")
    assert (page.status_code, title != "Please get help now", title in alarm, "tel:911" in alarm) == (403, *[True] * 3)
    assert '<html lang="en"' in page.text
    assert "Please get help now" not in page.text


def test_who_reads_korean_gets_messages_in_english_and_the_desk_knows_it() -> None:
    patient = Patient(full_name="Ji Inventada", email="ji@example.com", language="ko")
    assert [way.language for way in patient.ways] == ["en"]
    assert languages.kept("ko", read="en") == "ko"
    assert languages.kept("ko", read="es") == "es"
    assert languages.kept("en", read="es", is_chosen=True) == "en"


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["/intake/", "/es/intake/"])
@pytest.mark.parametrize("code", CODES)
def test_a_safety_language_is_obeyed_whatever_the_language_of_the_page_it_was_chosen_on(
    client: Client, door: str, code: str
) -> None:
    """The first screens, each red-flag screen and the stop page; not the language of the page with the buttons."""
    assert f'name="go" value="in-{code}" lang="{code}"' in client.get(door).text
    begun = client.post(f"{door}start/", {"go": f"in-{code}"})
    ref, urgent = begun["Location"].split("/")[2], number_of("rf_saddle_numb")
    assert begun["Location"] == f"/intake/{ref}/1/"
    walker = Walker(client, ref=ref)
    sent = walker.send(ABOUT_YOU)
    opened = client.get(sent["Location"], follow=True)
    assert opened.redirect_chain == [(f"/{code}{sent['Location']}", 302)]
    assert f'<html lang="{code}"' in opened.text
    told = {"seen": "0", "asked": "rf_saddle_numb", "rf_saddle_numb": "yes", "go": "continue"}
    stop = client.get(client.post(f"/{code}/intake/{ref}/{urgent}/", told)["Location"], follow=True)
    assert (f'<html lang="{code}"' in stop.text, walker.intake.language) == (True, code)
