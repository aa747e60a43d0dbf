"""One visit, one time, wherever it is read: shown = bookable = stored = letter = calendar file = desk = admin.

The pure part compares every quarter of an hour around every change of the clocks from 2025 to 2032, in 23 zones, with
arithmetic of its own (tests/booking/zones.py). The other part books on both sides of each change through the pages,
and reads the time on every page, letter and file; `make test` does that in the five oddest zones for one year.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.mime.text import MIMEText
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from clinic import formatting
from clinic.accounts.models import Patient, User
from clinic.booking import calendar, occupancy
from clinic.booking.availability import Hours, Need, Taken, Window, free, spans
from clinic.booking.models import Appointment, VisitType, WeeklyHours
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.review.models import Case
from intake.screening import Tier
from tests.booking.builders import make_rules, make_type
from tests.booking.zones import (
    SHOWN,
    WITHOUT_CHANGES,
    comes_twice,
    in_words,
    jump,
    time_of_day,
    transitions,
    wall,
)
from tests.support.cast import sign_in

# It is about what is shown; the times themselves are asked of both databases in test_availability.py.
pytestmark = [pytest.mark.heavy, pytest.mark.either_database]
QUARTER = timedelta(minutes=15)
OPENS, CLOSES = time(0), time(23, 55)
ORDINARY = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)  # where no clock changes, any moment will do
ALWAYS = Window(datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


# ——— every quarter of an hour around every change, in words and on the grid


@pytest.mark.parametrize("name", sorted({*SHOWN, *WITHOUT_CHANGES}))
def test_around_every_change_of_the_clocks_each_time_has_words_of_its_own(name: str, settings: Any) -> None:
    settings.TIME_ZONE = name
    zone = ZoneInfo(name)
    changes = list(transitions(zone))
    assert bool(changes) == (name not in WITHOUT_CHANGES)
    hours = Hours(week=tuple((weekday, OPENS, CLOSES) for weekday in range(7)))
    for change in changes or [ORDINARY]:
        near = [change + QUARTER * n for n in range(-16, 17)]
        first, last = wall(near[0], zone).date(), wall(near[-1], zone).date()
        shown = {found.start for found in free(spans(hours, first, last, zone), Need(15), Taken(), ALWAYS, step=15)}
        said = [formatting.moment(at) for at in near]
        assert said == [in_words(at, name) for at in near]
        assert len(set(said)) == len(near)  # no two moments are told in the same words
        for at in near:
            assert at in shown or wall(at, zone).time() > time(23, 35)
            assert formatting.clock(at) == time_of_day(at, name)
            assert formatting.short_moment(at).replace("\N{NO-BREAK SPACE}", " ").endswith(f", {time_of_day(at, name)}")
            assert occupancy.read_code(occupancy.Slot(at, 7, None, 15, "").code) == occupancy.PickedTime(at, 7)


# ——— booked on the page, and read everywhere


@dataclass
class Scene:
    """A visit at one moment in one zone, and where its time is read."""

    zone: str
    start: datetime
    kind: VisitType
    patient: Patient
    desk: Client
    practitioner: Client

    @property
    def clock(self) -> str:
        return time_of_day(self.start, self.zone)

    @property
    def when(self) -> str:
        return in_words(self.start, self.zone)

    @property
    def day(self) -> date:
        return wall(self.start, ZoneInfo(self.zone)).date()

    def play(self, ana: Client) -> None:
        """Book it on the patient's page, and read it in every place."""
        visit = self.book(ana)
        assert visit.starts_at == self.start
        self.read_letter(visit)
        self.read_own_pages(ana, visit)
        self.read_desk(visit)
        self.read_admin()

    def book(self, ana: Client) -> Appointment:
        """Shown = bookable: the radio button says the time in words, and sending it books that moment."""
        page = f"{reverse('booking:times', args=[self.kind.pk])}?from={self.day}"
        rows = re.findall(r'<input type="radio" name="slot" value="([^"]+)"><span>(.*?)</span>', ana.get(page).text)
        told = {code: html.unescape(re.sub(r"<[^>]+>", "", row)) for code, row in rows}
        code = next(code for code in told if code.startswith(f"{self.start:%Y%m%dT%H%M%SZ}-"))
        assert told[code] == f"{self.when}, 15 minutes, with Noor Inventada"
        assert len(set(told.values())) == len(told)
        answer = ana.post(page, {"slot": code, "for": self.patient.ref})
        assert answer.status_code == 303, answer.text
        return Appointment.objects.with_people().get(ref=answer.headers["Location"].split("/")[2])

    def read_letter(self, visit: Appointment) -> None:
        mail.outbox.clear()
        while delivery.send_next(at=visit.created_at):
            pass
        (letter,) = mail.outbox
        assert f"{self.when}, 15 minutes, with Noor Inventada" in letter.body
        assert ZoneInfo(self.zone).key.rpartition("/")[2].replace("_", " ") in letter.body
        (part,) = letter.attachments
        assert isinstance(part, MIMEText)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        self.read_calendar(content)

    def read_calendar(self, content: bytes) -> None:
        (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (self.start, self.start + QUARTER)
        assert f"DTSTART:{self.start:%Y%m%dT%H%M%SZ}".encode() in content

    def read_own_pages(self, ana: Client, visit: Appointment) -> None:
        assert f"<strong>{self.when}</strong>" in ana.get(reverse("booking:visit", args=[visit.ref])).text
        assert f">{self.when}</a></h2>" in ana.get(reverse("booking:mine")).text
        content = ana.get(reverse("booking:calendar_file", args=[visit.ref])).content
        assert content == calendar.of(visit)
        self.read_calendar(content)

    def read_desk(self, visit: Appointment) -> None:
        """The board in its row, the list, the visit, the week and the sheet for the wall; on the right day."""
        page = self.desk.get(reverse("desk:day"), {"day": self.day.isoformat()}).text
        above, _id, inside = page.partition(f'id="board-{visit.ref}"')
        rows = re.findall(r'<th scope="row">([^<]*)', above)
        assert rows[-1] == self.clock
        assert len(set(rows)) == len(rows)
        assert f'<span class="visit-type">{self.clock} · ' in inside.partition("</div>")[0]
        listed = re.findall(rf'<span class="day-time">([^<]*)</span>\s*<div class="[^"]*" id="visit-{visit.ref}"', page)
        assert listed == [self.clock]
        whole = f"{self.when}, 15 minutes, with Noor Inventada"
        assert f'<p class="lead">{whole}</p>' in self.desk.get(reverse("desk:visit", args=[visit.ref])).text
        week = self.desk.get(reverse("desk:week"), {"day": self.day.isoformat()}).text
        before, _url, after = week.partition(f"/desk/visits/{visit.ref}/")
        assert re.findall(r'<h2 id="day-([\d-]+)">', before)[-1] == self.day.isoformat()
        assert f'<span class="visit-type">{self.clock} · ' in after.partition("</li>")[0]
        sheet = self.desk.get(reverse("desk:sheet"), {"day": self.day.isoformat()}).text
        assert f'<td class="as-one">{self.clock}</td>' in sheet

    def read_admin(self) -> None:
        """The practitioner's queue says when the patient comes."""
        queue = self.practitioner.get(reverse("admin:review_case_changelist")).text
        local = self.start.astimezone(ZoneInfo(self.zone))
        said = f"{local:%a}, {local:%b} {local.day}, {local.year}, {self.clock}"
        assert f"visit {said}" in html.unescape(queue).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def talk(consultation: VisitType) -> VisitType:
    """A talk of a quarter of an hour, by day and by night."""
    (person,) = consultation.practitioners.all()
    WeeklyHours.objects.all().delete()
    for weekday in range(7):
        WeeklyHours(practitioner=person, weekday=weekday, opens=OPENS, closes=CLOSES).save()
    make_rules(future_visits=50)
    return make_type("consultation", person, minutes=15, room_minutes=15)


@pytest.fixture
def case(anas: Patient, now: datetime) -> Case:
    """A practitioner has something to read about Ana, nothing that keeps her from a talk."""
    form = Intake.objects.get(patient=anas)
    told = {"state": Case.State.OPEN, "tier": Tier.CAUTION, "opened_at": now, "waiting_since": now}
    return Case.objects.create(patient=anas, intake=form, **told)


def sides(change: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The last and the first time on both sides of a jump; where the hour comes twice, the same time on both."""
    by = jump(change, zone)
    if by < timedelta(0):
        yield change + by / 2
        yield change - by / 2
    else:
        yield change - 2 * QUARTER  # where the clock jumps at midnight, the diary closes five minutes before
        yield change


@pytest.mark.django_db
@pytest.mark.parametrize("name", SHOWN)
def test_a_visit_beside_a_change_of_the_clocks_has_one_time_everywhere(
    talk: VisitType, anas: Patient, ana_user: User, case: Case, rui: User, size: Any, settings: Any, name: str
) -> None:
    settings.TIME_ZONE = name
    zone = ZoneInfo(name)
    changes = list(transitions(zone, *size((2026, 2026), (2025, 2032)))) or [ORDINARY]
    noor = talk.practitioners.get().user
    for change in changes:
        with time_machine.travel(change - timedelta(days=3, minutes=7), tick=False):
            Intake.objects.update(accepted_at=change - timedelta(days=20), submitted_at=change - timedelta(days=20))
            ana, desk, practitioner = sign_in(ana_user), sign_in(rui), sign_in(noor)
            for start in sides(change, zone):
                scene = Scene(name, start, talk, anas, desk, practitioner)
                scene.play(ana)
                assert comes_twice(start, zone) == (jump(change, zone) < timedelta(0))
                visit = Appointment.objects.get(starts_at=start)
                answer = desk.post(
                    reverse("desk:cancel", args=[visit.ref]), {"reason": "mistake", "started_by": "clinic"}
                )
                assert answer.status_code == 302
                Letter.objects.filter(state="due").update(state="skipped")
