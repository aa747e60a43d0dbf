"""Denied, somebody else's, an allergy, on the skin, or only a word in a name: the families of cues."""

import pytest

from tests.intake.screening.text.reading import read, status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my mom takes Eliquis", "family"),
        ("Husband on warfarin", "family"),
        ("brother takes Xarelto", "family"),
        ("mother-in-law on Eliquis", "family"),
        ("my late husband had hemophilia", "family"),
        ("my 16 year old daughter has epilepsy", "family"),
        ("my 80-year-old mother-in-law has a pacemaker", "family"),
        ("epilepsy runs in the family", "family"),
        ("mi abuelita tenía marcapasos", "family"),
        ("mi esposo usa Xarelto", "family"),
        ("mi mamá tenía epilepsia", "family"),
        ("mi hermana toma warfarina", "family"),
        ("en mi familia hay diabetes", "family"),
        ("my neighbor's dog has seizures", "family"),
        ("my father, who has a pacemaker, lives with us", "family"),
        ("my mother had breast cancer", "family"),
        ("antecedentes familiares de epilepsia", "family"),
        ("my grandmother's pacemaker was expensive", "family"),
        ("grandma died of cancer", "family"),
        ("my wife gave me her ibuprofen", "current"),
        ("my doctor says I have an aneurysm", "current"),
        ("mi mamá dice que tuve una convulsión ayer", "current"),
        ("my mother says I had a seizure last month", "current"),
        ("I have hemophilia, same as my brother", "current"),
        ("my sister and I both have von Willebrand", "current"),
        ("my daughter was born premature and I have epilepsy", "current"),
        ("patient takes Eliquis", "current"),
        ("denies seizures", "negated"),
        ("seizures: none", "negated"),
        ("Epilepsy: no", "negated"),
        ("hemophilia was ruled out", "negated"),
        ("nunca he tenido convulsiones", "negated"),
        ("tests for epilepsy came back negative", "negated"),
        ("tested negative for HIV", "negated"),
        ("HIV negative", "negated"),
        ("no evidence of cancer", "negated"),
        ("no history of severe heart failure", "negated"),
        ("sin evidencia de cáncer", "negated"),
        ("sin antecedentes de epilepsia", "negated"),
        ("niego diabetes", "negated"),
        ("no estoy encinta", "negated"),
        ("sin diabetes", "negated"),
        ("no tomo blood thinners", "negated"),
        ("jamás he tenido epilepsia", "negated"),
        ("no more seizures since March", "current"),
        ("seizures not ruled out", "current"),
        ("cancer was not ruled out", "current"),
        ("not sure if I have diabetes", "current"),
        ("they are testing me for epilepsy", "current"),
        ("cancer free since 2015", "current"),
        ("no sé si tengo diabetes", "current"),
        ("could not tolerate Xarelto", "allergy"),
        ("no tolero la warfarina", "allergy"),
        ("bad reaction to Plavix", "allergy"),
        ("phenobarbital gave me hives", "allergy"),
        ("Allergies - phenobarbital", "allergy"),
        ("la aspirina me da alergia", "allergy"),
        ("sensitive to naproxen", "allergy"),
        ("gel with diclofenac", "topical"),
        ("crema de diclofenaco", "topical"),
        ("diclofenac gel on my knee", "topical"),
        ("voltaren patches", "topical"),
        ("paint thinner at work", "silent"),
        ("prediabetes", "silent"),
        ("gestational diabetes in 2009", "silent"),
        ("hearing aids", "silent"),
        ("heat stroke", "silent"),
        ("cancer screening", "silent"),
        ("quiero quedar embarazada", "silent"),
        ("buscando bebé", "silent"),
    ],
)
def test_the_cues_of_each_family_reach_their_names(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Family history: epilepsy, hemophilia, cancer", {"family"}),
        ("FH: diabetes, hemophilia", {"family"}),
        ("Antecedentes familiares: epilepsia, hemofilia", {"family"}),
        ("Dad: heart failure at 60, epilepsy at 70", {"family"}),
        ("denies seizures, hemophilia, diabetes", {"negated"}),
        ("No history of diabetes, cancer, heart disease, epilepsy.", {"negated"}),
        ("niego diabetes, cáncer y epilepsia", {"negated"}),
        ("sin epilepsia, hemofilia ni diabetes", {"negated"}),
        ("no fever, no chills", {"negated"}),
        ("No fever, chills", {"negated"}),
        ("Allergies - phenobarbital, aspirin", {"allergy"}),
        ("Alergias: aspirina, naproxeno", {"allergy"}),
        ("Allergies: none, Eliquis 5 mg", {"current"}),
        ("allergic to dust, Eliquis 5 mg daily", {"current"}),
    ],
)
def test_a_heading_counts_for_its_whole_list(text: str, expected: set[str]) -> None:
    assert {str(hit.status) for hit in read(text).hits} == expected


@pytest.mark.parametrize(
    "text",
    [
        "my son has hemophilia and I am a carrier",
        "I carry von Willebrand",
        "soy portadora de hemofilia",
        "no hemophilia, I'm only a carrier",
        "my father had hemophilia, so I am a carrier",
    ],
)
def test_a_carrier_is_the_patient_whoever_has_the_disorder(text: str) -> None:
    assert read(text).cond("bleeding_carrier") is True


def test_a_medicine_named_in_a_disease_is_no_medicine() -> None:
    found = read("lupus anticoagulant")
    assert (found.med("ANTICOAG"), found.cond("clot")) == (False, True)
