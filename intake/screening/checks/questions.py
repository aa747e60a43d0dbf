"""Is the questionnaire sound by itself?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from graphlib import CycleError

from intake.questionnaire import Kind, Question, Questionnaire, Screen
from intake.questionnaire.expression import (
    ExpressionError,
    Fact,
    Grown,
    NoneMixed,
    RuleFired,
    leaves,
    parse,
)
from intake.questionnaire.model import COUNTED, TICKED
from intake.screening.checks.names import Names
from intake.screening.form import codes_read, form_of
from intake.screening.rules import RULES
from intake.screening.text.lexicon import LEXICON

MOST_RED_FLAGS_ON_A_SCREEN = 4


def question_problems(questionnaire: Questionnaire) -> Iterator[str]:
    """A sentence for everything wrong with the questions of a questionnaire."""
    yield from _doubles("step", (step.code for step in questionnaire.steps))
    yield from _doubles("screen", (screen.code for step in questionnaire.steps for screen in step.screens))
    yield from _doubles("question", (question.code for question in questionnaire.questions))
    yield from _walk_problems(questionnaire)
    for screen in questionnaire.screens:
        if screen.has_red_flag and len(_asked_at_once(screen)) > MOST_RED_FLAGS_ON_A_SCREEN:
            yield f"The screen {screen.code} asks red flags and more than {MOST_RED_FLAGS_ON_A_SCREEN} questions."
    for question in questionnaire.questions:
        yield from (f"The question {question.code}: {sentence}." for sentence in _shape(question))
        for label, expression in (("show-if", question.show_if), ("anew-if", question.anew_if)):
            yield from (
                f"The {label} of {question.code}: {complaint}." for complaint in _condition(expression, questionnaire)
            )
    yield from _order_problems(questionnaire)


def _asked_at_once(screen: Screen) -> list[Question]:
    """The questions of a screen but for those that only follow up another one of it."""
    codes = {question.code for question in screen.questions}
    return [question for question in screen.questions if codes.isdisjoint(_reads(question))]


def _reads(question: Question) -> set[str]:
    try:
        return {code for leaf in leaves(parse(question.show_if)) for code in codes_read(leaf)}
    except ExpressionError:
        return set()


def _walk_problems(questionnaire: Questionnaire) -> Iterator[str]:
    screens = {screen.code for step in questionnaire.steps if not step.optional for screen in step.screens}
    yield from _doubles("walked screen", questionnaire.walk)
    for code in questionnaire.walk:
        if code not in screens:
            yield f"The walk of {questionnaire.code} names {code}, which is no screen before the form is sent."


def _shape(question: Question) -> Iterator[str]:
    picks = question.kind in TICKED | {Kind.ONE}
    if picks is not bool(question.choices):
        yield "it needs choices" if picks else "it can have no choices"
    yield from (f"the choice {value} stands twice" for value in _twice(choice.value for choice in question.choices))
    if (question.kind in COUNTED) is not (question.minimum is not None and question.maximum is not None):
        yield "a number, and only a number, has a smallest and a largest value"
    if question.scanned is not (question.code in LEXICON.fields):
        yield "it is scanned, but the recogniser does not know it, or the other way round"


def _condition(expression: str, questionnaire: Questionnaire) -> Iterator[str]:
    if not expression:
        return
    try:
        tree = parse(expression)
    except ExpressionError as error:
        yield str(error).rstrip(".")
        return
    yield from Names(questionnaire, intake_rules=frozenset(rule.code for rule in RULES)).unknown_in(tree)
    if any(isinstance(leaf, RuleFired | Fact | Grown | NoneMixed) for leaf in leaves(tree)):
        yield "it may not ask the rules"


def _order_problems(questionnaire: Questionnaire) -> Iterator[str]:
    try:
        form = form_of(questionnaire)
    except CycleError as error:
        yield f"The show-ifs of {', '.join(error.args[1])} wait for each other."
        return
    except ExpressionError:
        return
    for code, _test in form.after_scan:
        if code in form.scanned:
            yield f"The text of {code} is scanned, but it is shown only after the scan."


def _twice(codes: Iterable[str]) -> list[str]:
    return sorted(code for code, times in Counter(codes).items() if times > 1)


def _doubles(what: str, codes: Iterable[str]) -> Iterator[str]:
    yield from (f"The {what} {code} stands twice." for code in _twice(codes))
