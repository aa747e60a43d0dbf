"""Another place where the clinic sees people. Most clinics have none: then their own address is the only place."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.booking.models.timetable import PartOfTimetable
from clinic.site_settings.models import Arrival
from clinic.text import one_line


def known_zone(value: str) -> None:
    """Refuse what is no name of a time zone."""
    if value not in available_timezones():
        raise ValidationError(_("Choose a time zone by its name, for example America/Phoenix."), code="zone")


class Location(PartOfTimetable, Arrival):
    """Another place where the clinic sees people, beside its own address (decision 38).

    Rooms and hours without a location are at the clinic's own address. Its hours are those of the practitioners there.
    """

    name = models.CharField(_("name"), max_length=60, unique=True, validators=[one_line])
    address = models.TextField(_("address"), max_length=400)
    zone = models.CharField(
        _("time zone"),
        max_length=40,
        blank=True,
        validators=[one_line, known_zone],
        help_text=_("Only if it is not the clinic’s own, for example America/Phoenix. Hours here are in this time."),
    )
    active = models.BooleanField(_("in use"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=1, help_text=_("1 comes first."))

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ("position", "id")
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name
