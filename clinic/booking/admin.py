"""The timetable in the admin: administrators keep it, practitioners read it. Visits are not here but at the desk.

Every change is a line in the book. Hours and exceptions may be deleted, nothing else.
"""

from typing import Any, TypeVar

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import audit, formatting
from clinic.accounts.models import Practitioner
from clinic.audit.transaction import audited_transaction
from clinic.booking import open_days, photograph_admin, schedule
from clinic.booking.models import (
    BookingRules,
    DayException,
    Location,
    PractitionerSettings,
    Room,
    VisitType,
    WeeklyHours,
)
from clinic.booking.models.timetable import timetable_changed
from clinic.consequences import AsksFirst
from clinic.restricted_admin import GuardedAdmin
from clinic.settings_fields import SettingsFields

Row = TypeVar("Row", bound=Model)


class TimetableAdmin(SettingsFields, AsksFirst, GuardedAdmin[Row]):
    """A part of the timetable: each change is noted, and what was remembered of it is forgotten."""

    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def save_model(self, request: HttpRequest, obj: Row, form: Any, change: bool) -> None:
        """Keep yesterday's hours as they were before they change."""
        open_days.keep(at=timezone.now())
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        timetable_changed()
        if form.has_changed() or not change:
            self._note("changed" if change else "added", form.instance, request)

    def delete_model(self, request: HttpRequest, obj: Row) -> None:
        open_days.keep(at=timezone.now())
        self._note("deleted", obj, request)
        super().delete_model(request, obj)

    def _note(self, what: str, row: Model, request: HttpRequest) -> None:
        assert request.user.is_authenticated  # noqa: S101  (the admin lets nobody else in)
        with audited_transaction():
            audit.record(f"diary.{row._meta.model_name}_{what}", on=row, by=request.user, at=timezone.now())

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "practitioner":
            kwargs["queryset"] = _practitioners()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PlacedAdmin(TimetableAdmin[Row]):
    """A row that is at a location: nobody is asked for one, and none is listed, while the clinic has only its own."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        return fields if Location.objects.exists() else [name for name in fields if name != "location"]

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = super().get_list_display(request)
        return (*columns, "location") if Location.objects.exists() else columns


class DeletableAdmin(TimetableAdmin[Row]):
    """A row that may go: what was booked by it stays booked."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(f"booking.delete_{self.opts.model_name}")


class HoursAdmin(PlacedAdmin[Row], DeletableAdmin[Row]):
    """A row with hours. Where they are read and not typed, they stand as everywhere else: 9:00 am."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        if self.has_change_permission(request, obj):
            return fields
        display_fields = {"opens": "begins", "closes": "ends"}
        return tuple(display_fields.get(str(name), name) for name in fields)

    @admin.display(description=_("from"), ordering="opens", empty_value="–")
    def begins(self, row: Any) -> str | None:
        return formatting.weekly_clock(row.opens) if row.opens else None

    @admin.display(description=_("until"), ordering="closes", empty_value="–")
    def ends(self, row: Any) -> str | None:
        return formatting.weekly_clock(row.closes) if row.closes else None


def _practitioners() -> QuerySet[Practitioner]:
    return Practitioner.objects.working().select_related("user")


@admin.register(VisitType)
class VisitTypeAdmin(TimetableAdmin[VisitType]):
    list_display = ("name", "minutes", "room_minutes", "needling", "booking", "active", "position")
    fields = (
        *("name", "code", "about", "bring", "minutes", "room_minutes", "price", "needling"),
        *("booking", "practitioners", "active", "position"),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: VisitType | None = None) -> tuple[str, ...]:
        """A code stays for ever."""
        return ("code",) if obj else ()

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        from django.forms import CheckboxSelectMultiple

        kwargs |= {"queryset": _practitioners(), "widget": CheckboxSelectMultiple()}
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Location)
class LocationAdmin(TimetableAdmin[Location]):
    list_display = ("name", "active", "position")
    fields = ("name", "address", "directions", "directions_url", "getting_in", "zone", "active", "position")


@admin.register(Room)
class RoomAdmin(PlacedAdmin[Room]):
    list_display = ("name", "active", "position")
    list_select_related = ("location",)
    fields = ("name", "location", "active", "position")


@admin.register(WeeklyHours)
class WeeklyHoursAdmin(HoursAdmin[WeeklyHours]):
    list_display = ("practitioner", "weekday", "begins", "ends")
    list_select_related = ("practitioner__user", "location")
    fields = ("practitioner", "location", "weekday", "opens", "closes")
    list_filter = ("weekday",)
    lookups = frozenset({"weekday__exact"})


@admin.register(DayException)
class DayExceptionAdmin(HoursAdmin[DayException]):
    list_display = ("date", "what", "practitioner", "begins", "ends", "note")
    list_select_related = ("practitioner__user", "location")
    list_filter = ("what",)
    lookups = frozenset({"what__exact"})
    ordering = ("-day", "opens", "id")
    fields = ("what", "practitioner", "location", "day", "opens", "closes", "note")

    @admin.display(description=_("date"), ordering="day")
    def date(self, row: DayException) -> str:
        return formatting.day(row.day)


@admin.register(PractitionerSettings)
class PractitionerSettingsAdmin(TimetableAdmin[PractitionerSettings]):
    list_display = ("practitioner", "buffer_before", "buffer_after", "notice_hours", "horizon_days")
    list_select_related = ("practitioner__user",)


@admin.register(BookingRules)
class BookingRulesAdmin(TimetableAdmin[BookingRules]):
    fields = (
        *("future_visits", "mailbox_patients", "cutoff_hours", "grace_minutes"),
        *("hold_minutes", "offer_minutes", "step"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one row, so the list is the row."""
        if not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)  # type: ignore[no-any-return]  # says 403
        return redirect(reverse("admin:booking_bookingrules_change", args=[schedule.rules().pk]))


# Imported here, so that Django finds the page.
PHOTOGRAPHS = photograph_admin.PlacePhotographAdmin
