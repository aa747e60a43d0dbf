"""Where a visit takes place."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.booking.models.location import Location
from clinic.booking.models.timetable import PartOfTimetable
from clinic.text import one_line

OWN_ADDRESS = _("Leave empty for the clinic’s own address.")


class Room(PartOfTimetable):
    """A room in which one patient lies at a time."""

    name = models.CharField(_("name"), max_length=40, unique=True, validators=[one_line])
    location = models.ForeignKey(
        Location,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rooms",
        verbose_name=_("location"),
        help_text=OWN_ADDRESS,
    )
    active = models.BooleanField(_("in use"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=1, help_text=_("We use the first free room."))

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ("position", "id")
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A room with booked visits stays where it is: nobody is led to another address without a word."""
        before = Room.objects.filter(pk=self.pk).first() if self.pk else None
        if before is None or before.location_id == self.location_id:
            return
        if self.visits.filter(state__in=("booked", "confirmed")).exists():
            raise ValidationError({"location": _("Visits are booked in this room. Add a new room at the location.")})
