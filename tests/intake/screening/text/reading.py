"""Short ways to ask the recogniser, shared by the tests of this room."""

from datetime import date

from intake.screening.text import Scan, scan

TODAY = date(2026, 3, 16)


def read(text: str, field: str = "anything_else") -> Scan:
    """Scan one text."""
    return scan({field: text}, on=TODAY)


def statuses(text: str, field: str = "anything_else") -> dict[str, str]:
    """The listed names found, each with its status."""
    return {hit.name: str(hit.status) for hit in read(text, field).hits}


def status(text: str, field: str = "anything_else") -> str:
    """The status of the only hit; 'silent' without one."""
    found = [str(hit.status) for hit in read(text, field).hits]
    assert len(found) < 2
    return found[0] if found else "silent"


def names(text: str, field: str = "anything_else") -> list[str]:
    """The listed names found, in order."""
    return [hit.name for hit in read(text, field).hits]
