"""Mutants of the rules, the facts they share, the conflict lines and the show-ifs of the questions."""

from collections.abc import Iterator
from dataclasses import replace

from intake.questionnaire import NEW_PATIENT, Question, Questionnaire
from intake.screening import NamedFact, Rule, Tier
from tests.mutants.expressions import mutations
from tests.mutants.mutant import SOUND, Mutant, with_facts, with_questions, with_rules

TIERS = [tier for tier in Tier if tier is not Tier.CLEAR]


def rule_mutants() -> Iterator[Mutant]:
    """Each rule dropped, with another tier, and with every broken form of its condition."""
    for rule in SOUND.rules:
        others = [other for other in SOUND.rules if other is not rule]
        about = frozenset({rule.code})
        yield Mutant(rule.code, "dropped", with_rules(others), about)
        for tier in TIERS:
            if tier is not rule.tier:
                yield Mutant(rule.code, f"tier {tier}", with_rules(_swapped(rule, replace(rule, tier=tier))), about)
        for change, when in mutations(rule.when):
            yield Mutant(rule.code, change, with_rules(_swapped(rule, replace(rule, when=when))), about)


def fact_mutants() -> Iterator[Mutant]:
    """Every broken form of each fact and each conflict line; and each conflict line taken out of its rule."""
    for fact in SOUND.facts:
        about = frozenset(rule.code for rule in SOUND.rules if f"fact({fact.name})" in rule.when)
        for change, when in mutations(fact.when):
            yield Mutant(fact.name, change, with_facts(_with_fact(fact, replace(fact, when=when))), about)


def show_if_mutants() -> Iterator[Mutant]:
    """Each conditional question always shown, and every broken form of its show-if."""
    for question in NEW_PATIENT.questions:
        if question.show_if == "always":
            continue
        about = frozenset(rule.code for rule in SOUND.rules if question.code in rule.questions)
        changes = [("always shown", "always"), *mutations(question.show_if)]
        for change, show_if in changes:
            asked = _asking(replace(question, show_if=show_if))
            yield Mutant(f"show {question.code}", change, with_questions(asked), about)


def _swapped(rule: Rule, other: Rule) -> tuple[Rule, ...]:
    return tuple(other if kept is rule else kept for kept in SOUND.rules)


def _with_fact(fact: NamedFact, other: NamedFact) -> tuple[NamedFact, ...]:
    return tuple(other if kept is fact else kept for kept in SOUND.facts)


def _asking(changed: Question) -> Questionnaire:
    """The questionnaire with one question changed."""
    return replace(
        NEW_PATIENT,
        steps=tuple(
            replace(
                step,
                screens=tuple(
                    replace(
                        screen,
                        questions=tuple(changed if asked.code == changed.code else asked for asked in screen.questions),
                    )
                    for screen in step.screens
                ),
            )
            for step in NEW_PATIENT.steps
        ),
    )
