"""The private calendar of a practitioner: who may read it holds its link."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Practitioner


class CalendarFeed(models.Model):
    """One link at a time. The link itself is kept nowhere: only its digest, so that no copy of the data opens it."""

    practitioner = models.OneToOneField(Practitioner, models.PROTECT, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    # The practitioner allows the patients' initials beside the type of visit.
    shows_initials = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    # The last day on which it was read: the first reading of each day stands in the audit log.
    read_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("private calendar link")
        verbose_name_plural = _("private calendar links")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)
