"""An emergency that was told stays in sight until the answer changes or a practitioner closes it."""

import html
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import Patient, User
from intake.pages.tablet.services import Ended, end
from intake.questionnaire import NEW_PATIENT
from intake.questionnaire.new_patient.quotes import QUOTES
from intake.record.models import Intake
from intake.review import services as review
from intake.review.models import Alert
from intake.screening import RULES, Tier
from tests.intake.conftest import TypeCode
from tests.intake.tablets import hand_over, opened
from tests.intake.walker import SIGN, Walker, number_of
from tests.support.cast import SignedIn
from tests.support.queries import Queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

LINE = "You told us something that needs care today."
STOPS = {"rf_saddle_numb": "yes"}
LEGS = number_of("rf_saddle_numb")


@pytest.fixture
def alarmed(walker: Walker) -> Walker:
    """Ana said yes to numbness between the legs, and went on."""
    walker.send(1)
    walker.send(2)
    assert "/stop/" in walker.send(LEGS, **STOPS)["Location"]
    return walker


def finish(walker: Walker) -> None:
    """Answer every screen that this person is asked, the last one signs and sends."""
    for number in range(1, SIGN + 1):
        if walker.get("screen", number).status_code == 200:
            walker.send(number)


def close(alert: Alert, noor: User) -> None:
    review.log_call(
        alert, by=noor, at=timezone.now(), outcome="advised", note="Is at the hospital.", close=True, seen=alert.version
    )


@pytest.mark.parametrize(("name", "args"), [("screen", [LEGS + 1]), ("tasks", []), ("check", []), ("confirm", [])])
def test_it_stands_above_the_title_of_every_later_page(alarmed: Walker, name: str, args: list[int]) -> None:
    text = alarmed.get(name, *args).text
    assert text.count(LINE) == 1
    assert text.index(LINE) < text.index("<h1")
    assert 'href="tel:911"' in text[text.index(LINE) : text.index("<h1")]


def test_a_healthy_form_never_shows_it(walker: Walker) -> None:
    walker.send(1)
    assert LINE not in walker.page(2).text


def test_the_stop_page_says_it_in_full_instead(alarmed: Walker) -> None:
    assert LINE not in alarmed.get("stop").text


def test_it_stands_on_the_sent_page_and_goes_when_a_practitioner_closes_the_emergency(
    alarmed: Walker, type_code: TypeCode, noor: User
) -> None:
    alarmed.raw["email"] = ""
    finish(alarmed)
    page = alarmed.get("sent").text
    assert page.index("Please get help now") < page.index("Thank you")
    assert LINE in alarmed.client.get(reverse("intake:start")).text
    close(Alert.objects.get(), noor)
    page = alarmed.get("sent").text
    assert ("Please get help now" in page, LINE in page) == (False, False)
    assert LINE not in alarmed.client.get(reverse("intake:start")).text


def test_it_goes_when_the_answer_changes_and_when_a_practitioner_closes_it(alarmed: Walker, noor: User) -> None:
    alarmed.send(LEGS, rf_saddle_numb="no")
    assert LINE not in alarmed.get("tasks").text
    alarmed.send(LEGS, rf_saddle_numb="yes")
    assert LINE in alarmed.get("tasks").text
    close(Alert.objects.get(), noor)
    assert LINE not in alarmed.get("tasks").text


def test_it_is_there_when_the_form_is_resumed_on_another_device(alarmed: Walker, type_code: TypeCode) -> None:
    type_code(alarmed.client, alarmed.client.post(alarmed.url("confirm")))
    other = Client()
    type_code(other, other.post(reverse("intake:resume"), {"email": alarmed.intake.email}))
    assert LINE in Walker(other, ref=alarmed.ref).get("tasks").text
    assert LINE in other.get(reverse("intake:start")).text


def test_words_of_despair_lead_with_988(walker: Walker) -> None:
    walker.send(1)
    walker.send(number_of("anything_else"), anything_else="I want to die")
    page = walker.get("tasks").text
    line = page[page.index(LINE) : page.index("<h1")]
    assert line.index('href="tel:988"') < line.index('href="tel:911"')


def test_on_a_tablet_it_says_to_tell_the_desk(client: Client, code: str) -> None:
    tablet = opened(client, code)
    tablet.send(1)
    tablet.send(LEGS, **STOPS)
    assert f"{LINE} Tell the person at the front desk." in tablet.get("tasks").text


def test_handed_over_again_it_is_there_in_no_words_of_its_own(
    client: Client, code: str, bo: Patient, rui: User, frozen: time_machine.Traveller
) -> None:
    tablet = opened(client, code)
    tablet.send(1)
    tablet.send(number_of("anything_else"), anything_else="I want to die")
    frozen.shift(timedelta(minutes=1))
    end(tablet.intake.hand_overs.get(), how=Ended.GIVEN_BACK, at=timezone.now())
    second = opened(Client(), hand_over(bo, rui))
    page = second.get("tasks").text
    line = page[page.index(LINE) : page.index("<h1")]
    assert ('href="tel:911"' in line, 'href="tel:988"' in line) == (True, False)


def test_at_the_desk_on_somebodys_behalf_it_is_worded_for_staff(bo: Patient, rui: User, signed_in: SignedIn) -> None:
    desk = signed_in(rui)
    desk.post(reverse("desk:behalf", args=[bo.ref]), {"source": "phone"})
    walker = Walker(desk, ref=Intake.objects.latest("pk").ref)
    walker.send(1)
    walker.send(LEGS, **STOPS)
    page = walker.get("tasks").text
    assert "The patient told us something that needs care today. Get a practitioner now." in page
    assert LINE not in page


def test_somebody_who_helps_is_given_no_hint_of_a_private_answer(walker: Walker) -> None:
    walker.send(1, form_filler="helper")
    walker.raw["pregnancy"] = "yes"
    walker.send(number_of("pregnancy"))
    walker.send(number_of("pregnancy_warning"), pregnancy_warning="yes")
    assert Alert.objects.open().exists()
    assert LINE not in walker.get("tasks").text


def test_it_stands_on_the_patients_own_page(alarmed: Walker, type_code: TypeCode, noor: User) -> None:
    alarmed.raw["email"] = "ana@example.com"
    finish(alarmed)
    type_code(alarmed.client, alarmed.client.post(alarmed.url("confirm")))
    assert Intake.objects.get().patient is not None
    page = alarmed.client.get(reverse("booking:mine")).text
    assert page.index(LINE) < page.index("<h1")
    close(Alert.objects.get(), noor)
    assert LINE not in alarmed.client.get(reverse("booking:mine")).text


def test_a_form_without_an_emergency_costs_no_query_for_it(walker: Walker, queries: Queries) -> None:
    walker.send(1)
    with queries(2):
        walker.page(2)


# What the stop page quotes


def test_the_stop_page_quotes_the_answer_and_when_it_was_given(frozen: time_machine.Traveller, walker: Walker) -> None:
    walker.send(1)
    stop = walker.send(LEGS, **STOPS)["Location"]
    frozen.shift(timedelta(minutes=9))
    walker.send(LEGS + 1)
    page = " ".join(html.unescape(walker.client.get(stop).text).split())
    quote = "<strong>New numbness between the legs</strong>. Show this to the nurse."
    assert f"You told us at 10:30 am: {quote}" in page


@pytest.mark.parametrize("code", ["es", "ko", "zh-hans", "zh-hant", "vi", "hy"])
def test_a_nurse_who_reads_english_is_shown_the_answer_in_english_too(walker: Walker, code: str) -> None:
    walker.send(1)
    stop = walker.send(LEGS, **STOPS)["Location"]
    in_english = '<p class="quote" lang="en"><strong>New numbness between the legs</strong></p>'
    assert in_english not in walker.client.get(stop).text
    page = walker.client.get(f"/{code}{stop}").text
    assert page.count(in_english) == 1
    assert page.index("<strong>", page.index('class="quote"')) < page.index(in_english)


def test_after_midnight_the_quote_names_the_day(frozen: time_machine.Traveller) -> None:
    frozen.shift(timedelta(hours=13, minutes=20))
    walker = Walker(Client()).begin()
    walker.send(1)
    stop = walker.send(LEGS, **STOPS)["Location"]
    frozen.shift(timedelta(minutes=15))
    assert "You told us on Tue, Mar 3, at 11:50 pm: <strong>New numb" in walker.client.get(stop).text


def test_a_tablet_does_not_quote_what_was_told_before_it_was_handed_over(
    client: Client, code: str, bo: Patient, rui: User, frozen: time_machine.Traveller
) -> None:
    tablet = opened(client, code)
    tablet.send(1)
    tablet.send(LEGS, **STOPS)
    assert "New numbness between the legs" in tablet.get("stop").text
    frozen.shift(timedelta(minutes=1))
    end(tablet.intake.hand_overs.get(), how=Ended.GIVEN_BACK, at=timezone.now())
    second = opened(Client(), hand_over(bo, rui))
    assert "New numbness between the legs" not in second.get("stop").text


def test_somebody_who_helps_reads_no_private_answer_in_the_quotes(walker: Walker) -> None:
    walker.send(1, form_filler="helper")
    walker.send(number_of("pregnancy"), pregnancy="yes")
    walker.send(number_of("pregnancy_warning"), pregnancy_warning="yes")
    page = walker.get("stop").text
    assert ("Please get help now" in page, "A warning sign in pregnancy" in page) == (True, False)


def test_every_answer_that_is_an_emergency_by_itself_has_a_quote() -> None:
    named = {code for rule in RULES if rule.tier is Tier.EMERGENCY for code in rule.questions}
    asked = {code for code in named if code in NEW_PATIENT and (code.startswith("rf_") or code.endswith("_warning"))}
    assert asked - set(QUOTES) == {"rf_iv_drugs"}


def test_every_quoted_value_is_one_that_can_be_chosen() -> None:
    wrong = {code: set(values) - NEW_PATIENT.question(code).values for code, values in QUOTES.items()}
    assert {code for code, values in wrong.items() if values} == set()
