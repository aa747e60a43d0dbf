"""A practitioner's private calendar, for whoever holds its link: a calendar signs in nowhere."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from clinic.booking import calendar_feeds


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The visits of one practitioner as a file for a calendar; a link that is not the newest opens nothing."""
    opened = calendar_feeds.feed_of(secret[:100])
    if opened is None:
        raise Http404
    at = timezone.now()
    calendar_feeds.note_reading(opened, at=at)
    calendar = calendar_feeds.calendar_of(opened, at=at)
    response = HttpResponse(calendar, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="visits.ics"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
