"""The shape of a rule. The rules themselves are in `intake.screening.rules`, one file a theme."""

from dataclasses import dataclass
from functools import cached_property

from intake.questionnaire.expression import Node, parse
from intake.screening.tier import Contact, Stage, Tier

__all__ = ["Advice", "Contact", "NamedFact", "Rule", "Stage", "Tier"]


@dataclass(frozen=True)
class NamedFact:
    """An expression that rules read by its name."""

    name: str
    when: str
    meaning: str

    @cached_property
    def tree(self) -> Node:
        return parse(self.when)


@dataclass(frozen=True)
class Advice:
    """A line for the patient, where its own condition holds."""

    text: str
    when: str = "always"

    @cached_property
    def tree(self) -> Node:
        return parse(self.when)


@dataclass(frozen=True)
class Rule:
    """One clinical rule. The code lives for ever and never changes tier.

    `name` is what people read in place of the code. `questions` are those it reads; `when` is the expression that
    fires it. `why`, `action`, `source` and `icd10` are for the practitioner; the ICD-10-CM codes are suggestions for
    the chart, for the practitioner to choose from. `advice` is for the patient and names no tier and no diagnosis.
    `implies` are weaker rules that say nothing new where this one has fired on the same answers and words: a page
    folds them under it.
    """

    code: str
    name: str
    tier: Tier
    questions: tuple[str, ...]
    when: str
    why: str
    action: str
    source: str
    stage: Stage = Stage.BASE
    advice: tuple[Advice, ...] = ()
    contact: Contact = Contact.NONE
    icd10: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()

    @cached_property
    def tree(self) -> Node:
        return parse(self.when)
