"""Which expressions may hold at all. Most need one of a few answers or names; where they lack it they are not asked."""

from collections.abc import Callable, Iterable, Mapping, Set

from intake.questionnaire.expression import (
    And,
    ConditionTold,
    EvaluationState,
    Fact,
    Get,
    Has,
    Medicine,
    Node,
    OneOf,
    Or,
    Phrase,
    Value,
)
from intake.screening.rule import NamedFact

Test = Callable[[Get, EvaluationState], bool]
Need = tuple[str, str]
"""A question code and a value of it; or `NAMED` and what a text names."""

NAMED = ""


class MayHold:
    """Expressions by what they need. Asked with the answers that count and what the text names."""

    def __init__(self, trees: Iterable[Node], facts: Mapping[str, NamedFact]) -> None:
        self._always: set[Test] = set()
        self._by_answer: dict[str, dict[str, set[Test]]] = {}
        for tree in trees:
            needs = needs_one_of(tree, facts)
            if needs is None:
                self._always.add(tree.test)
            for code, value in needs or ():
                self._by_answer.setdefault(code, {}).setdefault(value, set()).add(tree.test)

    def among(self, values: Mapping[str, Value], named: frozenset[str]) -> Set[Test]:
        """The tests that may come out true; every other comes out false."""
        found = [self._by_answer[NAMED][name] for name in named if name in self._by_answer.get(NAMED, ())]
        for code, value in values.items():
            by_value = self._by_answer.get(code)
            if by_value is None:
                continue
            if isinstance(value, frozenset):
                found += [by_value[each] for each in value if each in by_value]
            elif isinstance(value, str) and value in by_value:
                found.append(by_value[value])
        return self._always.union(*found)


def needs_one_of(node: Node, facts: Mapping[str, NamedFact]) -> frozenset[Need] | None:
    """What must be given, at least one of it, for the expression to hold; None where it may hold without."""
    match node:
        case OneOf(code=code, values=values) | Has(code=code, values=values):
            return frozenset((code, value) for value in values)
        case Medicine(group=name) | ConditionTold(name=name) | Phrase(name=name):
            return frozenset({(NAMED, name)})
        case Fact(name=name):
            return needs_one_of(facts[name].tree, facts) if name in facts else None
        case And(parts=parts):
            of_parts = [needs for part in parts if (needs := needs_one_of(part, facts)) is not None]
            return min(of_parts, key=len, default=None)
        case Or(parts=parts):
            either = [needs_one_of(part, facts) for part in parts]
            return None if None in either else frozenset(need for needs in either if needs for need in needs)
    return None
