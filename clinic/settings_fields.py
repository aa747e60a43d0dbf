"""How the fields of a settings page look: times and dates that are typed as they are read, and choices in words.

The stock admin hangs a clock, a calendar and the clock of the server on them, and asks with a row of dashes.
"""

from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

_LINKS = ("can_add_related", "can_change_related", "can_delete_related", "can_view_related")


class SettingsFields:
    """A page of the admin, or its rows, on which the clinic sets hours, days and whom they are about."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        """Return the field with a plain box, an example where it has no other help, and words where nothing is chosen.

        What a choice is about has its own page: no icons lead there from the middle of a form.
        """
        example = None
        if isinstance(db_field, models.TimeField):
            kwargs["widget"], example = forms.TimeInput(attrs={"size": 10}), _("For example 9:00 am.")
        elif isinstance(db_field, models.DateField) and not isinstance(db_field, models.DateTimeField):
            kwargs["widget"], example = forms.DateInput(attrs={"size": 12}), _("For example 3/25/2026.")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # the admin's
        if example and not field.help_text:
            field.help_text = example
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            for link in _LINKS:
                setattr(field.widget, link, False)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("empty_label", "–" if db_field.blank else _("Choose one"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # the admin's

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if not db_field.blank:
            kwargs.setdefault("choices", db_field.get_choices(blank_choice=[("", _("Choose one"))]))
        return super().formfield_for_choice_field(db_field, request, **kwargs)  # type: ignore[misc]  # the admin's
