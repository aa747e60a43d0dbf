"""Writing down who checked or signed a text, as it stands today (clinic.translation_states)."""

import csv
from datetime import date
from pathlib import Path

from clinic.translation_states import FILE, mark_of, rows_in
from education.translations import mark_of_article, translations_into
from tests.support.catalogs import files
from tests.support.catalogs.gather import BASE

COLUMNS = ("mark", "state", "by", "on")


def mark(code: str, state: str, *, by: str, on: date, below: tuple[str, ...] = (), base: Path = BASE) -> int:
    """Keep the state of every translated text of these folders, articles among them; return how many.

    What changed since loses its row; what a clinician has signed stays signed when somebody checks it again.
    """
    path = files.folder(code, base).parent / FILE
    rows = {row["mark"]: row for row in rows_in(path)}
    catalog = files.entries(files.read(code, base))
    marks = {mark_of(key[0], key[1], files.texts(m)): m for key, m in catalog.items() if all(files.texts(m))}
    places = {made: [place for place, _line in message.locations] for made, message in marks.items()}
    if base == BASE:
        places |= {mark_of_article(one): [f"education/library/{code}/{one.key}"] for one in translations_into(code)}
    meant = [made for made, found in places.items() if not below or any(place.startswith(below) for place in found)]
    if state == "checked":
        meant = [made for made in meant if rows.get(made, {}).get("state") != "signed"]
    rows |= {made: {"mark": made, "state": state, "by": by, "on": on.isoformat()} for made in meant}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[made] for made in sorted(rows.keys() & places.keys()))
    return len(meant)
