"""Addresses, one prefix a person: readers, patients, the desk, practitioners.

What a patient can reach is there in every language: in English without a prefix, in Spanish under /es/ (decision 31);
what an emergency needs also under /ko/, /zh-hans/ and others (decision 36).
"""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from clinic import languages
from clinic.operations.addresses import ADDRESSES

urlpatterns: list[URLPattern | URLResolver] = languages.patterns(
    # /            readers
    path("", include("clinic.website.urls")),
    # /articles/   readers
    path("articles/", include("education.urls")),
    # /account/    everyone who signs in
    path("account/", include("clinic.accounts.urls")),
    # /intake/     patients
    path("intake/", include("intake.pages.urls")),
    # /tablet/     patients at the front desk, on the clinic's tablet
    path("tablet/", include("intake.pages.tablet.urls")),
    # /visits/     patients
    path("visits/", include("clinic.booking.urls")),
)
urlpatterns += [
    # /desk/       the front desk
    path("desk/", include("clinic.desk.urls")),
    # /treatment/  practitioners, beside a visit
    path("treatment/", include("intake.treatment.urls")),
    # /webhooks/   machines that carry our messages, each signed
    path("webhooks/", include("clinic.outbox.urls")),
    # /transfer/   administrators: what comes in, what goes out, what is erased
    path("transfer/", include("clinic.transfer.urls")),
    # /system/     administrators: how the site is, and what a new clinic lacks
    path("system/", include("clinic.operations.urls")),
    # machines of the house: is all well, can this process serve, figures
    *(path(address[1:], view, name=address[1:]) for address, view in ADDRESSES.items()),
    # /admin/      practitioners and administrators
    path("admin/", admin.site.urls),
]
if not settings.PRODUCTION:
    # /design/     builders: the design system on one page
    urlpatterns.append(path("design/", include("clinic.website.design.urls")))
if settings.DEMO:
    # /demo/       only in the demo clinic
    urlpatterns.append(path("demo/", include("clinic.demo.urls")))

handler400 = "clinic.website.errors.bad_request"
handler403 = "clinic.website.errors.forbidden"
handler404 = "clinic.website.errors.not_found"
handler429 = "clinic.website.errors.too_often"  # read by allauth, not by Django
handler500 = "clinic.website.errors.server_error"
