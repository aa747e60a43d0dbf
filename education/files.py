"""The articles that ship with the house: education/library/<slug>.toml and references.toml, read and checked.

An edition in another language stands in library/<language>/<slug>.toml and holds words only: see education.translated.
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

from clinic.languages import SOURCE
from education import markdown, translated
from education.documents import PARTS, REFERENCE, digest, normal, problems, texts

FOLDER = Path(__file__).resolve().parent / "library"
REFERENCES = "references.toml"


class LibraryError(Exception):
    """A file of the library cannot be read; the sentence names it."""


@dataclass(frozen=True)
class Shipped:
    """One article as its file says it; of a translation also its original's key and the translator's note."""

    key: str
    document: Mapping[str, Any]
    digest: str
    language: str = SOURCE.code
    original: str = ""
    note: str = ""
    # What the file says of the original's words, and what it ought to say.
    seen_mark: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Library:
    """All of them, in the order of the list, and every reference by its key."""

    articles: tuple[Shipped, ...]
    references: Mapping[str, Mapping[str, Any]]

    @property
    def codes(self) -> dict[str, list[str]]:
        """Return, for each rule code that articles name, the keys of those articles."""
        keys_by_code: dict[str, list[str]] = {}
        for article in (article for article in self.articles if not article.original):
            for code in article.document["rule_codes"]:
                keys_by_code.setdefault(code, []).append(article.key)
        return keys_by_code


@cache
def read(folder: Path = FOLDER) -> Library:
    """Return the library of a folder, read once in a process; raises LibraryError with the file's name."""
    references = {key: _reference(key, row) for key, row in _toml(folder / REFERENCES).items()}
    paths = sorted(path for path in folder.glob("*.toml") if path.name != REFERENCES)
    originals = {path.stem: _shipped(path, references) for path in paths}
    translations = [_translated(path, originals, references) for path in sorted(folder.glob("*/*.toml"))]
    return Library(tuple(sorted((*originals.values(), *translations), key=_place)), references)


def _place(article: Shipped) -> tuple[bool, int, str]:
    """Originals come first: a translation belongs to one that is there."""
    return bool(article.original), article.document["position"], article.key


def _reference(key: str, row: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {
            field: row.get(field, "") if field not in {"authors", "title", "year"} else row[field]
            for field in REFERENCE
        }
    except KeyError as missing:
        raise LibraryError(f"{REFERENCES}: {key} has no {missing.args[0]}.") from missing


def _shipped(path: Path, references: Mapping[str, Mapping[str, Any]]) -> Shipped:
    content = _toml(path)
    for part, fields in PARTS.items():
        rows = content.setdefault(part, [])
        defaults: dict[str, Any] = {"count": 0, "out_of": 0, "compared_with": "", "figures": "", "references": []}
        content[part] = [{field: defaults[field] for field in fields if field in defaults} | row for row in rows]
    content = {"position": 100, "topics": [], "rule_codes": [], "related": [], "takeaways": []} | content
    try:
        document = normal(content, references)
    except KeyError as missing:
        raise LibraryError(f"{path.name}: {missing.args[0]} is missing.") from missing
    except (TypeError, ValueError) as wrong:
        raise LibraryError(f"{path.name}: {wrong}") from wrong
    if content.get("slug") != path.stem:
        raise LibraryError(f"{path.name}: its slug has to be {path.stem}.")
    return Shipped(path.stem, document, digest(document))


def _translated(path: Path, originals: Mapping[str, Shipped], references: Mapping[str, Mapping[str, Any]]) -> Shipped:
    """Return an edition in another language: its own words, and everything else as its original has it."""
    name, words = f"{path.parent.name}/{path.name}", _toml(path)
    original = originals.get(words.get("translation_of", ""))
    if original is None:
        raise LibraryError(f"{name}: translation_of names no article of the library.")
    if words.get("slug") != path.stem:
        raise LibraryError(f"{name}: its slug has to be {path.stem}.")
    try:
        document = normal(translated.with_words(original.document, words), references)
    except translated.TranslationError as wrong:
        raise LibraryError(f"{name}: {wrong}") from wrong
    return Shipped(
        path.stem,
        document,
        digest(document),
        language=path.parent.name,
        original=original.key,
        note=words.get("note", ""),
        seen_mark=words.get("translated_from", ""),
        mark=translated.mark_of_words(original.document),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise LibraryError(f"{path.name}: {wrong}") from wrong


def mistakes(library: Library) -> Iterator[str]:
    """Tell, a sentence each, what keeps these files from being loaded and sent to review."""
    for article in library.articles:
        sentences = (*problems(article.document), *_of_fields(article), *_of_links(article, library))
        for sentence in (*sentences, *_of_translation(article, library)):
            yield f"{article.key}: {sentence}"
    for key, row in library.references.items():
        for sentence in _of_reference(key, row):
            yield f"{REFERENCES}: {key}: {sentence}"


def _of_links(article: Shipped, library: Library) -> Iterator[str]:
    keys = {shipped.key for shipped in library.articles if not shipped.original}
    own_keys = {shipped.key for shipped in library.articles if shipped.language == article.language}
    prefix = "" if article.language == SOURCE.code else f"/{article.language}"
    for key in article.document["related"]:
        if key not in keys or key in {article.key, article.original}:
            yield f"the related article {key} is not in the library."
    for words in texts(article.document):
        for address in markdown.links(words):
            inside, is_article, rest = address.partition("/articles/")
            slug = rest.partition("#")[0].strip("/")
            if is_article and inside in {"", prefix} and (slug not in own_keys or inside != prefix):
                yield f"it links to {address}, which is not in the library."
        if "](" in markdown.plain(words):
            yield f"a link in it is not allowed: “{markdown.plain(words)[:60]}…”"


def _of_translation(article: Shipped, library: Library) -> Iterator[str]:
    """An edition in another language says what its original says today: the same numbers, sources and blocks."""
    if not article.original:
        return
    if article.seen_mark != article.mark:
        yield (
            f"its original has other words than when it was translated. Translate what changed, then write "
            f'translated_from = "{article.mark}".'
        )
    original = next(shipped for shipped in library.articles if shipped.key == article.original)
    yield from translated.departures(original.document, article.document)


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
