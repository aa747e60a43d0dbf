"""The sealed answers of a sitting, one document a revision (decision 2)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.languages import SOURCE

if TYPE_CHECKING:
    pass
from intake.record.models.intake import Intake


class Answers(models.Model):
    """One revision of what was answered: a draft while `frozen_at` is empty, evidence afterwards.

    The document holds `raw` (as typed, by question code), `screens` (code → version and time of its last save),
    `under` (code → version of the questionnaire it was last answered under, where that is not the sitting's own),
    `clean` (the valid answers, once frozen), `unanswered`, and `events` (an emergency shown, an answer changed).
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="answers")
    revision = models.PositiveSmallIntegerField(default=1)
    document = SealedJSONField(editable=False)
    saved_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True, blank=True)
    # The practitioner who first opened it after it was sent; empty: nobody has read it.
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("answers")
        verbose_name_plural = _("answers")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint("intake", "revision", name="one_row_a_revision"),
            models.UniqueConstraint(F("intake"), condition=Q(frozen_at=None), name="one_draft_a_sitting"),
        ]

    def __str__(self) -> str:
        return f"{self.intake_id}/{self.revision}"

    @property
    def raw(self) -> dict[str, Any]:
        return dict(self.document.get("raw", {}))

    @property
    def valid(self) -> dict[str, Any]:
        return dict(self.document.get("clean", {}))

    def screen_version(self, code: str) -> int:
        """Return how often this screen was saved: 0 when it never was."""
        return int(self.document.get("screens", {}).get(code, {}).get("v", 0))

    def screen_language(self, code: str) -> str:
        """Return the language in which this screen was last answered."""
        return str(self.document.get("screens", {}).get(code, {}).get("in", SOURCE.code))

    def screen_saved_at(self, code: str) -> datetime | None:
        saved_at = self.document.get("screens", {}).get(code, {}).get("at")
        return datetime.fromisoformat(saved_at) if saved_at else None
