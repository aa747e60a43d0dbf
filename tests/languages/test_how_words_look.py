"""How texts look in every catalog and article: measures in both units, and no capitals to raise the voice."""

import re
from collections.abc import Iterator

import pytest

from clinic.languages import SOURCE
from education import files as library
from education import measures
from education.documents import texts
from tests.support.catalogs import files
from tests.support.catalogs.__main__ import shipped

# Words of capitals that are names of things. Whoever adds one says what it is called, not how loud it is.
ABBREVIATIONS = frozenset(
    re.findall(
        r"\w+",
        """
        AA AIDS AINE ANTICOAG BTK CA CALE CBC CM COPD COVID CSS CSV CT DISH DOI DVT EE EPOC FDA FHIR HELP HIPAA HIV
        HTML ICD ID IFOMPT II INR IV JPEG JSON KB LA MAOI MB MRI MRSA NCBAHM NCCAOM NHS NPI NSAID OB OK OMS PDF PEG PST
        PICC PIN PMID PNG QR RSS SIDA SMS START STOP TB TENS URL US USD UTC UTI UU VIH WCAG WHO
        """,
    )
)
_LOUD = re.compile(r"(?<![\w&%/.-])[^\W\d_a-z]{2,}(?![\w.])")


def loud(text: str) -> list[str]:
    """The words of a text that are written in capitals and are no abbreviation."""
    words = _LOUD.findall(re.sub(r"%\(\w+\)[sd]|<[^>]*>|https?://\S+", " ", text))
    return [word for word in words if word.isupper() and word.lower() != word and word not in ABBREVIATIONS]


def written(code: str) -> Iterator[tuple[str, str]]:
    """Every English string of a catalog with its translation, in each of its forms."""
    for (_context, english), message in files.entries(files.read(code)).items():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        yield from ((english, str(text)) for text in forms if text)


def test_what_is_loud_is_heard() -> None:
    assert loud("down BOTH legs; por LAS DOS piernas; %(URL)s, an MRI, U.S. and ԵՐԿՈՒ") == [
        "BOTH",
        "LAS",
        "DOS",
        "ԵՐԿՈՒ",
    ]


@pytest.mark.parametrize("code", shipped())
def test_no_text_raises_its_voice_and_measures_stand_in_both_units(code: str) -> None:
    pairs = list(written(code))
    assert [(english, loud(english)) for english, _text in pairs if loud(english)] == []
    assert [(text, loud(text)) for _english, text in pairs if loud(text)] == []
    assert [(text, measures.unconverted(text)) for _english, text in pairs if measures.unconverted(text)] == []


# The patient is "usted", and nobody is asked to read both genders of a word with a line between.
_NOT_FOR_A_PATIENT = re.compile(r"\b(?:tu|tus|te|tienes|puedes|quieres|eres|contigo)\b|\w[oae]/[ao]s?\b", re.IGNORECASE)


def test_spanish_says_usted_and_reads_aloud() -> None:
    spanish = [text for _english, text in written("es")]
    assert [text for text in spanish if _NOT_FOR_A_PATIENT.search(text)] == []
    assert _NOT_FOR_A_PATIENT.search("¿Se siente enfermo/a?")


def test_no_article_raises_its_voice_and_translated_ones_have_both_units() -> None:
    shelf = [(article.key, article.language, " ".join(texts(article.document))) for article in library.read().articles]
    assert {key: loud(text) for key, _language, text in shelf if loud(text)} == {}
    translated = [(key, text) for key, language, text in shelf if language != SOURCE.code]
    assert {key: measures.unconverted(text) for key, text in translated if measures.unconverted(text)} == {}
