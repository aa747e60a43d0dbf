"""An emergency: the alert, who was told of it, and the calls to the patient."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Patient
from clinic.encryption import SealedJSONField
from clinic.text import new_reference
from intake.record.models import Intake
from intake.review.models.case import Case
from intake.review.querysets import AlertQuerySet


class Alert(models.Model):
    """An emergency answer was given. It stays until a practitioner closes it with a call log."""

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="alerts")
    intake = models.ForeignKey(Intake, models.PROTECT, related_name="alerts")
    raised_at = models.DateTimeField()
    # Another emergency answer while this one was open: counted, so that each sends its own letter.
    times = models.PositiveSmallIntegerField(default=1)
    last_at = models.DateTimeField()
    # "Tapped by mistake": the answer was changed at this time. The alert stays.
    changed_at = models.DateTimeField(null=True, blank=True)
    # How many people of the list were told, and when the last was (unanswered for 15 minutes: the next).
    told = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("emergency alert")
        verbose_name_plural = _("emergency alerts")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(F("intake"), condition=Q(closed_at=None), name="one_open_alert_a_sitting"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_by__isnull=False), name="only_a_person_closes_an_alert"
            ),
        ]

    def __str__(self) -> str:
        return self.intake.reference

    @property
    def person(self) -> Patient | Intake:
        """Who is called: as the record knows them, or as the form does while it is nobody's."""
        return self.intake.patient or self.intake

    @property
    def version(self) -> str:
        """How often it was given and whether it was changed since: who closes it names what they have read."""
        return f"{self.times}.{self.changed_at.timestamp() if self.changed_at else 0:.0f}"


class AlertTold(models.Model):
    """Who was told of an alert, and when. By which channels, and what came of each, the letters of `deed` say."""

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="tellings")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    deed = models.CharField(max_length=150)

    class Meta:
        verbose_name = _("alert sent")
        verbose_name_plural = _("alerts sent")
        default_permissions = ()
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class CallLog(models.Model):
    """A call about an alert: what came of it, who made it, when. Never edited."""

    class Outcome(models.TextChoices):
        REACHED = "reached", _("Reached")
        ADVISED = "advised", _("Reached, advice given")
        VOICEMAIL = "voicemail", _("Voicemail left")
        NOT_REACHED = "not_reached", _("Not reached")

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="calls")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    words = SealedJSONField(editable=False)
    closes = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        default_permissions = ("view",)
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.at:%Y-%m-%d}"

    @property
    def note(self) -> str:
        return str(self.words.get("note", ""))
