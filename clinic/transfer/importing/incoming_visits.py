"""The words of another system for visit types and practitioners, and a trial of whether each visit finds its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from clinic.accounts.models import Patient, User
from clinic.accounts.spelling import is_one_name
from clinic.booking import schedule
from clinic.booking import services as booking
from clinic.booking.models import Appointment, VisitType
from clinic.characters import fold
from clinic.transfer.importing.rows import ImportLine, WrittenVisit

MOST_WORDS = 60


@dataclass(frozen=True)
class Meaning:
    """What the words of the other system mean here, as far as somebody chose it: words → code, words → key."""

    types: Mapping[str, str]
    people: Mapping[str, int]


@dataclass(frozen=True)
class IncomingVisit:
    """A visit whose words are understood."""

    line: ImportLine
    visit_type: VisitType
    practitioner: int | None
    start: datetime


class Dictionary:
    """Looks words up: what was chosen on the page first, then what is called alike here."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning, self.table = meaning, schedule.current()
        self.unknown_types: set[str] = set()
        self.unknown_people: set[str] = set()

    def understood(self, line: ImportLine) -> IncomingVisit | None:
        """Return the visit of a line; None with a problem on the line for words that mean nothing here."""
        visit = line.visit
        if visit is None:
            return None
        visit_type, person = self._type(visit), self._person(visit)
        if visit_type is None:
            self.unknown_types.add(visit.type_words)
            line.problems.append(_("We have no visit type “%(words)s”.") % {"words": visit.type_words})
        if visit.with_words and person is None:
            self.unknown_people.add(visit.with_words)
            line.problems.append(_("We have no practitioner “%(words)s”.") % {"words": visit.with_words})
        if visit_type is None or (visit.with_words and person is None):
            return None
        return IncomingVisit(line, visit_type, person, visit.start)

    def _type(self, visit: WrittenVisit) -> VisitType | None:
        active = [kind for kind in self.table.types if kind.active]
        if code := self.meaning.types.get(visit.type_words):
            return next((kind for kind in active if kind.code == code), None)
        wanted = fold(visit.type_words)
        return next((kind for kind in active if wanted in (fold(kind.name), fold(kind.code))), None)

    def _person(self, visit: WrittenVisit) -> int | None:
        if (key := self.meaning.people.get(visit.with_words)) is not None:
            return key if key in self.table.people else None
        alike = [key for key, person in self.table.people.items() if is_one_name(visit.with_words, person.name)]
        return alike[0] if len(alike) == 1 and visit.with_words else None


def place_all(
    visits: list[IncomingVisit],
    patient_of: Callable[[ImportLine], Patient],
    *,
    by: User,
    at: datetime,
) -> dict[int, Appointment]:
    """Book every visit in the caller's transaction, in the order of the file; return line → visit.

    A visit that finds no place is a problem of its line, and the others go on: the caller decides what stands.
    """
    placed: dict[int, Appointment] = {}
    for visit in visits:
        try:
            with transaction.atomic():
                placed[visit.line.line] = booking.bring_in(
                    patient=patient_of(visit.line),
                    visit_type=visit.visit_type,
                    start=visit.start,
                    practitioner=visit.practitioner,
                    by=by,
                    at=at,
                )
        except booking.SlotTaken:
            visit.line.problems.append(
                _("This time is taken already: the practitioner, the patient or every room has another visit.")
            )
        except booking.BookingError as wrong:
            visit.line.problems.append(str(wrong))
    return placed
