"""Catalogs as files: locale/<language>/LC_MESSAGES/django.po for people, and django.mo, which Django reads."""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale

from tests.support.catalogs.gather import BASE

# Where a language has more forms than visits, minutes or days can take: Spanish has one for whole millions.
PLURALS = {"es": "nplurals=2; plural=(n != 1);"}
# A catalog is as old as its words, and git knows since when.
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_UNUSED = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Generated-By", "Report-Msgid")

Key = tuple[str, str]
"""A message by its context (empty for none) and its English words."""


def folder(code: str, base: Path = BASE) -> Path:
    """Return where the catalog of a language stands, by its code: es, zh-hans."""
    return base / "locale" / to_locale(code) / "LC_MESSAGES"


def empty(code: str) -> Catalog:
    """Return a catalog of the language with nothing in it."""
    header = Catalog(locale=to_locale(code)).plural_forms
    text = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: clinic\\n"\n'
        f'"Language: {to_locale(code)}\\n"\n"Plural-Forms: {PLURALS.get(code, header)}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
    )
    return read_po(io.StringIO(text), locale=to_locale(code))


def read(code: str, base: Path = BASE) -> Catalog:
    """Return the catalog of the language as its .po says it; an empty one where there is none yet."""
    path = folder(code, base) / "django.po"
    if not path.exists():
        return empty(code)
    with path.open(encoding="utf-8") as file:
        return read_po(file, locale=to_locale(code))


def read_compiled(code: str, base: Path = BASE) -> Catalog | None:
    """Return what Django reads, from the .mo; None where there is none."""
    path = folder(code, base) / "django.mo"
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_mo(file)


def write(code: str, catalog: Catalog, base: Path = BASE) -> None:
    """Write .po and .mo; the same words give the same bytes."""
    catalog.project, catalog.version = "clinic", ""
    catalog.creation_date = catalog.revision_date = _NO_DATE
    folder(code, base).mkdir(parents=True, exist_ok=True)
    text = io.BytesIO()
    write_po(text, catalog, width=110, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    lines = text.getvalue().decode().splitlines(keepends=True)
    po = "".join(line for line in lines if not line.startswith(("# ", *(f'"{name}' for name in _UNUSED))))
    (folder(code, base) / "django.po").write_text(po, encoding="utf-8")
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    (folder(code, base) / "django.mo").write_bytes(compiled.getvalue())


def entries(catalog: Catalog) -> dict[Key, Message]:
    """Return the messages of a catalog without its header."""
    return {key(message): message for message in catalog if message.id}


def key(message: Message) -> Key:
    """Return what a message is found by; of a plural its singular."""
    return message.context or "", singular(message)


def singular(message: Message) -> str:
    """Return the English words, of a plural the form for one."""
    return message.id if isinstance(message.id, str) else message.id[0]


def plural(message: Message) -> str:
    """Return the English words for several; empty where the message has no plural."""
    return "" if isinstance(message.id, str) else message.id[1]


def texts(message: Message) -> tuple[str, ...]:
    """Return the translation, each of its plural forms; empty texts where there is none."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
