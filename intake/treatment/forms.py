"""The forms of this room: a note, an addendum, an event of the register, consent."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.treatment import points
from intake.treatment.past_limits import points_of
from intake.treatment.vocabulary import (
    Action,
    Depth,
    EventKind,
    Outcome,
    Position,
    Region,
    Severity,
    Supervision,
    Technique,
)

_LONG = 2000
NOTHING_HEARD = gettext_lazy("Write what you heard on the call, in at most 2,000 characters.")
# What was typed into a field and is not right yet, in the content of a draft.
HALF_TYPED = "half_typed"


def _words(label: Any, *, hint: Any = "", rows: int = 2, required: bool = False) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "class": "short", "autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, max_length=_LONG, required=required, widget=widget)


def _one(label: Any, choices: Any, *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices.choices, widget=forms.RadioSelect, required=required)


def _many(label: Any, choices: Any, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices.choices,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _count(label: Any, *, most: int) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "narrow", "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=False, widget=widget)


class NoteForm(forms.Form):
    """A note as it is typed. What is missing for a signature is said by `services.problems_of`, not here."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(
        label=gettext_lazy("I went over the risks. The patient agreed before the first needle."), required=False
    )
    regions = _many(gettext_lazy("Where were the needles?"), Region)
    points = _words(
        gettext_lazy("Points"),
        hint=gettext_lazy(
            "Codes with a comma between them, for example LI4 both, ST36 L. Any other point in your own words."
        ),
    )
    techniques = _many(gettext_lazy("What did you do?"), Technique)
    depth = _one(gettext_lazy("How deep?"), Depth)
    position = _one(gettext_lazy("How did the patient lie?"), Position)
    supervision = _one(gettext_lazy("While the needles were in"), Supervision)
    needles = _count(gettext_lazy("Number of needles"), most=200)
    minutes = _count(gettext_lazy("Minutes in place"), most=180)
    is_counted = forms.BooleanField(label=gettext_lazy("I counted all the needles out."), required=False)
    has_reactions = forms.ChoiceField(
        label=gettext_lazy("Was there a reaction?"),
        choices=[("no", gettext_lazy("No")), ("yes", gettext_lazy("Yes"))],
        widget=forms.RadioSelect,
        required=False,
    )
    reactions = _many(
        gettext_lazy("What happened?"), EventKind, gettext_lazy("It goes into the register of adverse events.")
    )
    severity = _one(gettext_lazy("How bad was it?"), Severity)
    reaction_words = _words(gettext_lazy("More about the reaction"))
    advice = _words(gettext_lazy("Advice given"))
    remarks = _words(gettext_lazy("Remarks"))
    past_reason = _words(
        gettext_lazy("Why past the limit?"), hint=gettext_lazy("Only where this note goes past a limit.")
    )

    @classmethod
    def of_content(cls, content: dict[str, Any], *, version: int, has_agreed: bool) -> "NoteForm":
        """Return the form filled in with what is written so far."""
        typed = ", ".join(_as_typed(point) for point in points_of(content))
        known = {**content, "points": typed, **content.get(HALF_TYPED, {})}
        return cls(initial={**known, "version": version, "agreed": has_agreed})

    def clean_points(self) -> list[dict[str, str]]:
        """Return the points that were read. What looks like a code and is none is asked about, words never."""
        read_points = points.read(str(self.cleaned_data["points"]))
        if len(read_points) > points.MOST:
            raise ValidationError(_("Write at most %(most)d points.") % {"most": points.MOST})
        if slips := [code for point in read_points if (code := points.unknown(point))]:
            words = {"code": slips[0], "last": points.last_of(slips[0])}
            raise ValidationError(
                _("%(code)s is not a point: the last one is %(last)s. Change it, or write it in words.") % words
            )
        return [
            {"words": point.words}
            | ({"code": point.code} if point.code else {})
            | ({"side": point.side} if point.side else {})
            for point in read_points
        ]

    def mark_needed(self) -> None:
        """Show what a signature needs as needed; it may still be saved without."""
        for name in ("regions", "techniques", "depth", "needles", "minutes", "has_reactions", "past_reason"):
            self.fields[name].required = True

    def content(self) -> dict[str, Any]:
        """Return what a note keeps of the form; what is typed and not right yet stands beside it, as it was typed."""
        apart = ("version", "agreed", "past_reason")
        kept = {name: value for name, value in self.cleaned_data.items() if name not in apart}
        wrong = {name: self.data.get(name, "") for name in self.errors if name in self.fields and name not in apart}
        return kept | ({HALF_TYPED: wrong} if wrong else {})


def _as_typed(point: points.Point) -> str:
    name = point.code or point.words
    return f"{name} {point.side}" if point.side else name


class AddendumForm(forms.Form):
    """What is added to a signed note."""

    use_required_attribute = False
    text = _words(gettext_lazy("Add to this note"), rows=3, required=True)


# Each names its field: the list at the top of the page is read alone.
_MISSING = {
    "kind": gettext_lazy("Choose what happened."),
    "severity": gettext_lazy("Choose how bad it was."),
    "action": gettext_lazy("Choose what was done."),
    "outcome": gettext_lazy("Choose what came of it."),
}


class _EventFacts(forms.Form):
    use_required_attribute = False

    severity = _one(gettext_lazy("How bad was it?"), Severity, required=True)
    action = _one(gettext_lazy("What was done?"), Action, required=True)
    outcome = _one(gettext_lazy("What came of it?"), Outcome, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField) and name == "action":
                field.choices = [choice for choice in Action.choices if choice[0] != Action.UNKNOWN]
            if field.required:
                field.error_messages["required"] = _MISSING[name]


class EventForm(_EventFacts):
    """An event that somebody told us about. `visit`: after which of the signed visits, by its reference."""

    kind = _one(gettext_lazy("What happened?"), EventKind, required=True)
    visit = forms.ChoiceField(label=gettext_lazy("After which visit?"), required=False)
    words = _words(gettext_lazy("In your words"), rows=3)
    field_order = ("kind", "visit", "severity", "action", "outcome", "words")

    def __init__(self, *args: Any, visits: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["visit"].choices = [("", _("Not known")), *visits]  # type: ignore[attr-defined]  # a choice field


class AssessForm(_EventFacts):
    """A practitioner's judgment of an event."""

    words = _words(gettext_lazy("What you found"), rows=3)
    is_refuted = forms.BooleanField(
        label=gettext_lazy("This was not caused by the treatment. Do not count it."), required=False
    )


class ConsentForm(forms.Form):
    """Consent taken again, or withdrawn by what a patient said to a practitioner."""

    use_required_attribute = False
    reason = _words(gettext_lazy("What the patient said"), rows=2)


class OwnConsentEndsForm(forms.Form):
    """Why a parent or guardian has to sign after all. It stands beside another form with a reason."""

    use_required_attribute = False
    reason = _words(gettext_lazy("What you heard on the call"), required=True)
    reason.error_messages["required"] = NOTHING_HEARD

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_alone_%s")


class OwnConsentForm(OwnConsentEndsForm):
    """What a practitioner heard of a minor who may consent alone. Which fact is missing is said by the deed."""

    lives_apart = forms.BooleanField(
        label=gettext_lazy("The patient lives apart from their parents or guardian."), required=False
    )
    manages_money = forms.BooleanField(label=gettext_lazy("The patient manages their own money."), required=False)
    field_order = ("lives_apart", "manages_money", "reason")
