"""The diary's side of the benchmark: a clinic open every day, people who book in it, and many who want one time."""

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from tests.benchmarks.ours import CSRF
from tests.benchmarks.servers import Request

PEOPLE = 200
MINUTES = 15
OPENS, CLOSES = time(8), time(18)
A_DAY = 10 * 60 // MINUTES
# Far from the days that P6 and P2 fill.
DAYS_TO_HALF = 150


@dataclass(frozen=True)
class Diary:
    """Where booking is, the practitioner, the first day that is booked, one that is half full, and each session."""

    kind: int
    practitioner: int
    first: str
    half: str
    zone: str
    sessions: list[str]
    people: list[str]

    def code(self, number: int) -> str:
        """Return the code of the n-th time: one after the other, a year full of them."""
        days, place = divmod(number, A_DAY)
        zone = ZoneInfo(self.zone)
        opens = datetime.combine(date.fromisoformat(self.first) + timedelta(days=days), OPENS, zone)
        start = opens.astimezone(UTC) + timedelta(minutes=MINUTES * place)
        return f"{start:%Y%m%dT%H%M%SZ}-{self.practitioner}"

    @property
    def path(self) -> str:
        return f"/visits/book/{self.kind}/"

    def cookies(self, person: int) -> str:
        return f"session={self.sessions[person]}; csrf={CSRF}"

    def form(self, person: int, number: int) -> dict[str, Any]:
        return {"slot": self.code(number), "for": self.people[person], "csrfmiddlewaretoken": CSRF}

    def kinds(self) -> Request:
        """The first page of a booking: which kind of visit, and with whom."""
        return Request("GET", "/visits/book/", self.cookies(0))

    def page(self) -> Request:
        """The free times as somebody who is signed in sees them."""
        return Request("GET", f"{self.path}?with={self.practitioner}", self.cookies(0))

    def booking(self, *, after: int = 0) -> Request:
        """Booking one time after the other, for one person after the other."""
        return InTurn("POST", self.path, expected=303, diary=self, booked=after)

    def visit(self, booking: Request) -> Request:
        """The page behind a booking, as the browser is led to it."""
        return Behind("GET", "", booking=booking)

    def at_once(self, port: int, number: int, people: int) -> list[tuple[int, float]]:
        """Let so many people book the same time in the same moment; return each one's status and milliseconds."""

        def press(person: int) -> tuple[int, float]:
            headers = {"Host": f"localhost:{port}", "Cookie": self.cookies(person)}
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            began = perf_counter()
            connection.request("POST", self.path, urlencode(self.form(person, number)), headers)
            response = connection.getresponse()
            response.read()
            connection.close()
            return response.status, (perf_counter() - began) * 1000

        with ThreadPoolExecutor(people) as pool:
            return list(pool.map(press, range(people)))


@dataclass
class InTurn(Request):
    """The n-th booking: the n-th time, for the next person."""

    diary: Diary | None = None
    booked: int = field(default=0)

    def send(self, port: int) -> float:
        diary, person, number = self.diary, self.booked % PEOPLE, self.booked
        assert diary is not None
        self.cookies, self.form = diary.cookies(person), lambda _sent: diary.form(person, number)
        self.booked += 1
        return super().send(port)


@dataclass
class Behind(Request):
    """The page to which the last answer of another request leads."""

    booking: Request | None = None

    def send(self, port: int) -> float:
        assert self.booking is not None
        self.path, self.cookies = self.booking.led_to, self.booking.cookies
        return super().send(port)


def born(number: int) -> date:
    """Return a birth date that nobody else has: people alike in name and date would be searched for duplicates."""
    return date(1940, 1, 1) + timedelta(days=97 * number)


def prepare(environment: Mapping[str, str], folder: Path) -> Diary:
    """Write people and times into the database of this environment, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.diary"]
    done = subprocess.run(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return Diary(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.contrib.auth.models import Group
    from django.utils import timezone

    from clinic.accounts import roles
    from clinic.accounts.models import Patient, Practitioner, User
    from clinic.booking import services
    from clinic.booking.models import BookingRules, PractitionerSettings, VisitType, WeeklyHours

    at = timezone.now()
    user = User.objects.create_user("bench@clinic.example", name="Bea Bench", is_staff=True)
    user.groups.add(Group.objects.get(name=roles.PRACTITIONER))
    person = Practitioner.objects.create(user=user)
    for weekday in range(7):
        WeeklyHours.objects.create(practitioner=person, weekday=weekday, opens=OPENS, closes=CLOSES)
    PractitionerSettings.objects.create(practitioner=person, notice_hours=0, horizon_days=366)
    BookingRules.objects.filter(pk=1).update(future_visits=50, step=MINUTES)
    kind = VisitType.objects.create(code="bench", name="Bench", minutes=MINUTES, needling=False)
    kind.practitioners.add(person)
    people = [_patient(number, at) for number in range(PEOPLE)]
    first = timezone.localtime(at).date() + timedelta(days=2)
    half = first + timedelta(days=DAYS_TO_HALF)
    for number in range(0, A_DAY, 2):
        start = datetime.combine(half, OPENS, timezone.get_default_timezone()) + timedelta(minutes=MINUTES * number)
        patient = Patient.objects.get(ref=people[number][1])
        services.book(patient=patient, visit_type=kind, start=start, by=user, at=at)
    told = {
        "kind": kind.pk,
        "practitioner": person.pk,
        "first": first.isoformat(),
        "half": half.isoformat(),
        "zone": timezone.get_default_timezone_name(),
        "sessions": [session for session, _ref in people],
        "people": [ref for _session, ref in people],
    }
    print(json.dumps(told))


def _patient(number: int, at: datetime) -> tuple[str, str]:
    """Return session and reference of a new patient who is signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from clinic.accounts.models import Patient, User
    from clinic.accounts.sessions import ACTIVE, BEGAN

    user = User.objects.create_user(f"bench{number}@example.com")
    patient = Patient.objects.create(user=user, full_name=f"Pat {number}", date_of_birth=born(number), phone="1")
    session = SessionStore()
    session[SESSION_KEY] = user.pk
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[BEGAN] = session[ACTIVE] = at.timestamp()
    session.save()
    assert session.session_key
    return session.session_key, patient.ref


if __name__ == "__main__":
    main()
