"""From an answer back to what is typed in the form for it."""

from collections.abc import Mapping
from datetime import date

from intake.questionnaire import NEW_PATIENT, Kind, Raw
from tests.intake.screening.truth.case import HEALTHY, ON

Given = str | int | bool | list[str]


def typed(**changes: Given | None) -> dict[str, Raw]:
    """The healthy form as it is typed, with changes; None takes an answer away."""
    answers: dict[str, Given | None] = {**HEALTHY, **changes}
    age = answers.pop("age")
    if isinstance(age, int) and "date_of_birth" not in answers:
        answers["date_of_birth"] = ON.replace(year=ON.year - age).isoformat()
    return {code: as_typed(code, answer) for code, answer in answers.items() if answer is not None}


def as_typed(code: str, answer: Given) -> Raw:
    """One answer as the browser sends it."""
    if isinstance(answer, list):
        return answer
    if NEW_PATIENT.question(code).kind is Kind.DATE:
        day = date.fromisoformat(str(answer))
        return {"year": str(day.year), "month": str(day.month), "day": str(day.day)}
    return "on" if answer is True else str(answer)


def without(form: Mapping[str, Raw], code: str) -> dict[str, Raw]:
    """The same form with one field left empty."""
    return {name: raw for name, raw in form.items() if name != code}
