"""What a person works with, and what a relative has, are not what the person has."""

import pytest

from tests.intake.screening.text.reading import status

AT_WORK = """
dialysis tech
dialysis technician for 20 years
I'm a dialysis nurse
I am a retired dialysis nurse
dialysis nurse by trade
occupation: dialysis technician
I work in dialysis
I work in a dialysis unit
I worked at a stroke ward
I'm a stroke nurse
cancer researcher
I am a cancer researcher
I work as a cancer research scientist
retired cancer nurse
works with cancer patients
I work at a cancer center
volunteer in a hemophilia clinic
I volunteer for epilepsy awareness
I teach a diabetes course
I work in stroke rehab
nurse in dialysis
pharmacist at a hemophilia clinic
chemo nurse for 20 years
epilepsy foundation fundraiser
diabetes educator by profession
I'm a diabetes educator
soy enfermera de diálisis
trabajo en diálisis
trabajo en un hospital de cáncer
técnica de diálisis
investigadora de cáncer
""".strip().splitlines()
THE_PATIENT = """
my dialysis nurse says hi
the dialysis nurse comes on Mondays
mi enfermera de diálisis viene los lunes
I am a dialysis patient
I am on dialysis at the kidney clinic
I work and I am on dialysis
I was treated at the stroke unit
I see a cancer doctor
I have a diabetes specialist
I am a cancer survivor and nurse
my doctor works at the cancer center
I'm a pregnant nurse
I am a diabetic nurse
I am an epileptic technician
I work full time with my seizures
working with a pacemaker
I work as a nurse and have epilepsy
I am an oncology nurse on Eliquis
technician with hemophilia
nurse, diabetes since 2010
I got my pacemaker at a heart hospital
dialysis three times a week
dialysis unit on Elm Street, Mondays
diabetes clinic every 3 months
tengo diálisis los lunes
voy a diálisis
""".strip().splitlines()
OF_A_RELATIVE = """
Lung ca in my dad
lung cancer in my mother
breast cancer in both sisters
heart attack in both parents
epilepsy in a brother
hemophilia in my son
Stroke: mother
Stroke - dad
diabetes (mom)
diabetes (mom and grandma)
Cancer: my mother and aunt
pacemaker of my husband
pacemaker for my husband
heart failure in my grandmother at 80
stroke in my father when he was 60
diabetes in my uncle and my aunt
hemophilia: brother
Diabetes - maternal grandmother
cáncer en mi mamá
cáncer de mi papá
derrame en mi abuelo
epilepsia: mi hermano
diabetes (mi abuela)
convulsionó mi hijo
marcapasos de mi esposo
""".strip().splitlines()
STILL_THE_PATIENT = """
cáncer de mama
cancer in my mother's house
I had a stroke my wife found me
seizure in my kids' room
diabetes like my mother
epilepsy from my mother
hemophilia, same as my brother
heart attack and my son drove me
I had a stroke in my father's car
cancer in my breast
pacemaker in my chest
stroke of bad luck, diabetes in my forties
diabetes and I love my dog
cancer in 2015 and my mother helps
seizure, then my husband called
""".strip().splitlines()


@pytest.mark.parametrize("text", AT_WORK)
def test_an_illness_at_work_is_not_the_patients(text: str) -> None:
    assert status(text) == "family"


@pytest.mark.parametrize("text", THE_PATIENT)
def test_who_looks_after_the_patient_takes_no_illness_away(text: str) -> None:
    assert status(text) in {"current", "past"}


@pytest.mark.parametrize("text", OF_A_RELATIVE)
def test_a_relative_behind_the_illness_has_it(text: str) -> None:
    assert status(text) == "family"


@pytest.mark.parametrize("text", STILL_THE_PATIENT)
def test_a_relative_who_only_stands_nearby_has_it_not(text: str) -> None:
    assert status(text) == "current"
