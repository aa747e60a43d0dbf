"""One row of a file as a person, and a visit where it has one: cleaned and judged like every field of ours. Pure.

Everything that is wrong with a row is said, each in a sentence; nothing is corrected by guessing.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from django.utils.translation import gettext as _

from clinic.birth_dates import DateFault, WrongBirthDateError
from clinic.characters import clean_line, fold, has_letter
from clinic.contact import clean_email, clean_phone
from clinic.form_fields import whole_year
from clinic.formatting import calendar_date
from clinic.spreadsheet import FORMULA
from clinic.transfer.importing import columns, written_times
from clinic.transfer.importing.csv_table import LONGEST_CELL, CsvRow

OLDEST = 120 * 366
LENGTHS = {
    "full_name": 200,
    "preferred_name": 100,
    "interpreter": 40,
    "emergency_contact": 200,
    "guardian_name": 200,
    "number": 60,
}
# A visit that stands with one of these at its beginning will not take place.
_OVER = (
    "cancel",
    "no show",
    "noshow",
    "late cancel",
    "did not",
    "dna",
    "missed",
    "resched",
    "moved",
    "delet",
    "archiv",
)


@dataclass(frozen=True)
class WrittenVisit:
    """A visit as the file tells of it: when, which type and with whom, in the words of the other system."""

    start: datetime
    type_words: str
    with_words: str


@dataclass
class ImportLine:
    """What one line of a file says, and every problem with it. `is_over` is a visit that is past or canceled; `doubt`
    is a sentence about a birth date that can be read in two ways.
    """

    line: int
    problems: list[str] = field(default_factory=list)
    doubt: str = ""
    full_name: str = ""
    born: date | None = None
    contact: dict[str, str] = field(default_factory=dict)
    number: str = ""
    visit: WrittenVisit | None = None
    is_over: bool = False

    @property
    def names_somebody(self) -> bool:
        """Whether the line says itself who the person is."""
        return bool(self.full_name and self.born)


@dataclass(frozen=True)
class Layout:
    """How the rows of a file are read: which column is what, in which order days are written, and when it is now.

    `orders` are those that some day of the file can only be read in: none, one, or both, as in a file of two systems.
    """

    mapping: Mapping[str, int]
    order: str
    zone: tzinfo
    now: datetime
    orders: frozenset[str] = frozenset({written_times.MONTH_FIRST})


def read_row(row: CsvRow, layout: Layout) -> ImportLine:
    """Return what a row says, with every problem of it in a sentence."""
    line = ImportLine(row.line)
    cells = {code: clean_line(row.cell(place)) for code, place in layout.mapping.items()}
    for code in [code for code, text in cells.items() if not _is_plain(text)]:
        line.problems.append(_("“%(column)s” holds signs that cannot be read.") % {"column": _words(code)})
        cells[code] = ""
    for code in [code for code, text in cells.items() if len(text) > LENGTHS.get(code, LONGEST_CELL)]:
        line.problems.append(_("“%(column)s” is too long.") % {"column": _words(code)})
        cells[code] = ""
    line.number = cells.get("number", "")
    _read_name(line, cells)
    _read_born(line, cells, layout)
    _read_contact(line, cells)
    if columns.has_visits(layout.mapping):
        _read_visit(line, cells, layout)
    return line


def _words(code: str) -> str:
    return str(next(column.words for column in columns.COLUMNS if column.code == code))


def _is_plain(text: str) -> bool:
    return not any(sign == "\ufffd" or unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in text)


def _read_name(found: ImportLine, cells: Mapping[str, str]) -> None:
    apart = " ".join(cells[code] for code in ("first_name", "middle_name", "last_name") if cells.get(code))
    whole = cells.get("full_name", "")
    if "," in whole and whole.count(",") == 1 and "first_name" not in cells:
        last, first = (part.strip() for part in whole.split(","))
        whole = f"{first} {last}".strip()
    name = apart or whole
    if not name and found.number and not cells.get("date_of_birth"):
        return  # the number says who it is
    if not name:
        found.problems.append(_("The name is missing."))
    elif name.startswith(FORMULA) or not has_letter(name):
        found.problems.append(_("“%(text)s” is not a name.") % {"text": name[:60]})
    elif len(name) > LENGTHS["full_name"]:
        found.problems.append(_("The name is too long."))
    else:
        found.full_name = name
    preferred = cells.get("preferred_name", "")
    if preferred and (preferred.startswith(FORMULA) or not has_letter(preferred)):
        found.problems.append(_("“%(text)s” is not a name.") % {"text": preferred[:60]})
    elif preferred and fold(preferred) != fold(name.partition(" ")[0]):
        found.contact["preferred_name"] = preferred


def _read_born(found: ImportLine, cells: Mapping[str, str], layout: Layout) -> None:
    text = cells.get("date_of_birth", "")
    if not text:
        if found.full_name and not found.number:
            found.problems.append(_("The date of birth is missing."))
        return
    today = layout.now.astimezone(layout.zone).date()
    try:
        born = written_times.read_birth_date(text, order=layout.order, on=today)
    except WrongBirthDateError as wrong:
        found.problems.append(_wrong_day(wrong, text[:40], layout.order))
        return
    if born is None:
        found.problems.append(_("“%(text)s” is not a date of birth.") % {"text": text[:40]})
    elif born > today:
        found.problems.append(_("The date of birth “%(text)s” is in the future.") % {"text": text[:40]})
    elif (today - born).days > OLDEST:
        found.problems.append(_("The date of birth “%(text)s” is more than 120 years ago.") % {"text": text[:40]})
    else:
        found.born = born
        _doubt(found, text[:40], layout)


def _wrong_day(wrong: WrongBirthDateError, text: str, order: str) -> str:
    """Say of a birth date what keeps it from being read, and what may have been meant."""
    if wrong.fault is DateFault.SHORT_YEAR:
        return _("“%(text)s” is not a whole birth date.") % {"text": text} + " " + whole_year(wrong.years)
    if wrong.fault is DateFault.NO_SUCH_DAY:
        return _("“%(text)s” is not a date of birth.") % {"text": text}
    if order == written_times.DAY_FIRST:
        sentence = _("“%(text)s” has the month first, and this file is read with the day first. Turn the two around.")
    else:
        sentence = _("“%(text)s” has the day first, and this file is read with the month first. Turn the two around.")
    return sentence % {"text": text}


def _doubt(found: ImportLine, text: str, layout: Layout) -> None:
    """Name a birth date whose day and month can be turned around, where the file does not show which comes first."""
    other = written_times.other_reading(text, order=layout.order)
    if other is None or found.born is None or len(layout.orders) == 1:
        return
    words = {"text": text, "day": calendar_date(found.born), "other": calendar_date(other)}
    if layout.orders:
        sentence = _(
            "“%(text)s” can be %(day)s or %(other)s: this file has dates in both orders. Write the month as a word."
        )
        found.problems.append(sentence % words)
    else:
        found.doubt = _("“%(text)s” is read as %(day)s. In the other order it is %(other)s.") % words


def _read_contact(found: ImportLine, cells: Mapping[str, str]) -> None:
    phone = cells.get("phone") or cells.get("other_phone", "")
    no_phone = _("“%(text)s” is not a phone number with its area code.")
    no_email = _("“%(text)s” is not an email address.")
    _judge(found, "phone", phone, clean_phone, no_phone)
    _judge(found, "email", cells.get("email", ""), clean_email, no_email)
    _judge(found, "guardian_phone", cells.get("guardian_phone", ""), clean_phone, no_phone)
    for code in ("interpreter", "guardian_name"):
        text = cells.get(code, "")
        if text and code == "guardian_name" and not has_letter(text):
            found.problems.append(_("“%(text)s” is not a name.") % {"text": text[:60]})
        elif text:
            found.contact[code] = text
    _judge(found, "emergency_phone", cells.get("emergency_phone", ""), clean_phone, no_phone)
    contact_name, number = cells.get("emergency_contact", ""), found.contact.pop("emergency_phone", "")
    if contact := ", ".join(part for part in (contact_name, number) if part):
        found.contact["emergency_contact"] = contact[: LENGTHS["emergency_contact"]]


def _judge(found: ImportLine, code: str, text: str, clean: Callable[[str], str | None], sentence: str) -> None:
    if not text:
        return
    if cleaned := clean(text):
        found.contact[code] = cleaned
    else:
        found.problems.append(sentence % {"text": text[:60]})


def _read_visit(found: ImportLine, cells: Mapping[str, str], layout: Layout) -> None:
    apart = f"{cells.get('visit_date', '')} {cells.get('visit_time', '')}".strip()
    text = cells.get("visit_start") or apart
    if cells.get("visit_start") and cells.get("visit_date") and ":" not in cells.get("visit_date", ""):
        # "Start" is only a time of day where a date stands beside it.
        beside = written_times.read_day(cells["visit_start"], order=layout.order) is None
        text = f"{cells['visit_date']} {cells['visit_start']}" if beside else text
    if not text:
        return
    if _is_over(cells.get("visit_status", ""), layout.order):
        found.is_over = True
        return
    start = written_times.read_moment(text, order=layout.order, zone=layout.zone)
    if start is None:
        found.problems.append(_("“%(text)s” is not a date and time of a visit.") % {"text": text[:40]})
    elif start <= layout.now:
        found.is_over = True
    else:
        found.visit = WrittenVisit(start, cells.get("visit_type", ""), cells.get("visit_with", ""))


def _is_over(status: str, order: str) -> bool:
    """Whether a status says that a visit does not take place; a day in it is the day it was canceled on."""
    return fold(status).startswith(_OVER) or written_times.read_day(status, order=order) is not None
