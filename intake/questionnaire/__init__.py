"""The questions as data: what is asked, in which words, when, and what may be answered.

One description drives the form, the server's validation, the check page, the practitioner's view, the exports
and the rules. Nothing here imports Django, a database or a clock.
"""

from collections.abc import Mapping
from types import MappingProxyType

from intake.questionnaire.check_in import CHECK_IN
from intake.questionnaire.cleaning import AnswerError, clean, what_to_do
from intake.questionnaire.model import Answer, Choice, Kind, Question, Questionnaire, Raw, Screen, Step
from intake.questionnaire.new_patient import NEW_PATIENT
from intake.questionnaire.visit_update import VISIT_UPDATE

QUESTIONNAIRES: Mapping[str, Questionnaire] = MappingProxyType(
    {questionnaire.code: questionnaire for questionnaire in (NEW_PATIENT, VISIT_UPDATE, CHECK_IN)}
)

__all__ = [
    "CHECK_IN",
    "NEW_PATIENT",
    "QUESTIONNAIRES",
    "VISIT_UPDATE",
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
