"""Who is signed in, and for whom a mailbox acts: one mailbox may serve a family (decision 7)."""

from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from clinic.accounts.models import Patient, User

ACTS_FOR = "acts_for"


def current_user(request: HttpRequest) -> User | None:
    """Return whoever is signed in, patient or staff; None for a stranger."""
    return request.user if isinstance(request.user, User) else None


def user_at_work(request: HttpRequest) -> User:
    """Return whoever is at work, where only people who are signed in may be. Raises PermissionDenied for a stranger."""
    user = current_user(request)
    if user is None:
        raise PermissionDenied
    return user


class Named(Protocol):
    """A record or a form with a person's name on it."""

    @property
    def full_name(self) -> str: ...


def page_context(request: HttpRequest, person: Named | None = None) -> dict[str, Any]:
    """Return what a patient's pages show: who is signed in, for whom the page is, whether it can be somebody else."""
    return {
        "acting": request.user.is_authenticated,
        "acting_for": person.full_name if person else "",
        "is_shared": SimpleLazyObject(lambda: len(patients_of(request)) > 1),
    }


def patients_of(request: HttpRequest) -> list[Patient]:
    """Return every patient on the mailbox that is signed in; nobody for staff and strangers. One query a request."""
    user = current_user(request)
    if user is None or user.is_staff:
        return []
    if not hasattr(request, "patients_on_mailbox"):
        request.patients_on_mailbox = list(Patient.objects.filter(user=user))  # type: ignore[attr-defined]  # kept for the request
    patients: list[Patient] = request.patients_on_mailbox  # type: ignore[attr-defined]  # kept for the request
    return patients


def patient_for(request: HttpRequest) -> Patient | None:
    """Return the patient this session acts for: the chosen one, or the only one; None when that is still open."""
    patients = patients_of(request)
    chosen = request.session.get(ACTS_FOR)
    if len(patients) == 1:
        return patients[0]
    return next((patient for patient in patients if patient.ref == chosen), None)


def act_for(request: HttpRequest, patient: Patient) -> None:
    """Remember whom the session acts for."""
    request.session[ACTS_FOR] = patient.ref
