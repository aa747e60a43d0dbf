"""A questionnaire made ready for a run: which answers are valid, and which questions this person is asked.

A question hidden by its show-if is unanswered, and so hides what depends on it. Show-ifs are therefore sorted
once, so that every question comes after those it depends on, and one pass settles them all. Those that ask
the recogniser come after the scan: it reads only text that is shown.

Where the answers of the last full form are read too, its show-ifs say which of them count, and the form's own
show-if of a question that is carried over only says whether it is asked again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from graphlib import TopologicalSorter

from intake.questionnaire import Answer, Question, Questionnaire
from intake.questionnaire.carried import BEFORE
from intake.questionnaire.expression import (
    Always,
    ConditionTold,
    EvaluationState,
    Get,
    Leaf,
    Medicine,
    MedicineCondition,
    Node,
    Phrase,
    SaysNone,
    Unread,
    UnreadPart,
    leaves,
    parse,
)
from intake.screening.readers import AGE, BIRTH_DATE, Reader, read_age, reader_of

Test = Callable[[Get, EvaluationState], bool]
ShowIf = tuple[str, Test]


@dataclass(frozen=True)
class ScreenedForm:
    """The compiled questionnaire.

    `readers` are for what this form asks, `readers_before` for what the last full form asked. `asked` says where a
    question that is carried over is asked again, `anew` where its old answer may not stand; `before` are the
    questions whose old answers these expressions read.
    """

    questionnaire: Questionnaire
    order: Mapping[str, int]
    codes: frozenset[str]
    before_scan: tuple[ShowIf, ...]
    after_scan: tuple[ShowIf, ...]
    scanned: tuple[str, ...]
    required: tuple[str, ...]
    private: frozenset[str]
    readers: Mapping[str, Reader]
    readers_before: Mapping[str, Reader]
    asked: tuple[ShowIf, ...]
    anew: Mapping[str, Test]
    before: tuple[str, ...]
    appended: frozenset[str]

    def valid(self, answers: Mapping[str, object], on: date) -> dict[str, Answer]:
        """The answers that are answers: of the right type, among the choices, not empty. The rest is ignored."""
        return _valid(answers, self.readers, on)

    def valid_before(self, answers: Mapping[str, object], on: date) -> dict[str, Answer]:
        """The same, of the answers of the last full form."""
        return _valid(answers, self.readers_before, on)

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """The codes in the order of the form; what the form does not ask comes last."""
        return sorted(codes, key=lambda code: (self.order.get(code, len(self.order)), code))


def _valid(answers: Mapping[str, object], readers: Mapping[str, Reader], on: date) -> dict[str, Answer]:
    valid: dict[str, Answer] = {}
    for code, answer in answers.items():
        reader = readers.get(code)
        if reader is None:
            continue
        cleaned = reader(answer, on)
        if cleaned is not None:
            valid[code] = cleaned
    if BIRTH_DATE in valid:
        valid.pop(AGE, None)
    return valid


@lru_cache(maxsize=64)
def form_of(questionnaire: Questionnaire) -> ScreenedForm:
    """Compile a questionnaire, once."""
    questions = {question.code: question for question in (*questionnaire.questions, *questionnaire.from_visit)}
    questions |= {question.code: question for question in questionnaire.from_intake}  # its show-if says what counts
    conditional = _conditional(questions.values())
    late = _needing_the_scan(conditional)
    sorted_codes = [code for code in _parents_first(conditional) if code in conditional]
    carried = _conditional(
        question for question in questionnaire.carried if question.show_if != questions[question.code].show_if
    )
    anew = {question.code: parse(question.anew_if) for question in questionnaire.carried if question.anew_if}
    in_order = dict.fromkeys(question.code for question in (*questionnaire.from_intake, *questions.values()))
    return ScreenedForm(
        questionnaire=questionnaire,
        order={code: place for place, code in enumerate(in_order)},
        codes=frozenset(question.code for question in questionnaire.questions),
        before_scan=tuple((code, conditional[code].test) for code in sorted_codes if code not in late),
        after_scan=tuple((code, conditional[code].test) for code in sorted_codes if code in late),
        scanned=tuple(code for code in in_order if questions[code].scanned),
        required=tuple(question.code for question in questionnaire.main_questions if question.required),
        private=frozenset(code for code, question in questions.items() if question.private),
        readers=_readers(questionnaire.answerable),
        readers_before=_readers({question.code: question for question in questionnaire.from_intake}),
        asked=tuple((code, tree.test) for code, tree in carried.items()),
        anew={code: tree.test for code, tree in anew.items()},
        before=_read_before((*carried.values(), *anew.values())),
        appended=frozenset(question.code for question in questionnaire.questions if question.appended),
    )


def _conditional(questions: Iterable[Question]) -> dict[str, Node]:
    """The show-ifs by code, without those that always hold."""
    trees = {question.code: parse(question.show_if) for question in questions}
    return {code: tree for code, tree in trees.items() if not isinstance(tree, Always)}


def _readers(questions: Mapping[str, Question]) -> dict[str, Reader]:
    readers = {code: reader_of(question) for code, question in questions.items()}
    return {AGE: read_age} | readers if BIRTH_DATE in readers else readers


def _read_before(trees: Iterable[Node]) -> tuple[str, ...]:
    """The questions of which the trees read the old answer."""
    codes = {code for tree in trees for leaf in leaves(tree) for code in leaf.codes if code.startswith(BEFORE)}
    return tuple(sorted(code.removeprefix(BEFORE) for code in codes))


def codes_read(leaf: Leaf) -> tuple[str, ...]:
    """The question codes that a leaf reads; ``age`` is the birth date."""
    return tuple(BIRTH_DATE if code == AGE else code for code in leaf.codes)


def asks_the_text(leaf: Leaf) -> bool:
    """The leaf is about scanned text."""
    return isinstance(leaf, Medicine | MedicineCondition | ConditionTold | Phrase | Unread | UnreadPart | SaysNone)


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
