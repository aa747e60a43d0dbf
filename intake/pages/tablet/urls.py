"""The tablet's addresses: short, for somebody types the first one; no code and no reference stands in them."""

from django.urls import path

from intake.pages.tablet import views

app_name = "tablet"

urlpatterns = [
    path("", views.start, name="start"),
    path("who/", views.who, name="who"),
    path("back/", views.back, name="back"),
    path("here/", views.here, name="here"),
    path("done/", views.done, name="done"),
]
