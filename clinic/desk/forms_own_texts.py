"""The form of what the clinic wrote, in another language: one field for each text."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext as _

from clinic.desk.texts_to_translate import TextToTranslate

LONGEST = 2000


class OwnTextsForm(forms.Form):
    """A field for each text, with the English words under its name; none must be filled in."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, texts: Iterable[TextToTranslate], language: str
    ) -> None:
        super().__init__(data)
        self.texts = list(texts)
        for each in self.texts:
            self.fields[each.mark] = forms.CharField(
                label=each.where,
                help_text=linebreaksbr(each.english),
                initial=each.text,
                required=False,
                max_length=LONGEST,
                widget=_widget(each, language),
            )

    def clean(self) -> dict[str, Any]:
        """A text of one line stays one line."""
        cleaned = super().clean() or {}
        for each in self.texts:
            text = cleaned.get(each.mark, "")
            if "\n" in text and "\n" not in each.english:
                self.add_error(each.mark, _("Write this on one line, like the English."))
        return cleaned

    def translated(self) -> dict[str, str]:
        """Return what was changed: English words → their translation. What the house knows stays the house's."""
        return {each.english: self.cleaned_data[each.mark] for each in self.texts if each.mark in self.changed_data}


def _widget(text: TextToTranslate, language: str) -> forms.Widget:
    attrs = {"lang": language}
    if not text.is_long:
        return forms.TextInput(attrs=attrs)
    return forms.Textarea(attrs=attrs | {"rows": min(8, 2 + text.english.count("\n") + len(text.english) // 60)})
