"""What the linter goes by, language by language: words that promise, figures, and how hard a text may be to read.

Pure: nothing of Django. English and Spanish have rules; a language without any is not judged by those of another.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from education import readability, readability_spanish
from education.advertising import ADVERTISING, Family
from education.advertising_spanish import SPANISH_ADVERTISING

SOURCE = "en"
HIGHEST_GRADE = 9.0
# INFLESZ calls a text of 55 and more "normal", of 65 and more "quite easy" (see education.readability_spanish).
LOWEST_EASE = 55.0

type_patterns = tuple[tuple[re.Pattern[str], str], ...]


def _(text: str) -> str:
    """Mark wording for translation; the page translates it."""
    return text


@dataclass(frozen=True)
class LanguageRules:
    """The rules of one language; `measure` says how hard a text is, `is_hard` whether that is too hard."""

    advertising: type_patterns
    percent: re.Pattern[str]
    # What makes a number a finding of somebody's: a share, a rate, a number of people or trials.
    figure: re.Pattern[str]
    denominator: re.Pattern[str]
    count_words: Callable[[str], int]
    measure: Callable[[str], float]
    is_hard: Callable[[float], bool]
    too_hard: str


def _patterns(families: Iterable[Family]) -> type_patterns:
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(family.patterns)})(?!\w)", re.IGNORECASE), family.hint) for family in families
    )


_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_MANY = r"(?:[a-z-]+ ){0,3}?(?:people|patients|adults|women|men|children|participants|visits|treatments|trials|studies)"
_PERCENT = re.compile(rf"{_NUMBER} ?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_MUCHOS = (
    r"(?:[a-záéíóúüñ-]+ ){0,3}?(?:personas|pacientes|adultos|mujeres|hombres|niños|participantes|visitas|tratamientos"
    r"|ensayos|estudios)"
)
_POR_CIENTO = re.compile(rf"{_NUMBER} ?(?:%|por ciento\b)", re.IGNORECASE)

RULES: Mapping[str, LanguageRules] = {
    SOURCE: LanguageRules(
        advertising=_patterns(ADVERTISING),
        percent=_PERCENT,
        figure=re.compile(
            rf"{_PERCENT.pattern}"
            rf"|(?<!\w)(?:{_NUMBER}|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|of|out of|per)(?: every)? "
            rf"{_NUMBER}"
            rf"|(?<!\w){_NUMBER} per (?:hundred|thousand|million)\b"
            rf"|(?<![\w.])\d{{1,3}}(?:,\d{{3}})+ {_MANY}\b|(?<![\w.,])\d{{2,}} {_MANY}\b",
            re.IGNORECASE,
        ),
        denominator=re.compile(
            rf"(?:\bof|\bin|\bout of|\bamong|\bfrom)(?: (?:the|all|about|every|some))* {_NUMBER}"
            rf"|{_NUMBER} {_MANY}\b",
            re.IGNORECASE,
        ),
        count_words=lambda text: len(readability.words_of(text)),
        measure=readability.grade,
        is_hard=lambda grade: grade > HIGHEST_GRADE,
        too_hard=_("Shorten the sentences and use shorter words until the grade is 9 or lower."),
    ),
    "es": LanguageRules(
        advertising=_patterns(SPANISH_ADVERTISING),
        percent=_POR_CIENTO,
        figure=re.compile(
            rf"{_POR_CIENTO.pattern}"
            rf"|(?<!\w)(?:{_NUMBER}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:de|por) cada {_NUMBER}"
            rf"|(?<!\w){_NUMBER} (?:de|en|por) (?:{_NUMBER}|cien\b|mil\b|(?:un|cada) millón\b)"
            rf"|(?<![\w.])\d{{1,3}}(?:,\d{{3}})+ {_MUCHOS}\b|(?<![\w.,])\d{{2,}} {_MUCHOS}\b",
            re.IGNORECASE,
        ),
        denominator=re.compile(
            rf"(?:\bde|\ben|\bentre|\bcada)(?: (?:los|las|todos|todas|casi))* {_NUMBER}|{_NUMBER} {_MUCHOS}\b",
            re.IGNORECASE,
        ),
        count_words=lambda text: len(readability_spanish.words_of(text)),
        measure=readability_spanish.ease,
        is_hard=lambda ease: ease < LOWEST_EASE,
        too_hard=_("Shorten the sentences and use shorter words until the ease is 55 or more."),
    ),
}
