"""Every page of the staff in Spanish: it opens as in English, and what leaves the house stays English."""

import pytest
from django.urls import reverse

from clinic import languages
from clinic.accounts import services
from tests.access.house import House, undone
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def opened(house: House) -> dict[str, int]:
    """Return what every page of the staff answers, by who may open it; each says the language it is in."""
    answers: dict[str, int] = {}
    for who in ("rui", "noor", "edda", "ada"):
        client, language = house.client(who), house.people[who].language or "en"
        for path in sorted(path for path in set(house.paths.values()) if languages.is_of_staff(path)):
            with undone():
                response = client.get(path)
            answers[f"{who} {path}"] = response.status_code
            # A preview is the page that readers will get, in the language of its article.
            if response.status_code == 200 and b"<html" in response.content and "/preview/" not in path:
                assert f'<html lang="{language}"' in response.text, path
    return answers


@pytest.mark.usefixtures("quiet")
def test_every_page_of_the_staff_opens_in_spanish_as_it_does_in_english(house: House) -> None:
    before = opened(house)
    for who in ("rui", "noor", "edda", "ada"):
        services.read_work_in(house.people[who], "es", at=NOW)
    assert opened(house) == before
    assert sum(status == 200 for status in before.values()) > 100


def test_a_letter_to_a_doctor_leaves_in_english(house: House) -> None:
    client = house.client("noor")
    noor = house.people["noor"]
    services.read_work_in(noor, "es", at=NOW)
    path = reverse("admin:review_case_doctor", args=[house.case.ref])
    page = client.get(path)
    assert "Carta para el médico" in page.text or '<html lang="es"' in page.text
    draft = client.post(path, {"to": "Dr. Invented", "request": "see", "facts": [], "seen": ""})
    assert ("Dear colleague," in draft.text, "Estimado" in draft.text) == (True, False)
