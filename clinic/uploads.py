"""How much a page may be sent: most take a form, a few take a file (settings.LARGE_UPLOADS)."""

import re

from django.conf import settings


def most_bytes(path: str) -> int:
    """Return how many bytes the page at an address may be sent with its file, or 0 where it takes none."""
    return next((most for address, most in settings.LARGE_UPLOADS.items() if re.fullmatch(address, path)), 0)
