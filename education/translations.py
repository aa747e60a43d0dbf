"""How far the translated articles have come: a draft, checked by a native speaker, signed by a clinician.

Their states stand beside those of the other texts (clinic.translation_states), a row an article. The mark is made of
the original's words and of the translation: whoever changes either makes the article a draft again.
"""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import to_locale

from clinic.translation_states import FILE, TextState, mark_of, rows_in
from education import files
from education.files import Shipped


@dataclass(frozen=True)
class ArticleState:
    """One shipped translation: its title, what its translator notes, its state and who said so."""

    title: str
    note: str
    state: TextState
    by: str

    @property
    def is_draft(self) -> bool:
        return self.state is TextState.DRAFT

    @property
    def is_signed(self) -> bool:
        return self.state is TextState.SIGNED


def states_of_articles(language: str) -> list[ArticleState]:
    """Return the states of the articles that ship in a language, in the order of the list. Reads files."""
    rows = {row["mark"]: row for row in rows_in(Path(settings.LOCALE_PATHS[0]) / to_locale(language) / FILE)}
    return [_state(article, rows.get(mark_of_article(article), {})) for article in translations_into(language)]


def translations_into(language: str) -> list[Shipped]:
    """Return the articles that ship as translations into a language."""
    return [article for article in files.read().articles if article.original and article.language == language]


def mark_of_article(article: Shipped) -> str:
    """Return the mark of a translation, as a row of the file of states names it."""
    return mark_of("article", article.mark, (article.digest,))


def _state(article: Shipped, row: dict[str, str]) -> ArticleState:
    state = TextState(row.get("state", TextState.DRAFT))
    return ArticleState(article.document["title"], article.note, state, row.get("by", ""))
