"""What waits for a practitioner: one open case a patient, and what the schedule said of the visit ahead."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.text import new_reference
from intake.record.fields import TierField
from intake.record.models import Intake
from intake.review.querysets import CaseQuerySet

# Where no visit is ahead: later than any, so that the queue stays one walk along an index.
NO_VISIT = datetime(3000, 1, 1, tzinfo=UTC)
# And where nobody has shown who the form is about: behind everybody of the same tier whom we know.
NOBODYS = NO_VISIT + timedelta(days=1)


class NextVisit(models.Model):
    """The next visit of a patient, as the diary told it; nothing else of the diary is known here."""

    patient = models.OneToOneField("accounts.Patient", models.PROTECT, primary_key=True, related_name="+")
    at = models.DateTimeField()
    # With whom, where the schedule said so.
    practitioner = models.ForeignKey("accounts.Practitioner", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("next visit")
        verbose_name_plural = _("next visits")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class Case(models.Model):
    """What waits for a practitioner about one patient (or about one form nobody has accepted yet)."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        WAITING = "waiting", _("Waiting for the patient")
        DELAYED = "delayed", _("Delayed")
        CLOSED = "closed", _("Closed")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, null=True, blank=True, related_name="cases")
    # The sitting it is about now: the newest that joined.
    intake = models.ForeignKey(Intake, models.PROTECT, related_name="cases")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    tier = TierField()
    # Whether an emergency of it is open: the queue shows those before any that a practitioner has closed.
    is_alarmed = models.BooleanField(default=False, db_default=False)
    opened_at = models.DateTimeField()
    # The wait the queue counts: since it was opened, or opened again.
    waiting_since = models.DateTimeField()
    # The patient's next visit, NO_VISIT where there is none (services.visit_ahead).
    visit_at = models.DateTimeField(default=NO_VISIT)
    delayed_until = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # Who closed it, with a decision or because none was needed; empty where a form joined another case.
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    claimed_until = models.DateTimeField(null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        default_permissions = ("view",)
        permissions = [("decide_case", _("Can decide a case and log calls"))]
        indexes = [
            models.Index(
                F("state"),
                F("tier").desc(),
                F("is_alarmed").desc(),
                F("visit_at"),
                F("waiting_since"),
                F("id"),
                name="case_queue",
            ),
            models.Index(F("state"), F("closed_at").desc(), F("id").desc(), name="case_closed"),
        ]
        constraints = [
            models.UniqueConstraint(
                F("patient"),
                condition=~Q(state="closed") & Q(patient__isnull=False),
                name="one_open_case_a_patient",
            ),
            models.UniqueConstraint(F("intake"), condition=~Q(state="closed"), name="one_open_case_a_sitting"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) | (~Q(state="closed") & Q(closed_at=None)),
                name="closed_case_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="delayed", delayed_until__isnull=False)
                | (~Q(state="delayed") & Q(delayed_until=None)),
                name="delayed_case_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.intake.reference

    @property
    def next_visit(self) -> datetime | None:
        """When the patient comes next, if the diary knows of a visit."""
        return self.visit_at if self.visit_at < NO_VISIT else None
