"""How long the form takes: measured from real sittings, without pauses, and an estimate until there are enough."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from intake.pages import drafts, sending, sitting_times
from intake.pages.sitting_times import FEWEST, SittingMinutes, active, summed_up
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Source
from intake.review.next_visit import set_next_visit
from tests.intake.returning import full_form, needled, send_check_in, send_update
from tests.support.answers import Answers as Form
from tests.support.cast import sign_in
from tests.support.times import NOW

TAKES = re.compile(r"(?:Half of our patients finish it in \d+ minutes?|It takes a few minutes)\.")


def minutes(*counts: float) -> list[timedelta]:
    return [timedelta(minutes=count) for count in counts]


@pytest.mark.parametrize(
    ("after", "counted"),
    [
        ((), 0),
        ((1, 3, 4), 4),
        ((1, 6), 6),  # five minutes on one screen are reading
        ((1, 6.1, 7), 1.9),  # more are a pause
        ((4, 1, 3), 4),  # in whatever order the screens stand in the document
        ((2, 2 + 60 * 24, 4 + 60 * 24), 4),  # the next day
        ((-3, 2), 2),
    ],
)
def test_pauses_are_cut(after: tuple[float, ...], counted: float) -> None:
    assert active(NOW, [NOW + timedelta(minutes=count) for count in after]) == timedelta(minutes=counted)


def test_too_few_say_nothing() -> None:
    assert summed_up(minutes(*range(1, FEWEST))) is None
    assert summed_up(minutes(*range(1, FEWEST + 1))) == SittingMinutes(half=11, most=18)


def test_figures_are_whole_minutes_rounded_up() -> None:
    assert summed_up(minutes(*[0.1] * FEWEST)) == SittingMinutes(half=1, most=1)
    assert summed_up(minutes(*[12.2] * 18, 30, 40)) == SittingMinutes(half=13, most=13)
    assert summed_up(minutes(*[12.2] * 17, 30, 40, 50)) == SittingMinutes(half=13, most=30)


@pytest.mark.django_db
@pytest.mark.usefixtures("frozen")
def test_the_page_where_the_form_begins_says_what_was_measured(
    ana: User, answers: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting_times, "FEWEST", 2)
    start = reverse("intake:start")
    _sit(ana, answers, seconds=30)
    assert sitting_times.measure() is None
    assert "We estimate that it takes 10 to 20 minutes." in Client().get(start).text
    _sit(ana, answers, seconds=30)
    _sit(ana, answers, seconds=5, source=Source.TABLET)
    screens = len([s for s in NEW_PATIENT.main_screens if any(q.code in answers() for q in s.questions)])
    wanted = -(-30 * screens // 60)
    assert sitting_times.measure() == SittingMinutes(half=wanted, most=wanted)
    page = Client().get(start).text
    assert f"Half of our patients finish it in {wanted} minutes, 9 of 10 in {wanted}." in page
    assert "estimate" not in page
    ClinicProfile.objects.update(form_minutes=7)
    monkeypatch.setattr(sitting_times, "FEWEST", 20)
    sitting_times.measure()
    assert ClinicProfile.objects.get().form_minutes is None


@pytest.mark.django_db
@pytest.mark.usefixtures("frozen")
def test_each_short_form_says_what_was_measured_of_itself(ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitting_times, "FEWEST", 1)
    patient = full_form(ana)
    needles = needled(patient, at=NOW - timedelta(days=7))
    set_next_visit(patient, at=NOW + timedelta(days=2), now=NOW)
    client = sign_in(ana)

    def said() -> list[str]:
        pages = [client.get(reverse(name)).text for name in ("intake:update", "intake:how_are_you", "intake:start")]
        return [sentence for page in pages for sentence in TAKES.findall(page)]

    sitting_times.measure()
    assert said() == ["It takes a few minutes."] * 3
    send_update(patient, by=ana, at=NOW - timedelta(hours=1))
    sitting_times.measure()
    assert ClinicProfile.objects.get().check_in_minutes is None
    ClinicProfile.objects.update(update_minutes=4)
    site_settings.forget()
    needled(patient, at=NOW - timedelta(minutes=30), visit="AGAIN")
    set_next_visit(patient, at=NOW + timedelta(hours=2), now=NOW)
    measured = "Half of our patients finish it in 4 minutes."
    assert said() == [measured, "It takes a few minutes.", measured]
    send_check_in(needles, by=ana, at=NOW - timedelta(minutes=20))
    sitting_times.measure()
    profile = ClinicProfile.objects.get()
    assert (profile.update_minutes, profile.check_in_minutes) == (1, 1)


def _sit(user: User, answers: Form, *, seconds: int, source: str = Source.ONLINE) -> None:
    """Fill in a whole form, so many seconds a screen, and send it."""
    raw, at = answers(email=user.email), NOW
    intake = drafts.start(by=user, at=at, source=source)
    for screen in NEW_PATIENT.main_screens:
        if asked := {question.code for question in screen.questions if question.code in raw}:
            at += timedelta(seconds=seconds)
            drafts.save_screen(intake, screen_=screen, raw=raw, asked=asked, seen=0, by=user, at=at)
    sending.submit(intake, by=user, at=at)
