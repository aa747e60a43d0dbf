"""Addresses, one prefix a person: readers, patients, the desk, practitioners."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    # /            readers
    path("", include("clinic.front.urls")),
    # /account/    everyone who signs in
    path("account/", include("clinic.accounts.urls")),
    # /intake/     patients
    path("intake/", include("intake.urls")),
    # /desk/       the front desk
    path("desk/", include("clinic.desk.urls")),
    # /admin/      practitioners and administrators
    path("admin/", admin.site.urls),
]
if settings.DEMO:
    # /demo/       only in the demo clinic
    urlpatterns.append(path("demo/", include("clinic.demo.urls")))

handler400 = "clinic.front.errors.bad_request"
handler403 = "clinic.front.errors.forbidden"
handler404 = "clinic.front.errors.not_found"
handler500 = "clinic.front.errors.server_error"
