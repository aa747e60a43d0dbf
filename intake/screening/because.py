"""What made a rule fire: the answers, and the words in the text."""

from collections.abc import Mapping

from intake.questionnaire.expression import (
    Condition,
    Fact,
    Fired,
    Leaf,
    Medicine,
    MedicineCondition,
    Node,
    NoneMixed,
    Phrase,
    reasons,
)
from intake.screening.rule import NamedFact
from intake.screening.run import Run
from intake.screening.text import Hit


class Because:
    """Gathers the evidence of one rule, following the rules and facts that it reads into their own."""

    def __init__(self, run: Run, rules: Mapping[str, Node], facts: Mapping[str, NamedFact]) -> None:
        self.codes: set[str] = set()
        self.hits: list[Hit] = []
        self.facts: list[str] = []
        self._run = run
        self._rules = rules
        self._facts = facts

    def follow(self, node: Node, *, wanted: bool = True) -> None:
        """Add what made the node hold, or with `wanted` False what made it not hold."""
        for leaf, holds in reasons(node, self._run.get, self._run, wanted=wanted):
            self._add(leaf, holds=holds)

    def matched(self) -> tuple[Hit, ...]:
        """Each hit once, in the order of the text."""
        return tuple(sorted(dict.fromkeys(self.hits), key=lambda hit: (hit.field, hit.start, hit.end)))

    def _add(self, leaf: Leaf, *, holds: bool) -> None:
        if leaf.codes:
            self.codes.update(self._run.answered(leaf.codes))
        elif isinstance(leaf, Fact):
            self._add_fact(self._facts[leaf.name], holds=holds)
        elif isinstance(leaf, NoneMixed):
            self.codes.update(self._run.mixed)
        elif holds and isinstance(leaf, Fired):
            self.follow(self._rules[leaf.rule])
        elif holds:
            self._add_hits(self._hits_of(leaf))

    def _add_fact(self, fact: NamedFact, *, holds: bool) -> None:
        self.follow(fact.tree, wanted=holds)
        if holds:
            self.facts.append(fact.meaning)

    def _hits_of(self, leaf: Leaf) -> tuple[Hit, ...]:
        text = self._run.text
        match leaf:
            case Medicine(group=group, status=status):
                return text.med_hits(group, status)
            case Condition(name=name, status=status):
                return text.cond_hits(name, status)
            case Phrase(name=name, status=status):
                return text.word_hits(name, status)
            case MedicineCondition():
                return tuple(hit for treated in self._run.treated for hit in treated.hits)
        return ()

    def _add_hits(self, hits: tuple[Hit, ...]) -> None:
        self.hits.extend(hits)
        self.codes.update(hit.field for hit in hits)
