"""What a practitioner has to know of a person's language before they call or meet them: in a few words, and in full."""

from typing import Any

from django.utils.translation import gettext as _

from clinic import languages
from clinic.languages import SOURCE
from intake.questionnaire import QUESTIONNAIRES
from intake.record.answer_words import said
from intake.review.models import Case


def language_of(case: Case) -> str:
    """Return the language the person reads, in words: as the record has it, or as the form of nobody's was read."""
    return _named(case.patient.language if case.patient else case.intake.language)


def interpreter_of(case: Case) -> str:
    """Return the language an interpreter is wanted for, in words, as `wanted` says; empty for none."""
    return wanted(case.patient.interpreter if case.patient else "", case.intake.interpreter)


def wanted(*told: str | None) -> str:
    """Return the first language that an interpreter is asked for, in words; empty for none. Told are the record and the
    form: where the two do not agree somebody may need one, and it is said.
    """
    asked = next((language for language in told if language not in (None, "", "no")), "")
    return ", ".join(said(QUESTIONNAIRES["new_patient"].question("interpreter"), asked))


def in_few_words(*, reads: str, interpreter: str) -> str:
    """Return both facts as a line of a list has room for them: "Spanish · interpreter". `reads` is a code and
    `interpreter` a language in words. Empty for somebody who reads English and wants no interpreter.
    """
    language = "" if reads == SOURCE.code else _named(reads)
    if not interpreter:
        return language
    if not language or language.startswith(interpreter):  # the form asks for Chinese, which is read in two ways
        return _("%(language)s · interpreter") % {"language": language or interpreter}
    return _("%(language)s · interpreter: %(spoken)s") % {"language": language, "spoken": interpreter}


def _named(code: Any) -> str:
    return ", ".join(_(language.english) for language in languages.known([code]))
