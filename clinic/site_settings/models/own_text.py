"""Texts in the clinic's own words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnText(models.Model):
    """A text the clinic wrote, in another language: found by the mark of its English words (`own_texts.mark_of`)."""

    language = models.CharField(_("language"), max_length=10)
    mark = models.CharField(max_length=64, editable=False)
    text = models.TextField(_("text"), max_length=2000)
    changed_at = models.DateTimeField(_("changed"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("text in another language")
        verbose_name_plural = _("texts in other languages")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["language", "mark"], name="one_own_text_a_language")]

    def __str__(self) -> str:
        return f"{self.mark[:8]} ({self.language})"
