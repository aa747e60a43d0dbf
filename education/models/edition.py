"""A frozen state of an article. Never changed, never removed: triggers on both databases refuse it."""

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from education.querysets import EditionQuerySet


class Edition(models.Model):
    """One step in an article's life with everything it said then. A published one carries its finished HTML too."""

    class Kind(models.TextChoices):
        SAVED = "saved", _("Saved")
        SENT = "sent", _("Sent for review")
        RETURNED = "returned", _("Changes requested")
        APPROVED = "approved", _("Approved")
        PUBLISHED = "published", _("Published")

    article = models.ForeignKey("education.Article", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind)
    document = models.JSONField()
    # SHA-256 of the document: two states with one digest say the same.
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("when"))
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("reason"), max_length=2000, blank=True)

    # Of a published edition: what lists, search and feed need without opening the document.
    title = models.CharField(max_length=80)
    summary = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=100)
    topics = models.JSONField(default=list)
    rule_codes = models.JSONField(default=list)
    minutes = models.PositiveSmallIntegerField(default=0)
    last_reviewed = models.DateField(null=True)
    next_review_due = models.DateField(null=True)
    # The finished page: see education.rendering. Empty unless published.
    rendered = models.JSONField(default=dict)
    # The words of the page without marks, a paragraph a line, for the search.
    plain = models.TextField(blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        default_permissions = ()
        ordering = ["article", "-number"]
        constraints = [models.UniqueConstraint(F("article"), F("number"), name="edition_number_is_unique")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.number}"
