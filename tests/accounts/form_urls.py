"""The clinic's addresses, and one page that confirms an address as a form does."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from clinic import urls as clinic_urls
from clinic.accounts import codes


@login_not_required
def begin(request: HttpRequest) -> HttpResponse:
    return codes.start(request, email=request.POST["email"], next_url="/intake/a/")


urlpatterns = [path("begin/", begin), *clinic_urls.urlpatterns]
