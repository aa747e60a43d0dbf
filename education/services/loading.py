"""Loading the articles that ship with the house: into clinical review, never over what a clinic has edited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from clinic import audit
from clinic.audit.transaction import audited_transaction
from education.documents import REFERENCE, digest, document_of
from education.files import Library, Shipped
from education.models import Article, Edition, Redirect, Reference
from education.services.writing import freeze, write

if TYPE_CHECKING:
    from clinic.accounts.models import User


@dataclass
class LoadedLibrary:
    """What a loading did, by article: keys, in the order of the list."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    # Edited here: left as they are, whether or not the file says something new.
    kept: list[str] = field(default_factory=list)
    # Not brought back: archived here, its address is another article's, or its original is not here.
    left_out: list[str] = field(default_factory=list)
    # References somebody edited here.
    kept_references: list[str] = field(default_factory=list)


@audited_transaction()
def load_library(library: Library, *, at: datetime, by: "User | None" = None) -> LoadedLibrary:
    """Bring the shipped articles in: new ones and new versions wait for a practitioner, and nothing becomes public.

    All of it or nothing. A working copy that no longer says what its file said when it was loaded is the clinic's own
    and is left alone. `by` is who brings them (nobody: they came with the house). Loading twice changes nothing.
    """
    articles = {article.key: article for article in Article.objects.select_for_update().order_by("ref")}
    documents = {key: document_of(article) for key, article in articles.items()}
    own = {key for key, article in articles.items() if digest(documents[key]) != article.from_file_hash}
    loaded = LoadedLibrary(kept_references=_references(library.references, by=by, at=at))
    originals = {shipped.key: shipped.digest for shipped in library.articles}
    fresh: list[tuple[Article, Shipped]] = []
    for shipped in library.articles:
        article = articles.get(shipped.key)
        if shipped.original and shipped.original not in articles:
            loaded.left_out.append(shipped.key)
            continue
        list_of(loaded, article, shipped, documents.get(shipped.key), own).append(shipped.key)
        if shipped.key in loaded.added:
            article = articles[shipped.key] = _new(shipped, articles.get(shipped.original), by=by, at=at)
        if article is not None and shipped.key in (*loaded.added, *loaded.updated):
            article.translated_from = originals.get(shipped.original, "")
            fresh.append((article, shipped))
            _bring(article, shipped, by=by, at=at)
        elif article is not None and shipped.original and shipped.key in loaded.unchanged:
            # Its words stay, and its file says that they are those of the original as it ships now.
            Article.objects.filter(pk=article.pk).update(translated_from=originals[shipped.original])
    for article, shipped in fresh:
        article.related.set(Article.objects.filter(key__in=shipped.document["related"]))
    editions = [_send(article, shipped, by=by, at=at) for article, shipped in fresh]
    for edition in editions:
        audit.record("article.loaded", on=edition.article, by=by, at=at, number=edition.number)
    return loaded


def list_of(
    loaded: LoadedLibrary, article: Article | None, shipped: Shipped, documents: Mapping[str, Any] | None, own: set[str]
) -> list[str]:
    """Return the list of the report in which an article belongs."""
    if article is None:
        is_taken = (
            Redirect.objects.filter(old_slug=shipped.key).exists() or Article.objects.filter(slug=shipped.key).exists()
        )
        return loaded.left_out if is_taken else loaded.added
    if documents is not None and digest(documents) == shipped.digest:
        return loaded.unchanged
    if shipped.key in own:
        return loaded.kept
    return loaded.left_out if article.state == Article.State.ARCHIVED else loaded.updated


def _new(shipped: Shipped, original: Article | None, *, by: "User | None", at: datetime) -> Article:
    return Article(
        key=shipped.key,
        slug=shipped.key,
        language=shipped.language,
        translation_of=original,
        author=by,
        changed_by=by,
        changed_at=at,
    )


def _bring(article: Article, shipped: Shipped, *, by: "User | None", at: datetime) -> None:
    article.state, article.approved, article.publish_at = Article.State.REVIEW, None, None
    article.changed_by, article.changed_at, article.from_file_hash = by, at, shipped.digest
    write(article, shipped.document)


def _send(article: Article, shipped: Shipped, *, by: "User | None", at: datetime) -> Edition:
    return freeze(article, Edition.Kind.SENT, document_of(article), by=by, at=at)


def _references(shipped: Mapping[str, Mapping[str, Any]], *, by: "User | None", at: datetime) -> list[str]:
    """Write the shipped references; return the keys of those somebody edited here, which stay as they are."""
    existing = Reference.objects.in_bulk()
    kept_keys = []
    for key, row in shipped.items():
        now, reference = digest(row), existing.get(key)
        if reference is None:
            Reference.objects.create(key=key, **row, changed_by=by, changed_at=at, from_file_hash=now)
        elif (says := digest({name: getattr(reference, name) for name in REFERENCE})) == now:
            continue
        elif says != reference.from_file_hash:
            kept_keys.append(key)
        else:
            changed = {**row, "changed_by": by, "changed_at": at, "from_file_hash": now}
            Reference.objects.filter(key=key).update(**changed)
    return kept_keys
