"""What somebody answers who has nothing to tell, read off the questions: a healthy form knows a new one by itself."""

from intake.questionnaire.model import NONE, Questionnaire


def nothing_to_tell(questionnaire: Questionnaire) -> dict[str, str | list[str]]:
    """Return "no" or "none of these" to every question that everybody must answer, as far as it offers that."""
    always = [each for each in questionnaire.main_questions if each.required and each.show_if == "always"]
    lists = {question.code: [NONE] for question in always if question.has_none}
    return lists | {question.code: "no" for question in always if "no" in question.values}
