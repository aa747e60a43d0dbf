"""What stands on the shelf: every published article with its address, remembered by each process for a few seconds.

Each language has its own shelf: an article with an edition in that language stands there as this edition, any other
in the language it was written in.

Related articles, previous and next, the lists on other rooms' pages and in letters are drawn from it without a query.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import translation

from clinic import languages
from clinic.languages import SOURCE
from education.models import Edition

_KEY, _MARK = "education.shelf", "education.shelf.mark"
_SECONDS = 5


@dataclass(frozen=True)
class Shelved:
    """One published article, as lists and links need it."""

    key: str
    slug: str
    title: str
    summary: str
    topics: tuple[str, ...]
    codes: tuple[str, ...]
    position: int
    minutes: int
    next_review_due: date | None
    # The edition that is read, and when it was published: what a page is tagged with.
    edition: int
    at: datetime
    language: str = SOURCE.code
    # The key of the article whose edition in another language this is; empty for one in its first language.
    translation_of: str = ""
    # The original says something else to its readers by now.
    is_behind: bool = False

    @property
    def original(self) -> str:
        """Return the key that all editions of one article share."""
        return self.translation_of or self.key

    @property
    def path(self) -> str:
        return self.address()

    def address(self, name: str = "education:article") -> str:
        """Return where it is read: under its own language, an English one inside the pages of the spoken language."""
        return reverse(name, args=[self.slug]) if self.language == SOURCE.code else self.own_address(name)

    def own_address(self, name: str = "education:article") -> str:
        """Return where it is read in its own language."""
        with translation.override(self.language):
            return reverse(name, args=[self.slug])


def shelf() -> tuple[Shelved, ...]:
    """Return what is published as readers of the spoken language find it, in the order of the list."""
    spoken, everything = languages.now().code, all_editions()
    translated = {edition.original for edition in everything if edition.language == spoken != SOURCE.code}
    return tuple(
        edition
        for edition in everything
        if edition.language == spoken or (edition.language == SOURCE.code and edition.original not in translated)
    )


def editions_of(original: str) -> dict[str, Shelved]:
    """Return the published editions of one article by their language, the language it was written in first."""
    editions = [edition for edition in all_editions() if edition.original == original]
    return {edition.language: edition for edition in sorted(editions, key=lambda edition: bool(edition.translation_of))}


def all_editions() -> tuple[Shelved, ...]:
    """Return what is published in every language, in the order of the list; some seconds old at most."""
    articles: tuple[Shelved, ...] | None = caches["process"].get(_KEY)
    if articles is None:
        articles = _read()
        caches["process"].set_many({_KEY: articles, _MARK: _mark_of(articles)}, _SECONDS)
    return articles


def shelf_mark() -> str:
    """Return a short mark of all that stands on the shelf: another shelf has another mark."""
    mark: str | None = caches["process"].get(_MARK)
    return mark or _mark_of(all_editions())


def articles_for(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return title and path of the published articles that help with any of these rule codes, in the spoken language.

    The path is an article's address and nothing else: it names no code and tells nobody why it was offered.
    """
    wanted = set(codes)
    return [(article.title, article.path) for article in shelf() if wanted.intersection(article.codes)]


def forget_shelf() -> None:
    """Forget the shelf, now and when the transaction has ended; other processes do within seconds."""
    caches["process"].delete_many([_KEY, _MARK])
    transaction.on_commit(lambda: caches["process"].delete_many([_KEY, _MARK]))


def _mark_of(shelf: tuple[Shelved, ...]) -> str:
    return hashlib.blake2b(repr(shelf).encode(), digest_size=12).hexdigest()


def _read() -> tuple[Shelved, ...]:
    rows = Edition.objects.published().annotate(
        key=F("published_as__key"),
        language=F("published_as__language"),
        translation_of=F("published_as__translation_of__key"),
        translated_from=F("published_as__translated_from"),
        original_says=F("published_as__translation_of__published__digest"),
    )
    names = ("key", "slug", "title", "summary", "position", "minutes", "next_review_due", "at", "language")
    other_names = ("pk", "topics", "rule_codes", "translation_of", "translated_from", "original_says")
    return tuple(_shelved(row) for row in rows.values(*names, *other_names))


def _shelved(row: dict[str, Any]) -> Shelved:
    says, heard = row.pop("original_says"), row.pop("translated_from")
    return Shelved(
        topics=tuple(row.pop("topics")),
        codes=tuple(row.pop("rule_codes")),
        edition=row.pop("pk"),
        translation_of=row.pop("translation_of") or "",
        is_behind=says is not None and says != heard,
        **row,
    )
