"""The catalogs: gathered without GNU gettext, handed to translators and back, and refused while anything is amiss."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from django.urls import reverse

from clinic.accounts.models import User
from clinic.languages import BY_CODE, Grade
from clinic.translation_states import states_of_languages
from tests.support.cast import sign_in
from tests.support.catalogs import check, files, packages, states
from tests.support.catalogs.gather import gathered

TEMPLATE = """{% load i18n %}
  {% translate "Sign out" %}
{% blocktranslate trimmed with name=clinic.name %}
  Call <strong>{{ name }}</strong> now.
{% endblocktranslate %}
{% blocktranslate count n=visits|length %}{{ n }} visit{% plural %}{{ n }} visits{% endblocktranslate %}
"""
PYTHON = """
from django.utils.translation import gettext_lazy as _, pgettext
from intake.questionnaire.wording import Sentence
label = _("Do you smoke? "
          "Tell us.")
moon = pgettext("month", "May")
error = Sentence(_("Enter a number from {low} to {high}."), low=1, high=2)
"""
SPANISH = {
    "Sign out": "Cerrar sesión",
    "Call <strong>%(name)s</strong> now.": "Llame a <strong>%(name)s</strong> ahora.",
    "%(n)s visit": ["%(n)s cita", "%(n)s citas"],
    "Do you smoke? Tell us.": "¿Fuma? Cuéntenos.",
    "May": "Mayo",
    "Enter a number from {low} to {high}.": "Escriba un número de {low} a {high}.",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house of two files, translated whole into Spanish."""
    (tmp_path / "clinic").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    (tmp_path / "clinic" / "words.py").write_text(PYTHON)
    items = packages.missing("es", gathered(tmp_path), base=tmp_path)
    given = [item | {"text": SPANISH[item["id"]]} for item in items]
    assert list(packages.take("es", given, gathered(tmp_path), tmp_path)) == []
    return tmp_path


def problems(house: Path) -> list[str]:
    return list(check.problems("es", gathered(house), house))


def test_every_string_of_python_and_templates_is_gathered_with_its_place(tmp_path: Path, house: Path) -> None:
    places = {key[1]: message.locations for key, message in files.entries(gathered(house)).items()}
    assert places.keys() == SPANISH.keys()
    assert places["Sign out"] == [("templates/page.html", 0)]
    assert places["May"] == [("clinic/words.py", 0)]


def test_a_whole_catalog_has_no_problem_and_nothing_left_to_translate(house: Path) -> None:
    assert problems(house) == []
    assert packages.missing("es", gathered(house), base=house) == []


def test_gathering_again_changes_no_byte(house: Path) -> None:
    before = [(files.folder("es", house) / name).read_bytes() for name in ("django.po", "django.mo")]
    files.write("es", packages.merged("es", gathered(house), house), house)
    assert [(files.folder("es", house) / name).read_bytes() for name in ("django.po", "django.mo")] == before


def _new_string(house: Path) -> None:
    (house / "clinic" / "more.py").write_text('from django.utils.translation import gettext as _\nx = _("New")\n')


def _old_string(house: Path) -> None:
    (house / "templates" / "page.html").write_text(TEMPLATE.replace("Sign out", "Log out"))


def _edited(change: Callable[[Catalog], None]) -> Callable[[Path], None]:
    def edit(house: Path) -> None:
        catalog = files.read("es", house)
        change(catalog)
        files.write("es", catalog, house)

    return edit


def _text(words: str, text: str | tuple[str, ...]) -> Callable[[Path], None]:
    def change(catalog: Catalog) -> None:
        message = catalog.get(words)
        assert message is not None
        message.string = text

    return _edited(change)


def _fuzzy(catalog: Catalog) -> None:
    message = catalog.get("Sign out")
    assert message is not None
    message.flags.add("fuzzy")


def _compiled_behind(house: Path) -> None:
    path = files.folder("es", house) / "django.po"
    path.write_text(path.read_text().replace("Cerrar sesión", "Salir"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_new_string, "“New” is missing"),
        (_old_string, "“Sign out” is stale: the house does not say it now (make messages)"),
        (_text("Sign out", ""), "“Sign out” is missing"),
        (_edited(_fuzzy), "“Sign out” is fuzzy"),
        (
            _text("Call <strong>%(name)s</strong> now.", "Llame a <strong>%(nombre)s</strong> ahora."),
            "“Call <strong>%(name)s</strong> now.” has other placeholders: %(nombre)s, not %(name)s",
        ),
        (
            _text("Call <strong>%(name)s</strong> now.", "Llame a <b>%(name)s</b> ahora."),
            "“Call <strong>%(name)s</strong> now.” has other tags: </b> <b>, not </strong> <strong>",
        ),
        (_text("%(n)s visit", ("%(n)s cita", "")), "“%(n)s visit” is missing its plural form 1"),
        (_text("%(n)s visit", ("1 %", "%(n)s citas")), "“%(n)s visit” has other placeholders: none, not %(n)s"),
        (_text("Sign out", "Cerrar sesión "), "“Sign out” begins or ends with other spaces or lines"),
        (_compiled_behind, "django.mo says something else than django.po (make messages)"),
        (lambda house: (files.folder("es", house) / "django.mo").unlink(), "there is no django.mo (make messages)"),
    ],
)
def test_what_is_amiss_in_a_catalog_is_said(house: Path, spoil: Callable[[Path], None], said: str) -> None:
    spoil(house)
    assert said in problems(house)


def test_a_text_that_does_not_hold_is_not_taken_and_the_others_are(house: Path) -> None:
    given: list[dict[str, Any]] = [
        {"id": "Sign out", "text": "Salir"},
        {"id": "Enter a number from {low} to {high}.", "text": "Escriba un número de {low}."},
        {"id": "%(n)s visit", "plural": "%(n)s visits", "text": ["%(n)s cita"]},
        {"id": "No such words", "text": "Nada"},
    ]
    assert list(packages.take("es", given, gathered(house), house)) == [
        "“Enter a number from {low} to {high}.” has other placeholders: {low}, not {high} {low}",
        "“%(n)s visit” has 1 plural forms of 2",
        "“No such words” is no string of this house",
    ]
    texts = {key[1]: files.texts(message) for key, message in files.entries(files.read("es", house)).items()}
    assert texts["Sign out"] == ("Salir",)
    assert texts["Enter a number from {low} to {high}."] == (SPANISH["Enter a number from {low} to {high}."],)
    assert problems(house) == []


def test_a_language_for_emergencies_needs_its_red_flags_and_not_the_prices() -> None:
    template = gathered()
    needed = {words for _context, words in check.needed("ko", template)}
    assert BY_CODE["ko"].grade is Grade.EMERGENCY
    assert "Please get help now" in needed
    assert "New numbness between the legs" in needed
    assert "What a visit costs" not in needed
    assert len(needed) < len(check.needed("es", template)) / 8


@pytest.mark.django_db
def test_a_text_is_a_draft_until_somebody_signs_it_and_again_once_its_words_change(
    house: Path, settings: Any, ada: User
) -> None:
    settings.LOCALE_PATHS, settings.LANGUAGES = [house / "locale"], [("en", "English"), ("es", "Español")]

    def counts() -> tuple[int, int, int]:
        (spanish,) = states_of_languages()
        return spanish.drafts, spanish.checked, spanish.signed

    assert counts() == (len(SPANISH), 0, 0)
    assert states.mark("es", "checked", by="Lupe Inventada", on=date(2026, 11, 29), base=house) == len(SPANISH)
    assert states.mark("es", "signed", by="Noor", on=date(2026, 11, 29), below=("clinic/",), base=house) == 3
    assert counts() == (0, len(SPANISH) - 3, 3)
    page = sign_in(ada).get(reverse("desk:translated_texts", args=["es"]), {"state": "signed"}).text
    assert (page.count('<th scope="row"'), page.count("Noor, 2026-11-29")) == (3, 3)
    changed = [{"id": "Do you smoke? Tell us.", "text": "¿Fuma? Díganos."}]
    assert list(packages.take("es", changed, gathered(house), house)) == []
    assert counts() == (1, len(SPANISH) - 3, 2)
