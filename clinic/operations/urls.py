"""/system/: the administrator's pages about the site itself."""

from django.urls import path

from clinic.operations import views
from clinic.operations.reads import views as reads_views

app_name = "operations"

urlpatterns = [
    path("health/", views.health_page, name="health"),
    path("setup/", views.setup_page, name="setup"),
    # /system/reads/   who read whom, for whoever reads the audit log
    path("reads/", reads_views.reads_page, name="reads"),
    path("reads/unusual/", reads_views.unusual_page, name="unusual_reads"),
]
