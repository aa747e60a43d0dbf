"""People who send a form and book a call over HTTP, again when no answer came; and what must stand afterwards."""

import http.client
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import Practitioner, User
from clinic.audit.models import Entry
from clinic.audit.verification import verify
from clinic.booking.models import Appointment, VisitType
from clinic.demo.forms import typed
from clinic.outbox.models import Letter
from intake.record.models import Answers, Intake
from intake.review.models import Case
from tests.booking.browsers import Answer, Browser
from tests.booking.builders import make_practitioner, make_room, make_rules, make_type
from tests.booking.checker import double_bookings, wrong_cells, wrong_histories
from tests.intake.forms import fill
from tests.support.cast import make_mailbox
from tests.support.forms import TOKEN, Form, forms_of

A_DAY = 32  # calls of a quarter of an hour from nine to five
LONGEST = 300  # seconds that somebody tries, on a machine that has other work too
BETWEEN_TRIES = 0.3
# What somebody sees who asks while nothing is there; anything else that is no page is a fault.
GONE = frozenset({502, 503, 504})


@dataclass
class Clinic:
    """Who is asked for a call, and what kind of call."""

    practitioner: Practitioner
    kind: VisitType
    first_day: datetime

    def start_of(self, number: int) -> datetime:
        """Return the n-th quarter of an hour that anybody may have: from nine to five, Monday to Friday."""
        day, place = divmod(number, A_DAY)
        week, weekday = divmod(day, 5)
        return self.first_day + timedelta(weeks=week, days=weekday, hours=9, minutes=15 * place)


@dataclass
class Visitor:
    """Somebody with a form that is filled in and not sent."""

    number: int
    user: User
    browser: Browser
    form: str
    is_sent: bool = False
    visit: str = ""
    deeds: int = 0
    faults: int = 0
    wrong: str = ""

    def live(self, clinic: Clinic) -> "Visitor":
        """Send the form, then book; each until an answer says that it is done."""
        self.is_sent = bool(self._until_done(self._send))
        self.deeds += 1
        self.visit = self._until_done(lambda: self._book(clinic))
        self.deeds += 1
        return self

    def _until_done(self, deed: Callable[[], str]) -> str:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            try:
                if done := deed():
                    return done
            except (OSError, http.client.HTTPException):
                self.faults += 1
            time.sleep(BETWEEN_TRIES)
        return ""

    def _ask(self, answer: Answer, *, good: Iterable[int]) -> Answer | None:
        if answer.status in good:
            return answer
        self.faults += 1
        if answer.status not in GONE:
            self.wrong = self.wrong or f"{answer.status} {answer.location} {answer.text[:300]}"
        return None

    def _send(self) -> str:
        """Open the check page and press Send; return where it leads when it says that the form is sent."""
        page = f"/intake/{self.form}/check/"
        shown = self._ask(self.browser.open(page), good={200, 302, 303})
        if shown is None:
            return ""
        if shown.status != 200:
            return shown.location
        token = next(form.fields[TOKEN] for form in forms_of(shown.text) if TOKEN in form.fields)
        form = Form("post", f"/intake/{self.form}/send/", {TOKEN: token})
        answer = self._ask(self.browser.send(page, form), good={302, 303})
        return answer.location if answer and answer.location.endswith("/sent/") else ""

    def _book(self, clinic: Clinic) -> str:
        """Choose one's own time and press Book; return the reference of the visit that it leads to."""
        start, key = clinic.start_of(self.number), clinic.practitioner.pk
        times = reverse("booking:times", args=[clinic.kind.pk])
        page = f"{times}?with={key}&from={timezone.localtime(start).date()}"
        shown = self._ask(self.browser.open(page), good={200})
        if shown is None:
            return ""
        code = f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}-{key}"
        answer = self._ask(self.browser.send(page, shown.form("slot"), slot=code), good={302, 303})
        found = re.fullmatch(r"/visits/(\w+)/", answer.location) if answer else None
        return found[1] if found else ""


def open_clinic() -> Clinic:
    """Open a clinic in which calls of a quarter of an hour can be booked for a year."""
    make_rules(future_visits=5)
    noor = make_practitioner(horizon_days=366)
    make_room()
    kind = make_type("phone-review", noor, minutes=15, room_minutes=0)
    today = timezone.localtime(timezone.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return Clinic(noor, kind, today + timedelta(days=7 - today.weekday()))


def gather(count: int, port: int, *, first: int = 0) -> list[Visitor]:
    """Return so many people, each with a form that wants nothing but to be sent."""
    at, visitors = timezone.now(), []
    for number in range(first, first + count):
        user = make_mailbox(f"p{number}@example.com")
        form = fill(typed(full_name=f"Pat {number}", email=user.email), by=user, at=at)
        visitors.append(Visitor(number, user, Browser.of(user, port), form.ref))
    return visitors


def problems_of(visitors: list[Visitor]) -> list[str]:
    """Return what is wrong: what was acknowledged and is not there once, whole, with its message and its audit row."""
    found = [f"{v.number}: {v.wrong}" for v in visitors if v.wrong]
    found += [f"{v.number} never got an answer" for v in visitors if not (v.is_sent and v.visit)]
    forms = {intake.ref: intake for intake in Intake.objects.filter(ref__in=[v.form for v in visitors])}
    frozen = Counter(Answers.objects.exclude(frozen_at=None).values_list("intake__ref", flat=True))
    cases = Counter(Case.objects.values_list("intake__ref", flat=True))
    told = Counter(Entry.objects.filter(deed__in=("intake.sent", "visit.booked")).values_list("deed", "on"))
    letters = Counter(Letter.objects.values_list("kind", "about"))
    visits = Counter(Appointment.objects.values_list("patient__user", flat=True))
    for v in visitors:
        form, visit = f"record.intake:{v.form}", f"booking.appointment:{v.visit}"
        once = {
            "sent": int(forms[v.form].submitted_at is not None),
            "answers": frozen[v.form],
            "cases": cases[v.form],
            "sent in the audit log": told["intake.sent", form],
            "message of the form": letters["intake.received", form],
            "visits": visits[v.user.pk],
            "booked in the audit log": told["visit.booked", visit],
            "message of the visit": letters["booking.confirmation", visit],
        }
        found += [f"{v.number}: {what} {count} times" for what, count in once.items() if count != 1]
    found += double_bookings(Appointment.objects.all()) + wrong_cells() + wrong_histories()
    verdict = verify()
    return found + ([f"audit log: row {verdict.broken} {verdict.reason}"] if verdict.broken else [])
