"""Photographs of the place: the door, the waiting room, a treatment room (decision 30)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.booking.models.location import Location
from clinic.booking.models.room import OWN_ADDRESS
from clinic.text import one_line


class PhotographQuerySet(models.QuerySet["PlacePhotograph"]):
    """Photographs, in the order of their places."""

    def shown(self) -> "PhotographQuerySet":
        """Those of places that are in use."""
        return self.exclude(location__active=False)

    def without_pictures(self) -> "PhotographQuerySet":
        """What stands beside a picture, and not the picture itself."""
        return self.defer("small", "medium", "large")


class PlacePhotograph(models.Model):
    """One photograph of a place, written anew in three widths. What the camera wrote beside it is gone."""

    class Kind(models.TextChoices):
        """What it shows. Patients read the words below it."""

        DOOR = "door", _("The front door")
        PARKING = "parking", _("Parking")
        WAITING = "waiting", _("The waiting room")
        TREATMENT = "treatment", _("A treatment room")
        RESTROOM = "restroom", _("The restroom")
        OTHER = "other", _("Our clinic")

    location = models.ForeignKey(
        Location,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photographs",
        verbose_name=_("location"),
        help_text=OWN_ADDRESS,
    )
    kind = models.CharField(_("what it shows"), max_length=20, choices=Kind)
    caption = models.CharField(
        _("caption"),
        max_length=120,
        blank=True,
        validators=[one_line],
        help_text=_("One sentence, if more needs saying. For example: Ring the lower bell."),
    )
    alt = models.CharField(
        _("description"),
        max_length=200,
        validators=[one_line],
        help_text=_("For people who can’t see it. For example: A green door with the number 12, and no step."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=1, help_text=_("1 comes first."))
    small = models.BinaryField()
    medium = models.BinaryField()
    large = models.BinaryField()
    # A hash of the three: it stands in the address, so that another photograph has another address.
    digest = models.CharField(max_length=32, db_index=True)
    changed_at = models.DateTimeField()

    objects = PhotographQuerySet.as_manager()

    class Meta:
        verbose_name = _("photograph of the clinic")
        verbose_name_plural = _("photographs of the clinic")
        ordering = ("location", "position", "id")
        default_permissions = ("add", "change", "delete", "view")
        constraints = [models.CheckConstraint(condition=~models.Q(alt=""), name="place_photograph_is_described")]

    def __str__(self) -> str:
        return str(self.Kind(self.kind).label) if self.kind else self.digest
