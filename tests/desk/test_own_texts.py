"""What the clinic wrote about itself stands in the patient's language as soon as an administrator has translated it."""

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import translation

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import schedule, spoken
from clinic.booking.models import VisitType
from clinic.desk.texts_to_translate import texts_of_the_clinic
from clinic.site_settings import own_texts
from tests.booking.builders import make_practitioner, make_type
from tests.support.times import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def talk() -> VisitType:
    """A kind of visit with a name of the clinic's own, offered by somebody who speaks Korean."""
    noor = make_practitioner()
    noor.languages = "English, Korean"
    noor.save()
    return make_type("consultation", noor, name="A first look", about="We talk.")


def read(path: str) -> str:
    caches["process"].clear()
    return Client().get(path).text


def test_what_an_administrator_translated_is_what_patients_read(talk: VisitType, ada: User, signed_in: Any) -> None:
    page, browser = reverse("desk:own_texts", args=["es"]), signed_in(ada)
    asked = {each.english: each for each in texts_of_the_clinic("es", on=TODAY)}
    typed = {each.mark: each.text for each in asked.values()} | {asked["A first look"].mark: "Primera consulta"}

    assert "Your own texts in Spanish</h1>" in browser.get(page).text
    assert "Texts in Spanish</h1>" in browser.get(reverse("desk:translated_texts", args=["es"])).text
    # Bad input: a sentence at the field, and what was typed stands there.
    wrong = browser.post(page, typed | {asked["We talk."].mark: "Hablamos.\nMucho."})
    assert "Write this on one line, like the English." in wrong.text
    assert "Primera consulta" in wrong.text
    assert own_texts.translations("es") == {}

    assert browser.post(page, typed | {asked["We talk."].mark: "Hablamos."}).status_code == 302
    written = Entry.objects.order_by("-pk").filter(deed="profile.changed").values_list("facts", flat=True)[0]
    assert written == {"own_texts_es": True}
    assert len(own_texts.translations("es")) == 2  # what was shown and not changed is not kept a second time
    spanish = read("/es/visits/book/")
    assert ("Primera consulta" in spanish, "Hablamos." in spanish, "A first look" in spanish) == (True, True, False)
    english = read("/visits/book/")
    assert ("A first look" in english, "Primera consulta" in english) == (True, False)

    # Nobody translates the name of a language that the house knows.
    assert {each.english: each.text for each in texts_of_the_clinic("es", on=TODAY)}["Korean"] == "coreano"

    # Other English words ask for a translation again, and are shown until there is one.
    talk.name = "A first visit"
    talk.save()
    assert "A first visit" in read("/es/visits/book/")
    assert {each.english: each.text for each in texts_of_the_clinic("es", on=TODAY)}["A first visit"] == ""


@pytest.mark.usefixtures("talk")
def test_words_that_every_clinic_knows_need_no_translation() -> None:
    with translation.override("es"):
        assert own_texts.in_language("New consultation") == "Consulta nueva"
        assert own_texts.listed("English, Mandarin") == "inglés, mandarín"
        assert own_texts.in_language("") == ""
    assert own_texts.listed("English, Mandarin") == "English, Mandarin"


def test_who_speaks_the_patients_language_comes_first_on_a_spanish_page(talk: VisitType, anas: Patient) -> None:
    talk.practitioners.add(make_practitioner("other@clinic.example", "Other Invented"))
    talk.save()
    anas.interpreter = "ko"
    people = schedule.current().offering(talk)
    with translation.override("es"):
        assert spoken.wanted("", anas, people) == "Korean"


@pytest.mark.parametrize("language", ["en", "ko", "xx"])
def test_only_a_language_with_every_page_has_such_a_page(language: str, ada: User, signed_in: Any) -> None:
    assert signed_in(ada).get(reverse("desk:own_texts", args=[language])).status_code == 404
