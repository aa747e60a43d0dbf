"""Who may open the patient's pages of the diary, and what every one of them shows."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from clinic.accounts import acting
from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment, Offer, WaitingEntry
from intake.review.one_person import seen_on

type_view = Callable[..., HttpResponse]


def patient_required(view: type_view) -> type_view:
    """Patients, signed in, who have said for whom they act; staff are sent to their own work."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if turned := staff_away(request):
            return turned
        patient = acting.patient_for(request)
        if patient is not None:
            return view(request, patient, **kwargs)
        if acting.patients_of(request):
            return choose_for_whom(request)
        if request.method == "POST":
            return redirect("booking:book")
        return render(request, "booking/nobody.html", acting.page_context(request))

    return opened


def for_everybody(view: type_view) -> type_view:
    """Patients and strangers; staff are sent to their own work."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return staff_away(request) or view(request, **kwargs)

    return opened


def staff_away(request: HttpRequest) -> HttpResponse | None:
    if not getattr(request.user, "is_staff", False):
        return None
    if request.method == "POST":
        raise PermissionDenied
    return redirect("accounts:landing")


def choose_for_whom(request: HttpRequest) -> HttpResponse:
    """Ask a family for whom they are here, and come back."""
    next_url = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    return HttpResponseRedirect(f"{reverse('accounts:patients')}?{urlencode({'next': next_url})}")


def own_visit(view: type_view) -> type_view:
    """Hand the view the visit of a patient on the mailbox that is signed in; to everybody else there is none."""

    @wraps(view)
    def opened(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
        visits = Appointment.objects.filter(ref=ref).with_people().select_related("patient__user")
        user = mailbox(request)
        # The usual case needs no question about links.
        visit = visits.filter(patient__user=user.pk).first() or visits.filter(patient__in=seen_on(user)).first()
        if visit is None:
            raise Http404
        return view(request, visit, **kwargs)

    return opened


def own_entry(request: HttpRequest, ref: str) -> WaitingEntry:
    """Return a place on the waiting list of a patient on this mailbox. Raises Http404."""
    entries = WaitingEntry.objects.filter(patient__user=mailbox(request).pk).with_people()
    entry = entries.filter(ref=ref).first()
    if entry is None:
        raise Http404
    return entry


def own_offer(request: HttpRequest, ref: str) -> Offer:
    """Return an offer made to a patient on this mailbox. Raises Http404."""
    offers = Offer.objects.filter(entry__patient__user=mailbox(request).pk).with_people()
    offer = offers.select_related("visit").filter(ref=ref).first()
    if offer is None:
        raise Http404
    return offer


def mailbox(request: HttpRequest) -> User:
    """Return the patients' mailbox that is signed in. Raises Http404 for staff."""
    user = acting.current_user(request)
    if user is None or user.is_staff:
        raise Http404
    return user


def for_whom(request: HttpRequest, patient: Patient) -> Patient:
    """Return for whom a form was sent, else the patient the session acts for. Raises Http404 where the form names
    somebody who is not on this mailbox: nobody else takes their place.
    """
    found = named(request)
    if found is None and request.POST.get("for"):
        raise Http404
    return found or patient


def named(request: HttpRequest) -> Patient | None:
    """Return for whom a form was made, as long as they are on this mailbox: another tab may act for somebody else.

    Where only one person is on the mailbox, a form that names nobody is theirs.
    """
    patients, ref = acting.patients_of(request), request.POST.get("for", "")
    named_patient = next(
        (patient for patient in patients if patient.ref == ref or (not ref and len(patients) == 1)), None
    )
    if named_patient is not None:
        named_patient.user = mailbox(request)  # known already: no query for it later
    return named_patient
