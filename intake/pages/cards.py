"""Which single answers are an emergency: the card at the tap, worked out from the rules themselves.

Each choice of each question is screened alone, on top of a healthy adult; where the question is hidden for that
person, on top of everybody whom its show-if names. The same rules run again on the server at the save:
this only lets the page speak a moment earlier.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from django.utils.translation import gettext

from intake.pages.layout import Emergency
from intake.questionnaire import QUESTIONNAIRES, Answer, Question, Questionnaire, Screen
from intake.questionnaire.expression import leaves, parse
from intake.screening import Finding, Screening, Tier, screen

# Any day and any adult will do: only the answer that is tried is not healthy.
_DAY = date(2026, 1, 15)
_ADULT: dict[str, Answer] = {"date_of_birth": "1985-06-01"}
CRISIS = frozenset({"crisis_words", "fu_crisis"})

type_cards = Mapping[str, Mapping[str, Emergency]]
type_advice = Mapping[str, Mapping[str, tuple[str, ...]]]


def at_the_tap(questionnaire: Questionnaire, shown_screen: Screen) -> type_cards:
    """Return question code → value → what the card says in the reader's language, for the questions of a screen."""
    return {
        code: {value: Emergency(advice=tuple(map(gettext, lines))) for value, lines in values.items()}
        for code, values in _advice(questionnaire.code, shown_screen.code).items()
    }


def kind_of(finding: Finding) -> str:
    """988 leads where words of despair were written, 911 everywhere else."""
    return "crisis" if finding.code in CRISIS else "emergency"


def kind_of_all(findings: Iterable[Finding]) -> str:
    """Return which number leads: 988 only where nothing else is an emergency."""
    kinds = {kind_of(finding) for finding in findings}
    return "crisis" if kinds == {"crisis"} else "emergency"


def advice_of(findings: Iterable[Finding]) -> list[str]:
    """Return the advice lines of findings in the reader's language, the most serious first, each once."""
    return [gettext(line) for line in _lines_of(findings)]


def _lines_of(findings: Iterable[Finding]) -> list[str]:
    return list(dict.fromkeys(line for finding in findings for line in finding.advice))


@lru_cache(maxsize=64)
def _advice(code: str, screen_code: str) -> type_advice:
    """Return question code → value → the advice of the rules, as it stands in the code: no language is kept here."""
    questionnaire = QUESTIONNAIRES[code]
    questions = next(screen_ for screen_ in questionnaire.screens if screen_.code == screen_code).questions
    advice = {question.code: _of_question(questionnaire, question) for question in questions if question.choices}
    return MappingProxyType({question: by_value for question, by_value in advice.items() if by_value})


def _of_question(questionnaire: Questionnaire, question: Question) -> dict[str, tuple[str, ...]]:
    """The values that are an emergency whoever chooses them; what depends on another answer is left to the save."""
    by_value: dict[str, tuple[str, ...]] = {}
    for choice in question.choices:
        value: Answer = [choice.value] if question.is_many else choice.value
        fired = [
            [
                finding
                for finding in screening.findings
                if finding.tier is Tier.EMERGENCY and question.code in finding.because
            ]
            for answers in _people(questionnaire, question)
            if question.code in (screening := _screened(questionnaire, answers | {question.code: value})).shown
        ]
        if fired and all(fired):
            by_value[choice.value] = tuple(_lines_of(fired[0]))
    return by_value


def _screened(questionnaire: Questionnaire, answers: dict[str, Answer]) -> Screening:
    return screen(answers, on=_DAY, questionnaire=questionnaire)


def _people(questionnaire: Questionnaire, question: Question) -> Iterator[dict[str, Answer]]:
    """A healthy adult, then the same with one answer that the question's show-if asks about."""
    yield _ADULT
    named = {code for leaf in leaves(parse(question.show_if)) if (code := getattr(leaf, "code", None))}
    for code in sorted(named):
        if code in questionnaire:
            parent = questionnaire.question(code)
            for choice in parent.choices:
                yield _ADULT | {code: [choice.value] if parent.is_many else choice.value}
