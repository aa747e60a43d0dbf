"""Two visits change places, each with the time, the practitioner and the room of the other."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.booking import places, schedule, services
from clinic.booking.errors import BookingError
from clinic.booking.models import Appointment
from clinic.booking.querysets import AHEAD
from clinic.choices import Option
from clinic.desk import undo_offer
from clinic.desk.views.common import (
    at_the_desk,
    day_asked,
    looked_at_or_sent,
    page,
    reference,
    status_of,
    to_the_day,
    who,
)
from clinic.desk.views.visits import line_of, visit_of


@looked_at_or_sent
@at_the_desk
def swap(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose the other visit, of the same day or of another one; both patients are told of their new times."""
    visit, at = visit_of(ref), timezone.now()
    sentence, status = "", 200
    if request.method == "POST":
        try:
            new, _other = _swapped(request, visit)
        except BookingError as wrong:
            sentence, status = str(wrong), status_of(wrong)
        else:
            return to_the_day(timezone.localtime(new.starts_at).date(), anchor=f"visit-{new.ref}")
    day = day_asked(request, on=timezone.localtime(visit.starts_at).date(), name="from")
    context = {
        "line": line_of(visit),
        "when": formatting.visit(visit.starts_at, minutes=visit.length, with_name=visit.practitioner.user.name),
        "day": day.isoformat(),
        "title": formatting.day(day),
        "others": _others(visit, day, chosen=request.POST.get("with", ""), after=at),
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "swap", context, status=status)


def _swapped(request: HttpRequest, found: Appointment) -> tuple[Appointment, Appointment]:
    other_visit = Appointment.objects.filter(ref=reference(request.POST.get("with", ""))).first()
    if other_visit is None:
        raise BookingError(_("Choose the other visit."))
    at = timezone.now()
    new, second = services.swap(found, other_visit, by=who(request), at=at)
    undo_offer.offer(request, new.ref, undo_offer.SWAPPED, at=at)
    words = {"name": new.patient.full_name, "when": formatting.moment(new.starts_at)}
    words |= {"other": second.patient.full_name, "then": formatting.moment(second.starts_at)}
    messages.success(request, _("Swapped: %(name)s comes %(when)s, and %(other)s %(then)s.") % words)
    return new, second


def _others(found: Appointment, day: date, *, chosen: str, after: object) -> list[Option]:
    """The visits of a day that can still be moved, as radio buttons."""
    ahead = Appointment.objects.on_day(day).filter(state__in=AHEAD, starts_at__gt=after, lane=0).exclude(pk=found.pk)
    ahead = ahead.filter(patient__ended_why="")
    return [
        Option(visit.ref, f"{formatting.clock(visit.starts_at)}, {_words(visit)}", checked=visit.ref == chosen)
        for visit in ahead.with_people()
    ]


def _words(visit: Appointment) -> str:
    where = places.name_and_clock_at(schedule.current().place_of(visit.room_id), visit.starts_at)
    words = (visit.patient.full_name, visit.visit_type.name, visit.practitioner.user.name, where)
    return ", ".join(word for word in words if word)
