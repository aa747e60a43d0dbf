"""How our codes are called in FHIR: systems, ids, link ids."""

from intake.questionnaire.model import Question, Questionnaire, Step

SYSTEM = "urn:clinic"
"""What every code of ours begins with."""

RECORD_GROUP = "group:record"
"""The group of what the record answers and nobody is asked."""

RETIRED_GROUP = "group:retired"
"""The group of answers to questions that the form no longer asks."""


def fhir_id(code: str) -> str:
    """Return a code as an id: FHIR allows letters, digits, dots and hyphens."""
    return code.replace("_", "-")


def canonical(questionnaire: Questionnaire, version: str = "") -> str:
    """Return the name by which a response says what it answers, with the version it was answered under."""
    return f"{SYSTEM}:questionnaire:{questionnaire.code}|{version or questionnaire.version}"


def choice_system(question: Question) -> str:
    """Return the system of the choices of one question."""
    return f"{SYSTEM}:answer:{question.code}"


def group_of(step: Step) -> str:
    """Return the link id of a step: no question has it."""
    return f"group:{step.code}"
