"""What began and what ended: any verb, any voice, English and Spanish, and the times beside them."""

import pytest

from tests.intake.screening.text.reading import status, statuses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my doctor took me off Eliquis last Thursday", "past_recent"),
        ("They took me off of my warfarin 4 days ago", "past_recent"),
        ("I came off Xarelto on Monday for the dentist", "past_recent"),
        ("I ran out of Eliquis two days ago", "past_recent"),
        ("the pharmacy was out of my Plavix so I have had none since Sunday", "past_recent"),
        ("I have been skipping my Xarelto", "past_recent"),
        ("I'm holding my Coumadin for a tooth extraction", "past_recent"),
        ("me quitaron la warfarina ayer", "past_recent"),
        ("mi doctor me quitó el Eliquis hace 3 días", "past_recent"),
        ("me lo quitaron hace una semana el Xarelto", "past_recent"),
        ("el Xarelto me lo quitaron el lunes", "past_recent"),
        ("se me acabó el Plavix", "past_recent"),
        ("se me acabaron las pastillas de Xarelto hace 2 dias", "past_recent"),
        ("dejé el Sintrom el viernes para la cita", "past_recent"),
        ("I stopped my blood thinner 3 days ago", "past_recent"),
        ("Eliquis 5 mg, my cardiologist stopped it last week", "past_recent"),
        ("I take Xarelto. I stopped it on Monday.", "past_recent"),
        ("Tomo Xarelto. Me lo quitaron hace 3 dias", "past_recent"),
        ("I forgot to take my Eliquis yesterday", "past_recent"),
        ("haven't taken my Eliquis since Friday", "past_recent"),
        ("Eliquis has been on hold since the procedure", "past_recent"),
        ("Plavix was stopped by the surgeon 5 days ago", "past_recent"),
        ("Brilinta was discontinued on Friday", "past_recent"),
        ("out of my Xarelto", "past_recent"),
        ("me suspendieron la warfarina hace 5 días", "past_recent"),
        ("told to stop Plavix before the needles", "past_recent"),
        ("I have not had my Savaysa for 4 days", "past_recent"),
        ("warfarin held", "past_recent"),
        ("warfarin discontinued 3 days before surgery", "past_recent"),
        ("dejé de tomar Xarelto hace una semana", "past_recent"),
        ("I quit Xarelto a few years ago", "past"),
        ("no longer take Coumadin", "past"),
        ("ya no tomo Coumadin", "past"),
        ("Xarelto, stopped in 2019", "past"),
        ("I was on Plavix for a year, finished in 2015", "past"),
        ("stopped warfarin last year", "past"),
        ("tomaba Coumadin", "past"),
        ("Savaysa after my ablation in 2018", "current"),
        ("started Pradaxa two years ago", "current"),
        ("Prescribed Plavix last year", "current"),
        ("Keppra from my neurologist in 2021", "current"),
        ("Coumadin desde 2012", "current"),
        ("me recetaron Eliquis el año pasado", "current"),
        ("me pusieron Eliquis en 2020", "current"),
        ("they put me on blood thinners after the clinic", "current"),
        ("should I hold my Eliquis?", "current"),
        ("I will stop Eliquis before surgery next week", "current"),
        ("do I need to stop my Plavix?", "current"),
        ("tengo que dejar el Eliquis antes de la cita?", "current"),
        ("I have never stopped taking my Eliquis", "current"),
        ("I did not stop my warfarin", "current"),
        ("no he dejado el Xarelto", "current"),
        ("still taking warfarin", "current"),
        ("stopped Eliquis in January, restarted last week", "current"),
        ("changed the dose of Eliquis to 2.5", "current"),
        ("instead of pills I take Eliquis", "current"),
        ("sigo con warfarina", "current"),
    ],
)
def test_an_end_is_told_from_a_beginning_and_from_an_intention(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "left", "current"),
    [
        ("switched from Coumadin to Eliquis in March", "coumadin", "eliquis"),
        ("switched from warfarin to Xarelto last month", "warfarin", "xarelto"),
        ("went from Plavix to Brilinta", "plavix", "brilinta"),
        ("switched my warfarin to Eliquis 3 days ago", "warfarin", "eliquis"),
        ("changed to Eliquis from warfarin", "warfarin", "eliquis"),
        ("me cambiaron de Sintrom a Eliquis", "sintrom", "eliquis"),
        ("cambié de Plavix a Brilinta la semana pasada", "plavix", "brilinta"),
        ("swapped Xarelto for Eliquis", "xarelto", "eliquis"),
    ],
)
def test_of_a_switch_the_first_is_left_behind_and_never_recent(text: str, left: str, current: str) -> None:
    assert statuses(text) == {left: "past", current: "current"}
