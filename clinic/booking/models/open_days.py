"""How long each practitioner was there on the days that are over: what the reports count, whatever changes later."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Practitioner


class OpenDay(models.Model):
    """A practitioner's open minutes of one past day, as its hours were then. Written once (open_days.keep)."""

    practitioner = models.ForeignKey(Practitioner, models.PROTECT, related_name="+", verbose_name=_("practitioner"))
    day = models.DateField(_("date"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))

    class Meta:
        verbose_name = _("open day")
        verbose_name_plural = _("open days")
        default_permissions = ()
        ordering = ("day", "practitioner")
        constraints = [models.UniqueConstraint(fields=["day", "practitioner"], name="open_day_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.day}"
