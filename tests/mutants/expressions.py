"""Breaks an expression in every small way: a branch less, a value less, another value, an edge shifted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from intake.questionnaire import QUESTIONNAIRES, Question
from intake.questionnaire.carried import BEFORE

_TOKEN = re.compile(r"\s*(\(|\)|[^()\s]+)")
_SET = re.compile(r"^(?P<code>\w+) (?P<word>in|has) \{(?P<values>[^}]*)\}$")
_ONE = re.compile(r"^(?P<code>\w+) (?P<word>=|has) (?P<value>\w+)$")
_NUMBER = re.compile(r"^(?P<left>.+) (?P<sign><=|>=|<|>) (?P<number>\d+)$")
_SIGNS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


@dataclass(frozen=True)
class Part:
    """A branch (`AND`, `OR`, `NOT`) with its parts, or a leaf with its text."""

    kind: str
    parts: tuple[Part, ...] = ()
    text: str = ""

    def __str__(self) -> str:
        if self.kind == "leaf":
            return self.text
        if self.kind == "NOT":
            return f"NOT {self._inside(self.parts[0])}"
        return f" {self.kind} ".join(self._inside(part) for part in self.parts)

    @staticmethod
    def _inside(part: Part) -> str:
        return f"({part})" if part.kind in ("AND", "OR") else str(part)


Below = Callable[[list[str]], tuple[Part, list[str]]]


def mutations(expression: str) -> Iterator[tuple[str, str]]:
    """Every broken form of an expression, with what was done to it."""
    whole = parsed(expression)
    seen = {str(whole)}
    for change, broken in _broken(whole):
        if str(broken) not in seen:
            seen.add(str(broken))
            yield change, str(broken)


def parsed(expression: str) -> Part:
    """Read an expression, on its own and apart from the program's parser."""
    part, rest = _any_of(_tokens(expression))
    if rest:
        raise ValueError(f"cannot read {' '.join(rest)!r} in {expression!r}")
    return part


def _tokens(expression: str) -> list[str]:
    """Words and signs; a function with its brackets and a set with its braces are one token."""
    kept = re.sub(r"(\w)\(([^()]*)\)", r"\1⟨\2⟩", " ".join(expression.split()))
    for braces in set(re.findall(r"\{[^}]*\}", kept)):
        kept = kept.replace(braces, braces.replace(" ", "~"))
    kept = re.sub(r"⟨([^⟩]*)⟩", lambda found: "⟨" + found[1].replace(" ", "~") + "⟩", kept)
    return [token.replace("~", " ").replace("⟨", "(").replace("⟩", ")") for token in _TOKEN.findall(kept)]


def _any_of(tokens: list[str]) -> tuple[Part, list[str]]:
    return _chain(tokens, "OR", _all_of)


def _all_of(tokens: list[str]) -> tuple[Part, list[str]]:
    return _chain(tokens, "AND", _denied)


def _chain(tokens: list[str], kind: str, below: Below) -> tuple[Part, list[str]]:
    part, rest = below(tokens)
    parts = [part]
    while rest and rest[0] == kind:
        part, rest = below(rest[1:])
        parts.append(part)
    return (parts[0] if len(parts) == 1 else Part(kind, tuple(parts))), rest


def _denied(tokens: list[str]) -> tuple[Part, list[str]]:
    if tokens[0] == "NOT":
        part, rest = _denied(tokens[1:])
        return Part("NOT", (part,)), rest
    if tokens[0] == "(":
        part, rest = _any_of(tokens[1:])
        return part, rest[1:]
    end = next((place for place, token in enumerate(tokens) if token in ("AND", "OR", ")")), len(tokens))
    return Part("leaf", text=" ".join(tokens[:end])), tokens[end:]


def _broken(part: Part) -> Iterator[tuple[str, Part]]:
    if part.kind == "leaf":
        yield from ((change, Part("leaf", text=text)) for change, text in _broken_leaf(part.text))
        return
    if part.kind == "NOT":
        yield f"NOT taken from {part.parts[0]}", part.parts[0]
        yield from ((change, Part("NOT", (inner,))) for change, inner in _broken(part.parts[0]))
        return
    for place, child in enumerate(part.parts):
        rest = part.parts[:place] + part.parts[place + 1 :]
        yield f"without {child}", rest[0] if len(rest) == 1 else Part(part.kind, rest)
        for change, inner in _broken(child):
            yield change, Part(part.kind, (*part.parts[:place], inner, *part.parts[place + 1 :]))


def _broken_leaf(text: str) -> Iterator[tuple[str, str]]:
    if found := _SET.match(text):
        values = [value.strip() for value in found["values"].split(",")]
        other = _another(found["code"], values)
        for value in values:
            fewer = [kept for kept in values if kept != value]
            yield f"{value} dropped from {text}", f"{found['code']} {found['word']} {{{', '.join(fewer)}}}"
            if other:
                yield (
                    f"{other} for {value} in {text}",
                    f"{found['code']} {found['word']} {{{', '.join([*fewer, other])}}}",
                )
    elif (found := _ONE.match(text)) and (other := _another(found["code"], [found["value"]])):
        yield f"{other} for {found['value']} in {text}", f"{found['code']} {found['word']} {other}"
    elif found := _NUMBER.match(text):
        for number in (int(found["number"]) - 1, int(found["number"]) + 1):
            yield f"{number} for {found['number']} in {text}", f"{found['left']} {found['sign']} {number}"
        yield f"{_SIGNS[found['sign']]} in {text}", f"{found['left']} {_SIGNS[found['sign']]} {found['number']}"


def _another(code: str, values: list[str]) -> str | None:
    """Another value of the question, the first that is not among these."""
    choices = [choice.value for choice in _question(code).choices]
    return next((value for value in choices if value not in values), None)


def _question(code: str) -> Question:
    """The question that a code of any form means; an old answer is one to the same question."""
    asked = code.removeprefix(BEFORE)
    return next(form.known[asked] for form in QUESTIONNAIRES.values() if asked in form.known)
