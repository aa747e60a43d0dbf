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
from intake.review.need_to_know import door
from intake.treatment import last_visit, note_words, services
from intake.treatment.errors import TreatmentError
from intake.treatment.forms import HALF_TYPED, AddendumForm, NoteForm
from intake.treatment.models import NoteDraft, TreatmentNote
from intake.treatment.views.common import add_error, file_of, looked_at_or_sent, page, who


@looked_at_or_sent
@role_required(PRACTITIONER)
def draft(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a note: save it, or sign it. A draft that is signed leads to its note."""
    written = NoteDraft.objects.select_related("patient", "practitioner__user").filter(ref=ref).first()
    if written is None:
        return _signed_meanwhile(request, ref)
    door.ask(request, patient=written.patient)
    if request.method != "POST":
        form = NoteForm.of_content(written.content, version=written.version, has_agreed=written.agreed_at is not None)
        return _writing(request, written, form)
    form = NoteForm(request.POST)
    is_right, signs = form.is_valid(), request.POST.get("go") == "sign"
    if "version" in form.errors:
        return _writing(request, written, form)
    try:
        return _sign(request, written, form) if signs and is_right else _keep(request, written, form, signs=signs)
    except TreatmentError as wrong:
        for about, sentence in wrong.problems.items():
            add_error(form, about, sentence)
        return _writing(request, written, form)


def _keep(request: HttpRequest, written: NoteDraft, form: NoteForm, *, signs: bool) -> HttpResponse:
    """Save for later, right or not; or say all that keeps the note from being signed."""
    if not signs:
        return _save(request, written, form)
    frame = services.framework_of(written.patient, visit_at=written.visit_at, at=timezone.now())
    content, typed = form.content(), form.cleaned_data
    past, reason = frame.past(content), typed.get("past_reason", "")
    problems = services.problems_of(content, has_agreed=typed.get("agreed", False), past=past, past_reason=reason)
    for about, sentence in problems.items():
        if about not in form.errors:
            add_error(form, about, sentence)
    return _writing(request, written, form)


def _signed_meanwhile(request: HttpRequest, ref: str) -> HttpResponse:
    """A page of a draft that is signed by now leads to its note; what was typed on it can be added there."""
    signed = _signed(request, ref)
    if request.method != "POST":
        return redirect("treatment:note", ref)
    form = NoteForm(request.POST)
    form.is_valid()
    stands = dict(note_words.rows_of(signed.content))
    rows = note_words.rows_of(form.content())
    typed = [f"{label}: {words}" for label, words in rows if stands.get(label) != words]
    typed += [f"{form.fields[name].label}: {raw}" for name, raw in form.content().get(HALF_TYPED, {}).items()]
    if not typed:
        return redirect("treatment:note", ref)
    messages.warning(request, _("This note was signed meanwhile. What you typed is below: add it if it is missing."))
    return _note_page(request, signed, AddendumForm(initial={"text": "\n".join(typed)}))


def _save(request: HttpRequest, written: NoteDraft, form: NoteForm) -> HttpResponse:
    typed = form.cleaned_data
    services.save_draft(
        written,
        content=form.content(),
        has_agreed=typed.get("agreed", False),
        seen=typed["version"],
        by=who(request),
        at=timezone.now(),
    )
    if form.errors:
        messages.warning(request, _("Saved as you typed it. Something in it needs a correction before you sign."))
    else:
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
        "last_time": last_visit.last_time(written.patient, before=written.visit_at),
        "is_withdrawn": withdrawal.is_withdrawn(written.patient),
        "cautions": unseen_cautions(written.patient).count(),
        "case": case_to_read(written.patient),
        "is_repeat": written.version == 1 and bool(written.content),
    }
    return page(request, "draft", context)


def _signed(request: HttpRequest, ref: str) -> TreatmentNote:
    """Return a signed note for whoever may read about its person."""
    note = get_object_or_404(TreatmentNote.objects.with_people(), ref=ref)
    door.ask(request, patient=note.patient)
    return note


@looked_at_or_sent
@role_required(PRACTITIONER)
def note(request: HttpRequest, ref: str) -> HttpResponse:
    """Read a signed note, and add to it."""
    signed = _signed(request, ref)
    form = AddendumForm(request.POST if request.method == "POST" else None)
    by, at = who(request), timezone.now()
    if request.method == "POST" and form.is_valid():
        services.add_addendum(signed, text=form.cleaned_data["text"], by=by, at=at)
        messages.success(request, _("Added to the note."))
        return redirect("treatment:note", ref)
    return _note_page(request, signed, form)


def _note_page(request: HttpRequest, signed: TreatmentNote, form: AddendumForm) -> HttpResponse:
    addenda = services.read_note(signed, by=who(request), at=timezone.now())
    return page(request, "note", _reading(signed, addenda) | {"form": form, "has_errors": bool(form.errors)})


@require_GET
@role_required(PRACTITIONER)
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """A signed note for the printer."""
    signed = _signed(request, ref)
    addenda = services.read_note(signed, by=who(request), at=timezone.now(), how="printed")
    return page(request, "paper", {"sheets": [_reading(signed, addenda)], "patient": signed.patient})


@require_GET
@role_required(PRACTITIONER)
def document(request: HttpRequest, ref: str) -> HttpResponse:
    """A signed note as a file."""
    signed = _signed(request, ref)
    addenda = services.read_note(signed, by=who(request), at=timezone.now(), how="exported")
    return file_of(note_words.document_of(signed, addenda), name="note.json")


def _reading(signed: TreatmentNote, addenda: Any) -> dict[str, Any]:
    return {"note": signed, "rows": note_words.rows_of(signed.content), "addenda": addenda}
