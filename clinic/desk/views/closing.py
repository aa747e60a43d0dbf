"""The end of a day, and the morning on which a practitioner is ill."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from clinic import formatting
from clinic.booking import places, schedule, services
from clinic.booking.errors import BookingError
from clinic.booking.models import Appointment, State
from clinic.booking.occupancy import Slot
from clinic.booking.querysets import AHEAD, HERE
from clinic.choices import Option
from clinic.desk.stranded import CALL_WORDS
from clinic.desk.views.common import (
    at_the_desk,
    code_of,
    day_asked,
    looked_at_or_sent,
    page,
    to_the_day,
    try_it,
    who,
)
from clinic.desk.views.visits import visit_of
from clinic.desk.visit_row import visit_rows


@looked_at_or_sent
@at_the_desk
def close(request: HttpRequest) -> HttpResponse:
    """Close a day: say of each visit that stands open whether the patient came."""
    at = timezone.now()
    on = timezone.localdate(at)
    day = day_asked(request, on=on)
    visits = Appointment.objects.on_day(day).filter(state__in=(*AHEAD, *HERE))
    lines = visit_rows(visits, on=on, at=at)
    sentence = ""
    if request.method == "POST":
        answers = {line.visit.ref: request.POST.get(f"came-{line.visit.ref}", "") for line in lines}
        outcomes = {ref: answer for ref, answer in answers.items() if answer}
        try:
            closed = services.close_the_list(day=day, outcomes=outcomes, by=who(request), at=at)
        except (BookingError, ValueError) as wrong:
            sentence = (
                str(wrong) if isinstance(wrong, BookingError) else _("Choose “Arrived” or “No-show” for every visit.")
            )
        else:
            message = ngettext("The day is closed: %(n)d visit.", "The day is closed: %(n)d visits.", len(closed))
            messages.success(request, message % {"n": len(closed)})
            return to_the_day(day)
    context = {
        "lines": [(line, _outcomes(here=line.visit.state in HERE)) for line in lines],
        "title": formatting.day(day),
        "day": day.isoformat(),
        "is_early": any(line.visit.state in AHEAD and line.visit.starts_at > at for line in lines),
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "close", context)


def _outcomes(*, here: bool) -> list[Option]:
    """What can be said of a visit, the likelier chosen: whoever has arrived is no no-show any more."""
    arrived = Option(State.COMPLETED, _("Arrived"), checked=here)
    return [arrived] if here else [arrived, Option(State.NO_SHOW, _("No-show"), checked=True)]


@looked_at_or_sent
@at_the_desk
def ill(request: HttpRequest) -> HttpResponse:
    """Take a practitioner off for a day; then each visit with its phone number, other times, and who was reached."""
    at = timezone.now()
    day = day_asked(request, on=timezone.localdate(at))
    table = schedule.current()
    text = request.POST.get("practitioner") or request.GET.get("practitioner") or ""
    key = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    person = table.who(key)
    if text and person is None:
        raise Http404
    if request.method == "POST" and person is not None:
        message = _("%(name)s is out on %(day)s. No one can book that day.") % {
            "name": person.name,
            "day": formatting.day(day),
        }
        try_it(request, lambda: services.ill_today(practitioner=key, day=day, by=who(request), at=at), done=message)
        return redirect(_ill_page(key, day))
    context: dict[str, object] = {
        "people": [*table.people.values(), *_still_booked(table, day)],
        "day": day.isoformat(),
        "title": formatting.day(day),
        "is_today": day == timezone.localdate(at),
        "person": person,
        "calls": CALL_WORDS,
    }
    if person is not None:
        lines = services.ill_lines(practitioner=key, day=day, by=who(request), at=at)
        context["is_off"] = not person.spans(day, day)
        context["lines"] = [
            {
                "line": line,
                "time": formatting.clock(line.visit.starts_at),
                "calls": [(call.get_deed_display(), formatting.clock(call.at)) for call in line.calls],
                "others": [
                    (slot.code, _with_place(slot, formatting.visit_in_short(slot.start, with_name=slot.with_name)))
                    for slot in line.with_others[:6]
                ],
                "later": [(slot.code, _with_place(slot, formatting.moment(slot.start))) for slot in line.later],
                "code": code_of(line.visit.starts_at, key),
            }
            for line in lines
        ]
    return page(request, "ill", context)


def _with_place(slot: Slot, words: str) -> str:
    """Return a time, and where it is if the clinic has several places."""
    return ", ".join(part for part in (words, places.name_and_clock_at(slot.place, slot.start)) if part)


def _still_booked(table: schedule.Schedule, day: date) -> list[schedule.ScheduledPractitioner]:
    """Who no longer works here and has visits that day all the same."""
    visits = Appointment.objects.on_day(day).filter(state__in=AHEAD, practitioner__in=table.former)
    return [table.former[key] for key in sorted(set(visits.order_by().values_list("practitioner_id", flat=True)))]


def _ill_page(key: int, day: date) -> str:
    return f"{reverse('desk:ill')}?practitioner={key}&day={day.isoformat()}"


@require_POST
@at_the_desk
def call(request: HttpRequest, ref: str) -> HttpResponse:
    """Tick who was reached."""
    visit = visit_of(ref)
    at = timezone.now()
    outcome = request.POST.get("outcome", "")
    try_it(
        request,
        lambda: services.note_call(visit, outcome=outcome, by=who(request), at=at),
        done=_("The call is saved."),
    )
    if request.POST.get("back") == "tasks":
        return redirect("desk:tasks")
    return redirect(_ill_page(visit.practitioner_id, timezone.localtime(visit.starts_at).date()))
