"""The forms of what messages say and when reminders go out."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clinic.booking.reminders import FORM, VISIT, Reminder
from clinic.outbox.message_words import BODY, SUBJECT, TEXT, Words
from clinic.outbox.rewording import LONGEST


class HoursField(forms.CharField):
    """Hours before the visit, as a list: 72, 24."""

    def to_python(self, value: Any) -> list[int]:  # type: ignore[override]  # a list of what was typed
        text = super().to_python(value) or ""
        if re.fullmatch(r"\s*(\d{1,3}(\s*,\s*\d{1,3})*)?\s*", text) is None:
            raise ValidationError(_("Write hours with commas between them, for example 72, 24."))
        return [int(hours) for hours in text.split(",") if hours.strip()]


class RemindersForm(forms.Form):
    """At how many hours before the visit."""

    reminder = HoursField(
        label=_("Reminders of the visit, in hours before it"),
        required=False,
        help_text=_("For example 72, 24: three days and one day before. Leave it empty to send none."),
    )
    form = HoursField(
        label=_("Reminders of a form that is missing, in hours before the visit"),
        required=False,
        help_text=_("They stop when the form is done. The last one before the visit asks what has changed, too."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, plan: list[Reminder]) -> None:
        super().__init__(data, initial={kind: _hours_of(plan, kind) for kind in (VISIT, FORM)})

    def hours(self) -> dict[str, list[int]]:
        """Return what was typed."""
        return {kind: self.cleaned_data[kind] for kind in (VISIT, FORM)}


def _hours_of(plan: list[Reminder], what: str) -> str:
    return ", ".join(str(int(each.before.total_seconds() // 3600)) for each in plan if each.what == what)


class WordsForm(forms.Form):
    """Subject, email and text message."""

    subject = forms.CharField(label=_("Subject of the email"), max_length=LONGEST[SUBJECT])
    body = forms.CharField(
        label=_("Email"), max_length=LONGEST[BODY], widget=forms.Textarea(attrs={"rows": 14}), strip=False
    )
    text = forms.CharField(
        label=_("Text message"), max_length=LONGEST[TEXT], widget=forms.Textarea(attrs={"rows": 4}), strip=False
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, words: Words) -> None:
        super().__init__(data, initial={SUBJECT: words.subject, BODY: words.body, TEXT: words.text})

    def words(self) -> Words:
        """Return what was typed."""
        return Words(*(self.cleaned_data.get(part, "") for part in (SUBJECT, BODY, TEXT)))
