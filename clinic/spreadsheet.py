"""Tables for a spreadsheet, of cells that none runs as a formula, and the same cells read back. Pure."""

import csv
import io
import re
from collections.abc import Iterable

# What a spreadsheet takes for a formula at the beginning of a cell, in plain and in wide letters.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_GUARD = "'"
# Where a spreadsheet that divides at something else than a comma would begin another cell.
_INSIDE = re.compile(r"([;\t\r\n][\s\"]*)(?=[=+\-@\0＝＋－＠])")
_INSIDE_GUARDED = re.compile(rf"([;\t\r\n][\s\"]*){_GUARD}(?=[=+\-@\0＝＋－＠])")


def table(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as the text of a CSV file.

    Texts stand in quotes, all of them: LibreOffice also divides what has none at a semicolon or a tab.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([cell if _is_count(cell) else safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: object) -> str:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe stands before what would be one.

    So too behind a semicolon, a tab or the end of a line, where some spreadsheets divide a cell in two.
    """
    text = _INSIDE.sub(rf"\1{_GUARD}", str(cell))
    return f"{_GUARD}{text}" if text.startswith(FORMULA) else text


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophes that `safe` put into it."""
    text = cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith(FORMULA) else cell
    return _INSIDE_GUARDED.sub(r"\1", text)


def _is_count(cell: object) -> bool:
    return isinstance(cell, int | float) and cell >= 0
