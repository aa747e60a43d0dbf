"""How often the rules speak: counted by hand, and the intervals against published ones."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from intake.screening import Tier
from intake.screening.load import FiredCount, OfCode, Share, as_text, load, wilson
from tests.intake.screening.truth.case import HEALTHY
from tests.intake.screening.truth.later.case import AFTER

FORMS = [
    FiredCount(Tier.HOLD, {"fever_illness": Tier.HOLD, "minor": Tier.CAUTION}),
    FiredCount(Tier.HOLD, {"fever_illness": Tier.HOLD, "pregnancy": Tier.HOLD}),
    FiredCount(Tier.CAUTION, {"minor": Tier.CAUTION, "consent_check": Tier.NOTE}),
    FiredCount(Tier.CLEAR, {}),
]


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    # Newcombe 1998, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_published_one(count: int, of: int, low: float, high: float) -> None:
    assert tuple(round(edge, 4) for edge in wilson(count, of)) == (low, high)


def test_of_no_forms_every_share_is_possible() -> None:
    assert (wilson(0, 0), Share(0, 0).share, wilson(7, 7)[1]) == ((0.0, 1.0), 0.0, 1.0)


def test_tiers_are_counted_from_the_most_serious_down() -> None:
    assert {tier: share.count for tier, share in load(FORMS).tiers.items()} == {
        Tier.EMERGENCY: 0,
        Tier.HOLD: 2,
        Tier.CAUTION: 1,
        Tier.NOTE: 0,
        Tier.CLEAR: 1,
    }
    assert list(load(FORMS).tiers) == [Tier.EMERGENCY, Tier.HOLD, Tier.CAUTION, Tier.NOTE, Tier.CLEAR]


def test_a_rule_stands_alone_where_no_other_of_the_top_tier_fired() -> None:
    assert load(FORMS).codes == (
        OfCode("fever_illness", Tier.HOLD, Share(2, 4), Share(1, 4)),
        OfCode("pregnancy", Tier.HOLD, Share(1, 4), Share(0, 4)),
        OfCode("minor", Tier.CAUTION, Share(2, 4), Share(1, 4)),
        OfCode("consent_check", Tier.NOTE, Share(1, 4), Share(0, 4)),
    )


def test_findings_a_form_have_a_mean_with_its_interval_a_middle_and_a_most() -> None:
    each = load(FORMS).findings
    assert (each.mean, each.middle, each.most) == (1.5, 2.0, 2)
    assert tuple(round(edge, 3) for edge in each.interval) == (0.52, 2.48)


def test_nothing_is_counted_of_no_forms_and_one_form_has_no_spread() -> None:
    assert (load([]).people, load([]).findings.mean, load([]).codes) == (0, 0.0, ())
    assert load(FORMS[:1]).findings.interval == (2.0, 2.0)


def test_it_reads_as_a_table() -> None:
    assert as_text(load(FORMS), str.upper).split("\n") == [
        "4 forms",
        "",
        "Tier, share and 95 % interval",
        "  emergency       0   0.0% (0.0% to 49.0%)   aim: about 5%",
        "  hold            2  50.0% (15.0% to 85.0%)   aim: about 20%",
        "  caution         1  25.0% (4.6% to 69.9%)   aim: about 45%",
        "  note            0   0.0% (0.0% to 49.0%)",
        "  clear           1  25.0% (4.6% to 69.9%)",
        "",
        "Findings a form: 1.50 (0.52 to 2.48), middle 2, most 2",
        "",
        "Rule, how often it fires, and how often it alone gives the form its tier",
        "  hold       fever_illness                       2  50.0% (15.0% to 85.0%)   "
        "alone      1  25.0% (4.6% to 69.9%)   FEVER_ILLNESS",
        "  hold       pregnancy                           1  25.0% (4.6% to 69.9%)   "
        "alone      0   0.0% (0.0% to 49.0%)   PREGNANCY",
        "  caution    minor                               2  50.0% (15.0% to 85.0%)   "
        "alone      1  25.0% (4.6% to 69.9%)   MINOR",
        "  note       consent_check                       1  25.0% (4.6% to 69.9%)   "
        "alone      0   0.0% (0.0% to 49.0%)   CONSENT_CHECK",
    ]


def printed(*forms: object, file: Path) -> str:
    file.write_text("".join(json.dumps(form) + "\n" for form in forms), encoding="utf-8")
    out = StringIO()
    call_command("alarm_load", str(file), stdout=out)
    return out.getvalue()


def test_the_command_counts_the_lines_of_a_file(tmp_path: Path) -> None:
    text = printed(
        HEALTHY, {**HEALTHY, "rf_chest": "yes"}, {**HEALTHY, "conditions": ["diabetes"]}, file=tmp_path / "f"
    )
    lines = [line.strip() for line in text.splitlines()]
    assert lines[:2] == ["new_patient", "3 forms"]
    assert "emergency       1  33.3% (6.1% to 79.2%)   aim: about 5%" in lines
    assert "Findings a form: 0.67 (0.01 to 1.32), middle 1, most 1" in lines
    assert lines[-2].startswith("emergency  rf_chest_or_aortic")
    assert lines[-1].endswith("alone      1  33.3% (6.1% to 79.2%)   Diabetes")


def test_each_questionnaire_has_its_own_figures_and_only_intakes_have_aims(tmp_path: Path) -> None:
    check_in = {"questionnaire": "check_in", "intake": HEALTHY, "answers": AFTER}
    text = printed(HEALTHY, check_in, {**HEALTHY, "rf_chest": "yes"}, file=tmp_path / "f")
    intakes, check_ins = text.split("\n\ncheck_in\n")
    assert intakes.startswith("new_patient\n2 forms\n")
    assert check_ins.startswith("1 form\n")
    assert ("aim" in intakes, "aim" in check_ins) == (True, False)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    file, out, err = tmp_path / "f", StringIO(), StringIO()
    file.write_text("\n", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        call_command("alarm_load", str(file), stdout=out, stderr=err)
    assert (end.value.code, out.getvalue(), err.getvalue()) == (2, "", f"There is no form in the file {file}.\n")


def test_what_is_wrong_is_said_and_nothing_printed(tmp_path: Path) -> None:
    file, out, err = tmp_path / "f", StringIO(), StringIO()
    file.write_text('{"rf_chest": "maybe"}\n', encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        call_command("alarm_load", str(file), stdout=out, stderr=err)
    assert (end.value.code, out.getvalue()) == (2, "")
    assert err.getvalue().startswith("Line 1: rf_chest is one of: no, yes, not_sure.")
