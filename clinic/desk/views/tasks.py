"""Everything that waits for the desk, each with what to do about it; and all forms of the last weeks."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from clinic import audit, formatting
from clinic.accounts import services as people
from clinic.accounts.models import Difference, Patient
from clinic.accounts.roles import is_practitioner
from clinic.audit.transaction import audited_transaction
from clinic.booking import services
from clinic.booking.models import Appointment, Offer
from clinic.booking.querysets import day_bounds
from clinic.desk import difference_words, intake_row, stranded, tasks
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who
from intake.pages import accepting
from intake.record import errors
from intake.record.models import Intake
from intake.review.follow_up import calls
from intake.review.follow_up.models import FollowUpTask


@require_GET
@at_the_desk
def work(request: HttpRequest) -> HttpResponse:
    """What waits: calls, forms to accept, letters that did not arrive, things to ask, records that look alike."""
    at = timezone.now()
    on = timezone.localdate(at)
    lines = intake_row.urgent(on=on, at=at)
    unclosed = Appointment.objects.unclosed(before=day_bounds(on)[0])
    to_change = tasks.to_change(on=on, at=at)
    context: dict[str, Any] = {
        "calls": [line for line in lines if line.is_call],
        "to_change_now": [row for row in to_change if row.is_urgent][: tasks.MOST_LISTED],
        "to_change": [row for row in to_change if not row.is_urgent][: tasks.MOST_LISTED],
        "uncleared": [
            {"visit": visit, "when": formatting.moment(visit.starts_at)}
            for visit in tasks.uncleared(on=on, at=at).with_people()[: tasks.MOST_LISTED]
        ],
        "silent": [
            (task, formatting.moment(task.due_at))
            for task in FollowUpTask.objects.for_the_desk().select_related("patient")[: tasks.MOST_LISTED]
        ],
        "to_accept": [line for line in lines if line.waits_for_a_word],
        "differences": difference_words.asked(Difference.objects.open()[: tasks.MOST_LISTED]),
        "letters": tasks.undelivered(at=at),
        "expiring": [
            (decision.case.patient, formatting.day(decision.until))
            for decision in tasks.expiring(on=on)[: tasks.MOST_LISTED]
            if decision.until
        ],
        "twins": [_pair(newer, older) for newer, older in tasks.twins(at=at)],
        "stranded": stranded.rows(at=at, most=tasks.MOST_LISTED),
        "offers": [
            {"offer": offer, "when": formatting.moment(offer.starts_at), "until": formatting.moment(offer.expires_at)}
            for offer in Offer.objects.to_tell_by_phone(at=at).with_people().order_by("expires_at")[: tasks.MOST_LISTED]
        ],
        "ended": [
            {"visit": visit, "when": formatting.moment(visit.starts_at)}
            for visit in tasks.of_the_ended(at=at).with_people()[: tasks.MOST_LISTED]
        ],
        "grown_up": list(tasks.grown_up(on=on)[: tasks.MOST_LISTED]),
        "unclosed": [
            timezone.localtime(day).date() for day in unclosed.datetimes("starts_at", "day")[: tasks.MOST_LISTED]
        ],
    }
    context["is_empty"] = not any(context.values())
    context["call_words"] = stranded.CALL_WORDS
    context["roomless"] = sum(row.may_change_room for row in context["stranded"])
    return page(request, "tasks", context)


def _pair(newer: Patient, older: Patient) -> tuple[Patient, str, Patient, str]:
    """Two records that may be one person, with the birth date of both, or with the older one's beside it."""
    born, older_born = newer.date_of_birth, older.date_of_birth
    return (
        newer,
        formatting.calendar_date(born),
        older,
        formatting.calendar_date(older_born) if older_born != born else "",
    )


@require_POST
@at_the_desk
def rooms(request: HttpRequest) -> HttpResponse:
    """Give every visit whose room is out of use another one that is free then; say which could not."""
    outcome = services.change_rooms(by=who(request), at=timezone.now())
    if number := len(outcome.changed):
        message = ngettext("%(n)d visit has another room.", "%(n)d visits have another room.", number)
        messages.success(request, message % {"n": number})
    for visit, sentence in outcome.left[: tasks.MOST_LISTED]:
        words = {"name": visit.patient.full_name, "when": formatting.moment(visit.starts_at), "why": sentence}
        messages.warning(request, _("%(name)s, %(when)s: %(why)s") % words)
    if not outcome.changed and not outcome.left:
        messages.info(request, _("No visit lacks only its room. Look at the list again."))
    return redirect("desk:tasks")


@looked_at_or_sent
@sensitive_post_parameters("q")
@at_the_desk
def forms(request: HttpRequest) -> HttpResponse:
    """Who has a form with us, how far it is, and what to say. A name that is looked for is posted, never an address."""
    now = timezone.now()
    typed = request.POST.get("q", "").replace("\0", "").strip()[:100]
    form_page = intake_row.page(number=_number(request), words=typed, on=timezone.localdate(now), at=now)
    if typed:
        with audited_transaction():
            whom = [line.form.ref for line in form_page.lines]
            audit.record("forms.searched", by=who(request), at=now, shown=len(whom), whom=whom)
    limits = {"shows_limits": is_practitioner(who(request))}
    return page(request, "forms", {"page": form_page, "typed": typed, "part": "forms"} | limits)


def _number(request: HttpRequest) -> int:
    """Return the number of the page that is asked for, the first if it is none."""
    text = request.GET.get("page", "")
    return max(int(text), 1) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


@require_POST
@at_the_desk
def silent(request: HttpRequest, ref: str) -> HttpResponse:
    """The desk has called somebody who did not answer after a visit: not reached, or a practitioner is to call."""
    task = get_object_or_404(FollowUpTask.objects.for_the_desk(), ref=ref)
    try:
        if request.POST.get("do") == "practitioner":
            calls.hand_on(task, by=who(request), at=timezone.now())
            messages.success(request, _("A practitioner calls them today."))
        else:
            calls.tried(task, by=who(request), at=timezone.now())
            messages.success(request, _("Logged. The call stays on the list."))
    except errors.ReviewError as wrong:
        messages.error(request, str(wrong))
    return redirect("desk:tasks")


@require_POST
@at_the_desk
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """The desk has spoken to the person: the form becomes part of their record."""
    form = get_object_or_404(Intake, ref=ref)
    try:
        accepting.accept(form, by=who(request), at=timezone.now())
    except errors.IntakeError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("The form of %(name)s is accepted.") % {"name": form.full_name})
    return redirect("desk:tasks")


@require_POST
@at_the_desk
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk has asked the person which of the two is right."""
    difference = get_object_or_404(Difference, pk=pk)
    people.settle(difference, take=request.POST.get("take") == "new", by=who(request), at=timezone.now())
    messages.success(request, _("Settled."))
    return redirect("desk:tasks")
