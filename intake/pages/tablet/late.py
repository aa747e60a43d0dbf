"""What was typed on a page of a tablet that was closed meanwhile."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from clinic import languages
from intake.pages import drafts, navigation, too_late
from intake.pages.forms import StepForm
from intake.pages.tablet.models import HandOver
from intake.pages.tablet.services import LATE
from intake.record.answer_words import said
from intake.record.errors import IntakeError
from intake.screening import Finding


@dataclass(frozen=True, slots=True)
class LatePage:
    """What became of a page: whether there was one, the emergencies to meet, and what was typed and could not be kept,
    as question and words.
    """

    is_there: bool = False
    findings: tuple[Finding, ...] = ()
    typed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_lost(self) -> bool:
        return bool(self.typed)


NOTHING = LatePage()


def take(request: HttpRequest, handed: HandOver, number: int, *, may_keep: bool = True, at: datetime) -> LatePage:
    """Keep a page that was sent after its form closed, where the draft is open and somebody held the tablet not long
    ago; elsewhere raise the alert for an emergency in it. Nothing of the form is shown for it.
    """
    intake = handed.intake
    questionnaire = intake.definition
    is_page = request.method == "POST" and "asked" in request.POST and 1 <= number <= len(questionnaire.main_screens)
    if handed.opened_at is None or not is_page:
        return NOTHING
    form = StepForm(questionnaire.screen(number), data=request.POST)
    language = languages.read_in(request).code
    if may_keep and handed.active_at is not None and at - handed.active_at < LATE:
        with suppress(IntakeError):
            kept = drafts.save_screen(
                intake,
                screen_=form.screen,
                raw=form.raw,
                asked=form.asked,
                seen=form.seen,
                language=language,
                by=None,
                at=at,
            )
            codes = kept.conflict.differing if kept.conflict else []
            return LatePage(True, kept.emergencies, _in_words(form, codes))
    if number == navigation.signing(questionnaire):
        return LatePage(True)
    lost = too_late.different(intake.current(), form.screen, raw=form.raw, asked=form.asked, at=at)
    findings = too_late.alarm(
        intake, screen_=form.screen, raw=form.raw, asked=form.asked, language=language, by=None, at=at
    )
    return LatePage(True, findings, _in_words(form, list(lost)))


def _in_words(form: StepForm, codes: list[str]) -> list[dict[str, Any]]:
    return [
        {"question": _(question.wording), "yours": [str(line) for line in said(question, form.raw[question.code])]}
        for question in form.questions
        if question.code in codes
    ]
