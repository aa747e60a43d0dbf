"""The treatment of one person: consent, pain over time, notes, and what went wrong."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.accounts.roles import PRACTITIONER, role_required
from intake.record.errors import ReviewError
from intake.review import outcomes, standing, withdrawal
from intake.review.cautions import case_to_read
from intake.review.need_to_know import door
from intake.review.one_person import records_of
from intake.treatment import note_words, register, services
from intake.treatment.errors import TreatmentError
from intake.treatment.forms import ConsentForm, EventForm
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
    patient, by, at = _patient(request, ref), who(request), timezone.now()
    records = records_of(patient)
    notes = services.read_notes(patient, by=by, at=at)
    context = {
        "patient": patient,
        "standing": standing.of_one(patient, on=timezone.localdate(at), at=at),
        "change": withdrawal.last_change(patient),
        "consent_form": ConsentForm(),
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
