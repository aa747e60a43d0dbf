"""System checks: articles that should have been read again, and shipped files that cannot be loaded."""

from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register
from django.db import DatabaseError, connection
from django.utils import timezone

from education import files
from education.models import Article


@register()
def articles_are_read_again(**_kwargs: Any) -> list[CheckMessage]:
    """Each published article whose review is overdue; nothing where no database is, or none with tables yet."""
    today = timezone.localdate()
    try:
        overdue = list(Article.objects.overdue(today).values_list("slug", "next_review_due")) if _has_database() else []
    except DatabaseError:
        return []
    return [
        Warning(
            f"The review of the article {slug} was due on {due}.",
            hint="An editor sends it for review in the admin, a practitioner approves it, and it is published again.",
            id="education.W001",
        )
        for slug, due in overdue
    ]


@register()
def the_library_can_be_loaded(**_kwargs: Any) -> list[CheckMessage]:
    """The files that ship with the house are whole."""
    try:
        sentences = list(files.mistakes(files.read()))
    except files.LibraryError as wrong:
        sentences = [str(wrong)]
    hint = "Correct the file in education/library; manage.py load_library --check reads them all."
    return [Error(sentence, hint=hint, id="education.E001") for sentence in sentences]


def _has_database() -> bool:
    """To ask SQLite is to make its file: a check leaves nothing behind."""
    name = str(connection.settings_dict["NAME"])
    return connection.vendor != "sqlite" or "memory" in name or Path(name).exists()
