"""The forms of an import: a file, and what its columns and words mean."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.booking import schedule
from clinic.transfer.importing import columns, csv_table, written_times
from clinic.transfer.importing.csv_table import CsvTable
from clinic.transfer.importing.dry_run import Choices
from clinic.transfer.importing.incoming_visits import Meaning

_ORDERS = (
    (written_times.MONTH_FIRST, gettext_lazy("Month first: 4/27/1984")),
    (written_times.DAY_FIRST, gettext_lazy("Day first: 27/4/1984")),
)
_LONGEST_EXAMPLE = 30


class UploadForm(forms.Form):
    """A CSV file."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        max_length=100,
        help_text=gettext_lazy("From Jane App, Cliniko or another system: one line a patient or a visit, up to 4 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        error_messages={"max_length": gettext_lazy("The name of the file is too long.")},
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > csv_table.MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 4 MB. Split it into smaller files."))
        return file


class ColumnsForm(forms.Form):
    """Which column is what, in which order days are written, and what unknown words mean here."""

    order = forms.ChoiceField(label=gettext_lazy("Dates in numbers"), choices=_ORDERS)

    def __init__(self, data: Any, *, table: CsvTable, choices: Choices, types: list[str], people: list[str]) -> None:
        self.table, self.types, self.people = table, types, people
        offered = [("", _("Not imported")), *((column.code, column.words) for column in columns.COLUMNS)]
        chosen = {place: code for code, place in choices.mapping.items()}
        initial = {"order": choices.order} | {f"column_{place}": code for place, code in chosen.items()}
        super().__init__(data, initial=initial)
        for place, header in enumerate(table.headers):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=header or _("Column %(n)d") % {"n": place + 1},
                choices=offered,
                required=False,
                help_text=self._example(place),
            )
        self._ask_words(choices.meaning)
        self.order_fields([*(f"column_{place}" for place in range(len(table.headers))), "order"])

    def _ask_words(self, meaning: Meaning) -> None:
        table = schedule.current()
        types = [("", _("Choose")), *((kind.code, kind.name) for kind in table.types if kind.active)]
        people = [("", _("Choose")), *((str(key), person.name) for key, person in table.people.items())]
        self.types = list(dict.fromkeys([*meaning.types, *self.types]))
        self.people = list(dict.fromkeys([*meaning.people, *self.people]))
        for number, words in enumerate(self.types):
            label = _("Visit type “%(words)s” is") % {"words": words}
            chosen = meaning.types.get(words, "")
            self.fields[f"type_{number}"] = forms.ChoiceField(
                label=label, choices=types, required=False, initial=chosen
            )
        for number, words in enumerate(self.people):
            label = _("Practitioner “%(words)s” is") % {"words": words}
            person = str(meaning.people.get(words, ""))
            self.fields[f"person_{number}"] = forms.ChoiceField(
                label=label, choices=people, required=False, initial=person
            )

    def _example(self, place: int) -> str:
        """The first thing that stands in a column."""
        text = next((row.cell(place) for row in self.table.rows[:20] if row.cell(place)), "")
        example = text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE]}…"
        # The help text of a field is HTML; what a file says is not.
        return escape(_("For example: %(text)s") % {"text": example}) if example else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        codes = [code for name, code in cleaned.items() if name.startswith("column_") and code]
        for twice in sorted({code for code in codes if codes.count(code) > 1}):
            words = next(column.words for column in columns.COLUMNS if column.code == twice)
            self.add_error(None, _("“%(column)s” is chosen for two columns. Choose one.") % {"column": words})
        return cleaned

    @property
    def choices(self) -> Choices:
        """What was chosen, once the form is valid."""
        cleaned = self.cleaned_data
        places = {cleaned[f"column_{place}"]: place for place in range(len(self.table.headers))}
        types = {words: cleaned[f"type_{n}"] for n, words in enumerate(self.types) if cleaned.get(f"type_{n}")}
        people = {
            words: int(cleaned[f"person_{n}"]) for n, words in enumerate(self.people) if cleaned.get(f"person_{n}")
        }
        mapping = {code: place for code, place in places.items() if code}
        return Choices(mapping, cleaned["order"], Meaning(types, people))
