"""A page that only shows a screen reads less than a save: it must show the same."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import RequestFactory

from clinic.accounts.models import User
from intake.pages import access, drafts, navigation
from intake.pages.viewer import viewer_of
from intake.questionnaire import NEW_PATIENT, Screen
from intake.record.models import Intake
from intake.screening import opened_by_text, read
from tests.intake.walker import Walker

ON = date(2026, 3, 3)
LISTS = ("none", "lisinopril", "warfarin 5 mg", "stopped Eliquis last month", "warfrin and fish oil")
SCREENS = [pytest.param(n, screen, id=screen.code) for n, screen in enumerate(NEW_PATIENT.main_screens, start=1)]


@pytest.mark.parametrize("medicines", LISTS)
@pytest.mark.parametrize(("number", "screen"), SCREENS)
def test_a_screen_without_such_a_question_shows_the_same_unread(
    number: int, screen: Screen, medicines: str, answers: Callable[..., dict[str, Any]]
) -> None:
    codes = {question.code for question in screen.questions}
    raw = answers(meds_list=medicines)
    whole, unread = read(NEW_PATIENT, raw, on=ON), read(NEW_PATIENT, raw, on=ON, scan=False)
    if codes.isdisjoint(opened_by_text(NEW_PATIENT)):
        assert codes & unread.shown == codes & whole.shown
    assert navigation.place(NEW_PATIENT, unread, number) == navigation.place(NEW_PATIENT, whole, number)
    assert unread.shown | opened_by_text(NEW_PATIENT) >= whole.shown


@pytest.mark.django_db
def test_the_page_of_bleeding_questions_is_read_whole(walker: Walker) -> None:
    walker.raw["meds_list"] = "warfarin 5 mg"
    walker.walk()
    assert 'name="inr_status"' in walker.page(NEW_PATIENT.number_of("inr_status")).text


@pytest.mark.django_db
def test_the_newest_answers_come_with_the_form_and_only_to_whom_it_opens(answers_of_ana: Intake, zed: User) -> None:
    request: Any = RequestFactory().get("/")
    request.session, request.user = {}, answers_of_ana.user
    newest = access.newest_answers_for(viewer_of(request), answers_of_ana.ref)
    assert newest is not None
    assert (newest, newest.intake) == (answers_of_ana.current(), answers_of_ana)
    request.user = zed
    assert access.newest_answers_for(viewer_of(request), answers_of_ana.ref) is None


@pytest.fixture
def answers_of_ana(ana: User, now: Any) -> Intake:
    return drafts.start(at=now, by=ana)
