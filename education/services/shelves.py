"""What stands on the shelf: every published article with its address, remembered by each process for a few seconds.

Related articles, previous and next, the lists on other rooms' pages and in letters are drawn from it without a query.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.cache import caches
from django.db import transaction
from django.db.models import F
from django.urls import reverse

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

    @property
    def path(self) -> str:
        return reverse("education:article", args=[self.slug])


def shelf() -> tuple[Shelved, ...]:
    """Return what is published, in the order of the list; some seconds old at most."""
    articles: tuple[Shelved, ...] | None = caches["process"].get(_KEY)
    if articles is None:
        articles = _read()
        caches["process"].set_many({_KEY: articles, _MARK: _mark_of(articles)}, _SECONDS)
    return articles


def shelf_mark() -> str:
    """Return a short mark of all that stands on the shelf: another shelf has another mark."""
    mark: str | None = caches["process"].get(_MARK)
    return mark or _mark_of(shelf())


def articles_for(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return title and path of the published articles that help with any of these rule codes.

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
    rows = Edition.objects.published().annotate(key=F("published_as__key"))
    names = ("key", "slug", "title", "summary", "topics", "position", "minutes", "next_review_due", "at")
    return tuple(
        Shelved(topics=tuple(row.pop("topics")), codes=tuple(row.pop("rule_codes")), edition=row.pop("pk"), **row)
        for row in rows.values("pk", "rule_codes", *names)
    )
