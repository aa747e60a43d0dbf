"""How a story of the demo clinic is told, and what its people do.

A story is a generator. It yields how long ago its next scene plays, is handed that moment, and does what a person
would do, through the same services. `tell` plays the scenes of all stories in the order of time, so that the
audit log reads like one. What staff do at work (`work`) happens in the opening hours.
"""

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from clinic import formatting
from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.demo import opening
from intake.pages import accepting, drafts, sending
from intake.questionnaire import NEW_PATIENT, Screen
from intake.record.models import Intake
from intake.review import services as review
from intake.review.models import Alert, Case, Decision
from intake.review.services import version_of

Story = Generator[timedelta, datetime, None]
Raw = dict[str, Any]
NO_TIME = timedelta(0)


class AtWork(timedelta):
    """How long ago somebody did something at work: in the next opening hours, where the clinic was closed then."""


def tell(stories: Iterable[Story], *, now: datetime, say: Callable[[str], object] = lambda _sentence: None) -> None:
    """Play every scene of every story, the longest ago first; `say` is told of each week that begins."""
    waiting = [(_moment(next(story), now), number, story) for number, story in enumerate(stories)]
    heapq.heapify(waiting)
    week = ""
    while waiting:
        at, number, story = heapq.heappop(waiting)
        day = timezone.localdate(at)
        monday = day - timedelta(days=day.weekday())
        if week != (week := f"  the week of {formatting.calendar_date(monday)} …"):
            say(week)
        try:
            following = _moment(story.send(at), now)
        except StopIteration:
            continue
        heapq.heappush(waiting, (max(at, following), number, story))


def _moment(so_long_ago: timedelta, now: datetime) -> datetime:
    at = now - so_long_ago
    if not isinstance(so_long_ago, AtWork):
        return at
    zone = timezone.get_default_timezone()
    assert isinstance(zone, ZoneInfo)  # noqa: S101  (Django makes no other)
    opens = opening.next_open_moment(at, zone)
    return opens if opens <= now else at


def ago(*, days: float = 0, hours: float = 0, minutes: float = 0) -> timedelta:
    return timedelta(days=days, hours=hours, minutes=minutes)


def work(*, days: float = 0, hours: float = 0, minutes: float = 0) -> timedelta:
    return AtWork(days=days, hours=hours, minutes=minutes)


# What patients do


def fill(intake: Intake, raw: Raw, *, at: datetime, until: str = "", by: User | None = None) -> Intake:
    """Answer the screens in their order, each at the pace of this person, up to and including `until`."""
    codes = [screen.code for screen in NEW_PATIENT.main_screens]
    last = codes.index(until) if until else len(codes)
    pace = timedelta(seconds=35 + len(raw["full_name"]) % 4 * 5)
    answer_screens(intake, raw, NEW_PATIENT.main_screens[: last + 1], by=by, at=at, pace=pace)
    return intake


def answer_screens(
    intake: Intake, raw: Raw, screens: Iterable[Screen], *, by: User | None, at: datetime, pace: timedelta = NO_TIME
) -> None:
    """Answer screens that nobody has saved yet, one after the other."""
    for number, screen in enumerate(screens):
        codes = [question.code for question in screen.questions if question.code in raw]
        drafts.save_screen(intake, screen_=screen, raw=raw, asked=codes, seen=0, by=by, at=at + number * pace)


def confirm(intake: Intake, raw: Raw, *, at: datetime) -> User:
    """Type the code from the letter."""
    user = accounts.ensure_login(raw["email"])
    assert user is not None  # noqa: S101  (an invented patient is never staff)
    accepting.confirm_email(intake, user=user, at=at)
    return user


def send(raw: Raw, *, at: datetime) -> Intake:
    """Fill in everything, confirm the mailbox if there is one, sign and send."""
    intake = fill(drafts.start(at=at), raw, at=at)
    user = confirm(intake, raw, at=at + timedelta(minutes=21)) if raw["email"] else None
    return sending.submit(intake, by=user, at=at + timedelta(minutes=22))


def change(intake: Intake, raw: Raw, *screen_codes: str, at: datetime) -> Intake:
    """Change the answers of some screens of a sent form, sign and send it again."""
    user = intake.user
    sending.change(intake, by=user, at=at)
    for code in (*screen_codes, "consent_sign"):
        screen = next(screen for screen in NEW_PATIENT.screens if screen.code == code)
        version = intake.current().screen_version(code)
        codes = [question.code for question in screen.questions if question.code in raw]
        drafts.save_screen(intake, screen_=screen, raw=raw, asked=codes, seen=version, by=user, at=at)
    return sending.submit(intake, by=user, at=at)


# What practitioners do


def decide(intake: Intake, by: User, *, at: datetime, outcome: str, reason: str, **more: Any) -> Decision:
    case = Case.objects.not_closed().get(intake=intake)
    review.claim(case, by=by, at=at)
    answers = review.open_case(case, by=by, at=at)
    version = version_of(answers)
    return review.decide(case, by=by, at=at, seen=version, outcome=outcome, reason=reason, **more)


def call(intake: Intake, by: User, *, at: datetime, note: str) -> None:
    alert = Alert.objects.get(intake=intake, closed_at=None)
    review.log_call(alert, by=by, at=at, outcome="advised", note=note, close=True)
