"""Files as other systems write them; invented people only."""

from collections.abc import Iterable, Sequence

PLAIN = ("Full name", "Date of birth", "Phone", "Email")


def csv_of(rows: Iterable[Sequence[str]], *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Return rows as a file; every cell quoted, so that any sign may stand in it."""
    lines = (separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def people(count: int) -> list[list[str]]:
    """Return so many invented people, each of another name and a birth date shared by few."""
    given = ("Ana", "Bea", "Cem", "Dov", "Eva", "Fay", "Gil", "Hal", "Ida", "Jan")
    rows = []
    for number in range(count):
        letters = "".join("abcdefghij"[int(digit)] for digit in f"{number:05}")
        born = f"{1940 + number % 60}-{1 + number % 12:02}-{1 + number % 28:02}"
        phone = f"213-555-{number % 10000:04}"
        rows.append([f"{given[number % 10]} Invented{letters}", born, phone, f"p{number}@example.com"])
    return rows
