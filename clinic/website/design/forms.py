"""A form with a field of every kind, and a screen of questions with a question of every kind: only to be looked at.

Its words speak to those who build the site, in the language of the code: they are not translated.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from intake.pages.layout import SELF, Emergency
from intake.questionnaire import Kind, Question, Raw
from intake.questionnaire.model import Choice

OUTCOMES = (("clear", "Clear for needles"), ("limits", "Clear with limits"), ("refer", "Refer to a doctor"))


class EveryField(forms.Form):
    """One field of each kind that an ordinary form of ours uses."""

    text = forms.CharField(label="A line of text", help_text="A hint stands above the field.", max_length=80)
    email = forms.EmailField(label="Email", help_text="We send a code there.")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    code = forms.CharField(label="Code", widget=forms.TextInput({"class": "code"}), max_length=9)
    number = forms.IntegerField(label="Number", widget=forms.NumberInput({"class": "narrow"}))
    day = forms.DateField(label="Day", widget=forms.DateInput({"type": "date"}))
    pick = forms.ChoiceField(label="One of a list", choices=[("", "Choose"), *OUTCOMES])
    one = forms.ChoiceField(label="One of a few", choices=OUTCOMES, widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(label="Any of a few", choices=OUTCOMES, widget=forms.CheckboxSelectMultiple)
    words = forms.CharField(label="Longer text", widget=forms.Textarea({"rows": 3}))
    file = forms.FileField(label="A file", required=False)
    sure = forms.BooleanField(label="A single tick, with a sentence that says what it means")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field_ in self.fields.values():
            field_.error_messages["required"] = f"Fill in “{field_.label}”"
        self.helper = FormHelper(self)
        self.helper.form_method = "get"
        self.helper.add_input(Submit("send", "Send my answers"))

    def clean(self) -> dict[str, Any]:
        raise forms.ValidationError("Somebody else has just decided. Load the page again to see what.")


@dataclass(frozen=True)
class SampleScreen:
    """What the layout of questions asks of a form (intake.pages.layout.ScreenForm)."""

    questions: tuple[Question, ...]
    raw: dict[str, Raw]
    problems: dict[str, str] = field(default_factory=dict)
    emergencies: dict[str, dict[str, Emergency]] = field(default_factory=dict)
    question_is_heading: bool = False
    filled_in_by: str = SELF
    again: Collection[str] = frozenset()
    at_once: str = ""
    last: Mapping[str, Any] = field(default_factory=dict)

    @property
    def shown(self) -> frozenset[str]:
        """Every question of a sample is there to be seen."""
        return frozenset(question.code for question in self.questions)


_YES_NO = (Choice("yes", "Yes"), Choice("no", "No"), Choice("unsure", "Not sure"))
_SKIN = (Choice("infected", "An infection"), Choice("shingles", "Shingles blisters"), Choice("none", "None of these"))
_AREAS = (Choice("neck", "Neck"), Choice("low_back", "Low back"), Choice("leg_left", "Left leg"))
_ENDS = "0 no pain, 10 the worst you can imagine"

# Constants, because the layout remembers a question by what it is (its identity), once and for all.
FILLED = (
    Question("d_name", "What is your name?", Kind.TEXT, required=True, hint="As on your insurance card."),
    Question("d_phone", "Your phone number", Kind.PHONE),
    Question("d_mail", "Your e-mail", Kind.EMAIL),
    Question("d_day", "When did it begin?", Kind.DATE, required=True),
    Question("d_weeks", "How many weeks?", Kind.NUMBER, required=True),
    Question("d_one", "Have you lost feeling between your legs?", Kind.ONE, choices=_YES_NO, required=True),
    Question("d_many", "Is your skin hurt or ill?", Kind.MANY, choices=_SKIN, required=True, private=True),
    Question("d_more", "Where on your body?", Kind.TEXT, required=True, show_if="picked(d_many)"),
    Question("d_scale", "How strong is the pain?", Kind.SCALE, minimum=0, maximum=10, required=True, hint=_ENDS),
    Question("d_map", "Where does it hurt?", Kind.BODY_MAP, choices=_AREAS, required=True),
    Question("d_story", "Anything else?", Kind.LONG_TEXT),
    Question("d_tick", "I have read what acupuncture can and cannot do.", Kind.CHECKBOX, required=True),
)
WRONG = tuple(
    replace(question, code=f"e{question.code[1:]}", show_if="always") for question in FILLED if question.required
)
_SAID = {
    Kind.DATE: "Tell us the year, for example 2019",
    Kind.NUMBER: "Write a number, for example 6",
    Kind.ONE: "Choose an answer",
    Kind.MANY: "Choose what fits, or “None of these”",
    Kind.SCALE: "Choose a number from 0 to 10",
    Kind.BODY_MAP: "Choose at least one place",
    Kind.CHECKBOX: "Tick the box to go on",
}


def filled() -> SampleScreen:
    """A question of every kind, answered; one answer opens a follow-up, one an emergency card."""
    return SampleScreen(
        FILLED,
        raw={
            "d_name": "Ana Invented",
            "d_phone": "555 0100",
            "d_day": {"month": "3", "day": "4", "year": "2026"},
            "d_weeks": "6",
            "d_one": "yes",
            "d_many": ["shingles"],
            "d_scale": "4",
            "d_map": ["low_back"],
            "d_tick": "on",
        },
        emergencies={"d_one": {"yes": Emergency(advice=("This can be pressure on nerves. Go today.",))}},
    )


def wrong() -> SampleScreen:
    """Every required question left empty, each with its sentence."""
    return SampleScreen(
        WRONG,
        raw={},
        problems={question.code: _SAID.get(question.kind, "Write it here, a few words will do") for question in WRONG},
    )
