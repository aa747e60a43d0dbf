"""How a practitioner is introduced to the public, as a form: languages, a few sentences, a photograph.

Administrators fill it in for anybody, and practitioners for themselves.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from clinic.accounts import portraits, services
from clinic.accounts.models import Portrait, Practitioner, User


class IntroductionForm(forms.ModelForm[Practitioner]):
    """What the public reads of a practitioner. A new photograph takes the place of the old one, and needs a
    description.
    """

    photograph = forms.FileField(
        label=_("Photograph"),
        required=False,
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("A JPEG, PNG or WebP photograph under 8 MB. We cut it square and keep nothing else of the file."),
    )
    alt = forms.CharField(
        label=_("Description of the photograph"),
        required=False,
        max_length=150,
        help_text=_("For people who can’t see it. For example: Noor smiles, in a white coat."),
    )
    no_photograph = forms.BooleanField(label=_("Remove the photograph"), required=False)

    class Meta:
        model = Practitioner
        fields: tuple[str, ...] = ("languages", "bio")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.portrait = Portrait.objects.filter(practitioner=self.instance).only("alt", "digest").first()
        self.fields["alt"].initial = self.portrait.alt if self.portrait else ""

    def clean_photograph(self) -> portraits.Encoded | None:
        """Read the file as a photograph, or say what to choose instead."""
        sent: UploadedFile[bytes] | None = self.cleaned_data["photograph"]
        # One byte more than is allowed is enough to know.
        return portraits.read(sent.read(portraits.HEAVIEST + 1)) if sent else None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        is_shown = cleaned.get("photograph") or (self.portrait and not cleaned.get("no_photograph"))
        if is_shown and not str(cleaned.get("alt", "")).strip():
            self.add_error("alt", _("Describe the photograph in a few words, for people who can’t see it."))
        return cleaned

    def keep(self, *, by: User, at: datetime) -> None:
        """Keep what the form says, each by its own service; `by` is whoever filled it in."""
        cleaned, practitioner = self.cleaned_data, self.instance
        # The form has written its fields into the record already: the services are told what stood there before.
        practitioner.bio, practitioner.languages = self.initial["bio"], self.initial["languages"]
        services.introduce(practitioner, bio=cleaned["bio"], languages=cleaned["languages"], by=by, at=at)
        if cleaned["no_photograph"] and not cleaned["photograph"]:
            services.remove_portrait(practitioner, by=by, at=at)
        else:
            services.show_portrait(practitioner, picture=cleaned["photograph"], alt=cleaned["alt"], by=by, at=at)
