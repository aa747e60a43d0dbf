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
        # With its salt, under its brand, by its name elsewhere: the same medicine.
        ("metoprolol succinate 50 mg, furosemide 40 mg", "for_heart_disease"),
        ("bisoprolol fumarate 5, torasemide 10", "for_heart_disease"),
        ("Coreg 25, Lasix 40", "for_heart_disease"),
        ("Bystolic, Bumex", "for_heart_disease"),
        ("sacubitrilo/valsartán", "for_heart_disease"),
        ("metoprolol tartrate, dapagliflozina, losartan potassium", "for_heart_disease"),
        ("Plavix, baby aspirin", "for_vessels"),
        ("clopidogrel 75, Ecosprin 75", "for_vessels"),
        ("Brilinta, aspirin 81 mg", "for_vessels"),
        ("CoPlavix", "for_vessels"),
        ("Persantine", "for_stroke_tia"),
        ("sevelámero", "for_kidney_disease"),
        ("calcitriol, sodium bicarb", "for_kidney_disease"),
        ("lactulosa, rifaximina", "for_liver_disease"),
        ("Enulose, Aldactone", "for_liver_disease"),
        ("rifaximin, torsemide", "for_liver_disease"),
        ("tiotropium", "for_lung_disease"),
        ("Kaftrio", "for_lung_disease"),
        ("nevirapine", "for_immune_weak"),
        ("Viracept", "for_immune_weak"),
        ("lamivudine/zidovudine", "for_immune_weak"),
        ("Kivexa", "for_immune_weak"),
        ("Octagam every 4 weeks", "for_immune_weak"),
        ("immunoglobulin infusions", "for_immune_weak"),
        ("Ogivri", "for_cancer"),
        ("Imjudo", "for_cancer"),
        ("Retevmo", "for_cancer"),
        ("Glucophage XR, Jardiance", "for_diabetes"),
        ("Galvus Met", "for_diabetes"),
        ("Kazano", "for_diabetes"),
        ("metformin, Steglatro", "for_diabetes"),
        ("metformina, semaglutida", "for_diabetes"),
        ("prenatal vitamins, low dose aspirin", "for_pregnancy"),
        ("prenatales, aspirina 81", "for_pregnancy"),
        ("prenatal, doxylamine-pyridoxine", "for_pregnancy"),
    ],
)
def test_the_medicine_names_its_condition(text: str, code: str) -> None:
    assert code in _given_for(text)


@pytest.mark.parametrize(
    "text",
    [
        "Descovy", "Truvada", "metformin", "furosemide", "Ozempic", "carvedilol", "aspirin", "prenatal", "lactulose",
        "My husband takes Entresto", "no digoxin", "stopped digoxin last year", "Entresta", "Jardiance", "Mounjaro",
        "metoprolol succinate", "Coreg 25", "Glucophage XR", "Wegovy", "Apretude", "Paxlovid (nirmatrelvir/ritonavir)",
        "my husband takes Coreg and Lasix", "vitamin B6, doxylamine", "prenatal, B6", "prenatal, aspirin 500",
        "immunoglobulin E was high", "sodium bicarbonate", "Plavix", "lactulose, torsemide", "nebivolol, losartan",
    ],
)  # fmt: skip
def test_one_side_another_use_or_another_person_names_none(text: str) -> None:
    assert _given_for(text) == []


def test_a_pill_that_is_both_sides_by_itself_is_no_pair() -> None:
    # Aggrenox is dipyridamole with aspirin: it points at a stroke, once.
    assert _given_for("Aggrenox") == ["for_stroke_tia"]
    assert _given_for("Aggrenox, baby aspirin") == ["for_vessels", "for_stroke_tia"]


def test_a_condition_that_the_text_names_needs_no_question() -> None:
    assert _given_for("Entresto for heart failure") == []
