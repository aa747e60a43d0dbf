"""A translation follows its original: whether it says what that says today, and somebody's word that it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from education.models import Article, Edition
from education.services import shelves
from education.services.errors import ArticleError, StaleArticleError
from education.services.writing import lock, may_write

if TYPE_CHECKING:
    from clinic.accounts.models import User


@dataclass(frozen=True)
class OriginalNow:
    """What the original says now: its edition, and what it said when it was translated, where that is known."""

    edition: Edition
    before: Mapping[str, Any] | None
    is_newer: bool


def original_now(article: Article) -> OriginalNow | None:
    """Return how a translation stands to its original; None for an article that translates none.

    The original is what its readers have before them; one that nobody can read yet, its newest version.
    """
    original = article.translation_of
    if original is None:
        return None
    edition = original.published or original.editions.first()
    if edition is None:
        return None
    heard = original.editions.filter(digest=article.translated_from).only("document").first()
    return OriginalNow(edition, heard.document if heard else None, edition.digest != article.translated_from)


@audited_transaction()
def follow_original(article: Article, *, seen: str, by: "User", at: datetime) -> None:
    """Say that a translation says what its original says in the words whose digest is `seen`.

    Raises ArticleError for an article that translates none, StaleArticleError when the original has changed again,
    and PermissionDenied for anyone who may not write.
    """
    may_write(by)
    locked = lock(article)
    now = original_now(locked)
    if now is None:
        raise ArticleError(_("This article is not a translation."))
    if now.edition.digest != seen:
        raise StaleArticleError(_("The original changed again. Read its new version first."))
    if not now.is_newer:
        return
    locked.translated_from = seen
    locked.save(update_fields=["translated_from"])
    shelves.forget_shelf()
    audit.record("article.followed", on=locked, by=by, at=at, number=now.edition.number)
