"""A small article as an editor begins it, and what everybody does with it."""

from datetime import datetime

from clinic.accounts.models import User
from education import services
from education.documents import digest, document_of
from education.models import Article, Edition, Section


def begun(*, by: User, at: datetime, slug: str = "a-first-article", body: str = "Breathe out.") -> Article:
    """Return a saved draft with one section."""
    article = Article.objects.create(
        key=slug,
        slug=slug,
        title="A first article",
        summary="Short.",
        takeaways=["Breathe."],
        author=by,
        changed_by=by,
        changed_at=at,
    )
    Section.objects.create(article=article, position=10, heading="All of it", body=body)
    services.save(article, by=by, at=at)
    return fresh(article)


def rewrite(article: Article, body: str, *, by: User, at: datetime) -> Edition | None:
    """Write something else in the first section and save."""
    Section.objects.filter(article=article).update(body=body)
    return services.save(article, by=by, at=at)


def approve(article: Article, *, by: User, at: datetime, reason: str = "") -> Edition:
    """Approve what stands there now."""
    return services.approve(article, seen=seen(article), reason=reason, by=by, at=at)


def through(article: Article, *, editor: User, practitioner: User, at: datetime) -> Article:
    """Send, approve and publish."""
    services.send_for_review(article, by=editor, at=at)
    approve(article, by=practitioner, at=at)
    services.publish(article, by=editor, at=at)
    return fresh(article)


def seen(article: Article) -> str:
    return digest(document_of(article))


def fresh(article: Article) -> Article:
    """Return the article as the database has it."""
    return Article.objects.get(pk=article.pk)
