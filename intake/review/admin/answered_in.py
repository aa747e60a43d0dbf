"""In which language a form was answered, and each question as the patient read it."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from clinic.languages import LANGUAGES, SOURCE, now
from intake.questionnaire import Question, Questionnaire
from intake.record.models import Answers


def other_languages(answers: Answers) -> str:
    """Return the languages besides English in which screens were answered, in words; empty where it was all English."""
    codes = {str(screen.get("in", SOURCE.code)) for screen in answers.document.get("screens", {}).values()}
    return ", ".join(gettext(each.english) for each in LANGUAGES if each.code in codes - {SOURCE.code})


def rows(
    found: Iterable[tuple[Question, list[str]]], marked: Collection[str], answers: Answers, questionnaire: Questionnaire
) -> list[dict[str, Any]]:
    """Return a step's questions with their answers, which of them changed (`marked`), and of those that were read in
    another language than is spoken now their words as the patient read them.
    """
    here = now().code
    spoken = {
        question.code: language
        for screen in questionnaire.screens
        if (language := answers.screen_language(screen.code)) != here
        for question in screen.questions
    }
    return [
        {"question": question, "wording": gettext(question.wording), "said": words, "changed": question.code in marked}
        | _as_read(question.wording, spoken.get(question.code, ""))
        for question, words in found
    ]


def _as_read(wording: str, language: str) -> dict[str, str]:
    if not language:
        return {}
    with translation.override(language):
        return {"read": gettext(wording), "read_in": language}
