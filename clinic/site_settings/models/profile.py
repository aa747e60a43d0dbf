"""The clinic itself, and how somebody gets to an address of it."""

import re
from datetime import time
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.site_settings.colours import readable_on_dark, readable_on_white
from clinic.site_settings.validators import currency_code, web_address
from clinic.text import one_line

ACCENT, ACCENT_DARK = "#1F6B4F", "#7CC9A5"
_tel = RegexValidator(
    r"^\+?[0-9]{3,15}$", _("Use digits only. Start with + and the country code, for example +15550100.")
)


class Arrival(models.Model):
    """How people find a place and get into it: the clinic's own address, or another location of it."""

    directions = models.TextField(_("how to find the door"), max_length=1000, blank=True)
    directions_url = models.CharField(
        _("directions link"),
        max_length=300,
        blank=True,
        validators=[web_address],
        help_text=_("A page with directions, such as a map. This site loads nothing from it. Empty: no link."),
    )
    getting_in = models.TextField(
        _("access inside the clinic"),
        max_length=1000,
        blank=True,
        help_text=_("Steps, elevator, parking, restrooms: what a person with a cane or wheelchair needs to know."),
    )

    class Meta:
        abstract = True


class ClinicProfile(Arrival):
    """What the clinic says about itself. There is one clinic, so there is one row (key 1)."""

    CACHE_KEY = "clinic.site_settings"

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=80, default="The clinic", validators=[one_line])
    tagline = models.CharField(_("tagline"), max_length=160, blank=True, validators=[one_line])
    initials = models.CharField(
        _("initials"),
        max_length=3,
        blank=True,
        validators=[one_line],
        help_text=_("One to three letters for the icon."),
    )
    accent = models.CharField(
        _("accent color"),
        max_length=7,
        default=ACCENT,
        validators=[readable_on_white],
        help_text=_("Links and buttons, for example #1F6B4F. White text must be readable on it."),
    )
    accent_dark = models.CharField(
        _("accent color on dark"),
        max_length=7,
        default=ACCENT_DARK,
        validators=[readable_on_dark],
        help_text=_("The same for people who use dark mode, for example #7CC9A5."),
    )
    # A data: address of a picture that `pictures` has read; it stands in the clinic's own stylesheet.
    logo = models.TextField(_("logo"), blank=True, editable=False)
    address = models.TextField(_("address"), max_length=400, blank=True)
    location_name = models.CharField(
        _("name of this location"),
        max_length=60,
        blank=True,
        db_default="",
        validators=[one_line],
        help_text=_(
            "For patients, if you have more than one location, for example Downtown. Empty: the clinic’s name."
        ),
    )
    phone = models.CharField(
        _("phone"), max_length=40, blank=True, validators=[one_line], help_text=_("The number as patients see it.")
    )
    phone_tel = models.CharField(
        _("phone to dial"),
        max_length=16,
        blank=True,
        validators=[_tel],
        help_text=_("Use digits only. Start with + and the country code, for example +15550100."),
    )
    email = models.EmailField(_("email"), blank=True, validators=[one_line])
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
        help_text=_("The number for people who think about harming themselves."),
    )
    licence_check_url = models.CharField(
        _("where anyone can check a license"),
        max_length=300,
        blank=True,
        validators=[web_address],
        help_text=_("The licensing board's own page, for example https://search.dca.ca.gov/ in California."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="USD",
        validators=[currency_code],
        help_text=_("Three letters, for example USD."),
    )
    prices_include = models.TextField(
        _("what the prices include"), max_length=1000, blank=True, help_text=_("One item per line.")
    )
    prices_exclude = models.TextField(
        _("what the prices do not include"), max_length=1000, blank=True, help_text=_("One item per line.")
    )
    privacy_contact = models.CharField(
        _("contact for privacy questions"),
        max_length=160,
        blank=True,
        validators=[one_line],
        help_text=_("A name or a role. Leave empty for the front desk."),
    )
    records_years = models.PositiveSmallIntegerField(
        _("years that records are kept"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1, _("Enter the number of years, at least 1, or leave it empty."))],
        help_text=_("Years after the last visit, as your law requires. If empty, the privacy notice says to ask."),
    )
    unclaimed_months = models.PositiveSmallIntegerField(
        _("months that a sent form waits"),
        default=12,
        db_default=12,
        validators=[MinValueValidator(1, _("Enter the number of months, at least 1."))],
        help_text=_(
            "A sent form whose sender never became a patient is erased after that. "
            "One that a practitioner decided about, or an emergency, is kept as long as a record."
        ),
    )
    audit_to = models.EmailField(
        _("where the end of the audit log goes"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "An address outside this site, for example of the person who looks after privacy. Once a day it gets the "
            "number and the mark of the newest entry, with which anyone can prove later that nothing was cut off, and "
            "how many reads of the day before were unusual, in counts."
        ),
    )
    quiet_from = models.TimeField(
        _("no texts from"),
        default=time(21),
        db_default=time(21),
        help_text=_("Text messages wait while it is night, but for sign-in codes and emergency alerts."),
    )
    quiet_until = models.TimeField(_("no texts until"), default=time(8), db_default=time(8))
    # How long the health form took real people: half of them, and 9 of 10. Empty: too few to say. Kept by the clock.
    form_minutes = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    form_minutes_most = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    # The same of the two short forms, a visit update and a check-in: half of them.
    update_minutes = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    check_in_minutes = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    service_companies = models.TextField(
        _("companies that work for the site"),
        max_length=1000,
        blank=True,
        help_text=_("Who runs the server and who delivers the emails. One per line."),
    )
    complaints_to = models.TextField(
        _("where to complain about privacy"),
        max_length=1000,
        blank=True,
        help_text=_("An authority outside the clinic, with its address or phone number."),
    )
    alert_recipients = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="AlertRecipient",
        related_name="+",
        verbose_name=_("alert recipients"),
    )

    class Meta:
        verbose_name = _("clinic settings")
        verbose_name_plural = _("clinic settings")
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="profile_is_one_row")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        caches["process"].delete(self.CACHE_KEY)

    @property
    def house_number(self) -> str:
        """The number with which the address begins ("12", "12B"); empty where it begins otherwise."""
        match = re.match(r"\d{1,5}[A-Za-z]?(?=\s)", self.address)
        return match[0] if match else ""
