"""A questionnaire made ready for a run: which answers are valid, and which questions this person is asked.

A question hidden by its show-if is unanswered, and so hides what depends on it. Show-ifs are therefore sorted
once, so that every question comes after those it depends on, and one pass settles them all. Those that ask
the recogniser come after the scan: it reads only text that is shown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from graphlib import TopologicalSorter

from intake.questionnaire import Answer, Questionnaire
from intake.questionnaire.expression import (
    Always,
    Condition,
    Get,
    Leaf,
    Medicine,
    MedicineCondition,
    Node,
    Phrase,
    SaysNone,
    State,
    Unread,
    UnreadPart,
    leaves,
    parse,
)
from intake.screening.readers import AGE, BIRTH_DATE, Reader, read_age, reader_of

ShowIf = tuple[str, Callable[[Get, State], bool]]


@dataclass(frozen=True)
class Form:
    """The compiled questionnaire."""

    questionnaire: Questionnaire
    order: Mapping[str, int]
    codes: frozenset[str]
    before_scan: tuple[ShowIf, ...]
    after_scan: tuple[ShowIf, ...]
    scanned: tuple[str, ...]
    required: tuple[str, ...]
    private: frozenset[str]
    readers: Mapping[str, Reader]

    def valid(self, answers: Mapping[str, object], on: date) -> dict[str, Answer]:
        """The answers that are answers: of the right type, among the choices, not empty. The rest is ignored."""
        valid: dict[str, Answer] = {}
        readers = self.readers
        for code, answer in answers.items():
            reader = readers.get(code)
            read = reader(answer, on) if reader else None
            if read is not None:
                valid[code] = read
        if BIRTH_DATE in valid:
            valid.pop(AGE, None)
        return valid

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """The codes in the order of the form; what the form does not ask comes last."""
        return sorted(codes, key=lambda code: (self.order.get(code, len(self.order)), code))


@lru_cache(maxsize=64)
def form_of(questionnaire: Questionnaire) -> Form:
    """Compile a questionnaire, once."""
    conditional = {
        question.code: parse(question.show_if)
        for question in questionnaire.questions
        if not isinstance(parse(question.show_if), Always)
    }
    late = _needing_the_scan(conditional)
    sorted_codes = [code for code in _parents_first(conditional) if code in conditional]
    return Form(
        questionnaire=questionnaire,
        order={question.code: place for place, question in enumerate(questionnaire.questions)},
        codes=frozenset(question.code for question in questionnaire.questions),
        before_scan=tuple((code, conditional[code].test) for code in sorted_codes if code not in late),
        after_scan=tuple((code, conditional[code].test) for code in sorted_codes if code in late),
        scanned=tuple(question.code for question in questionnaire.questions if question.scanned),
        required=tuple(question.code for question in questionnaire.main_questions if question.required),
        private=frozenset(question.code for question in questionnaire.questions if question.private),
        readers={AGE: read_age} | {question.code: reader_of(question) for question in questionnaire.questions},
    )


def codes_read(leaf: Leaf) -> tuple[str, ...]:
    """The question codes that a leaf reads; ``age`` is the birth date."""
    return tuple(BIRTH_DATE if code == AGE else code for code in leaf.codes)


def asks_the_text(leaf: Leaf) -> bool:
    """The leaf is about scanned text."""
    return isinstance(leaf, Medicine | MedicineCondition | Condition | Phrase | Unread | UnreadPart | SaysNone)


def _parents_first(conditional: Mapping[str, Node]) -> tuple[str, ...]:
    """Every question after those its show-if reads. Raises graphlib.CycleError."""
    parents = {
        code: [parent for leaf in leaves(tree) for parent in codes_read(leaf)] for code, tree in conditional.items()
    }
    return tuple(TopologicalSorter(parents).static_order())


def _needing_the_scan(conditional: Mapping[str, Node]) -> frozenset[str]:
    """The questions whose show-if asks the recogniser, and all that depend on them."""
    late: set[str] = set()
    for code in _parents_first(conditional):
        tree = conditional.get(code)
        if tree and any(asks_the_text(leaf) or late.intersection(codes_read(leaf)) for leaf in leaves(tree)):
            late.add(code)
    return frozenset(late)
