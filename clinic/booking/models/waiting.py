"""Who waits for an earlier time, and the times offered to them."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Patient, Practitioner
from clinic.booking.models.cells import Hold
from clinic.booking.models.room import Room
from clinic.booking.models.visit import Appointment
from clinic.booking.models.visit_type import VisitType
from clinic.booking.querysets import OfferQuerySet, WaitingQuerySet
from clinic.text import new_reference

EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]


class PartOfDay(models.TextChoices):
    """Parts of a day, by the clinic's clock: before noon, noon to five, from five."""

    MORNING = "morning", _("Morning, before noon")
    AFTERNOON = "afternoon", _("Afternoon, noon to 5 pm")
    EVENING = "evening", _("Evening, from 5 pm")


def every_day() -> list[int]:
    return list(EVERY_DAY)


def any_part() -> list[str]:
    return list(PartOfDay.values)


class WaitingEntry(models.Model):
    """One patient waits for one kind of visit."""

    class Left(models.TextChoices):
        BOOKED = "booked", _("Has a visit now")
        ASKED = "asked", _("Asked to be removed")
        LAPSED = "lapsed", _("The last day has passed")
        NO_NEEDLES = "no_needles", _("No needles for now")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    patient = models.ForeignKey(Patient, models.PROTECT, related_name="waiting", verbose_name=_("patient"))
    visit_type = models.ForeignKey(VisitType, models.PROTECT, related_name="+", verbose_name=_("visit type"))
    practitioner = models.ForeignKey(
        Practitioner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("practitioner"),
        help_text=_("Leave empty for any practitioner."),
    )
    # 0 is Monday.
    weekdays = models.JSONField(_("days"), default=every_day)
    parts = models.JSONField(_("parts of the day"), default=any_part)
    # Keys of locations, 0 for the clinic's own address; none is any.
    places = models.JSONField(_("locations"), default=list, db_default=Value([], models.JSONField()), blank=True)
    until = models.DateField(_("until"))
    urgent = models.BooleanField(_("urgent"), default=False)
    joined_at = models.DateTimeField(_("since"))
    joined_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    left_why = models.CharField(max_length=10, choices=Left, blank=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiting list entry")
        verbose_name_plural = _("waiting list")
        ordering = ("-urgent", "joined_at", "id")
        default_permissions = ("view",)
        indexes = [models.Index(fields=["joined_at"], name="waiting_now", condition=Q(left_at=None))]
        constraints = [
            models.UniqueConstraint(
                fields=["patient", "visit_type"], condition=Q(left_at=None), name="waits_once_for_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None, left_why="") | (Q(left_at__isnull=False) & ~Q(left_why="")),
                name="left_the_list_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    def part_labels(self) -> list[Any]:
        return [label for value, label in PartOfDay.choices if value in self.parts]


class Offer(models.Model):
    """A time offered to somebody who waits; its hold keeps the cells until the offer ends."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        TAKEN = "taken", _("Taken")
        DECLINED = "declined", _("Declined")
        LAPSED = "lapsed", _("Expired")

    ref = models.CharField(max_length=16, unique=True, default=new_reference, editable=False)
    entry = models.ForeignKey(WaitingEntry, models.PROTECT, related_name="offers")
    hold = models.OneToOneField(Hold, models.SET_NULL, null=True, blank=True, related_name="offer")
    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="+")
    starts_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    visit = models.OneToOneField(Appointment, models.PROTECT, null=True, blank=True, related_name="offer")

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        ordering = ("-offered_at", "-id")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["entry"], condition=Q(state="open"), name="one_open_offer_an_entry"),
        ]

    def __str__(self) -> str:
        return self.ref

    def stands(self, *, at: datetime) -> bool:
        """Say whether it can still be taken."""
        return self.state == self.State.OPEN and at < self.expires_at
