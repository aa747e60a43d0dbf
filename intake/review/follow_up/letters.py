"""Asking how somebody is, and telling who is on duty of a call. No clinical word, no answer, no name, no secret."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from clinic.links import page_url
from clinic.outbox import letters
from clinic.outbox.message_words import BODY, TEXT, editable, needed
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from intake.review import duty
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.review.letters import short

_PRACTICE = frozenset({FollowUpTask.Kind.URGENT, FollowUpTask.Kind.CALL_TODAY})


def ask(check_in: CheckIn, *, at: datetime) -> bool:
    """Write the question of the 48 hours; False where there is no address to send it to."""
    return _write(check_in, "ask", at=at)


def remind(check_in: CheckIn, *, at: datetime) -> bool:
    """Write it once more; False where there is no address."""
    return _write(check_in, "remind", at=at)


def _write(check_in: CheckIn, which: str, *, at: datetime) -> bool:
    ways = check_in.patient.message_ways
    letters.enqueue("intake.check_in", key=f"check_in:{check_in.ref}:{which}", to=ways, about=check_in, at=at)
    return bool(ways)


def tell_of_task(task: FollowUpTask, *, at: datetime) -> None:
    """Tell whoever is on duty of a call that is owed today; of an emergency the alert tells already."""
    if task.kind not in _PRACTICE:
        return
    for person in duty.on_duty():
        key = f"task:{task.ref}:{short(person.email)}"
        letters.enqueue("intake.task", key=key, to=person.ways, about=task, at=at)


@letters.kind("intake.check_in", urgency=Urgency.REMINDER)
def _check_in(letter: Letter, at: datetime) -> letters.Message | None:
    check_in = letter.about_as(CheckIn)
    if check_in is None or check_in.ended_at is not None or not check_in.patient.message_ways:
        return None
    # The address is everybody's: who it is, the page learns from signing in.
    url = page_url("intake:how_are_you")
    return letters.render("intake/check_in", {"url": url, "named": check_in.patient.named_in_a_family()})


_URL = needed("url", _("the link to their page"), "https://clinic.example/intake/how-are-you/", BODY, TEXT)
editable("intake/check_in", _("How are you since your visit?"), _URL)


@letters.kind("intake.task")
def _task(letter: Letter, at: datetime) -> letters.Message | None:
    task = letter.about_as(FollowUpTask)
    if task is None or task.closed_at is not None:
        return None
    url = page_url("admin:review_followuptask_changelist")
    return letters.render("intake/task", {"due": task.due_at, "url": url})
