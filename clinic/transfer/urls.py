"""Addresses of what comes in and goes out: administrators, and who confirms an erasure."""

from django.urls import path

from clinic.transfer.views import due, imports

app_name = "transfer"

urlpatterns = [
    # /transfer/import/                 files of patients and visits
    path("import/", imports.imports, name="imports"),
    path("import/<slug:ref>/", imports.one_import, name="import"),
    path("import/<slug:ref>/do/", imports.bring_in, name="bring_in"),
    path("import/<slug:ref>/undo/", imports.undo, name="undo"),
    path("import/<slug:ref>/drop/", imports.drop, name="drop"),
    # /transfer/due/                    records whose time is over
    path("due/", due.due, name="due"),
    path("due/<slug:ref>/propose/", due.propose, name="propose"),
    path("erasures/<slug:ref>/confirm/", due.confirm, name="confirm"),
    path("erasures/<slug:ref>/withdraw/", due.withdraw, name="withdraw"),
]
