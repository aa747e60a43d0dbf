"""A broken rule, fact or word is noticed by the truth table. The whole herd runs in `make mutants`."""

from collections.abc import Callable
from itertools import chain

import pytest

from intake.screening import RULE_SETS
from tests.mutants.expressions import mutations, parsed
from tests.mutants.herd import CODES, ENOUGH, RULES, a_sample, counted, everything, table_holds
from tests.mutants.mutant import SOUND


def test_a_sample_of_the_mutants_is_noticed() -> None:
    assert table_holds()
    count = counted(a_sample())
    assert count.survivors == []
    assert {code: count.made[code] > 0 for code in CODES} == dict.fromkeys(CODES, True)


@pytest.mark.heavy
def test_of_all_mutants_nearly_all_are_noticed(size: Callable[[int, int], int]) -> None:
    assert table_holds()
    # The words take an hour: here one of many rules, facts and questions, in the battery everything.
    whole = size(0, 1)
    count = counted(everything() if whole else list(chain.from_iterable(make() for make in RULES))[::40])
    assert count.share >= ENOUGH
    assert not whole or count.rules_without == []


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
