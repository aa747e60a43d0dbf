"""The reads of one day that are out of the ordinary, by plain rules.

A rule accuses nobody: covering for a colleague, a late afternoon and a common family name are all ordinary. What is
listed is asked about by a person who knows the clinic.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from statistics import median
from typing import Any

from django.db.models import Count, DateTimeField
from django.db.models.functions import TruncDay, TruncHour
from django.utils import timezone
from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.accounts.models import Patient, User
from clinic.accounts.spelling import is_one_name, words_of
from clinic.audit.models import Entry
from clinic.booking.models import Appointment, State
from clinic.operations.reads.read_deeds import CLINICAL, READS, REASON_GIVEN, patients_by_name, persons_by_patient
from clinic.site_settings import services as site_settings
from intake.record.models import Answers
from intake.review.models import ReadingReason

# So many different records an hour, or a day, are ordinary for anybody: below it nobody is listed, whatever is usual.
HOUR_FLOOR, DAY_FLOOR = 20, 50
# And so many times what this reader usually opens: the median of the hours, or days, of USUAL_DAYS in which they read.
TIMES_USUAL = 2
USUAL_DAYS = 30
# So long before opening and after closing is still work.
EARLY_OR_LATE = timedelta(hours=1)
# Somebody who has a visit, or sent a form, so near is in treatment or about to be.
NEAR = timedelta(days=90)


class UnusualRule(StrEnum):
    """Why a read is listed."""

    REASON = "reason"
    MANY = "many"
    HOURS = "hours"
    THEMSELVES = "themselves"
    FAMILY = "family"
    NO_VISIT = "no_visit"

    @property
    def label(self) -> str:
        return str(_TITLES[self])

    @property
    def sentence(self) -> str:
        """The rule itself, in a sentence."""
        return str(_SENTENCES[self]) % {
            "hour": HOUR_FLOOR,
            "day": DAY_FLOOR,
            "times": TIMES_USUAL,
            "usual": USUAL_DAYS,
            "near": NEAR.days,
        }


_TITLES: Mapping[str, Any] = {
    UnusualRule.REASON: gettext_lazy("Opened with a reason"),
    UnusualRule.MANY: gettext_lazy("Many records"),
    UnusualRule.HOURS: gettext_lazy("Outside working hours"),
    UnusualRule.THEMSELVES: gettext_lazy("Perhaps their own record"),
    UnusualRule.FAMILY: gettext_lazy("The same family name"),
    UnusualRule.NO_VISIT: gettext_lazy("No visit near"),
}
_SENTENCES: Mapping[str, Any] = {
    UnusualRule.REASON: gettext_lazy("A practitioner opened the record of someone who is not theirs and said why."),
    UnusualRule.MANY: gettext_lazy(
        "Someone opened more than %(hour)d different records in an hour or %(day)d in a day, and more than %(times)d "
        "times what they usually do: the median of the last %(usual)d days."
    ),
    UnusualRule.HOURS: gettext_lazy(
        "A record was opened more than an hour before or after the hours of the clinic, or on a closed day."
    ),
    UnusualRule.THEMSELVES: gettext_lazy("The reader and the patient have the same name or the same email address."),
    UnusualRule.FAMILY: gettext_lazy("The reader and the patient have a family name in common."),
    UnusualRule.NO_VISIT: gettext_lazy(
        "Answers or notes were opened of someone who has no visit within %(near)d days before or after, and who sent "
        "no form in that time."
    ),
}


@dataclass(frozen=True)
class UnusualRead:
    """One reader and one person (or, of many records, no person) under one rule."""

    rule: UnusualRule
    reader: User
    # The patient's reference; empty where it is about no single person.
    ref: str
    first: datetime
    count: int
    # The label of the reason that was given; empty for other rules.
    reason: str = ""

    @property
    def when(self) -> str:
        return formatting.clock(self.first)


@dataclass(frozen=True)
class ReadingDay:
    """One day: how many reads of how many records there were, and those that are unusual."""

    on: date
    reads: int
    unusual: tuple[UnusualRead, ...]

    @cached_property
    def by_rule(self) -> list[tuple[UnusualRule, list[UnusualRead]]]:
        """Every rule with its reads, none left out."""
        return [(rule, [read for read in self.unusual if read.rule is rule]) for rule in UnusualRule]

    @property
    def day(self) -> str:
        return formatting.day(self.on)


def reading_day(on: date) -> ReadingDay:
    """Return the report of a day of the clinic. A fixed number of queries, whatever was read."""
    begin, end = _bounds(on)
    entries = Entry.objects.filter(at__gte=begin, at__lt=end, by__is_staff=True).select_related("by").order_by("number")
    lines = list(entries.filter(deed__in=READS | {REASON_GIVEN}))
    reads = [line for line in lines if line.deed in READS]
    whose = _whose(lines)
    unusual = [
        *_with_reason(lines, whose),
        *_many(reads, begin=begin),
        *_outside_hours(reads, whose),
        *_of_ones_own(reads, whose),
        *_without_a_visit(reads, whose, begin=begin, end=end),
    ]
    return ReadingDay(on, len(reads), tuple(unusual))


def _bounds(on: date) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return datetime.combine(on, time.min, zone), datetime.combine(on + timedelta(days=1), time.min, zone)


@dataclass(frozen=True)
class _Person:
    """Somebody who was read: their first record stands for all that are linked."""

    patient: Patient
    records: frozenset[int]


def _whose(lines: Iterable[Entry]) -> dict[str, _Person]:
    """Return the person of each record that was read, by its name in the log."""
    keys = patients_by_name(line.on for line in lines)
    persons = persons_by_patient(set(keys.values()))
    patients = Patient.objects.in_bulk({min(records) for records in persons.values()})
    return {name: _Person(patients[min(persons[key])], persons[key]) for name, key in keys.items()}


def _gathered(rule: UnusualRule, lines: Iterable[Entry], whose: Mapping[str, _Person]) -> Iterator[UnusualRead]:
    """One row a reader and person, however often it was read."""
    rows: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for line in lines:
        person = whose.get(line.on)
        rows[(str(line.by_id), person.patient.ref if person else "")].append(line)
    for (_reader, ref), read in rows.items():
        assert read[0].by is not None  # noqa: S101  (only lines of staff are asked for)
        yield UnusualRead(rule, read[0].by, ref, read[0].at, len(read))


def _with_reason(lines: Iterable[Entry], whose: Mapping[str, _Person]) -> Iterator[UnusualRead]:
    labels = dict(ReadingReason.Code.choices)
    for line in lines:
        if line.deed == REASON_GIVEN and line.by is not None:
            person, code = whose.get(line.on), str(line.facts.get("reason", ""))
            ref = person.patient.ref if person else ""
            yield UnusualRead(UnusualRule.REASON, line.by, ref, line.at, 1, str(labels.get(code, code)))


def _many(reads: list[Entry], *, begin: datetime) -> Iterator[UnusualRead]:
    """Whoever opened many different records, by the hour or by the day; the larger excess is told."""
    readers = {line.by_id: line.by for line in reads}
    days: defaultdict[Any, set[str]] = defaultdict(set)
    hours: defaultdict[tuple[Any, datetime], set[str]] = defaultdict(set)
    for line in reads:
        days[line.by_id].add(line.on)
        hours[line.by_id, timezone.localtime(line.at).replace(minute=0, second=0, microsecond=0)].add(line.on)
    busiest = Counter({reader: max(len(hours[key]) for key in hours if key[0] == reader) for reader in days})
    wanted = {reader for reader in days if len(days[reader]) > DAY_FLOOR or busiest[reader] > HOUR_FLOOR}
    by_day, by_hour = _usual(wanted, TruncDay, begin=begin), _usual(wanted, TruncHour, begin=begin)
    for reader in sorted(wanted):
        a_day = len(days[reader]) > max(DAY_FLOOR, TIMES_USUAL * by_day.get(reader, 0))
        an_hour = busiest[reader] > max(HOUR_FLOOR, TIMES_USUAL * by_hour.get(reader, 0))
        user = readers[reader]
        if user is not None and (a_day or an_hour):
            first = next(line.at for line in reads if line.by_id == reader)
            yield UnusualRead(UnusualRule.MANY, user, "", first, len(days[reader]) if a_day else busiest[reader])


def _usual(readers: set[Any], span: Any, *, begin: datetime) -> dict[Any, float]:
    """Return how many different records each reader usually opens in a span: the median of those in which they read."""
    if not readers:
        return {}
    before = Entry.objects.filter(at__gte=begin - timedelta(days=USUAL_DAYS), at__lt=begin, by__in=readers)
    zone = timezone.get_default_timezone()
    spans = before.filter(deed__in=READS).annotate(span=span("at", tzinfo=zone, output_field=DateTimeField()))
    counts: defaultdict[Any, list[int]] = defaultdict(list)
    rows = spans.order_by().values("by", "span").annotate(n=Count("on", distinct=True))
    for reader, n in rows.values_list("by", "n"):
        counts[reader].append(n)
    return {reader: median(numbers) for reader, numbers in counts.items()}


def _outside_hours(reads: Iterable[Entry], whose: Mapping[str, _Person]) -> Iterator[UnusualRead]:
    week, zone = site_settings.week(site_settings.current()), timezone.get_default_timezone()
    if not week.stretches:  # nobody said when the clinic works
        return
    around = (-EARLY_OR_LATE, timedelta(0), EARLY_OR_LATE)
    late = [line for line in reads if not any(week.is_open(line.at + shift, zone) for shift in around)]
    yield from _gathered(UnusualRule.HOURS, late, whose)


def _of_ones_own(reads: Iterable[Entry], whose: Mapping[str, _Person]) -> Iterator[UnusualRead]:
    """Themselves, or else somebody of their name."""
    own: dict[UnusualRule, list[Entry]] = {UnusualRule.THEMSELVES: [], UnusualRule.FAMILY: []}
    for line in reads:
        person = whose.get(line.on)
        if person is None or line.by is None:
            continue
        if is_oneself(line.by, person.patient):
            own[UnusualRule.THEMSELVES].append(line)
        elif have_family_name_in_common(line.by.name, person.patient.full_name):
            own[UnusualRule.FAMILY].append(line)
    for rule, lines in own.items():
        yield from _gathered(rule, lines, whose)


def is_oneself(reader: User, patient: Patient) -> bool:
    """Say whether a record may be the reader's own: one name, or one email address."""
    same = bool(patient.email) and patient.email.lower() == reader.email
    return same or (len(words_of(reader.name)) > 1 and is_one_name(reader.name, patient.full_name))


def have_family_name_in_common(one: str, other: str) -> bool:
    """Say whether the last word of one name stands in the other, anywhere but first: Ana Costa Silva and Rui Costa."""
    first, second = words_of(one), words_of(other)
    if len(first) < 2 or len(second) < 2:
        return False
    return first[-1] in second[1:] or second[-1] in first[1:]


def _without_a_visit(
    reads: Iterable[Entry], whose: Mapping[str, _Person], *, begin: datetime, end: datetime
) -> Iterator[UnusualRead]:
    opened = [line for line in reads if line.deed in CLINICAL and line.on in whose]
    records = {key for line in opened for key in whose[line.on].records}
    near = {"starts_at__gte": begin - NEAR, "starts_at__lt": end + NEAR}
    visits = Appointment.objects.filter(patient__in=records, **near).exclude(state=State.IN_ERROR).order_by()
    near_patients = set(visits.values_list("patient", flat=True))
    forms = Answers.objects.filter(intake__patient__in=records, frozen_at__gte=begin - NEAR, frozen_at__lt=end)
    near_patients |= set(forms.order_by().values_list("intake__patient", flat=True))
    far = [line for line in opened if not whose[line.on].records & near_patients]
    yield from _gathered(UnusualRule.NO_VISIT, far, whose)
