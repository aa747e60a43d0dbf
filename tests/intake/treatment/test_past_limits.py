"""Limits over a note: each one warns where it is passed, and is silent beside it."""

from typing import Any

import pytest

from intake.review.models import Decision
from intake.treatment import past_limits
from tests.intake.treatment.notes import content

ARM = {"regions": ["arm_left"], "points": []}
POINT = {"regions": [], "points": [{"words": "x", "code": "BL32"}]}
GB21 = {"regions": [], "points": [{"words": "GB21", "code": "GB21"}]}
# Limit → a content that goes past it, and one near it that does not.
TABLE: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {
    "no_electro": [({"techniques": ["manual", "electro"]}, {"techniques": ["manual"]})],
    "no_abdomen": [
        ({"regions": ["abdomen"]}, {"regions": ["low_back"]}),
        (POINT, {"points": [{"words": "BL23", "code": "BL23"}]}),
        ({"points": [{"words": "CV4", "code": "CV4"}]}, {"points": [{"words": "CV17", "code": "CV17"}]}),
    ],
    "no_thorax": [
        ({"regions": ["chest"], "depth": "deep"}, {"regions": ["chest"], "depth": "superficial"}),
        (GB21 | {"depth": "deep"}, {"regions": ["low_back"], "depth": "deep"}),
        ({"regions": ["mid_back"], "depth": ""}, {"regions": ["mid_back"], "depth": "usual"}),
    ],
    "no_local": [({"regions": ["low_back"]}, ARM)],
    "no_limb": [(ARM, {"regions": ["low_back"]}), ({"points": [{"words": "LI4", "code": "LI4"}]}, {"points": []})],
    "superficial": [({"depth": "usual"}, {"depth": "superficial"}), ({"depth": ""}, {"depth": "superficial"})],
    "no_prone": [({"position": "prone"}, {"position": "side"})],
    "no_heat": [({"techniques": ["heat"]}, {"techniques": ["cupping"]})],
    "short": [
        ({"minutes": 21, "needles": 10}, {"minutes": 20, "needles": 10}),
        ({"minutes": 20, "needles": 11}, {"minutes": 5, "needles": 2}),
    ],
    "not_alone": [
        ({"supervision": "bell"}, {"supervision": "stayed"}),
        ({"supervision": ""}, {"supervision": "stayed"}),
    ],
}


def test_every_limit_that_a_practitioner_can_tick_is_checked() -> None:
    # What these forbid stands in the practitioner's own words: it stands above the note and is for a person to keep.
    in_words = {Decision.Limit.NO_POINTS, Decision.Limit.POSITION}
    assert set(TABLE) | in_words == set(Decision.Limit.values)
    assert not set(TABLE) & in_words


@pytest.mark.parametrize(
    ("code", "past", "within"), [(code, past, within) for code, rows in TABLE.items() for past, within in rows]
)
def test_a_limit_warns_where_it_is_passed_and_nowhere_else(
    code: str, past: dict[str, Any], within: dict[str, Any]
) -> None:
    said = [limit.limit for limit in past_limits.beyond(content(**past), limits=[code], painful=["low_back"])]
    assert said == [code]
    assert past_limits.beyond(content(**within), limits=[code], painful=["low_back"]) == []


def test_without_limits_nothing_warns_and_a_limit_in_words_is_left_to_the_reader() -> None:
    deep = content(techniques=["electro"], depth="deep")
    assert past_limits.beyond(deep, limits=[]) == []
    assert past_limits.beyond(deep, limits=["keep the port free"]) == []


def test_a_limb_point_without_a_side_is_on_the_side_that_is_ticked() -> None:
    note = content(regions=["arm_left"], points=[{"words": "LI4", "code": "LI4"}])
    assert past_limits.touched(note) == {"arm_left"}


def test_the_check_in_hears_where_the_needles_were() -> None:
    assert past_limits.areas_of(content(regions=["low_back", "leg_left"], points=GB21["points"])) == [
        "chest_upper_back",
        "limbs",
        "low_back",
    ]
    assert past_limits.areas_of(content(techniques=["no_needles"])) == []
    sore = [{"words": "the sore spot"}]
    assert past_limits.areas_of(content(regions=[], points=sore)) is None
    assert past_limits.areas_of(content(regions=["chest"], points=sore)) == ["chest_upper_back"]
