"""A crowd that wants one time at one moment, over HTTP: half of it on the patient's page, half at the desk.

Wishes are for visits of different lengths that begin at different minutes and overlap. What came of a round is read
from the answers, then from the database, and compared by a checker of its own (tests/booking/checker.py).
"""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Barrier

from django.urls import reverse
from django.utils import timezone

from clinic.accounts import roles
from clinic.accounts.models import Patient, Practitioner
from clinic.booking.models import Appointment, VisitType
from tests.booking.browsers import PATIENCE, Answer, Browser
from tests.booking.builders import make_form, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.booking.checker import TAKES_TIME, double_bookings, fives, wrong_cells
from tests.support.cast import make_staff
from tests.support.forms import Form

BUFFER = 5
A_DAY = ((9, 15), (11, 15), (13, 15), (15, 15))  # far enough apart that no round touches another
LOST = ("Someone else just took that time.", "That time is no longer open.", "do not fit before what")
SHOWN_AGAIN = 10  # in each round one in so many opens the form anew; the others have it open since before


@dataclass
class Wisher:
    """Somebody who books: a patient for themselves, or the front desk for a patient."""

    number: int
    browser: Browser
    patient: Patient
    kind: VisitType
    at_desk: bool
    form: Form | None = None
    page: str = ""

    @property
    def later(self) -> timedelta:
        """Patients are shown quarter hours, the desk books on five minutes; all of them overlap somebody."""
        return timedelta(minutes=5 * (self.number % 5) if self.at_desk else 15 * (self.number // 2 % 2))

    @property
    def radio(self) -> str:
        return "at" if self.at_desk else "slot"

    def look(self, start: datetime, practitioner: int) -> str:
        """Open the form for a time and keep it; return what is wrong with it, if anything."""
        code = code_of(start, practitioner)
        if self.at_desk:
            self.page = f"{reverse('desk:book')}?at={code}&patient={self.patient.ref}"
        else:
            day = timezone.localtime(start).date()
            self.page = f"{reverse('booking:times', args=[self.kind.pk])}?with={practitioner}&from={day}"
        answer = self.browser.open(self.page)
        if answer.status != 200:
            return f"{answer.status} for {self.page}: {answer.text[:200]}"
        self.form = answer.form("type" if self.at_desk else "slot")
        offered = self.kind.code in answer.choices("type") if self.at_desk else code in answer.choices("slot")
        return "" if offered else f"the form does not offer {code} for {self.kind.code}"

    def press(self, start: datetime, practitioner: int) -> Answer:
        """Send the form."""
        assert self.form is not None
        code = code_of(start, practitioner)
        if self.at_desk:
            return self.browser.send(self.page, self.form, at=code, type=self.kind.code)
        return self.browser.send(self.page, self.form, slot=code)

    def wish(self, start: datetime) -> set[int]:
        """The five minutes of the practitioner that this visit would take, those kept free behind it included."""
        return fives(start, self.kind.minutes + BUFFER)


@dataclass
class Crowd:
    """Everybody, and the practitioner they all want."""

    practitioner: Practitioner
    wishers: list[Wisher]
    first_day: datetime

    def start_of(self, number: int) -> datetime:
        """Return the time that the n-th round is about: four a working day, from Monday on."""
        week, rest = divmod(number, 5 * len(A_DAY))
        day, place = divmod(rest, len(A_DAY))
        hour, minute = A_DAY[place]
        return (self.first_day + timedelta(weeks=week, days=day)).replace(hour=hour, minute=minute)


@dataclass
class Round:
    """What came of one round."""

    booked: int = 0
    lost: int = 0
    problems: list[str] = field(default_factory=list)


def code_of(start: datetime, practitioner: int) -> str:
    """Return the value of the radio button of a time."""
    return f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}-{practitioner}"


def gather(count: int, port: int) -> Crowd:
    """Return a crowd of so many, each signed in: every other one at the desk. Their forms raised nothing."""
    now = timezone.now()
    make_rules(future_visits=50)
    noor = make_practitioner(buffer_after=BUFFER, horizon_days=366)
    for number in range(3):
        make_room(f"Room {number}", number)
    kinds = [
        make_type("consultation", noor, minutes=45, room_minutes=45),
        make_type("treatment", noor, minutes=30, room_minutes=50, needling=True),
        make_type("phone-review", noor, minutes=15, room_minutes=0),
    ]
    desks = [make_staff(f"desk{n}@clinic.example", f"Rui {n}", roles.DESK) for n in range(3)]
    wishers = []
    for number in range(count):
        patient = make_patient(f"p{number}@example.com", f"Pat {number}", ready=False)
        make_form(patient, accepted_at=now - timedelta(days=10))
        assert patient.user
        at_desk = number % 2 == 1
        browser = Browser.of(desks[number % 3] if at_desk else patient.user, port)
        wishers.append(Wisher(number, browser, patient, kinds[number // 2 % 3], at_desk))
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return Crowd(noor, wishers, today + timedelta(days=7 - today.weekday() + 7 * (today.weekday() > 4)))


def play(crowd: Crowd, number: int) -> Round:
    """Let everybody press the button for their own wish at once; return who has it, who lost, and what went wrong."""
    start, key = crowd.start_of(number), crowd.practitioner.pk
    came = Round()
    again = [wisher for wisher in crowd.wishers if wisher.form is None or (wisher.number + number) % SHOWN_AGAIN == 0]
    ready = Barrier(len(crowd.wishers), timeout=PATIENCE)

    def press(wisher: Wisher) -> Answer:
        ready.wait()
        return wisher.press(start + wisher.later, key)

    with ThreadPoolExecutor(len(crowd.wishers)) as pool:
        shown = pool.map(lambda wisher: wisher.look(start + wisher.later, key), again)
        came.problems += [problem for problem in shown if problem]
        answers = list(pool.map(press, crowd.wishers))
    refs, wishes = set(), set()
    losers = []
    for wisher, answer in zip(crowd.wishers, answers, strict=True):
        if ref := won(wisher, answer):
            refs.add(ref)
            wishes |= wisher.wish(start + wisher.later)
        else:
            losers.append(wisher)
            came.problems += [f"client {wisher.number}: {what}" for what in wrong_with_loss(wisher, answer, start, key)]
    came.booked, came.lost = len(refs), len(losers)
    standing = Appointment.objects.filter(
        state__in=TAKES_TIME, starts_at__gte=start, starts_at__lt=start + timedelta(hours=1)
    )
    if refs != set(standing.values_list("ref", flat=True)):
        came.problems.append(f"{len(refs)} were told they are booked, {len(standing)} are")
    came.problems += double_bookings(standing) + wrong_cells(buffers=BUFFER)
    # All together they fill the time: whoever lost wanted something that somebody has.
    came.problems += [f"client {w.number} lost a free time" for w in losers if not w.wish(start + w.later) & wishes]
    return came


def won(wisher: Wisher, answer: Answer) -> str:
    """Return the reference of the visit that an answer leads to; nothing when it does not say that it was booked."""
    status, shape = (302, r"#visit-(\w+)$") if wisher.at_desk else (303, r"^/visits/(\w+)/$")
    found = re.search(shape, answer.location) if answer.status == status else None
    return found[1] if found else ""


def wrong_with_loss(wisher: Wisher, answer: Answer, start: datetime, practitioner: int) -> list[str]:
    """Whoever lost reads 409 in a kind sentence, the next free times, and a form that still knows what was typed."""
    if answer.status != 409:
        return [f"{answer.status} {answer.location} {answer.text[:200]}"]
    found = []
    if not any(sentence in answer.text for sentence in LOST):
        found.append("no sentence says that the time is gone")
    times = answer.choices(wisher.radio)
    if not times or code_of(start + wisher.later, practitioner) in times:
        found.append(f"the next times are {times}")
    kept = {"patient": wisher.patient.ref, "type": wisher.kind.code} if wisher.at_desk else {"for": wisher.patient.ref}
    kept_all = all(f'name="{name}" value="{value}"' in answer.text for name, value in kept.items())
    if not kept_all or "csrfmiddlewaretoken" not in answer.text or wisher.patient.full_name not in answer.text:
        found.append("the form was not kept")
    return found
