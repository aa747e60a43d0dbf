"""Questions someone at work would ask of tablets handed over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from intake.pages.tablet.models import HandOver  # noqa: F401  (the name in the generic base)


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def waiting(self, *, at: datetime) -> HandOverQuerySet:
        """Those whose code still works."""
        return self.filter(used_at=None, ended_at=None, expires_at__gt=at)

    def not_ended(self) -> HandOverQuerySet:
        return self.filter(ended_at=None)
