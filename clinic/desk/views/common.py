"""What the desk's views share: who is at work, which day is meant, and the way back to it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from clinic import formatting
from clinic.accounts import acting
from clinic.accounts.models import Patient, User
from clinic.accounts.roles import DESK, PRACTITIONER, role_required
from clinic.booking.errors import BookingError, SlotTaken
from clinic.booking.models import VisitType
from clinic.booking.occupancy import Slot, read_code
from clinic.desk import undo_offer
from intake.pages import proxy_entry

FURTHEST = timedelta(days=400)
_REFERENCE = re.compile(r"[A-Z0-9]{1,16}")

type_view = Callable[..., HttpResponse]


def at_the_desk(view: type_view) -> type_view:
    """Let the front desk and practitioners in, nobody else."""
    return role_required(DESK, PRACTITIONER)(view)


looked_at_or_sent = require_http_methods(["GET", "HEAD", "POST"])


def who(request: HttpRequest) -> User:
    """Return the member of staff at work."""
    return acting.user_at_work(request)


def day_asked(request: HttpRequest, *, on: date, name: str = "day") -> date:
    """Return the day that was asked for, today if none; 404 for what is no day anywhere near."""
    text = request.POST.get(name) or request.GET.get(name) or ""
    if not text:
        return on
    day = formatting.read_date(text)
    if day is None or abs(day - on) > FURTHEST:
        raise Http404
    return day


def slot_asked(request: HttpRequest, name: str = "at") -> tuple[datetime, int] | None:
    """Return moment and practitioner's key of the time that was asked for; None without one, 404 for no time."""
    text = request.POST.get(name) or request.GET.get(name) or ""
    if not text:
        return None
    picked_time = read_code(text)
    if picked_time is None or abs(timezone.localtime(picked_time.start).date() - timezone.localdate()) > FURTHEST:
        raise Http404
    return picked_time.start, picked_time.practitioner


def code_of(start: datetime, practitioner: int) -> str:
    """Return what stands in a form or an address for a time of somebody (diary.Slot.code)."""
    return Slot(start, practitioner, None, 0, "").code


def patient_asked(request: HttpRequest, name: str = "patient") -> Patient | None:
    """Return the patient named by reference; None without one, 404 for nobody's."""
    text = request.POST.get(name) or request.GET.get(name) or ""
    if not text:
        return None
    patient = Patient.objects.select_related("user").filter(ref=reference(text)).first()
    if patient is None:
        raise Http404
    return patient


def reference(text: str) -> str:
    """Return what somebody sent as a reference; nothing for what no reference looks like, which is not looked for."""
    return text if _REFERENCE.fullmatch(text) else ""


def type_called(code: str, types: tuple[VisitType, ...] | list[VisitType]) -> VisitType | None:
    """Return the kind of visit of that code among these; None without a code, 404 for another."""
    if not code:
        return None
    visit_type = next((kind for kind in types if kind.code == code), None)
    if visit_type is None:
        raise Http404
    return visit_type


def to_the_day(day: date | None = None, *, view: str = "", anchor: str = "") -> HttpResponse:
    """Lead back to a day, at the place where the reader was."""
    query = {"day": day.isoformat()} if day and day != timezone.localdate() else {}
    query |= {"view": view} if view in {"list", "board"} else {}
    url = reverse("desk:day") + (f"?{urlencode(query)}" if query else "")
    return redirect(f"{url}#{anchor}" if anchor else url)


def try_it(request: HttpRequest, do: Callable[[], object], *, done: str = "") -> bool:
    """Do a deed of the diary; say what came of it, and return whether it was done."""
    try:
        do()
    except BookingError as wrong:
        messages.error(request, str(wrong))
        return False
    if done:
        messages.success(request, done)
    return True


def page(request: HttpRequest, template: str, context: Mapping[str, object], *, status: int = 200) -> HttpResponse:
    """Show a page of the desk. Names stand on it: nobody's browser or proxy keeps it.

    Whoever looks at the desk has left the form they were filling in for somebody: it is closed to them now.
    """
    proxy_entry.leave(request)
    undo = undo_offer.offered(request, at=timezone.now())
    response = render(request, f"desk/{template}.html", {"undo": undo, **context}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def status_of(wrong: BookingError) -> int:
    """Somebody else was faster: 409; anything else comes back with its sentence."""
    return 409 if isinstance(wrong, SlotTaken) else 200
