"""Blocking time, and giving it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic.booking import places, schedule, services
from clinic.booking.errors import BookingError
from clinic.booking.models import Block
from clinic.desk.forms import BlockForm
from clinic.desk.views.common import (
    at_the_desk,
    day_asked,
    looked_at_or_sent,
    page,
    slot_asked,
    status_of,
    to_the_day,
    try_it,
    who,
)

ROOM, PERSON = "room", "person"


@looked_at_or_sent
@at_the_desk
def block(request: HttpRequest) -> HttpResponse:
    """Keep a stretch of a practitioner or a room free of visits."""
    choices = _choices()
    form = BlockForm(request.POST if request.method == "POST" else None, choices=choices, initial=_initial(request))
    sentence, status = "", 200
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        kind, _colon, key = cleaned["whose"].partition(":")
        try:
            services.block(
                start=cleaned["start"],
                end=cleaned["end"],
                practitioner=int(key) if kind == PERSON else None,
                room=int(key) if kind == ROOM else None,
                words=cleaned["words"],
                by=who(request),
                at=timezone.now(),
            )
        except BookingError as wrong:
            sentence, status = str(wrong), status_of(wrong)
        else:
            messages.success(request, _("The time is blocked."))
            return to_the_day(cleaned["day"])
    context = {"form": form, "sentence": sentence, "has_errors": bool(sentence)}
    return page(request, "block", context, status=status)


def _choices() -> list[tuple[str, str]]:
    table = schedule.current()
    people = [(f"{PERSON}:{key}", person.name) for key, person in table.people.items()]
    return people + [(f"{ROOM}:{key}", places.room_in_words(room)) for key, room in table.rooms.items()]


def _initial(request: HttpRequest) -> dict[str, object]:
    slot = slot_asked(request)
    if slot is None:
        return {"day": day_asked(request, on=timezone.localdate())}
    local = timezone.localtime(slot[0])
    return {"whose": f"{PERSON}:{slot[1]}", "day": local.date(), "opens": local.time()}


@require_POST
@at_the_desk
def unblock(request: HttpRequest, ref: str) -> HttpResponse:
    """Give blocked time back."""
    blocked_time = get_object_or_404(Block, ref=ref)
    at = timezone.now()
    try_it(request, lambda: services.unblock(blocked_time, by=who(request), at=at), done=_("The time is open again."))
    return to_the_day(timezone.localtime(blocked_time.starts_at).date(), view=request.POST.get("view", ""))
