"""Administrators keep the photographs of the clinic's places: each with its words in every whole language."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.accounts.acting import user_at_work
from clinic.booking import services
from clinic.booking.models import Location, PlacePhotograph
from clinic.booking.photograph_form import translated_names, with_translations
from clinic.restricted_admin import GuardedAdmin
from clinic.settings_fields import SettingsFields


@admin.register(PlacePhotograph)
class PlacePhotographAdmin(SettingsFields, GuardedAdmin[PlacePhotograph]):
    """What patients see of the place before they come. Whoever may only read it sees the picture and its words."""

    form = with_translations()
    list_display = ("kind", "thumbnail", "caption", "position")
    list_select_related = ("location",)
    ordering = ("location", "position", "id")
    readonly_fields = ("thumbnail",)
    actions = None
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("small", "medium", "large")

    def get_fields(self, request: HttpRequest, obj: PlacePhotograph | None = None) -> tuple[str, ...]:
        picture = ("thumbnail",) if obj else ()
        where = ("kind", "location") if Location.objects.exists() else ("kind",)
        if not self.has_change_permission(request, obj):
            return (*picture, *where, "alt", "caption", "position")
        return (*picture, "picture", *where, *translated_names(), "position")

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = super().get_list_display(request)
        return (*columns, "location") if Location.objects.exists() else columns

    @admin.display(description=_("photograph"))
    def thumbnail(self, row: PlacePhotograph) -> str:
        """The photograph, small, in place of a name of a file."""
        return render_to_string("admin/booking/thumbnail.html", {"photograph": row})

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("booking.delete_placephotograph")

    def save_model(self, request: HttpRequest, obj: PlacePhotograph, form: Any, change: bool) -> None:
        shown = form.keep(by=user_at_work(request), at=timezone.now())
        obj.__dict__.update(shown.__dict__)

    def delete_model(self, request: HttpRequest, obj: PlacePhotograph) -> None:
        services.remove_photograph(obj, by=user_at_work(request), at=timezone.now())
