"""The clinic's own page in the admin: one row, for administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.profile import services
from clinic.profile.models import AlertRecipient, ClinicProfile, ClosedDay, StaffedHours


class WithTheProfile:
    """Whoever may change the profile may change what belongs to it; there are no permissions beside."""

    extra = 1

    def _allowed(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.has_perm("profile.change_clinicprofile")

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission = _allowed


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


@admin.register(ClinicProfile)
class ClinicProfileAdmin(admin.ModelAdmin[ClinicProfile]):
    inlines = (StaffedHoursInline, ClosedDayInline, AlertRecipientInline)
    actions = None
    fieldsets = (
        (None, {"fields": ("name", "tagline", "initials", "languages")}),
        (_("Colours"), {"fields": ("accent", "accent_dark")}),
        (_("Where and how to reach us"), {"fields": ("address", "directions", "phone", "phone_tel", "email")}),
        (_("In an emergency"), {"fields": ("emergency_number", "crisis_number")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ClinicProfile | None = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one row, so the list is the row."""
        return redirect(reverse("admin:profile_clinicprofile_change", args=[services.current().pk]))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the hours and people with the row, then say what changed (the book listens); one transaction."""
        super().save_related(request, form, formsets, change)
        changed = [*form.changed_data, *(formset.prefix for formset in formsets if formset.has_changed())]
        if changed:
            services.tell_of_change(form.instance, fields=changed, by=request.user, at=timezone.now())
