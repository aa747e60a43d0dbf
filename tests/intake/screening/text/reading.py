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
    """The one status of all hits, whatever they stand for; 'silent' without any.

    A heart attack or a stroke is an event too, which has its own idea of the past: that is left out.
    """
    found = {str(hit.status) for hit in read(text, field).hits if "event" not in hit.groups}
    assert len(found) < 2
    return found.pop() if found else "silent"


def names(text: str, field: str = "anything_else") -> list[str]:
    """The listed names found, in order, each once."""
    return list(dict.fromkeys(hit.name for hit in read(text, field).hits))
