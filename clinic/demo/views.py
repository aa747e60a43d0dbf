"""What only a demo clinic shows: the letters it would have sent."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic import formatting
from clinic.outbox.models import Letter

SHOWN = 100


@login_not_required
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Let anyone read the letters, sign-in codes too, the newest first: nobody here is real."""
    if not settings.DEMO:  # the address does not exist elsewhere; this holds even if somebody adds it
        raise Http404
    newest = Letter.objects.readable_in_demo()[:SHOWN]
    read = [(letter, formatting.moment(letter.finished_at)) for letter in newest if letter.finished_at]
    return render(request, "demo/letters.html", {"letters": read})
