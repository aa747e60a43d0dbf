"""The book for administrators: to read, and nothing else."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.audit.models import Entry
from clinic.restricted_admin import GuardedAdmin


class DayFilter(admin.SimpleListFilter):
    """One day of the clinic's calendar; any other than the last fourteen can be asked for in the address."""

    title = _("day")
    parameter_name = "day"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        today = timezone.localdate()
        days = [today - timedelta(days=back) for back in range(14)]
        return [(day.isoformat(), formatting.day(day)) for day in days]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        if not (asked := self.value()):
            return queryset
        try:
            return queryset & Entry.objects.on_day(date.fromisoformat(asked))
        except (ValueError, OverflowError):  # no such day, or none that has a day after it
            return queryset.none()


class DeedFilter(admin.SimpleListFilter):
    """What was done."""

    title = _("action")
    parameter_name = "deed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(deed, deed) for deed in Entry.objects.deeds()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return queryset.filter(deed=self.value()) if self.value() else queryset


class BookPaginator(Paginator[Entry]):
    """Counts up to ten thousand rows, however long the book is: nobody pages further."""

    MOST = 10_000

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: self.MOST].count())


@admin.register(Entry)
class EntryAdmin(GuardedAdmin[Entry]):
    # Nobody narrows the book down by its facts through the address.
    lookups = frozenset({DayFilter.parameter_name, DeedFilter.parameter_name})
    list_display = ("number", "when", "deed", "on", "who", "facts")
    list_display_links = ("number",)
    list_filter = (DayFilter, DeedFilter)
    list_select_related = ("by",)
    ordering = ("-number",)
    sortable_by = ()
    paginator = BookPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("on__exact",)
    search_help_text = _("A record as the audit log names it, for example intake.case:BCDF2345GHJK6789.")
    actions = None

    @admin.display(description=_("when"))
    def when(self, entry: Entry) -> str:
        return formatting.short_moment(entry.at)

    @admin.display(description=_("who"), empty_value="-")
    def who(self, entry: Entry) -> str | None:
        """The person, and the role they had then."""
        return f"{entry.by}, {entry.role}" if entry.by else None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return False
