"""Are the rules sound, and do they fit the questions?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from intake.questionnaire import Questionnaire
from intake.questionnaire.expression import ExpressionError, Fact, Node, RuleFired, leaves, parse
from intake.screening.checks.names import Names
from intake.screening.facts import FACTS
from intake.screening.form import codes_read
from intake.screening.rule import NamedFact, Rule
from intake.screening.rules import RULES
from intake.screening.ruleset import RuleSet
from intake.screening.tier import Contact, Tier

_CODE = re.compile(r"\b[a-z0-9]+_\w+")


def rule_problems(rule_set: RuleSet, questionnaire: Questionnaire, *, intake: RuleSet | None = None) -> Iterator[str]:
    """A sentence for everything wrong with a rule set over its questionnaire. `intake` are the rules of the full form
    that a candidate's check-in asks about.
    """
    yield from _doubles("rules", (rule.code for rule in rule_set.rules))
    yield from _doubles("rules", (rule.name for rule in rule_set.rules), what_they_share="name")
    yield from _doubles("facts", (fact.name for fact in rule_set.facts))
    sentences = list(_expression_problems(rule_set, questionnaire, intake))
    yield from sentences
    if not sentences:  # what follows takes it that every name exists
        yield from _stage_problems(rule_set)
        yield from _fact_problems(rule_set)
    for rule in rule_set.rules:
        yield from (f"The rule {rule.code} {sentence}." for sentence in _shape(rule, questionnaire))
        yield from (f"The rule {rule.code} {sentence}." for sentence in _folds(rule, rule_set))
        yield from (f"The rule {rule.code} {sentence}." for sentence in _codes_told(rule))


def _expression_problems(rule_set: RuleSet, questionnaire: Questionnaire, intake: RuleSet | None) -> Iterator[str]:
    names = Names(
        questionnaire,
        rules=frozenset(rule.code for rule in rule_set.rules),
        facts=frozenset(fact.name for fact in rule_set.facts),
        intake_rules=frozenset(rule.code for rule in (intake.rules if intake else RULES)),
        intake_facts=frozenset(fact.name for fact in (intake.facts if intake else FACTS)),
    )
    for where, text in _expressions(rule_set):
        try:
            yield from (f"{where}: {sentence}." for sentence in names.unknown_in(parse(text)))
        except ExpressionError as error:
            yield f"{where}: {error}"


def _expressions(rule_set: RuleSet) -> Iterator[tuple[str, str]]:
    yield from ((f"The fact {fact.name}", fact.when) for fact in rule_set.facts)
    for rule in rule_set.rules:
        yield f"The rule {rule.code}", rule.when
        yield from ((f"The advice of {rule.code}", line.when) for line in rule.advice)


def _stage_problems(rule_set: RuleSet) -> Iterator[str]:
    stages = {rule.code: rule.stage for rule in rule_set.rules}
    facts = {fact.name: fact for fact in rule_set.facts}
    for rule in rule_set.rules:
        for read_code in sorted(_rules_read(rule.tree, facts)):
            if stages[read_code] >= rule.stage:
                yield f"The rule {rule.code} reads {read_code}, which does not run in an earlier stage."


def _rules_read(tree: Node, facts: Mapping[str, NamedFact]) -> set[str]:
    """The rules that an expression reads, itself or through its facts."""
    named = set(leaves(tree))
    for fact in _facts_read(tree):
        named.update(leaves(facts[fact].tree))
    return {leaf.rule for leaf in named if isinstance(leaf, RuleFired)}


def _facts_read(tree: Node) -> set[str]:
    return {leaf.name for leaf in leaves(tree) if isinstance(leaf, Fact)}


def _fact_problems(rule_set: RuleSet) -> Iterator[str]:
    trees = [rule.tree for rule in rule_set.rules] + [line.tree for rule in rule_set.rules for line in rule.advice]
    read_facts = set[str]().union(*(_facts_read(tree) for tree in trees))
    for fact in rule_set.facts:
        if _facts_read(fact.tree):
            yield f"The fact {fact.name} reads another fact: write it out."
        if fact.name not in read_facts:
            yield f"The fact {fact.name} is read by no rule."


def _shape(rule: Rule, questionnaire: Questionnaire) -> Iterator[str]:
    for code in rule.questions:
        if code not in questionnaire.known:
            yield f"lists {code}, which is no question"
    try:
        read_codes = {code for leaf in leaves(rule.tree) for code in codes_read(leaf)}
    except ExpressionError:
        return
    yield from (f"reads {code} and does not list it" for code in sorted(read_codes - set(rule.questions)))
    if not rule.name:
        yield "has no name"
    if rule.tier is Tier.CLEAR:
        yield "raises nothing"


def _folds(rule: Rule, rule_set: RuleSet) -> Iterator[str]:
    """A weaker rule is folded under a stronger one; one of its own tier, or of a nearer call, would be hidden."""
    rules = {each.code: each for each in rule_set.rules}
    for code in rule.implies:
        weaker = rules.get(code)
        if weaker is None:
            yield f"implies {code}, which is no rule"
        elif not weaker.tier < rule.tier or _soon(weaker.contact) < _soon(rule.contact):
            yield f"implies {code}, which is not weaker"


def _codes_told(rule: Rule) -> Iterator[str]:
    """What people read names a rule by its name, never by its code."""
    texts = " ".join((rule.name, rule.why, rule.action, *(line.text for line in rule.advice)))
    yield from (f"says {code} to people who read" for code in dict.fromkeys(_CODE.findall(texts)))


def _soon(contact: Contact) -> int:
    return list(Contact).index(contact)


def _doubles(what: str, codes: Iterable[str], *, what_they_share: str = "code") -> Iterator[str]:
    for code, times in sorted(Counter(codes).items()):
        if times > 1:
            yield f"Two {what} share the {what_they_share} {code}."
