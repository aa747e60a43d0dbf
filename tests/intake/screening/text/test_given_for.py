"""A medicine that is mostly given for one condition points at a tick that is missing."""

import pytest

from tests.intake.screening.text.reading import read


def _given_for(text: str) -> list[str]:
    return [treated.treats.code for treated in read(text, "meds_list").treated()]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Biktarvy", "for_immune_weak"),
        ("carvedilol 25, furosemide 40", "for_heart_disease"),
        ("lactulose, rifaximin", "for_liver_disease"),
        ("Keytruda every 3 weeks", "for_cancer"),
        ("Entresto", "for_heart_disease"),
        ("digoxina 0.25", "for_heart_disease"),
        ("clopidogrel, aspirina", "for_vessels"),
        ("Aggrenox", "for_stroke_tia"),
        ("sevelamer", "for_kidney_disease"),
        ("Renvela", "for_kidney_disease"),
        ("calcitriol, sodium bicarbonate", "for_kidney_disease"),
        ("Ocaliva", "for_liver_disease"),
        ("Spiriva", "for_lung_disease"),
        ("isoniazida", "for_lung_disease"),
        ("Trelegy", "for_lung_disease"),
        ("tamoxifeno", "for_cancer"),
        ("letrozole", "for_cancer"),
        ("Januvia", "for_diabetes"),
        ("Victoza", "for_diabetes"),
        ("metformina, Jardiance", "for_diabetes"),
        ("Evista", "for_osteoporosis"),
        ("midodrine", "for_fainting"),
        ("prenatal, labetalol", "for_pregnancy"),
        ("prenatales, progesterona", "for_pregnancy"),
        ("furosemide, spironolactone", "for_heart_disease"),
    ],
)
def test_the_medicine_names_its_condition(text: str, code: str) -> None:
    assert code in _given_for(text)


@pytest.mark.parametrize(
    "text",
    [
        "Descovy", "Truvada", "metformin", "furosemide", "Ozempic", "carvedilol", "aspirin", "prenatal", "lactulose",
        "My husband takes Entresto", "no digoxin", "stopped digoxin last year", "Entresta", "Jardiance", "Mounjaro",
    ],
)  # fmt: skip
def test_one_side_another_use_or_another_person_names_none(text: str) -> None:
    assert _given_for(text) == []


def test_a_condition_that_the_text_names_needs_no_question() -> None:
    assert _given_for("Entresto for heart failure") == []
