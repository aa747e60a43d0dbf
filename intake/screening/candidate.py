"""The one set of rules that a release may carry beside its own, to be tried over past forms and signed (decision 14).

A candidate says only what it changes. Questions and word lists are the release's: they are not on trial, and since
they stand in the digest too, a release that changes them asks for new signatures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from intake.questionnaire import CHECK_IN, NEW_PATIENT, VISIT_UPDATE
from intake.screening.digest import digest
from intake.screening.retired import RETIRED
from intake.screening.rule import NamedFact, Rule
from intake.screening.rules import most_serious_first
from intake.screening.ruleset import RULE_SETS, RuleSet, handed_on_to
from intake.screening.version import DIGESTS


@dataclass(frozen=True)
class CandidateRules:
    """What the candidate does otherwise than the release.

    `changed` are rules under codes that exist; each takes the place of its namesake in every questionnaire. `added`
    are new rules by the code of their questionnaire; those of the full form run over an update too. `dropped` are
    codes that fire no more. `facts` are named facts, changed or new. A code keeps its tier for ever.
    """

    version: str
    changed: tuple[Rule, ...] = ()
    added: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    facts: tuple[NamedFact, ...] = ()

    @cached_property
    def rule_sets(self) -> Mapping[str, RuleSet]:
        """Its rules of each questionnaire, whole."""
        check_in = self._rules(CHECK_IN.code)
        return {
            code: replace(
                rules,
                version=self.version,
                rules=check_in if code == CHECK_IN.code else self._rules(code),
                facts=self._facts(rules.facts) if code != CHECK_IN.code else rules.facts,
                handed_on=handed_on_to(check_in) if rules.handed_on else (),
            )
            for code, rules in RULE_SETS.items()
        }

    @cached_property
    def digest(self) -> str:
        """What a signature is bound to: the candidate's rules with the questions and words they are run over."""
        return digest(self.version, self.rule_sets)

    def misfits(self) -> Iterator[str]:
        """A sentence for everything that cannot be tried beside the rules of the release."""
        rules_by_code = {rule.code: rule for rules in RULE_SETS.values() for rule in rules.rules}
        if self.version in DIGESTS:
            yield f"The candidate is called {self.version}, as rules that were in use."
        for rule in self.changed:
            if rule.code not in rules_by_code:
                yield f"The candidate changes {rule.code}, which is no rule."
            elif rules_by_code[rule.code].tier is not rule.tier:
                yield f"The candidate gives {rule.code} another tier: a rule of another meaning gets a new code."
        yield from (
            f"The candidate drops {code}, which is no rule." for code in sorted(self.dropped - rules_by_code.keys())
        )
        for code in (rule.code for rules in self.added.values() for rule in rules):
            if code in rules_by_code or code in RETIRED:
                yield f"The candidate adds {code}, a code that was in use."
        for questionnaire in sorted(self.added.keys() - RULE_SETS.keys()):
            yield f"The candidate adds rules to {questionnaire}, which is no questionnaire."

    def changes(self) -> "list[RuleChange]":
        """Every rule and fact that differs, as it is and as it would be: what a practitioner reads and signs."""
        before, after = _by_code(RULE_SETS), _by_code(self.rule_sets)
        codes = [*after, *(code for code in before if code not in after)]
        pairs = ((code, before.get(code), after.get(code)) for code in codes)
        return [RuleChange(code, old, new) for code, old, new in pairs if old != new]

    def _rules(self, code: str) -> tuple[Rule, ...]:
        """The rules of one questionnaire, in their order, with what is new at the end of its tier."""
        instead = {rule.code: rule for rule in self.changed}
        standing = (rule for rule in RULE_SETS[code].rules if rule.code not in self.dropped)
        new = self.added.get(code, ())
        if code == VISIT_UPDATE.code:
            new = (*self.added.get(NEW_PATIENT.code, ()), *new)
        return most_serious_first(*(instead.get(rule.code, rule) for rule in standing), *new)

    def _facts(self, facts: tuple[NamedFact, ...]) -> tuple[NamedFact, ...]:
        instead = {fact.name: fact for fact in self.facts}
        names = {fact.name for fact in facts}
        return (*(instead.get(fact.name, fact) for fact in facts), *(f for f in self.facts if f.name not in names))


@dataclass(frozen=True)
class RuleChange:
    """A rule or a named fact that the candidate adds, drops or says otherwise."""

    code: str
    before: Rule | NamedFact | None
    after: Rule | NamedFact | None

    @property
    def name(self) -> str:
        """The name that people read; of a fact its meaning."""
        either = self.after or self.before
        return (either.name if isinstance(either, Rule) else either.meaning) if either else self.code

    def lines(self) -> list[tuple[str, str, str]]:
        """What differs: the part, as it is, as it would be. One that is new or gone is told by its condition."""
        if self.before is None or self.after is None:
            return [("when", self.before.when if self.before else "", self.after.when if self.after else "")]
        parts = (part.name for part in fields(self.after))
        pairs = ((part, getattr(self.before, part), getattr(self.after, part)) for part in parts)
        return [(part, _words(old), _words(new)) for part, old, new in pairs if old != new]


CANDIDATE: CandidateRules | None = None
"""The candidate of this release; None where it carries none. How to write one stands in docs/adding.md."""


def _by_code(rule_sets: Mapping[str, RuleSet]) -> dict[str, Rule | NamedFact]:
    rules: dict[str, Rule | NamedFact] = {rule.code: rule for each in rule_sets.values() for rule in each.rules}
    facts = {fact.name: fact for each in rule_sets.values() for fact in each.facts}
    return rules | facts


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_words(each) for each in value)
    return str(getattr(value, "text", value))
