"""A photograph of the clinic as a form: the file, what it shows, and its words in every whole language."""

from datetime import datetime
from types import new_class
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import languages, photograph_files
from clinic.accounts.models import User
from clinic.booking import photographs, services
from clinic.booking.models import PlacePhotograph
from clinic.booking.services.photographing import require_another_picture, require_room_for_one_more
from clinic.site_settings import own_texts
from clinic.text import one_line

# The words of a photograph; each stands beside its translations.
WORDS = ("alt", "caption")


class PhotographForm(forms.ModelForm[PlacePhotograph]):
    """A photograph, described in English and in every other whole language of the site.

    The translations are kept where all words of the clinic's own are (clinic.site_settings.own_texts).
    """

    picture = forms.FileField(
        label=_("Photograph"),
        required=False,
        widget=forms.FileInput({"accept": photograph_files.ACCEPTED}),
        help_text=_(
            "A JPEG, PNG or WebP photograph under 8 MB, without people. We cut it to four by three around its middle "
            "and keep nothing else of the file."
        ),
    )

    class Meta:
        model = PlacePhotograph
        fields: tuple[str, ...] = ("kind", "location", "alt", "caption", "position")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["picture"].label = gettext("Another photograph instead")
        labels = {"alt": gettext("Description in %(language)s"), "caption": gettext("Caption in %(language)s")}
        for language in other_languages():
            translations = own_texts.translations(language.code) if self.instance.pk else {}
            for name in WORDS:
                field = self.fields[f"{name}_{language.code}"]
                field.label = labels[name] % {"language": language.name}
                field.initial = translations.get(own_texts.mark_of(getattr(self.instance, name)), "")

    def clean_picture(self) -> UploadedFile[bytes] | None:
        """Ask for a file where there is none; it is read once it is known that there is room for it."""
        sent: UploadedFile[bytes] | None = self.cleaned_data["picture"]
        if sent is None and not self.instance.pk:
            raise ValidationError(_("Choose a photograph."), code="picture")
        return sent

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        # While the clinic has no other place, nobody is asked for one.
        cleaned.setdefault("location", self.instance.location)
        for language in other_languages():
            if cleaned.get("caption") and not cleaned.get(f"caption_{language.code}"):
                self.add_error(f"caption_{language.code}", _("Write the caption in this language too."))
        before = self.instance if self.instance.pk else None
        try:
            require_room_for_one_more(before, cleaned.get("location"))
        except ValidationError as full:
            self.add_error(None, full)
            return cleaned
        if sent := cleaned.get("picture"):
            try:
                # One byte more than is allowed is enough to know.
                cleaned["picture"] = photographs.read(sent.read(photograph_files.HEAVIEST + 1))
                require_another_picture(before, cleaned.get("location"), cleaned["picture"].digest)
            except ValidationError as wrong:
                self.add_error("picture", wrong)
        return cleaned

    def keep(self, *, by: User, at: datetime) -> PlacePhotograph:
        """Keep what the form says, and the words in each language; `by` is whoever filled it in."""
        cleaned = self.cleaned_data
        # The form has written its fields into the record already: the service is told what stood there before.
        before = PlacePhotograph.objects.filter(pk=self.instance.pk).first()
        shown = services.show_photograph(
            before,
            picture=cleaned["picture"],
            **{name: cleaned[name] for name in ("kind", "location", "alt", "caption", "position")},
            by=by,
            at=at,
        )
        for language in other_languages():
            texts = {getattr(shown, name): cleaned[f"{name}_{language.code}"] for name in WORDS}
            own_texts.save(language.code, {english: text for english, text in texts.items() if english}, by=by, at=at)
        return shown


def other_languages() -> list[languages.Language]:
    """Return the languages in which patients read every page, but for English."""
    return [language for language in languages.whole() if language is not languages.SOURCE]


def translated_names() -> tuple[str, ...]:
    """Return the names of the fields that hold the words of a photograph, each English one before its translations."""
    return tuple(
        name for word in WORDS for name in (word, *(f"{word}_{language.code}" for language in other_languages()))
    )


def with_translations() -> type[PhotographForm]:
    """Return the form with a field for each of its words in each other language."""
    fields: dict[str, Any] = {
        f"{name}_{language.code}": forms.CharField(
            required=name == "alt",
            max_length=getattr(PlacePhotograph._meta.get_field(name), "max_length", None),
            validators=[one_line],
            widget=forms.TextInput({"class": "vLargeTextField", "lang": language.code}),
        )
        for language in other_languages()
        for name in WORDS
    }
    translated: type[PhotographForm] = new_class(
        "TranslatedPhotographForm", (PhotographForm,), exec_body=lambda body: body.update(fields)
    )
    return translated
