"""What only a demo clinic shows: the messages it would have sent, and everybody's work at one press."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from clinic import formatting
from clinic.accounts.models import User
from clinic.demo import visitors
from clinic.outbox.models import Letter
from clinic.redirects import see_other

SHOWN = 100


@login_not_required
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Let anyone read the letters, sign-in codes too, the newest first: nobody here is real."""
    if not settings.DEMO:  # the address does not exist elsewhere; this holds even if somebody adds it
        raise Http404
    newest = Letter.objects.readable_in_demo()[:SHOWN]
    rows = [(letter, formatting.moment(letter.finished_at)) for letter in newest if letter.finished_at]
    return render(request, "demo/letters.html", {"letters": rows})


@csrf_exempt  # public pages carry no token; `comes_from_here` asks the browser instead, and nobody here is real
@login_not_required
@require_POST
def become(request: HttpRequest, who: str) -> HttpResponse:
    """Sign a visitor in as one of the demo's people, and show that person's first page."""
    if not settings.DEMO or who not in visitors.PEOPLE:
        raise Http404
    if not visitors.comes_from_here(request):
        raise PermissionDenied
    visitors.sign_in_as(request, get_object_or_404(User, email=visitors.PEOPLE[who]))
    if who == "front-desk":
        return redirect(f"{reverse('desk:day')}?{urlencode({'day': visitors.living_day(timezone.now())})}")
    return see_other("accounts:landing")
