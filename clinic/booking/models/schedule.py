"""What the clinic offers and when: visit types, rooms, hours, exceptions, and the rules of booking.

Every change gives the timetable a new version. This process forgets what it remembers (clinic.booking.schedule) at
once, others see the version within seconds, and every deed of the diary looks at it before it is done.
"""

from collections.abc import Iterable
from datetime import time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import Practitioner
from clinic.booking.grid import CELL_MINUTES
from clinic.booking.models.location import Location
from clinic.booking.models.timetable import PartOfTimetable
from clinic.site_settings.models import Price
from clinic.text import new_reference, one_line

LONGEST_BUFFER = 120
OWN_ADDRESS = _("Leave empty for the clinic’s own address.")


def five_minutes(value: int) -> None:
    """Refuse minutes that do not fill whole cells of the diary."""
    if value % CELL_MINUTES:
        raise ValidationError(_("Use steps of five minutes."), code="five_minutes")


def on_the_grid(value: time) -> None:
    """Refuse a time of day that lies inside a cell of the diary."""
    if value.minute % CELL_MINUTES or value.second or value.microsecond:
        raise ValidationError(_("Use steps of five minutes."), code="five_minutes")


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
            models.CheckConstraint(condition=Q(minutes__gte=5), name="visit_type_takes_time"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def length(self) -> int:
        """Minutes from the patient's arrival to their leaving."""
        return max(self.minutes, self.room_minutes)


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


class WeeklyHours(PartOfTimetable):
    """One stretch of a practitioner's week, in the time of its location; a break is what lies between two."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="hours", verbose_name=_("practitioner"))
    location = models.ForeignKey(
        Location,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hours",
        verbose_name=_("location"),
        help_text=OWN_ADDRESS,
    )
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"), validators=[on_the_grid])
    closes = models.TimeField(_("until"), validators=[on_the_grid])

    class Meta:
        verbose_name = _("weekly hours")
        verbose_name_plural = _("weekly hours")
        ordering = ("practitioner", "weekday", "opens")
        default_permissions = ("add", "change", "delete", "view")
        constraints = [
            models.CheckConstraint(condition=Q(opens__lt=F("closes")), name="hours_end_after_they_begin"),
            models.UniqueConstraint(fields=["practitioner", "weekday", "opens"], name="hours_begin_once"),
        ]

    def __str__(self) -> str:
        return formatting.weekly_hours(self.get_weekday_display(), self.opens, self.closes)

    def clean(self) -> None:
        if self.opens and self.closes and self.opens >= self.closes:
            raise ValidationError({"closes": _("The end must be after the start.")})
        if not self.practitioner_id:
            return
        same_day = WeeklyHours.objects.filter(practitioner_id=self.practitioner_id, weekday=self.weekday)
        _refuse_two_places(self, same_day.exclude(pk=self.pk))
        if self.weekday is not None:
            extra = DayException.objects.filter(practitioner_id=self.practitioner_id, what=DayException.What.EXTRA)
            _refuse_two_places(self, [row for row in extra if row.day.weekday() == self.weekday])


def _refuse_two_places(row: "WeeklyHours | DayException", others: "Iterable[WeeklyHours | DayException]") -> None:
    """Refuse hours during which somebody is at another location already. The gap between two is the way there."""
    if not (row.opens and row.closes):
        return
    for other in others:
        if other.location_id == row.location_id or not (other.opens and other.closes):
            continue
        if row.opens < other.closes and other.opens < row.closes:
            raise ValidationError(
                _("This practitioner is at another location then (%(hours)s). Leave time for the way there.")
                % {"hours": formatting.weekly_span(other.opens, other.closes)}
            )


class DayException(PartOfTimetable):
    """A date on which the week does not hold: off (all day or a part), extra hours, or a holiday for everybody."""

    class What(models.TextChoices):
        OFF = "off", _("Time off")
        EXTRA = "extra", _("Extra hours")
        HOLIDAY = "holiday", _("Clinic closed")

    what = models.CharField(_("what"), max_length=10, choices=What)
    practitioner = models.ForeignKey(
        Practitioner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="exceptions",
        verbose_name=_("practitioner"),
        help_text=_("Leave empty if the whole clinic is closed."),
    )
    location = models.ForeignKey(
        Location,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="extra_hours",
        verbose_name=_("location"),
        help_text=OWN_ADDRESS,
    )
    day = models.DateField(_("date"))
    opens = models.TimeField(
        _("from"), null=True, blank=True, validators=[on_the_grid], help_text=_("Leave empty for all day.")
    )
    closes = models.TimeField(_("until"), null=True, blank=True, validators=[on_the_grid])
    note = models.CharField(_("note"), max_length=80, blank=True, validators=[one_line])

    class Meta:
        verbose_name = _("day off or extra hours")
        verbose_name_plural = _("days off and extra hours")
        ordering = ("day", "opens", "id")
        default_permissions = ("add", "change", "delete", "view")
        indexes = [models.Index(fields=["day"], name="exception_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(what="holiday", practitioner=None, opens=None, closes=None)
                | Q(what="extra", practitioner__isnull=False, opens__isnull=False, closes__isnull=False)
                | Q(what="off", practitioner__isnull=False),
                name="exception_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__lt=F("closes")), name="exception_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(location=None) | Q(what="extra"), name="only_extra_hours_are_somewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.day}"

    def clean(self) -> None:
        holiday = self.what == self.What.HOLIDAY
        if holiday and (self.practitioner_id or self.opens or self.closes):
            raise ValidationError(_("A closed day is for everyone, all day. Leave the other fields empty."))
        if not holiday and not self.practitioner_id:
            raise ValidationError({"practitioner": _("Choose a practitioner.")})
        if (self.opens is None) != (self.closes is None):
            raise ValidationError(_("Enter both times, or leave both empty for the whole day."))
        if self.what == self.What.EXTRA and not self.opens:
            raise ValidationError({"opens": _("Extra hours need a start time and an end time.")})
        if self.opens and self.closes and self.opens >= self.closes:
            raise ValidationError({"closes": _("The end must be after the start.")})
        self._clean_location()

    def _clean_location(self) -> None:
        """Only extra hours are somewhere: time off holds wherever the practitioner would be."""
        if self.what != self.What.EXTRA or not self.practitioner_id:
            self.location = None
            return
        theirs = WeeklyHours.objects.filter(practitioner_id=self.practitioner_id)
        _refuse_two_places(self, theirs.filter(weekday=self.day.weekday()) if self.day else [])
        that_day = DayException.objects.filter(practitioner_id=self.practitioner_id, day=self.day, what=self.what)
        _refuse_two_places(self, that_day.exclude(pk=self.pk))


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
