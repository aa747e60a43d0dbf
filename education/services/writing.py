"""Writing: the working copy is saved and sent for review. Every state that said something new is frozen."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from education.documents import PARTS, digest, document_of, problems
from education.models import (
    Article,
    ArticleQuestion,
    Claim,
    Edition,
    Guideline,
    Redirect,
    Reference,
    Section,
    SideEffect,
)
from education.models.article import LONGEST_SLUG, SLUG, slug_shape
from education.services import shelves
from education.services.errors import ArticleError, StaleArticleError

if TYPE_CHECKING:
    from clinic.accounts.models import User

MODELS: Mapping[str, type[Any]] = {
    "sections": Section,
    "claims": Claim,
    "questions": ArticleQuestion,
    "side_effects": SideEffect,
    "guidelines": Guideline,
}
_SENDABLE = frozenset({Article.State.DRAFT, Article.State.PUBLISHED, Article.State.ARCHIVED})


@audited_transaction()
def save(article: Article, *, by: "User", at: datetime) -> Edition | None:
    """Freeze what the working copy says after somebody wrote in it; None when it says what it said before.

    Whatever was in review, approved or waiting for its hour goes back to being a draft: nobody has approved these
    words. What patients read stays as it is. Raises PermissionDenied for anyone who may not write.
    """
    may_write(by)
    locked = lock(article)
    document = document_of(locked)
    last = locked.editions.order_by("-number").only("digest").first()
    if last is not None and last.digest == digest(document):
        return None
    locked.state = Article.State.DRAFT
    locked.approved = locked.publish_at = None
    locked.changed_by, locked.changed_at = by, at
    locked.save(update_fields=["state", "approved", "publish_at", "changed_by", "changed_at"])
    edition = freeze(locked, Edition.Kind.SAVED, document, by=by, at=at)
    audit.record("article.saved", on=locked, by=by, at=at, number=edition.number)
    return edition


@audited_transaction()
def send_for_review(article: Article, *, by: "User", at: datetime) -> Edition:
    """Ask a practitioner to read the article; a published one too, when its next review is due.

    Raises ArticleError when it is in review already, or would not draw whole; PermissionDenied as above.
    """
    may_write(by)
    locked = lock(article)
    if locked.state not in _SENDABLE:
        raise ArticleError(_("It was already sent. A practitioner will review it or has approved it."))
    document = document_of(locked)
    if wrong := problems(document):
        raise ArticleError(" ".join(wrong))
    locked.state, locked.approved = Article.State.REVIEW, None
    locked.save(update_fields=["state", "approved"])
    edition = freeze(locked, Edition.Kind.SENT, document, by=by, at=at)
    audit.record("article.sent", on=locked, by=by, at=at, number=edition.number)
    return edition


@audited_transaction()
def change_slug(article: Article, *, slug: str, by: "User", at: datetime) -> Article:
    """Give an article another address; the old one leads to it from now on.

    Raises ArticleError for an address of another shape and for one that another article has or had.
    """
    may_write(by)
    locked = lock(article)
    if slug == locked.slug:
        return locked
    if len(slug) > LONGEST_SLUG or not re.fullmatch(SLUG, slug):
        raise ArticleError(slug_shape.message, about="slug")
    refusal = ArticleError(_("Another article uses or used this address. Choose another one."), about="slug")
    other_redirects = Redirect.objects.filter(old_slug=slug).exclude(article=locked)
    if other_redirects.exists() or Article.objects.filter(slug=slug).exists():
        raise refusal
    try:
        with transaction.atomic():
            locked.redirects.filter(old_slug=slug).delete()
            Redirect.objects.create(old_slug=locked.slug, article=locked, at=at)
            locked.slug = slug
            locked.save(update_fields=["slug"])
    except IntegrityError as wrong:  # somebody else was a moment faster
        raise refusal from wrong
    shelves.forget_shelf()
    audit.record("article.moved", on=locked, by=by, at=at)
    return locked


def lock(article: Article) -> Article:
    """Return the article as it is now, held until the transaction ends."""
    return Article.objects.select_for_update().get(pk=article.pk)


def may_write(by: "User") -> None:
    if not by.has_perm("education.change_article"):
        raise PermissionDenied


def require_seen(document: Mapping[str, Any], seen: str) -> None:
    """Raise StaleArticleError unless these are the words that somebody had before them."""
    if digest(document) != seen:
        raise StaleArticleError(
            _("The article changed after you opened this page. Read the new version, then decide again.")
        )


def freeze(
    article: Article,
    kind: str,
    document: Mapping[str, Any],
    *,
    by: "User | None",
    at: datetime,
    reviewer: "User | None" = None,
    reason: str = "",
    reviewed_on: date | None = None,
    due_on: date | None = None,
    **page: Any,
) -> Edition:
    """Write the next edition of an article that the caller has locked; `page` is what a published one has besides."""
    last = article.editions.order_by("-number").values_list("number", flat=True).first()
    return Edition.objects.create(
        article=article,
        number=(last or 0) + 1,
        kind=kind,
        document=document,
        digest=digest(document),
        made_by=by,
        at=at,
        reviewer=reviewer,
        reason=reason,
        title=document["title"],
        summary=document["summary"],
        position=document["position"],
        topics=document["topics"],
        rule_codes=document["rule_codes"],
        last_reviewed=reviewed_on,
        next_review_due=due_on,
        **page,
    )


def parts_of(article: Article, document: Mapping[str, Any]) -> list[Any]:
    """Return the parts of a document as rows of an article, not saved."""
    return [
        MODELS[part](
            article=article,
            position=10 * number,
            **{"name" if name == "id" else name: row[name] for name in fields},
        )
        for part, fields in PARTS.items()
        for number, row in enumerate(document[part], start=1)
    ]


def write(article: Article, document: Mapping[str, Any]) -> None:
    """Make the working copy say what a document says, all but its related articles, which may not be there yet."""
    for name in ("title", "summary", "position", "topics", "rule_codes", "takeaways"):
        setattr(article, name, document[name])
    article.save()
    for model in MODELS.values():
        model.objects.filter(article=article).delete()
    for row in parts_of(article, document):
        row.save(force_insert=True)


@audited_transaction()
def save_reference(reference: Reference, *, by: "User", at: datetime) -> Reference:
    """Keep a source; articles that cite it say it anew only when they are approved and published again."""
    may_write(by)
    reference.changed_by, reference.changed_at = by, at
    reference.save()
    audit.record("reference.saved", on=reference, by=by, at=at)
    return reference
