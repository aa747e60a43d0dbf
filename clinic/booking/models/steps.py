"""Minutes and times of day that fill whole cells of the diary."""

from datetime import time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clinic.booking.grid import CELL_MINUTES


def five_minutes(value: int) -> None:
    """Refuse minutes that do not fill whole cells of the diary."""
    if value % CELL_MINUTES:
        raise ValidationError(_("Use steps of five minutes."), code="five_minutes")


def on_the_grid(value: time) -> None:
    """Refuse a time of day that lies inside a cell of the diary."""
    if value.minute % CELL_MINUTES or value.second or value.microsecond:
        raise ValidationError(_("Use steps of five minutes."), code="five_minutes")
