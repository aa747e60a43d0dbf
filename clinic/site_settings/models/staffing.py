"""Who is told of an emergency, when somebody is there to read, and when nobody is."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.site_settings.models.profile import ClinicProfile
from clinic.text import one_line
from clinic.weekdays import Weekday


class AlertRecipient(models.Model):
    """Somebody at the clinic who is told at once when a patient may be in danger."""

    profile = models.ForeignKey(ClinicProfile, on_delete=models.CASCADE, related_name="alerts", default=1)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who"),
        limit_choices_to={"is_staff": True, "is_active": True},
    )
    position = models.PositiveSmallIntegerField(_("order"), default=1, help_text=_("1 is called first."))

    class Meta:
        verbose_name = _("alert recipient")
        verbose_name_plural = _("alert recipients")
        ordering = ("position", "id")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["profile", "user"], name="profile_alerts_a_person_once")]

    def __str__(self) -> str:
        return f"{self.position}. {self.user}"


class StaffedHours(models.Model):
    """One stretch of a week in which somebody reads what comes in; a day may have several."""

    profile = models.ForeignKey(ClinicProfile, on_delete=models.CASCADE, related_name="hours", default=1)
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"), help_text=_("A time at or before “from” is on the next day."))

    class Meta:
        verbose_name = _("staffed hours")
        verbose_name_plural = _("staffed hours")
        default_permissions = ()
        ordering = ("weekday", "opens")
        constraints = [models.UniqueConstraint(fields=["profile", "weekday", "opens"], name="profile_hours_begin_once")]

    def __str__(self) -> str:
        return formatting.weekly_hours(self.get_weekday_display(), self.opens, self.closes)


class ClosedDay(models.Model):
    """A date on which nobody reads, whatever the week says."""

    profile = models.ForeignKey(ClinicProfile, on_delete=models.CASCADE, related_name="closed_days", default=1)
    day = models.DateField(_("date"))
    why = models.CharField(_("why"), max_length=80, blank=True, validators=[one_line])

    class Meta:
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        default_permissions = ()
        ordering = ("day",)
        constraints = [models.UniqueConstraint(fields=["profile", "day"], name="profile_closes_a_day_once")]

    def __str__(self) -> str:
        return formatting.day(self.day)
