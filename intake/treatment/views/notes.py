"""One note: written, signed, read, added to, printed and taken out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from clinic.accounts.roles import PRACTITIONER, role_required
from intake.review import withdrawal
from intake.review.cautions import case_to_read, unseen_cautions
from intake.treatment import note_words, services
from intake.treatment.errors import TreatmentError
from intake.treatment.forms import AddendumForm, NoteForm
from intake.treatment.models import NoteDraft, TreatmentNote
from intake.treatment.views.common import add_error, file_of, looked_at_or_sent, page, who


@looked_at_or_sent
@role_required(PRACTITIONER)
def draft(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a note: save it, or sign it. A draft that is signed leads to its note."""
    written = NoteDraft.objects.select_related("patient", "practitioner__user").filter(ref=ref).first()
    if written is None:
        return redirect("treatment:note", ref)
    if request.method != "POST":
        form = NoteForm.of_content(written.content, version=written.version, has_agreed=written.agreed_at is not None)
        return _writing(request, written, form)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _writing(request, written, form)
    try:
        return _sign(request, written, form) if request.POST.get("go") == "sign" else _save(request, written, form)
    except TreatmentError as wrong:
        add_error(form, wrong.about, str(wrong))
        return _writing(request, written, form)


def _save(request: HttpRequest, written: NoteDraft, form: NoteForm) -> HttpResponse:
    typed = form.cleaned_data
    services.save_draft(
        written,
        content=form.content(),
        has_agreed=typed["agreed"],
        seen=typed["version"],
        by=who(request),
        at=timezone.now(),
    )
    messages.success(request, _("Saved. The note is not signed yet."))
    return redirect("treatment:draft", written.ref)


def _sign(request: HttpRequest, written: NoteDraft, form: NoteForm) -> HttpResponse:
    typed = form.cleaned_data
    signed = services.sign_note(
        written,
        content=form.content(),
        has_agreed=typed["agreed"],
        past_reason=typed["past_reason"],
        seen=typed["version"],
        by=who(request),
        at=timezone.now(),
    )
    messages.success(request, _("The note is signed."))
    return redirect("treatment:note", signed.ref)


def _writing(request: HttpRequest, written: NoteDraft, form: NoteForm) -> HttpResponse:
    at = timezone.now()
    frame = services.read_draft(written, by=who(request), at=at)
    content = form.content() if form.is_bound else written.content
    form.mark_needed()
    context: dict[str, Any] = {
        "draft": written,
        "form": form,
        "has_errors": bool(form.errors),
        "limits": frame.standing.limit_words,
        "until": frame.standing.until,
        "past": frame.past(content),
        "last_time": services.last_time(written.patient, before=written.visit_at),
        "is_withdrawn": withdrawal.is_withdrawn(written.patient),
        "cautions": unseen_cautions(written.patient).count(),
        "case": case_to_read(written.patient),
        "is_repeat": written.version == 1 and bool(written.content),
    }
    return page(request, "draft", context)


def _signed(ref: str) -> TreatmentNote:
    return get_object_or_404(TreatmentNote.objects.with_people(), ref=ref)


@looked_at_or_sent
@role_required(PRACTITIONER)
def note(request: HttpRequest, ref: str) -> HttpResponse:
    """Read a signed note, and add to it."""
    signed = _signed(ref)
    form = AddendumForm(request.POST if request.method == "POST" else None)
    by, at = who(request), timezone.now()
    if request.method == "POST" and form.is_valid():
        services.add_addendum(signed, text=form.cleaned_data["text"], by=by, at=at)
        messages.success(request, _("Added to the note."))
        return redirect("treatment:note", ref)
    addenda = services.read_note(signed, by=by, at=at)
    return page(request, "note", _reading(signed, addenda) | {"form": form, "has_errors": bool(form.errors)})


@require_GET
@role_required(PRACTITIONER)
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """A signed note for the printer."""
    signed = _signed(ref)
    addenda = services.read_note(signed, by=who(request), at=timezone.now(), how="printed")
    return page(request, "paper", {"sheets": [_reading(signed, addenda)], "patient": signed.patient})


@require_GET
@role_required(PRACTITIONER)
def document(request: HttpRequest, ref: str) -> HttpResponse:
    """A signed note as a file."""
    signed = _signed(ref)
    addenda = services.read_note(signed, by=who(request), at=timezone.now(), how="exported")
    return file_of(note_words.document_of(signed, addenda), name="note.json")


def _reading(signed: TreatmentNote, addenda: Any) -> dict[str, Any]:
    return {"note": signed, "rows": note_words.rows_of(signed.content), "addenda": addenda}
