"""Everybody else who comes to the demo clinic: they book, come, stay away or cancel.

Who comes to talk is registered by the desk on the phone. Who comes for needles has sent a form that was read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clinic.accounts import services as accounts
from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.demo.courses import read, send_update, write_note
from clinic.demo.forms import born, typed
from clinic.demo.opening import HOURS, last_open_day
from clinic.demo.plan import PHONE, TREATMENT, Place, Plan
from clinic.demo.stories import Story, send
from intake.review.follow_up import check_ins

_FIRST = (
    "Alma", "Bruno", "Celia", "Dario", "Edith", "Felix", "Gisela", "Hamid", "Irene", "Jonas", "Karin", "Luis",
    "Maren", "Nils", "Olga", "Pablo", "Ruth", "Samir", "Thea", "Urs", "Valeria", "Wim", "Yara", "Zeno", "Agnes",
    "Boris", "Chiara", "Diego", "Elif", "Farid",
)  # fmt: skip
_LAST = (
    "Beispiel", "Ejemplo", "Esempio", "Exempel", "Voorbeeld", "Fictif", "Finto", "Erfunden", "Muster", "Nadie",
    "Niemand", "Placeholder", "Primer", "Quasi", "Sample", "Testcase", "Inventada", "Imaginario", "Tatoe", "Amostra",
)  # fmt: skip
TALKERS, TREATED = 110, 20
# One of so many of those who come to talk has no email.
NO_EMAIL = 40
# Of the visits that are over, one in so many: nobody came; somebody cancelled and another came instead.
NO_SHOW, CANCELED = 13, 11
_WHY = ("cannot_come", "better_time", "elsewhere")


@dataclass
class CrowdMember:
    """Somebody of the crowd; `patient` once the clinic knows them."""

    name: str
    birth: dict[str, str]
    phone: str
    email: str = ""
    patient: Patient | None = None
    was_needled: bool = False


@dataclass
class Crowd:
    """The people and who takes turns. `now` is the moment at which the demo begins."""

    staff: dict[str, User]
    now: datetime
    zone: ZoneInfo
    talkers: list[CrowdMember] = field(default_factory=list)
    treated: list[CrowdMember] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kinds = {kind.code: kind for kind in VisitType.objects.all()}
        people = [_member(number) for number in range(TALKERS + TREATED)]
        self.talkers, self.treated = people[:TALKERS], people[TALKERS:]
        for number, person in enumerate(people):
            # Some have no address: the desk calls them. With many, all a clinic would do is call.
            person.email = "" if number % NO_EMAIL == 17 else _address(person.name)

    def stories(self, plan: Plan) -> Iterator[Story]:
        """Give one story a place that is left: who comes, and whether they come."""
        turns = {True: 0, False: 0}
        for number, place in enumerate(sorted(plan.left)):
            needles = place.kind == TREATMENT
            people = self.treated if needles else self.talkers
            person = people[turns[needles] % len(people)]
            turns[needles] += 1
            if needles and turns[needles] <= len(people):
                yield self.sends_a_form(person, number, before=place.start)
            is_over = place.end < self.now
            if is_over and number % CANCELED == 5 and not needles:
                yield self.cancels(people[(turns[needles] + TALKERS // 2) % len(people)], place, number)
            yield self.comes(person, place, number, shows_up=not is_over or number % NO_SHOW != 3)

    def at_the_desk(self, place: Place, number: int, *, days: int) -> datetime:
        """Return a moment in the opening hours so many days before a visit, at the latest some minutes ago."""
        day = last_open_day(place.start.astimezone(self.zone).date() - timedelta(days=days))
        opens, closes = HOURS[day.weekday()]
        open_hours = closes.hour - opens.hour
        at = datetime.combine(day, time(opens.hour + number % open_hours, number * 13 % 60), self.zone)
        if at < self.now:
            return at
        # A visit far ahead: booked on one of the last days.
        day = last_open_day(self.now.astimezone(self.zone).date() - timedelta(days=1 + number % 6))
        return datetime.combine(day, time(9 + number % 4, number * 13 % 60), self.zone)

    def book(self, person: CrowdMember, place: Place, *, at: datetime) -> Appointment:
        """Book a place for somebody; the desk registers who is new."""
        desk = self.staff["rui"]
        if person.patient is None:
            birth = date(*(int(person.birth[part]) for part in ("year", "month", "day")))
            identity = {"full_name": person.name, "date_of_birth": birth, "phone": person.phone, "interpreter": "no"}
            person.patient = accounts.register(identity=identity | {"email": person.email}, by=desk, at=at)
        return services.book(
            patient=person.patient, visit_type=self.kinds[place.kind], start=place.start,
            practitioner=self.staff[place.who].practitioner.pk, by=desk, at=at,
        )  # fmt: skip

    def comes(self, person: CrowdMember, place: Place, number: int, *, shows_up: bool) -> Story:
        """Booked some days before; on the day they come in time, or do not come."""
        at = yield self.now - self.at_the_desk(place, number, days=1 + number % 6)
        visit = self.book(person, place, at=at)
        if place.start > self.now:
            return
        desk, practitioner = self.staff["rui"], self.staff[place.who]
        if not shows_up:
            at = yield self.now - place.start - timedelta(minutes=20)
            services.no_show(visit, by=desk, at=at)
            return
        if place.kind == TREATMENT and person.was_needled and person.patient:
            at = yield self.now - place.start + timedelta(hours=3)
            update = send_update(person.patient, at=at)
            at = yield self.now - place.start + timedelta(minutes=20)
            read(update, practitioner, at=at)
        at = yield self.now - place.start + timedelta(minutes=0 if place.kind == PHONE else 3 + number % 9)
        services.arrive(visit, by=desk, at=at)
        if place.kind == TREATMENT:
            at = yield self.now - place.start
            services.start(visit, by=practitioner, at=at)
            at = yield self.now - place.end + timedelta(minutes=2)
            write_note(visit, at=at)
            person.was_needled = True
        at = yield self.now - place.end
        services.complete(visit, by=practitioner, at=at)

    def cancels(self, person: CrowdMember, place: Place, number: int) -> Story:
        """Booked two weeks before and cancelled in time: whoever comes instead books after that."""
        at = yield self.now - self.at_the_desk(place, number, days=13)
        visit = self.book(person, place, at=at)
        at = yield self.now - self.at_the_desk(place, number, days=8)
        services.cancel(visit, reason=_WHY[number % len(_WHY)], started_by="patient", by=self.staff["rui"], at=at)

    def sends_a_form(self, person: CrowdMember, number: int, *, before: datetime) -> Story:
        """The form, nine days before their first needles or before today; read within a day."""
        sent = min(before, self.now) - timedelta(days=9, minutes=37 * number % 300)
        at = yield self.now - sent
        form = send(
            typed(
                full_name=person.name, date_of_birth=person.birth, phone=person.phone, email=person.email,
                pain_now=str(3 + number % 5), peg_pain=str(4 + number % 4), peg_enjoy=str(3 + number % 5),
            ),
            at=at,
        )  # fmt: skip
        person.patient = form.patient
        at = yield self.now - sent - timedelta(minutes=40 + 97 * number % 1200)
        read(form, self.staff[("noor", "tomas", "mei")[number % 3]], at=at)
        if person.patient and person.patient.user:
            # They asked not to be written to after every visit: the demo's list of calls stays short.
            check_ins.stop(person.patient, by=person.patient.user, at=at)


def _address(name: str) -> str:
    return f"{name.replace(' ', '.').lower()}@demo.example"


def _member(number: int) -> CrowdMember:
    first, last = _FIRST[number % 30], _LAST[(number // 30 + number) % 20]
    birth = born(1938 + number * 37 % 66, 1 + number * 5 % 12, 1 + number * 11 % 28)
    return CrowdMember(f"{first} {last}", birth, f"213-555-01{number % 100:02}")
