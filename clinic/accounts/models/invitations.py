"""How a new member of staff comes in."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models.users import User
from clinic.accounts.querysets import (
    InvitationQuerySet,
)


class Invitation(models.Model):
    """A one-time link with which a new member of staff chooses a password. Only the link's hash is stored."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text=_("Used, replaced or canceled."))
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="one_standing_invitation_per_user"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    def is_open(self, *, at: datetime) -> bool:
        """Say whether the link still works."""
        return self.ended_at is None and at < self.expires_at and self.user.is_active
