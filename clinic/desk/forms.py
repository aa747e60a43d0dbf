"""The desk's own forms: a new person, another phone number, blocked time."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.identity import CONTACT
from clinic.accounts.models import Correction, Patient, Present
from clinic.contact import name_and_phone
from clinic.desk.person_facts import is_minor
from clinic.form_fields import BirthDateField, CleanCharField, EmailField, NameField, PhoneField
from clinic.text import one_line

_OLDEST = timedelta(days=366 * 120)
GUARDIAN = ("guardian_name", "guardian_phone", "guardian_present")


def text(label: Any, *, most: int, required: bool = False, kind: str = "text", **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": kind, "autocomplete": "off", **attrs})
    return CleanCharField(label=label, max_length=most, required=required, widget=widget, validators=[one_line])


def name_field(label: Any, *, most: int = 200, required: bool = False) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    return NameField(label=label, max_length=most, required=required, widget=widget, validators=[one_line])


def phone_field(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
    return PhoneField(label=label, max_length=80, required=False, widget=widget)


def birth_date_field() -> BirthDateField:
    widget = forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d")
    return BirthDateField(label=_("Date of birth"), widget=widget)


def reason_field(*, required: bool) -> forms.ChoiceField:
    """Why the desk changes something; for contact, mostly because the patient said so."""
    return forms.ChoiceField(
        label=_("Why do you change this?"),
        choices=Correction.choices,
        required=required,
        initial=None if required else Correction.TOLD.value,
        widget=forms.RadioSelect if required else forms.Select,
    )


class ReachForm(forms.Form):
    """How somebody is reached."""

    phone = phone_field(_("Phone"))
    email = EmailField(
        label=_("Email"), max_length=254, required=False, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    interpreter = text(_("Language, if an interpreter is needed"), most=40)


class ContactForm(ReachForm):
    """All that a form says of a person besides name and birth date; the guardian only where there is one to name."""

    emergency_name = name_field(_("Emergency contact: name"), most=150)
    emergency_phone = phone_field(_("Emergency contact: phone"))
    guardian_name = name_field(_("Parent or guardian"))
    guardian_phone = phone_field(_("Phone of the parent or guardian"))
    guardian_present = forms.ChoiceField(
        label=_("Parent or guardian comes to the visit"),
        choices=[("", _("Not answered")), *Present.choices],
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, patient: Patient) -> None:
        initial = {field: getattr(patient, field) for field in CONTACT}
        initial["interpreter"] = "" if patient.interpreter == "no" else patient.interpreter
        self.emergency_before = initial.pop("emergency_contact")
        initial["emergency_name"], initial["emergency_phone"] = name_and_phone(self.emergency_before)
        super().__init__(data, initial=initial)
        # What the list of identity gains is corrected here without another word.
        gained = [field for field in CONTACT if field not in self.fields and field != "emergency_contact"]
        self.fields.update(forms.fields_for_model(Patient, gained) if gained else {})
        self.fields["reason"] = reason_field(required=False)
        # What is only said at the desk: no form asks for it.
        self.fields["may_bring"] = text(_("Who else may bring the child, with a phone number"), most=200)
        self.initial["may_bring"] = patient.may_bring
        if not is_minor(patient, on=timezone.localdate()) and not any(initial[field] for field in GUARDIAN):
            for field in (*GUARDIAN, "may_bring"):
                del self.fields[field]

    def clean(self) -> dict[str, Any]:
        """Put name and number together as the record keeps them; what nobody changed stays as it was written."""
        cleaned = super().clean() or {}
        name, phone = cleaned.pop("emergency_name", ""), cleaned.pop("emergency_phone", "")
        before = (self.initial["emergency_name"], self.initial["emergency_phone"])
        together = ", ".join(part for part in (name, phone) if part)
        cleaned["emergency_contact"] = self.emergency_before if (name, phone) == before else together
        return cleaned


class IdentityForm(forms.Form):
    """Who somebody is, corrected by the desk for a reason."""

    full_name = name_field(_("Full name"), required=True)
    preferred_name = name_field(_("Name they like to be called"), most=100)
    date_of_birth = birth_date_field()
    reason = reason_field(required=True)

    def __init__(self, data: Mapping[str, Any] | None = None, *, patient: Patient) -> None:
        initial = {field: getattr(patient, field) for field in ("full_name", "preferred_name", "date_of_birth")}
        super().__init__(data, initial=initial)

    def clean_date_of_birth(self) -> date:
        return possible(self.cleaned_data["date_of_birth"])


def possible(born: date) -> date:
    """Return a birth date. Raises ValidationError for one that nobody has."""
    today = timezone.localdate()
    if not today - _OLDEST < born <= today:
        raise ValidationError(_("Check the year: this date is not possible."))
    return born


class NewPatientForm(ReachForm):
    """Somebody who calls for the first time."""

    full_name = name_field(_("Full name"), required=True)
    date_of_birth = birth_date_field()
    field_order = ("full_name", "date_of_birth", "phone", "email", "interpreter")

    def clean_date_of_birth(self) -> date:
        return possible(self.cleaned_data["date_of_birth"])


class BlockForm(forms.Form):
    """From when until when nobody can be booked."""

    whose = forms.ChoiceField(label=_("Practitioner or room"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    opens = forms.TimeField(
        label=_("From"), widget=forms.TimeInput(attrs={"type": "time", "step": "300"}, format="%H:%M")
    )
    closes = forms.TimeField(
        label=_("Until"), widget=forms.TimeInput(attrs={"type": "time", "step": "300"}, format="%H:%M")
    )
    words = text(_("Note, for example “team meeting” (nothing about a patient)"), most=80)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = choices  # type: ignore[attr-defined]  # a choice field, made above

    def clean(self) -> dict[str, Any]:
        """Make `start` and `end` of day and times. A time that the clock shows twice that night is asked about."""
        cleaned = super().clean() or {}
        for name, moment in (("opens", "start"), ("closes", "end")):
            if cleaned.get("day") and cleaned.get(name):
                cleaned[moment] = self._moment(cleaned["day"], name, cleaned[name])
        return cleaned

    def _moment(self, day: date, name: str, clock: time) -> datetime:
        """Return a time of a day; of two that the clock shows alike, the one that was chosen."""
        first = datetime.combine(day, clock, timezone.get_default_timezone())
        second = first.replace(fold=1)
        if first.utcoffset() <= second.utcoffset():  # type: ignore[operator]  # both have a zone
            return first
        which = f"{name}_which"
        words = _("%(time)s comes twice that night, because the clocks go back. Choose which one you mean.")
        self.fields[which] = forms.ChoiceField(
            label=_("From: which of the two?") if name == "opens" else _("Until: which of the two?"),
            choices=[("first", _("The first, before the clocks go back")), ("second", _("The second, after it"))],
            widget=forms.RadioSelect,
        )
        chosen = self.data.get(which)
        if chosen not in ("first", "second"):
            self.add_error(which, words % {"time": formatting.weekly_clock(clock)})
        return second if chosen == "second" else first
