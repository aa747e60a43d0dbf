"""Whether the catalogs of the shipped languages hold: nothing missing, fuzzy, stale or broken, .mo as .po."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from clinic.languages import BY_CODE, Grade
from tests.support.catalogs import emergency, files
from tests.support.catalogs.faults import faults
from tests.support.catalogs.gather import BASE


def needed(code: str, template: Catalog) -> dict[files.Key, Message]:
    """Return the strings that a language must have: all of them, or those of an emergency."""
    everything = files.entries(template)
    language = BY_CODE.get(code)
    if language is None or language.grade is not Grade.EMERGENCY:
        return everything
    words, places = emergency.words(), emergency.files()
    return {
        key: message
        for key, message in everything.items()
        if key[1] in words or any(place in places for place, _line in message.locations)
    }


def problems(code: str, template: Catalog, base: Path = BASE) -> Iterator[str]:
    """Yield a sentence for everything that keeps the language's catalog from being shipped."""
    catalog = files.read(code, base)
    translated, wanted = files.entries(catalog), needed(code, template)
    for key, message in wanted.items():
        there = translated.get(key)
        if there is None:
            yield f"{_shown(key)} is missing"
            continue
        if there.fuzzy:
            yield f"{_shown(key)} is fuzzy"
        if files.plural(there) != files.plural(message):
            yield f"{_shown(key)} is stale: its plural is now “{files.plural(message)}”"
            continue
        for fault in faults(key[1], files.plural(message), files.texts(there), forms=catalog.num_plurals):
            yield f"{_shown(key)} {fault}"
    for key in translated.keys() - wanted.keys():
        yield f"{_shown(key)} is stale: the house does not say it now (make messages)"
    yield from _compiled(code, catalog, base)


def _compiled(code: str, catalog: Catalog, base: Path) -> Iterator[str]:
    compiled = files.read_compiled(code, base)
    if compiled is None:
        yield "there is no django.mo (make messages)"
        return
    said = {key: files.texts(message) for key, message in files.entries(compiled).items()}
    due = {key: files.texts(m) for key, m in files.entries(catalog).items() if all(files.texts(m)) and not m.fuzzy}
    if said != due:
        yield "django.mo says something else than django.po (make messages)"


def _shown(key: files.Key) -> str:
    words = " ".join(key[1].split())
    return f"“{words if len(words) < 70 else words[:69] + '…'}”"
