"""Filling in a form through the services, as the pages do."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from clinic.accounts.models import User
from clinic.demo.forms import HEALTHY
from intake.pages import drafts, navigation, readings, sending
from intake.questionnaire import Screen
from intake.record.models import Intake


def fill(
    raw: Mapping[str, Any],
    *,
    intake: Intake | None = None,
    only: set[str] | None = None,
    by: User | None,
    at: datetime,
) -> Intake:
    """Save every screen that holds one of the answers (`only`: those questions alone), and return the sitting.

    Of a new form, screens answered as a healthy person answers them stand in the draft as if each had been saved;
    every other screen, and the last, is saved by the service, which reads and screens the whole form.
    """
    intake = intake or drafts.start(by=by, at=at)
    fill_screens(intake, raw, usual={**HEALTHY, "signature": raw.get("full_name")}, only=only, by=by, at=at)
    return Intake.objects.get(pk=intake.pk)


def fill_screens(
    intake: Intake,
    raw: Mapping[str, Any],
    *,
    usual: Mapping[str, Any],
    only: set[str] | None = None,
    by: User | None,
    at: datetime,
) -> None:
    """Do what `fill` says, in any questionnaire; `usual` are its answers of somebody healthy."""
    screens = [
        (screen, asked)
        for screen in intake.definition.main_screens
        if (asked := {q.code for q in screen.questions if q.code in raw and (only is None or q.code in only)})
    ]
    if only is None:
        laid = lay_in(intake, raw, screens[:-1], usual=usual, by=by, at=at)
        screens = [each for each in screens if each[0] not in laid]
    for screen, asked in screens:
        seen = intake.current().screen_version(screen.code)
        kept = drafts.save_screen(intake, screen_=screen, raw=raw, asked=asked, seen=seen, by=by, at=at)
        assert kept.conflict is None


def lay_in(
    intake: Intake,
    raw: Mapping[str, Any],
    screens: Iterable[tuple[Screen, set[str]]],
    *,
    usual: Mapping[str, Any],
    by: User | None,
    at: datetime,
) -> list[Screen]:
    """Let screens that nobody answered yet and that are answered as usual stand in the draft as if each had been saved.

    Return them. Nothing is read or screened until the next screen is saved.
    """
    answers, laid = intake.current(), []
    for screen, asked in screens:
        if screen.code in answers.document["screens"] or any(raw[code] != usual.get(code, "") for code in asked):
            continue
        typed = {code: raw[code] for code in asked}
        drafts._write(
            answers, screen, answers.raw | typed, dict.fromkeys(typed), 0, language=intake.language, by=by, at=at
        )
        answers.document.setdefault("under", {})[screen.code] = intake.definition.version
        laid.append(screen)
    if laid:
        answers.save(update_fields=["document", "by"])
    return laid


def lay_in_before(
    intake: Intake,
    raw: Mapping[str, Any],
    *,
    stop: int,
    at: datetime,
    after: int = 0,
    but: Collection[int] = (),
) -> list[int]:
    """Lay in what a healthy person answers on the screens before a number (0: before the signature), and after the one
    that is open in a browser, `but` for some; return their numbers.
    """
    definition = intake.definition
    numbers = {screen.code: number for number, screen in enumerate(definition.main_screens, start=1)}
    # A screen whose questions are hidden is never met, and so never saved.
    reading = readings.reading_of_raw(intake, intake.current(), raw, on=readings.day_of(at), scan=False)
    met = set(navigation.screens(definition, reading.shown))
    before = [
        (screen, {q.code for q in screen.questions if q.code in raw})
        for screen in definition.main_screens[: stop - 1 if stop else -1]
        if numbers[screen.code] in met and numbers[screen.code] > after and numbers[screen.code] not in but
    ]
    laid = lay_in(intake, raw, [each for each in before if each[1]], usual=HEALTHY, by=None, at=at)
    return [numbers[screen.code] for screen in laid]


def sent(raw: Mapping[str, Any], *, intake: Intake | None = None, by: User, at: datetime) -> Intake:
    """Fill in and send; the mailbox of `by` is the confirmed one."""
    filled = fill(dict(raw) | {"email": by.email}, intake=intake, by=by, at=at)
    return sending.submit(filled, by=by, at=at)
