"""The page after sending: what happens next, and the answer to a practitioner’s question."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic import formatting, languages
from clinic.redirects import see_other
from education.services import articles_for
from intake.pages import (
    advice_card,
    answering,
    cards,
    language_choice,
    navigation,
    readings,
)
from intake.pages.viewer import Channel, FormViewer, Visibility, is_helped
from intake.pages.views.doors import form_context, own_form
from intake.pages.views.extras import has_extras
from intake.record.errors import IntakeError
from intake.record.models import Answers, Intake
from intake.review import reply
from intake.review.models import Alert, Case, Decision
from intake.screening import Finding, Level, Screening, Tier
from intake.screening import screen as run_rules


@own_form
@require_safe
def sent(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Thank the person, say what happens next and what to watch meanwhile: plain words, no diagnosis."""
    return _sent_page(request, viewer)


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Keep the answer to the practitioner's question, from their own page after signing in; an emergency stops them."""
    intake, at = viewer.intake, timezone.now()
    if request.method != "POST" or viewer.user is None or not _may_answer(viewer):
        return see_other("intake:sent", intake.ref)
    if chosen := languages.asked(request):
        language_choice.keep(viewer, chosen, at=at)
        return _sent_page(request, viewer, typed=request.POST.get("answer", ""))
    try:
        reading = answering.answer(intake, text=request.POST.get("answer", ""), by=viewer.user, at=at)
    except IntakeError as not_kept:
        typed = request.POST.get("answer", "")
        if answering.alarm(intake, text=typed, by=viewer.user, at=at):
            return see_other("intake:stop_at", intake.ref, viewer.questionnaire.number_of(answering.JOINS))
        return _sent_page(request, viewer, typed=typed, problem=str(not_kept))
    on = readings.day_of(at)
    emergencies = readings.emergencies_in(intake, _last_sent(intake), reading, on=on) if reading else ()
    if any(answering.JOINS in finding.because for finding in emergencies):
        number = viewer.questionnaire.number_of(answering.JOINS)
        return see_other("intake:stop_at", intake.ref, number)
    messages.success(request, _("Thank you. Your practitioner will read your answer."))
    return see_other("intake:sent", intake.ref)


def _may_answer(viewer: FormViewer) -> bool:
    """Whether they are signed in with their mailbox, on a form that has room for an answer."""
    return viewer.channel is Channel.MAILBOX and viewer.user is not None and answering.JOINS in viewer.questionnaire


def _sent_page(request: HttpRequest, viewer: FormViewer, *, typed: str = "", problem: str = "") -> HttpResponse:
    intake = viewer.intake
    if intake.submitted_at is None:
        return redirect("intake:tasks", intake.ref)
    answers = _last_sent(intake)
    result = _screening(intake, answers)
    case = answering.case_about(intake)
    question = reply.open_question(case)
    helped = is_helped(answers.valid)
    # What would reveal a private answer is never printed for somebody who filled the form in for the patient.
    findings = Visibility(is_helped=helped).may_be_told(result.findings)
    emergencies = [finding for finding in findings if finding.tier is Tier.EMERGENCY]
    # Once a practitioner has called and closed it, the page is like any other.
    is_alarmed = Alert.objects.open().filter(intake=intake).exists()
    urgent = emergencies if is_alarmed else []
    # An emergency that was given and taken back: somebody calls all the same, and nothing here says that all is well.
    will_call = is_alarmed and not urgent
    open_draft = intake.current()
    about_question: dict[str, Any] = {
        "question": question.question if question else "",
        "may_answer": question is not None and _may_answer(viewer),
        "typed": typed,
        "problem": problem,
    }
    if not intake.is_full:
        return _sent_later(
            request,
            viewer,
            result,
            urgent,
            findings,
            about_question=about_question,
            will_call=will_call,
            helped=helped,
        )
    referral, is_read = _referral(case), _is_read(case)
    context: dict[str, Any] = {
        "intake": intake,
        "helped": helped,
        "first_name": intake.full_name.split(" ")[0] if intake.full_name and not helped else "",
        "advice": advice_card.topics(viewer.questionnaire, _advising(findings, is_read=is_read)),
        "is_read": is_read,
        "articles": articles_for(finding.code for finding in findings),
        "is_held": result.tier >= Tier.HOLD or intake.engine_failed,
        "has_emergency": bool(urgent),
        "will_call": will_call,
        "urgent": cards.advice_of(urgent),
        "kind": cards.kind_of_all(urgent),
        "is_referred": referral is not None,
        # What the practitioner wrote may name what nobody but the patient should read.
        "patient_words": referral.patient_words if referral and not helped else "",
        "timeline": _timeline(intake, case),
        "is_decided": _is_decided(case) and referral is None,
        "changing": open_draft.frozen_at is None,
        "signs": bool(navigation.signing(viewer.questionnaire)),
        "offers_extras": bool(viewer.questionnaire.extra_screens)
        and open_draft.frozen_at is not None
        and not has_extras(answers),
    }
    page_context = context | about_question | form_context(request, viewer)
    return render(request, "intake/sent.html", page_context | {"red_line": None} if urgent else page_context)


def _sent_later(
    request: HttpRequest,
    viewer: FormViewer,
    result: Screening,
    urgent: list[Finding],
    findings: list[Finding],
    *,
    about_question: dict[str, Any],
    will_call: bool,
    helped: bool,
) -> HttpResponse:
    """Thank for an update or a check-in, and say what comes of it: the level decides, and it names no illness."""
    intake = viewer.intake
    lesser_findings = [finding for finding in findings if finding.tier is not Tier.EMERGENCY]
    level = result.level if viewer.questionnaire.has_levels else None
    told = level or Level.URGENT
    advice = advice_card.after_check_in(
        lesser_findings, is_urgent=told == Level.URGENT, is_called_now=will_call or bool(urgent)
    )
    context: dict[str, Any] = {
        "intake": intake,
        "is_update": not viewer.questionnaire.has_levels,
        "level": str(told) if viewer.questionnaire.has_levels else "",
        "advice": advice if viewer.questionnaire.has_levels else [],
        "topics": [] if viewer.questionnaire.has_levels else advice_card.topics(viewer.questionnaire, lesser_findings),
        "has_emergency": bool(urgent),
        "will_call": will_call,
        "helped": helped,
        "urgent": cards.advice_of(urgent),
        "kind": cards.kind_of_all(urgent),
        "is_held": result.tier >= Tier.HOLD or intake.engine_failed,
        "changing": intake.current().frozen_at is None,
    }
    page_context = context | about_question | form_context(request, viewer)
    return render(request, "intake/sent_later.html", page_context | {"red_line": None} if urgent else page_context)


def _last_sent(intake: Intake) -> Answers:
    answers = intake.answers.select_related("intake").exclude(frozen_at=None).order_by("-revision").first()
    assert answers is not None, "A sent form has a frozen revision."  # noqa: S101  (an invariant)
    return answers


def _screening(intake: Intake, answers: Answers) -> Screening:
    on = timezone.localtime(answers.frozen_at).date()
    record = readings.known_of(intake, answers, on=on)
    return run_rules(answers.valid, on=on, questionnaire=intake.definition, record=record)


def _referral(case: Case | None) -> Decision | None:
    """Return the practitioner's last word on the case where it is that there are no needles here."""
    last = case.decisions.first() if case else None
    return last if last and last.outcome == Decision.Outcome.REFER else None


def _is_read(case: Case | None) -> bool:
    """Whether a practitioner is done with it."""
    return case is not None and case.state == Case.State.CLOSED


def _advising(findings: Iterable[Finding], *, is_read: bool) -> list[Finding]:
    """The findings whose advice still holds: what a hold says of the review is over when the review is."""
    last = Tier.CAUTION if is_read else Tier.HOLD
    return [finding for finding in findings if finding.tier <= last]


def _is_decided(case: Case | None) -> bool:
    """Whether a practitioner has decided, if only to wait; a question stands on the page itself."""
    return case is not None and case.state in (Case.State.CLOSED, Case.State.DELAYED) and case.decisions.exists()


def _timeline(intake: Intake, case: Case | None) -> list[dict[str, str]]:
    assert intake.submitted_at is not None  # noqa: S101  (the caller has looked)
    is_read = _is_read(case) or _is_decided(case)
    first = {"title": _("You sent your form"), "text": formatting.moment(intake.submitted_at), "state": "done"}
    if is_read and intake.accepted_at is not None:
        return [first, {"title": _("A practitioner has read your form."), "text": "", "state": "done"}]
    return [
        first,
        {
            "title": _("A practitioner reads your form"),
            "text": _("A person reads every form. A computer does not decide about your care."),
            "state": "done" if is_read else "now",
        },
        {"title": _("We will contact you"), "text": _how(intake), "state": "now" if is_read else "next"},
    ]


def _how(intake: Intake) -> str:
    ways = {"email": intake.email, "phone": intake.phone}
    if intake.is_confirmed and not intake.email:
        return _("We will call you at %(phone)s if we have a question.") % ways
    if intake.email:
        return _("We will email %(email)s or call you at %(phone)s.") % ways
    return _("You did not give an email, so we will call you at %(phone)s to confirm your form.") % ways
