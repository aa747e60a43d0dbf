"""What made a rule fire: the answers, and the words in the text.

Of a list of ticks only those that fired it are told: a page that quotes all of them points at nothing.
"""

from collections.abc import Iterable, Mapping

from intake.questionnaire import NEW_PATIENT, Answer
from intake.questionnaire.expression import (
    ConditionTold,
    Fact,
    Has,
    IntakeFact,
    IntakeFired,
    Leaf,
    Medicine,
    MedicineCondition,
    Node,
    NoneMixed,
    Phrase,
    RuleFired,
    UnreadPart,
    reasons,
)
from intake.screening.facts import FACTS
from intake.screening.rule import NamedFact
from intake.screening.rules import RULES
from intake.screening.run import Run
from intake.screening.text import Hit, NotRead, Treated

# What the last full screening found, in words.
_MEANINGS = {fact.name: fact.meaning for fact in FACTS}
_NAMES = {rule.code: rule.name for rule in RULES}


class Because:
    """Gathers the evidence of one rule, following the rules and facts that it reads into their own."""

    def __init__(self, run: Run, rules: Mapping[str, Node], facts: Mapping[str, NamedFact]) -> None:
        self.codes: set[str] = set()
        self._ticks: dict[str, set[str]] = {}
        self._whole: set[str] = set()
        self.hits: list[Hit] = []
        self.facts: list[str] = []
        self.not_read: list[NotRead] = []
        self.private = False
        """Whether it tells what only clinicians may read, such as a medicine for HIV."""
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

    def answers(self, in_order: Iterable[str]) -> dict[str, Answer]:
        """The answers that fired it, by question code: of a list only the ticks that did."""
        return {code: self._fired_part(code, answer) for code, answer in self._run.answers_of(in_order).items()}

    def _fired_part(self, code: str, answer: Answer) -> Answer:
        ticks = self._ticks.get(code)
        if code in self._whole or not ticks or not isinstance(answer, list):
            return answer
        return [value for value in answer if value in ticks]

    def _add(self, leaf: Leaf, *, holds: bool) -> None:
        if leaf.codes:
            self.codes.update(self._run.answered(leaf.codes))
            if holds:
                self._add_part(leaf)
        elif isinstance(leaf, Fact):
            self._add_fact(self._facts[leaf.name], holds=holds)
        elif isinstance(leaf, NoneMixed):
            self.codes.update(self._run.mixed)
            self._whole.update(self._run.mixed)
        elif holds and isinstance(leaf, RuleFired):
            self.follow(self._rules[leaf.rule])
        elif holds and isinstance(leaf, IntakeFact):
            self.facts.append(_MEANINGS[leaf.name])
        elif holds and isinstance(leaf, IntakeFired):
            self.facts.append(_NAMES[leaf.rule])
        elif holds:
            self._add_hits(self._hits_of(leaf))

    def _add_part(self, leaf: Leaf) -> None:
        """Which part of an answer it was: the ticks of a list, the items that were not read."""
        match leaf:
            case Has(code=code, values=values):
                self._ticks.setdefault(code, set()).update(values)
            case UnreadPart(code=code):
                self.not_read.extend(self._run.text.not_read(code))

    def _add_fact(self, fact: NamedFact, *, holds: bool) -> None:
        self.follow(fact.tree, wanted=holds)
        if holds:
            self.facts.append(fact.meaning)

    def _hits_of(self, leaf: Leaf) -> tuple[Hit, ...]:
        text = self._run.text
        match leaf:
            case Medicine(group=group, status=status):
                return text.med_hits(group, status)
            case ConditionTold(name=name, status=status):
                return text.cond_hits(name, status)
            case Phrase(name=name, status=status):
                return text.word_hits(name, status)
            case MedicineCondition():
                self.facts.extend(_given_for(treated) for treated in self._run.treated)
                self.private |= any(treated.treats.private for treated in self._run.treated)
                return tuple(hit for treated in self._run.treated for hit in treated.hits)
        return ()

    def _add_hits(self, hits: tuple[Hit, ...]) -> None:
        self.hits.extend(hits)
        self.codes.update(hit.field for hit in hits)


def _given_for(treated: Treated) -> str:
    """Which medicines were named, and what they are often given for."""
    labels = NEW_PATIENT.question("conditions").labels
    named = ", ".join(dict.fromkeys(hit.text for hit in treated.hits))
    condition = " / ".join(labels[tick] for tick in treated.treats.ticks) or "Pregnancy"
    return f"Named: {named}. Often given for: {condition}. It is not ticked: ask."
