"""/system/: the administrator's pages about the site itself."""

from django.urls import path

from clinic.operations import views

app_name = "operations"

urlpatterns = [
    path("health/", views.health_page, name="health"),
    path("setup/", views.setup_page, name="setup"),
]
