"""The tablet's own pages: the code from the front desk, whose form it is, giving the tablet back, and the last page."""

from datetime import date, datetime
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts.limits import seconds_to_wait
from clinic.redirects import see_other
from intake.pages.forms import StepForm, in_words
from intake.pages.tablet import handed
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.pages.tablet.models import HandOver
from intake.pages.viewer import viewer_of
from intake.pages.views.doors import form_context
from intake.questionnaire import Kind, Question, Screen, what_to_do
from intake.questionnaire.cleaning import AnswerError, clean

Ended = HandOver.Ended
BORN = Question(
    "date_of_birth",
    gettext_noop("What is the birth date of the person the form is for?"),
    Kind.DATE,
    required=True,
    hint=gettext_noop("Month, day, year, such as 4/27/1962."),
)


class TabletCodeForm(forms.Form):
    """The code that the desk reads out or types itself."""

    code = forms.CharField(
        label=gettext_lazy("Code from the front desk"),
        max_length=40,
        help_text=gettext_lazy("Six letters and numbers"),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code",
                "autofocus": True,
            }
        ),
        error_messages={"required": gettext_lazy("Enter the code. The front desk can give it to you.")},
    )


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Take the code. In a browser where somebody is signed in no form is ever opened."""
    if request.user.is_authenticated:
        return render(request, "tablet/signed_in.html", status=403)
    at = timezone.now()
    if request.method == "POST":
        return _take_code(request, at=at)
    hand_over = viewer_of(request).hand_over
    if hand_over is None or hand_over.end_by_now(at):
        return render(request, "tablet/code.html", {"form": TabletCodeForm()})
    return _into(hand_over)


def _take_code(request: HttpRequest, *, at: datetime) -> HttpResponse:
    if not ratelimit.consume(request, action="tablet"):
        seconds = seconds_to_wait(request, now=at.timestamp(), action="tablet")
        return HttpResponse(status=429, headers={"Retry-After": str(seconds)})
    form = TabletCodeForm(request.POST)
    if form.is_valid():
        handed_over = tablets.use_code(form.cleaned_data["code"], at=at)
        if handed_over is not None:
            before = viewer_of(request).hand_over
            if before is not None:
                tablets.end(before, how=before.end_by_now(at) or Ended.GIVEN_BACK, at=at)
            tablet_session.take(request, handed_over)
            return see_other("tablet:who")
        # The same words for a code that never was, was used, ran out or was withdrawn.
        form.add_error("code", _("This code does not work. Check it, or ask the front desk for a new one."))
    return render(request, "tablet/code.html", {"form": form})


def _into(here: HandOver) -> HttpResponse:
    """Lead to the form: its first screen, or where it stands if some of it is answered."""
    if here.opened_at is None:
        return see_other("tablet:who")
    begun = bool(here.intake.current().document.get("screens"))
    return see_other("intake:tasks", here.intake.ref) if begun else see_other("intake:screen", here.intake.ref, 1)


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def who(request: HttpRequest) -> HttpResponse:
    """Ask for the birth date before anything of the form, even a name, is shown."""
    at = timezone.now()
    viewer = viewer_of(request)
    hand_over = viewer.hand_over
    if hand_over is None:
        return redirect("tablet:start")
    if (over := handed.closed(request, hand_over, at=at)) is not None:
        return over
    if hand_over.opened_at is not None:
        return _into(hand_over)
    form = StepForm(Screen(code="born", title="", questions=(BORN,)), data=request.POST if _is_sent(request) else None)
    form.shown = frozenset(form.codes)
    if _is_sent(request):
        born, problem = _birth_date(form, on=timezone.localtime(at).date())
        if born is not None and tablets.open_for(hand_over, born=born, at=at):
            return _into(hand_over)
        hand_over.refresh_from_db()
        if hand_over.ended_how:
            return handed.over(request, hand_over)
        form.problems = {
            BORN.code: problem or _("This birth date does not match the one we have. Check it, or ask the front desk.")
        }
    context: dict[str, Any] = {"form": form, "has_errors": bool(form.problems)}
    return render(request, "tablet/who.html", context | form_context(request, viewer))


def _is_sent(request: HttpRequest) -> bool:
    return request.method == "POST"


def _birth_date(form: StepForm, *, on: date) -> tuple[date | None, str]:
    """Return the date that was typed, or what to do."""
    try:
        answer = clean(BORN, form.raw.get(BORN.code), on=on)
    except AnswerError as wrong:
        return None, in_words(wrong.sentence)
    return (date.fromisoformat(str(answer)), "") if answer else (None, in_words(what_to_do(BORN)))


@login_not_required
@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Give the tablet back, from any page; the page's script says `rested` when nobody holds it."""
    hand_over, at = viewer_of(request).hand_over, timezone.now()
    if hand_over is None:
        return see_other("tablet:done")
    if (over := handed.closed(request, hand_over, at=at)) is not None:
        return over
    return handed.give_back(request, hand_over, rested=request.POST.get("go") == "rested", at=at)


@login_not_required
@require_POST
def here(request: HttpRequest) -> HttpResponse:
    """Somebody is typing or tapping on a page: 204; 410 where no form is open any more."""
    handed_over, at = viewer_of(request).hand_over, timezone.now()
    if handed_over is None or handed_over.end_by_now(at):
        return HttpResponse(status=410)
    tablets.seen(handed_over, at=at)
    return HttpResponse(status=204)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: HttpRequest) -> HttpResponse:
    """The last page. Sent back ("I have read this"), it forgets what it said about an emergency."""
    if not tablet_session.is_over(request):
        return redirect("tablet:start")
    ending = tablet_session.how_it_ended(request)
    if request.method == "POST":
        said = {"is_lost", "typed", "kind", "advice"}
        tablet_session.leave(request, **{name: value for name, value in ending.items() if name not in said})
        return see_other("tablet:done")
    context = handed.shown_at_the_end(ending)
    return render(request, "tablet/done.html", context | form_context(request, viewer_of(request)))
