"""What one expression names, held against what there is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from intake.questionnaire import Question, Questionnaire
from intake.questionnaire.carried import BEFORE
from intake.questionnaire.expression import (
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
    Node,
    OneOf,
    Phrase,
    Picked,
    RuleFired,
    SaysNone,
    Unread,
    UnreadPart,
    leaves,
)
from intake.questionnaire.model import COUNTED
from intake.screening.readers import AGE, BIRTH_DATE
from intake.screening.text.hits import HitStatus
from intake.screening.text.lexicon import LEXICON, Lexicon

STATUSES = frozenset({"cancelled", *(str(status) for status in HitStatus)})
_PHRASE_STATUSES = frozenset({"current", "undated", "cancelled"})


@dataclass(frozen=True)
class Names:
    """Everything an expression of one questionnaire may name."""

    questionnaire: Questionnaire
    rules: Collection[str] = ()
    facts: Collection[str] = ()
    intake_rules: Collection[str] = ()
    intake_facts: Collection[str] = ()
    lexicon: Lexicon = LEXICON

    def unknown_in(self, tree: Node) -> Iterator[str]:
        """A sentence for each name that does not exist or does not fit."""
        for leaf in leaves(tree):
            yield from self._unknown(leaf)

    def _unknown(self, leaf: Leaf) -> Iterator[str]:
        match leaf:
            case OneOf(code=code, values=values):
                yield from self._values(code, values, many=False)
            case Has(code=code, values=values):
                yield from self._values(code, values, many=True)
            case Picked(code=code) | Grown(code=code):
                yield from self._values(code, (), many=True)
            case Answered(code=code):
                yield from self._question(code)
            case Compare(code=code, other=other):
                yield from self._numbers(code, other)
            case Unread(code=code) | UnreadPart(code=code) | SaysNone(code=code):
                yield from self._scanned(code)
            case Medicine() | ConditionTold() | Phrase():
                yield from self._text(leaf)
            case Fact(name=name) if name not in self.facts:
                yield f"there is no fact {name}"
            case RuleFired(rule=rule) if rule not in self.rules:
                yield f"there is no rule {rule}"
            case IntakeFact(name=name) if name not in self.intake_facts:
                yield f"there is no fact {name} of the full form"
            case IntakeFired(rule=rule) if rule not in self.intake_rules:
                yield f"there is no rule {rule} of the full form"

    def _asked(self, code: str) -> Question | None:
        """The question behind a code; ``before_`` and a code is the old answer of a question carried over."""
        if code.startswith(BEFORE):
            carried = {question.code: question for question in self.questionnaire.from_intake}
            return carried.get(code.removeprefix(BEFORE))
        return self.questionnaire.known.get(code)

    def _question(self, code: str) -> Iterator[str]:
        if self._asked(code) is None:
            yield f"there is no question {code}"

    def _values(self, code: str, values: tuple[str, ...], *, many: bool) -> Iterator[str]:
        question = self._asked(code)
        if question is None:
            yield f"there is no question {code}"
            return
        if not question.choices or question.is_many is not many:
            yield f"{code} is not a question of {'many choices' if many else 'one choice'}"
        for value in values:
            if value not in question.values:
                yield f"{code} has no choice {value}"

    def _numbers(self, *codes: str | None) -> Iterator[str]:
        for code in filter(None, codes):
            if code == AGE:
                yield from self._question(BIRTH_DATE)
            elif (question := self._asked(code)) is None or question.kind not in COUNTED:
                yield f"{code} is not a question with a number"

    def _scanned(self, code: str) -> Iterator[str]:
        if (question := self._asked(code)) is None or not question.scanned:
            yield f"{code} is not a scanned question"

    def _text(self, leaf: Leaf) -> Iterator[str]:
        match leaf:
            case Medicine(group=name, status=status):
                names = {group.code for group in self.lexicon.groups} | {part.code for part in self.lexicon.sublists}
                yield from self._listed("medicine group", name, names, status, STATUSES)
            case ConditionTold(name=name, status=status):
                names = {condition.stands_for for condition in self.lexicon.conditions}
                yield from self._listed("condition", name, names, status, STATUSES)
            case Phrase(name=name, status=status):
                names = {words.code for words in self.lexicon.word_lists}
                yield from self._listed("word list", name, names, status, _PHRASE_STATUSES)

    def _listed(
        self, what: str, name: str, known: Collection[str], status: str, statuses: Collection[str]
    ) -> Iterator[str]:
        if name not in known:
            yield f"there is no {what} {name}"
        if status not in statuses:
            yield f"there is no status {status}"
