"""The language of every trigger, show-if and advice condition.

    blood_thinner in {yes, not_sure} AND NOT (skin has infected OR fired(skin_infection))

``parse`` reads a text once into a small tree, each node of which can be asked three things: what it names
(``leaves``, for the system checks), whether it holds (``test``, a compiled Python function), and which of its
leaves made it hold (``reasons``, for the practitioner). NOT binds tighter than AND, AND tighter than OR.
A comparison with a missing answer is false.
"""

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
from intake.questionnaire.expression.parser import ExpressionError, parse
from intake.questionnaire.expression.state import EvaluationState, Get, Text, Value
from intake.questionnaire.expression.tree import And, Not, Or, leaves, reasons

__all__ = [
    "Always",
    "And",
    "Answered",
    "Compare",
    "ConditionTold",
    "EvaluationState",
    "ExpressionError",
    "Fact",
    "Get",
    "Grown",
    "Has",
    "IntakeFact",
    "IntakeFired",
    "Leaf",
    "Medicine",
    "MedicineCondition",
    "Node",
    "NoneMixed",
    "Not",
    "OneOf",
    "Or",
    "Phrase",
    "Picked",
    "RuleFired",
    "SaysNone",
    "Text",
    "Unread",
    "UnreadPart",
    "Value",
    "leaves",
    "parse",
    "reasons",
]
