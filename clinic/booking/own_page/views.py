"""The pages of a person's own record. Each begins with the patient the session acts for; looking changes nothing."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic import audit, formatting
from clinic.accounts import acting, codes
from clinic.accounts.erasure import due
from clinic.accounts.erasure import services as erasing
from clinic.accounts.erasure.models import ErasureRequest
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from clinic.booking.own_page import answer_rows, downloads, own_record, reading_log, timeline
from clinic.booking.views.access import mailbox, patient_required
from clinic.redirects import see_other
from education.services import articles_for
from intake.pages import red_line
from intake.questionnaire import NEW_PATIENT
from intake.review import outcomes, reply, standing
from intake.review.follow_up.asked import WaitingForms
from intake.review.standing import Word

DOWNLOAD = "booking:record_download"


@patient_required
@require_safe
def record(request: HttpRequest, patient: Patient) -> HttpResponse:
    """What they told us, what was decided, what they agreed to, their visits, their pain, who read it."""
    at = timezone.now()
    own = own_record.of(patient, at=at)
    patient_standing = standing.of_one(patient, on=timezone.localdate(at), at=at)
    context = {
        "days": timeline.days(own),
        "series": outcomes.series_of(own.keys),
        "readings": reading_log.lines(own),
        "articles": articles_for(own.rule_codes),
        "newest": next((form for form in own.forms if form.questionnaire is NEW_PATIENT), None),
        "is_withdrawn": own.is_withdrawn,
        "asked": WaitingForms(question=reply.question_for(own.keys) is not None),
        "request_open": ErasureRequest.objects.open().filter(patient=patient).exists(),
        "red_line": red_line.of_patient(patient) if patient_standing.word is Word.CALL else None,
    }
    return render(request, "booking/record.html", context | acting.page_context(request, patient))


@patient_required
@require_safe
def record_form(request: HttpRequest, patient: Patient, ref: str) -> HttpResponse:
    """One form as it was sent: every answer, to read. Nothing is begun by it."""
    at = timezone.now()
    form = next((form for form in own_record.of(patient, at=at).forms if form.ref == ref), None)
    if form is None:
        raise Http404
    with audited_transaction():
        audit.record(reading_log.OPENED, on=form.answers.intake, by=mailbox(request), at=at)
    context = {
        "form": form,
        "title": timeline.title_of(form),
        "sent_at": formatting.moment(form.sent_at),
        "steps": answer_rows.steps(form),
        "may_change": form.answers.intake.user_id == mailbox(request).pk,
    }
    return render(request, "booking/record_form.html", context | acting.page_context(request, patient))


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def record_download(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Hand out the whole record as a file, to whoever has shown a code minutes ago."""
    at = timezone.now()
    is_fresh = codes.is_fresh(request, at=at)
    file = downloads.FILES.get(request.POST.get("format", ""))
    if request.method == "POST" and is_fresh and file is not None:
        content = downloads.download(own_record.of(patient, at=at), file, by=mailbox(request))
        response = HttpResponse(content, content_type=file.kind)
        response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
        return response
    context = {
        "is_fresh": is_fresh,
        "files": downloads.FILES.values(),
        "email": mailbox(request).address,
        "minutes": int(codes.FRESH.total_seconds() // 60),
    }
    return render(request, "booking/record_download.html", context | acting.page_context(request, patient))


@patient_required
@require_POST
def sign_in_again(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Send a code to the mailbox that is signed in; after it the download page is open."""
    return codes.start(request, email=mailbox(request).email, next_url=reverse(DOWNLOAD), again=True)


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Ask for the erasure of what we have, or take it back; what was asked before stands here with its answer."""
    at, by = timezone.now(), mailbox(request)
    if request.method == "POST":
        if request.POST.get("deed") == "take_back":
            erasing.take_back(patient, by=by, at=at)
            messages.success(request, _("You took your request back. Nothing was erased."))
        else:
            erasing.ask(patient, by=by, at=at)
            messages.success(request, _("We have your request. A person reads it and answers you on this page."))
        return see_other("booking:record_erasure")
    requests = list(patient.erasure_requests.all())
    context = {
        "open": next((row for row in requests if row.closed_at is None), None),
        "asked_at": next((formatting.moment(row.asked_at) for row in requests if row.closed_at is None), ""),
        "closed": [
            {"when": formatting.moment(row.closed_at), "outcome": row.get_outcome_display(), "answer": row.answer}
            for row in requests
            if row.closed_at
        ],
        "law": due.law_for_patient(patient, at=at),
    }
    return render(request, "booking/record_erasure.html", context | acting.page_context(request, patient))
