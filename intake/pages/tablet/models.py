"""A tablet handed over: which form may be opened by a code, who made the code, and how it ended."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intake.pages.tablet.querysets import HandOverQuerySet

# Nobody taps for this long: whoever held the tablet has left it, and the form closes.
RESTS = timedelta(minutes=5)
# The longest that one form stays open on a tablet, however busy it is.
LASTS = timedelta(hours=2)


class HandOver(models.Model):
    """A tablet handed to one patient for one form. Only a keyed hash of the code stands here, and only while it works.

    The tablet's browser is known by its session alone: nobody is signed in on it. What the session may do is asked of
    this row at every step, so that the desk can close a form wherever the tablet is.
    """

    class Ended(models.TextChoices):
        """How it ended, as the desk reads it."""

        SENT = "sent", _("Sent")
        GIVEN_BACK = "given_back", _("Returned, not sent")
        RESTED = "rested", _("Closed: no one used it for five minutes")
        REFUSED = "refused", _("Closed: the birth date did not match")
        LAPSED = "lapsed", _("The code was not used in time")
        WITHDRAWN = "withdrawn", _("Closed by the front desk")
        ELSEWHERE = "elsewhere", _("Sent from another device")
        SIGNED_IN = "signed_in", _("Closed: someone signed in on the tablet")

    intake = models.ForeignKey("record.Intake", models.PROTECT, related_name="hand_overs")
    patient = models.ForeignKey("accounts.Patient", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    # The code was typed; the birth date was right; the last sign of life.
    used_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    active_at = models.DateTimeField(null=True, blank=True)
    # Birth dates that were typed, right or wrong.
    tries = models.PositiveSmallIntegerField(default=0)

    ended_at = models.DateTimeField(null=True, blank=True)
    ended_how = models.CharField(max_length=10, choices=Ended.choices, blank=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("tablet handed over")
        verbose_name_plural = _("tablets handed over")
        default_permissions = ("view",)
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint("patient", condition=Q(ended_at=None), name="one_tablet_a_patient"),
            models.UniqueConstraint("digest", condition=~Q(digest=""), name="one_hand_over_a_code"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_how="") | (Q(ended_at__isnull=False) & ~Q(ended_how="")),
                name="an_end_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"

    def end_by_now(self, at: datetime) -> str:
        """Return how it has ended by then, also when only the clock says so; nothing while it goes on."""
        if self.ended_how:
            return self.ended_how
        if self.used_at is None:
            return self.Ended.LAPSED if at >= self.expires_at else ""
        rested = at - (self.active_at or self.used_at) >= RESTS
        return self.Ended.RESTED if rested or at - self.used_at >= LASTS else ""
