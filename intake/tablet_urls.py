"""The tablet's addresses: short, for somebody types the first one; no code and no reference stands in them."""

from django.urls import path

from intake.views import tablet

app_name = "tablet"

urlpatterns = [
    path("", tablet.start, name="start"),
    path("who/", tablet.who, name="who"),
    path("back/", tablet.back, name="back"),
    path("here/", tablet.here, name="here"),
    path("done/", tablet.done, name="done"),
]
