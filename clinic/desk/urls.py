"""Addresses of the front desk."""

from django.urls import path

from clinic.desk import views

app_name = "desk"

urlpatterns = [
    # /desk/                         the day
    path("", views.today, name="today"),
    path("forms/<slug:ref>/accept/", views.accept, name="accept"),
    path("differences/<int:pk>/", views.settle, name="settle"),
]
