"""The files of articles in another language: whole, faithful, as easy to read, and drafts until signed."""

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts.models import User
from education import files, services, translated, translations
from education.documents import digest, document_of, normal
from education.linter import lint, readable_pieces
from education.models import Article
from education.readability_spanish import ease, syllables
from tests.education.bilingual import KEY, ORIGINAL, SECOND, SPANISH, shipped
from tests.education.shelf import REFERENCES, SHORT, WHOLE
from tests.support.cast import sign_in
from tests.support.catalogs.states import COLUMNS

# ——— what ships


def test_every_article_ships_in_spanish_and_is_as_easy_to_read() -> None:
    library = files.read()
    originals = {one.key for one in library.articles if not one.original}
    spanish = [one for one in library.articles if one.language == "es"]

    assert sorted(one.original for one in spanish) == sorted(originals)
    # Whether numbers, citations and blocks are those of the originals, and the originals unchanged, the check says.
    assert list(files.mistakes(library)) == []
    assert [one.key for one in spanish if "native speaker" not in one.note] == []
    # INFLESZ: "quite easy" from 65.
    eases = {one.key: ease("\n".join(text for _where, text in readable_pieces(one.document))) for one in spanish}
    assert {key: found for key, found in eases.items() if found < 65} == {}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"summary": "Lo que pueden hacer 3 agujas."}, "in “summary” the numbers differ from the original: 3"),
        ({"takeaways": ["Ayudan.", "No con todo."]}, "the citations differ from the original: sample-2001"),
        ({"takeaways": ["Ayudan [@sample-2001]."]}, "another number of takeaways"),
    ],
)
def test_a_translation_that_says_other_numbers_or_sources_is_refused(change: dict[str, Any], told: str) -> None:
    library = shipped(**change)
    assert told in " ".join(translated.departures(library.articles[0].document, library.articles[2].document))
    whole = shipped()
    assert list(translated.departures(whole.articles[0].document, whole.articles[2].document)) == []


def test_a_translation_takes_marks_and_sources_from_its_original_and_must_have_every_part() -> None:
    original, _second, spanish = shipped().articles
    for part in ("claims", "side_effects", "guidelines"):
        same = [name for name in original.document[part][0] if name not in translated.WORDS[part]]
        assert [[row[name] for name in same] for row in spanish.document[part]] == [
            [row[name] for name in same] for row in original.document[part]
        ]
    with pytest.raises(translated.TranslationError, match="it has 0 questions, its original 1"):
        shipped(questions=[])
    with pytest.raises(translated.TranslationError, match="claims are not those"):
        shipped(claims=list(reversed(SPANISH["claims"])))


def test_an_original_with_other_words_makes_the_translation_stale() -> None:
    library = files.read()
    spanish = next(one for one in library.articles if one.original)
    others = (replace(one, seen_mark="") if one is spanish else one for one in library.articles)
    stale = replace(library, articles=tuple(others))
    [told] = files.mistakes(stale)
    assert told.startswith(f"{spanish.key}: its original has other words than when it was translated.")
    first = library.articles[0].document
    moved, reworded = {**first, "position": 99, "rule_codes": []}, {**first, "title": "Another"}
    assert translated.mark_of_words(moved) == translated.mark_of_words(first) != translated.mark_of_words(reworded)


# ——— how hard a text is


def test_spanish_is_not_judged_by_an_english_formula() -> None:
    plain = "Usted puede parar en cualquier momento y no tiene que decir por qué. Sacamos la aguja de inmediato. " * 5
    hard = "La estimulación percutánea intermitente condiciona fenomenológicamente la nocicepción generalizada. " * 5
    document = normal({**SHORT, "sections": [{"heading": "Todo", "body": plain}]}, REFERENCES)
    heavy = normal({**SHORT, "sections": [{"heading": "Todo", "body": hard}]}, REFERENCES)

    assert {one.kind for one in lint(document)} == {"grade"}
    assert lint(document, language="es") == []
    assert {one.kind for one in lint(heavy, language="es")} == {"grade"}
    assert lint(heavy, language="vi") == []
    words = {"cuidado": 3, "día": 2, "guía": 2, "ciudad": 2, "agujas": 3, "que": 1, "y": 1, "adiós": 2, "leer": 2}
    assert {word: syllables(word) for word in words} == words


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("La acupuntura cura el dolor.", ["advertising"]),
        ("Sin riesgo y con resultados garantizados.", ["advertising", "advertising"]),
        ("Ayudó a 9 de cada 100 personas.", ["reference"]),
        ("Ayudó al 47%.", ["reference", "denominator"]),
        ("Le preguntamos cómo está. Procure descansar.", []),
    ],
)
def test_spanish_is_held_to_the_same_honesty(said: str, kinds: list[str]) -> None:
    document = normal({**SHORT, "sections": [{"heading": "Todo", "body": said}]}, REFERENCES)
    assert [one.kind for one in lint(document, language="es")] == kinds


# ——— loading


@pytest.mark.django_db
def test_a_loaded_translation_knows_its_original_and_waits_for_it(now: datetime) -> None:
    whole = shipped()
    alone = services.load_library(files.Library(whole.articles[2:], REFERENCES), at=now)
    assert (alone.left_out, alone.added) == ([KEY], [])
    services.load_library(whole, at=now)
    spanish = Article.objects.get(key=KEY)
    assert (spanish.language, spanish.translation_of, spanish.state) == (
        "es",
        Article.objects.get(key=ORIGINAL),
        "review",
    )
    assert document_of(spanish) == whole.articles[2].document
    # The original was corrected, and the translation's file says that its words hold.
    corrected = normal({**WHOLE, "title": "Needles, and the back"}, REFERENCES)
    newer = (replace(whole.articles[0], document=corrected, digest=digest(corrected)), *whole.articles[1:])
    again = services.load_library(files.Library(newer, REFERENCES), at=now)
    assert (again.updated, again.unchanged) == ([ORIGINAL], [SECOND, KEY])
    assert Article.objects.get(key=KEY).translated_from == digest(corrected)


# ——— what stands behind the words


def test_an_article_is_a_draft_until_signed_and_again_once_its_words_change(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    library = shipped()
    monkeypatch.setattr(files, "read", lambda: library)

    def state() -> tuple[bool, bool]:
        [one] = translations.states_of_articles("es")
        return one.is_draft, one.is_signed

    assert state() == (True, False)
    (tmp_path / "es").mkdir()
    with (tmp_path / "es" / "states.csv").open("w", newline="") as file:
        csv.writer(file).writerows(
            [COLUMNS, (translations.mark_of_article(library.articles[2]), "signed", "Noor", "2026-11-29")]
        )
    assert state() == (False, True)
    library = shipped(title="Otras palabras")
    assert state() == (True, False)


def test_the_administrator_reads_the_state_and_the_note_of_each_article(ada: User) -> None:
    page = sign_in(ada).get(reverse("desk:translations")).text
    spanish = translations.states_of_articles("es")
    assert len(spanish) == len([one for one in files.read().articles if not one.original])
    assert [one.title for one in spanish if one.title not in page] == []
    assert page.count("No native speaker has checked it") == sum(one.is_draft for one in spanish)
