"""HELLO: the pages that anyone may read."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from clinic import moments
from clinic.accounts.models import Practitioner
from clinic.front.hours import week
from clinic.profile import services


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Who we are, how it works, and where to begin."""
    profile = services.current()
    people = Practitioner.objects.filter(user__is_active=True).select_related("user")
    return render(request, "front/home.html", {"practitioners": people, "week": week(profile.hours.all())})


@login_not_required
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Phone, hours, address, how to find the door."""
    profile = services.current()
    again = services.next_staffed(profile, at=timezone.now())
    return render(
        request,
        "front/contact.html",
        {"week": week(profile.hours.all()), "next_staffed_words": again and moments.moment(again)},
    )


@login_not_required
@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """When not to wait for an appointment."""
    return render(request, "front/emergency.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep, why, and who reads it."""
    return render(request, "front/privacy.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, and what to do where it does not."""
    return render(request, "front/accessibility.html")


@login_not_required
@require_safe
@cache_control(public=True, max_age=300)
def colours(request: HttpRequest) -> HttpResponse:
    """The clinic's own colours as custom properties; linked only where they differ from ours."""
    return render(request, "front/colours.css", {"profile": services.current()}, content_type="text/css")
