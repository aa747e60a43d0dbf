"""Cells that no spreadsheet runs as a formula, and the same cells read back. Pure."""

# What a spreadsheet takes for a formula at the beginning of a cell, in plain and in wide letters.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_GUARD = "'"


def safe(cell: object) -> str:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe stands before what would be one."""
    text = str(cell)
    return f"{_GUARD}{text}" if text.startswith(FORMULA) else text


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that `safe` put before it."""
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith(FORMULA) else cell
