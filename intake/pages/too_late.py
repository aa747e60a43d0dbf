"""A page of a form that came too late to be kept: an emergency on it is met all the same."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from clinic.audit.transaction import audited_transaction
from clinic.languages import SOURCE
from intake.pages import drafts, readings, sending
from intake.pages.saved_screen import differs
from intake.questionnaire import Screen
from intake.record.models import Answers, Intake
from intake.screening import Finding, Tier

if TYPE_CHECKING:
    from clinic.accounts.models import User


@audited_transaction()
def alarm(
    intake: Intake,
    *,
    screen_: Screen,
    raw: Mapping[str, Any],
    asked: Collection[str],
    language: str = SOURCE.code,
    by: "User | None",
    at: datetime,
) -> tuple[Finding, ...]:
    """Raise the alert for an emergency that this page tells anew; return what to show now, nothing where it tells none.

    A form that was sent meanwhile is opened for a change that holds the page: who reads the alert finds the answer.
    Without an emergency nothing is written.
    """
    if intake.expired_at is not None:
        return ()
    answers = intake.current()
    typed = different(answers, screen_, raw=raw, asked=asked, at=at)
    reading = readings.reading_of_raw(intake, answers, answers.raw | typed, on=readings.day_of(at))
    screening = readings.screened(intake, answers, reading, at=at) if typed else None
    if screening is None or not any(
        found.tier is Tier.EMERGENCY and set(found.because) & set(typed) for found in screening.findings
    ):
        return ()
    if answers.frozen_at is not None:
        sending.change(intake, by=by, at=at)
        seen = 0
    else:
        # Another version than any page was made from: of two answers the stricter counts, and neither is lost.
        seen = -1
    kept = drafts.save_screen(intake, screen_=screen_, raw=raw, asked=asked, seen=seen, language=language, by=by, at=at)
    return kept.emergencies


def different(
    answers: Answers, screen_: Screen, *, raw: Mapping[str, Any], asked: Collection[str], at: datetime
) -> dict[str, Any]:
    """Return what was typed on a page and stands otherwise in the form, by question code; nothing of a question that
    these answers do not ask.
    """
    typed = {q.code: raw[q.code] for q in screen_.questions if q.code in asked and q.code in raw}
    reading = readings.reading_of_raw(answers.intake, answers, answers.raw | typed, on=readings.day_of(at))
    return {
        code: value for code, value in typed.items() if code in reading.shown and differs(answers.raw.get(code), value)
    }
