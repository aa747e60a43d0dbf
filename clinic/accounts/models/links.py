"""What a record says differently than a form, and which two records are, or are not, one person."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models.patients import Patient
from clinic.accounts.querysets import (
    DifferenceQuerySet,
)


class Difference(models.Model):
    """A later form said something else about a person than their record does: the desk asks and settles it."""

    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="differences", verbose_name=_("patient")
    )
    field = models.CharField(_("what"), max_length=40)
    old = models.CharField(_("on record"), max_length=300, blank=True)
    new = models.CharField(_("on the new form"), max_length=300, blank=True)
    found_at = models.DateTimeField(_("found on"), default=timezone.now)
    seen_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken = models.BooleanField(_("record changed"), default=False)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        ordering = ("found_at", "pk")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="difference_settled_by_somebody",
                condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.patient}: {self.field}"

    @property
    def is_swapped(self) -> bool:
        """Whether it is a birth date whose day and month stand in each other's place."""
        if self.field != "date_of_birth":
            return False
        old, new = date.fromisoformat(self.old), date.fromisoformat(self.new)
        return (old.year, old.month, old.day) == (new.year, new.day, new.month)


class LinkedPatient(models.Model):
    """Two records of one person, tied by a link that can be undone; nothing is moved."""

    earlier = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="links_onward")
    later = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="links_back")
    linked_at = models.DateTimeField()
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("linked record")
        verbose_name_plural = _("linked records")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(name="link_is_ordered", condition=Q(earlier__lt=F("later"))),
            models.UniqueConstraint(
                fields=["earlier", "later"], condition=Q(undone_at=None), name="one_standing_link_per_pair"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} – {self.later}"


class NotOnePerson(models.Model):
    """The desk has looked at two alike records and says that they are two people: nobody is asked again."""

    earlier = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    later = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="apart_is_ordered", condition=Q(earlier__lt=F("later"))),
            models.UniqueConstraint(fields=["earlier", "later"], name="two_people_are_said_once"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} – {self.later_id}"
