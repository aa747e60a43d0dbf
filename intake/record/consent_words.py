"""The risk sheet as it is read and signed: in the language of the page, and its hash."""

from django.utils import translation
from django.utils.translation import gettext

from intake.questionnaire.consent import RISK_SHEET, consent_hash


def risk_sheet_in(language: str) -> tuple[str, ...]:
    """Return the lines of today's risk sheet in a language."""
    with translation.override(language):
        return tuple(gettext(line) for line in RISK_SHEET)


def hash_in(language: str) -> str:
    """Return the hash of today's risk sheet in a language: what a signature in it is put under."""
    return consent_hash(risk_sheet_in(language))
