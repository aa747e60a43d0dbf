"""Photographs of practitioners and of the clinic, as files: an address holds one picture for good."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from clinic.accounts import portraits
from clinic.accounts.models import Portrait, Practitioner
from clinic.booking.models import PlacePhotograph
from clinic.booking.photographs import WIDTHS


@login_not_required
@require_safe
def portrait(request: HttpRequest, digest: str, size: str) -> HttpResponseBase:
    """A practitioner's photograph; nobody who has left is shown."""
    if size not in portraits.EDGES:
        raise Http404
    working = Practitioner.objects.working()
    return _picture(request, Portrait.objects.filter(digest=digest, practitioner__in=working), digest, size)


@login_not_required
@require_safe
def photograph(request: HttpRequest, digest: str, size: str) -> HttpResponseBase:
    """A photograph of a place that is in use."""
    if size not in WIDTHS:
        raise Http404
    return _picture(request, PlacePhotograph.objects.shown().filter(digest=digest), digest, size)


def _picture(
    request: HttpRequest, rows: "QuerySet[Portrait] | QuerySet[PlacePhotograph]", digest: str, size: str
) -> HttpResponseBase:
    """Another photograph has another address, so whoever has this one may keep it."""
    response: HttpResponseBase | None = get_conditional_response(request, etag=f'"{digest}-{size}"')
    if response is None:
        data = rows.values_list(size, flat=True).first()
        if data is None:
            raise Http404
        response = HttpResponse(bytes(data), content_type="image/webp")
    response.headers["ETag"] = f'"{digest}-{size}"'
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
