"""The working copy of the articles, the parts they are made of, and their frozen editions."""

from education.models.article import Article, Redirect
from education.models.edition import Edition
from education.models.parts import ArticleQuestion, Claim, Guideline, Reference, Section, SideEffect

__all__ = [
    "Article",
    "ArticleQuestion",
    "Claim",
    "Edition",
    "Guideline",
    "Redirect",
    "Reference",
    "Section",
    "SideEffect",
]
