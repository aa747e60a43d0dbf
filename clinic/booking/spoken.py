"""Who speaks what: practitioners by the languages they list, a patient by the interpreter and what they read here."""

from collections.abc import Iterable
from typing import Protocol

from django.utils import translation
from django.utils.translation import gettext as _

from clinic.accounts.models import Patient
from clinic.booking.schedule import ScheduledPractitioner
from clinic.language_names import named
from clinic.languages import BY_CODE, SOURCE
from intake.questionnaire import NEW_PATIENT

_LANGUAGES = {choice.value: choice.label for choice in NEW_PATIENT.question("interpreter").choices}
# Practitioners list what they speak; patients ask for a language that is spoken in several ways.
_WAYS_OF = {"chinese": "chinese mandarin cantonese"}


class Speaker(Protocol):
    """A patient or a form: which interpreter is wanted, and in which language was read."""

    interpreter: str
    language: str


def language_of(patient: Speaker) -> str:
    """Return the language that an interpreter is wanted for, in words; empty for none."""
    return "" if patient.interpreter in ("", "no") else language_in_words(patient.interpreter)


def facts_of(patient: Speaker) -> list[str]:
    """Return what is to be known of somebody's language, one fact each: the interpreter, and what they read here."""
    facts = []
    if interpreter := language_of(patient):
        facts.append(_("interpreter: %(language)s") % {"language": interpreter})
    if patient.language in BY_CODE and patient.language != SOURCE.code:
        facts.append(_("reads %(language)s") % {"language": named(BY_CODE[patient.language].english)})
    return facts


def language_in_words(asked: str) -> str:
    """Return what was asked of an interpreter, in the words of the form; a language of another kind as it stands."""
    return _(_LANGUAGES[asked]) if asked in _LANGUAGES else asked


def spoken_by(who: ScheduledPractitioner) -> list[str]:
    """Return the languages a practitioner lists, as they are written there."""
    return [language.strip() for language in who.practitioner.languages.split(",") if language.strip()]


def choices(people: Iterable[ScheduledPractitioner]) -> list[str]:
    """Return every language that somebody speaks and somebody else does not: only those are a choice."""
    each = [set(spoken_by(person)) for person in people]
    spoken = {language for languages in each for language in languages}
    return sorted(language for language in spoken if not all(language in languages for languages in each))


def wanted(asked: str, patient: Patient | None, people: Iterable[ScheduledPractitioner], *, read: str = "") -> str:
    """Return the language to look for, empty for none: the one that was asked for if it is a choice; else that of the
    interpreter, of what the patient reads, and of the page that is `read` (a code), whichever is a choice first.
    """
    offered = choices(people)
    if asked in offered:
        return asked
    with translation.override(SOURCE.code):  # practitioners write their languages in English
        own = [language_of(patient), _read_in(patient.language)] if patient else []
    for language_name in (*own, _read_in(read)):
        variants = _WAYS_OF.get(language_name.casefold(), language_name.casefold())
        if match := next((language for language in offered if language.casefold() in variants), ""):
            return match
    return ""


def _read_in(code: str) -> str:
    """Return a language that is read, by its English name; empty for English, which says nothing of a person."""
    return BY_CODE[code].english.partition(" (")[0] if code in BY_CODE and code != SOURCE.code else ""


def speakers_first(people: Iterable[ScheduledPractitioner], language: str) -> list[ScheduledPractitioner]:
    """Return the practitioners in their order, those who speak a language before the others."""
    return sorted(people, key=lambda person: bool(language) and language not in spoken_by(person))
