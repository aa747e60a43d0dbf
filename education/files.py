"""The articles that ship with the house: education/library/<slug>.toml and references.toml, read and checked.

Reads files only, no database: `manage.py load_library --check` and the system checks stand on this module.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from education import markdown
from education.documents import PARTS, REFERENCE, digest, normal, problems, texts

FOLDER = Path(__file__).resolve().parent / "library"
REFERENCES = "references.toml"


class LibraryError(Exception):
    """A file of the library cannot be read; the sentence names it."""


@dataclass(frozen=True)
class Shipped:
    """One article as its file says it."""

    key: str
    document: Mapping[str, Any]
    digest: str


@dataclass(frozen=True)
class Library:
    """All of them, in the order of the list, and every reference by its key."""

    articles: tuple[Shipped, ...]
    references: Mapping[str, Mapping[str, Any]]

    @property
    def codes(self) -> dict[str, list[str]]:
        """Return, for each rule code that articles name, the keys of those articles."""
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for code in article.document["rule_codes"]:
                found.setdefault(code, []).append(article.key)
        return found


@cache
def read(folder: Path = FOLDER) -> Library:
    """Return the library of a folder, read once in a process; raises LibraryError with the file's name."""
    references = {key: _reference(key, row) for key, row in _toml(folder / REFERENCES).items()}
    paths = sorted(path for path in folder.glob("*.toml") if path.name != REFERENCES)
    articles = [_shipped(path, references) for path in paths]
    return Library(tuple(sorted(articles, key=lambda one: (one.document["position"], one.key))), references)


def _reference(key: str, row: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {
            field: row.get(field, "") if field not in {"authors", "title", "year"} else row[field]
            for field in REFERENCE
        }
    except KeyError as missing:
        raise LibraryError(f"{REFERENCES}: {key} has no {missing.args[0]}.") from missing


def _shipped(path: Path, references: Mapping[str, Mapping[str, Any]]) -> Shipped:
    told = _toml(path)
    for part, fields in PARTS.items():
        rows = told.setdefault(part, [])
        defaults: dict[str, Any] = {"count": 0, "out_of": 0, "compared_with": "", "figures": "", "references": []}
        told[part] = [{field: defaults[field] for field in fields if field in defaults} | row for row in rows]
    told = {"position": 100, "topics": [], "rule_codes": [], "related": [], "takeaways": []} | told
    try:
        document = normal(told, references)
    except KeyError as missing:
        raise LibraryError(f"{path.name}: {missing.args[0]} is missing.") from missing
    except (TypeError, ValueError) as wrong:
        raise LibraryError(f"{path.name}: {wrong}") from wrong
    if told.get("slug") != path.stem:
        raise LibraryError(f"{path.name}: its slug has to be {path.stem}.")
    return Shipped(path.stem, document, digest(document))


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise LibraryError(f"{path.name}: {wrong}") from wrong


def mistakes(library: Library) -> Iterator[str]:
    """Tell, a sentence each, what keeps these files from being loaded and sent to review."""
    keys = {article.key for article in library.articles}
    for article in library.articles:
        for sentence in (*problems(article.document), *_of_fields(article), *_of_links(article, keys)):
            yield f"{article.key}: {sentence}"
    for key, row in library.references.items():
        for sentence in _of_reference(key, row):
            yield f"{REFERENCES}: {key}: {sentence}"


def _of_links(article: Shipped, keys: set[str]) -> Iterator[str]:
    for key in article.document["related"]:
        if key not in keys or key == article.key:
            yield f"the related article {key} is not in the library."
    for words in texts(article.document):
        for address in markdown.links(words):
            slug = address.removeprefix("/articles/").partition("#")[0].strip("/")
            if address.startswith("/articles/") and slug not in keys:
                yield f"it links to {address}, which is not in the library."
        if "](" in markdown.plain(words):
            yield f"a link in it is not allowed: “{markdown.plain(words)[:60]}…”"


def _of_fields(article: Shipped) -> Iterator[str]:
    """Hold every text against the length and shape its column allows."""
    from education.models import Article
    from education.services.writing import parts_of

    head = Article(
        key=article.key, slug=article.key, **{f: article.document[f] for f in ("title", "summary", "position")}
    )
    yield from _cleaned(head, exclude={"ref", "changed_at", "author", "changed_by", "published", "approved"})
    for row in parts_of(head, article.document):
        yield from (f"{row}: {sentence}" for sentence in _cleaned(row, exclude={"article"}))


def _of_reference(key: str, row: Mapping[str, Any]) -> Iterator[str]:
    from education.models import Reference

    yield from _cleaned(Reference(key=key, **row), exclude={"changed_at", "changed_by"})


def _cleaned(row: Any, *, exclude: set[str]) -> Iterator[str]:
    try:
        row.clean_fields(exclude=exclude)
    except ValidationError as wrong:
        for field, sentence in wrong.message_dict.items():
            yield _("%(field)s: %(said)s") % {"field": field, "said": " ".join(sentence)}
