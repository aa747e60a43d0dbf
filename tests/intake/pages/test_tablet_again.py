"""Handed over again, a form goes on where it stopped, and shows nothing of what was answered before (decision 18)."""

import html
import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from clinic.accounts.models import Patient, User
from clinic.demo.forms import typed
from intake.pages import readings
from intake.pages.tablet import services as tablets
from intake.questionnaire import NEW_PATIENT
from intake.screening import Finding, Tier, screen
from tests.intake.forms import fill
from tests.intake.tablets import (
    BACK,
    DONE,
    START,
    opened,
    type_birth_date,
    type_code,
)
from tests.intake.walker import HIDDEN, SIGN, Walker, fields, number_of
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def second(client: Client, code: str, bo: Patient, rui: User, frozen: time_machine.Traveller) -> Walker:
    """Everything is answered on one tablet and given back; then it is handed over anew, perhaps not to the patient."""
    told = {"anything_else": "Canary", "meds_list": "Canary", "seizure": "active", "rf_saddle_numb": "yes"}
    walker = opened(client, code, **told, blood_thinner="yes", emergency_contact="Invented Friend")
    fill(walker.raw, intake=walker.intake, by=None, at=NOW)
    client.post(BACK)
    frozen.shift(timedelta(minutes=1))
    again = Client()
    type_code(again, tablets.hand_over(bo, by=rui, at=NOW + timedelta(minutes=1))[1])
    type_birth_date(again)
    return Walker(again, typed(), ref=walker.ref)


def test_what_was_answered_before_is_kept_and_not_shown_again(second: Walker) -> None:
    number = number_of("seizure")
    page = second.page(number).text
    assert "don’t show them here" in page
    assert re.findall(r'name="seizure"[^>]*checked', page) == []
    everything = [second.get("screen", n) for n in range(1, SIGN + 1)] + [second.get("check"), second.get("tasks")]
    assert {page.status_code for page in everything} <= {200, 303}
    assert [page.request["PATH_INFO"] for page in everything if "Canary" in page.text] == []
    # What anybody at the desk can read anyway is shown: who it is, and whom to call.
    assert 'value="Bo Costa"' in everything[0].text
    assert any("Invented Friend" in page.text for page in everything)
    # Left alone it stays, and the form can be sent.
    before = second.kept
    for n in range(1, SIGN):
        if second.get("screen", n).status_code == 200:
            second.client.post(second.url("screen", n), as_it_stands(second, n))
    assert second.kept == before


def as_it_stands(walker: Walker, number: int) -> dict[str, str]:
    """Press Continue without touching a field that is empty on the page; the first screen is filled in."""
    hidden = {name: html.unescape(value) for name, value in HIDDEN.findall(walker.page(number).text)}
    told = fields(NEW_PATIENT.screen(number), walker.kept) if number == 1 else {}
    if number == number_of("emergency_contact"):
        told = {code: walker.kept[code] for code in ("emergency_contact", "interpreter")}
    return hidden | told | {"go": "continue"}


def test_check_your_answers_says_only_that_they_are_there(second: Walker) -> None:
    page = second.get("check").text
    assert "You answered this before. We saved the answer and don’t show it on this tablet." in page
    # What only a kept answer has opened is not listed either: that it was asked would tell the answer.
    assert html.escape(NEW_PATIENT.question("inr_status").wording) not in page


def test_answered_again_it_is_shown(second: Walker) -> None:
    number = number_of("seizure")
    second.client.post(second.url("screen", number), {"asked": "seizure", "seen": "1", "seizure": "no"})
    assert second.kept["seizure"] == "no"
    assert re.findall(r'value="no"[^>]*checked', second.page(number).text) != []


def test_a_page_of_another_version_does_not_bring_it_out(second: Walker) -> None:
    number = number_of("anything_else")
    both = second.client.post(
        second.url("screen", number), {"asked": "anything_else", "seen": "0", "anything_else": "Mine"}
    )
    assert "also saved somewhere else" in both.text
    assert ("Mine" in both.text, "Canary" in both.text) == (True, False)


def test_an_emergency_told_before_stops_in_no_words_of_its_own(second: Walker) -> None:
    first = Client()
    page = second.get("stop").text
    assert ("Please get help now" in page, "Tell the person at the front desk now." in page) == (True, True)
    advice = [line for finding in emergencies_of(second) for line in finding.advice]
    assert advice
    assert [line for line in advice if line in html.unescape(page)] == []
    assert second.client.post(second.url("stop"))["Location"].endswith("/1/")
    second.client.post(BACK)
    last = html.unescape(second.client.get(DONE).text)
    assert "Please get help now" in last
    assert [line for line in advice if line in last] == []
    assert first.get(DONE)["Location"] == START


def emergencies_of(walker: Walker) -> list[Finding]:
    found = screen(readings.reading_of(walker.intake, walker.intake.current(), on=TODAY).answers, on=TODAY).findings
    return [finding for finding in found if finding.tier is Tier.EMERGENCY]


TOLD = {
    "pregnancy": "yes",
    "pregnancy_weeks": "20",
    "treatments_tried": ["acupuncture", "injection"],
    "injection_when": "older",
    "acupuncture_reaction": "severe",
    "reaction_detail": "Canary",
}


def way_of(walker: Walker) -> list[tuple[int, str, list[str]]]:
    """Every page by its address, and each screen sent as it stands: status, where it leads, what hidden fields say."""
    pages = [walker.get("screen", n) for n in range(2, SIGN)] + [walker.get("check"), walker.get("tasks")]
    sent = [
        walker.client.post(walker.url("screen", n), as_it_stands(walker, n))
        for n in range(2, SIGN)
        if pages[n - 2].status_code == 200 and n != number_of("emergency_contact")
    ]
    return [
        (page.status_code, page.headers.get("Location", ""), [v for k, v in HIDDEN.findall(page.text) if k == "unseen"])
        for page in (*pages, *sent)
    ]


def test_no_page_of_a_second_tablet_tells_by_its_way_what_was_answered_before(
    client: Client, code: str, bo: Patient, rui: User, frozen: time_machine.Traveller
) -> None:
    ways = []
    walker, at = opened(client, code), NOW
    for told in (TOLD, dict.fromkeys(TOLD, "") | {"pregnancy": "no", "treatments_tried": ["none"]}):
        walker.raw |= told
        fill(walker.raw, intake=walker.intake, by=None, at=at)
        client.post(BACK)
        at += timedelta(minutes=1)
        frozen.shift(timedelta(minutes=1))
        again = Client()
        type_code(again, tablets.hand_over(bo, by=rui, at=at)[1])
        type_birth_date(again)
        ways.append(way_of(Walker(again, typed(), ref=walker.ref)))
        client = again
    assert ways[0] == ways[1]
