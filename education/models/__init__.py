"""The working copy of the articles, the parts they are made of, and their frozen editions."""

from education.models.article import Article, Redirect
from education.models.edition import Edition
from education.models.parts import Claim, Guideline, Question, Reference, Section, SideEffect

__all__ = [
    "Article",
    "Claim",
    "Edition",
    "Guideline",
    "Question",
    "Redirect",
    "Reference",
    "Section",
    "SideEffect",
]
