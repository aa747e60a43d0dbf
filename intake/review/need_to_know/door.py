"""The door before a record: whoever it is not for is asked why, and comes back to where they were going.

A view fetches what it is about and says so: `door.ask(request, patient=patient)`. Nothing of the record is read before
that line, and the line lets nobody by who has neither a tie to the person nor a reason that is still good.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from clinic.accounts import sessions
from clinic.accounts.acting import user_at_work
from clinic.accounts.models import Patient
from intake.review.models import Case
from intake.review.need_to_know import services
from intake.review.need_to_know.services import ReadSubject

NEXT = "next"


class ReasonNeededError(Exception):
    """This record is not the reader's: a reason is asked for first. Never shown; `asks_why` answers it."""

    def __init__(self, subject: ReadSubject) -> None:
        super().__init__("a reason is needed")
        self.subject = subject


def ask(request: HttpRequest, *, patient: Patient | None = None, case: Case | None = None) -> None:
    """Let by whoever may read about this person; raise ReasonNeededError for anybody else."""
    subject = ReadSubject(patient or (case.patient if case else None), case)
    if not services.may_read(subject, by=user_at_work(request), at=timezone.now()):
        raise ReasonNeededError(subject)


def asks_why(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Lead to the page that asks for the reason; what was typed is kept, to be saved after it was given."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ReasonNeededError):
            return None
        back = request.get_full_path()
        if request.method == "POST":
            is_held = sessions.hold(request, user_at_work(request))
            back = reverse("accounts:held") if is_held else ""
        page = reverse("admin:review_case_reason", args=[exception.subject.ref])
        return HttpResponseRedirect(f"{page}?{urlencode({NEXT: back})}" if back else page)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # Django looks for it on the function
    return middleware


def way_on(asked: str, subject: ReadSubject) -> str:
    """Return where somebody goes on to: the page they came from, if it is one of ours, else the person's own page."""
    if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    if subject.case is not None:
        return reverse("admin:review_case_change", args=[subject.case.ref])
    return reverse("desk:patient", args=[subject.ref])
