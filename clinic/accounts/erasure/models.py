"""The request and its answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.text import new_reference


class ErasureQuerySet(models.QuerySet["ErasureRequest"]):
    """What was asked for."""

    def open(self) -> "ErasureQuerySet":
        """Return what nobody has answered and the patient has not taken back, the oldest first."""
        return self.filter(closed_at=None).order_by("asked_at", "pk")


class ErasureRequest(models.Model):
    """One request of one patient, open until it is answered or taken back. Nothing medical stands in it."""

    class Outcome(models.TextChoices):
        ERASED = "erased", _("Erased what the law allows")
        PARTLY = "partly", _("Erased a part; the rest is kept")
        KEPT = "kept", _("Kept, because the law requires it")
        TAKEN_BACK = "taken_back", _("Taken back by the patient")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey(
        "accounts.Patient", models.PROTECT, related_name="erasure_requests", verbose_name=_("patient")
    )
    asked_at = models.DateTimeField(_("asked"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    # What the administrator writes to the patient, sealed: it may speak of what is kept.
    words = SealedJSONField(default=dict, editable=False)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        app_label = "accounts"
        verbose_name = _("erasure request")
        verbose_name_plural = _("erasure requests")
        ordering = ("-asked_at", "-pk")
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["patient"], condition=Q(closed_at=None), name="one_open_erasure_request_a_patient"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, outcome="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
                name="closed_erasure_request_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def answer(self) -> str:
        """What the administrator wrote to the patient."""
        return str(self.words.get("answer", ""))
