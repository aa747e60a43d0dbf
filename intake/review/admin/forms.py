"""The forms of the review: a decision, how one flag is settled with it, and a call about an emergency."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.accounts.models import Practitioner, User
from clinic.choices import Option
from intake.review.admin.holding_choices import KEEP, LIFT, filled_in, holding_choices
from intake.review.decision_rules import Settled, lifting_problems, problems_of
from intake.review.holding import Holding
from intake.review.models import CallLog, Decision, Resolution

# Days a clearance with limits usually holds; the field is filled with it, the practitioner changes it.
USUAL_DAYS = 90
WEEKS = 40
# The decision stands in the right column, the flags in the left: their fields name the form they belong to.
DECISION = "decision-form"


def usual_end(raw: Mapping[str, Any], *, on: date, today: date) -> date:
    """Return the usual last day of limits: in a pregnancy the due date, else 90 days from today.

    `on` is the day on which the weeks of the pregnancy were counted.
    """
    weeks = str(raw.get("pregnancy_weeks") or "")
    if raw.get("pregnancy") == "yes" and weeks.isdigit() and int(weeks) < WEEKS:
        due = on + timedelta(weeks=WEEKS - int(weeks))
        if due > today:
            return due
    return today + timedelta(days=USUAL_DAYS)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as month/day/year, for example 3/31/2026.")},
        required=False,
    )


# What each outcome means for the patient, in one line beside its name.
MEANING: dict[str, Any] = {
    Decision.Outcome.CLEAR: _("Acupuncture can go ahead."),
    Decision.Outcome.LIMITS: _("Acupuncture can go ahead within the limits you choose, until the day you set."),
    Decision.Outcome.MORE: _("We ask the patient. The case comes back with the answer."),
    Decision.Outcome.DELAY: _("Not now. The case comes back on the day you set."),
    Decision.Outcome.REFER: _("No needles here. Write to the patient what happens next; they can book a consultation."),
}


# What was filled in under another outcome than the chosen one is asked about where it can be seen (without scripts).
ELSEWHERE: dict[str, tuple[str, Any]] = {
    "limits": (Decision.Outcome.LIMITS, _("You checked limits. Choose “Clear with limits” or uncheck them.")),
    "limit_note": (
        Decision.Outcome.LIMITS,
        _("You wrote limits in words. Choose “Clear with limits” or clear the text."),
    ),
    "again": (
        Decision.Outcome.DELAY,
        _("You set a day to review again. Choose “Delay until a date” or clear the day."),
    ),
    "question": (Decision.Outcome.MORE, _("You wrote a question. Choose “More information” or clear the question.")),
    "patient_words": (
        Decision.Outcome.REFER,
        _("You wrote to the patient. Choose “Refer or do not needle” or clear the text."),
    ),
}


class DecisionForm(forms.Form):
    """Outcome, limits, day and reason, on a day. What is missing is said by `problems_of`, as in `services.decide`.

    `until` belongs to limits, `again` to a delay: each stands beside its outcome, and both are sent by a browser
    without scripts. `day` is the one that counts.
    """

    seen = forms.CharField(widget=forms.HiddenInput, max_length=100)
    # Set by the script that shows only what belongs to the chosen outcome.
    folded = forms.BooleanField(widget=forms.HiddenInput, required=False)
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=Decision.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the five outcomes.")},
    )
    limits = forms.MultipleChoiceField(
        label=_("Limits"),
        choices=Decision.Limit.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    limit_note = forms.CharField(
        label=_("Limits in words"),
        help_text=_("Which limb, points or position; how many needles; who stays. Everybody who treats reads it."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        required=False,
    )
    until = _day(_("Last day of the limits"))
    again = _day(_("Review again on"))
    question = forms.CharField(
        label=_("Question for the patient"),
        help_text=_("The patient reads it after signing in. It is not in the email."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    patient_words = forms.CharField(
        label=_("What the patient reads"),
        help_text=_(
            "The patient reads it after signing in. Say in plain words why there are no needles and what to do next."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    # Only where something holds: it is kept unless somebody lifts it on purpose.
    holding = forms.ChoiceField(
        label=_("What holds now"), choices=[(KEEP, ""), (LIFT, "")], widget=forms.RadioSelect, required=False
    )
    lift_reason = forms.CharField(
        label=_("Why it is lifted"),
        help_text=_("Only if you lift it. For colleagues and the record."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("For colleagues and the record. The patient does not see it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": _("Write the reason in a sentence. It stays with the decision.")},
    )

    def __init__(self, *args: Any, on: date, holding: Holding | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "decision-%s"
        self.use_required_attribute = False
        self.on, self.held = on, holding or Holding()
        self.fields["holding"].choices = holding_choices(self.held)  # type: ignore[attr-defined]  # a ChoiceField

    def outcomes(self) -> list[tuple[str, list[Option], Any, str]]:
        """The five rows: each choice with its meaning, and the id that this is read by."""
        chosen = self["outcome"].value()
        return [
            (value, [Option(value, str(label), value == chosen)], MEANING[value], f"decision-outcome-{value}-means")
            for value, label in Decision.Outcome.choices
        ]

    @property
    def lifts(self) -> str | None:
        """Why what holds is lifted; None where it is kept."""
        is_lifted = self.held and self.cleaned_data.get("holding") == LIFT
        return str(self.cleaned_data.get("lift_reason", "")) if is_lifted else None

    @property
    def day(self) -> date | None:
        """The day that belongs to the chosen outcome."""
        chosen_day: date | None = self.cleaned_data.get(self._field("until"))
        return chosen_day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        outcome = cleaned.get("outcome", "")
        before = filled_in(self.held)
        for field, (belongs_to, sentence) in ELSEWHERE.items():
            is_filled_in = cleaned.get(field) and cleaned[field] != before.get(field)
            if is_filled_in and outcome and outcome != belongs_to and not cleaned.get("folded"):
                self.add_error(field, sentence)
        wrong = problems_of(
            outcome,
            reason=cleaned.get("reason", ""),
            limits=cleaned.get("limits", []),
            limit_note=cleaned.get("limit_note", ""),
            until=self.day,
            question=cleaned.get("question", ""),
            patient_words=cleaned.get("patient_words", ""),
            on=self.on,
        )
        wrong |= lifting_problems(
            outcome,
            limits=cleaned.get("limits", []),
            limit_note=cleaned.get("limit_note", ""),
            lifts=self.lifts,
            holding=self.held,
        )
        if self.held and self.lifts is None and cleaned.get("lift_reason") and not cleaned.get("folded"):
            sentence = _("You wrote why something is lifted. Choose to lift it, or clear the text.")
            wrong.setdefault("holding", str(sentence))
        for about, sentence in wrong.items():
            if self._field(about) not in self.errors:
                self.add_error(self._field(about), sentence)
        return cleaned

    def _field(self, about: str) -> str:
        is_delay = self.cleaned_data.get("outcome") == Decision.Outcome.DELAY
        return "again" if about == "until" and is_delay else about


class FlagForm(forms.Form):
    """How one flag is settled; nothing chosen accepts it with precaution, where needles are allowed."""

    how = forms.ChoiceField(
        label=_("How is this settled?"),
        choices=Resolution.How.choices,
        widget=forms.RadioSelect(attrs={"form": DECISION}),
        required=False,
    )
    why = forms.CharField(
        label=_("What was said or checked"),
        widget=forms.TextInput(attrs={"form": DECISION}),
        max_length=500,
        required=False,
    )

    @classmethod
    def of(cls, flag: int, data: Any = None, *, settled: Resolution | None = None) -> "FlagForm":
        """Return the form of one flag, by key: as it was settled last if it was, or with what was sent."""
        initial = {"how": settled.how, "why": settled.why} if settled else None
        return cls(data, prefix=f"flag{flag}", initial=initial)

    @classmethod
    def begun(cls, flag: int, typed: Mapping[str, Any]) -> "FlagForm":
        """Return the form of one flag with what was typed before, not judged yet."""
        prefix = f"flag{flag}"
        return cls(prefix=prefix, initial={name: typed.get(f"{prefix}-{name}", "") for name in cls.base_fields})

    @property
    def settled(self) -> Settled | None:
        """What was chosen, if anything was."""
        how, why = self.cleaned_data.get("how", ""), self.cleaned_data.get("why", "")
        return Settled(how, why) if how or why else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "how" in cleaned and self.settled and (sentence := self.settled.problem):
            self.add_error("why" if cleaned["how"] else "how", sentence)
        return cleaned


class OpinionForm(forms.Form):
    """A note about a case: to a colleague who is asked, or for all who read the case."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Ask a colleague"),
        empty_label=_("Nobody in particular"),
        required=False,
    )
    text = forms.CharField(
        label=_("What you ask or think"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Write what you think or ask, in a few sentences.")},
    )

    def __init__(self, *args: Any, by: User, is_deciding: bool = False, **kwargs: Any) -> None:
        """`is_deciding`: a decision stands on the page, and what is typed of it goes along with the note."""
        super().__init__(*args, **kwargs)
        if is_deciding:
            self.fields["to"].widget.attrs["form"] = DECISION
        self.auto_id = "opinion-%s"
        self.use_required_attribute = False
        colleagues = User.objects.filter(practitioner__in=Practitioner.objects.working()).exclude(pk=by.pk)
        self.fields["to"].queryset = colleagues.order_by("name")  # type: ignore[attr-defined]  # a ModelChoiceField


class CallForm(forms.Form):
    """What came of a call, and whether the emergency is closed with it."""

    outcome = forms.ChoiceField(
        label=_("What happened?"),
        choices=CallLog.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened on the call.")},
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Who you spoke to, what you advised, what happens next."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )
    close = forms.BooleanField(label=_("Close this emergency with this call"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
