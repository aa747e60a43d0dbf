"""The pages of a case and its deeds, the counts and the alerts. Reading a case is a line in the book; every deed is a
service.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.acting import user_at_work
from clinic.audit.transaction import audited_transaction
from intake.record import errors
from intake.review import holding
from intake.review import opinion as opinions
from intake.review import services as review
from intake.review.admin import alarms, alert_page, case_page, unsent, what_changed
from intake.review.admin.flag_cards import accepted_unless_settled
from intake.review.admin.forms import CallForm, DecisionForm, FlagForm, OpinionForm
from intake.review.models import Alert, Case
from intake.review.need_to_know import door

# The visit that somebody came from, by reference.
SLUG = re.compile(r"[A-Z0-9]{1,16}")


def counts(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Show how often the screening speaks, with the aims beside it. Who looked stands in the book."""
    with audited_transaction():
        alarm_page = alarms.page()
        audit.record("screening.counted", by=user_at_work(request), at=timezone.now())
    page_context = {"title": _("How often the screening flags"), "load": alarm_page}
    return render(request, "admin/review/load/page.html", context | page_context)


def alerts(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Show the alerts of the last month and whoever was told of them. Who looked stands in the book."""
    at = timezone.now()
    with audited_transaction():
        alert_rows = alert_page.rows(at=at)
        whom = [row.alert.case.ref for row in alert_rows]
        audit.record("alerts.read", by=user_at_work(request), at=at, shown=len(alert_rows), whom=whom)
    return render(
        request, "admin/review/alerts/page.html", context | {"title": _("Emergency alerts"), "rows": alert_rows}
    )


def case(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Show one case: the flags, the answers behind them, what can be decided."""
    found = case_for(request, ref)
    return _show(request, context, found, typed=unsent.taken(ref=found.ref, session=request.session))


def claim(request: HttpRequest, ref: str) -> HttpResponse:
    case = case_for(request, ref)
    if not review.claim(case, by=user_at_work(request), at=timezone.now()):
        messages.warning(request, _("A colleague is reviewing this case."))
    return redirect("admin:review_case_change", case.ref)


def release(request: HttpRequest, ref: str) -> HttpResponse:
    review.release(case_called(ref), by=user_at_work(request), at=timezone.now())
    return redirect("admin:review_case_changelist")


def decide(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Write a decision; on any refusal the page comes back with the sentence and everything that was typed."""
    case, at = case_for(request, ref), timezone.now()
    held = holding.holding_for(case, at=at)
    form = DecisionForm(request.POST, on=timezone.localtime(at).date(), holding=held)
    flags = case_page.sent_flag_forms(case, request.POST)
    if not all([form.is_valid(), *(each.is_valid() for each in flags.values())]):
        return _show(request, context, case, decision=form, flags=flags)
    if warned := _held_by_a_colleague(request, case, at=at):
        form.add_error(None, warned)
        return _show(request, context, case, decision=form, flags=flags, anyway=True)
    cleaned = form.cleaned_data
    try:
        review.decide(
            case,
            by=user_at_work(request),
            at=at,
            seen=cleaned["seen"],
            outcome=cleaned["outcome"],
            reason=cleaned["reason"],
            limits=cleaned["limits"],
            limit_note=cleaned["limit_note"],
            flags={key: each.settled for key, each in flags.items() if each.settled},
            until=form.day,
            question=cleaned["question"],
            patient_words=cleaned["patient_words"],
            lifts=form.lifts,
            again="decide_again" in request.POST,
        )
    except errors.StaleAnswersError as stale:
        # The new page is the new version; what was typed stays, the decision has to be sent again.
        form.data = typed_again(request, seen=stale.now)
        form.add_error(None, str(stale))
        return _show(request, context, case, decision=form, flags=flags, stale=stale)
    except errors.ReviewError as refused:
        form.add_error(None, str(refused))
        return _show(request, context, case, decision=form, flags=flags)
    messages.success(request, _("Your decision is saved. We tell the patient that the form was read."))
    return redirect("admin:review_case_changelist")


def _held_by_a_colleague(request: HttpRequest, found: Case, *, at: datetime) -> str:
    """Return that a colleague took the case, where nobody has said yet to save all the same; empty where none did."""
    holds = found.claimed_by is not None and found.claimed_until is not None and found.claimed_until > at
    if not holds or found.claimed_by == user_at_work(request) or request.POST.get("anyway"):
        return ""
    name = {"name": found.claimed_by.get_full_name() if found.claimed_by else ""}
    return _("%(name)s took this case. Ask them first, or press again to save all the same.") % name


def seen(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Close a case that needs no decision."""
    case = case_for(request, ref)
    if warned := _held_by_a_colleague(request, case, at=timezone.now()):
        messages.warning(request, warned)
        return _show(request, context, case, anyway=True)
    try:
        review.mark_read(case, by=user_at_work(request), at=timezone.now(), seen=request.POST.get("seen", ""))
    except errors.StaleAnswersError as stale:
        messages.error(request, str(stale))
        return _show(request, context, case, stale=stale)
    except errors.ReviewError as refused:
        messages.error(request, str(refused))
        return _show(request, context, case)
    messages.success(request, _("Marked as read. The case is closed."))
    return redirect("admin:review_case_changelist")


def opinion(request: HttpRequest, context: dict[str, Any], ref: str) -> HttpResponse:
    """Write a note about a case, to a colleague where one is asked."""
    case, by = case_for(request, ref), user_at_work(request)
    form = OpinionForm(request.POST, by=by)
    if not form.is_valid():
        return _show(request, context, case, note=form)
    cleaned = form.cleaned_data
    try:
        opinions.write(case, text=cleaned["text"], to=cleaned["to"], seen=cleaned["seen"], by=by, at=timezone.now())
    except errors.StaleAnswersError as stale:
        form.data = typed_again(request, seen=stale.now)
        form.add_error(None, str(stale))
        return _show(request, context, case, note=form, stale=stale)
    except errors.ReviewError as refused:
        form.add_error(refused.about or None, str(refused))
        return _show(request, context, case, note=form)
    unsent.keep(request.POST, ref=case.ref, session=request.session)
    messages.success(request, _("Your note is saved."))
    return redirect("admin:review_case_change", case.ref)


def call(request: HttpRequest, context: dict[str, Any], ref: str, alert: str) -> HttpResponse:
    """Log a call about an emergency, and close it if the form says so."""
    case, form = case_for(request, ref), CallForm(request.POST, auto_id=f"{alert}-%s")
    about = Alert.objects.filter(case=case, ref=alert).first()
    if about is None:
        raise Http404
    if not form.is_valid():
        return _show(request, context, case, logged=form, about=about)
    cleaned = form.cleaned_data
    try:
        review.log_call(
            about,
            by=user_at_work(request),
            at=timezone.now(),
            outcome=cleaned["outcome"],
            note=cleaned["note"],
            close=cleaned["close"],
            seen=cleaned["seen"],
        )
    except errors.ReviewError as refused:
        about.refresh_from_db()
        form.data = typed_again(request, seen=about.version)
        form.add_error(refused.about or None, str(refused))
        return _show(request, context, case, logged=form, about=about)
    messages.success(request, _("The call is logged.") if not cleaned["close"] else _("The emergency is closed."))
    return redirect("admin:review_case_change", case.ref)


def _show(
    request: HttpRequest,
    context: dict[str, Any],
    found: Case,
    *,
    decision: DecisionForm | None = None,
    flags: dict[int, FlagForm] | None = None,
    logged: CallForm | None = None,
    note: OpinionForm | None = None,
    about: Alert | None = None,
    stale: errors.StaleAnswersError | None = None,
    anyway: bool = False,
    typed: Mapping[str, Any] = MappingProxyType({}),
) -> HttpResponse:
    by, at = user_at_work(request), timezone.now()
    if request.method == "POST":
        # As it stands now: what was refused may have been refused because another form came onto the case.
        found = case_called(found.ref)
    answers = review.open_case(found, by=by, at=at)
    before = review.compare(found, answers, by=by, at=at)
    page = case_page.page(found, answers, before, at=at)
    if stale:
        page.stale = what_changed.stale_rows(stale, found.intake.questionnaire)
    if typed:
        flags = {each.flag.pk: FlagForm.begun(each.flag.pk, typed) for each in page.open_cards}
    page.settle_with(flags)
    is_deciding = found.state != Case.State.CLOSED and not page.alerts
    colleague = found.claimed_by if found.claimed_until and found.claimed_until > at else None
    return render(
        request,
        "admin/review/case/case.html",
        context
        | {
            "has_errors": bool(
                (decision and decision.errors)
                or any(form.errors for form in (flags or {}).values())
                or (logged and logged.errors)
                or (note and note.errors)
                or stale
            ),
            "title": _("Case %(reference)s") % {"reference": found.intake.reference},
            "page": page,
            "kept": accepted_unless_settled(page.open_cards),
            "decision": decision or case_page.decision_form(page, typed=typed, at=at),
            "anyway": anyway,
            "is_deciding": is_deciding,
            "call_forms": [
                {"alert": alert, "form": (logged if about == alert else None) or case_page.call_form(alert)}
                for alert in page.alerts
            ],
            "note": note or OpinionForm(by=by, is_deciding=is_deciding, initial={"seen": page.version}),
            "claimed_by": colleague,
            "visit": request.GET.get("visit", "") if SLUG.fullmatch(request.GET.get("visit", "")) else "",
            "claimed_by_me": colleague == by,
        },
    )


def typed_again(request: HttpRequest, *, seen: str) -> QueryDict:
    """Return what was typed, about the version that is shown now."""
    typed = request.POST.copy()
    typed["seen"] = seen
    return typed


def case_for(request: HttpRequest, ref: str) -> Case:
    """Return the case of that reference for whoever may read it; others are asked for a reason, 404 for nobody's."""
    found = case_called(ref)
    door.ask(request, case=found)
    return found


def case_called(ref: str) -> Case:
    """Return the case of that reference; 404 for nobody's."""
    case = Case.objects.with_person().filter(ref=ref).first()
    if case is None:
        raise Http404
    return case
