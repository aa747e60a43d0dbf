"""Filling in a form through the services, screen by screen, as the pages do."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clinic.accounts.models import User
from intake.pages import drafts, sending
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake


def fill(
    raw: Mapping[str, Any],
    *,
    intake: Intake | None = None,
    only: set[str] | None = None,
    by: User | None,
    at: datetime,
) -> Intake:
    """Save every screen that holds one of the answers (`only`: those questions alone), and return the sitting."""
    intake = intake or drafts.start(by=by, at=at)
    for screen in NEW_PATIENT.main_screens:
        asked = {q.code for q in screen.questions if q.code in raw and (only is None or q.code in only)}
        if asked:
            seen = intake.current().screen_version(screen.code)
            kept = drafts.save_screen(intake, screen_=screen, raw=raw, asked=asked, seen=seen, by=by, at=at)
            assert kept.conflict is None
    return Intake.objects.get(pk=intake.pk)


def sent(raw: Mapping[str, Any], *, intake: Intake | None = None, by: User, at: datetime) -> Intake:
    """Fill in and send; the mailbox of `by` is the confirmed one."""
    filled = fill(dict(raw) | {"email": by.email}, intake=intake, by=by, at=at)
    return sending.submit(filled, by=by, at=at)
