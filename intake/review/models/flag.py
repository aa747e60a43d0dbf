"""A finding of the rules on a case, frozen with the answers it was found in (decision 3)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from intake.record.fields import TierField
from intake.record.models import Answers
from intake.review.models.case import Case
from intake.review.querysets import FlagQuerySet


class Flag(models.Model):
    """A finding as it stood when the answers were saved: last year's record says what the practitioner saw."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="flags")
    answers = models.ForeignKey(Answers, models.PROTECT, related_name="flags")
    code = models.CharField(max_length=40)
    tier = TierField()
    position = models.PositiveSmallIntegerField()
    ruleset = models.CharField(max_length=20)
    contact = models.CharField(max_length=20)
    # because, matched, why, action, advice, source, icd10: what the practitioner sees, sealed.
    finding = SealedJSONField(editable=False)
    raised_at = models.DateTimeField()
    # Raised by an unfinished form; replaced by frozen flags when the form is sent.
    provisional = models.BooleanField(default=False)
    # The answers no longer fire it. Only emergencies stay on the case after that.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_by = models.ForeignKey("Decision", models.PROTECT, null=True, blank=True, related_name="settled")

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        default_permissions = ("view",)
        ordering = ["-tier", "position"]
        constraints = [models.UniqueConstraint("answers", "code", name="one_flag_a_rule_a_revision")]

    def __str__(self) -> str:
        return str(self.pk)
