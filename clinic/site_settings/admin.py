"""The clinic's own page in the admin: one row, for administrators."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.consequences import AsksFirst
from clinic.restricted_admin import BoundedInline, CountedRows
from clinic.settings_fields import SettingsFields
from clinic.site_settings import services as site_settings
from clinic.site_settings.forms import ClinicProfileForm
from clinic.site_settings.models import AlertRecipient, ClinicProfile, ClosedDay, Price, StaffedHours

# Fields of one line that hold a sentence or an address; the stock width shows a third of them.
WIDE = frozenset({"tagline", "directions_url", "licence_check_url", "privacy_contact", "note"})


class WithTheProfile(SettingsFields, BoundedInline):
    """Whoever may change the profile may change what belongs to it; there are no permissions beside."""

    extra = 1

    def _allowed(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.has_perm("site_settings.change_clinicprofile")

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission = _allowed


class Roomy:
    """Texts of three lines, and sentences on one line that can be read whole."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # the admin's
        if isinstance(db_field, models.TextField):
            field.widget.attrs["rows"] = 3
        elif db_field.name in WIDE:
            field.widget.attrs["class"] = "vLargeTextField"
        return field


# Stacked, on one line each: the stock table gives its fields no label that a reader of screens could say.
class StaffedHoursInline(WithTheProfile, admin.StackedInline[StaffedHours, ClinicProfile]):
    model = StaffedHours
    fields = (("weekday", "opens", "closes"),)


class ClosedDayInline(WithTheProfile, admin.StackedInline[ClosedDay, ClinicProfile]):
    model = ClosedDay
    fields = (("day", "why"),)


class AlertRecipientInline(WithTheProfile, admin.StackedInline[AlertRecipient, ClinicProfile]):
    model = AlertRecipient
    fields = (("user", "position"),)


class PriceInline(Roomy, WithTheProfile, admin.StackedInline[Price, ClinicProfile]):
    model = Price
    fields = (("name", "minutes", "amount", "position"), "note")


@admin.register(ClinicProfile)
class ClinicProfileAdmin(CountedRows, Roomy, SettingsFields, AsksFirst, admin.ModelAdmin[ClinicProfile]):
    form = ClinicProfileForm
    inlines = (StaffedHoursInline, ClosedDayInline, PriceInline, AlertRecipientInline)
    actions = None
    fieldsets = (
        (
            _("Who you are"),
            {
                "description": _("The name is on every page and email. The tagline is at the top of the home page."),
                "fields": ("name", "tagline", "initials", "languages"),
            },
        ),
        (_("Colors and logo"), {"fields": (("accent", "accent_dark"), ("logo_file", "no_logo"))}),
        (
            _("Where and how to reach you"),
            {
                "description": _(
                    "The phone number and address are at the bottom of every page. Empty fields are left out."
                ),
                "fields": (
                    ("phone", "phone_tel"),
                    "email",
                    "address",
                    "location_name",
                    "directions",
                    "directions_url",
                    "getting_in",
                ),
            },
        ),
        (
            _("In an emergency"),
            {
                "description": _("These numbers are on the emergency page and wherever an answer is an emergency."),
                "fields": (("emergency_number", "crisis_number"),),
            },
        ),
        (
            _("Text messages"),
            {
                "description": _("The hours are in the clinic’s time zone. The law in many places asks for them."),
                "fields": (("quiet_from", "quiet_until"),),
            },
        ),
        (
            _("What it costs"),
            {
                "description": _("The prices are further down. If there are none, the price page says to ask."),
                "fields": ("currency", "prices_include", "prices_exclude"),
            },
        ),
        (
            _("Privacy and licenses"),
            {
                "description": _("For the privacy notice and the page about your practitioners."),
                "fields": (
                    "licence_check_url",
                    "privacy_contact",
                    "records_years",
                    "unclaimed_months",
                    "audit_to",
                    "service_companies",
                    "complaints_to",
                ),
            },
        ),
    )

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The name of the clinic stands above every page; this one is called what it is for."""
        context |= {"title": _("Clinic settings"), "subtitle": None}
        return super().render_change_form(request, context, *args, **kwargs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ClinicProfile | None = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one row, so the list is the row."""
        return redirect(reverse("admin:site_settings_clinicprofile_change", args=[site_settings.current().pk]))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the hours and people with the row, then say what changed (the book listens); one transaction."""
        super().save_related(request, form, formsets, change)
        changed = [*form.changed_data, *(formset.prefix for formset in formsets if formset.has_changed())]
        if changed:
            site_settings.tell_of_change(form.instance, fields=changed, by=request.user, at=timezone.now())
