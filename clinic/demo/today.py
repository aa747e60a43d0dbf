"""The demo clinic's day: regulars in every state, two who come to talk, and the others who fill the schedule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from clinic.accounts import services as accounts
from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.demo.courses import DONE, read, write_note
from clinic.demo.crowd import Crowd, CrowdMember
from clinic.demo.forms import born, typed
from clinic.demo.places_today import DayPlace
from clinic.demo.plan import MINUTES, TALK, TREATMENT, Place, Plan
from clinic.demo.stories import Story, ago, answer_screens, decide, send
from intake.pages import sending
from intake.record.models import Intake
from intake.review.follow_up import check_ins

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
# Who is in the room now, who comes next, who was or was to be here before, and who is still to come.
NOW, NEXT, BEFORE, LATER = 3, 4, (2, 1, 0), (5, 6, 7)
NO_SHOW = 1
# The forms of these nobody has read yet: the desk says so, and Start asks the practitioner to read first.
UNREAD = (6, 7)
# Of which regular → what Noor has limited.
LIMITS = {3: ("no_prone", "short")}
# What is done inside them: on the back, few needles, not long.
INSIDE_LIMITS = DONE | {
    "regions": ["leg_left"], "points": [{"words": "ST36", "code": "ST36", "side": "left"}], "position": "supine",
    "needles": 4, "minutes": 10,
}  # fmt: skip
# Two who come to talk: a practitioner still reads the form of the one, the other has not sent any.
WANDA = ("Wanda Wymyślona", born(1993, 4, 2), "213-555-0131")
XAVER = ("Xaver Niemand", born(1979, 10, 11), "213-555-0132")
# Regulars who were here before: the first tells today what has changed, the last has asked for a call.
BACK_AGAIN = (4, 5)
ASKS_FOR_A_CALL = {
    "fu_breath": "no", "fu_nerve": ["none"], "fu_head": "no", "fu_fever": "no", "fu_skin": ["small_bruise"],
    "fu_faint": "no", "fu_belly": "no", "fu_pain_change": "same", "fu_pain_now": "4", "fu_tired_drive": "no",
    "fu_needle": "no", "fu_meds": ["no"], "fu_call": "yes", "fu_text": "",
}  # fmt: skip
# So much of the day is booked, by the minutes of those who treat.
FULL = 0.68


@dataclass
class Regular:
    """A regular with their place today; `patient` once their form is sent."""

    number: int
    place: DayPlace
    patient: Patient | None = None

    @property
    def known(self) -> Patient:
        assert self.patient is not None  # noqa: S101  (a confirmed mailbox is accepted at once)
        return self.patient


class Today:
    """Who has which place. The stories of the day are played with those of the weeks."""

    def __init__(self, staff: Mapping[str, User], places: list[DayPlace], plan: Plan, *, now: datetime) -> None:
        self.staff, self.plan, self.now = staff, plan, now
        self.kinds = {kind.code: kind for kind in VisitType.objects.all()}
        self.free = list(places)
        self.minutes = FULL * sum((place.end - place.start).total_seconds() / 60 for place in places)
        self.regulars = [Regular(number, place) for number, place in self._in_places()]
        self.earlier = {number: self._earlier() for number in BACK_AGAIN}
        tomorrow = now + timedelta(days=1)
        self.ahead = [place for _number in range(4) if (place := plan.take(TREATMENT, after=tomorrow))]
        self.talks = [place for place in (self._next(is_long=True), self._next(is_long=True)) if place]

    def _in_places(self) -> Iterator[tuple[int, DayPlace]]:
        """Those whose visit is over take the last places before now, the others the next ones."""
        for number in (NOW, NEXT, *LATER):
            if place := self._next(with_now=number == NOW):
                yield number, place
        over = [place for place in self.free if place.end <= self.now]
        for number in BEFORE:
            place = over.pop() if over else self._next()
            if place:
                if place in self.free:
                    self.free.remove(place)
                yield number, place

    def _next(self, *, with_now: bool = False, is_long: bool = False) -> DayPlace | None:
        """Take the next place; the one that is going on where that is asked for; the last one of a day that is over."""
        fits = [place for place in self.free if place.is_long or not is_long]
        going_on = [place for place in fits if place.start <= self.now < place.start + timedelta(minutes=45)]
        coming = [place for place in fits if place.start > self.now]
        next_places = ((going_on if with_now else []) + coming + fits[::-1])[:1]
        for place in next_places:
            self.free.remove(place)
            self.minutes -= MINUTES[TALK if is_long else TREATMENT]
            return place
        return None

    def _earlier(self) -> Place | None:
        return self.plan.take(TREATMENT, after=self.now - timedelta(days=15), before=self.now - timedelta(days=4))

    def stories(self, crowd: Crowd) -> Iterator[Story]:
        for regular in self.regulars:
            yield self.regular(regular)
        for tells, place in zip((self.wanda, self.xaver), self.talks, strict=False):
            yield tells(place)
        yield self.wishes()
        # The crowd takes every second of the places that are left, then the others, until the day is full enough.
        long_places = [place for place in (*self.free[::2], *self.free[1::2]) if place.is_long]
        for number, place in enumerate(long_places):
            if self.minutes < MINUTES[TALK]:
                return
            self.minutes -= MINUTES[TALK]
            yield self.others(crowd, crowd.talkers[-1 - number], Place(place.start, place.who, TALK), number)

    def regular(self, regular: Regular) -> Story:
        """A form twenty days ago, read the same day by most; booked three days before; then their day."""
        number, place = regular.number, regular.place
        name, birth, phone = REGULARS[number]
        at = yield ago(days=20, minutes=-20 * number)
        form = send(typed(full_name=name, date_of_birth=birth, phone=phone, email=_email(name)), at=at)
        regular.patient = form.patient
        if number not in UNREAD:
            at = yield ago(days=19, hours=20, minutes=-number)
            self._read(form, LIMITS.get(number, ()), at=at)
        is_back = number in BACK_AGAIN and place.start > self.now and self.earlier[number] is not None
        if is_back:
            yield from self._was_here(regular)
        at = yield min(ago(days=3, hours=2, minutes=7 * (10 - number)), ago(days=4))
        visit = self._book(regular.known, place, TREATMENT, at=at)
        if number % 2:
            at = yield ago(days=1, hours=20)
            services.confirm(visit, by=self.staff["rui"], at=at)
        if is_back and number == BACK_AGAIN[-1]:
            at = yield ago(hours=3)
            self._asks_for_a_call(regular.known, at=at)
        yield from self._day(visit, regular, form)

    def _day(self, visit: Appointment, regular: Regular, form: Intake) -> Story:
        desk, practitioner = self.staff["rui"], self.staff[regular.place.who]
        if regular.number == NO_SHOW and visit.starts_at < self.now:
            at = yield max(self.now - visit.starts_at - timedelta(minutes=25), timedelta(0))
            services.no_show(visit, by=desk, at=at)
            return
        if visit.starts_at - timedelta(minutes=15) > self.now:
            return
        at = yield self.now - visit.starts_at + timedelta(minutes=15)
        services.arrive(visit, by=desk, at=at)
        if visit.starts_at > self.now:
            return
        if regular.number in UNREAD:
            at = yield self.now - visit.starts_at + timedelta(minutes=5)
            self._read(form, (), at=at)
        at = yield self.now - visit.starts_at
        services.start(visit, by=practitioner, at=at)
        if visit.ends_at < self.now:
            at = yield self.now - visit.ends_at + timedelta(minutes=2)
            write_note(visit, content=INSIDE_LIMITS if regular.number in LIMITS else DONE, at=at)
            at = yield self.now - visit.ends_at
            services.complete(visit, by=practitioner, at=at)

    def _read(self, form: Intake, limits: tuple[str, ...], *, at: datetime) -> None:
        """Noor reads a form that keeps nobody from needles, and sets limits for some."""
        if not limits:
            read(form, self.staff["noor"], at=at)
            return
        until = timezone.localdate(at) + timedelta(days=180)
        reason = "Faints easily; lies on the back, few needles."
        decide(form, self.staff["noor"], at=at, outcome="limits", reason=reason, limits=limits, until=until)

    def _was_here(self, regular: Regular) -> Story:
        """A treatment a week or two ago, so that an update is due today."""
        place = self.earlier[regular.number]
        assert place is not None  # noqa: S101  (the caller looked)
        at = yield self.now - place.start + timedelta(days=1, hours=3)
        visit = self._book(regular.known, place, TREATMENT, at=at)
        practitioner = self.staff[place.who]
        at = yield self.now - place.start
        services.arrive(visit, by=self.staff["rui"], at=at)
        services.start(visit, by=practitioner, at=at)
        at = yield self.now - place.end
        write_note(visit, at=at)
        services.complete(visit, by=practitioner, at=at)

    def _asks_for_a_call(self, patient: Patient, *, at: datetime) -> None:
        """They answer the check-in after their treatment."""
        check_in = check_ins.to_answer(patient)
        assert check_in is not None  # noqa: S101  (they were here)
        form = check_ins.begin(check_in, by=patient.user, at=at)
        answer_screens(form, ASKS_FOR_A_CALL, form.definition.main_screens, by=form.user, at=at)
        sending.submit(form, by=form.user, at=at)

    def wanda(self, place: DayPlace) -> Story:
        """A consultation while the form is being read."""
        name, birth, phone = WANDA
        at = yield ago(days=4, hours=5)
        raw = typed(full_name=name, date_of_birth=birth, phone=phone, email="wanda@demo.example")
        patient = send({**raw, "pregnancy": "yes", "pregnancy_weeks": "20"}, at=at).patient
        assert patient is not None  # noqa: S101  (a confirmed mailbox is accepted at once)
        at = yield ago(days=4, hours=4)
        visit = self._book(patient, place, TALK, at=at)
        yield from self._talk(visit, place)

    def _talk(self, visit: Appointment, place: DayPlace) -> Story:
        """A consultation whose time is over has taken place."""
        if visit.ends_at <= self.now:
            at = yield self.now - visit.starts_at + timedelta(minutes=4)
            services.arrive(visit, by=self.staff["rui"], at=at)
            at = yield self.now - visit.ends_at
            services.complete(visit, by=self.staff[place.who], at=at)

    def xaver(self, place: DayPlace) -> Story:
        """A consultation of somebody who has sent no form."""
        name, birth, phone = XAVER
        at = yield ago(days=4, hours=2)
        born_on = date(*(int(birth[part]) for part in ("year", "month", "day")))
        identity = {"full_name": name, "date_of_birth": born_on, "phone": phone, "email": "xaver@demo.example"}
        patient = accounts.register(identity=identity | {"interpreter": "no"}, by=self.staff["rui"], at=at)
        visit = self._book(patient, place, TALK, at=at)
        yield from self._talk(visit, place)

    def others(self, crowd: Crowd, person: CrowdMember, place: Place, number: int) -> Story:
        """Somebody of the crowd comes to talk."""
        at = yield crowd.now - crowd.at_the_desk(place, number, days=2 + number % 4)
        visit = crowd.book(person, place, at=at)
        if place.start > self.now:
            return
        at = yield self.now - place.start + timedelta(minutes=number % 9)
        services.arrive(visit, by=self.staff["rui"], at=at)
        at = yield self.now - place.start
        services.start(visit, by=self.staff[place.who], at=at)
        if place.end < self.now:
            at = yield self.now - place.end
            services.complete(visit, by=self.staff[place.who], at=at)

    def wishes(self) -> Story:
        """The days after: one books again, one moves a visit, one cancels, two wait for an earlier time."""
        desk = self.staff["rui"]
        again, moved, to, cancelled = self.ahead
        by_number = {regular.number: regular for regular in self.regulars}
        at = yield ago(days=2, hours=5)
        self._book(by_number[NOW].known, again, TREATMENT, at=at)
        at = yield ago(days=2, hours=4)
        visit = self._book(by_number[NEXT].known, moved, TREATMENT, at=at)
        at = yield ago(days=1, hours=4)
        services.move(
            visit, start=to.start, practitioner=self.staff[to.who].practitioner.pk, by=desk, at=at,
            started_by="patient",
        )  # fmt: skip
        visit = self._book(by_number[LATER[0]].known, cancelled, TREATMENT, at=at)
        at = yield ago(hours=20)
        services.cancel(visit, reason="cannot_come", started_by="patient", by=desk, at=at)
        until = timezone.localdate(self.now) + timedelta(days=30)
        for number, urgent in ((LATER[2], False), (LATER[1], True)):
            services.join(
                patient=by_number[number].known, visit_type=self.kinds[TREATMENT], until=until, urgent=urgent, by=desk,
                at=at,
            )  # fmt: skip

    def _book(self, patient: Patient, place: DayPlace | Place, kind: str, *, at: datetime) -> Appointment:
        return services.book(
            patient=patient, visit_type=self.kinds[kind], start=place.start,
            practitioner=self.staff[place.who].practitioner.pk, by=self.staff["rui"], at=at,
        )  # fmt: skip


def _email(name: str) -> str:
    return f"{name.split()[0].lower()}@demo.example"
