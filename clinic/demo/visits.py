"""The demo clinic's diary: hours, rooms, who offers what, and visits of today and the coming days in every state."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from clinic.accounts import services as accounts
from clinic.accounts.models import Patient, User
from clinic.booking import occupancy, services
from clinic.booking.grid import floor
from clinic.booking.models import (
    Appointment,
    BookingRules,
    DayException,
    PractitionerSettings,
    Room,
    VisitType,
    WeeklyHours,
)
from clinic.demo.forms import born, typed
from clinic.demo.stories import Story, ago, decide, send
from intake.pages import drafts, sending
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing as standings
from intake.review.follow_up import check_ins
from intake.review.models import Case
from intake.review.services import version_of

TREATERS = ("noor", "tomas", "mei")
ROOMS = ("Birch room", "Cedar room", "Maple room", "Willow room")
# Name, birth date, phone; all invented. Their forms raised nothing.
REGULARS = (
    ("Otto Erfunden", born(1958, 3, 9), "213-555-0121"),
    ("Petra Placeholder", born(1971, 6, 30), "213-555-0122"),
    ("Quentin Quasi", born(1990, 1, 17), "213-555-0123"),
    ("Rosa Nadie", born(1983, 9, 4), "213-555-0124"),
    ("Sven Påhittad", born(1966, 12, 21), "213-555-0125"),
    ("Tessa Testcase", born(1995, 5, 5), "213-555-0126"),
    ("Ugo Finto", born(1949, 8, 28), "213-555-0127"),
    ("Vera Vymyšlená", born(1987, 2, 11), "213-555-0128"),
)
# The forms of the last ones nobody has read yet: the desk says so, and Start asks Noor to read first.
UNREAD = 2
# Of which regular → what she has limited.
LIMITS = {3: ("no_prone", "short")}
# Two who come to talk today: a practitioner still reads the form of the one, the other has not sent any.
NEW_HERE = (
    ("Wanda Wymyślona", born(1993, 4, 2), "213-555-0131"),
    ("Xaver Niemand", born(1979, 10, 11), "213-555-0132"),
)
# Regulars who were here before: the first tells today what has changed, the last has asked for a call.
BACK_AGAIN = (4, 5)
ASKS_FOR_A_CALL = {
    "fu_breath": "no", "fu_nerve": ["none"], "fu_head": "no", "fu_fever": "no", "fu_skin": ["small_bruise"],
    "fu_faint": "no", "fu_belly": "no", "fu_pain_change": "same", "fu_pain_now": "4", "fu_tired_drive": "no",
    "fu_needle": "no", "fu_meds": ["no"], "fu_call": "yes", "fu_text": "",
}  # fmt: skip
# Minutes from the middle of today at which they come.
TODAY = (-180, -120, -60, 0, 15, 60, 120, 180)
BRING = {
    "consultation": "A list of your medicines, and reports or scans of your back if you have any.",
    "treatment": "The names of any new medicines since you sent your form.",
    "follow-up": "The names of any new medicines since your last visit.",
}
Deed = tuple[datetime, Callable[[datetime], object]]


def open_the_diary(staff: dict[str, User], *, now: datetime) -> None:
    """Say when everybody works, in which rooms, and what each offers. Whenever the demo starts, it is open now."""
    BookingRules.objects.get_or_create(pk=1)
    for position, name in enumerate(ROOMS, start=1):
        Room(name=name, position=position).save()
    people = [staff[name].practitioner for name in TREATERS]
    for number, person in enumerate(people):
        PractitionerSettings(practitioner=person, buffer_after=5 if number else 0, notice_hours=4).save()
        for weekday in range(5):
            WeeklyHours(practitioner=person, weekday=weekday, opens=time(9), closes=time(12, 30)).save()
            WeeklyHours(practitioner=person, weekday=weekday, opens=time(13, 30), closes=time(18)).save()
        middle = timezone.localtime(middle_of_today(now))
        opens, closes = middle - timedelta(hours=3), middle + timedelta(hours=4)
        DayException(
            practitioner=person,
            what=DayException.What.EXTRA,
            day=middle.date(),
            opens=opens.time(),
            closes=closes.time(),
            note="Demo day",
        ).save()
    for kind in VisitType.objects.all():
        kind.practitioners.set(people)
        kind.bring = BRING.get(kind.code, "")
        kind.save()


def middle_of_today(now: datetime) -> datetime:
    """Return the quarter of an hour around which today's visits lie: now, unless it is deep in the night."""
    local = timezone.localtime(now)
    quarter = local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0)
    earliest, latest = quarter.replace(hour=3, minute=0), quarter.replace(hour=19, minute=45)
    return min(max(quarter, earliest), latest)


def a_full_day(staff: dict[str, User]) -> Story:
    """Regulars come and go; the desk books, moves and cancels; some wait for an earlier time."""
    begun = yield ago(days=20)
    now = begun + timedelta(days=20)
    patients = []
    for number, (name, birth, phone) in enumerate(REGULARS):
        raw = typed(full_name=name, date_of_birth=birth, phone=phone, email=f"{name.split()[0].lower()}@demo.example")
        form = send(raw, at=begun + timedelta(minutes=20 * number))
        patients.append(form.patient)
        if number < len(REGULARS) - UNREAD:
            _read(form, staff["noor"], limits=LIMITS.get(number, ()), at=begun + timedelta(hours=4, minutes=number))
    visits = _Visits(staff["rui"], [p for p in patients if p], now)
    deeds = [*visits.deeds(), *visits.talks()]
    for moment, deed in sorted(deeds, key=lambda row: row[0]):
        at = yield max(now - moment, timedelta(0))
        deed(at)
    at = yield timedelta(0)
    _people_of_the_other_stories(staff, at)


def _read(form: Intake, noor: User, *, limits: tuple[str, ...], at: datetime) -> None:
    """Noor reads a form that keeps nobody from needles, and sets limits for some."""
    if limits:
        until = timezone.localtime(at).date() + timedelta(days=180)
        reason = "Faints easily; lies on the back, few needles."
        decide(form, noor, at=at, outcome="limits", reason=reason, limits=limits, until=until)
        return
    case = Case.objects.not_closed().get(patient=form.patient)
    answers = review.open_case(case, by=noor, at=at)
    review.mark_read(case, by=noor, at=at, seen=version_of(answers))


class _Visits:
    """The deeds of some days, each with its moment."""

    def __init__(self, desk: User, patients: list[Patient], now: datetime) -> None:
        self.desk, self.patients, self.now = desk, patients, now
        self.today = timezone.localtime(now).date()
        self.made: dict[int, Appointment] = {}

    def deeds(self) -> Iterator[Deed]:
        """Today around now: some were here, one is with the practitioner, one has just come, some are still to come."""
        middle = middle_of_today(self.now)
        for number, offset in enumerate(TODAY[: len(self.patients)]):
            yield from self._visit(number, floor(middle + timedelta(minutes=offset)))
        yield from self._coming(len(self.patients))
        for number in BACK_AGAIN:
            # An update is due before needles: only whoever still comes today can have been here before.
            if floor(middle + timedelta(minutes=TODAY[number])) > self.now:
                yield from self._was_here(number, told=number == BACK_AGAIN[-1])

    def _visit(self, number: int, start: datetime) -> Iterator[Deed]:
        kind = VisitType.objects.get(code="follow-up" if number % 3 == 2 else "treatment")
        end = start + timedelta(minutes=kind.length)
        booked = self.now - timedelta(days=3, minutes=7 * (10 - number))

        def book(at: datetime) -> None:
            self.made[number] = services.book(
                patient=self.patients[number], visit_type=kind, start=start, by=self.desk, at=at
            )

        def do(what: Callable[..., object]) -> Callable[[datetime], object]:
            return lambda at: what(self.made[number], by=self.desk, at=at)

        yield booked, book
        if number % 2:
            yield booked + timedelta(hours=20), do(services.confirm)
        if number == 1 and start < self.now:
            yield min(start + timedelta(minutes=25), self.now), do(services.no_show)
            return
        if start - timedelta(minutes=15) <= self.now:
            yield start - timedelta(minutes=15), do(services.arrive)
        if start <= self.now:
            yield start, do(services.start)
        if end < self.now:
            yield end, do(services.complete)

    def _was_here(self, number: int, *, told: bool) -> Iterator[Deed]:
        """A treatment a week ago, so that an update is due today; `told`: they answered the check-in after it."""
        kind = VisitType.objects.get(code="treatment")

        def come(at: datetime) -> None:
            patient = self.patients[number]
            slot = free_on(kind, timezone.localtime(at).date() + timedelta(days=1), at=at, patient=patient)[0]
            visit = services.book(patient=patient, visit_type=kind, start=slot.start, by=self.desk, at=at)
            for deed, moment in ((services.arrive, slot.start), (services.start, slot.start)):
                deed(visit, by=self.desk, at=moment)
            services.complete(visit, by=self.desk, at=visit.ends_at)

        def tell_us(at: datetime) -> None:
            check_in = check_ins.to_answer(self.patients[number])
            assert check_in is not None  # noqa: S101  (they were here)
            form = check_ins.begin(check_in, by=self.patients[number].user, at=at)
            for screen in form.definition.main_screens:
                asked = [question.code for question in screen.questions if question.code in ASKS_FOR_A_CALL]
                drafts.save_screen(form, screen_=screen, raw=ASKS_FOR_A_CALL, asked=asked, seen=0, by=form.user, at=at)
            sending.submit(form, by=form.user, at=at)

        yield self.now - timedelta(days=12), come
        if told:
            yield self.now - timedelta(hours=3), tell_us

    def talks(self) -> Iterator[Deed]:
        """Later today: a consultation while the form is being read, and one of somebody who has sent no form."""
        consultation = VisitType.objects.get(code="consultation")
        (wanda, wandas_birth, wandas_phone), (xaver, xavers_birth, xavers_phone) = NEW_HERE
        middle = middle_of_today(self.now)

        def take_wanda(at: datetime) -> None:
            raw = typed(
                full_name=wanda, date_of_birth=wandas_birth, phone=wandas_phone, email="wanda@demo.example",
                pregnancy="yes", pregnancy_weeks="20",
            )  # fmt: skip
            patient = send(raw, at=at).patient
            assert patient is not None  # noqa: S101  (a confirmed mailbox is accepted at once)
            start = floor(middle + timedelta(minutes=90))
            services.book(patient=patient, visit_type=consultation, start=start, by=self.desk, at=at + ago(minutes=25))

        def take_xaver(at: datetime) -> None:
            born_on = date(*(int(xavers_birth[part]) for part in ("year", "month", "day")))
            told = {
                "full_name": xaver, "date_of_birth": born_on, "phone": xavers_phone, "email": "xaver@demo.example",
                "interpreter": "no",
            }  # fmt: skip
            patient = accounts.register(identity=told, by=self.desk, at=at)
            start = floor(middle + timedelta(minutes=165))
            services.book(patient=patient, visit_type=consultation, start=start, by=self.desk, at=at)

        yield self.now - timedelta(days=1, hours=5), take_wanda
        yield self.now - timedelta(days=1, hours=2), take_xaver

    def _coming(self, count: int) -> Iterator[Deed]:
        """Next week: a series, a visit that is moved, one that is cancelled."""
        treatment = VisitType.objects.get(code="treatment")
        yield self.now - timedelta(days=2, hours=5), lambda at: self._book_free(0, treatment, at, days=2)
        yield self.now - timedelta(days=2, hours=4), lambda at: self._book_free(1, treatment, at, days=3, move=True)
        yield self.now - timedelta(days=2, hours=3), lambda at: self._book_free(2, treatment, at, days=4, cancel=True)
        yield self.now - timedelta(days=2, hours=2), lambda at: self._wait(count - 1, treatment, at)

    def _book_free(
        self, number: int, kind: VisitType, at: datetime, *, days: int, move: bool = False, cancel: bool = False
    ) -> None:
        day = self.today + timedelta(days=days)
        found = free_on(kind, day, at=at, patient=self.patients[number])
        later = [slot for slot in found if slot.start > found[0].start]
        if not later:
            return
        visit = services.book(patient=self.patients[number], visit_type=kind, start=found[0].start, by=self.desk, at=at)
        if move:
            services.move(visit, start=later[0].start, by=self.desk, at=at, started_by="patient")
        if cancel:
            services.cancel(visit, reason="cannot_come", started_by="patient", by=self.desk, at=at)

    def _wait(self, number: int, kind: VisitType, at: datetime) -> None:
        until = self.today + timedelta(days=30)
        for patient, urgent in ((self.patients[number], False), (self.patients[number - 1], True)):
            services.join(patient=patient, visit_type=kind, until=until, urgent=urgent, by=self.desk, at=at)


def free_on(kind: VisitType, day: date, *, at: datetime, patient: Patient) -> list[occupancy.Slot]:
    """Return the free times of a day, or of the next days that have some."""
    return occupancy.slots(kind, first=day, last=day + timedelta(days=3), at=at, patient=patient, by_staff=True)


def _people_of_the_other_stories(staff: dict[str, User], at: datetime) -> None:
    """Whoever else has a form comes this week: for a talk while somebody still reads it, for a treatment when clear."""
    regular = {name for name, _born, _phone in (*REGULARS, *NEW_HERE)}
    others = [patient for patient in Patient.objects.order_by("pk") if patient.full_name not in regular]
    today = timezone.localtime(at).date()
    standing = standings.of([patient.pk for patient in others], on=today, at=at)
    kinds = {code: VisitType.objects.get(code=code) for code in ("consultation", "treatment")}
    for number, patient in enumerate(others[:9]):
        if not standing[patient.pk].allows_consultation:
            continue
        day = today + timedelta(days=1 + number % 5)
        kind = kinds["treatment" if standing[patient.pk].allows_needles(day + timedelta(days=3)) else "consultation"]
        found = free_on(kind, day, at=at, patient=patient)
        if found:
            chosen = found[(number * 7) % len(found)].start.astimezone(UTC)
            services.book(patient=patient, visit_type=kind, start=chosen, by=staff["rui"], at=at)
