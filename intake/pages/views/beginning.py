"""Beginning a form, finding one's own again, and confirming the mailbox by code."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import activate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic import formatting, languages
from clinic.accounts import acting, codes
from clinic.accounts.errors import AccountError
from clinic.accounts.limits import place_of, seconds_to_wait
from clinic.accounts.models import Patient
from clinic.one_commit import with_the_session
from clinic.redirects import see_other
from intake.pages import access, begun_here, drafts, navigation, readings, red_line
from intake.pages import resume as returning
from intake.pages.drafts import DRAFT_LIVES
from intake.pages.viewer import Channel, FormViewer, Viewer, viewer_of
from intake.pages.views.doors import form_context, own_form
from intake.questionnaire import NEW_PATIENT
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review import reply
from intake.review.follow_up.asked import asked_of

MOST_LISTED = 20
# In place of a patient's reference: the form is about somebody who is new here.
NEW = "new"


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what the form asks, how long it takes and who reads it; list this person's own forms."""
    viewer = viewer_of(request)
    if viewer.is_staff:
        return redirect("accounts:landing")
    if viewer.is_on_tablet:
        return redirect("tablet:start")
    return _home(request, viewer)


def _home(request: HttpRequest, viewer: Viewer, *, email: str = "", problem: str = "") -> HttpResponse:
    forms = list(access.open_for(viewer).order_by("-saved_at", "-id")[:MOST_LISTED])
    asking = reply.forms_asked(forms) if viewer.user else frozenset()
    listed = [_listed(intake, is_asked=intake.pk in asking) for intake in forms]
    context = {
        "forms": listed,
        "unfinished": next((form for form in listed if form["url"] and not form["done"]), None),
        "days": DRAFT_LIVES.days,
        "asked": asked_of(acting.patient_for(request), at=timezone.now()),
        "title": NEW_PATIENT.title,
        "people": acting.patients_of(request),
        "new": NEW,
        "email": email,
        "problem": problem,
        "has_errors": bool(problem),
        "forgets": bool(forms) and viewer.channel is Channel.BROWSER,
    }
    return render(
        request, "intake/home.html", context | form_context(request, viewer) | {"red_line": red_line.of_forms(forms)}
    )


def _listed(intake: Intake, *, is_asked: bool) -> dict[str, Any]:
    if intake.expired_at is not None:
        status, url = _("Deleted after 30 days"), ""
    elif intake.submitted_at is not None:
        status = _("Your practitioner has a question") if is_asked else _("Sent")
        url = reverse("intake:sent", args=[intake.ref])
    else:
        status, url = _("In progress"), reverse("intake:tasks", args=[intake.ref])
    return {
        "title": _title(intake),
        "name": intake.full_name,
        "url": url,
        "status": status,
        "done": intake.submitted_at is not None,
        "hint": _("Reference %(reference)s, last saved %(moment)s")
        % {"reference": intake.reference, "moment": formatting.moment(intake.saved_at)},
    }


def _title(intake: Intake) -> str:
    """For whom it is, and of an update or a check-in what it asks."""
    if not intake.is_full:
        return f"{_(intake.definition.title)}, {intake.full_name}"
    return intake.full_name or _("Form without a name yet")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a new form: for the patient who is named, or the only one on the mailbox, from what their record says."""
    if request.method != "POST":
        return redirect("intake:start")
    viewer = viewer_of(request)
    if viewer.is_on_tablet:
        return see_other("tablet:start")
    if viewer.is_staff:
        raise PermissionDenied
    at = timezone.now()
    if viewer.user is None and not ratelimit.consume(request, action="begin"):
        seconds = seconds_to_wait(request, now=at.timestamp(), action="begin")
        return HttpResponse(status=429, headers={"Retry-After": str(seconds)})
    place = "" if viewer.user else place_of(request)
    chosen = languages.asked(request)
    intake = drafts.start(
        at=at,
        by=viewer.user,
        patient=_for_whom(request),
        place=place,
        language=chosen or languages.now().code,
        chosen_at=at if chosen else None,
    )
    if viewer.user is None:
        begun_here.remember(request, intake, at=at)
    if chosen:
        activate(chosen)  # of the address it leads to: that of the page it was chosen on may be another
    return see_other("intake:screen", intake.ref, 1)


def _for_whom(request: HttpRequest) -> Patient | None:
    """The patient of this mailbox whom the form is about; nobody for a stranger and for somebody who is new. Raises
    Http404 for a reference that is not of this mailbox: nobody else takes their place.
    """
    named = request.POST.get("for", "")
    if named == NEW:
        return None
    on_mailbox = {patient.ref: patient for patient in acting.patients_of(request)}
    if named and named not in on_mailbox:
        raise Http404
    return on_mailbox.get(named) or acting.patient_for(request)


@login_not_required
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """On a device that others use: forget the drafts that this browser began. They stay, and open by a code."""
    viewer = viewer_of(request)
    if viewer.is_on_tablet:
        return see_other("tablet:start")
    if viewer.channel is Channel.BROWSER:
        begun_here.forget(request)
        messages.success(request, _("This browser has forgotten your form. Sign in with the email on it to continue."))
    response = see_other("intake:start")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def resume(request: HttpRequest) -> HttpResponse:
    """Send a code to the typed address; after signing in the person's own forms are listed."""
    if request.method != "POST":
        return redirect("intake:start")
    viewer = viewer_of(request)
    if viewer.is_on_tablet:
        return see_other("tablet:start")
    email = request.POST.get("email", "")
    try:
        return codes.start(request, email=email, next_url=reverse("intake:start"))
    except AccountError as wrong:
        return _home(request, viewer, email=email, problem=str(wrong))


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def confirm(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Confirm the e-mail on the form by a code, so that it opens on any device and can be accepted."""
    intake, questionnaire = viewer.intake, viewer.questionnaire
    if viewer.types_for_patient or viewer.is_on_tablet:
        return see_other("intake:tasks", intake.ref)
    if request.method == "POST" and intake.confirms_by and not intake.is_confirmed:
        return _send_code(request, viewer)
    answers = intake.current()
    if answers.frozen_at is not None and intake.is_confirmed:
        return see_other("intake:sent", intake.ref)
    reading = readings.reading_of(intake, answers, on=timezone.localdate())
    ready = answers.frozen_at is None and not reading.still_open
    next_number = navigation.first_open(questionnaire, reading, lambda code: answers.screen_version(code) > 0)
    context = {
        "intake": intake,
        "ready": ready,
        "pressed": returning.has_pressed_send(request, intake),
        "email_page": _email_page(intake),
        "go_on": reverse("intake:screen", args=[intake.ref, next_number])
        if next_number
        else reverse("intake:check", args=[intake.ref]),
    }
    return render(request, "intake/confirm.html", context | form_context(request, viewer))


def _email_page(intake: Intake) -> str:
    """Where the address can be changed; nothing where the form does not ask for it."""
    if "email" not in intake.definition:
        return ""
    return reverse("intake:screen", args=[intake.ref, intake.definition.number_of("email")])


def _send_code(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    intake, user = viewer.intake, viewer.user
    next_url = reverse("intake:confirm", args=[intake.ref])
    if user is not None and intake.names(user):
        try:
            returning.own(request, intake, user=user)
        except IntakeError as refused:
            messages.warning(request, str(refused))
        return see_other("intake:confirm", intake.ref)
    pressed = returning.has_pressed_send(request, intake)
    try:
        response = codes.start(request, email=intake.confirms_by, next_url=next_url)
    except AccountError as refused:
        messages.warning(request, str(refused))
        return see_other("intake:confirm", intake.ref)
    returning.confirming(request, intake.ref)
    if pressed:
        # Whoever was signed in with another mailbox is signed out by now, and the session is new.
        returning.press_send(request, intake)
    return response


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def again(request: HttpRequest, ref: str) -> HttpResponse:
    """Sign in again in the middle of a form; afterwards what was typed meanwhile is one button away."""
    viewer = viewer_of(request)
    if viewer.is_on_tablet:
        return see_other("tablet:start")
    if request.method == "POST":
        return _sign_in_again(request, ref)
    intake = access.open_for(viewer).filter(ref=ref, expired_at=None).first()
    if intake is None:
        return render(request, "intake/not_here.html", {"ref": ref}, status=404)
    typed = returning.kept_for(request, ref)
    if typed is None:
        return redirect("intake:tasks", ref)
    context = {"kept": typed, "intake": intake} | form_context(request, viewer.of_form(intake))
    return render(request, "intake/kept.html", context)


def _sign_in_again(request: HttpRequest, ref: str) -> HttpResponse:
    email = request.POST.get("email", "")
    try:
        response = codes.start(request, email=email, next_url=reverse("intake:again", args=[ref]))
    except AccountError as wrong:
        context = {"ref": ref, "email": email, "problem": str(wrong), "has_errors": True}
        return render(request, "intake/signed_out.html", context)
    returning.confirming(request, ref)
    return response
