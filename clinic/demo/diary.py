"""The demo clinic's timetable as rows, and the places of everybody who has a story."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import BookingRules, DayException, PractitionerSettings, Room, VisitType, WeeklyHours
from clinic.demo import courses, opening
from clinic.demo.crowd import Crowd
from clinic.demo.form_stories import STORIES
from clinic.demo.places_today import TREATERS, day_places
from clinic.demo.plan import MINUTES, PHONE, TALK, TREATMENT, Place, Plan, places, weeks
from clinic.demo.stories import Story
from clinic.demo.today import Today
from clinic.site_settings.models import Price
from intake.review import standing as standings

# Two for each of the three who treat.
ROOMS = ("Alder room", "Birch room", "Cedar room", "Elm room", "Maple room", "Willow room")
BRING = {
    TALK: "A list of your medicines, and reports or scans of your back if you have any.",
    TREATMENT: "The names of any new medicines since you sent your form.",
    "follow-up": "The names of any new medicines since your last visit.",
}
# How many of the people with a form of their own come in the next days.
COMING = 8


def open_the_diary(staff: Mapping[str, User], *, now: datetime) -> date:
    """Say when everybody works, in which rooms, and what each offers; return the day on which all three are there."""
    BookingRules.objects.get_or_create(pk=1)
    for position, name in enumerate(ROOMS, start=1):
        Room(name=name, position=position).save()
    today = timezone.localdate(now)
    the_day = opening.next_open_day(today)
    hours = opening.hours_of(the_day)
    assert hours is not None  # noqa: S101  (it is open)
    for name in TREATERS:
        person = staff[name].practitioner
        PractitionerSettings(practitioner=person, notice_hours=4).save()
        for shift in opening.SHIFTS:
            if shift.who == name:
                WeeklyHours(practitioner=person, weekday=shift.weekday, opens=shift.opens, closes=shift.closes).save()
        DayException(
            practitioner=person, what=DayException.What.EXTRA, day=the_day, opens=hours[0], closes=hours[1],
            note="All three are here",
        ).save()  # fmt: skip
    for kind in VisitType.objects.all():
        kind.practitioners.set([staff[name].practitioner for name in TREATERS])
        kind.bring = BRING.get(kind.code, "")
        kind.minutes = MINUTES[kind.code]
        kind.room_minutes = 0 if kind.code == PHONE else kind.minutes
        kind.price = Price.objects.filter(name=kind.name).first()
        kind.save()
    return the_day


def closed_days(first: date, last: date) -> dict[date, str]:
    """Return the holidays between two days."""
    holidays = opening.holidays(first.year) | opening.holidays(last.year)
    return {day: why for day, why in holidays.items() if first <= day <= last}


def stories(staff: Mapping[str, User], the_day: date, *, now: datetime) -> Iterator[Story]:
    """Give every story of the demo, each in its own place of the plan; the crowd comes last and takes what is left."""
    zone = timezone.get_default_timezone()
    assert isinstance(zone, ZoneInfo)  # noqa: S101  (Django makes no other)
    first, last = weeks(timezone.localdate(now))
    plan = Plan(places(first, last, zone=zone, without=(the_day,)))
    begin = datetime.combine(first, datetime.min.time(), zone)
    six = _weekly(plan, begin, (0, 4, 9, 13, 18, 22), now=now)
    four = _weekly(plan, begin, (1, 7, 12, 17), now=now)
    # Noor speaks Spanish, and so does somebody who is going to come.
    coming = [plan.take(kind, after=now + timedelta(hours=12), who="noor") for kind in (TALK, TREATMENT)]
    coming += [plan.take(kind, after=now + timedelta(hours=12)) for kind in (TALK, TREATMENT) * (COMING // 2)]
    crowd = Crowd(dict(staff), now, zone)
    today = Today(staff, day_places(the_day, now=now, zone=zone), plan, now=now)
    yield from (story(staff) for story in STORIES)
    yield courses.greta(staff, six, now=now)
    yield courses.norbert(staff, four, now=now)
    yield from today.stories(crowd)
    yield _people_of_the_forms(staff, [place for place in coming if place], now=now)
    yield from crowd.stories(plan)


def _weekly(plan: Plan, begin: datetime, days: tuple[int, ...], *, now: datetime) -> list[Place]:
    """Take a treatment on or after each of these days, in the past."""
    weekly_places = (plan.take(TREATMENT, after=begin + timedelta(days=day), before=now) for day in days)
    return [place for place in weekly_places if place]


def _people_of_the_forms(staff: Mapping[str, User], found: list[Place], *, now: datetime) -> Story:
    """Whoever has a form of their own comes soon: to talk while somebody still reads it, for a treatment when clear."""
    at = yield timedelta(0)
    talks = [place for place in found if place.kind == TALK]
    treatments = [place for place in found if place.kind == TREATMENT]
    found_people = Patient.objects.filter(user__email__endswith="@example.com").order_by("pk")
    people = sorted(found_people, key=lambda patient: patient.interpreter != "es")
    today = timezone.localdate(at)
    standing = standings.of([patient.pk for patient in people], on=today, at=at)
    kinds = {kind.code: kind for kind in VisitType.objects.all()}
    for patient in people:
        where = standing[patient.pk]
        day = today + timedelta(days=14)
        open_places = treatments if where.allows_needles(day) else talks
        if not where.allows_consultation or not open_places:
            continue
        place = _spoken(open_places, patient)
        services.book(
            patient=patient, visit_type=kinds[place.kind], start=place.start,
            practitioner=staff[place.who].practitioner.pk, by=staff["rui"], at=at,
        )  # fmt: skip


def _spoken(here: list[Place], patient: Patient) -> Place:
    """Take the first place, for somebody who speaks Spanish the first one with a practitioner who does."""
    wanted = [place for place in here if patient.interpreter != "es" or place.who in ("noor", "tomas")] or here
    here.remove(wanted[0])
    return wanted[0]
