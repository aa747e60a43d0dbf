"""Publishing: approved words become the page that patients read, at once or at their hour, until they are archived."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Practitioner
from clinic.audit.transaction import audited_transaction
from education import rendering
from education.models import Article, Edition
from education.services import shelves
from education.services.errors import ArticleError
from education.services.writing import freeze, lock

if TYPE_CHECKING:
    from clinic.accounts.models import User


@audited_transaction()
def publish(article: Article, *, by: "User", at: datetime, when: datetime | None = None) -> Edition | None:
    """Publish what was approved, or choose the time for it; return the new edition, None while it waits.

    Raises ArticleError for an article that is not approved, PermissionDenied for anyone who neither writes nor reviews.
    """
    may_publish(by)
    locked = _approved(article)
    if when is None or when <= at:
        return _publish(locked, by=by, at=at)
    locked.publish_at = when
    locked.save(update_fields=["publish_at"])
    audit.record("article.scheduled", on=locked, by=by, at=at)
    return None


@audited_transaction()
def unschedule(article: Article, *, by: "User", at: datetime) -> None:
    """Take the time of publication back; the article stays approved."""
    may_publish(by)
    locked = _approved(article)
    if locked.publish_at is not None:
        locked.publish_at = None
        locked.save(update_fields=["publish_at"])
        audit.record("article.unscheduled", on=locked, by=by, at=at)


def publish_due(*, at: datetime) -> int:
    """Publish every article whose hour has come, each in a transaction of its own; return how many were."""
    waiting = list(Article.objects.to_publish(at).values_list("pk", flat=True))
    return sum(_publish_at_its_hour(pk, at=at) for pk in waiting)


@audited_transaction()
def _publish_at_its_hour(pk: str, *, at: datetime) -> bool:
    # Asked again under the lock: another clock, or an editor, may have been faster.
    locked = Article.objects.to_publish(at).select_for_update().filter(pk=pk).first()
    if locked is None:
        return False
    _publish(locked, by=None, at=at)
    return True


@audited_transaction()
def archive(article: Article, *, by: "User", at: datetime) -> Article:
    """Take an article away from patients; its working copy and its editions stay. Raises as `publish` does."""
    may_publish(by)
    locked = lock(article)
    if locked.state == Article.State.ARCHIVED:
        raise ArticleError(_("This article is already archived."))
    locked.state = Article.State.ARCHIVED
    locked.published = locked.approved = locked.publish_at = None
    locked.save(update_fields=["state", "published", "approved", "publish_at"])
    shelves.forget_shelf()
    audit.record("article.archived", on=locked, by=by, at=at)
    return locked


def may_publish(by: "User") -> None:
    """Writers and reviewers alike: what can be published was approved by a practitioner before."""
    if not (by.has_perm("education.change_article") or by.has_perm("education.approve_article")):
        raise PermissionDenied


def facts_of(article: Article, approved: Edition | None, *, at: datetime | None) -> rendering.ArticleFacts:
    """Return what stands beside the words: names as they are read today, dates as ISO texts."""
    published = Edition.objects.filter(article_id=article.pk, kind=Edition.Kind.PUBLISHED)
    first = published.order_by("number").values_list("at", flat=True).first()
    reviewer = approved.reviewer if approved else None
    treats = Practitioner.objects.select_related("user").filter(user=reviewer).first() if reviewer else None
    return rendering.ArticleFacts(
        author=article.author.get_full_name() if article.author else "",
        reviewer=str(treats or reviewer or ""),
        reviewer_licence=treats.licence if treats else "",
        last_reviewed=_iso(approved and approved.last_reviewed),
        next_review_due=_iso(approved and approved.next_review_due),
        published_at=_iso(at),
        first_published_at=_iso(first or at),
    )


def _iso(moment: object) -> str:
    return str(moment.isoformat()) if hasattr(moment, "isoformat") else ""


def _approved(article: Article) -> Article:
    locked = lock(article)
    if locked.state != Article.State.APPROVED:
        raise ArticleError(_("A practitioner must approve an article before it can be published."))
    return locked


def _publish(locked: Article, *, by: "User | None", at: datetime) -> Edition:
    """Freeze the page of the approved words, exactly those, and let patients read it."""
    approved = locked.approved
    assert approved is not None, "An approved article has an approved edition."  # noqa: S101  (a constraint says so)
    with translation.override(locked.language):
        page = rendering.render(approved.document, facts_of(locked, approved, at=at))
    edition = freeze(
        locked,
        Edition.Kind.PUBLISHED,
        approved.document,
        by=by,
        at=at,
        reviewer=approved.reviewer,
        reviewed_on=approved.last_reviewed,
        due_on=approved.next_review_due,
        minutes=page["minutes"],
        rendered=page,
        plain=rendering.plain_of(approved.document),
    )
    locked.state, locked.published, locked.publish_at = Article.State.PUBLISHED, edition, None
    locked.last_reviewed, locked.next_review_due = approved.last_reviewed, approved.next_review_due
    locked.save(update_fields=["state", "published", "publish_at", "last_reviewed", "next_review_due"])
    shelves.forget_shelf()
    audit.record("article.published", on=locked, by=by, at=at, number=edition.number)
    return edition
