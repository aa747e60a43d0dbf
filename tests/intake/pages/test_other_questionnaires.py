"""The pages ask what the form was begun with: here the check-in, which asks no name and no signature."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from clinic.accounts.models import Difference, Patient, User
from intake.pages import cards, resume
from intake.questionnaire import CHECK_IN, QUESTIONNAIRES, Questionnaire
from intake.record.models import Intake
from intake.review.follow_up import check_ins
from intake.review.models import Alert
from tests.intake.returning import full_form, needled
from tests.intake.walker import Walker, fields
from tests.support.cast import SignedIn

WELL: dict[str, Any] = {
    "fu_breath": "no",
    "fu_nerve": ["none"],
    "fu_head": "no",
    "fu_fever": "no",
    "fu_skin": ["none"],
    "fu_faint": "no",
    "fu_pain_change": "better",
    "fu_pain_now": "2",
    "fu_tired_drive": "no",
    "fu_needle": "no",
    "fu_meds": ["no"],
    "fu_call": "no",
}


@pytest.fixture
def bo(zed: User) -> Patient:
    """Bo: a full form of last month, and needles in the arms two days ago."""
    return full_form(zed, at=timezone.now() - timedelta(days=30), full_name="Bo Costa")


@pytest.fixture
def check_in(bo: Patient) -> Intake:
    """Bo's check-in, begun by Bo, who is signed in."""
    at = timezone.now()
    told = needled(bo, at=at - timedelta(days=2), areas=["limbs"])
    return check_ins.begin(told, by=bo.user, at=at)


@pytest.fixture
def at_home(check_in: Intake, bo: Patient, signed_in: SignedIn) -> Walker:
    assert bo.user is not None
    return Walker(signed_in(bo.user), WELL, ref=check_in.ref)


def save(walker: Walker, number: int, **more: Any) -> Any:
    """Send a screen of the check-in as a browser would."""
    screen = CHECK_IN.screen(number)
    asked = ",".join(question.code for question in screen.questions)
    sent = fields(screen, walker.raw | more) | {"asked": asked, "visible": asked, "seen": "0"}
    return walker.client.post(walker.url("screen", number), sent)


@pytest.mark.django_db
def test_it_is_walked_checked_and_sent_without_a_signature(at_home: Walker, bo: Patient) -> None:
    number, walked = 1, []
    while number:
        at_home.page(number)
        walked.append(number)
        where = save(at_home, number)["Location"].removeprefix(at_home.url("tasks"))
        number = int(where.strip("/")) if where.strip("/").isdecimal() else 0
    assert (walked[0], where) == (1, "check/")
    check = at_home.client.get(at_home.url("check")).content.decode()
    assert ("Send my answers" in check, "My answers are right" in check) == (True, False)
    assert at_home.client.post(at_home.url("send"))["Location"] == at_home.url("sent")
    intake = at_home.intake
    assert (intake.patient, intake.full_name, intake.date_of_birth) == (bo, bo.full_name, bo.date_of_birth)
    assert intake.accepted_at is not None
    assert (intake.consents.count(), Difference.objects.count()) == (0, 0)
    page = at_home.client.get(at_home.url("sent")).content.decode()
    assert at_home.url("extras") not in page
    assert at_home.client.get(at_home.url("extras")).status_code == 404


@pytest.mark.django_db
def test_an_emergency_in_it_stops_and_raises_the_alert(at_home: Walker) -> None:
    assert save(at_home, 1, fu_breath="yes")["Location"] == at_home.url("stop_at", 1)
    assert Alert.objects.open().filter(intake=at_home.intake).count() == 1
    assert at_home.client.get(at_home.url("stop_at", 1)).status_code == 200


@pytest.mark.django_db
def test_the_stop_page_quotes_what_was_told_for_the_nurse(at_home: Walker) -> None:
    save(at_home, 1, fu_breath="yes", fu_nerve=["weak_lasting", "brief"])
    page = at_home.get("stop").text
    asked = "Since your visit: chest pain, pain when you breathe in, or shortness of breath?"
    assert page.count("You told us at ") == page.count('class="quote"') > 0
    assert f"<span>{asked}</span><br>You told us at " in page
    assert ": <strong>Yes</strong>." in page
    assert "<strong>Weak, still there</strong>" in page
    # A nurse who reads only English is told both in English, the question apart from its answer.
    spanish = at_home.client.get(f"/es{at_home.url('stop_at', 1)}").text
    assert f'<p class="quote" lang="en"><span>{asked}</span><br><strong>Yes</strong></p>' in spanish
    assert "? Yes" not in page + spanish
    assert page.count("Show this to the nurse.") == 1


def test_an_emergency_in_it_is_met_where_the_form_does_not_open(check_in: Intake, client: Client) -> None:
    """Typed by somebody signed out: the questions on the page say which rules read them."""
    typed = QueryDict("asked=fu_breath,fu_nerve,fu_head,fu_fever&fu_breath=yes&fu_nerve=none&fu_head=no&fu_fever=no")
    assert [finding.tier.name for finding in resume.emergencies_in(typed, 1)] == ["EMERGENCY"]
    response = Walker(client, WELL, ref=check_in.ref)
    assert "911" in save(response, 1, fu_breath="yes").content.decode()


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
def test_every_questionnaire_says_at_the_tap_what_is_an_emergency(questionnaire: Questionnaire) -> None:
    cards_of = {
        code
        for screen in questionnaire.screens
        for code, emergencies in cards.at_the_tap(questionnaire, screen).items()
        if emergencies
    }
    assert cards_of
    assert cards_of <= {question.code for question in questionnaire.questions}
