"""Who speaks what: practitioners by the languages they list, a patient by what they asked an interpreter for."""

from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext as _

from clinic.accounts.models import Patient
from clinic.booking.schedule import ScheduledPractitioner
from clinic.languages import SOURCE
from intake.questionnaire import NEW_PATIENT

_LANGUAGES = {choice.value: choice.label for choice in NEW_PATIENT.question("interpreter").choices}


def language_of(patient: Patient) -> str:
    """Return the language that an interpreter is wanted for, in words; empty for none."""
    return "" if patient.interpreter in ("", "no") else language_in_words(patient.interpreter)


def language_in_words(asked: str) -> str:
    """Return what was asked of an interpreter, in the words of the form; a language of another kind as it stands."""
    return _(_LANGUAGES[asked]) if asked in _LANGUAGES else asked


def spoken_by(who: ScheduledPractitioner) -> list[str]:
    """Return the languages a practitioner lists, as they are written there."""
    return [language.strip() for language in who.practitioner.languages.split(",") if language.strip()]


def choices(people: Iterable[ScheduledPractitioner]) -> list[str]:
    """Return every language that somebody speaks and somebody else does not: only those are a choice."""
    each = [set(spoken_by(who)) for who in people]
    spoken = {language for languages in each for language in languages}
    return sorted(language for language in spoken if not all(language in languages for languages in each))


def wanted(asked: str, patient: Patient | None, people: Iterable[ScheduledPractitioner]) -> str:
    """Return the language to look for: the one that was asked for if it is a choice, else the patient's own."""
    offered = choices(people)
    if asked in offered:
        return asked
    with translation.override(SOURCE.code):  # practitioners write their languages in English
        own = language_of(patient).casefold() if patient else ""
    return next((language for language in offered if language.casefold() in own), "") if own else ""


def speakers_first(people: Iterable[ScheduledPractitioner], language: str) -> list[ScheduledPractitioner]:
    """Return the practitioners in their order, those who speak a language before the others."""
    return sorted(people, key=lambda who: bool(language) and language not in spoken_by(who))
