"""Questions readers and the staff ask about articles."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import F, QuerySet

if TYPE_CHECKING:
    from education.models import Article, Edition  # noqa: F401  (the names in the generic bases)

# The editor is told this long before a review is due.
SOON = timedelta(days=30)


class ArticleQuerySet(QuerySet["Article"]):
    def public(self) -> Self:
        """Those of which patients can read an edition."""
        return self.filter(published__isnull=False)

    def overdue(self, on: date) -> Self:
        """Public, and the day of their next review has come; the longest overdue comes first."""
        return self.public().filter(next_review_due__lte=on).order_by("next_review_due", "position")

    def due_soon(self, on: date) -> Self:
        """Public, and their next review is due within a month."""
        return self.public().filter(next_review_due__gt=on, next_review_due__lte=on + SOON).order_by("next_review_due")

    def to_publish(self, at: datetime) -> Self:
        """Approved, and the time chosen for their publication has come."""
        return self.filter(state="approved", publish_at__lte=at).order_by("publish_at", "ref")

    def behind_original(self) -> Self:
        """Translations that patients can read, while their original says something else to its readers by now."""
        behind = self.public().filter(translation_of__published__isnull=False)
        return behind.exclude(translated_from=F("translation_of__published__digest"))

    def in_review(self) -> Self:
        """Waiting for a practitioner."""
        return self.filter(state="review")


class EditionQuerySet(QuerySet["Edition"]):
    def published(self) -> Self:
        """What patients read now, each with `slug`, its address today; in the order of the list."""
        return (
            self.filter(published_as__isnull=False).annotate(slug=F("published_as__slug")).order_by("position", "title")
        )
