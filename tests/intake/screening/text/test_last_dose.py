"""When a medicine was taken last: days ago is a pause, this morning is none."""

import pytest

from tests.intake.screening.text.reading import status

PAUSES = """
I take Eliquis, last dose was Saturday
I take Eliquis. Last dose was Saturday
I take Eliquis. My last pill was on Friday
last took Eliquis 4 days ago
last took my Xarelto on Thursday
my last pill of Eliquis was on Friday
my last tablet of Xarelto was three days ago
took my last Xarelto on Thursday
the last time I took my Plavix was 5 days ago
Eliquis 5 mg last taken Sunday
My last Plavix was Tuesday
Last Eliquis was Friday
Eliquis last dose 3 days ago for the dentist
Eliquis, final dose on Wednesday
Eliquis: none since Tuesday
Xarelto, none since Friday
Xarelto nothing since Friday
I ran out of refills of Xarelto so none since Tuesday
Xarelto, the pharmacy was closed so none since Tuesday
Plavix. None since my surgery
warfarin: no pills since Monday
no more doses of it, Xarelto: no dose since Monday
la última dosis de Xarelto fue el sábado
mi última pastilla de Sintrom fue hace 4 días
la última vez que tomé Eliquis fue el viernes
tomé la última de Plavix el martes
Xarelto nada desde el martes
Sintrom: ninguna desde el lunes
tomo Xarelto, la última pastilla el domingo
last shot of Humira was 10 days ago
""".strip().splitlines()
NO_PAUSES = """
last dose of warfarin this morning
last dose of warfarin was yesterday
my last Eliquis was last night
Eliquis, last dose 3 hours ago
la última dosis de Xarelto fue ayer
última pastilla de Sintrom anoche
tomé la última de Plavix hoy
last dose change of Coumadin was Friday
Coumadin, last dose increase 5 days ago
last INR on Coumadin was Friday
my last refill of Eliquis was Tuesday
Eliquis, last prescription on Monday
last infusion of Remicade was 6 weeks ago
last shot of Prolia was 5 months ago
I take Eliquis, last visit was Saturday
the last pill I take at night is Eliquis
last week I took Eliquis
I took Eliquis last night
Eliquis since last Monday
I still take Eliquis, last dose was Saturday
started Eliquis last Tuesday
Xarelto for my heart, quit smoking Monday
Xarelto for my heart, stopped drinking on Friday
Xarelto, dejé de fumar el lunes
Eliquis and no alcohol since Monday
last time my doctor checked Eliquis was Friday
""".strip().splitlines()


@pytest.mark.parametrize("text", PAUSES)
def test_a_last_dose_days_ago_is_a_pause(text: str) -> None:
    assert status(text) == "past_recent"


@pytest.mark.parametrize("text", NO_PAUSES)
def test_a_last_dose_just_taken_or_another_last_thing_is_no_pause(text: str) -> None:
    assert status(text) == "current"


@pytest.mark.parametrize(
    "text", ["last dose of Eliquis was 3 months ago", "last took Plavix in 2019", "última dosis de Sintrom hace un año"]
)
def test_a_last_dose_of_a_blood_thinner_long_ago_is_past(text: str) -> None:
    assert status(text) == "past"
