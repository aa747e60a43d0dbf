"""Every illness and device by all its words: stems, short forms, lay words, English and Spanish."""

import pytest

from intake.screening.text import LEXICON
from intake.screening.text.patterns import compiled
from tests.intake.screening.text.reading import read


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("they keep me anticoagulated", "ANTICOAG"),
        ("two transplanted kidneys", "immune_weak"),
        ("me trasplantaron un riñón", "immune_weak"),
        ("soy VIH positivo", "immune_weak"),
        ("mis defensas están bajas", "immune_weak"),
        ("weak immune system", "immune_weak"),
        ("I have no spleen", "immune_weak"),
        ("no tengo bazo, me quitaron el bazo", "immune_weak"),
        ("porcine aortic valve since May", "heart_valve"),
        ("doctor says my valve leaks", "heart_valve"),
        ("tengo una válvula nueva", "heart_valve"),
        ("me operaron de la válvula", "heart_valve"),
        ("insuficiencia mitral", "heart_valve"),
        ("tengo cirrosis", "liver_disease"),
        ("liver is scarred", "liver_disease"),
        ("tengo el hígado dañado", "liver_disease"),
        ("estuve en hemodiálisis", "vascular_access"),
        ("me dializan los martes", "vascular_access"),
        ("picc line in my arm", "vascular_access"),
        ("my kidneys don't work well", "kidney_disease"),
        ("riñones fallando", "kidney_disease"),
        ("CKD 3", "kidney_disease"),
        ("I get fits when tired", "seizure"),
        ("I had a fit last week", "seizure"),
        ("me dan ataques epilépticos", "seizure"),
        ("grand mal", "seizure"),
        ("plaquetas en 60", "bleeding_disorder"),
        ("platelets at 45,000", "bleeding_disorder"),
        ("my count of platelets was 38", "bleeding_disorder"),
        ("sangre que no coagula", "bleeding_disorder"),
        ("thrombocytopenic", "bleeding_disorder"),
        ("sangro mucho", "clotting_unclear"),
        ("blood clotting disorder", "clotting_unclear"),
        ("me pusieron un marcapaso", "implanted_electronic_device"),
        ("box in my chest", "implanted_electronic_device"),
        ("tengo una bomba de insulina", "implanted_electronic_device"),
        ("spinal stimulator", "implanted_electronic_device"),
        ("una uña infectada", "skin_infection"),
        ("boil on my thigh", "skin_infection"),
        ("tengo la pierna roja con celulitis infecciosa", "skin_infection"),
        ("neutrophils low, wbc very low", "neutropenia"),
        ("glóbulos blancos bajos", "neutropenia"),
        ("tengo cinco meses de embarazo", "pregnancy"),
        ("I am 5 months along", "pregnancy"),
        ("expecting twins", "pregnancy"),
        ("lymph nodes taken out of my left arm", "lymphedema"),
        ("me quitaron los ganglios", "lymphedema"),
        ("aneurysm in my belly", "aneurysm"),
        ("ensanchamiento de la aorta", "aneurysm"),
        ("brain aneurysm", "brain_artery"),
        ("paralyzed from the waist down", "cord_injury"),
        ("me lesioné la médula", "cord_injury"),
        ("bamboo spine", "ankylosis"),
        ("columna de bambú", "ankylosis"),
        ("espondilitis anquilosante", "ankylosis"),
        ("had a DISH diagnosis", "ankylosis"),
        ("soy diabético", "diabetes"),
        ("padezco del azúcar", "diabetes"),
        ("t2d", "diabetes"),
        ("my feet are numb", "numb_feet_hands"),
        ("pies dormidos todo el tiempo", "numb_feet_hands"),
        ("COPD", "lung_disease"),
        ("they took out part of my lung", "lung_disease"),
        ("uso oxígeno por la noche", "lung_disease"),
        ("fui operado del pulmón", "lung_disease"),
        ("brittle bones", "osteoporosis"),
        ("huesos débiles", "osteoporosis"),
        ("tengo descalcificación", "osteoporosis"),
        ("tuve cáncer de mama", "cancer"),
        ("mastectomy in 2018", "cancer"),
        ("metástasis en los huesos", "cancer_spread"),
        ("spread to my liver", "cancer_spread"),
        ("I have AFib", "heart_disease"),
        ("insuficiencia cardiaca", "heart_disease"),
        ("weak heart", "heart_disease"),
        ("blood pressure is out of control", "high_bp_uncontrolled"),
        ("presión muy alta", "high_bp_uncontrolled"),
        ("had a mini stroke", "stroke"),
        ("me dio una embolia", "stroke"),
        ("derrame cerebral", "stroke"),
        ("TIA in 2019", "tia"),
        ("had a DVT in 2019", "clot"),
        ("trombosis", "clot"),
        ("I faint easily", "fainting"),
        ("me desmayo con las agujas", "fainting"),
        ("hemophelia", "bleeding_disorder"),
        ("epilepcy", "seizure"),
        ("pacemeker", "implanted_electronic_device"),
        ("pace maker", "implanted_electronic_device"),
        ("diabetis", "diabetes"),
        ("dialisys", "vascular_access"),
        ("neuropathie in both feet", "numb_feet_hands"),
    ],
)
def test_a_family_is_known_by_each_of_its_words(text: str, family: str) -> None:
    found = read(text)
    assert found.cond(family) or found.med(family)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("the belt fits well", "seizure"),
        ("I get coughing fits", "seizure"),
        ("fatty liver", "liver_disease"),
        ("kidney stones twice", "kidney_disease"),
        ("prediabetic", "diabetes"),
        ("TENS unit at home", "implanted_electronic_device"),
        ("platelets 240", "bleeding_disorder"),
        ("platelets checked in 2019", "bleeding_disorder"),
        ("I am afraid it is cancer", "cancer"),
        ("stage 4 kidney disease", "cancer_spread"),
        ("TB skin test negative", "lung_disease"),
        ("mi tía vive conmigo", "stroke"),
        ("mi tia vive conmigo", "tia"),
        ("usb port", "vascular_access"),
        ("port wine", "vascular_access"),
        ("expecting a delivery", "pregnancy"),
        ("hair transplant", "immune_weak"),
        ("roof shingles", "skin_infection"),
        ("celulitis en los muslos", "skin_infection"),
        ("boil some eggs in water", "skin_infection"),
        ("spine fused with screws in 2010", "ankylosis"),
        ("washed a dish", "ankylosis"),
        ("brain aneurysm", "aneurysm"),
        ("ureteral stent", "heart_disease"),
        ("golf stroke", "stroke"),
        ("vocal cord injury", "cord_injury"),
        ("hot water valve replaced", "heart_valve"),
        ("factor V Leiden", "bleeding_disorder"),
        ("paraguas", "cord_injury"),
        ("numb when I wipe my feet", "numb_feet_hands"),
    ],
)
def test_what_only_sounds_like_a_family_is_not_taken_for_it(text: str, family: str) -> None:
    assert read(text).cond(family) is False


@pytest.mark.parametrize(
    "text",
    [
        "kidney failure and heart failure",
        "COPD and skin cancer",
        "pacemaker and muscle pain",
        "kidney transplant and hearing loss",
        "aortic aneurysm and brain fog",
        "epilepsy and coughing at night",
    ],
)
def test_a_second_illness_in_the_clause_silences_no_first(text: str) -> None:
    first = text.split(" and ")[0]
    groups = {group for hit in read(first).hits for group in hit.groups}
    assert groups
    assert groups <= {group for hit in read(text).hits for group in hit.groups}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("had a stent 5 weeks ago", "past_90d"),
        ("me dio un infarto hace dos meses", "past_90d"),
        ("blood clot in my leg last month", "past_90d"),
        ("stroke 92 days ago", "past_90d"),
        ("stroke 93 days ago", "past"),
        ("stroke in 2014", "past"),
        ("derrame hace 3 semanas", "past_90d"),
        ("heart attack in February", "past_90d"),
        ("heart attack last year", "past"),
        ("stroke", "current"),
        ("no stroke last month", "negated"),
        ("my father had a heart attack last week", "family"),
    ],
)
def test_an_event_counts_by_when_it_was(text: str, expected: str) -> None:
    (hit,) = (hit for hit in read(text).hits if "event" in hit.groups)
    assert hit.status == expected


def test_every_shape_of_the_lexicon_can_be_compiled() -> None:
    of_conditions = [shape for condition in LEXICON.conditions for shape in condition.patterns]
    shapes = [*of_conditions, *(shape for words in LEXICON.word_lists for shape in words.patterns)]
    sides = [side for shape in shapes for side in shape.partition(" ~ ")[0].split(" & ")]
    assert [side for side in sides if not compiled(side)] == []
