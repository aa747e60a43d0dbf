"""Addresses of what comes in and goes out: administrators, and who confirms an erasure."""

from django.urls import path

from clinic.transfer.views import imports

app_name = "transfer"

urlpatterns = [
    # /transfer/import/                 files of patients and visits
    path("import/", imports.imports, name="imports"),
    path("import/<slug:ref>/", imports.one_import, name="import"),
    path("import/<slug:ref>/do/", imports.bring_in, name="bring_in"),
    path("import/<slug:ref>/undo/", imports.undo, name="undo"),
    path("import/<slug:ref>/drop/", imports.drop, name="drop"),
]
