"""A practitioner's private calendar link: made, made anew, stopped. It is shown once, on the page after."""

import base64

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Practitioner
from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.booking import calendar_feeds
from clinic.booking.models import CalendarFeed
from clinic.choices import Option
from clinic.desk.views.common import looked_at_or_sent, page, who
from clinic.encryption import UnsealError, seal, unseal
from clinic.redirects import see_other

# Sealed in the session until the page that follows has shown it.
SHOWN = "calendar_link"


@looked_at_or_sent
@role_required(PRACTITIONER)
def calendar_link(request: HttpRequest) -> HttpResponse:
    """Show whether there is a link and since when; a POST makes a new one or stops it. Loaded again, the page makes
    none.
    """
    by, at = who(request), timezone.now()
    mine = get_object_or_404(Practitioner, user=by)
    if request.method == "POST":
        if request.POST.get("do") == "stop":
            calendar_feeds.stop(mine, by=by, at=at)
            messages.success(request, _("Your calendar link is stopped."))
            return redirect("desk:calendar_link")
        secret = calendar_feeds.renew(mine, shows_initials=bool(request.POST.get("initials")), by=by, at=at)
        request.session[SHOWN] = base64.b64encode(seal({"secret": secret})).decode()
        return see_other("desk:calendar_link")
    link = _just_made(request)
    feed = CalendarFeed.objects.filter(practitioner=mine).first()
    label = _("Show the patients’ initials beside the type of visit")
    context = {
        "link": link,
        "since": formatting.moment(feed.made_at) if feed else "",
        "read_on": formatting.day(feed.read_on) if feed and feed.read_on else "",
        "initials": [Option("yes", label, checked=bool(feed and feed.shows_initials))],
        "part": "my_day",
    }
    return page(request, "calendar_link", context)


def _just_made(request: HttpRequest) -> str:
    """Return the link that was made a moment ago, once."""
    kept = request.session.pop(SHOWN, "")
    try:
        secret = unseal(base64.b64decode(kept))["secret"] if kept else ""
    except UnsealError:
        return ""
    return settings.SITE_URL + reverse("booking:feed", args=[secret]) if secret else ""
