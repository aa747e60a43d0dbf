"""Where a form stands: the task list, and check-your-answers with a way to change each line."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clinic import formatting
from intake.pages import navigation, readings, text_consent
from intake.pages.viewer import Channel, FormViewer, Visibility, opened_by
from intake.pages.views.doors import form_context, own_form
from intake.questionnaire import Kind, Question, Questionnaire
from intake.record.answer_words import said
from intake.record.models import Answers, Intake
from intake.screening import Reading


@own_form
@require_safe
def check(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Show everything that will be sent, before the consent is signed."""
    intake, questionnaire = viewer.intake, viewer.questionnaire
    answers = intake.current()
    if answers.frozen_at is not None:
        return redirect("intake:sent", intake.ref)
    reading = readings.reading_of(intake, answers, on=timezone.localdate())
    steps = _steps(viewer, answers, reading)
    still_open = sum(1 for step in steps for row in step["rows"] if row["open"])
    numbers = navigation.screens(questionnaire, viewer.in_sight(answers, reading).shown)
    first_open = next((n for n in numbers if navigation.open_codes(questionnaire, reading, n)), None)
    context = {
        "intake": intake,
        "steps": steps,
        "still_open": still_open,
        "first_open": _change(intake, first_open) if first_open else "",
        "changing": answers.revision > 1,
        "sign": _screen(intake, signed) if (signed := navigation.signing(questionnaire)) else "",
        "back": reverse("intake:screen", args=[intake.ref, numbers[-1]]),
        "saved_at": formatting.clock(answers.saved_at),
        "unconfirmed": viewer.has_to_confirm_mailbox,
    }
    return render(request, "intake/check.html", context | form_context(request, viewer))


def _steps(viewer: FormViewer, answers: Answers, reading: Reading) -> list[dict[str, Any]]:
    intake, visibility = viewer.intake, viewer.sees(answers, reading.answers)
    questionnaire, still_open = intake.definition, reading.still_open
    signed, opened = navigation.signing(questionnaire), opened_by(questionnaire, visibility.kept_back)
    steps = []
    for step in questionnaire.steps:
        questions = [q for q in step.questions if q.code in reading.shown and questionnaire.number_of(q.code) != signed]
        if questions and not step.optional:
            rows = []
            for question in questions:
                # That a question was asked at all can tell the answer that has opened it.
                if question.code in still_open or question.code not in opened:
                    rows.append(_row(intake, question, answers, reading, visibility))
                if question.code == "phone":
                    rows += _texts(viewer, answers)
            steps.append({"title": _(step.title), "rows": rows})
    return steps


def _row(
    intake: Intake, question: Question, answers: Answers, reading: Reading, visibility: Visibility
) -> dict[str, Any]:
    code = question.code
    words = in_words(question, answers.raw.get(code), reading.answers.get(code))
    missing, wrong = code in reading.missing, code in reading.problems
    if words and (instead := visibility.instead_of(question)):
        words = [instead]
    if wrong:
        words = [*words, _("Please check this answer.")]
    if code in reading.again:
        words = [*words, _("We added a choice. Is this still right?")]
    return {
        "question": _(question.wording),
        "answer": words[0] if len(words) == 1 else _("Not provided"),
        "answers": words if len(words) > 1 else [],
        "missing": missing,
        "open": code in reading.still_open,
        "private": question.private,
        "url": _change(intake, intake.definition.number_of(code)),
    }


def _texts(viewer: FormViewer, answers: Answers) -> list[dict[str, Any]]:
    """Whether texts were agreed to, below the number: it is sent with the answers, so it is checked with them."""
    number = viewer.intake.definition.number_of("phone")
    if not text_consent.is_asked(viewer, viewer.intake.definition.screen(number)):
        return []
    box = text_consent.option(answers)
    return [
        {
            "question": box.label,
            "answer": _("Yes") if box.checked else _("No"),
            "answers": [],
            "missing": False,
            "open": False,
            "private": False,
            "url": _change(viewer.intake, number),
        }
    ]


def in_words(question: Question, raw: Any, answer: Any) -> list[str]:
    """Return an answer as a person says it: dates and scales in words, everything else as it stands in the form."""
    if question.kind is Kind.DATE and isinstance(answer, str):
        return [formatting.calendar_date(date.fromisoformat(answer))]
    if question.kind is Kind.SCALE and isinstance(answer, int):
        return [_("%(number)s of %(highest)s") % {"number": answer, "highest": question.maximum}]
    return said(question, raw)


def _change(intake: Intake, number: int) -> str:
    return _screen(intake, number) + "?then=check"


@own_form
@require_safe
def tasks(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Show the steps with how far each is, and where to go on."""
    intake, questionnaire = viewer.intake, viewer.questionnaire
    answers = intake.current()
    if answers.frozen_at is not None:
        return redirect("intake:sent", intake.ref)
    if answers.revision > 1:
        return redirect("intake:check", intake.ref)
    reading = readings.reading_of(intake, answers, on=timezone.localdate())
    way = viewer.in_sight(answers, reading)
    rows = [_task_row(intake, questionnaire, task) for task in navigation.tasks(questionnaire, way, _saved(answers))]
    next_number = navigation.first_open(questionnaire, way, _saved(answers))
    go_on = _screen(intake, next_number) if next_number else reverse("intake:check", args=[intake.ref])
    context = {
        "intake": intake,
        "tasks": rows,
        "done": sum(1 for row in rows if row["done"]),
        "go_on": go_on,
        "begun": bool(answers.document.get("screens")),
        "saved_at": formatting.moment(answers.saved_at),
        "kept_until": formatting.day(timezone.localtime(intake.expires_at).date()),
        "unconfirmed": viewer.has_to_confirm_mailbox,
        "forgets": viewer.channel is Channel.BROWSER,
    }
    return render(request, "intake/tasks.html", context | form_context(request, viewer))


def _task_row(intake: Intake, questionnaire: Questionnaire, task: navigation.StepTask) -> dict[str, Any]:
    words = {
        navigation.Status.DONE: _("Completed"),
        navigation.Status.BEGUN: _("In progress"),
        navigation.Status.NOT_BEGUN: _("Not started"),
        navigation.Status.LATER: _("Cannot start yet"),
    }
    url = None if task.number is None else _screen(intake, task.number)
    if task.number is not None and task.number == navigation.signing(questionnaire):
        url = reverse("intake:check", args=[intake.ref])
    return {
        "title": _(task.title),
        "url": url,
        "status": words[task.status],
        "done": task.status is navigation.Status.DONE,
    }


def _screen(intake: Intake, number: int) -> str:
    return reverse("intake:screen", args=[intake.ref, number])


def _saved(answers: Answers) -> Any:
    return lambda code: answers.screen_version(code) > 0
