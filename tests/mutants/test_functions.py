"""What is made of mutmut's list."""

import pytest

from tests.mutants.functions import report

LIST = """
    intake.screening.run.x_one__mutmut_1: killed
    intake.screening.run.x_one__mutmut_2: survived
    intake.questionnaire.dates.x_age_on__mutmut_1: timeout
    intake.questionnaire.dates.x_age_on__mutmut_2: not checked
"""


def test_survivors_are_counted_named_and_too_many_of_them_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(LIST) == 1
    said = capsys.readouterr().out
    assert "3 mutants of functions, 2 noticed: 66.7 % (aim 95 %).".replace(" %", "%") in said
    assert "survived  intake.screening.run.x_one__mutmut_2" in said


def test_enough_noticed_is_enough_and_none_at_all_is_not() -> None:
    assert report(LIST.replace("survived", "killed")) == 0
    assert report("") == 1


def test_what_the_pure_rooms_kept_can_be_forgotten() -> None:
    from intake.questionnaire.expression import parse
    from tests.support.mutmut import forget_what_was_kept

    first = parse("rf_chest = yes")
    assert parse("rf_chest = yes") is first
    assert forget_what_was_kept() > 0
    assert parse("rf_chest = yes") is not first
