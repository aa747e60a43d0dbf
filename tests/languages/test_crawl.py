"""Every page, and every message, in a language that marks its strings: no word is unmarked.

Patients' pages are walked under the addresses of a language. The staff's are there in English only: there the English
strings are marked, so that a language for them is a catalog and an address, and nothing else.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches

from clinic import languages
from clinic.accounts.models import Patient, Practitioner
from clinic.booking.models import Location, Room, VisitType
from clinic.outbox import rewording
from clinic.outbox.message_words import WORDINGS
from clinic.site_settings import services as site_settings
from intake.treatment.rates import SOURCE
from tests.access.house import House, undone
from tests.support.pseudo import CODE, marked, unmarked

STAFF = ("/admin/", "/desk/", "/treatment/", "/transfer/", "/webhooks/", "/design/", "/demo/")
# Names that are the same in every language, those of the languages among them.
NAMES = {"PubMed", "doi", "http", "https", "www", "localhost"}
NAMES |= set(re.findall(r"[^\W\d_]{2,}", " ".join(f"{each.name} {each.offer}" for each in languages.shipped())))


def of_the_clinic(house: House) -> set[str]:
    """The words that people wrote: names, titles, addresses, what a kind of visit is called and what was answered."""
    rows: list[tuple[object, ...]] = [
        *Patient.objects.values_list("full_name", "preferred_name", "email"),
        *Practitioner.objects.values_list("user__name", "title", "languages", "licence", "user__email"),
        *VisitType.objects.values_list("name", "about"),
        *Location.objects.values_list("name", "address"),
        (house.article.title, house.article.summary),
    ]
    answers = house.sent.current().raw, house.draft.current().raw
    references = house.sent.reference, house.draft.reference
    written = (site_settings.current().name, *references, *rows, *answers, *(who.name for who in house.people.values()))
    initials = {"".join(word[0] for word in who.name.split()[:2]) for who in house.people.values() if who.name}
    return NAMES | initials | set(re.findall(r"[^\W\d_]{2,}", str(written)))


def pages(house: House, who: str) -> Iterator[tuple[str, Any]]:
    """Yield every page that one person gets under the addresses of the language, each screen of the form too."""
    client = house.client(who)
    paths = {path for path in house.paths.values() if not path.startswith(STAFF)}
    screens = len(house.draft.definition.main_screens)
    paths |= {f"/intake/{house.draft.ref}/{number}/" for number in range(1, screens + 1)} if who == "ana" else set()
    for path in sorted(paths):
        with undone():
            response = client.get(f"/{CODE}{path}")
        if response.headers.get("Content-Type", "").startswith("text/html") and response.content:
            yield path, response


@pytest.mark.usefixtures("quiet")
def test_no_page_of_a_patient_shows_a_word_that_gettext_never_saw(house: House) -> None:
    allowed = of_the_clinic(house)
    caches["process"].clear()
    with marked():
        found = {
            f"{who} {path} {response.status_code}": words
            for who in ("anonymous", "ana")
            for path, response in pages(house, who)
            if (words := unmarked(response.text, allowed=allowed))
        }
    caches["process"].clear()
    assert found == {}, "\n".join(f"{where}: {words}" for where, words in found.items())


# What stands there was written by people or is data in English: where → whose rows.
WRITTEN: dict[str, tuple[str, ...]] = {
    "/desk/": ("record", "outbox"),
    "/admin/accounts/": ("accounts",),
    "/admin/audit/": ("audit",),
    "/admin/booking/": ("booking",),
    "/admin/education/": ("education",),
    "/admin/outbox/": ("outbox",),
    "/admin/review/": ("record", "review"),
    "/desk/people/": ("treatment",),
    "/transfer/": ("transfer",),
    "/treatment/": ("treatment",),
}
# Texts themselves are shown there, of every language, and the components of the design.
OF_TEXTS = ("/desk/languages/", "/desk/messages/", "/design/")
# Signs, names of other houses' codes, and a file's own column.
SAME = {"True", "False", "DOI", "PMID", "ICD", "CM", "Full", "Date"}
CODES = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ0-9]{4}-?[BCDFGHJKLMNPQRSTVWXZ0-9]{4,}\b|\b[0-9a-f]{12,}\b")


def rows_of(label: str) -> set[str]:
    """Return every word that stands in the tables of a room."""
    models = apps.get_app_config(label).get_models()
    return set(re.findall(r"[^\W\d_]{2,}", str([list(model._default_manager.values_list()) for model in models])))


@pytest.mark.usefixtures("quiet")
def test_no_page_of_the_staff_does_either(house: House) -> None:
    """Each page once, by the first of the staff who may open it."""
    written = cache(rows_of)
    names = of_the_clinic(house) | written("accounts") | SAME
    names |= set(re.findall(r"\w+", str([*Room.objects.values_list("name"), SOURCE])))
    paths = {path for path in house.paths.values() if path.startswith((*STAFF, "/system/", "/account/"))}
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    caches["process"].clear()
    with marked("en"):
        for who in ("rui", "noor", "edda", "ada"):
            client = house.client(who)
            for path in sorted(path for path in paths - seen if not path.startswith(OF_TEXTS)):
                with undone():
                    response = client.get(path)
                if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
                    seen.add(path)
                    labels = [label for prefix, rooms in WRITTEN.items() if path.startswith(prefix) for label in rooms]
                    allowed = names.union(*map(written, labels))
                    if words := unmarked(CODES.sub("", response.text), allowed=allowed, code="en"):
                        found[f"{who} {path}"] = words
    caches["process"].clear()
    assert len(seen) > 100
    assert found == {}, "\n".join(f"{where}: {words}" for where, words in found.items())


def test_no_message_does_either() -> None:
    # The placeholders stand in braces here; what fills them is written by clinic.formatting and the rooms.
    with marked():
        said = {name: rewording.shipped_words(name, CODE) for name in WORDINGS}
    texts = {name: re.sub(r"\{\w+\}", "", f"{m.subject}\n{m.body}\n{m.text}") for name, m in said.items()}
    assert {name: words for name, text in texts.items() if (words := unmarked(text, allowed=set()))} == {}
