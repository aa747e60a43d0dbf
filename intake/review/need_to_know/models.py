"""Why somebody opened the record of a person who is not theirs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField


class ReadingReason(models.Model):
    """One reason, good for one person (or for a form nobody has accepted yet) until its time is over. Never edited."""

    class Code(models.TextChoices):
        COVER = "cover", _("I cover for a colleague")
        OPINION = "opinion", _("I was asked for a second opinion")
        ALERT = "alert", _("An emergency or an alert")
        QUALITY = "quality", _("A quality review")
        OTHER = "other", _("Another reason")

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey("review.Case", models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=10, choices=Code.choices)
    # What was written beside another reason: it may speak of health, so it is sealed and stands in no log.
    words = SealedJSONField(null=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("reason to read")
        verbose_name_plural = _("reasons to read")
        default_permissions = ()
        indexes = [models.Index(fields=["by", "-until"], name="reading_reason_in_force")]
        constraints = [
            models.CheckConstraint(
                condition=Q(patient__isnull=False, case=None) | Q(patient=None, case__isnull=False),
                name="reading_reason_is_about_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.at:%Y-%m-%d}"
