"""Administrators keep what is known of a practitioner: license, title, languages, duty, introduction and photograph."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.accounts import portraits, services
from clinic.accounts.acting import user_at_work
from clinic.accounts.models import Portrait, Practitioner
from clinic.restricted_admin import GuardedAdmin

KEPT = ("licence", "title", "languages", "on_duty")


class PractitionerForm(forms.ModelForm[Practitioner]):
    """A practitioner. A new photograph takes the place of the old one, and needs a description."""

    photograph = forms.FileField(
        label=_("Photograph"),
        required=False,
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("A JPEG, PNG or WebP photograph under 400 KB. We cut it square and keep nothing else of the file."),
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
        fields = (*KEPT, "bio")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.portrait = Portrait.objects.filter(practitioner=self.instance).only("alt").first()
        self.fields["alt"].initial = self.portrait.alt if self.portrait else ""

    def clean_photograph(self) -> portraits.Encoded | None:
        """Read the file as a photograph, or say what to choose instead."""
        sent: UploadedFile[bytes] | None = self.cleaned_data["photograph"]
        # One byte more than is allowed is enough to know.
        return portraits.read(sent.read(portraits.HEAVIEST + 1)) if sent else None

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        is_shown = told.get("photograph") or (self.portrait and not told.get("no_photograph"))
        if is_shown and not str(told.get("alt", "")).strip():
            self.add_error("alt", _("Describe the photograph in a few words, for people who can’t see it."))
        return told


@admin.register(Practitioner)
class PractitionerAdmin(GuardedAdmin[Practitioner]):
    """License, title, languages, duty and what the public reads. A practitioner begins as an invited user."""

    lookups = frozenset({"on_duty__exact"})

    list_display = ("user", "licence", "title", "languages", "on_duty")
    list_filter = ("on_duty",)
    list_select_related = ("user",)
    search_fields = ("user__name", "licence")
    readonly_fields = ("user",)
    fields = ("user", *KEPT, "bio", "photograph", "alt", "no_photograph")
    form = PractitionerForm
    ordering = ("user__name",)
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Practitioner, form: Any, change: bool) -> None:
        told, by, now = form.cleaned_data, user_at_work(request), timezone.now()
        bio, obj.bio = told["bio"], form.initial["bio"]
        services.update_practitioner(obj, **{name: told[name] for name in KEPT}, by=by, at=now)
        services.introduce(obj, bio=bio, by=by, at=now)
        if told["no_photograph"] and not told["photograph"]:
            services.remove_portrait(obj, by=by, at=now)
        else:
            services.show_portrait(obj, picture=told["photograph"], alt=told["alt"], by=by, at=now)
