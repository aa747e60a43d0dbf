"""Work for translators and back: a list of strings as JSON, each with where it stands, to be given its text.

A package is a list of {id, context, plural, comment, where, text}; `context` and `plural` stand only where there is
one. A translator writes `text`: a text, or for a plural the list of its forms.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from tests.support.catalogs import files
from tests.support.catalogs.check import needed
from tests.support.catalogs.faults import faults
from tests.support.catalogs.gather import BASE


def missing(code: str, template: Catalog, below: tuple[str, ...] = (), base: Path = BASE) -> list[dict[str, Any]]:
    """Return the strings that the language still lacks; with `below`, those of files whose path begins so."""
    catalog = files.read(code, base)
    translated = files.entries(catalog)
    return [
        _item(message, catalog.num_plurals)
        for key, message in needed(code, template).items()
        if _lacks(translated.get(key), message, catalog.num_plurals)
        and (not below or any(place.startswith(below) for place, _line in message.locations))
    ]


def _lacks(there: Message | None, message: Message, forms: int) -> bool:
    if there is None or there.fuzzy or files.plural(there) != files.plural(message):
        return True
    return any(faults(files.singular(message), files.plural(message), files.texts(there), forms=forms))


def _item(message: Message, forms: int) -> dict[str, Any]:
    plural = files.plural(message)
    item: dict[str, Any] = {
        "id": files.singular(message),
        "context": message.context or "",
        "plural": plural,
        "comment": " ".join(message.auto_comments),
        "where": sorted({place for place, _line in message.locations}),
        "text": [""] * forms if plural else "",
    }
    return {name: value for name, value in item.items() if value or name == "text"}


def take(code: str, items: Iterable[Mapping[str, Any]], template: Catalog, base: Path = BASE) -> Iterator[str]:
    """Write the good texts of a package into the catalog; yield a sentence for each that was not taken."""
    catalog = merged(code, template, base)
    wanted = files.entries(template)
    for item in items:
        key = str(item.get("context") or ""), str(item.get("id", ""))
        text = item.get("text") or ""
        texts = (text,) if isinstance(text, str) else tuple(str(form) for form in text)
        if not any(texts):
            continue
        message = wanted.get(key)
        if message is None:
            yield f"“{key[1]}” is no string of this house"
            continue
        bad = list(faults(key[1], files.plural(message), texts, forms=catalog.num_plurals))
        if bad:
            yield f"“{key[1]}” {'; '.join(bad)}"
            continue
        there = _entry(catalog, message)
        there.string = texts if files.plural(message) else texts[0]
        there.flags.discard("fuzzy")
    files.write(code, catalog, base)


def _entry(catalog: Catalog, message: Message) -> Message:
    there = catalog.get(files.singular(message), message.context)
    if there is None:
        catalog[message.id] = Message(message.id, context=message.context, locations=message.locations)
        there = catalog.get(files.singular(message), message.context)
    if there is None:
        raise LookupError(message.id)
    return there


def merged(code: str, template: Catalog, base: Path = BASE) -> Catalog:
    """Return the language's catalog with today's strings: what is no longer said is gone, what is new is empty."""
    old = files.entries(files.read(code, base))
    catalog = files.empty(code)
    for key, message in needed(code, template).items():
        there = old.get(key)
        same = there is not None and files.plural(there) == files.plural(message)
        catalog.add(
            message.id,
            there.string if there is not None and same else "",
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=there.user_comments if there is not None else (),
            flags=there.flags & {"fuzzy"} if there is not None else (),
            context=message.context,
        )
    return catalog
