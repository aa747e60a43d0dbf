"""What a trial found, and who signed for a candidate. Both append-only; neither is part of any case."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from intake.screening.trial import Tally, tally_of


class RuleTrial(models.Model):
    """One run of the release's rules and a candidate's over the forms that were stored. Never edited."""

    version = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    active_version = models.CharField(max_length=20)
    forms = models.PositiveIntegerField()
    # Forms that one of the two could not screen: a candidate that fails is not signed.
    failed = models.PositiveIntegerField()
    # Whether every stored form was read, or the newest alone.
    is_whole = models.BooleanField()
    # Which flags and tiers would change, and on which cases: sealed, it tells of single persons.
    result = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("rule trial")
        verbose_name_plural = _("rule trials")
        default_permissions = ()
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["digest", "-at"], name="trial_of_candidate")]

    def __str__(self) -> str:
        return f"{self.version} {self.at:%Y-%m-%d}"

    @property
    def tally(self) -> Tally:
        """The result, as it was counted."""
        return tally_of(self.result, forms=self.forms, failed=self.failed)


class RuleSignature(models.Model):
    """A practitioner signed for a candidate as it was: the digest says which. Never edited."""

    version = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("signature for rules")
        verbose_name_plural = _("signatures for rules")
        default_permissions = ()
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint("digest", "by", name="one_signature_a_person")]

    def __str__(self) -> str:
        return f"{self.version} {self.at:%Y-%m-%d}"
