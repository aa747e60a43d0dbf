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


def articles(slugs: Iterable[str]) -> list[ArticleCard]:
    """Return the cards of these articles in this order; one that is not public is left out."""
    shelf = {article.slug: article for article in services.shelf()}
    articles = [shelf[slug] for slug in slugs if slug in shelf]
    return [ArticleCard(article.title, article.summary, article.path, article.minutes) for article in articles]
