"""Every page of the staff in Spanish: it opens, and what leaves the house stays English."""

import pytest
from django.urls import reverse

from clinic import languages
from clinic.accounts import services
from tests.access.addresses import made, of_people
from tests.access.house import House, undone
from tests.access.table import RULES, cells
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


STAFF = ("rui", "noor", "edda", "ada")


@pytest.mark.usefixtures("quiet")
def test_every_page_of_the_staff_opens_in_spanish_as_the_table_of_access_says(house: House) -> None:
    """Each once, by the first of the staff who may open it; who may is asked by tests/access/test_matrix.py."""
    for who in STAFF:
        services.read_work_in(house.people[who], "es", at=NOW)
    seen = 0
    for address in of_people():
        path, allowed = made(address, house), cells(RULES[address.name].get)
        who = next((who for who in STAFF if allowed[who] == "200"), "")
        if who and languages.is_of_staff(path):
            with undone():
                response = house.client(who).get(path)
            assert response.status_code == 200, path
            # A preview is the page that readers will get, in the language of its article.
            if b"<html" in response.content and "/preview/" not in path:
                assert '<html lang="es"' in response.text, path
                seen += 1
    assert seen > 80


def test_a_letter_to_a_doctor_leaves_in_english(house: House) -> None:
    client = house.client("noor")
    noor = house.people["noor"]
    services.read_work_in(noor, "es", at=NOW)
    path = reverse("admin:review_case_doctor", args=[house.case.ref])
    page = client.get(path)
    assert "Carta para el médico" in page.text or '<html lang="es"' in page.text
    draft = client.post(path, {"to": "Dr. Invented", "request": "see", "facts": [], "seen": ""})
    assert ("Dear colleague," in draft.text, "Estimado" in draft.text) == (True, False)
