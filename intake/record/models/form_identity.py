"""Who a form has said it is about."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    pass
from intake.record.models.intake import Intake


class FormIdentity(models.Model):
    """One thing a form said about who it is: the mailbox that was signed in, and mailbox, name and birth date as typed.

    A form belongs to nobody until it is accepted, yet an emergency in it may be a known patient's. What was typed once
    stays here though it is typed over later: an emergency does not go away by changing the name above it.
    """

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="identities")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    # In the one form in which addresses and names are looked up (normal_email, fold).
    mailbox = models.CharField(max_length=254, blank=True)
    folded_name = models.CharField(max_length=400, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("identity on a form")
        verbose_name_plural = _("identities on forms")
        default_permissions = ()
        indexes = [
            models.Index(fields=["mailbox"], name="form_by_mailbox"),
            models.Index(fields=["date_of_birth", "folded_name"], name="form_by_person"),
            models.Index(fields=["folded_name"], name="form_by_name"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
