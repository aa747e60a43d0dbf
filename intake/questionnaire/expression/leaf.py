"""The leaves of an expression, and how each node is compiled.

Every node writes itself as Python source over two names: ``get`` looks an answer up (None where there is
none), ``on`` is the `State` of the run. The source is built from checked words only and compiled once, so
that a complete intake is screened in well under a millisecond.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from intake.questionnaire.expression.state import EvaluationState, Get

_NAMES = {"__builtins__": {}, "bool": bool, "NOTHING": frozenset[str](), "NONE": frozenset({"none"})}


@dataclass(frozen=True)
class Node:
    """Part of an expression."""

    @property
    def source(self) -> str:
        """The node as a Python expression over ``get`` and ``on``."""
        raise NotImplementedError

    @cached_property
    def test(self) -> Callable[[Get, EvaluationState], bool]:
        """Whether the node holds, as a function of the answers and the state of the run."""
        code = compile(f"lambda get, on: {self.source}", f"<{type(self).__name__}>", "eval")
        # The source is made by the nodes below from words that the parser matched against [A-Za-z0-9_]+.
        test: Callable[[Get, EvaluationState], bool] = eval(code, dict(_NAMES))  # noqa: S307  # our own rules, never input
        return test


@dataclass(frozen=True)
class Leaf(Node):
    """A node without parts."""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The answers it reads, by question code."""
        return ()


@dataclass(frozen=True)
class Always(Leaf):
    """``always``"""

    @property
    def source(self) -> str:
        return "True"


@dataclass(frozen=True)
class OneOf(Leaf):
    """``code = value`` or ``code in {a, b}``"""

    code: str
    values: tuple[str, ...]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"get({self.code!r}) in {self.values!r}"


@dataclass(frozen=True)
class Has(Leaf):
    """``code has value`` or ``code has {a, b}``"""

    code: str
    values: tuple[str, ...]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"not get({self.code!r}, NOTHING).isdisjoint({self.values!r})"


@dataclass(frozen=True)
class Picked(Leaf):
    """``picked(code)``: at least one value other than none"""

    code: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"get({self.code!r}, NOTHING) - NONE != NOTHING"


@dataclass(frozen=True)
class Answered(Leaf):
    """``answered(code)``"""

    code: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"get({self.code!r}) is not None"


@dataclass(frozen=True)
class Compare(Leaf):
    """``code >= n``, ``code >= other``, ``code >= other + n``: false when a side has no answer"""

    code: str
    sign: str
    other: str | None
    number: int

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,) if self.other is None else (self.code, self.other)

    @property
    def source(self) -> str:
        left = f"(left := get({self.code!r})) is not None"
        if self.other is None:
            return f"({left} and left {self.sign} {self.number})"
        right = f"(right := get({self.other!r})) is not None"
        return f"({left} and {right} and left {self.sign} right + {self.number})"


@dataclass(frozen=True)
class Medicine(Leaf):
    """``med(GROUP)`` or ``med(GROUP, status)``"""

    group: str
    status: str

    @property
    def source(self) -> str:
        return f"({self.group!r} in on.named and on.text.med({self.group!r}, {self.status!r}))"


@dataclass(frozen=True)
class ConditionTold(Leaf):
    """``cond(name)`` or ``cond(name, status)``"""

    name: str
    status: str

    @property
    def source(self) -> str:
        return f"({self.name!r} in on.named and on.text.cond({self.name!r}, {self.status!r}))"


@dataclass(frozen=True)
class Phrase(Leaf):
    """``words(list)``, ``words(list, cancelled)`` or ``words(list, undated)``"""

    name: str
    status: str

    @property
    def source(self) -> str:
        return f"({self.name!r} in on.named and on.text.words({self.name!r}, {self.status!r}))"


@dataclass(frozen=True)
class Unread(Leaf):
    """``unread(code)``: the list cannot be read"""

    code: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"on.text.unread({self.code!r})"


@dataclass(frozen=True)
class UnreadPart(Leaf):
    """``unread_part(code)``: at least one item of the list was not read"""

    code: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"on.text.unread_part({self.code!r})"


@dataclass(frozen=True)
class MedicineCondition(Leaf):
    """``med_condition()``: a medicine is named whose usual condition was not ticked"""

    @property
    def source(self) -> str:
        return "bool(on.treated)"


@dataclass(frozen=True)
class SaysNone(Leaf):
    """``says_none(code)``: the whole answer is a word for none"""

    code: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"on.text.says_none({self.code!r})"


@dataclass(frozen=True)
class Grown(Leaf):
    """``grown(code)``: the list has gained choices since this answer was given"""

    code: str

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def source(self) -> str:
        return f"{self.code!r} in on.grown"


@dataclass(frozen=True)
class NoneMixed(Leaf):
    """``none_mixed()``: some answer holds none together with another value"""

    @property
    def source(self) -> str:
        return "on.none_mixed"


@dataclass(frozen=True)
class Fact(Leaf):
    """``fact(name)``: a named expression"""

    name: str

    @property
    def source(self) -> str:
        return f"on.fact({self.name!r})"


@dataclass(frozen=True)
class RuleFired(Leaf):
    """``fired(rule)``: a rule of an earlier stage has fired in this run"""

    rule: str

    @property
    def source(self) -> str:
        return f"{self.rule!r} in on.fired"


@dataclass(frozen=True)
class IntakeFired(Leaf):
    """``intake(rule)``: the rule fired at the last full screening of this patient"""

    rule: str

    @property
    def source(self) -> str:
        return f"{self.rule!r} in on.intake_fired"


@dataclass(frozen=True)
class IntakeFact(Leaf):
    """``intake_fact(name)``: the fact held at the last full screening of this patient"""

    name: str

    @property
    def source(self) -> str:
        return f"{self.name!r} in on.intake_facts"
