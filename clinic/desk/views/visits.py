"""One visit: everything about it but what the patient told us, and its deeds of one click."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from clinic import audit, formatting
from clinic.accounts.models import User
from clinic.accounts.roles import is_practitioner
from clinic.audit.transaction import audited_transaction
from clinic.booking import services
from clinic.booking.errors import BookingError
from clinic.booking.models import Appointment, Reason, StartedBy, State
from clinic.choices import Option
from clinic.desk import undo_offer
from clinic.desk.person_facts import facts_of, guardianship_of
from clinic.desk.views.common import (
    at_the_desk,
    code_of,
    looked_at_or_sent,
    page,
    to_the_day,
    try_it,
    who,
)
from clinic.desk.visit_row import VisitRow, visit_rows
from clinic.outbox.models import Letter
from intake.review import cautions

DEEDS: dict[str, tuple[Callable[..., object], Any]] = {
    "arrive": (services.arrive, gettext_lazy("%(name)s is here.")),
    "start": (services.start, gettext_lazy("%(name)s is with the practitioner.")),
    "complete": (services.complete, gettext_lazy("%(name)s’s visit is completed.")),
    "confirm": (services.confirm, gettext_lazy("%(name)s has confirmed.")),
    "no_show": (services.no_show, gettext_lazy("%(name)s is marked as a no-show. You can undo this.")),
    "undo_arrival": (services.undo_arrival, gettext_lazy("Undone: %(name)s has not arrived yet.")),
    "undo_no_show": (services.undo_no_show, gettext_lazy("Undone: %(name)s is no longer a no-show.")),
    "room": (services.change_room, gettext_lazy("%(name)s has another room.")),
    "error": (services.enter_in_error, gettext_lazy("%(name)s’s visit is deleted (entered by mistake).")),
}
# Canceled by mistake at the desk has a button of its own.
# What each email of a visit is, in a word or two.
EMAILS: dict[str, Any] = {
    "booking.confirmation": gettext_lazy("Confirmation"),
    "booking.changed": gettext_lazy("New time"),
    "booking.reminder": gettext_lazy("Reminder"),
    "booking.form": gettext_lazy("Form link"),
    "booking.cancelled": gettext_lazy("Cancellation"),
    "booking.offer": gettext_lazy("Waiting list offer"),
}
REASONS = [(value, label) for value, label in Reason.choices if value != Reason.NOT_CLEARED]


def visit_of(ref: str) -> Appointment:
    """Return a visit with everybody's names."""
    return get_object_or_404(Appointment.objects.with_people().select_related("patient__user"), ref=ref)


def line_of(visit: Appointment) -> VisitRow:
    """Return a visit as the desk reads it."""
    at = timezone.now()
    return visit_rows(Appointment.objects.filter(pk=visit.pk), on=timezone.localdate(at), at=at)[0]


@require_GET
@at_the_desk
def visit(request: HttpRequest, ref: str) -> HttpResponse:
    """A visit with its history and its letters. Reading it is a line in the book."""
    visit = get_object_or_404(Appointment.objects.with_history(), ref=ref)
    line = line_of(visit)
    with audited_transaction():
        audit.record("visit.read", on=visit, by=who(request), at=line.at)
    letters = Letter.objects.filter(about=f"booking.appointment:{ref}").order_by("-id")[:20]
    context = {
        "line": line,
        "shows_limits": is_practitioner(who(request)),
        "until": formatting.calendar_date(line.standing.until) if line.standing.until else "",
        "case": cautions.case_to_read(visit.patient) if is_practitioner(who(request)) else None,
        "day": timezone.localtime(visit.starts_at).date(),
        "when": formatting.visit(visit.starts_at, minutes=visit.length, with_name=line.visit.practitioner.user.name),
        "history": [
            {"event": event, "when": formatting.moment(event.at), "by": event.by.name if event.by else _("the clinic")}
            for event in visit.events.all()
        ],
        "letters": [_email(letter) for letter in letters],
        "languages": facts_of(line.visit.patient),
        "guardianship": guardianship_of(line.visit.patient, on=timezone.localdate(line.at)),
        "squeeze_url": _squeeze_url(line, who(request)),
        "moved_to": Appointment.objects.filter(moved_from=visit).first(),
        "other": _other_visits(visit),
    }
    return page(request, "visit", context)


def _squeeze_url(line: VisitRow, by: User) -> str:
    """Where another patient is booked beside this visit, for whoever may; empty once it has begun, and for a second."""
    visit = line.visit
    if not (line.is_ahead and visit.lane == 0 and visit.starts_at > line.at and by.has_perm("booking.squeeze_in")):
        return ""
    return f"{reverse('desk:book')}?at={code_of(visit.starts_at, visit.practitioner_id)}"


def _email(letter: Letter) -> dict[str, object]:
    title = EMAILS.get(letter.kind, _("Email"))
    return {"letter": letter, "what": title, "when": formatting.moment(letter.finished_at or letter.due)}


def _other_visits(found: Appointment) -> list[dict[str, object]]:
    rows = Appointment.objects.of_patient(found.patient).standing().exclude(pk=found.pk)[:5]
    return [{"visit": row, "when": formatting.moment(row.starts_at)} for row in rows]


@require_POST
@at_the_desk
def do(request: HttpRequest, ref: str, deed: str) -> HttpResponse:
    """One deed of one click; the reader comes back to where it was clicked."""
    if deed not in DEEDS:
        raise Http404
    visit, (service, sentence) = visit_of(ref), DEEDS[deed]
    by, at = who(request), timezone.now()
    done_words = str(sentence) % {"name": visit.patient.full_name}
    if not try_it(request, lambda: service(visit, by=by, at=at), done=done_words) and _waits_for(visit, deed, by, at):
        return redirect("desk:needles", ref)
    if request.POST.get("back") == "visit":
        return redirect("desk:visit", ref)
    if request.POST.get("back") == "tasks":
        return redirect("desk:tasks")
    if request.POST.get("back") == "my_day" and is_practitioner(by):
        return redirect("desk:my_day")
    place = "board" if request.POST.get("from") == "board" else "visit"
    return to_the_day(
        timezone.localtime(visit.starts_at).date(), view=request.POST.get("view", ""), anchor=f"{place}-{ref}"
    )


def _waits_for(visit: Appointment, deed: str, by: User, at: datetime) -> bool:
    """Say whether this very practitioner can do now what keeps the needles of the visit from beginning."""
    begins = deed in ("start", "complete") and visit.state == State.ARRIVED
    return begins and is_practitioner(by) and services.what_is_missing(visit, at=at) is not None


@looked_at_or_sent
@at_the_desk
def cancel(request: HttpRequest, ref: str) -> HttpResponse:
    """Cancel with a reason and who started it; then show who could take the time."""
    visit = visit_of(ref)
    sentence = ""
    if request.method == "POST":
        by, at = who(request), timezone.now()
        try:
            services.cancel(visit, reason=request.POST.get("reason", ""), started_by=party_asked(request), by=by, at=at)
        except BookingError as wrong:
            sentence = str(wrong)
        else:
            return _freed(request, visit)
    context = {
        "line": line_of(visit),
        "when": formatting.moment(visit.starts_at),
        "reasons": REASONS,
        "parties": parties_of(request),
        "chosen": request.POST,
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "cancel", context)


def parties_of(request: HttpRequest) -> list[Option]:
    """Who can have asked for it, as chosen before a mistake came back."""
    chosen = request.POST.get("started_by", "")
    return [Option(value, str(label), checked=value == chosen) for value, label in StartedBy.choices]


def party_asked(request: HttpRequest) -> str:
    party = request.POST.get("started_by", "")
    if party not in StartedBy.values:
        raise BookingError(_("Choose who requested it: the patient or the clinic."))
    return party


def _freed(request: HttpRequest, found: Appointment) -> HttpResponse:
    """The time is free: lead to those who wait for it, if there are any."""
    messages.success(request, _("%(name)s’s visit is canceled.") % {"name": found.patient.full_name})
    at = timezone.now()
    undo_offer.offer(request, found.ref, undo_offer.CANCELLED, at=at)
    fits = services.matches_for(start=found.starts_at, practitioner=found.practitioner_id, by=who(request), at=at)
    if fits:
        return redirect(f"{reverse('desk:matches')}?at={code_of(found.starts_at, found.practitioner_id)}")
    return to_the_day(timezone.localtime(found.starts_at).date())


@require_POST
@at_the_desk
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back what was just booked, moved or canceled; nobody was told yet."""
    visit, at, by = visit_of(ref), timezone.now(), who(request)
    undo_offer.forget(request, ref)
    message = _("Undone. No message was sent about it.")
    if try_it(request, lambda: services.undo(visit, by=by, at=at), done=message):
        return to_the_day(timezone.localtime(visit.starts_at).date())
    return redirect("desk:visit", ref)
