"""The screens of the form: ask, keep, and go on. Every Continue and every Back saves, valid or not."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import activate
from django.views.decorators.http import require_http_methods

from clinic import formatting, languages
from clinic.redirects import see_other
from clinic.site_settings import services as site_settings
from intake.pages import (
    cards,
    chosen,
    drafts,
    language_choice,
    navigation,
    readings,
    resume,
    sending,
    sitting_times,
    text_consent,
)
from intake.pages.forms import BESIDE, StepForm
from intake.pages.last_answers import all_still_no, last_answers, only_old_answer, shows_last
from intake.pages.layout import SELF
from intake.pages.saved_screen import Kept
from intake.pages.tablet import handed
from intake.pages.viewer import FormViewer, opened_by
from intake.pages.views import finishing, versions
from intake.pages.views.doors import form_context, own_form
from intake.questionnaire import Questionnaire
from intake.questionnaire.consent import CONSENT_VERSION, RISK_SHEET
from intake.record.errors import IntakeError
from intake.record.models import Answers, Intake
from intake.screening import Reading, opened_by_text

CHECK = "check"


class Go(StrEnum):
    """Where a person wants to go once a screen is saved: the button that was pressed."""

    CONTINUE = "continue"
    BACK = "back"
    LATER = "later"
    CONFIRM = "confirm"
    # The tablet is given back, or nobody holds it any more: either way what was typed is saved first.
    HAND_BACK = "hand_back"
    RESTED = "rested"
    # The same screen in another language: "in-es".
    OTHER_LANGUAGE = "in"
    # In an update: every old answer of the screen was No, and still is.
    STILL_NO = "still_no"
    # In an update: the one old answer of the screen still stands.
    NO_CHANGE = "no_change"

    @classmethod
    def pressed(cls, request: HttpRequest) -> "Go":
        """Return the button that was pressed; Continue for none, and for anything else that was sent."""
        try:
            return cls.OTHER_LANGUAGE if languages.asked(request) else cls(request.POST.get("go", ""))
        except ValueError:
            return cls.CONTINUE


@languages.partly_for_emergencies
@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, viewer: FormViewer, number: int) -> HttpResponse:
    """Ask, and keep, the questions of one screen."""
    intake, questionnaire = viewer.intake, viewer.questionnaire
    if not 1 <= number <= len(questionnaire.main_screens):
        raise Http404
    if request.method == "POST":
        return keep(request, viewer, number)
    answers = intake.current()
    if answers.frozen_at is not None:
        return redirect("intake:sent", intake.ref)
    screen_, on = questionnaire.screen(number), timezone.localdate()
    if (elsewhere := chosen.elsewhere(request, intake, viewer, is_urgent=screen_.has_red_flag)) is not None:
        return elsewhere
    codes = {question.code for question in screen_.questions}
    reading = readings.reading_of(intake, answers, on=on, scan=not codes.isdisjoint(opened_by_text(questionnaire)))
    if codes.isdisjoint(viewer.in_sight(answers, reading).shown):
        # Not asked here; or only answers kept back have opened it, and there is nothing to ask.
        way = viewer.in_sight(answers, readings.reading_of(intake, answers, on=on))
        return _forward(intake, navigation.after(questionnaire, way.shown, number))
    form = StepForm(screen_)
    form.fill(answers.raw, reading, version=answers.screen_version(screen_.code))
    return _page(request, viewer, answers, reading, form, number)


def keep(request: HttpRequest, viewer: FormViewer, number: int) -> HttpResponse:
    """Save what was typed on a screen and go where the person wants to go, or must go."""
    intake, at = viewer.intake, timezone.now()
    form = StepForm(viewer.questionnaire.screen(number), data=request.POST)
    _take_over(request, viewer, form, on=timezone.localtime(at).date())
    language_choice.keep(viewer, languages.asked(request), at=at)
    try:
        saved_screen = drafts.save_screen(
            intake,
            screen_=form.screen,
            raw=form.raw,
            asked=form.asked,
            seen=form.seen,
            language=languages.read_in(request).code,
            texts=text_consent.said(request.POST) if text_consent.is_asked(viewer, form.screen) else None,
            unreadable=viewer.unreadable,
            by=viewer.user,
            at=at,
        )
    except IntakeError as closed:
        return versions.closed(request, viewer, form, number, str(closed))
    if saved_screen.conflict is not None:
        return versions.conflict(request, viewer, saved_screen, form, number)
    resume.forget(request)
    if language := languages.asked(request):
        activate(language)  # of what is said from here on, and of the address it leads to
    if saved_screen.emergencies:
        return see_other("intake:stop_at", intake.ref, number, query=_query(request))
    typed = [code for code in form.asked if form.raw[code]]
    form.fill(
        saved_screen.answers.raw,
        saved_screen.reading,
        version=saved_screen.answers.screen_version(form.screen.code),
        typed=typed,
    )
    return _go(request, viewer, saved_screen, form, number, at=at)


def _take_over(request: HttpRequest, viewer: FormViewer, form: StepForm, *, on: date) -> None:
    """In an update: "No change" is answered with the old answer."""
    if BESIDE not in request.POST:
        return
    answers = viewer.intake.current()
    reading = readings.reading_of(viewer.intake, answers, on=on)
    last = last_answers(viewer, answers, reading, form.screen, on=on)
    shown_questions = [question for question in form.questions if question.code in reading.shown]
    may_stand = {Go.STILL_NO: all_still_no, Go.NO_CHANGE: only_old_answer}.get(Go.pressed(request))
    form.take_over(last, all_=may_stand is not None and bool(may_stand(last, shown_questions)))


def _go(
    request: HttpRequest, viewer: FormViewer, kept: Kept, form: StepForm, number: int, *, at: datetime
) -> HttpResponse:
    intake, questionnaire = viewer.intake, viewer.questionnaire
    go, checking = Go.pressed(request), request.GET.get("then") == CHECK
    way = viewer.in_sight(kept.answers, kept.reading)
    if go in {Go.HAND_BACK, Go.RESTED} and viewer.hand_over is not None:
        return handed.give_back(request, viewer.hand_over, rested=go is Go.RESTED, at=at)
    if go is Go.OTHER_LANGUAGE:
        return see_other("intake:screen", intake.ref, number, query=request.GET.urlencode())
    if go is Go.LATER:
        return see_other("intake:tasks", intake.ref)
    if go is Go.CONFIRM and intake.email and not intake.entered_by_id:
        return see_other("intake:confirm", intake.ref)
    if go is Go.BACK:
        if checking or number == navigation.signing(questionnaire):
            return see_other("intake:check", intake.ref)
        earlier = navigation.before(questionnaire, way.shown, number)
        return see_other("intake:screen", intake.ref, earlier) if earlier else see_other("intake:tasks", intake.ref)
    form.judge(kept.reading)
    if text_consent.is_asked(viewer, form.screen) and "phone" not in form.problems:
        form.problems |= text_consent.problem(kept.answers, str(kept.reading.answers.get("phone", "")))
    if not form.is_whole:
        return _page(request, viewer, kept.answers, kept.reading, form, number)
    if number == navigation.signing(questionnaire):
        return finishing.send_now(request, viewer, at=at)
    if checking:
        return _back_to_check(request, kept, number, at=at)
    return _forward(intake, navigation.after(questionnaire, way.shown, number))


def _forward(intake: Intake, number: int | None, query: str = "") -> HttpResponse:
    if number is None:
        return see_other("intake:check", intake.ref)
    return see_other("intake:screen", intake.ref, number, query=query)


def _back_to_check(request: HttpRequest, kept: Kept, number: int, *, at: datetime) -> HttpResponse:
    """Ask the questions that the change has opened, then return to check-your-answers."""
    questionnaire = kept.intake.definition
    # What these eyes may not read counts as not answered before: what it opens is asked, the same or not.
    before = {code: raw for code, raw in kept.earlier.items() if code not in kept.unreadable}
    earlier = readings.reading_of_raw(kept.intake, kept.answers, before, on=timezone.localtime(at).date())
    waiting = {
        n for n in _asked_numbers(request, questionnaire) if navigation.open_codes(questionnaire, kept.reading, n)
    }
    ask = sorted((waiting | set(navigation.opened(questionnaire, earlier, kept.reading))) - {number})
    if not ask:
        return see_other("intake:check", kept.intake.ref)
    return _forward(kept.intake, ask[0], urlencode({"then": CHECK, "ask": ask[1:]}, doseq=True))


def _asked_numbers(request: HttpRequest, questionnaire: Questionnaire) -> set[int]:
    """The screens that an earlier change has opened and that were not asked yet: numbers, never answers."""
    numbers = {str(number): number for number in range(1, len(questionnaire.main_screens) + 1)}
    return {numbers[text] for text in request.GET.getlist("ask")[:40] if text in numbers}


def _query(request: HttpRequest) -> str:
    return urlencode({"then": CHECK}) if request.GET.get("then") == CHECK else ""


def _page(
    request: HttpRequest, viewer: FormViewer, answers: Answers, reading: Reading, form: StepForm, number: int
) -> HttpResponse:
    with languages.reading(request) as language:
        response = _in_language(request, viewer, answers, reading, form, number)
    response.headers["Content-Language"] = language.code
    return response


def _in_language(
    request: HttpRequest, viewer: FormViewer, answers: Answers, reading: Reading, form: StepForm, number: int
) -> HttpResponse:
    intake, questionnaire = viewer.intake, viewer.questionnaire
    on = timezone.localdate()
    form.last = last_answers(viewer, answers, reading, form.screen, on=on) if shows_last(viewer, answers) else {}
    form.emergencies = cards.at_the_tap(questionnaire, form.screen)
    visible = [question for question in form.questions if question.code in form.shown]
    # The question itself is the headline where it stands alone, without a sentence before it.
    form.question_is_heading = len(visible) == 1 and not (form.screen.intro or form.screen.why)
    signs = number == navigation.signing(questionnaire)
    screen_url = languages.spoken(reverse("intake:screen", args=[intake.ref, number]))
    visibility = viewer.sees(answers, reading.answers)
    # A browser fills in what belongs to whoever holds it: nothing at the desk and on a tablet.
    holder = "" if viewer.is_staff or viewer.is_on_tablet else reading.answers.get("form_filler", SELF)
    form.filled_in_by = str(holder)
    if visibility.is_helped:
        form.keep_private()
    if visibility.kept_back:
        opened = opened_by(questionnaire, visibility.kept_back)
        form.keep_back(visibility.kept_back, still_open=reading.still_open, opened=opened)
    asks_email = any(question.code == "email" for question in visible)
    place = navigation.place(questionnaire, viewer.in_sight(answers, reading), number)
    checking = request.GET.get("then") == CHECK
    is_answered = any(form.raw.get(question.code) for question in visible)
    form.at_once = "" if is_answered or checking else only_old_answer(form.last, visible)
    context: dict[str, Any] = {
        "intake": intake,
        "form": form,
        "here": f"{screen_url}?{request.GET.urlencode()}" if request.GET else screen_url,
        "place": place,
        "number": number,
        "minutes_left": _minutes_left(intake, place),
        "saved_at": formatting.clock(answers.saved_at) if answers.document.get("screens") else "",
        "has_errors": bool(form.problems),
        "helped": visibility.is_helped,
        "kept_back": viewer.is_on_tablet and bool(form.kept_private),
        "kept_from_help": not (viewer.is_on_tablet or visibility.is_helped) and bool(form.kept_private),
        "has_private": any(question.private for question in visible),
        "checking": checking,
        "signs": signs,
        "offers_languages": number == 1 or form.screen.has_red_flag,
        "risk_sheet": RISK_SHEET if signs else (),
        "consent_version": CONSENT_VERSION,
        "asks_email": asks_email,
        "asks_texts": [text_consent.option(answers)] if text_consent.is_asked(viewer, form.screen) else [],
        "all_no": all_still_no(form.last, visible) and not is_answered,
        "unconfirmed": viewer.may_confirm_mailbox and (asks_email or bool(intake.email)),
    }
    return render(request, "intake/screen.html", context | form_context(request, viewer))


def _minutes_left(intake: Intake, place: navigation.Progress) -> int | None:
    """How long it goes on by what others took; an update and a check-in are too short to say so."""
    if not intake.is_full:
        return None
    return sitting_times.minutes_left(site_settings.current().form_minutes, screens=place.screens, left=place.left)


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Open a sent form for changes; what was typed into a page of the sent form goes on as a change."""
    intake = viewer.intake
    if request.method != "POST":
        return redirect("intake:sent", intake.ref)
    sending.change(intake, by=viewer.user, at=timezone.now())
    number = request.POST.get("number", "")
    screen_numbers = {str(n) for n in range(1, len(viewer.questionnaire.main_screens) + 1)}
    if number in screen_numbers and "asked" in request.POST:
        return keep(request, viewer, int(number))
    return see_other("intake:check", intake.ref)
