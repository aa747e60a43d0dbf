"""The treatment of one person: consent, pain over time, notes, and what went wrong."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.accounts.roles import PRACTITIONER, role_required
from intake.questionnaire.dates import can_consent_alone
from intake.record.errors import ReviewError
from intake.review import outcomes, own_consent, standing, withdrawal
from intake.review.cautions import case_to_read
from intake.review.need_to_know import door
from intake.review.one_person import records_of
from intake.treatment import note_words, register, services
from intake.treatment.errors import TreatmentError
from intake.treatment.forms import ConsentForm, EventForm, OwnConsentEndsForm, OwnConsentForm
from intake.treatment.models import AdverseEvent, NoteDraft, TreatmentNote
from intake.treatment.views.common import add_error, file_of, looked_at_or_sent, page, who


def _patient(request: HttpRequest, ref: str) -> Patient:
    """Return a patient for whoever may read about them."""
    patient = get_object_or_404(Patient, ref=ref)
    door.ask(request, patient=patient)
    return patient


@require_GET
@role_required(PRACTITIONER)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about the treatment of one person on one page."""
    return _person_page(request, _patient(request, ref))


def _person_page(request: HttpRequest, patient: Patient, alone_form: Form | None = None) -> HttpResponse:
    """Show the page; with the form of a deed that was refused as it was typed."""
    by, at = who(request), timezone.now()
    records = records_of(patient)
    notes = services.read_notes(patient, by=by, at=at)
    context = {
        "patient": patient,
        "standing": standing.of_one(patient, on=timezone.localdate(at), at=at),
        "change": withdrawal.last_change(patient),
        "consent_form": ConsentForm(),
        "alone": _alone(patient, alone_form, on=timezone.localdate(at)),
        "has_errors": alone_form is not None,
        "series": outcomes.read_outcomes(patient, by=by, at=at),
        "notes": [{"note": note, "short": note_words.short(note.content)} for note in notes],
        "drafts": NoteDraft.objects.filter(patient__in=records).order_by("-visit_at"),
        "events": AdverseEvent.objects.of_person(records),
        "case": case_to_read(patient),
    }
    return page(request, "person", context)


@require_GET
@role_required(PRACTITIONER)
def person_paper(request: HttpRequest, ref: str) -> HttpResponse:
    """All signed notes of a person for the printer."""
    patient = _patient(request, ref)
    notes = services.read_notes(patient, by=who(request), at=timezone.now(), how="printed")
    sheets = [
        {"note": note, "rows": note_words.rows_of(note.content), "addenda": list(note.addenda.all())} for note in notes
    ]
    return page(request, "paper", {"sheets": sheets, "patient": patient})


@require_GET
@role_required(PRACTITIONER)
def person_document(request: HttpRequest, ref: str) -> HttpResponse:
    """All signed notes of a person as a file."""
    notes = services.read_notes(_patient(request, ref), by=who(request), at=timezone.now(), how="exported")
    documents = [note_words.document_of(note, note.addenda.all()) for note in notes]
    return file_of({"format": note_words.FORMAT + "s", "notes": documents}, name="notes.json")


@require_POST
@role_required(PRACTITIONER)
def consent(request: HttpRequest, ref: str) -> HttpResponse:
    """Write down that the patient withdrew consent, or gave it again in person."""
    patient, by, at = _patient(request, ref), who(request), timezone.now()
    form = ConsentForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        if request.POST.get("go") == "give":
            withdrawal.give_consent_again(patient, reason=reason, by=by, at=at)
            messages.success(request, _("The patient consents to needles again."))
        else:
            withdrawal.withdraw_consent(patient, reason=reason, by=by, at=at)
            messages.success(request, _("Consent is withdrawn. No needles from now on."))
    except ReviewError as refused:
        messages.error(request, str(refused))
    return redirect("treatment:person", ref)


def _alone(patient: Patient, form: Form | None, *, on: date) -> dict[str, Any] | None:
    """What stands of a minor's own consent, and the form that changes it; None for everybody of another age."""
    if not can_consent_alone(patient.date_of_birth, on=on):
        return None
    last = own_consent.last_word(patient)
    stands = last is not None and last.is_allowed
    return {"last": last, "stands": stands, "form": form or (OwnConsentEndsForm() if stands else OwnConsentForm())}


@require_POST
@role_required(PRACTITIONER)
def alone(request: HttpRequest, ref: str) -> HttpResponse:
    """Write down that a minor may consent alone, or that a parent or guardian has to sign after all."""
    patient, by, at = _patient(request, ref), who(request), timezone.now()
    ends = request.POST.get("go") == "end"
    form: Form = OwnConsentEndsForm(request.POST) if ends else OwnConsentForm(request.POST)
    if form.is_valid():
        heard = form.cleaned_data
        try:
            if ends:
                own_consent.take_back(patient, reason=heard["reason"], by=by, at=at)
                messages.success(request, _("A parent or guardian has to sign again."))
            else:
                own_consent.allow(patient, **heard, by=by, at=at)
                messages.success(request, _("No guardian needed."))
        except ReviewError as refused:
            add_error(form, refused.about, str(refused))
        else:
            return redirect("treatment:person", ref)
    return _person_page(request, patient, form)


@looked_at_or_sent
@role_required(PRACTITIONER)
def new_event(request: HttpRequest, ref: str) -> HttpResponse:
    """Put into the register what a patient told us."""
    patient, by, at = _patient(request, ref), who(request), timezone.now()
    notes = list(TreatmentNote.objects.of_person(records_of(patient))[:20])
    form = EventForm(
        request.POST if request.method == "POST" else None,
        visits=[(note.visit_ref, formatting.moment(note.visit_at)) for note in notes],
    )
    if request.method == "POST" and form.is_valid():
        visit = next((note for note in notes if note.visit_ref == form.cleaned_data["visit"]), None)
        try:
            _register(patient, form.cleaned_data, visit, by=by, at=at)
        except TreatmentError as wrong:
            add_error(form, wrong.about, str(wrong))
        else:
            messages.success(request, _("It is in the register."))
            return redirect("treatment:person", ref)
    return page(request, "new_event", {"patient": patient, "form": form, "has_errors": bool(form.errors)})


def _register(patient: Patient, typed: dict[str, Any], visit: TreatmentNote | None, *, by: Any, at: Any) -> None:
    """Told again of the same visit, it is the same event."""
    register.register(
        patient=patient,
        kind=typed["kind"],
        severity=typed["severity"],
        source=AdverseEvent.Source.TOLD,
        source_ref=visit.visit_ref if visit else register.new_source(),
        visit_ref=visit.visit_ref if visit else "",
        words=typed["words"],
        action=typed["action"],
        outcome=typed["outcome"],
        happened_at=visit.visit_at if visit else at,
        by=by,
        at=at,
    )
