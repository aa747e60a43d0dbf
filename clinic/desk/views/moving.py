"""Another time for a visit: which are free, and the one that is chosen."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.booking import occupancy, places, schedule, services, spoken
from clinic.booking.errors import BookingError, SlotTaken
from clinic.booking.models import Appointment, Reason
from clinic.booking.occupancy import Slot
from clinic.choices import Option
from clinic.desk import undo_offer
from clinic.desk.views.common import (
    at_the_desk,
    day_asked,
    looked_at_or_sent,
    page,
    slot_asked,
    status_of,
    to_the_day,
    who,
)
from clinic.desk.views.visits import REASONS, line_of, parties_of, party_asked, visit_of

MOST_TIMES = 24


ANYBODY = "any"


@looked_at_or_sent
@at_the_desk
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose another time, with the same practitioner or another; the old time stands until the new one is taken."""
    visit, at = visit_of(ref), timezone.now()
    sentence, status, times = "", 200, None
    if request.method == "POST":
        try:
            new = _moved(request, visit)
        except BookingError as wrong:
            sentence, status = str(wrong), status_of(wrong)
            times = list(wrong.times) if isinstance(wrong, SlotTaken) else None
        else:
            day = timezone.localtime(new.starts_at).date()
            return to_the_day(day, anchor=f"visit-{new.ref}")
    on = timezone.localdate(at)
    first = day_asked(request, on=on, name="from")
    table = schedule.current()
    language = spoken.wanted("", visit.patient, table.people.values())
    people = spoken.speakers_first(table.offering(visit.visit_type), language)
    # Whoever has left, or no longer offers this, has no times: those of the others are shown.
    usual = visit.practitioner_id if visit.practitioner_id in {person.key for person in people} else None
    only = key_asked(request, usual=usual)
    if times is None:
        times = _with_chosen(request, visit, times_of(visit, first=max(first, on), practitioner=only))
    context = {
        "line": line_of(visit),
        "when": formatting.visit(visit.starts_at, minutes=visit.length, with_name=visit.practitioner.user.name),
        "times": by_day(times, chosen=request.POST.get("at", "")),
        "people": people,
        "wanted_language": language,
        "only": only,
        "first": max(first, on).isoformat(),
        "reasons": REASONS,
        "parties": parties_of(request),
        "chosen": request.POST,
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "move", context, status=status)


def _with_chosen(request: HttpRequest, found: Appointment, times: list[Slot]) -> list[Slot]:
    """A mistake elsewhere on the page loses no time: the one that was chosen is listed as long as it is free."""
    chosen_slot = slot_asked(request)
    if chosen_slot is None or any((slot.start, slot.practitioner) == chosen_slot for slot in times):
        return times
    start, practitioner = chosen_slot
    chosen = times_of(found, first=timezone.localtime(start).date(), practitioner=practitioner)
    return [slot for slot in chosen if (slot.start, slot.practitioner) == chosen_slot] + times


def key_asked(request: HttpRequest, *, usual: int | None) -> int | None:
    """Return whose times are asked for: the same practitioner's unless said otherwise, None for anybody's."""
    text = request.GET.get("practitioner", "")
    if text == ANYBODY:
        return None
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else usual


def _moved(request: HttpRequest, found: Appointment) -> Appointment:
    slot = slot_asked(request)
    if slot is None:
        raise BookingError(_("Choose a time."))
    reason = request.POST.get("reason", "") or Reason.BETTER_TIME
    start, practitioner = slot
    by, at = who(request), timezone.now()
    new = services.move(
        found, start=start, practitioner=practitioner, reason=reason, started_by=party_asked(request), by=by, at=at
    )
    undo_offer.offer(request, new.ref, undo_offer.MOVED, at=at)
    messages.success(request, _("Rescheduled to %(when)s.") % {"when": formatting.moment(new.starts_at)})
    return new


def times_of(found: Appointment, *, first: date, practitioner: int | None) -> list[Slot]:
    """Return free times for a visit that is to be moved, two weeks from a day on; its own time counts as free."""
    slots = occupancy.slots(
        found.visit_type,
        first=first,
        last=first + timedelta(days=14),
        at=timezone.now(),
        practitioner=practitioner,
        patient=found.patient,
        by_staff=True,
        without_visit=found.pk,
    )
    return slots[: MOST_TIMES * 2]


def by_day(slots: list[Slot], *, chosen: str = "") -> list[dict[str, Any]]:
    """Group times by day; the day of each is read out and not shown, for it stands above as a heading."""
    days: dict[date, list[Option]] = {}
    for slot in slots:
        where = places.name_and_clock_at(slot.place, slot.start)
        about = formatting.visit_beside(minutes=slot.minutes, with_name=slot.with_name, place=where)
        row = Option(
            slot.code,
            checked=slot.code == chosen,
            day=formatting.day(slot.day),
            time=formatting.clock(slot.start),
            about=about,
        )
        days.setdefault(slot.day, []).append(row)
    return [{"day": formatting.day(day), "times": times} for day, times in days.items()]
