"""Articles are read again: a letter a month before and one when the day has come, a list, and a system check."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError

from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.outbox import delivery
from clinic.outbox.models import Letter
from education import checks, files, jobs, letters, services
from education.models import Article
from education.querysets import ArticleQuerySet
from tests.education.drafts import approve, begun, fresh, through

YEAR = timedelta(days=365)
DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(edda: User, noor: User, now: datetime) -> Article:
    """Published, its next review due in a year."""
    return through(begun(by=edda, at=now), editor=edda, practitioner=noor, at=now)


def kinds() -> list[str]:
    return list(Letter.objects.filter(kind__startswith="article.").order_by("id").values_list("kind", flat=True))


def test_one_letter_a_month_before_and_one_when_the_day_has_come(article: Article, edda: User, now: datetime) -> None:
    assert letters.remind(at=now + YEAR - 31 * DAY) == 0
    assert letters.remind(at=now + YEAR - 30 * DAY) == 1
    jobs.remind(now + YEAR - 29 * DAY)
    jobs.remind(now + YEAR - 1 * DAY)
    assert kinds() == ["article.review_soon"]
    jobs.remind(now + YEAR)
    jobs.remind(now + YEAR + 20 * DAY)
    assert kinds() == ["article.review_soon", "article.review_overdue"]
    assert set(Letter.objects.filter(kind__startswith="article.").values_list("to", flat=True)) == {edda.email}


def test_the_letter_names_no_article_and_leads_to_its_page(article: Article, now: datetime) -> None:
    Article.objects.filter(pk=article.pk).update(title="Xanthippe\u2028Bcc: x@example.org")
    letters.remind(at=now + YEAR)
    delivery.send_next(at=now + YEAR)
    (sent,) = mail.outbox
    assert sent.subject == "An article review is overdue"
    assert "Wed, Mar 3, 2027" in str(sent.body)
    assert f"/admin/education/article/{article.pk}/review/" in str(sent.body)
    assert "Xanthippe" not in f"{sent.subject} {sent.body}"


def test_a_letter_about_what_was_done_meanwhile_is_not_sent(
    article: Article, edda: User, noor: User, now: datetime
) -> None:
    letters.remind(at=now + YEAR)
    services.send_for_review(article, by=edda, at=now + YEAR)
    approve(article, by=noor, at=now + YEAR)
    services.publish(article, by=edda, at=now + YEAR)
    delivery.send_next(at=now + YEAR)
    assert mail.outbox == []
    assert Letter.objects.get(kind="article.review_overdue").state == Letter.State.SKIPPED
    assert letters.remind(at=now + 2 * YEAR) == 1


def test_every_editor_hears_of_an_article_whose_author_has_left(
    article: Article, edda: User, ada: User, now: datetime
) -> None:
    for name in ("egon", "eva"):
        accounts.invite(email=f"{name}@clinic.example", name=name.title(), role="editor", by=ada, at=now)
    assert letters.remind(at=now + YEAR - 30 * DAY) == 1
    accounts.deactivate(edda, by=ada, at=now)
    assert letters.remind(at=now + YEAR) == 2
    told = Letter.objects.filter(kind="article.review_overdue").values_list("to", flat=True)
    assert set(told) == {"egon@clinic.example", "eva@clinic.example"}


@pytest.mark.parametrize(("days", "overdue", "soon"), [(-31, 0, 0), (-30, 0, 1), (-1, 0, 1), (0, 1, 0), (9, 1, 0)])
def test_a_review_is_due_on_its_day(article: Article, today: date, days: int, overdue: int, soon: int) -> None:
    on = today + YEAR + timedelta(days=days)
    assert (Article.objects.overdue(on).count(), Article.objects.due_soon(on).count()) == (overdue, soon)


def test_what_patients_cannot_read_is_never_overdue(article: Article, edda: User, today: date, now: datetime) -> None:
    services.archive(article, by=edda, at=now)
    assert fresh(article).next_review_due == today + YEAR
    assert not Article.objects.overdue(today + 2 * YEAR).exists()


def test_the_system_check_names_what_is_overdue(article: Article, monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    assert checks.articles_are_read_again() == []
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: today + YEAR)
    (told,) = checks.articles_are_read_again()
    assert (told.id, "a-first-article" in told.msg, "2027-03-03" in told.msg) == ("education.W001", True, True)
    assert told.hint


def test_the_system_check_is_silent_where_no_database_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(self: ArticleQuerySet, on: date) -> ArticleQuerySet:
        raise DatabaseError

    monkeypatch.setattr(ArticleQuerySet, "overdue", away)
    monkeypatch.setattr(checks, "_has_database", lambda: True)
    assert checks.articles_are_read_again() == []


def test_the_system_check_tells_of_files_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.the_library_can_be_loaded() == []

    def broken() -> files.Library:
        raise files.LibraryError("x.toml: broken")

    monkeypatch.setattr(files, "read", broken)
    (told,) = checks.the_library_can_be_loaded()
    assert (told.id, told.msg, told.is_serious()) == ("education.E001", "x.toml: broken", True)
