"""Forms of the patient's pages: who somebody is, why a visit is cancelled, and what somebody waits for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from clinic.accounts.texting.forms import ASKS_HERE
from clinic.booking.models import PartOfDay, Reason
from clinic.booking.places import VisitPlace
from clinic.booking.schedule import ScheduledPractitioner
from clinic.booking.services.waiting import LONGEST_WAIT
from clinic.contact import text_number
from clinic.outbox.texts import is_enabled
from clinic.weekdays import Weekday
from intake.pages.forms import StepForm, in_words
from intake.questionnaire import Kind, Question, Screen, what_to_do
from intake.questionnaire.cleaning import AnswerError, clean
from intake.questionnaire.model import Answer

# The same questions as on the health form, read by the same rules: a person is not asked in two ways.
NAME = Question("full_name", gettext_noop("What is your full name?"), Kind.TEXT, required=True)
BORN = Question(
    "date_of_birth",
    gettext_noop("What is your date of birth?"),
    Kind.DATE,
    required=True,
    hint=gettext_noop("Month, day, year, such as 4/27/1962."),
)
PHONE = Question(
    "phone",
    gettext_noop("Your phone number, in case we need to change the visit"),
    Kind.PHONE,
    required=True,
    hint=gettext_noop("For example 213-555-0100"),
)
EMAIL = Question(
    "email",
    gettext_noop("Your email, so we can send you a code"),
    Kind.EMAIL,
    required=True,
    hint=gettext_noop("For example name@example.com"),
)
# Where the clinic sends text messages.
EMAIL_OR_TEXT = replace(
    EMAIL, required=False, hint=gettext_noop("No email? Leave this empty. We will text a code to your phone.")
)
TEXTS = Question("texts", ASKS_HERE, Kind.CHECKBOX)


class WhoForm(StepForm):
    """Name and birth date, which say who somebody is."""

    asks: tuple[Question, ...] = (NAME, BORN)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(Screen(code="you", title="", questions=self.asks), data=data)
        self.shown = frozenset(self.codes)

    def check(self, *, on: date) -> bool:
        """Say whether everything is answered; `problems` says what is not."""
        self.problems = problems_of(self.questions, self.raw, on=on)
        return not self.problems


class YouForm(WhoForm):
    """Name, birth date, phone, whether text messages are welcome there, and e-mail unless somebody is signed in."""

    def __init__(self, data: QueryDict | None = None, *, typed: Mapping[str, Any] = {}, asks_email: bool) -> None:
        texts = (TEXTS,) if is_enabled() else ()
        email = (EMAIL_OR_TEXT if is_enabled() else EMAIL,) if asks_email else ()
        self.asks = (NAME, BORN, PHONE, *texts, *email)
        super().__init__(data)
        if data is None:
            self.raw = {code: typed[code] for code in self.codes if code in typed}

    def check(self, *, on: date) -> bool:
        """Say whether everything is answered: a phone that is to get a code or texts is one that can."""
        super().check(on=on)
        no_email = EMAIL.code in self.codes and not str(self.raw.get(EMAIL.code) or "").strip()
        wanted = self.raw.get(TEXTS.code) or (no_email and is_enabled())
        if wanted and not self.problems and text_number(str(self.raw.get(PHONE.code) or "")) is None:
            self.problems = {
                PHONE.code: gettext(
                    "This phone cannot get texts from us. Use a mobile number in the United States, or an email."
                )
            }
        return not self.problems

    @property
    def address(self) -> str:
        """Where the code goes: the e-mail, or the phone where there is none."""
        return str(self.raw.get(EMAIL.code) or "").strip() or str(self.raw.get(PHONE.code) or "")


def answers_of(raw: Mapping[str, Any], *, on: date) -> dict[str, Any]:
    """Return what somebody told about themselves as accounts take it in; the date as a date, in full or not at all."""
    cleaned = {q.code: _clean(q, raw, on=on) for q in (NAME, BORN, PHONE, EMAIL)}
    answers: dict[str, Any] = {code: answer for code, (answer, _problem) in cleaned.items() if answer}
    if "date_of_birth" in answers:
        answers["date_of_birth"] = date.fromisoformat(answers["date_of_birth"])
    return answers


def problems_of(questions: Any, raw: Mapping[str, Any], *, on: date) -> dict[str, str]:
    """Return a sentence for every question that is wrong or missing, by its code."""
    cleaned = {question.code: _clean(question, raw, on=on) for question in questions}
    sentences = {code: problem for code, (_answer, problem) in cleaned.items() if problem}
    return {code: in_words(sentence) for code, sentence in sentences.items()}


def _clean(question: Question, raw: Mapping[str, Any], *, on: date) -> tuple[Answer | None, str]:
    try:
        answer = clean(question, raw.get(question.code), on=on)
    except AnswerError as wrong:
        return None, wrong.sentence
    return answer, "" if answer or not question.required else what_to_do(question)


class CancelForm(forms.Form):
    """Why, if the patient wants to say, in the first person; never a clinical word."""

    REASONS = (
        (Reason.CANNOT_COME, _("I can’t make it")),
        (Reason.BETTER_TIME, _("I need a different time")),
        (Reason.NOT_NEEDED, _("I no longer need the visit")),
        (Reason.ELSEWHERE, _("I am going somewhere else")),
        (Reason.MISTAKE, _("I booked it by mistake")),
        (Reason.OTHER, _("Another reason")),
    )

    reason = forms.ChoiceField(
        label=_("Would you tell us why?"),
        choices=[(reason.value, words) for reason, words in REASONS],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Choose a reason, or leave this empty.")},
    )


class WaitForm(forms.Form):
    """Days, parts of the day and practitioner somebody would come for, and until when."""

    practitioner = forms.ChoiceField(label=_("Which practitioner?"), widget=forms.RadioSelect, required=True)
    weekdays = forms.MultipleChoiceField(
        label=_("Which days?"),
        choices=[(str(value), label) for value, label in Weekday.choices],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Leave all boxes empty for any day."),
    )
    parts = forms.MultipleChoiceField(
        label=_("Which times?"),
        choices=PartOfDay.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Leave all boxes empty for any time."),
    )
    places = forms.MultipleChoiceField(
        label=_("Which locations?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Leave all boxes empty for any location."),
    )
    until = forms.DateField(
        label=_("What is the last day that works for you?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose a last day."),
            "invalid": _("Write the day as month/day/year, for example 3/31/2026."),
        },
    )

    def __init__(
        self, data: QueryDict | None = None, *, people: list[ScheduledPractitioner], places: list[VisitPlace], on: date
    ) -> None:
        initial = {"practitioner": "any", "until": on + timedelta(days=30)}
        super().__init__(data, initial=initial)
        field = self.fields["practitioner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (for the types)
        field.choices = [("any", _("Any practitioner")), *((str(person.key), person.name) for person in people)]
        where = self.fields["places"]
        assert isinstance(where, forms.MultipleChoiceField)  # noqa: S101  (for the types)
        where.choices = [(str(place.key), place.name) for place in places]
        if not places:
            del self.fields["places"]
        widget = self.fields["until"].widget
        widget.attrs |= {"min": on.isoformat(), "max": (on + LONGEST_WAIT).isoformat()}

    def wishes(self) -> dict[str, Any]:
        """Return what was asked for, as services.join takes it."""
        cleaned = self.cleaned_data
        return {
            "practitioner": None if cleaned["practitioner"] == "any" else int(cleaned["practitioner"]),
            "weekdays": [int(day) for day in cleaned["weekdays"]],
            "parts": cleaned["parts"],
            "places": [int(key) for key in cleaned.get("places", ())],
            "until": cleaned["until"],
        }
