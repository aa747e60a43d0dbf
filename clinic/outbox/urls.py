"""Addresses for machines: what carriers of messages tell us."""

from django.urls import path

from clinic.outbox import views

app_name = "outbox"

urlpatterns = [
    path("text/", views.text, name="text"),
    path("text/<slug:ref>/", views.report, name="report"),
    path("email/", views.bounce, name="bounce"),
]
