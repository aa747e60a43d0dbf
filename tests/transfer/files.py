"""Files as other systems write them; invented people only."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

PLAIN = ("Full name", "Date of birth", "Phone", "Email")


def csv_of(rows: Iterable[Sequence[str]], *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Return rows as a file; every cell quoted, so that any sign may stand in it."""
    lines = (separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def people(count: int) -> list[list[str]]:
    """Return so many invented people, each of another name and a birth date shared by two or three."""
    given = ("Ana", "Bea", "Cem", "Dov", "Eva", "Fay", "Gil", "Hal", "Ida", "Jan")
    rows = []
    for number in range(count):
        letters = "".join("bcdfghjklm"[int(digit)] for digit in f"{number:05}")
        born = (date(1940, 1, 1) + timedelta(days=number * 7 % 20_000)).isoformat()
        phone = f"213-555-{number % 10000:04}"
        rows.append([f"{given[number % 10]} Invented{letters}", born, phone, f"p{number}@example.com"])
    return rows
