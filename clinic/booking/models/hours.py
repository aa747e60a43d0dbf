"""When the clinic is there: the hours of a week, and the dates on which the week does not hold."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import Practitioner
from clinic.booking.models.location import Location
from clinic.booking.models.room import OWN_ADDRESS
from clinic.booking.models.steps import on_the_grid
from clinic.booking.models.timetable import PartOfTimetable
from clinic.text import one_line
from clinic.weekdays import Weekday


class WeeklyHours(PartOfTimetable):
    """One stretch of a practitioner's week, in the time of its location; a break is what lies between two."""

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
            models.CheckConstraint(
                condition=Q(opens__lt=F("closes")),
                name="hours_end_after_they_begin",
                violation_error_message=_("The end must be after the start."),
            ),
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
                violation_error_message=_("Say whose day it is. Extra hours need a start time and an end time."),
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__lt=F("closes")),
                name="exception_ends_after_it_begins",
                violation_error_message=_("The end must be after the start."),
            ),
            models.CheckConstraint(
                condition=Q(location=None) | Q(what="extra"),
                name="only_extra_hours_are_somewhere",
                violation_error_message=_("Only extra hours are at a location."),
            ),
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
        same = DayException.objects.filter(what=self.what, practitioner=self.practitioner_id, day=self.day)
        if self.day and same.filter(opens=self.opens, closes=self.closes).exclude(pk=self.pk).exists():
            raise ValidationError(_("This is entered already."))
        self._clean_location()

    def _clean_location(self) -> None:
        """Only extra hours are somewhere: time off holds wherever the practitioner would be."""
        if self.what != self.What.EXTRA or not self.practitioner_id:
            self.location = None
            return
        weekly_hours = WeeklyHours.objects.filter(practitioner_id=self.practitioner_id)
        _refuse_two_places(self, weekly_hours.filter(weekday=self.day.weekday()) if self.day else [])
        that_day = DayException.objects.filter(practitioner_id=self.practitioner_id, day=self.day, what=self.what)
        _refuse_two_places(self, that_day.exclude(pk=self.pk))
