"""A file looked at whole: every problem by line, every duplicate, what would be made. Nothing is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.characters import fold
from clinic.transfer.importing import columns, incoming_visits, matching, written_times
from clinic.transfer.importing.csv_table import CsvTable
from clinic.transfer.importing.incoming_visits import Dictionary, IncomingVisit, Meaning
from clinic.transfer.importing.matching import PeopleOfFile, Person
from clinic.transfer.importing.rows import ImportLine, Layout, read_row

type_progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Choices:
    """What somebody chose for a file: which column is what, the order of days, and what words mean here."""

    mapping: dict[str, int]
    order: str
    meaning: Meaning = field(default_factory=lambda: Meaning({}, {}))


@dataclass
class DryRun:
    """What an import of this file would do now."""

    rows: int
    lines: list[ImportLine]
    people: PeopleOfFile
    visits: list[IncomingVisit]
    unknown_types: list[str]
    unknown_people: list[str]

    @property
    def problems(self) -> list[tuple[int, str]]:
        """Every problem of every line, in the order of the file."""
        return [(line.line, sentence) for line in self.lines for sentence in line.problems]

    @property
    def duplicates(self) -> list[tuple[int, str]]:
        return sorted(self.people.duplicates)

    @property
    def doubts(self) -> list[tuple[int, str]]:
        """Every birth date that can be read in two ways, with how it is read."""
        return [(line.line, line.doubt) for line in self.lines if line.doubt]

    @property
    def left_out(self) -> int:
        """How many visits are past or canceled."""
        return sum(line.is_over for line in self.lines)

    @property
    def waiting(self) -> int:
        """How many visits with needles are for people without a clearance: each becomes a task for the desk."""
        return sum(visit.visit_type.needling for visit in self.visits if self._is_new(visit))

    def _is_new(self, visit: IncomingVisit) -> bool:
        person = self.people.of_line.get(visit.line.line)
        return person is not None and person.known is None


def guess(table: CsvTable) -> Choices:
    """Return what the headers and the days of a file say of themselves."""
    mapping = columns.guessed(table.headers)
    return Choices(mapping, _order(table, mapping))


def _order(table: CsvTable, mapping: dict[str, int]) -> str:
    return written_times.order_of(_written_days(table, mapping))


def _written_days(table: CsvTable, mapping: dict[str, int]) -> Iterator[str]:
    places = [mapping[code] for code in ("date_of_birth", "visit_start", "visit_date") if code in mapping]
    return (row.cell(place) for row in table.rows for place in places)


def look(table: CsvTable, choices: Choices, *, by: User, at: datetime, progress: type_progress | None = None) -> DryRun:
    """Return what an import would do, with every problem of every line; visits are tried and taken back."""
    dry_run = plan(table, choices, at=at, progress=progress)
    ready = [visit for visit in dry_run.visits if visit.line.line in dry_run.people.of_line]
    if ready:
        with audited_transaction():
            places = made_for(dry_run, ready)
            incoming_visits.place_all(ready, lambda line: places[id(dry_run.people.of_line[line.line])], by=by, at=at)
            transaction.set_rollback(True)
    return dry_run


def plan(table: CsvTable, choices: Choices, *, at: datetime, progress: type_progress | None = None) -> DryRun:
    """Return everything that can be said of a file without trying its visits. Reads only."""
    orders = written_times.orders_of(_written_days(table, choices.mapping))
    layout = Layout(choices.mapping, choices.order, timezone.get_default_timezone(), at, orders)
    lines = []
    for number, row in enumerate(table.rows, start=1):
        lines.append(read_row(row, layout))
        if progress and (number % 500 == 0 or number == len(table.rows)):
            progress(_("Lines read"), number, len(table.rows))
    if not columns.has_person(choices.mapping):
        lines[0].problems.insert(0, _("Choose the columns of the name and the date of birth."))
    people = matching.match(lines)
    words = Dictionary(choices.meaning)
    understood = [visit for line in lines if (visit := words.understood(line))]
    return DryRun(
        rows=len(lines),
        lines=lines,
        people=people,
        visits=understood,
        unknown_types=sorted(words.unknown_types)[: incoming_visits.MOST_WORDS],
        unknown_people=sorted(words.unknown_people)[: incoming_visits.MOST_WORDS],
    )


def made_for(found: DryRun, visits: list[IncomingVisit]) -> dict[int, Patient]:
    """Return the patients of some visits by the identity of their person; new ones are written, plainly, for a trial
    that is rolled back.
    """
    wanted = {id(person): person for visit in visits if (person := found.people.of_line[visit.line.line])}
    records = Patient.objects.select_related("user").in_bulk([p.known for p in wanted.values() if p.known])
    new = {key: person for key, person in wanted.items() if person.known is None}
    new_records = Patient.objects.bulk_create(record_of(person, at=timezone.now()) for person in new.values())
    places = dict(zip(new, new_records, strict=True))
    return places | {key: records[p.known] for key, p in wanted.items() if p.known}


def record_of(person: Person, *, at: datetime) -> Patient:
    """Return the record of a new person, not saved; its name is folded as Patient.save does."""
    line = person.first
    assert line.born  # noqa: S101  (only a line that names somebody is the first of a new person)
    return Patient(
        full_name=line.full_name,
        folded_name=fold(line.full_name),
        date_of_birth=line.born,
        created_at=at,
        **line.contact,
    )
