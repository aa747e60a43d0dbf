"""What the clinic offers: the kinds of visit."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Practitioner
from clinic.booking.models.steps import five_minutes
from clinic.booking.models.timetable import PartOfTimetable
from clinic.site_settings.models import Price
from clinic.text import one_line


class VisitType(PartOfTimetable):
    """A kind of visit: how long, who offers it, who may book it, and whether needles are part of it."""

    class Booking(models.TextChoices):
        ONLINE = "online", _("Online")
        CONTACT = "contact", _("Patients contact us")
        STAFF = "staff", _("Staff only")

    code = models.SlugField(_("code"), max_length=30, unique=True, help_text=_("The code never changes. The name can."))
    name = models.CharField(_("name"), max_length=60, validators=[one_line])
    about = models.CharField(
        _("description"), max_length=200, blank=True, validators=[one_line], help_text=_("Patients see this.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes with the practitioner"), validators=[five_minutes, MinValueValidator(5), MaxValueValidator(480)]
    )
    room_minutes = models.PositiveSmallIntegerField(
        _("minutes in the room"),
        default=0,
        validators=[five_minutes, MaxValueValidator(480)],
        help_text=_("Longer than with the practitioner, because needles rest. Use 0 for a visit without a room."),
    )
    needling = models.BooleanField(
        _("needles"), default=True, help_text=_("The patient needs a form, and no question about it may be open.")
    )
    booking = models.CharField(_("who can book"), max_length=10, choices=Booking, default=Booking.ONLINE)
    practitioners = models.ManyToManyField(
        Practitioner, verbose_name=_("offered by"), blank=True, related_name="visit_types"
    )
    # What it costs, tied to a line of the price list: a new name of either changes nothing (booking.catalog).
    price = models.ForeignKey(
        Price,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="visit_types",
        verbose_name=_("price"),
        help_text=_("A line of the price list. The price page shows this name and these minutes."),
    )
    bring = models.CharField(_("what to bring"), max_length=300, blank=True, validators=[one_line])
    active = models.BooleanField(_("offered now"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        verbose_name = _("visit type")
        verbose_name_plural = _("visit types")
        ordering = ("position", "id")
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=5),
                name="visit_type_takes_time",
                violation_error_message=_("A visit takes five minutes or more."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.room_minutes and self.minutes and self.room_minutes < self.minutes:
            words = _(
                "The room is needed for as long as the practitioner, or longer. Use 0 for a visit without a room."
            )
            raise ValidationError({"room_minutes": words})

    @property
    def length(self) -> int:
        """Minutes from the patient's arrival to their leaving."""
        return max(self.minutes, self.room_minutes)
