"""What was typed is there: after errors, Back, a refresh, another tab, an ended session, a lost database."""

import re
import time
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import User
from intake.pages import accepting, drafts, jobs
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review.models import Alert
from intake.screening import Tier
from tests.intake.conftest import TypeCode
from tests.intake.walker import Walker, fields, number_of, problems
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db

FORM_FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def held_fields(text: str, action: str) -> dict[str, Any]:
    """Return the fields of the form with that action, as a browser would send them."""
    form = next(part for part in text.split("<form")[1:] if f'action="{action}"' in part.partition(">")[0])
    form = form.partition("</form>")[0]
    sent: dict[str, Any] = {}
    for name, value in FORM_FIELD.findall(form):
        sent.setdefault(unescape(name), []).append(unescape(value))
    for name, value in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL):
        sent.setdefault(unescape(name), []).append(unescape(value))
    return sent


def test_an_invalid_page_is_kept_as_typed(walker: Walker) -> None:
    response = walker.send(1, date_of_birth={"day": "31", "month": "2", "year": "1962"}, phone="12")
    assert response.status_code == 200
    assert problems(response) == [
        "This date does not exist. Check the day and the month.",
        "Write a phone number with its area code, for example 213-555-0100.",
    ]
    assert walker.kept["date_of_birth"] == {"day": "31", "month": "2", "year": "1962"}
    assert 'value="12"' in walker.page(1).text


def test_back_saves_and_never_complains(walker: Walker) -> None:
    walker.send(1)
    response = walker.send(2, go="back", rf_chest="", rf_tearing="not_sure")
    assert response["Location"] == walker.url("screen", 1)
    assert walker.kept["rf_tearing"] == "not_sure"
    assert walker.send(1, go="back", full_name="Ana")["Location"] == walker.url("tasks")
    assert walker.kept["full_name"] == "Ana"


def test_confirming_from_the_first_page_wants_a_right_address(walker: Walker) -> None:
    assert walker.send(1, go="confirm")["Location"] == walker.url("confirm")
    response = walker.send(1, go="confirm", email="ana at example")
    assert problems(response) == ["This address looks incomplete. Write it like name@example.com."]


def test_finish_later_saves(walker: Walker) -> None:
    response = walker.send(1, go="later", phone="not a number")
    assert response["Location"] == walker.url("tasks")
    assert walker.kept["phone"] == "not a number"
    assert "Your answers are saved" in walker.get("tasks").text


@pytest.mark.usefixtures("frozen")
def test_the_page_says_when_it_was_saved_and_how_long_it_is_kept(walker: Walker) -> None:
    walker.send(1)
    assert "Saved 10:30 am" in walker.page(2).text
    assert "We keep this form until Thu, Apr 2, 2026" in walker.get("tasks").text


def test_saving_a_page_again_changes_nothing_but_its_version(walker: Walker) -> None:
    page = walker.page(1)
    first, second = walker.send(1, page=page), walker.send(1, page=page)
    assert first["Location"] == second["Location"] == walker.url("screen", 2)
    assert walker.intake.current().document["saves"] == 1


def test_two_people_on_one_page_never_overwrite_silently(walker: Walker) -> None:
    mine, theirs = walker.page(1), walker.page(1)
    walker.send(1, page=theirs, phone="213-555-0111")
    response = walker.send(1, page=mine, phone="213-555-0122")
    assert "What you typed" in response.text
    assert "What was saved at" in response.text
    assert "213-555-0111" in response.text
    assert "213-555-0122" in response.text
    assert walker.kept["phone"] == "213-555-0111"


def test_of_two_versions_mine_can_be_kept(walker: Walker) -> None:
    mine = walker.page(1)
    walker.send(1, phone="213-555-0111")
    conflict = walker.send(1, page=mine, phone="213-555-0122")
    url = walker.url("screen", 1)
    response = walker.client.post(url, held_fields(conflict.text, url))
    assert response["Location"] == walker.url("screen", 2)
    assert walker.kept["phone"] == "213-555-0122"
    assert walker.kept["full_name"] == "Ana Ejemplo"


def test_of_two_versions_theirs_can_be_kept(walker: Walker) -> None:
    mine = walker.page(1)
    walker.send(1, phone="213-555-0111")
    conflict = walker.send(1, page=mine, phone="213-555-0122")
    assert f'<a class="button secondary" href="{walker.url("screen", 1)}">' in conflict.text
    assert 'value="213-555-0111"' in walker.page(1).text


def test_people_on_different_pages_do_not_disturb_each_other(walker: Walker) -> None:
    walker.send(1)
    second, third = walker.page(2), walker.page(3)
    assert walker.send(3, page=third).status_code == 303
    assert walker.send(2, page=second)["Location"] == walker.url("screen", 3)


def test_an_emergency_that_lost_the_race_still_raises_the_alarm(walker: Walker) -> None:
    walker.send(1)
    mine = walker.page(2)
    walker.send(2)
    response = walker.send(2, page=mine, rf_chest="yes")
    assert "Please get help now" in response.text
    assert "What you typed" in response.text
    assert Alert.objects.filter(closed_at=None).count() == 1
    assert walker.kept["rf_chest"] == "no"


def test_a_question_revealed_on_the_page_is_asked_before_going_on(walker: Walker) -> None:
    walker.send(1)
    number = number_of("skin_area")
    response = walker.send(number, skin=["infected"])
    assert response.status_code == 200
    assert "Your answer added one more question" in response.text
    assert problems(response) == []
    response = walker.send(number, page=response)
    assert problems(response) == ["Write an answer."]
    assert walker.send(number, page=response, skin_area="left knee").status_code == 303


def test_an_answer_hidden_by_a_mis_click_is_still_in_the_draft_and_dropped_when_sent(
    walker: Walker, type_code: TypeCode
) -> None:
    walker.raw["email"] = ""
    walker.walk()
    number = number_of("skin_area")
    walker.send(number, skin=["infected"], go="back")
    walker.send(number, skin_area="left knee")
    walker.send(number, skin=["none"])
    assert walker.kept["skin_area"] == "left knee"
    assert walker.send(number_of("signature"))["Location"] == walker.url("sent")
    assert "skin_area" not in walker.kept
    assert "skin_area" not in walker.intake.current().valid


def test_none_with_another_choice_is_refused_on_the_server_and_the_illness_counts(walker: Walker) -> None:
    walker.send(1)
    response = walker.send(number_of("conditions"), conditions=["none", "cancer_now"], cancer_treatment=["none"])
    assert problems(response) == ["You chose “none” and something else. Clear one of them."]
    assert walker.intake.tier is not Tier.CLEAR


def test_screens_whose_questions_are_hidden_are_skipped_in_both_directions(walker: Walker) -> None:
    walker.send(1)
    germs, before, after = number_of("rf_iv_drugs"), number_of("rf_night_pain"), number_of("interpreter")
    assert walker.send(before)["Location"] == walker.url("screen", after)
    assert walker.send(after, go="back")["Location"] == walker.url("screen", before)
    assert walker.get("screen", germs)["Location"] == walker.url("screen", after)


def test_change_returns_to_the_summary_after_the_questions_it_opened(walker: Walker) -> None:
    walker.walk()
    query = "?then=check"
    assert walker.send(number_of("pain_trend"), query=query)["Location"] == walker.url("check")
    response = walker.send(number_of("rf_night_pain"), query=query, rf_night_pain="yes")
    germs = number_of("rf_iv_drugs")
    assert response["Location"] == f"{walker.url('screen', germs)}?then=check"
    assert walker.send(germs, query=query)["Location"] == walker.url("check")


def test_a_change_that_opens_several_screens_asks_them_all(walker: Walker) -> None:
    walker.raw["guardian_name"] = ""
    walker.walk()
    response = walker.send(1, query="?then=check", date_of_birth={"day": "2", "month": "5", "year": "2012"})
    first = number_of("guardian_name")
    assert response["Location"].startswith(f"{walker.url('screen', first)}?then=check")
    query = "?" + response["Location"].partition("?")[2]
    assert problems(walker.send(first, query=query)) == ["Write an answer."]
    walker.raw["guardian_name"] = "Invented Parent, 213-555-0100"
    assert walker.send(first, query=query)["Location"].startswith(f"/intake/{walker.ref}/")


def test_after_the_session_ended_what_was_typed_is_one_button_away(
    walker: Walker, type_code: TypeCode, signed_in: SignedIn
) -> None:
    walker.send(1)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    page = walker.page(2)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        response = walker.send(2, page=page, rf_tearing="not_sure")
        assert response["Location"] == reverse("accounts:signed_out")
        landed = type_code(walker.client, walker.client.post(reverse("intake:resume"), {"email": "ana@example.com"}))
        assert landed.status_code == 302
        held = walker.client.get(reverse("accounts:held"))
        url = walker.url("screen", 2)
        response = walker.client.post(url, held_fields(held.text, url))
    assert response["Location"] == walker.url("screen", 3)
    assert walker.kept["rf_tearing"] == "not_sure"
    assert "held" not in walker.client.session


def test_an_emergency_in_a_page_whose_session_ended_is_met_at_once(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    page = walker.page(2)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        response = walker.send(2, page=page, rf_tearing="yes")
    assert response.status_code == 403
    assert "Please get help now" in response.text
    assert "Sign in and save" in response.text


def test_after_signing_out_in_another_tab_what_was_typed_is_kept_sealed(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    number = number_of("anything_else")
    page = walker.page(number)
    walker.client.post(reverse("account_logout"))
    response = walker.send(number, page=page, anything_else="marmalade allergy")
    assert response.status_code == 403
    assert "Sign in to save what you typed" in response.text
    assert "marmalade" not in str(dict(walker.client.session.items()))
    landed = type_code(walker.client, walker.client.post(walker.url("again"), {"email": "ana@example.com"}))
    assert landed["Location"] == walker.url("again")
    url = walker.url("screen", number)
    assert walker.client.post(url, held_fields(walker.get("again").text, url)).status_code == 303
    assert walker.kept["anything_else"] == "marmalade allergy"
    assert walker.get("again")["Location"] == walker.url("tasks")


def test_a_browser_that_forgot_its_draft_opens_it_again_by_code(walker: Walker, type_code: TypeCode) -> None:
    """Closed before the mailbox was confirmed: reference and mailbox together are enough."""
    walker.send(1)
    other = Client()
    assert "We cannot open this form here" in other.get(walker.url("tasks")).text
    landed = type_code(other, other.post(walker.url("again"), {"email": "ana@example.com"}))
    assert other.get(landed["Location"])["Location"] == walker.url("tasks")
    assert other.get(walker.url("tasks")).status_code == 200


def test_another_mailbox_does_not_open_a_draft_by_its_reference(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    other = Client()
    type_code(other, other.post(walker.url("again"), {"email": "zed@example.com"}))
    assert other.get(walker.url("tasks")).status_code == 404
    assert not walker.intake.is_confirmed


@pytest.fixture
def breaks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is away for exactly one save."""
    as_it_was, calls = drafts.save_screen, []

    def away(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == 1:
            raise OperationalError("the server closed the connection")
        return as_it_was(*args, **kwargs)

    monkeypatch.setattr(drafts, "save_screen", away)


@pytest.mark.usefixtures("breaks_once")
def test_when_the_database_was_away_the_page_holds_the_text_and_a_retry_saves_once(walker: Walker) -> None:
    number = number_of("meds_list")
    text = 'invented tablets & drops\n"twice" <daily>'
    response = walker.send(number, meds_list=text)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "invented tablets &amp; drops" in response.text
    url = walker.url("screen", number)
    again = held_fields(response.text, url)
    assert walker.client.post(url, again).status_code == 303
    assert walker.client.post(url, again).status_code == 303
    assert walker.kept["meds_list"].replace("\r\n", "\n") == text
    assert walker.intake.current().document["saves"] == 1


def test_drafts_are_emptied_after_30_days_and_the_page_says_so(walker: Walker, ana: User, signed_in: SignedIn) -> None:
    walker.send(1)
    accepting.confirm_email(walker.intake, user=ana, at=timezone.now())
    later = timezone.now() + timedelta(days=30, minutes=1)
    with time_machine.travel(later):
        jobs.expire_drafts(later)
        client = signed_in(ana)
        response = client.get(walker.url("tasks"))
        assert response.status_code == 410
        assert "This form was deleted" in response.text
        assert "Deleted after 30 days" in client.get(reverse("intake:start")).text
    intake = Intake.objects.get()
    assert intake.expired_at is not None
    assert intake.full_name == ""
    assert intake.current().raw == {}


def test_the_day_before_nothing_is_emptied(walker: Walker) -> None:
    walker.send(1)
    jobs.expire_drafts(timezone.now() + timedelta(days=29, hours=23))
    assert walker.intake.expired_at is None


def test_a_form_that_was_sent_meanwhile_takes_what_was_typed_as_a_change(sent: Walker) -> None:
    number = number_of("seizure")
    url = sent.url("screen", number)
    data = fields(NEW_PATIENT.screen(number), sent.raw | {"seizure": "remote"})
    response = sent.client.post(url, data | {"asked": "seizure", "seen": "1", "go": "continue"})
    assert "This form has already been sent" in response.text
    again = held_fields(response.text, sent.url("change"))
    assert sent.client.post(sent.url("change"), again).status_code == 303
    assert sent.kept["seizure"] == "remote"
    assert sent.intake.current().frozen_at is None


def test_an_emergency_typed_after_the_form_was_sent_stops_at_once_and_goes_on_as_a_change(sent: Walker) -> None:
    number = number_of("rf_saddle_numb")
    data = fields(NEW_PATIENT.screen(number), sent.raw | {"rf_saddle_numb": "yes"})
    asked = ",".join(question.code for question in NEW_PATIENT.screen(number).questions)
    stop = sent.client.post(sent.url("screen", number), data | {"asked": asked, "seen": "1", "go": "continue"})
    assert stop["Location"] == sent.url("stop_at", number)
    assert "Please get help now" in sent.client.get(stop["Location"]).text
    assert Alert.objects.get().intake == sent.intake
    assert (sent.kept["rf_saddle_numb"], sent.intake.current().frozen_at) == ("yes", None)


def test_only_sending_something_keeps_a_browser_signed_in(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    active = walker.client.session["active"]
    with time_machine.travel(time.time() + 300):
        walker.page(2)
        assert walker.client.session["active"] == active
        walker.send(2)
        assert walker.client.session["active"] > active


def test_when_nothing_answers_at_all_the_typed_text_comes_back_without_a_query(
    walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = walker.page(number_of("meds_list"))
    walker.client.raise_request_exception = False

    def away(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("connection refused")

    with monkeypatch.context() as broken:
        broken.setattr(CursorWrapper, "execute", away)
        response = walker.send(number_of("meds_list"), page=page, meds_list="a tea nobody has heard of, at night")
    assert response.status_code == 503
    assert "a tea nobody has heard of, at night" in response.text
    url = walker.url("screen", number_of("meds_list"))
    assert walker.client.post(url, held_fields(response.text, url)).status_code == 303
    assert walker.kept["meds_list"] == "a tea nobody has heard of, at night"
