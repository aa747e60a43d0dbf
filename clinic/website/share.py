"""For the administrator: the link to booking, and a button and a card to copy into another site of the clinic.

What is copied holds no script and fetches nothing: it is a link in a frame of its own. What the link asks for is looked
up again when somebody follows it (clinic.booking.views.choosing).
"""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from clinic.accounts import roles
from clinic.booking import schedule
from clinic.site_settings import services as site_settings


@roles.role_required(roles.ADMINISTRATOR)
@require_safe
def share(request: HttpRequest) -> HttpResponse:
    """Show the link and what to copy; `type` and `with` in the address preselect, where they are offered."""
    table = schedule.current()
    kinds = [kind for kind in table.online_types() if kind.booking == kind.Booking.ONLINE]
    kind = next((kind for kind in kinds if kind.code == request.GET.get("type")), None)
    people = list(table.people.values())
    offering = table.offering(kind) if kind else []
    person = next((person for person in offering if str(person.key) == request.GET.get("with")), None)
    query = ({"type": kind.code} if kind else {}) | ({"with": str(person.key)} if person else {})
    link = settings.SITE_URL + reverse("booking:book") + (f"?{urlencode(query)}" if query else "")
    facts = {"link": link, "kind": kind, "who": person, "profile": site_settings.current()}
    context = facts | {
        "kinds": kinds,
        "people": people,
        "map_link": settings.SITE_URL + reverse("booking:book"),
        "button": render_to_string("website/share_button.txt", facts).strip(),
        "card": render_to_string("website/share_card.txt", facts).strip(),
    }
    return render(request, "website/share.html", context)
