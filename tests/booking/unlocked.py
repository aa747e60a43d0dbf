"""The clinic with nobody queueing for the diary: served to a crowd that must then be booked twice."""

from clinic.wsgi import application  # first: it sets Django up
from tests.booking.races import unlocked

__all__ = ["application"]

# Kept in a name, for it stands as long as this worker lives.
never_locked = unlocked()
never_locked.__enter__()
