"""How leaves are joined, and two walks over the whole: what is named, and what made it hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from intake.questionnaire.expression.leaf import Leaf, Node
from intake.questionnaire.expression.state import EvaluationState, Get


@dataclass(frozen=True)
class Not(Node):
    part: Node

    @property
    def source(self) -> str:
        return f"(not ({self.part.source}))"


@dataclass(frozen=True)
class Joined(Node):
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class And(Joined):
    @property
    def source(self) -> str:
        return f"({' and '.join(part.source for part in self.parts)})"


@dataclass(frozen=True)
class Or(Joined):
    @property
    def source(self) -> str:
        return f"({' or '.join(part.source for part in self.parts)})"


def leaves(node: Node) -> Iterator[Leaf]:
    """Every leaf, true or not: all that the expression names."""
    match node:
        case Leaf():
            yield node
        case Not(part=part):
            yield from leaves(part)
        case Joined(parts=parts):
            for each in parts:
                yield from leaves(each)


def reasons(node: Node, get: Get, on: EvaluationState, *, wanted: bool = True) -> list[tuple[Leaf, bool]]:
    """The leaves that make a node hold (or not hold), each with whether the leaf itself does.

    Nothing for a node that is not as wanted. Of an OR every branch that holds counts: a reader wants all
    reasons.
    """
    pairs: list[tuple[Leaf, bool]] = []
    if bool(node.test(get, on)) is wanted:
        _gather(node, get, on, wanted=wanted, found=pairs)
    return pairs


def _gather(node: Node, get: Get, on: EvaluationState, *, wanted: bool, found: list[tuple[Leaf, bool]]) -> None:
    """Add the reasons of a node that is known to be as wanted."""
    if isinstance(node, Leaf):
        found.append((node, wanted))
    elif isinstance(node, Not):
        _gather(node.part, get, on, wanted=not wanted, found=found)
    elif isinstance(node, Joined):
        all_are = isinstance(node, And) is wanted  # of a true AND every part is true, of a false OR false
        for part in node.parts:
            if all_are or bool(part.test(get, on)) is wanted:
                _gather(part, get, on, wanted=wanted, found=found)
