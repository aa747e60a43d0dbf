"""How visits are booked: the clinic's rules, and what one practitioner likes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Practitioner
from clinic.booking.models.steps import five_minutes
from clinic.booking.models.timetable import PartOfTimetable
from clinic.text import new_reference

LONGEST_BUFFER = 120


class PractitionerSettings(PartOfTimetable):
    """How one practitioner likes to be booked. Without a row the defaults hold."""

    practitioner = models.OneToOneField(
        Practitioner, models.PROTECT, related_name="booking", verbose_name=_("practitioner")
    )
    buffer_before = models.PositiveSmallIntegerField(
        _("minutes kept free before a visit"), default=0, validators=[five_minutes, MaxValueValidator(LONGEST_BUFFER)]
    )
    buffer_after = models.PositiveSmallIntegerField(
        _("minutes kept free after a visit"), default=0, validators=[five_minutes, MaxValueValidator(LONGEST_BUFFER)]
    )
    notice_hours = models.PositiveSmallIntegerField(
        _("hours of notice"),
        default=12,
        validators=[MaxValueValidator(24 * 30)],
        help_text=_("Patients must book at least this long before a visit. Staff can book later."),
    )
    horizon_days = models.PositiveSmallIntegerField(
        _("days ahead"), default=60, validators=[MinValueValidator(1), MaxValueValidator(366)]
    )

    class Meta:
        verbose_name = _("booking settings")
        verbose_name_plural = _("booking settings by practitioner")
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return str(self.practitioner)


class BookingRules(PartOfTimetable):
    """The clinic's own rules of booking: one row (key 1). Every deed in the diary holds it while it is done."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    future_visits = models.PositiveSmallIntegerField(
        _("upcoming visits a patient can have"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Staff can book more, for example a series."),
    )
    mailbox_patients = models.PositiveSmallIntegerField(
        _("patients one email address can book for"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("A family with one address can have the visits of this many patients. Staff can book more."),
    )
    cutoff_hours = models.PositiveSmallIntegerField(
        _("hours of notice to cancel or reschedule online"),
        default=24,
        validators=[MaxValueValidator(24 * 14)],
    )
    grace_minutes = models.PositiveSmallIntegerField(
        _("minutes after booking when a patient can always cancel"), default=5, validators=[MaxValueValidator(60)]
    )
    hold_minutes = models.PositiveSmallIntegerField(
        _("minutes a time is held for a new patient"),
        default=10,
        validators=[MinValueValidator(2), MaxValueValidator(60)],
    )
    offer_minutes = models.PositiveSmallIntegerField(
        _("minutes a waiting list offer stays open"),
        default=120,
        validators=[MinValueValidator(10), MaxValueValidator(24 * 60)],
    )
    step = models.PositiveSmallIntegerField(
        _("minutes between the times shown"), default=15, validators=[five_minutes, MinValueValidator(5)]
    )
    # Another word after every change of the timetable (timetable_changed).
    version = models.CharField(max_length=16, default=new_reference, editable=False)

    class Meta:
        verbose_name = _("booking rules")
        verbose_name_plural = _("booking rules")
        default_permissions = ("change", "view")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="booking_rules_are_one_row")]

    def __str__(self) -> str:
        return str(_("Booking rules"))

    @property
    def mailbox_visits(self) -> int:
        """Visits ahead that all patients of one mailbox may have booked together."""
        return self.future_visits * self.mailbox_patients
