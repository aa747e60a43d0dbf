"""What somebody agreed to, and what they took back."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.languages import SOURCE

if TYPE_CHECKING:
    pass
from intake.record.models.intake import Intake


class Consent(models.Model):
    """Who agreed to which text, when. Editing the text makes a new version; this row keeps its own.

    A newer text is signed in person beside the form that is there (`intake.review.risk_sheet`). Where a parent or
    guardian signed later and alone (`intake.review.guardian`), `signed_name` is empty.
    """

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="consents")
    revision = models.PositiveSmallIntegerField()
    text_version = models.CharField(max_length=20)
    # The language it was read in, and the hash of the version and of the words in that language.
    language = models.CharField(max_length=10, default=SOURCE.code, db_default=SOURCE.code)
    text_hash = models.CharField(max_length=64)
    signed_name = models.CharField(max_length=200, blank=True)
    guardian_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["intake", "revision", "text_version"],
                condition=~Q(signed_name="") | Q(guardian_name=""),
                name="one_patients_consent_a_revision_and_text",
            ),
            models.UniqueConstraint(
                fields=["intake", "revision", "text_version"],
                condition=Q(signed_name="") & ~Q(guardian_name=""),
                name="one_guardian_alone_a_revision_and_text",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text_version} {self.at:%Y-%m-%d}"


class ConsentChange(models.Model):
    """Consent to needles was withdrawn, or given again in person. Never edited; triggers refuse it.

    The newest row on a person's records counts. No form gives it again: a practitioner hears it in person.
    """

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="consent_changes")
    is_given = models.BooleanField()
    # Why, in the words of whoever wrote it down: sealed.
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("change of consent")
        verbose_name_plural = _("changes of consent")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def reason(self) -> str:
        return str(self.words.get("reason", ""))


class OwnConsent(models.Model):
    """A practitioner found that somebody of 15 to 17 may consent alone, or took that back (decision 42). Never edited;
    triggers refuse it.

    The newest row on a person's records counts, until they are 18.
    """

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="own_consents")
    is_allowed = models.BooleanField()
    # Why, in the words of the practitioner: sealed.
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("consent of a minor alone")
        verbose_name_plural = _("consents of minors alone")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def reason(self) -> str:
        return str(self.words.get("reason", ""))


class OutcomeChoice(models.Model):
    """Whether a person wants to be asked for numbers at visits 4, 8 and 12. The newest row counts."""

    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="outcome_choices")
    is_asked = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("choice about questions over time")
        verbose_name_plural = _("choices about questions over time")
        default_permissions = ()
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
