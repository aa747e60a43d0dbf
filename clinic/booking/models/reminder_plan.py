"""When people are reminded: what the administrator has set in place of the shipped times."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ReminderPlan(models.Model):
    """One row, or none: then the shipped times hold (booking/reminders.py).

    `hours` maps what is reminded of ("reminder", "form") to hours before the visit, each with the moment since when it
    is so (ISO; null for the times that were there before): {"reminder": {"72": null, "36": "2026-03-01T09:00+00:00"}}.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    hours = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("times of reminders")
        verbose_name_plural = _("times of reminders")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=Q(id=1), name="reminders_are_one_row")]

    def __str__(self) -> str:
        return str(self.pk)

    def times(self, what: str) -> Mapping[int, datetime | None] | None:
        """Return the hours before the visit, each with its beginning; None where nothing was set."""
        since_by_hours = self.hours.get(what)
        if since_by_hours is None:
            return None
        return {int(hours): datetime.fromisoformat(since) if since else None for hours, since in since_by_hours.items()}
