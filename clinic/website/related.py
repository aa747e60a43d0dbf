"""What the front pages offer to read: cards of published articles. Nothing is offered while nothing is published."""

from collections.abc import Iterable
from dataclasses import dataclass

from education import services


@dataclass(frozen=True)
class ArticleCard:
    """An article as a card shows it."""

    title: str
    summary: str
    path: str
    minutes: int
    language: str


def articles(keys: Iterable[str]) -> list[ArticleCard]:
    """Return the cards of these articles in this order, each in the spoken language where it has an edition in it.

    One that is not public is left out.
    """
    shelf = {article.original: article for article in services.shelf()}
    articles = [shelf[key] for key in keys if key in shelf]
    return [
        ArticleCard(edition.title, edition.summary, edition.path, edition.minutes, edition.language)
        for edition in articles
    ]
