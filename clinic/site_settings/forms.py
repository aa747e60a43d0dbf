"""The form behind the clinic's own page in the admin: its row, and a logo that comes as a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from clinic.site_settings import pictures
from clinic.site_settings.models import ClinicProfile


class ClinicProfileForm(forms.ModelForm[ClinicProfile]):
    """Everything the clinic says about itself. A new logo takes the place of the old one."""

    logo_file = forms.FileField(
        label=_("Logo"),
        required=False,
        widget=forms.FileInput({"accept": "image/png,image/jpeg,image/webp"}),
        help_text=_("A PNG, JPEG or WebP picture under 12 KB. Without a logo, the site shows a leaf beside the name."),
    )
    no_logo = forms.BooleanField(label=_("Remove the logo"), required=False)

    class Meta:
        model = ClinicProfile
        # Whatever the clinic says about itself, the next field too; who gets alerts has lines of its own below.
        exclude = ("alert_recipients",)  # noqa: DJ006  (the admin's fieldsets name what is shown)

    def clean_logo_file(self) -> pictures.Picture | None:
        """Read the file as a picture, or say what to choose instead."""
        sent: UploadedFile[bytes] | None = self.cleaned_data["logo_file"]
        # One byte more than is allowed is enough to know.
        return pictures.read(sent.read(pictures.HEAVIEST + 1)) if sent else None

    def save(self, commit: bool = True) -> Any:
        """Keep the logo with the row."""
        if picture := self.cleaned_data.get("logo_file"):
            self.instance.logo = picture.address
        elif self.cleaned_data.get("no_logo"):
            self.instance.logo = ""
        return super().save(commit)
