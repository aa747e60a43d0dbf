"""Which answers count for safety: what has to be screened, and read by a person, anew when it changes.

Worked out from the expressions themselves, never kept by hand: a rule that reads one question more makes its answer
count from that day on.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from intake.questionnaire import Answer, Kind, Question, Questionnaire
from intake.questionnaire.expression import Leaf, Node, NoneMixed, leaves, parse
from intake.screening.form import asks_the_text, codes_read
from intake.screening.ruleset import RULE_SETS, RuleSet

_PICKED = frozenset({Kind.ONE, Kind.MANY, Kind.BODY_MAP, Kind.NUMBER, Kind.SCALE, Kind.DATE})


@lru_cache(maxsize=8)
def read_codes(questionnaire: Questionnaire, rules: RuleSet | None = None) -> frozenset[str]:
    """Return every question whose answer a rule, a fact, a conflict, a line of advice or the recogniser reads.

    What decides whether such a question is asked at all counts with it. Without `rules` those of the release are meant.
    """
    codes = _read_by_rules(questionnaire, rules or RULE_SETS[questionnaire.code])
    while (
        new_codes := {parent for code in codes for parent in _shown_by(questionnaire.question(code), questionnaire)}
        - codes
    ):
        codes |= new_codes
    return frozenset(codes)


@lru_cache(maxsize=8)
def safety_codes(questionnaire: Questionnaire, rules: RuleSet | None = None) -> frozenset[str]:
    """Return `read_codes`, and the questions that ask more about one of them: which arm, how many weeks.

    No rule reads those, but a practitioner sets limits by them. Who a person is, and a signature, say nothing of it.
    """
    codes = read_codes(questionnaire, rules)
    asks_more = {
        question.code
        for question in questionnaire.questions
        if question.kind in _PICKED and not question.identity and codes & set(_shown_by(question, questionnaire))
    }
    return codes | asks_more


def safety_answers(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], rules: RuleSet | None = None
) -> dict[str, Answer]:
    """Return those of the answers that count for safety under these rules."""
    codes = safety_codes(questionnaire, rules)
    return {code: answer for code, answer in answers.items() if code in codes}


def _read_by_rules(questionnaire: Questionnaire, rules: RuleSet) -> set[str]:
    codes = {question.code for question in questionnaire.questions if question.scanned}
    for tree in _trees(rules):
        for leaf in leaves(tree):
            codes.update(code for code in _codes_of(leaf, questionnaire) if code in questionnaire)
    return codes


def _trees(rules: RuleSet) -> Iterator[Node]:
    for fact in rules.facts:
        yield fact.tree
    for rule in rules.rules:
        yield rule.tree
        yield from (line.tree for line in rule.advice)


def _codes_of(leaf: Leaf, questionnaire: Questionnaire) -> Iterator[str]:
    yield from codes_read(leaf)
    if isinstance(leaf, NoneMixed):
        yield from (question.code for question in questionnaire.questions if question.has_none)


def _shown_by(question: Question, questionnaire: Questionnaire) -> Iterator[str]:
    """The questions that decide whether this one is asked; a show-if about the text reads every scanned text."""
    for leaf in leaves(parse(question.show_if)):
        yield from codes_read(leaf)
        if asks_the_text(leaf):
            yield from (text_question.code for text_question in questionnaire.questions if text_question.scanned)
