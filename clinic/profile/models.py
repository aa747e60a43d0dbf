"""One row about the clinic, and the hours when somebody reads what comes in."""

from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.profile.colours import readable_on_dark, readable_on_white
from clinic.text import one_line

ACCENT, ACCENT_DARK = "#1F6B4F", "#7CC9A5"

_tel = RegexValidator(
    r"^\+?[0-9]{3,15}$", _("Use digits only, with + and the country code first, for example +15550100.")
)


class ClinicProfile(models.Model):
    """What the clinic says about itself. There is one clinic, so there is one row (key 1)."""

    CACHE_KEY = "clinic.profile"

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=80, default="The clinic", validators=[one_line])
    tagline = models.CharField(_("tagline"), max_length=160, blank=True, validators=[one_line])
    initials = models.CharField(
        _("initials"),
        max_length=3,
        blank=True,
        validators=[one_line],
        help_text=_("One to three letters that stand in the icon."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default=ACCENT,
        validators=[readable_on_white],
        help_text=_("Links and buttons, for example #1F6B4F. White text must be readable on it."),
    )
    accent_dark = models.CharField(
        _("accent colour on dark"),
        max_length=7,
        default=ACCENT_DARK,
        validators=[readable_on_dark],
        help_text=_("The same for people who use dark colours, for example #7CC9A5."),
    )
    address = models.TextField(_("address"), max_length=400, blank=True)
    directions = models.TextField(_("how to find the door"), max_length=1000, blank=True)
    phone = models.CharField(
        _("phone"), max_length=40, blank=True, validators=[one_line], help_text=_("As people read it.")
    )
    phone_tel = models.CharField(
        _("phone to dial"),
        max_length=16,
        blank=True,
        validators=[_tel],
        help_text=_("Digits only, with + and the country code first, for example +15550100."),
    )
    email = models.EmailField(_("e-mail"), blank=True, validators=[one_line])
    languages = models.CharField(
        _("languages spoken"),
        max_length=160,
        blank=True,
        validators=[one_line],
        help_text=_("For example English, Español."),
    )
    emergency_number = models.CharField(_("emergency number"), max_length=16, default="911", validators=[_tel])
    crisis_number = models.CharField(
        _("crisis line"),
        max_length=16,
        default="988",
        validators=[_tel],
        help_text=_("The number for people who think of harming themselves."),
    )
    alert_recipients = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="AlertRecipient",
        related_name="+",
        verbose_name=_("who gets alerts"),
    )

    class Meta:
        verbose_name = _("clinic's profile")
        verbose_name_plural = _("clinic's profile")
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="profile_is_one_row")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        caches["process"].delete(self.CACHE_KEY)


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
        verbose_name = _("person who gets alerts")
        verbose_name_plural = _("who gets alerts")
        ordering = ("position", "id")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["profile", "user"], name="profile_alerts_a_person_once")]

    def __str__(self) -> str:
        return f"{self.position}. {self.user}"


class StaffedHours(models.Model):
    """One stretch of a week in which somebody reads what comes in; a day may have several."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    profile = models.ForeignKey(ClinicProfile, on_delete=models.CASCADE, related_name="hours", default=1)
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"), help_text=_("A time at or before “from” means the next day."))

    class Meta:
        verbose_name = _("staffed hours")
        verbose_name_plural = _("staffed hours")
        default_permissions = ()
        ordering = ("weekday", "opens")
        constraints = [models.UniqueConstraint(fields=["profile", "weekday", "opens"], name="profile_hours_begin_once")]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"


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
        return f"{self.day}"
