"""For whom a signed-in mailbox acts: one mailbox may serve a family (decision 7)."""

from django.http import HttpRequest

from clinic.accounts.models import Patient, User

ACTS_FOR = "acts_for"


def patients_of(request: HttpRequest) -> list[Patient]:
    """Return every patient on the mailbox that is signed in; nobody for staff and strangers. One query a request."""
    user = request.user
    if not isinstance(user, User) or user.is_staff:
        return []
    if not hasattr(request, "_patients"):
        request._patients = list(Patient.objects.filter(user=user))  # type: ignore[attr-defined]  # kept for the request
    found: list[Patient] = request._patients  # type: ignore[attr-defined]  # kept for the request
    return found


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
