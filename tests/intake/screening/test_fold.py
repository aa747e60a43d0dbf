"""One flag under a stronger one that says all of it: folded, and never at the cost of what it tells alone."""

import pytest

from intake.screening import Screening, screen
from tests.intake.screening.truth.case import HEALTHY, ON

THINNER = {"blood_thinner": "yes", "inr_status": "above_range", "rf_bleeding_now": "no", "meds_list": None}


def screened(**changes: object) -> Screening:
    return screen({code: value for code, value in {**HEALTHY, **changes}.items() if value is not None}, on=ON)


def under(**changes: object) -> dict[str, str]:
    return {finding.code: finding.under for finding in screened(**changes).findings if finding.under}


def test_a_blood_thinner_goes_under_the_second_risk_that_it_is_part_of() -> None:
    assert under(**THINNER) == {"anticoagulant": "anticoagulant_high_risk"}


def test_a_folded_finding_is_kept_with_all_it_says() -> None:
    result = screened(**THINNER)
    assert [finding.code for finding in result.findings] == ["anticoagulant_high_risk", "anticoagulant"]
    assert result.findings[1].because == {"blood_thinner": "yes"}


@pytest.mark.parametrize(
    "changes",
    [
        # the aspirin is no part of why the disc and the weakness are held
        {"spine_dx": ["herniated_disc", "instability"], "conditions": ["numb_feet_hands"]},
        # a second cancer answer that the stronger flag did not use
        {"conditions": ["osteoporosis"], "spine_dx": ["instability"]},
        {"acupuncture_reaction": "moderate", "treatments_tried": ["acupuncture"]},
    ],
)
def test_what_tells_more_than_the_stronger_flag_stays_beside_it(changes: dict[str, object]) -> None:
    assert under(**changes) == {}


def test_a_tick_and_its_twin_in_words_are_one_line_only_where_the_words_are_among_the_reasons() -> None:
    twice = {**THINNER, "meds_list": "warfarin", "inr_status": "in_range"}
    assert under(**twice) == {}
    assert under(**twice, bleeding=["easy_bleeding"]) == {"anticoagulant": "anticoagulant_high_risk"}


def test_an_emergency_in_pregnancy_carries_the_pregnancy() -> None:
    assert under(pregnancy="yes", rf_fever="yes", rf_iv_drugs="no", rf_infection_recent="no")["pregnancy"] == (
        "rf_pregnancy_warning"
    )


def test_what_is_folded_under_a_folded_one_goes_to_the_outermost() -> None:
    drugs = {"med_types": ["antiplatelet", "aspirin_daily", "nsaid_most_days"], "meds_list": None}
    assert under(**drugs) == {
        "antiplatelet": "antiplatelet_high_risk",
        "minor_bleeding_risk_med": "antiplatelet_high_risk",
    }
