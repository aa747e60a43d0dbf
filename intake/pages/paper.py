"""The form as it is printed: every question of the questionnaire, with boxes and lines. Nothing is left to a copy."""

from dataclasses import dataclass

from django.utils.translation import gettext

from intake.questionnaire import Kind, Question, Questionnaire

_LINES = {Kind.LONG_TEXT: 3}


@dataclass(frozen=True)
class PaperQuestion:
    """One question on paper: its words, a body to mark, what can be ticked, and how many lines to write on."""

    wording: str
    hint: str
    choices: tuple[str, ...]
    scale: tuple[int, ...]
    lines: int
    only_if: bool
    picture: bool


@dataclass(frozen=True)
class PaperStep:
    title: str
    questions: tuple[PaperQuestion, ...]


def steps_on_paper(questionnaire: Questionnaire) -> list[PaperStep]:
    """Return the steps of a questionnaire as they stand on paper; the optional extras are not printed."""
    return [
        PaperStep(gettext(step.title), tuple(_on_paper(question) for question in step.questions))
        for step in questionnaire.steps
        if not step.optional
    ]


def _on_paper(question: Question) -> PaperQuestion:
    scale = question.kind is Kind.SCALE
    ticked = question.kind is Kind.CHECKBOX
    choices = tuple(gettext(choice.label) for choice in question.choices)
    return PaperQuestion(
        wording=gettext(question.wording),
        hint=gettext(question.hint) if question.hint else "",
        choices=(gettext("Yes"),) if ticked else choices,
        scale=tuple(range(question.minimum or 0, (question.maximum or 10) + 1)) if scale else (),
        lines=0 if choices or scale or ticked else _LINES.get(question.kind, 1),
        only_if=question.show_if != "always",
        picture=question.kind is Kind.BODY_MAP,
    )
