"""The price list."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.site_settings.models.profile import ClinicProfile
from clinic.site_settings.money import amount_in_words
from clinic.text import one_line


class Price(models.Model):
    """One line of the price list."""

    profile = models.ForeignKey(ClinicProfile, on_delete=models.CASCADE, related_name="prices", default=1)
    name = models.CharField(_("what"), max_length=80, validators=[one_line])
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1, _("Enter the minutes, at least 1, or leave it empty."))],
    )
    amount = models.DecimalField(
        _("price"),
        max_digits=8,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0), _("A price must be 0 or more."))],
        help_text=_("We show 0 as free."),
    )
    note = models.CharField(_("note"), max_length=200, blank=True, validators=[one_line])
    position = models.PositiveSmallIntegerField(_("order"), default=1, help_text=_("1 comes first."))

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ("position", "id")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="profile_price_is_not_negative",
                violation_error_message=_("A price is not less than zero."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def in_words(self) -> str:
        """The amount in the clinic's currency; empty where it costs nothing."""
        return amount_in_words(self.amount, self.profile.currency) if self.amount else ""
