"""From the text of an expression to its tree."""

import re
from collections.abc import Callable
from functools import cache

from intake.questionnaire.expression.leaf import (
    Always,
    Answered,
    Compare,
    ConditionTold,
    Fact,
    Grown,
    Has,
    IntakeFact,
    IntakeFired,
    Leaf,
    Medicine,
    MedicineCondition,
    Node,
    NoneMixed,
    OneOf,
    Phrase,
    Picked,
    RuleFired,
    SaysNone,
    Unread,
    UnreadPart,
)
from intake.questionnaire.expression.tree import And, Not, Or

_TOKEN = re.compile(r"\s*([A-Za-z0-9_]+|<=|>=|[=<>{}(),+])")
_WORD = re.compile(r"[A-Za-z0-9_]+")
_RESERVED = frozenset({"AND", "OR", "NOT", "in", "has"})

_WITH_ONE_NAME: dict[str, Callable[[str], Leaf]] = {
    "answered": Answered,
    "fact": Fact,
    "fired": RuleFired,
    "grown": Grown,
    "intake": IntakeFired,
    "intake_fact": IntakeFact,
    "picked": Picked,
    "says_none": SaysNone,
    "unread": Unread,
    "unread_part": UnreadPart,
}
_WITHOUT_NAMES: dict[str, Callable[[], Leaf]] = {"none_mixed": NoneMixed, "med_condition": MedicineCondition}
_WITH_STATUS: dict[str, Callable[[str, str], Leaf]] = {"med": Medicine, "cond": ConditionTold, "words": Phrase}


class ExpressionError(ValueError):
    """The text is not an expression; the message says where."""


@cache
def parse(text: str) -> Node:
    """Return the tree of an expression. Raises ExpressionError."""
    reader = _Reader(text)
    node = reader.either()
    reader.end()
    return node


class _Reader:
    """Reads the tokens of one expression from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        self.at = 0
        place = 0
        while text[place:].strip():
            token = _TOKEN.match(text, place)
            if token is None:
                raise ExpressionError(f"Cannot read {text[place:].strip()!r} in {text!r}.")
            self.tokens.append(token[1])
            place = token.end()

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise ExpressionError(f"Something is left over from {self.tokens[self.at]!r} on in {self.text!r}.")

    def next_is(self, *tokens: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at] in tokens

    def take(self, *wanted: str) -> str:
        """Take one of the wanted tokens; without any, a word."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else "the end"
        fits = token in wanted if wanted else bool(_WORD.fullmatch(token)) and token not in _RESERVED
        if not fits:
            raise ExpressionError(f"Expected {' or '.join(wanted) or 'a name'}, not {token!r}, in {self.text!r}.")
        self.at += 1
        return token

    def either(self) -> Node:
        parts = [self.both()]
        while self.next_is("OR"):
            self.take("OR")
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Node:
        parts = [self.one()]
        while self.next_is("AND"):
            self.take("AND")
            parts.append(self.one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def one(self) -> Node:
        if self.next_is("NOT"):
            self.take("NOT")
            return Not(self.one())
        if self.next_is("("):
            self.take("(")
            node = self.either()
            self.take(")")
            return node
        return self.leaf()

    def leaf(self) -> Leaf:
        name = self.take()
        if self.next_is("("):
            return self.call(name)
        if self.next_is("=", "in", "has", "<", "<=", ">", ">="):
            return self.comparison(name)
        if name == "always":
            return Always()
        raise ExpressionError(f"{name!r} is compared with nothing in {self.text!r}.")

    def call(self, name: str) -> Leaf:
        self.take("(")
        if name in _WITHOUT_NAMES:
            self.take(")")
            return _WITHOUT_NAMES[name]()
        leaf = self.call_with_names(name)
        self.take(")")
        return leaf

    def call_with_names(self, name: str) -> Leaf:
        if name in _WITH_ONE_NAME:
            return _WITH_ONE_NAME[name](self.take())
        if name not in _WITH_STATUS:
            raise ExpressionError(f"There is no {name}(…), in {self.text!r}.")
        first = self.take()
        if not self.next_is(","):
            return _WITH_STATUS[name](first, "current")
        self.take(",")
        return _WITH_STATUS[name](first, self.take())

    def comparison(self, code: str) -> Leaf:
        sign = self.take("=", "in", "has", "<", "<=", ">", ">=")
        if sign == "=":
            return OneOf(code, (self.take(),))
        if sign == "in":
            return OneOf(code, self.values())
        if sign == "has":
            return Has(code, self.values() if self.next_is("{") else (self.take(),))
        return self.numbers(code, sign)

    def values(self) -> tuple[str, ...]:
        self.take("{")
        values = [self.take()]
        while self.next_is(","):
            self.take(",")
            values.append(self.take())
        self.take("}")
        return tuple(values)

    def numbers(self, code: str, sign: str) -> Compare:
        right = self.take()
        if right.isdecimal():
            return Compare(code, sign, None, int(right))
        if not self.next_is("+"):
            return Compare(code, sign, right, 0)
        self.take("+")
        added = self.take()
        if not added.isdecimal():
            raise ExpressionError(f"{added!r} is no number, in {self.text!r}.")
        return Compare(code, sign, right, int(added))
