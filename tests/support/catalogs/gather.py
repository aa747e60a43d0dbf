"""The strings of the house as they stand in the code: Python by Babel's extractor, templates by Django's and Babel's;
and what the library says of a source beside its title, which stands once for every language.

No GNU gettext is needed. Line numbers are left out of catalogs: a moved line is no change of a translation.
"""

import io
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

BASE = Path(__file__).resolve().parent.parent.parent.parent
ROOMS = ("clinic", "intake", "education")
NOTES = ("education/library/references.toml",)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENT = ("Translators:",)


def gathered(base: Path = BASE) -> Catalog:
    """Return every string that goes through gettext, with the files it stands in; nothing is translated."""
    catalog = Catalog(project="clinic", version="", charset="utf-8")
    for path in sources(base):
        name = path.relative_to(base).as_posix()
        for _line, words, comments, context in strings_of(path):
            catalog.add(words, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalog


def sources(base: Path) -> Iterator[Path]:
    """Every file whose strings are read by people: the rooms' Python, but no migration, and the templates."""
    for room in ROOMS:
        yield from (path for path in sorted((base / room).rglob("*.py")) if "migrations" not in path.parts)
    yield from (base / name for name in NOTES if (base / name).exists())
    yield from (path for path in sorted((base / "templates").rglob("*")) if path.suffix in (".html", ".txt"))


def strings_of(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    """Return the strings of one file: line, words (with the plural, where there is one), comments, context."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        yield from ((1, row["note"], [], None) for row in tomllib.loads(text).values() if row.get("note"))
        return
    if path.suffix != ".py":
        # Inside brackets Python's tokenizer takes any indentation.
        text = f"(\n{templatize(text, origin=str(path))}\n)"
    yield from extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=COMMENT)
