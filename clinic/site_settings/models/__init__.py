"""What a clinic says about itself: address, hours, prices and texts of its own."""

from clinic.site_settings.models.own_text import OwnText
from clinic.site_settings.models.price import Price
from clinic.site_settings.models.profile import ACCENT, ACCENT_DARK, Arrival, ClinicProfile
from clinic.site_settings.models.staffing import AlertRecipient, ClosedDay, StaffedHours

__all__ = [
    "ACCENT",
    "ACCENT_DARK",
    "AlertRecipient",
    "Arrival",
    "ClinicProfile",
    "ClosedDay",
    "OwnText",
    "Price",
    "StaffedHours",
]
