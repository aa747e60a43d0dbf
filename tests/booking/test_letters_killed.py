"""Letters, when the clock dies in the middle again and again: none is lost, none is wrong, few come twice.

Hundreds of visits are booked, moved and cancelled over weeks of the calendar. Twice a day the clock runs, as a process;
at the busiest moments it is killed first (SIGKILL), wherever it stands, and while its letters wait, more visits are
moved and cancelled. A mail server and a carrier of texts take what comes; the carrier fails, hangs and goes away
without a word, and reports late, twice and in any order. People answer STOP, and phones are gone. A ledger that knows
the rules by itself reads it all: nothing is lost, nothing is wrong, nothing comes after STOP.
"""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from twilio.request_validator import RequestValidator

from clinic.accounts import roles
from clinic.accounts.models import Patient, Practitioner, User
from clinic.accounts.texting import services as texting
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.outbox.models import Letter
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.booking.clocks import Nursery, nursery
from tests.booking.ledger import Ledger, Reach
from tests.outbox.mail_server import MailServer, mail_server
from tests.outbox.text_server import TOKEN, Taken, TextServer, text_server
from tests.support.cast import make_staff
from tests.support.progress import Say

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
BEGAN = TEN - timedelta(days=10, minutes=3)  # a Monday; three minutes beside every time in the diary
A_DAY = 10  # visits of a practitioner, and one time more that visits are moved to
MOST_DEATHS_A_PASS = 3
NEARLY_HALF_A_DAY = timedelta(hours=11, minutes=50)  # a worker doubts a clock that went on by more at once


@dataclass
class Weeks:
    """The clinic over some weeks: who does what when, and what the ledger is told of it."""

    dice: random.Random
    desk: User
    kind: VisitType
    people: list[Practitioner]
    ledger: Ledger = field(default_factory=Ledger)
    to_come: list[tuple[datetime, Callable[[datetime], None]]] = field(default_factory=list)

    def plan(self, count: int) -> datetime:
        """Plan so many visits and what becomes of them; return when the last of them is over."""
        last = BEGAN
        for number in range(count):
            at, who = divmod(number, len(self.people))
            start = self.time(at // A_DAY, at % A_DAY)
            early = start - BEGAN - timedelta(hours=2)
            before = {0: timedelta(days=2, minutes=7), 1: timedelta(hours=12, minutes=7)}.get(number % 10, early)
            patient = self.somebody(number)
            self.to_come.append((start - before, self.booking(patient, start, self.people[who].pk, number % 7 != 3)))
            last = max(last, start)
        return last + timedelta(days=1)

    def somebody(self, number: int) -> Patient:
        """Make a patient who is reached by email, by text, or by both; some phones answer STOP or are gone."""
        patient = make_patient(f"p{number}@example.com", f"Pat {number}", ready=number % 7 != 3)
        email, phone = patient.email_for_messages, f"+1213555{number:04d}" if number % 3 else ""
        if phone:
            Patient.objects.filter(pk=patient.pk).update(phone=f"213-555-{number:04d}")
            texting.choose(
                patient, channel="both", texts=True, named_as="initials", how=texting.How.DESK, by=self.desk, at=BEGAN
            )
        if number % 3 == 1:
            email = ""
            Patient.objects.filter(pk=patient.pk).update(user=None, email="")
        self.ledger.reaches[patient.pk] = Reach(email, phone)
        return Patient.objects.select_related("user").get(pk=patient.pk)

    def stop(self, patient: Patient, at: datetime) -> None:
        """Their phone answers STOP."""
        reach = self.ledger.reaches[patient.pk]
        if reach.closed_at is None:
            told = {"MessageSid": f"SMSTOP{patient.pk}", "From": reach.phone, "Body": "Stop"}
            assert signed(reverse("outbox:text"), told, at=at) == 200
            reach.closed_at = at

    def time(self, day: int, place: int) -> datetime:
        """Return the n-th time of a working day, counted from the Thursday of TEN; the zone’s own time."""
        weeks, weekday = divmod(day + 3, 5)
        monday = timezone.localtime(TEN).replace(hour=9, minute=0) - timedelta(days=3)
        return monday + timedelta(weeks=weeks, days=weekday, minutes=45 * place)

    def booking(self, patient: Any, start: datetime, practitioner: int, has_form: bool) -> Callable[[datetime], None]:
        def book(at: datetime) -> None:
            visit = services.book(
                patient=patient, visit_type=self.kind, start=start, practitioner=practitioner, by=self.desk, at=at
            )
            self.ledger.booked(visit, at, has_form=has_form)
            fate = self.dice.random()
            if fate > 0.85 and self.ledger.reaches[patient.pk].phone:
                self.to_come.append(
                    (at + (start - at) * self.dice.uniform(0.1, 0.9), lambda when: self.stop(patient, when))
                )
            if fate < 0.35:
                moment = at + (start - at) * self.dice.uniform(0.05, 0.95)
                deed = self.cancel if fate < 0.2 else self.move
                self.to_come.append((moment, lambda when: deed(visit, when)))

        return book

    def cancel(self, visit: Appointment, at: datetime) -> None:
        visit.refresh_from_db()
        if visit.is_ahead and at < visit.starts_at:
            services.cancel(visit, reason="cannot_come", by=self.desk, at=at)
            self.ledger.ended(visit, at, cancelled=True)

    def move(self, visit: Appointment, at: datetime) -> None:
        visit.refresh_from_db()
        if not visit.is_ahead or at >= visit.starts_at:
            return
        start = self.time(self.dice.randrange(12), A_DAY)
        try:
            new = services.move(visit, start=start, by=self.desk, at=at)
        except services.BookingError:
            return  # that time is taken or over: the visit stays where it is
        has_form = self.ledger.visits[visit.ref].has_form
        self.ledger.ended(visit, at, cancelled=False)
        self.ledger.booked(new, at, has_form=has_form, moved_here=True)

    def live_until(self, moment: datetime) -> None:
        """Do everything planned up to a moment, in order."""
        while due := sorted((deed for deed in self.to_come if deed[0] < moment), key=lambda deed: deed[0]):
            self.to_come.remove(due[0])
            due[0][1](due[0][0])

    def change_their_minds(self, at: datetime) -> None:
        """Some whose letters wait, because their clock has died, cancel or move just now."""
        waiting = Letter.objects.filter(state="due", kind__in=("booking.reminder", "booking.confirmation"))
        refs = [about.partition(":")[2] for about in waiting.values_list("about", flat=True)[:40]]
        for ref in self.dice.sample(refs, min(2, len(refs))):
            self.dice.choice((self.cancel, self.move))(Appointment.objects.get(ref=ref), at)


@dataclass
class Deaths:
    """Kills the clock in the middle of its work: some moments after it was born, or when it has handed over some mails.

    Then the mail server has the last of them, and sometimes the clock has not heard of it: that one must come twice.
    """

    dice: random.Random
    server: MailServer
    texts: TextServer
    wanted: int
    so_far: int = 0

    @property
    def taken(self) -> int:
        return len(self.server.taken) + len(self.texts.taken)

    def strike(self, clocks: Nursery, moment: datetime) -> bool:
        """Let a clock work and kill it; say whether it died before it was done."""
        mails = self.taken + self.dice.randint(1, 12)
        after = time.monotonic() + self.dice.uniform(0.02, 0.3) if self.dice.random() < 0.3 else float("inf")
        self.server.ponders = self.texts.ponders = self.dice.choice((0, 0, 0.02))
        ended = clocks.run(moment, dies=lambda: self.taken >= mails or time.monotonic() > after)
        self.server.ponders = self.texts.ponders = 0
        assert ended in (0, -9)
        self.so_far += ended == -9
        return ended == -9


@dataclass
class Carrier:
    """What the carrier of texts reports: late, twice and in any order. Some phones are gone."""

    dice: random.Random
    server: TextServer
    ledger: Ledger
    told: int = 0
    waiting: list[tuple[datetime, Taken, str]] = field(default_factory=list)

    def hear(self, moment: datetime) -> None:
        """Put off a report of each new message, and say those whose time has come."""
        for taken in self.server.taken[self.told :]:
            status = "undelivered" if int(taken.to[-2:]) % 29 == 4 else "delivered"
            for _twice in range(2):
                self.waiting.append((moment + timedelta(hours=self.dice.uniform(0, 40)), taken, status))
        self.told = len(self.server.taken)
        due = [row for row in self.waiting if row[0] <= moment]
        self.waiting = [row for row in self.waiting if row[0] > moment]
        self.dice.shuffle(due)
        for _at, taken, status in due:
            told = {"MessageSid": taken.sid, "MessageStatus": status, "ErrorCode": "30003"}
            assert signed(reverse("outbox:report", args=[taken.ref]), told, at=moment) == 204
            if status == "undelivered":
                (reach,) = (reach for reach in self.ledger.reaches.values() if reach.phone == taken.to)
                reach.closed_at = reach.closed_at or moment


def signed(address: str, told: dict[str, str], *, at: datetime) -> int:
    """Post what Twilio would, signed, at a moment; return the status."""
    signature = RequestValidator(TOKEN).compute_signature(f"http://localhost:8000{address}", told)
    with time_machine.travel(at, tick=False):
        answer = Client().post(
            address,
            urlencode(told),
            content_type="application/x-www-form-urlencoded",
            headers={"X-Twilio-Signature": signature},
        )
    return int(answer.status_code)


@pytest.fixture
def weeks(noors: Practitioner, size: Any) -> Weeks:
    people = [noors, *(make_practitioner(f"n{n}@clinic.example", f"Noor {n}") for n in range(size(1, 9)))]
    for number in range(len(people)):
        make_room(f"Room {number}", number)
    make_rules(future_visits=50)
    kind = make_type("consultation", *people)
    return Weeks(random.Random(20260303), make_staff("d@clinic.example", "Rui", roles.DESK), kind, people)


@pytest.fixture
def post(settings: Any) -> Iterator[tuple[MailServer, TextServer, Nursery]]:
    with mail_server() as server, text_server() as texts:
        settings.SMS_URL, mails = texts.url, f"smtp://127.0.0.1:{server.port}"
        with nursery(EMAIL_URL=mails, SMS_URL=texts.url, LOG_LEVEL="CRITICAL") as clocks:
            yield server, texts, clocks


def test_clocks_that_die_lose_no_message_and_send_none_that_is_wrong(
    weeks: Weeks, post: tuple[MailServer, TextServer, Nursery], size: Any, say: Say
) -> None:
    server, texts, clocks = post
    visits, kills = size((12, 2), (1000, 20))
    deaths, ledger = Deaths(random.Random(4), server, texts, kills), weeks.ledger
    carrier = Carrier(random.Random(5), texts, ledger)

    def pass_by(moment: datetime, *, may_die: bool) -> bool:
        weeks.live_until(moment)
        before, texts_before = len(server.taken), len(texts.taken)
        died = may_die and deaths.strike(clocks, moment)
        if not may_die:
            assert clocks.run(moment) == 0
        if not died:
            ledger.whole_passes.append(moment)
        ledger.arrived += [(moment, mail) for mail in server.taken[before:]]
        ledger.texts += [(moment, text) for text in texts.taken[texts_before:]]
        carrier.hear(moment)
        return died

    def awkward(moment: datetime) -> None:
        """The carrier fails, or takes a message and goes away: a pass that counts for nothing."""
        weeks.live_until(moment)
        before, texts_before = len(server.taken), len(texts.taken)
        texts.fails = deaths.dice.random() < 0.5
        texts.silent = not texts.fails
        assert clocks.run(moment) == 0
        texts.fails = texts.silent = False
        ledger.arrived += [(moment, mail) for mail in server.taken[before:]]
        ledger.texts += [(moment, text) for text in texts.taken[texts_before:]]

    end, moment = weeks.plan(visits), BEGAN + timedelta(hours=3)
    while moment < end:
        for _death in range(MOST_DEATHS_A_PASS):
            if deaths.so_far < kills and pass_by(moment, may_die=True):
                weeks.change_their_minds(moment + timedelta(minutes=10))
                # Later than any claim of a dead clock lasts.
                moment += timedelta(minutes=20)
        if deaths.dice.random() < 0.3:
            awkward(moment)
            # Longer than the pause after a try that failed and the three that died.
            moment += timedelta(hours=2, minutes=1)
        pass_by(moment, may_die=False)
        say(f"{moment:%d %B}: {len(server.taken)} mails, {len(texts.taken)} texts, {deaths.so_far} clocks killed")
        moment += NEARLY_HALF_A_DAY
    pass_by(end, may_die=False)
    assert deaths.so_far == kills
    assert len(ledger.visits) >= visits
    assert ledger.problems() == []
    assert ledger.duplicates() <= kills + texts.silences
    assert ledger.duplicates() or kills < 10, "No clock died between a server's word and its own mark."
    assert len(ledger.texts) >= visits, "The second channel was hardly walked."
    assert any(reach.closed_at for reach in ledger.reaches.values()), "Nobody answered STOP."
    assert set(Letter.objects.values_list("state", flat=True)) <= {"sent", "skipped", "expired", "dead"}
    counted = f"{len(ledger.arrived)} mails and {len(ledger.texts)} texts, {ledger.duplicates()} of them twice"
    print(f"{counted}, {kills} clocks killed, {texts.silences} answers lost")
