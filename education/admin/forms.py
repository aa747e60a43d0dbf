"""The forms of the library: an article's working copy, its parts, and the deeds of the review."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic import languages
from education import rule_names
from education.documents import digest, document_of
from education.models import Article, Claim, Guideline, Redirect, Reference, SideEffect
from education.models.article import LONGEST_SLUG
from education.topics import TOPICS


class WordsField(forms.CharField):
    """A list of short names, written with spaces or commas between them."""

    separator = re.compile(r"[\s,;]+")
    joined = " "

    def prepare_value(self, value: Any) -> Any:
        return self.joined.join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        words = value if isinstance(value, list) else self.separator.split(super().to_python(value) or "")
        return [word.strip() for word in words if word.strip()]

    def validate(self, value: Any) -> None:
        super().validate(" ".join(value))

    def run_validators(self, value: Any) -> None:
        for word in value:
            super().run_validators(word)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial or []) != self.to_python(data or ""))


class LinesField(WordsField):
    """A list of sentences, one a line."""

    separator = re.compile(r"\r?\n")
    joined = "\n"


class ReferencesField(WordsField):
    """Keys of references that exist."""

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        existing_keys = set(Reference.objects.filter(key__in=value).values_list("key", flat=True))
        if unknown := [key for key in value if key not in existing_keys]:
            raise ValidationError(
                _("There is no reference %(keys)s. Add it under References first."),
                params={"keys": ", ".join(unknown)},
            )


def _references() -> ReferencesField:
    return ReferencesField(
        label=_("References"),
        required=False,
        max_length=500,
        help_text=_("Enter keys with spaces between them, for example: haake-2007 witt-2009."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


def language_choices() -> list[tuple[str, str]]:
    """Return the languages an article can be read in."""
    return [(language.code, gettext(language.english)) for language in languages.shipped() if language.whole]


class ArticleForm(forms.ModelForm[Article]):
    """The head of an article. `seen` tells whether somebody else has written meanwhile."""

    seen = forms.CharField(label="", widget=forms.HiddenInput, required=False, max_length=64)
    language = forms.ChoiceField(label=_("Language"), choices=language_choices, required=False)
    translation_of = forms.ModelChoiceField(
        Article.objects.filter(translation_of=None),
        label=_("Translation of"),
        required=False,
        help_text=_("The article whose edition in another language this is."),
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"), choices=list(TOPICS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    rule_codes = forms.MultipleChoiceField(
        label=_("Show to patients with"),
        required=False,
        choices=rule_names.choices,
        help_text=_("We show this article to patients whose form raised one of these flags."),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "searchable"}),
        error_messages={"invalid_choice": _("There is no flag %(value)s. Choose from the list.")},
    )
    takeaways = LinesField(
        label=_("Key takeaways"),
        max_length=1000,
        help_text=_("Three to six sentences, one per line."),
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
    )

    class Meta:
        model = Article
        fields = (
            "title",
            "slug",
            "language",
            "translation_of",
            "summary",
            "position",
            "topics",
            "takeaways",
            "rule_codes",
            "related",
        )
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "related": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.instance.rule_codes or []
        self.fields["rule_codes"].choices = rule_names.choices(chosen)  # type: ignore[attr-defined]
        if not self.is_bound and not self.instance._state.adding:
            self.initial["seen"] = digest(document_of(self.instance))

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or languages.SOURCE.code

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if Article.objects.filter(key=slug).exists() or Redirect.objects.filter(old_slug=slug).exists():
            raise ValidationError(_("Another article uses or used this address. Choose another one."))
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._check_translation(cleaned)
        if not self.instance._state.adding and cleaned.get("seen") != digest(document_of(self.instance)):
            raise ValidationError(
                _("Someone else changed this article after you opened it. Open it again and make your changes there.")
            )
        return cleaned

    def _check_translation(self, cleaned: dict[str, Any]) -> None:
        """A new translation is in another language than its original, and the only one in it."""
        original, language = cleaned.get("translation_of"), cleaned.get("language")
        if original is None or not self.instance._state.adding:
            return
        if language == original.language:
            self.add_error("language", _("The original is in this language. Choose the language you translate into."))
        elif original.translations.filter(language=language).exists():
            self.add_error("translation_of", _("This article has an edition in this language. Open that one."))


class ClaimForm(forms.ModelForm[Claim]):
    references = _references()

    class Meta:
        model = Claim
        fields = ("position", "name", "statement", "certainty", "compared_with", "figures", "references")


class SideEffectForm(forms.ModelForm[SideEffect]):
    references = _references()

    class Meta:
        model = SideEffect
        fields = ("position", "effect", "how_often", "count", "out_of", "unit", "what_to_do", "references")


class GuidelineForm(forms.ModelForm[Guideline]):
    references = _references()

    class Meta:
        model = Guideline
        fields = ("position", "body", "year", "says", "stance", "references")


class _DeedForm(forms.Form):
    """A deed about the words whose digest is `seen`."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False


class ApproveForm(_DeedForm):
    """Approve, with a reason where there are warnings."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("If there are warnings, say why the article can stay as it is."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    next_review = forms.DateField(
        label=_("Next review"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as month/day/year, for example 3/31/2026.")},
        required=False,
    )

    @property
    def day(self) -> date | None:
        next_review: date | None = self.cleaned_data.get("next_review")
        return next_review


class ReturnForm(_DeedForm):
    """Give it back, with a reason."""

    reason = forms.CharField(
        label=_("What needs to change"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Say in a sentence what needs to change.")},
    )


class PublishForm(forms.Form):
    """Now, or at a time of the clinic's clock."""

    when = forms.DateTimeField(
        label=_("At"),
        help_text=_("Leave it empty to publish now."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Write day and time like this: 3/31/2026 9:00 am.")},
        required=False,
    )


class SlugForm(forms.Form):
    """Another address."""

    slug = forms.CharField(
        label=_("New address"),
        help_text=_("Use lowercase letters, digits and hyphens. The old address leads to the new one."),
        max_length=LONGEST_SLUG,
        error_messages={"required": _("Enter the new address.")},
    )
