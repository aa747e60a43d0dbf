"""How many requests to erase a record wait for an answer, for the pages of whoever answers them."""

from django import template

from clinic.accounts.erasure.models import ErasureRequest

register = template.Library()


@register.simple_tag
def requests_to_erase() -> int:
    """Return how many patients wait for an answer."""
    return ErasureRequest.objects.open().count()
