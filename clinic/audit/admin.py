"""The audit log for administrators: in sentences, to read, and nothing else."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.audit.models import Checkpoint, Entry
from clinic.audit.sentences import anybodys, sentence_of
from clinic.audit.subjects import names_about
from clinic.restricted_admin import LONGEST_SEARCH, GuardedAdmin


class DayFilter(admin.SimpleListFilter):
    """One day of the clinic's calendar; any other than the last fourteen can be asked for in the address."""

    title = _("day")
    parameter_name = "day"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        today = timezone.localdate()
        days = [today - timedelta(days=back) for back in range(14)]
        return [(day.isoformat(), formatting.day(day)) for day in days]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        if not (day := self.value()):
            return queryset
        try:
            return queryset & Entry.objects.on_day(date.fromisoformat(day))
        except (ValueError, OverflowError):  # no such day, or none that has a day after it
            return queryset.none()


class DeedFilter(admin.SimpleListFilter):
    """What was done."""

    title = _("action")
    parameter_name = "deed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return sorted(((deed, anybodys(deed)) for deed in Entry.objects.deeds()), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return queryset.filter(deed=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """Who did it: staff, those who left too; a patient's mailbox can be asked for in the address."""

    title = _("person")
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        staff = get_user_model()._default_manager.filter(is_staff=True).order_by("name")
        return [(str(user.pk), str(user)) for user in staff]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return queryset.filter(by=self.value()) if self.value() else queryset


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
    lookups = frozenset({DayFilter.parameter_name, DeedFilter.parameter_name, PersonFilter.parameter_name})
    list_display = ("number", "when", "sentence", "codes")
    list_display_links = ("number",)
    list_filter = (PersonFilter, DayFilter, DeedFilter)
    list_select_related = ("by",)
    fields = ("number", "when", "sentence", "deed", "on", "by", "role", "facts", "previous", "hash")
    readonly_fields = fields
    ordering = ("-number",)
    sortable_by = ()
    paginator = BookPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("on__exact",)
    search_help_text = _("The reference of a patient or a record, for example BCDF2345GHJK6789.")
    actions = None

    @admin.display(description=_("when"))
    def when(self, entry: Entry) -> str:
        return formatting.short_moment(entry.at)

    @admin.display(description=_("what happened"))
    def sentence(self, entry: Entry) -> str:
        """The person, with the role they had then, and what they did."""
        return sentence_of(entry, role=entry.role)

    @admin.display(description=_("details"))
    def codes(self, entry: Entry) -> str:
        """The codes of the line, folded away."""
        return render_to_string("admin/audit/codes.html", {"entry": entry})

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Entry], search_term: str
    ) -> tuple[QuerySet[Entry], bool]:
        """Find a record by its name in the log, or everything about a patient by their reference."""
        term = search_term.strip()[:LONGEST_SEARCH]
        if not term:
            return queryset, False
        return queryset.filter(on__in=[term] if ":" in term else names_about(term.upper())), False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {"subtitle": self._verified(), **(extra_context or {})})

    def _verified(self) -> str:
        checkpoint = Checkpoint.objects.first()
        if checkpoint is None:
            return gettext("Not verified yet. The clinic does so once a day, and manage.py verify_audit at once.")
        words = {"number": checkpoint.number, "when": formatting.moment(checkpoint.at)}
        return gettext("Verified up to entry %(number)d, %(when)s.") % words

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return False
