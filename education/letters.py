"""The letters of the library: the editor hears that an article is to be read again. No letter names the article."""

from datetime import datetime

from django.utils import timezone

from clinic import formatting
from clinic.accounts import roles
from clinic.accounts.models import User
from clinic.links import page_url
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from education.models import Article
from education.querysets import ArticleQuerySet

SOON, OVERDUE = "article.review_soon", "article.review_overdue"


def remind(*, at: datetime) -> int:
    """Write to the editor a month before an article's next review and when its day has come; return how many letters.

    Once each for every due day and person: the key of the letter keeps that promise, however often this runs.
    """
    today = timezone.localtime(at).date()
    waiting = [(SOON, article) for article in Article.objects.due_soon(today)]
    waiting += [(OVERDUE, article) for article in Article.objects.overdue(today)]
    return sum(_write(kind, article, to, at=at) for kind, article in waiting for to in _editors_of(article))


def _write(kind: str, article: Article, to: User, *, at: datetime) -> bool:
    key = f"{kind}:{article.ref}:{article.next_review_due}:{to.pk}"
    if letters.exists(key):
        return False
    letters.enqueue(kind, key=key, to=to.email, about=article, at=at)
    return True


def _editors_of(article: Article) -> list[User]:
    """The author while they work here as an editor, else every editor."""
    editors = list(User.objects.staff().active().in_role(roles.EDITOR).order_by("email"))
    return [editor for editor in editors if editor.pk == article.author_id] or editors


@letters.kind(SOON, urgency=Urgency.REMINDER)
def _soon(letter: Letter, at: datetime) -> letters.Message | None:
    return _told(letter, "education/review_soon", Article.objects.due_soon(timezone.localtime(at).date()))


@letters.kind(OVERDUE, urgency=Urgency.REMINDER)
def _overdue(letter: Letter, at: datetime) -> letters.Message | None:
    return _told(letter, "education/review_overdue", Article.objects.overdue(timezone.localtime(at).date()))


def _told(letter: Letter, template: str, still: ArticleQuerySet) -> letters.Message | None:
    """Say it, unless the article was read again or archived meanwhile."""
    article = still.filter(ref=letter.about_ref).first()
    if article is None or article.next_review_due is None or f":{article.next_review_due}:" not in letter.key:
        return None
    url = page_url("admin:education_article_review", article.ref)
    return letters.render(template, {"url": url, "day": formatting.day(article.next_review_due)})
