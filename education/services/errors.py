"""Sentences a person can act on."""

from typing import Any


class ArticleError(Exception):
    """A deed cannot be done; the sentence says why, `about` names the field it is about, if it is one."""

    def __init__(self, sentence: Any, *, about: str = "") -> None:
        super().__init__(str(sentence))
        self.about = about


class StaleArticleError(ArticleError):
    """The article changed after this person opened the page."""
