"""Columns of our own: how serious something is, stored so that the database can order it."""

from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.screening import Tier

# Green is a person's decision: what raised nothing is called "No flags", and no more.
TIER_LABELS: dict[Tier, Promise] = {
    Tier.CLEAR: _("No flags"),
    Tier.NOTE: _("Note"),
    Tier.CAUTION: _("Caution"),
    Tier.HOLD: _("Hold"),
    Tier.EMERGENCY: _("Emergency"),
}


class _TierAttribute(DeferredAttribute):
    """Whatever is assigned becomes a tier at once: a plain word would compare as a word."""

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self.field.attname] = self.field.to_python(value)


class TierField(models.Field[Tier, Tier]):
    """A tier, stored as its rank: `order_by("-tier")` and `tier__gte=Tier.HOLD` mean what they say in SQL too."""

    descriptor_class = _TierAttribute

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["choices"] = list(TIER_LABELS.items())
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Leave the labels out of migrations: they belong to the field."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["choices"]
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "PositiveSmallIntegerField"

    def from_db_value(self, rank: int | None, *_: Any) -> Tier | None:
        return None if rank is None else Tier.of_rank(rank)

    def to_python(self, value: Any) -> Tier | None:
        return None if value is None else Tier(value)

    def get_prep_value(self, value: Any) -> int | None:
        return None if value is None else Tier(value).rank
