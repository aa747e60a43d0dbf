"""A CSV file as rows: which encoding, which separator, and on which line of the file each row begins. Pure."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.spreadsheet import unguarded
from clinic.transfer.errors import TransferError

MOST_BYTES = 4 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 1_000
SEPARATORS = {",": gettext_lazy("comma"), ";": gettext_lazy("semicolon"), "\t": gettext_lazy("tab")}
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class CsvRow:
    """One row: the line of the file it begins on, and its cells under their headers' places."""

    line: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """Return a cell without space around it; empty where the row is too short."""
        return self.cells[place].strip() if place < len(self.cells) else ""


@dataclass(frozen=True)
class CsvTable:
    """A file that was read: headers, rows that hold anything, and how it is written."""

    headers: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    encoding: str
    separator: str


def read(data: bytes) -> CsvTable:
    """Return the table in a file. Raises TransferError for what is too large, empty, or no such file."""
    if len(data) > MOST_BYTES:
        raise TransferError(_("This file is larger than 4 MB. Split it into smaller files."))
    if data.startswith(_WORKBOOK):
        raise TransferError(_("This is a workbook of Excel. Save it as CSV first."))
    text, encoding = decoded(data)
    if any(ord(sign) < 32 and sign not in "\t\r\n" for sign in text.partition("\n")[0]):
        raise TransferError(_("This is not a text file. Save it as CSV."))
    separator = separator_of(text)
    records = list(_records(text, separator))
    if not records:
        raise TransferError(_("This file is empty."))
    header, *rows = records
    if len(header.cells) > MOST_COLUMNS:
        raise TransferError(_("This file has more than 100 columns. Leave out what is not needed."))
    if len(header.cells) < 2:
        raise TransferError(_("We find only one column. Save the file as CSV with commas, semicolons or tabs."))
    if not rows:
        raise TransferError(_("There is a line of headers and nothing below it."))
    if len(rows) > MOST_ROWS:
        raise TransferError(_("This file has more than 20,000 rows. Split it into smaller files."))
    return CsvTable(tuple(cell.strip() for cell in header.cells), tuple(rows), encoding, separator)


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding: by its mark, as UTF-8 where that reads, else as Windows writes it here."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf_16_without_mark(data)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as wrong:
        if encoding != "utf-8":
            raise TransferError(_("This is not a text file. Save it as CSV.")) from wrong
    # Five bytes mean nothing there: they come out as the control characters they are elsewhere, and are refused later.
    return data.decode("cp1252", errors="replace"), "windows-1252"


def _utf_16_without_mark(data: bytes) -> tuple[str, str]:
    encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise TransferError(_("This is not a text file. Save it as CSV.")) from wrong
    if "\0" in text:
        raise TransferError(_("This is not a text file. Save it as CSV."))
    return text, encoding


def separator_of(text: str) -> str:
    """Return what stands between the headers most often, outside of quotes: a comma, a semicolon or a tab."""
    beginning = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(part for number, part in enumerate(beginning.split('"')) if number % 2 == 0)
    return max(SEPARATORS, key=outside.count)


def _records(text: str, separator: str) -> Iterator[CsvRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _require_short(cells, begins)
                yield CsvRow(begins, tuple(unguarded(cell) for cell in cells))
            begins = reader.line_num + 1
    except csv.Error as wrong:
        raise TransferError(_("Line %(line)d cannot be read as CSV.") % {"line": begins}) from wrong


def _require_short(cells: list[str], line: int) -> None:
    if len(cells) > MOST_COLUMNS + 20 or any(len(cell) > 20 * LONGEST_CELL for cell in cells):
        raise TransferError(_("Line %(line)d is too long. Is a quotation mark missing?") % {"line": line})
