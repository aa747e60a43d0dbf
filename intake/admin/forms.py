"""The two forms of the review: a decision, and a call about an emergency."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.models import CallLog, Decision

# Days a clearance with limits usually holds; the field is filled with it, the practitioner changes it.
USUAL_DAYS = 90


class DecisionForm(forms.Form):
    """Outcome, limits, day and reason. What belongs together is checked by `services.decide`, in one place."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=Decision.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the five outcomes.")},
    )
    limits = forms.MultipleChoiceField(
        label=_("Limits"),
        help_text=_("For 'Clear with limits'. They are printed on the day sheet."),
        choices=Decision.Limit.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    until = forms.DateField(
        label=_("Until"),
        help_text=_("The last day of the limits, or the day to look again."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    question = forms.CharField(
        label=_("Question to the patient"),
        help_text=_("For 'More information'. The patient reads this after signing in; the letter does not say it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": _("Write the reason in a sentence; it stays with the decision.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False


class CallForm(forms.Form):
    """What came of a call, and whether the emergency is closed with it."""

    outcome = forms.ChoiceField(
        label=_("What came of the call"),
        choices=CallLog.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of the call.")},
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Who you spoke to, what you advised, what happens next."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )
    close = forms.BooleanField(label=_("Close this emergency with this call"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
