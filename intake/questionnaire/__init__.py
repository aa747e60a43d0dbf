"""The questions as data: what is asked, in which words, when, and what may be answered.

One description drives the form, the server's validation, the check page, the practitioner's view, the exports
and the rules. Nothing here imports Django, a database or a clock.
"""

from collections.abc import Mapping
from types import MappingProxyType

from intake.questionnaire.cleaning import AnswerError, clean, what_to_do
from intake.questionnaire.model import Answer, Choice, Kind, Question, Questionnaire, Raw, Screen, Step
from intake.questionnaire.new_patient import NEW_PATIENT

QUESTIONNAIRES: Mapping[str, Questionnaire] = MappingProxyType({NEW_PATIENT.code: NEW_PATIENT})

__all__ = [
    "NEW_PATIENT",
    "QUESTIONNAIRES",
    "Answer",
    "AnswerError",
    "Choice",
    "Kind",
    "Question",
    "Questionnaire",
    "Raw",
    "Screen",
    "Step",
    "clean",
    "what_to_do",
]
