"""What is asked of the readings: a patient or a reader, and from when until when."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.accounts.models import Patient, User

USUAL = timedelta(days=30)
# The log is kept for six years at least.
FURTHEST = timedelta(days=20 * 365)


class ReadsForm(forms.Form):
    """Sent as a question (GET): references stand in the address, names never."""

    patient = forms.CharField(
        label=gettext_lazy("Reference of the patient"),
        help_text=gettext_lazy("For example BCDF2345GHJK6789. It stands in the address of the patient’s page."),
        max_length=16,
        required=False,
    )
    reader = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Reader"), empty_label=gettext_lazy("Anyone"), required=False
    )
    first = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
    last = forms.DateField(label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.use_required_attribute = False
        staff = User.objects.filter(is_staff=True).order_by("name", "email")
        self.fields["reader"].queryset = staff  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean_patient(self) -> Patient | None:
        ref = self.cleaned_data["patient"].strip().upper()
        patient = Patient.objects.filter(ref=ref).first() if ref else None
        if ref and patient is None:
            raise forms.ValidationError(_("No patient has this reference."))
        return patient

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("patient") and not cleaned.get("reader"):
            raise forms.ValidationError(_("Enter a patient’s reference or choose a reader."))
        last = min(cleaned.get("last") or self.on, self.on)
        first = max(cleaned.get("first") or last - USUAL, self.on - FURTHEST)
        return cleaned | {"first": min(first, last), "last": last}
