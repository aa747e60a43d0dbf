"""Filling in a form through the services, as the pages do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clinic.accounts.models import User
from clinic.demo.forms import HEALTHY
from intake.pages import drafts, sending
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
    answers = intake.current()
    if only is None and not answers.document["screens"]:
        healthy = [each for each in screens[:-1] if all(raw[code] == usual.get(code, "") for code in each[1])]
        for screen, asked in healthy:
            typed = {code: raw[code] for code in asked}
            said = answers.raw | typed
            drafts._write(answers, screen, said, dict.fromkeys(typed), 0, language=intake.language, by=by, at=at)
            answers.document.setdefault("under", {})[screen.code] = intake.definition.version
        answers.save(update_fields=["document", "by"])
        screens = [each for each in screens if each not in healthy]
    for screen, asked in screens:
        seen = intake.current().screen_version(screen.code)
        kept = drafts.save_screen(intake, screen_=screen, raw=raw, asked=asked, seen=seen, by=by, at=at)
        assert kept.conflict is None


def sent(raw: Mapping[str, Any], *, intake: Intake | None = None, by: User, at: datetime) -> Intake:
    """Fill in and send; the mailbox of `by` is the confirmed one."""
    filled = fill(dict(raw) | {"email": by.email}, intake=intake, by=by, at=at)
    return sending.submit(filled, by=by, at=at)
