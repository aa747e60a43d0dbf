"""Where a page leads after something was sent."""

from django.http import HttpResponseRedirect
from django.urls import reverse


def see_other(name: str, *args: object, query: str = "") -> HttpResponseRedirect:
    """Redirect with a GET to the page of that name, whatever was sent, with that `query`."""
    response = HttpResponseRedirect(reverse(name, args=args) + (f"?{query}" if query else ""))
    response.status_code = 303
    return response
