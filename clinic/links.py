"""Addresses of our pages as they stand in a message or a calendar file: whole, and in the reader's language."""

from django.conf import settings
from django.urls import reverse


def page_url(name: str, *args: object) -> str:
    """Return the address of the page of that name, host and all, in the language that is spoken: a message is written
    in its reader's. A page of the staff, and any page while an emergency language is spoken, is the English one.
    """
    return settings.SITE_URL + reverse(name, args=args)
