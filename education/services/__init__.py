"""The verbs of the library: write, send, approve, return, publish, archive, move, load, follow. Each a transaction."""

from education.services.errors import ArticleError, StaleArticleError
from education.services.following import follow_original
from education.services.loading import LoadedLibrary, load_library
from education.services.publishing import archive, publish, publish_due, unschedule
from education.services.reviewing import approve, return_to_author, writers
from education.services.shelves import Shelved, all_editions, articles_for, editions_of, forget_shelf, shelf, shelf_mark
from education.services.writing import change_slug, save, save_reference, send_for_review

__all__ = [
    "ArticleError",
    "LoadedLibrary",
    "Shelved",
    "StaleArticleError",
    "all_editions",
    "approve",
    "archive",
    "articles_for",
    "change_slug",
    "editions_of",
    "follow_original",
    "forget_shelf",
    "load_library",
    "publish",
    "publish_due",
    "return_to_author",
    "save",
    "save_reference",
    "send_for_review",
    "shelf",
    "shelf_mark",
    "unschedule",
    "writers",
]
