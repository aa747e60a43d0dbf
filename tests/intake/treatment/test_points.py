"""Point codes: the whole standard, the ways people write them, and that no point in words is lost."""

import pytest

from intake.treatment import points
from intake.treatment.points import POINTS, Point

# Points of each channel: WHO, A proposed standard international acupuncture nomenclature, 1991.
CHANNELS = {
    "LU": 11, "LI": 20, "ST": 45, "SP": 21, "HT": 9, "SI": 19, "BL": 67, "KI": 27, "PC": 9, "TE": 23, "GB": 44,
    "LR": 14, "GV": 28, "CV": 24, "EX-HN": 15, "EX-CA": 1, "EX-B": 9, "EX-UE": 11, "EX-LE": 12,
}  # fmt: skip


def test_the_standard_is_whole() -> None:
    assert set(POINTS) == {f"{channel}{n + 1}" for channel, count in CHANNELS.items() for n in range(count)}
    assert len(POINTS) == 361 + 48


@pytest.mark.parametrize(
    ("typed", "code", "side"),
    [
        ("LI4", "LI4", ""),
        ("li 4", "LI4", ""),
        ("Li-04 both", "LI4", "both"),
        ("ST36 L", "ST36", "left"),
        ("st36 (right)", "ST36", "right"),
        ("UB40 bl", "BL40", "both"),
        ("Ren 6", "CV6", ""),
        ("Du20", "GV20", ""),
        ("SJ5 bilateral", "TE5", "both"),
        ("EX-HN3", "EX-HN3", ""),
        ("ex b2", "EX-B2", ""),
        ("EXUE9 both", "EX-UE9", "both"),
    ],
)
def test_a_point_is_read_as_people_write_it(typed: str, code: str, side: str) -> None:
    assert [(point.code, point.side) for point in points.read(typed)] == [(code, side)]


@pytest.mark.parametrize("words", ["ashi right trapezius", "L5", "S1 left", "Yintang", "C7", "two cun below the knee"])
def test_a_point_in_words_is_kept_as_it_was_typed(words: str) -> None:
    assert points.read(f"LI4; {words}\nST36") == [Point("LI4", "LI4"), Point(words), Point("ST36", "ST36")]
    assert points.unknown(Point(words)) == ""


@pytest.mark.parametrize(("typed", "code", "last"), [("LI44", "LI44", "LI20"), ("BL68 left", "BL68", "BL67")])
def test_a_slip_of_the_pen_is_noticed(typed: str, code: str, last: str) -> None:
    (point,) = points.read(typed)
    assert (point.code, points.unknown(point), points.last_of(code)) == ("", code, last)


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("GB21", "upper_back"),
        ("BL17", "upper_back"),
        ("BL18", "mid_back"),
        ("BL22", "low_back"),
        ("BL32", "buttock_hip"),
        ("CV8", "abdomen"),
        ("CV17", "chest"),
        ("CV24", "head_ear"),
        ("GB20", "neck"),
        ("LU2", "chest"),
        ("KI22", "chest"),
        ("GV14", "neck"),
        ("EX-B9", "buttock_hip"),
    ],
)
def test_a_point_lies_where_an_atlas_has_it(code: str, where: str) -> None:
    assert Point(code, code).regions == {where}


def test_a_limb_point_is_on_the_side_that_is_written_or_on_either() -> None:
    assert Point("ST36", "ST36", "left").regions == {"leg_left"}
    assert Point("LI4", "LI4").regions == {"arm_left", "arm_right"}


def test_what_a_pregnancy_keeps_free_is_marked() -> None:
    lower = {code for code, where in POINTS.items() if "lower" in where}
    sacral = {code for code, where in POINTS.items() if "sacral" in where}
    assert {"CV2", "CV4", "CV6", "ST28", "SP13", "KI12", "GB27", "EX-CA1"} <= lower
    assert not lower & {"CV8", "CV12", "ST25", "ST21", "KI16", "GB25", "SP16"}
    assert {f"BL{n}" for n in range(27, 36)} <= sacral
    assert {"BL53", "BL54", "GV1", "GV2", "EX-B8", "EX-B9"} <= sacral
