"""Who the people of a file are: in our records already, twice in the file, or new. By the house's own matching."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from clinic.accounts.models import LinkedPatient, Patient
from clinic.accounts.spelling import can_be
from clinic.characters import fold
from clinic.formatting import calendar_date
from clinic.transfer.importing.rows import ImportLine
from clinic.transfer.models import ImportedRow, ImportRun

_AT_ONCE = 400


@dataclass
class Person:
    """Somebody the file speaks of: a record of ours, or a new one to be made of the first line that names them."""

    first: ImportLine
    known: int | None = None


@dataclass
class PeopleOfFile:
    """Line → person, for every line that tells who it is about; and what was noticed on the way."""

    of_line: dict[int, Person] = field(default_factory=dict)
    duplicates: list[tuple[int, str]] = field(default_factory=list)

    @property
    def new(self) -> list[Person]:
        """Everybody for whom a record is made, in the order of the file."""
        once = {id(person): person for person in self.of_line.values() if person.known is None}
        return list(once.values())


@dataclass(frozen=True)
class _Name:
    """A record as it is matched."""

    key: int
    full_name: str
    folded: str
    preferred: str


def match(lines: Sequence[ImportLine]) -> PeopleOfFile:
    """Return who each line is about. What cannot be told is a problem of its line.

    Same birth date and a name that can be the same is the same person, as everywhere in the house: in the file and in
    our records. A name that could be two people is nobody's. Nobody is found by e-mail or phone.
    """
    people = PeopleOfFile()
    births = {line.born for line in lines if line.born}
    records = _records(births | {turned for born in births if (turned := _turned(born))})
    numbers = _numbers({line.number for line in lines if line.number and not line.names_somebody})
    of_number: dict[str, Person] = {}
    of_birth: dict[date, list[Person]] = {}
    for line in lines:
        if line.names_somebody:
            person = _named(line, records, of_birth, people)
        elif line.number and not line.problems:
            person = of_number.get(line.number) or _numbered(line, numbers)
        else:
            continue
        if person is None:
            continue
        if line.number and of_number.setdefault(line.number, person) is not person:
            words = {"number": line.number, "line": str(of_number[line.number].first.line)}
            line.problems.append(_("Number %(number)s is another person’s on line %(line)s.") % words)
            continue
        people.of_line[line.line] = person
    return people


def _named(
    line: ImportLine, records: dict[date, list[_Name]], of_birth: dict[date, list[Person]], found: PeopleOfFile
) -> Person | None:
    assert line.born  # noqa: S101  (the line names somebody)
    earlier = of_birth.setdefault(line.born, [])
    twins = [person for person in earlier if _is_one(line, person.first)]
    equal = [person for person in twins if fold(person.first.full_name) == fold(line.full_name)]
    twins = equal or twins
    if len(twins) > 1:
        words = {"one": twins[0].first.line, "other": twins[1].first.line}
        line.problems.append(_("This could be the person on line %(one)d or on line %(other)d.") % words)
        return None
    if twins:
        if line.visit is None and not line.is_over:
            facts = {"name": line.full_name, "line": str(twins[0].first.line)}
            found.duplicates.append(
                (line.line, _("%(name)s is on line %(line)s already. We import them once.") % facts)
            )
        return twins[0]
    person = _person(line, records.get(line.born, []), found)
    if person is not None:
        if person.known is None:
            _note_turned(line, records, of_birth, found)
        earlier.append(person)
    return person


def _note_turned(
    line: ImportLine, records: dict[date, list[_Name]], of_birth: dict[date, list[Person]], found: PeopleOfFile
) -> None:
    """Show whoever of this name is born on the same day with day and month the other way round: perhaps one person."""
    turned = _turned(line.born) if line.born else None
    if turned is None:
        return
    born = {"name": line.full_name, "day": calendar_date(turned)}
    for record in records.get(turned, []):
        if can_be(line.full_name, record.full_name, record.preferred):
            sentence = _(
                "%(name)s may be a patient here already, born %(day)s: day and month the other way round. "
                "We import them as a new patient."
            )
            found.duplicates.append((line.line, sentence % (born | {"name": record.full_name})))
    for person in of_birth.get(turned, []):
        if person.known is None and _is_one(line, person.first):
            sentence = _(
                "%(name)s may be on line %(line)s already, born %(day)s: day and month the other way round. "
                "We import them as two."
            )
            found.duplicates.append((line.line, sentence % (born | {"line": str(person.first.line)})))


def _turned(born: date) -> date | None:
    """Return a date with day and month the other way round; None where that is no other date."""
    return born.replace(month=born.day, day=born.month) if born.day <= 12 and born.day != born.month else None


def _person(line: ImportLine, records: list[_Name], found: PeopleOfFile) -> Person | None:
    likely = [record for record in records if can_be(line.full_name, record.full_name, record.preferred)]
    likely = [record for record in likely if record.folded == fold(line.full_name)] or likely
    if len(likely) > 1:
        line.problems.append(_("We have two records that could be this person. Link the two records first."))
        return None
    if likely:
        name = _("%(name)s is a patient here already. The record stays as it is.")
        found.duplicates.append((line.line, name % {"name": likely[0].full_name}))
        return Person(line, known=likely[0].key)
    return Person(line)


def _is_one(line: ImportLine, other: ImportLine) -> bool:
    return can_be(line.full_name, other.full_name, other.contact.get("preferred_name", ""))


def _numbered(line: ImportLine, numbers: dict[str, list[int]]) -> Person | None:
    keys = numbers.get(line.number, [])
    if len(keys) == 1:
        return Person(line, known=keys[0])
    if line.full_name:
        line.problems.append(_("The date of birth is missing."))
        return None
    sentence = _("Number %(number)s is on no line above, and on no patient imported before.")
    line.problems.append(sentence % {"number": line.number})
    return None


def _records(births: Iterable[date]) -> dict[date, list[_Name]]:
    """Return our records with one of these birth dates; linked records count as one, the earlier."""
    names_by_birth: dict[date, list[_Name]] = {}
    wanted = sorted(births)
    later = _later_of_links()
    for start in range(0, len(wanted), _AT_ONCE):
        rows = Patient.objects.filter(date_of_birth__in=wanted[start : start + _AT_ONCE]).order_by("pk")
        for key, born, name, folded, preferred in rows.values_list(
            "pk", "date_of_birth", "full_name", "folded_name", "preferred_name"
        ):
            if key not in later:
                names_by_birth.setdefault(born, []).append(_Name(key, name, folded, preferred))
    return names_by_birth


def _later_of_links() -> set[int]:
    return set(LinkedPatient.objects.filter(undone_at=None).values_list("later", flat=True))


def _numbers(wanted: set[str]) -> dict[str, list[int]]:
    """Return number in the other system → our records, of imports that stand."""
    keys_by_number: dict[str, set[int]] = {}
    ordered = sorted(wanted)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = ImportedRow.objects.filter(
            outside_number__in=ordered[start : start + _AT_ONCE], run__state=ImportRun.State.IMPORTED
        )
        for number, key in rows.values_list("outside_number", "patient"):
            keys_by_number.setdefault(number, set()).add(key)
    return {number: sorted(keys) for number, keys in keys_by_number.items()}
