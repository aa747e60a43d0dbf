"""What the review keeps after a visit with needles: when and where they were, how the person was asked, who calls."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField
from clinic.text import new_reference
from intake.review.follow_up.querysets import CheckInQuerySet, TaskQuerySet

# Under these a lung and a cord lie.
NEAR_THE_LUNG = frozenset({"chest_upper_back", "neck_shoulder"})


class CheckIn(models.Model):
    """A visit with needles that is over, as the schedule told of it, and the question how the person is since."""

    class Ended(models.TextChoices):
        ANSWERED = "answered", _("Answered")
        CALLED = "called", _("Spoken to on the phone")
        NOT_WANTED = "not_wanted", _("No check-ins wanted")
        IN_ERROR = "in_error", _("Visit entered in error")
        NO_NEEDLES = "no_needles", _("No needles were used")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="check_ins")
    # How the schedule knows the visit; nothing else of it is known here.
    visit_ref = models.CharField(max_length=16, unique=True)
    needled_at = models.DateTimeField()
    # Where the needles were, by the codes of `visit_areas`, sealed; null: nobody wrote it down.
    areas = SealedJSONField(null=True, blank=True, editable=False)
    is_first = models.BooleanField(default=False)
    was_held = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    called_for_at = models.DateTimeField(null=True, blank=True)
    # The form with the answer, the newest where somebody told us more than once.
    intake = models.ForeignKey("record.Intake", models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_how = models.CharField(max_length=10, choices=Ended, blank=True)

    objects = CheckInQuerySet.as_manager()

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        default_permissions = ()
        ordering = ["-needled_at", "-id"]
        indexes = [
            models.Index(fields=["patient", "-needled_at"], name="check_in_of_patient"),
            models.Index(fields=["needled_at"], name="check_in_due", condition=Q(ended_at=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_how="") | (Q(ended_at__isnull=False) & ~Q(ended_how="")),
                name="ended_check_in_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def wants_call(self) -> bool:
        """Whether somebody is called who does not answer: after a hold, a first treatment, or needles near the lung or
        the neck. Where nobody wrote down where they were, they may have been there.
        """
        return self.is_first or self.was_held or self.areas is None or not NEAR_THE_LUNG.isdisjoint(self.areas)


class NoCheckIns(models.Model):
    """Somebody who is not asked after visits any more: they said so, or are not treated here any longer."""

    class Why(models.TextChoices):
        OPTED_OUT = "opted_out", _("Does not want check-ins")
        DISCHARGED = "discharged", _("No longer treated here")

    patient = models.OneToOneField("accounts.Patient", models.PROTECT, primary_key=True, related_name="no_check_ins")
    why = models.CharField(max_length=10, choices=Why)
    since = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("person without check-ins")
        verbose_name_plural = _("people without check-ins")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class FollowUpTask(models.Model):
    """A call that somebody at the clinic owes, and by when. It stays until a person closes it, with words."""

    class Kind(models.TextChoices):
        EMERGENCY = "emergency", _("Call now")
        URGENT = "urgent", _("Call within 2 working hours")
        CALL_TODAY = "call_today", _("Call today")
        CALL_NEXT_DAY = "next_day", _("Call by the next working day")
        NO_ANSWER = "no_answer", _("No answer to the check-in: call")

    class Closed(models.TextChoices):
        SPOKEN = "spoken", _("Spoke with the patient")
        DONE = "done", _("Dealt with another way")
        HANDED_ON = "handed_on", _("Handed to a practitioner")
        ANSWERED = "answered", _("The patient answered")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="tasks")
    check_in = models.ForeignKey(CheckIn, models.PROTECT, related_name="tasks")
    # The form that asks for the call; empty where the call is for want of an answer.
    intake = models.ForeignKey("record.Intake", models.PROTECT, null=True, blank=True, related_name="tasks")
    kind = models.CharField(max_length=10, choices=Kind)
    raised_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # Calls that reached nobody: how many, and when the last was.
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_how = models.CharField(max_length=10, choices=Closed, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    closed_by_name = models.CharField(max_length=200, blank=True, validators=[MinLengthValidator(1)])
    words = SealedJSONField(null=True, blank=True, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        default_permissions = ()
        indexes = [models.Index(fields=["due_at", "id"], name="task_due", condition=Q(closed_at=None))]
        constraints = [
            models.UniqueConstraint(F("check_in"), F("kind"), condition=Q(closed_at=None), name="one_open_task_a_kind"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_how="")
                | Q(closed_at__isnull=False, closed_how="answered", kind="no_answer")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_how="") & ~Q(closed_by_name="")),
                name="only_a_person_closes_a_task",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def note(self) -> str:
        """What whoever closed it wrote."""
        return str((self.words or {}).get("note", ""))

    def is_late(self, at: datetime) -> bool:
        return self.closed_at is None and self.due_at < at

    @property
    def label(self) -> Any:
        return self.Kind(self.kind).label
