"""Who read whom: the lines of the audit log about one person, or of one reader, a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from clinic import formatting
from clinic.accounts.models import Patient, User
from clinic.accounts.roles import LABELS
from clinic.audit.models import Entry
from clinic.audit.sentences import sentence_of
from clinic.operations.reads.read_deeds import READS, REASON_GIVEN, names_of_person, patients_by_name

PAGE = 100


@dataclass(frozen=True)
class ReadLine:
    """One reading: when, the sentence of the log, and of whom, by reference."""

    number: int
    at: datetime
    sentence: str
    ref: str

    @property
    def when(self) -> str:
        return formatting.moment(self.at)


def page_of_reads(
    *, patient: Patient | None, reader: User | None, first: date, last: date, after: int | None
) -> tuple[list[ReadLine], int | None]:
    """Return one page of readings, the newest first, and the number to go on behind, None on the last page.

    Of one person (all linked records), by one reader, or both; of days of the clinic, both included. `after` is the
    number of the last line of the page before: a walk along the index, whatever the page.
    """
    zone = timezone.get_default_timezone()
    begin, end = datetime.combine(first, time.min, zone), datetime.combine(last + timedelta(days=1), time.min, zone)
    entries = Entry.objects.filter(deed__in=READS | {REASON_GIVEN}, at__gte=begin, at__lt=end, by__is_staff=True)
    if patient is not None:
        entries = entries.filter(on__in=names_of_person(patient))
    if reader is not None:
        entries = entries.filter(by=reader)
    if after is not None:
        entries = entries.filter(number__lt=after)
    rows = list(entries.select_related("by").order_by("-number")[: PAGE + 1])
    entries_shown = rows[:PAGE]
    keys = patients_by_name(row.on for row in entries_shown)
    refs = dict(Patient.objects.filter(pk__in=set(keys.values())).values_list("pk", "ref"))
    lines = [ReadLine(row.number, row.at, _sentence(row), refs.get(keys.get(row.on, 0), "")) for row in entries_shown]
    return lines, entries_shown[-1].number if len(rows) > PAGE else None


def _sentence(entry: Entry) -> str:
    role = ", ".join(str(LABELS.get(name, name)).lower() for name in entry.role.split(", "))
    return sentence_of(entry, role=role)
