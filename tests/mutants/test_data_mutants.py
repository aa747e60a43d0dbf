"""A broken rule, fact or word is noticed by the truth table. The whole herd runs in `make mutants`."""

from collections.abc import Callable

import pytest

from intake.screening import RULE_SETS
from tests.mutants.expressions import mutations, parsed
from tests.mutants.herd import ENOUGH, a_sample, counted, everything, table_holds
from tests.mutants.mutant import SOUND


@pytest.mark.heavy
def test_the_mutants_are_noticed(size: Callable[[int, int], int]) -> None:
    # The words take an hour: here one mutant of every rule and of some others, in the battery everything.
    # That the unbroken program agrees with the whole table is shown by tests/intake/screening/test_truth_table.py.
    whole = size(0, 1)
    assert not whole or table_holds()
    count = counted(everything() if whole else a_sample())
    assert whole or count.survivors == []
    assert count.share >= ENOUGH
    assert count.rules_without == []


def test_every_expression_is_read_and_written_alike() -> None:
    rules = {rule.when for rule_set in RULE_SETS.values() for rule in rule_set.rules}
    expressions = [*rules, *(fact.when for fact in SOUND.facts)]
    assert [when for when in expressions if str(parsed(str(parsed(when)))) != str(parsed(when))] == []


def test_an_expression_is_broken_in_every_small_way() -> None:
    assert [broken for _, broken in mutations("rf_trauma = minor AND (age >= 70 OR NOT med(BONE))")] == [
        "age >= 70 OR NOT med(BONE)",
        "rf_trauma = no AND (age >= 70 OR NOT med(BONE))",
        "rf_trauma = minor",
        "rf_trauma = minor AND NOT med(BONE)",
        "rf_trauma = minor AND (age >= 69 OR NOT med(BONE))",
        "rf_trauma = minor AND (age >= 71 OR NOT med(BONE))",
        "rf_trauma = minor AND (age > 70 OR NOT med(BONE))",
        "rf_trauma = minor AND age >= 70",
        "rf_trauma = minor AND (age >= 70 OR med(BONE))",
    ]
