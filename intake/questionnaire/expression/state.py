"""What an expression is asked about: the answers, the scanned text, and the run so far."""

from collections.abc import Callable, Sequence, Set
from typing import Protocol

Value = str | int | bool | frozenset[str]
"""An answer as the expressions read it: many choices are a set, a birth date is the number ``age``."""

Get = Callable[..., Value | None]


class Text(Protocol):
    """What the recogniser answers about the scanned text."""

    def med(self, group: str, status: str, /) -> bool: ...
    def cond(self, name: str, status: str, /) -> bool: ...
    def words(self, name: str, status: str, /) -> bool: ...
    def unread(self, code: str, /) -> bool: ...
    def unread_part(self, code: str, /) -> bool: ...
    def says_none(self, code: str, /) -> bool: ...


class EvaluationState(Protocol):
    """Everything an expression may ask besides the answers."""

    @property
    def text(self) -> Text: ...
    @property
    def named(self) -> Set[str]:
        """Every group, sub-list, condition and word list that the text names, whatever its status."""
        ...

    @property
    def treated(self) -> Sequence[object]:
        """Conditions that are not ticked though a medicine is named that is mostly given for them."""
        ...

    @property
    def fired(self) -> set[str]: ...
    @property
    def none_mixed(self) -> bool: ...
    @property
    def grown(self) -> frozenset[str]:
        """The lists that have gained choices since they were answered, by question code."""
        ...

    @property
    def intake_fired(self) -> frozenset[str]: ...
    @property
    def intake_facts(self) -> frozenset[str]: ...

    def fact(self, name: str) -> bool: ...
