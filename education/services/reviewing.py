"""The review: a practitioner approves an article or returns it. Nobody approves what they wrote themselves."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.audit.transaction import audited_transaction
from education.documents import cited, document_of, problems
from education.linter import lint
from education.models import Article, Edition, Reference
from education.services.errors import ArticleError
from education.services.writing import freeze, lock, require_seen

if TYPE_CHECKING:
    from clinic.accounts.models import User

# Health texts are read again every year; the reviewer may choose an earlier day.
REVIEWED_EVERY = timedelta(days=365)


@audited_transaction()
def approve(
    article: Article,
    *,
    seen: str,
    by: "User",
    at: datetime,
    reason: str = "",
    next_review: date | None = None,
) -> Edition:
    """Approve the words whose digest is `seen`; they are what will be published, whatever is written afterwards.

    `next_review` is when they are to be read again, in a year if not said. Raises PermissionDenied for anyone but a
    practitioner and for whoever wrote any of it, StaleArticleError when it says something else by now, and
    ArticleError when there are warnings and no reason.
    """
    may_review(by)
    locked = _in_review(article)
    if by.pk in writers(locked):
        raise PermissionDenied
    document = document_of(locked)
    require_seen(document, seen)
    if wrong := problems(document):
        raise ArticleError(" ".join(wrong))
    warnings = len(lint(document, language=locked.language))
    if warnings and not reason.strip():
        raise ArticleError(
            _("There are warnings. Say in a sentence why the article can stay as it is."), about="reason"
        )
    today = timezone.localtime(at).date()
    due = next_review or today + REVIEWED_EVERY
    if not today < due <= today + 2 * REVIEWED_EVERY:
        raise ArticleError(_("Choose a date for the next review within two years from now."), about="next_review")
    edition = freeze(
        locked,
        Edition.Kind.APPROVED,
        document,
        by=by,
        at=at,
        reviewer=by,
        reason=reason.strip(),
        reviewed_on=today,
        due_on=due,
    )
    locked.state, locked.approved = Article.State.APPROVED, edition
    locked.save(update_fields=["state", "approved"])
    audit.record("article.approved", on=locked, by=by, at=at, number=edition.number, warnings=warnings)
    return edition


@audited_transaction()
def return_to_author(article: Article, *, seen: str, reason: str, by: "User", at: datetime) -> Edition:
    """Give the article back with a reason; it is a draft again. Raises as `approve` does, and without a reason."""
    may_review(by)
    locked = _in_review(article)
    document = document_of(locked)
    require_seen(document, seen)
    if not reason.strip():
        raise ArticleError(_("Say in a sentence what needs to change."), about="reason")
    locked.state = Article.State.DRAFT
    locked.save(update_fields=["state"])
    edition = freeze(locked, Edition.Kind.RETURNED, document, by=by, at=at, reviewer=by, reason=reason.strip())
    audit.record("article.returned", on=locked, by=by, at=at, number=edition.number)
    return edition


def writers(article: Article) -> set[str]:
    """Return the keys of everybody who wrote any of what is not published yet, its author among them."""
    written = Q(kind__in=(Edition.Kind.SAVED, Edition.Kind.SENT), made_by__isnull=False)
    since = article.published
    editions = article.editions.filter(written, number__gt=since.number if since else 0)
    sources = Reference.objects.filter(key__in=cited(document_of(article)), changed_by__isnull=False)
    if since is not None:
        sources = sources.filter(changed_at__gt=since.at)
    writers = {*editions.values_list("made_by", flat=True), *sources.values_list("changed_by", flat=True)}
    return {str(key) for key in (*writers, article.author_id, article.changed_by_id) if key}


def may_review(by: "User") -> None:
    if not (roles.is_practitioner(by) and by.has_perm("education.approve_article")):
        raise PermissionDenied


def _in_review(article: Article) -> Article:
    locked = lock(article)
    if locked.state != Article.State.REVIEW:
        raise ArticleError(_("This article is not in review."))
    return locked
