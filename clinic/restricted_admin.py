"""The stock admin's lists without its side doors: what the page offers can be asked, nothing else.

Stock Django answers any lookup written into the address, reads a search of any length, and fails on a key that is none.
"""

from typing import Any, ClassVar, TypeVar

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

Row = TypeVar("Row", bound=Model)

# More words than that make one query too deep for SQLite and slow on PostgreSQL; no name and no address has them.
LONGEST_SEARCH = 100


# Parts of one thing on one page: more make nothing that anybody reads, and a form that no browser likes.
MOST_ROWS = 60
_COUNTS = ("-TOTAL_FORMS", "-INITIAL_FORMS")


class BoundedInline:
    """Rows beside the thing they belong to: as many as a page can carry, and no more are ever drawn."""

    max_num: int | None = MOST_ROWS

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"absolute_max": self.max_num} | kwargs)  # type: ignore[misc]


class CountedRows:
    """A form that names more rows than a page can carry, or no number, is refused before anything is drawn."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.check_counts(request)
        return super().changeform_view(request, *args, **kwargs)  # type: ignore[misc]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """A page about something is called what it is about, and not "Change article"."""
        if context.get("subtitle"):
            context |= {"title": context["subtitle"], "subtitle": None}
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def check_counts(self, request: HttpRequest) -> None:
        """Raise BadRequest for a form that names more rows than it can have."""
        for name in request.POST:
            text = request.POST.get(name, "")
            if name.endswith(_COUNTS) and not (text.isascii() and text.isdecimal() and int(text[:9]) <= MOST_ROWS):
                raise BadRequest("The form names more rows than it can have.")


class GuardedAdmin(CountedRows, admin.ModelAdmin[Row]):
    """Lookups by allow-list, short searches, keys that are keys, rows that were counted, and no deletion."""

    # Parameters of the filters on the page, as they stand in the address.
    lookups: ClassVar[frozenset[str]] = frozenset()

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup in self.lookups

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Row], search_term: str
    ) -> tuple[QuerySet[Row], bool]:
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Row | None:
        return super().get_object(request, object_id, from_field) if self._is_key(object_id) else None

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        if not all(map(self._is_key, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise BadRequest("One of the chosen rows has no such key.")
        called = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, called | (extra_context or {}))

    def _is_key(self, text: str) -> bool:
        """Say whether a key of this model can look like this; PostgreSQL refuses to look for a NUL at all."""
        try:
            self.opts.pk.clean(text, None)
        except ValidationError:
            return False
        return "\0" not in text
