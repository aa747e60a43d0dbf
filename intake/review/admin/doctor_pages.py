"""Writing to the patient's doctor: tick the facts, read and edit the draft, keep and print it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import audit, formatting
from clinic.accounts.acting import user_at_work
from clinic.audit.transaction import audited_transaction
from clinic.languages import SOURCE, now
from clinic.site_settings import services as site_settings
from intake.questionnaire import CHECK_IN
from intake.record.errors import ReviewError, StaleAnswersError
from intake.record.models import Answers
from intake.review import doctor_letter
from intake.review import services as review
from intake.review.admin import case_page
from intake.review.admin.flag_cards import Card
from intake.review.case_version import is_decided_since, is_told_since
from intake.review.doctor_letter import DoctorLetter, LetterFact, Request
from intake.review.models import Case, Resolution

_STALE = gettext_lazy(
    "Not kept: the answers or a decision changed after this draft was made. Make the draft again, or read it once more "
    "and keep it."
)


class LetterForm(forms.Form):
    """To whom, what is asked, and which facts; then the draft, edited."""

    to = forms.CharField(
        label=gettext_lazy("Doctor’s name and address"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": gettext_lazy("Write the doctor’s name.")},
    )
    request = forms.ChoiceField(
        label=gettext_lazy("What you ask for"),
        choices=Request.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you ask for.")},
    )
    facts = forms.MultipleChoiceField(
        label=gettext_lazy("Facts to include"), widget=forms.CheckboxSelectMultiple, required=False
    )
    # The version of the case that stood on the page: what is kept rests on it.
    seen = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 20}),
        max_length=doctor_letter.LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, facts: list[LetterFact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "letter-%s"
        self.use_required_attribute = False
        self.fields["facts"].choices = [(fact.key, fact.words) for fact in facts]  # type: ignore[attr-defined]


def write(request: HttpRequest, context: dict[str, Any], case: Case) -> HttpResponse:
    """Show the ticks; a POST shows the draft, and one with `keep` keeps it as it was edited and leads to print."""
    by, at = user_at_work(request), timezone.now()
    answers = review.open_case(case, by=by, at=at)
    page = case_page.page(case, answers, None, at=at)
    facts = facts_of(page)
    form = LetterForm(request.POST if request.method == "POST" else None, facts=facts, initial={"seen": page.version})
    is_draft, not_english = False, now() is not SOURCE
    if request.method == "POST" and form.is_valid():
        cleaned, words = form.cleaned_data, {fact.key: fact.words for fact in facts}
        if "keep" in request.POST:
            try:
                new_letter = doctor_letter.keep_letter(
                    case,
                    to=cleaned["to"],
                    text=cleaned["text"],
                    facts=cleaned["facts"],
                    seen=cleaned["seen"],
                    by=by,
                    at=at,
                )
                return redirect("admin:review_case_doctor_letter", case.ref, new_letter.ref)
            except StaleAnswersError:
                form.data = request.POST.copy()
                form.data["seen"] = page.version
                form.add_error(None, _STALE)
                is_draft = True
            except ReviewError as refused:
                form.add_error(refused.about or None, str(refused))
                is_draft = True
        else:
            form.data = request.POST.copy()
            form.data["seen"] = page.version
            # What leaves the house is in English, whatever language its writer reads.
            with translation.override(SOURCE.code):
                if not_english:
                    words = {fact.key: fact.words for fact in facts_of(case_page.page(case, answers, None, at=at))}
                form.data["text"] = doctor_letter.composed(
                    name=page.name,
                    born=formatting.calendar_date(case.intake.date_of_birth) if case.intake.date_of_birth else "",
                    to=cleaned["to"],
                    request=cleaned["request"],
                    facts=[str(words[key]) for key in cleaned["facts"]],
                    clinic=site_settings.current().name,
                    by=by.name or by.email,
                    on=timezone.localtime(at),
                    answered=answers.saved_at,
                )
            is_draft = True
    about = {"title": _("Letter to the doctor"), "page": page, "form": form, "is_draft": is_draft}
    return render(
        request, "admin/review/case/doctor.html", context | about | {"has_errors": bool(form.is_bound and form.errors)}
    )


def letter(request: HttpRequest, context: dict[str, Any], case: Case, ref: str) -> HttpResponse:
    """Show a letter as it was kept, to be printed; reading it is a line in the log."""
    kept_letter = DoctorLetter.objects.filter(case=case, ref=ref).first()
    if kept_letter is None:
        raise Http404
    with audited_transaction():
        audit.record("doctor_letter.read", on=case, by=user_at_work(request), at=timezone.now())
    version = kept_letter.version
    about = {
        "title": _("Letter to the doctor"),
        "case": case,
        "letter": kept_letter,
        "is_told_since": bool(version) and is_told_since(case, version),
        "is_decided_since": bool(version) and is_decided_since(case, version),
    }
    return render(request, "admin/review/case/doctor_letter.html", context | about)


def facts_now(shown: case_page.CasePage) -> list[Card]:
    """Return the flags that are facts today, each rule once: of the answers that were sent last, and of the check-ins
    that stand beside them. What no longer fires and what a practitioner found not to apply is no fact.
    """
    cards = [*shown.open_cards, *shown.settled]
    forms = {card.flag.answers.intake_id for card in cards}
    sent = Answers.objects.filter(intake__in=forms, frozen_at__isnull=False).order_by("revision")
    newest = dict(sent.values_list("intake", "pk"))
    facts: dict[str, Card] = {}
    for card in sorted(cards, key=lambda card: card.flag.pk):
        form = card.flag.answers.intake
        counts = form.pk == shown.case.intake_id or form.questionnaire == CHECK_IN.code
        is_newest = newest.get(form.pk, card.flag.answers_id) == card.flag.answers_id
        facts.pop(card.flag.code, None)
        if counts and is_newest and not card.flag.withdrawn_at and not _is_refuted(card):
            facts[card.flag.code] = card
    return sorted(facts.values(), key=cards.index)


def _is_refuted(card: Card) -> bool:
    return card.resolution is not None and card.resolution.how == Resolution.How.REFUTED


def _named(card: Card) -> str:
    """Name a flag; one that was cleared up with the patient says so."""
    if card.resolution is not None and card.resolution.how == Resolution.How.RESOLVED:
        return _("%(flag)s (resolved with the patient)") % {"flag": card.name}
    return card.name


def facts_of(shown: case_page.CasePage) -> list[LetterFact]:
    """Return what may stand in a letter: the names of the flags, and our numbers; no answer in its own words."""
    glance = shown.glance
    facts = [LetterFact(f"flag-{card.flag.pk}", _named(card)) for card in facts_now(shown)]
    if glance.pain_now:
        facts.append(LetterFact("pain", _("Pain now: %(number)s of 10") % {"number": glance.pain_now}))
    if glance.peg:
        facts.append(
            LetterFact("peg", _("PEG (pain, enjoyment, general activity): %(number)s of 10") % {"number": glance.peg})
        )
    if glance.areas:
        facts.append(LetterFact("areas", _("Where it hurts: %(areas)s") % {"areas": ", ".join(glance.areas)}))
    if shown.limits:
        facts.append(LetterFact("limits", _("Our limits: %(limits)s") % {"limits": "; ".join(shown.limits)}))
    return facts
