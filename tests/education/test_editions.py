"""Editions are never changed and never removed, on either database; and the database keeps the workflow's promises."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from clinic.accounts.models import User
from clinic.audit.triggers import missing
from education.models import Article, Edition, Section
from tests.education.drafts import begun, through

pytestmark = pytest.mark.django_db


def _refused(do: Callable[[], Any]) -> bool:
    try:
        with transaction.atomic():
            do()
    except DatabaseError as refusal:
        return "append-only" in str(refusal)
    return False


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("column", [field.column for field in Edition._meta.concrete_fields])
def test_no_column_of_an_edition_can_be_updated(column: str, edda: User, now: datetime) -> None:
    begun(by=edda, at=now)
    assert _refused(lambda: sql(f'UPDATE education_edition SET "{column}" = "{column}"'))  # noqa: S608  (ours)


def test_no_edition_can_be_removed(edda: User, noor: User, now: datetime) -> None:
    article = through(begun(by=edda, at=now), editor=edda, practitioner=noor, at=now)
    assert _refused(lambda: sql("DELETE FROM education_edition WHERE kind = 'saved'"))
    assert _refused(lambda: article.editions.filter(kind="saved").delete())
    assert not missing(connection, "education_edition")
    assert article.editions.count() == 4


@pytest.mark.parametrize(
    "said",
    [
        {"state": "published", "published": None},
        {"state": "archived"},
        {"state": "draft", "publish_at": datetime.fromisoformat("2026-04-01T00:00:00+00:00")},
        {"state": "approved", "approved": None},
        {"slug": "another-article"},
    ],
)
def test_the_database_refuses_a_state_that_cannot_be(
    said: dict[str, Any], edda: User, noor: User, now: datetime
) -> None:
    article = through(begun(by=edda, at=now), editor=edda, practitioner=noor, at=now)
    begun(by=edda, at=now, slug="another-article")
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**said)


def test_records_name_themselves_without_their_words(edda: User, now: datetime) -> None:
    article = begun(by=edda, at=now)
    assert str(article.editions.get()) == f"{article.pk} 1"
    assert (str(article), str(Section.objects.get())) == ("A first article", "All of it")
