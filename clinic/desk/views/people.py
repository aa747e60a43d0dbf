"""People at the desk: finding one in one box, taking a new one in, and the page of one."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from clinic import audit, formatting
from clinic.accounts import patient_search
from clinic.accounts import services as people
from clinic.accounts.models import Correction, Difference, Ended, LinkedPatient, Patient, User
from clinic.accounts.roles import is_practitioner
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment, State, WaitingEntry
from clinic.contact import shown
from clinic.desk import difference_words, intake_row, tablet_code
from clinic.desk.forms import ContactForm, NewPatientForm
from clinic.desk.person_facts import facts_of, guardianship_of
from clinic.desk.standing_words import badge_of, say_of
from clinic.desk.views.common import (
    at_the_desk,
    code_of,
    looked_at_or_sent,
    page,
    patient_asked,
    slot_asked,
    who,
)
from clinic.desk.visit_row import visit_rows
from clinic.outbox import reachable
from intake.pages import by_phone
from intake.pages.tablet.models import HandOver
from intake.record.models import Intake
from intake.review import cautions, standing
from intake.review.standing import Standing

MOST_VISITS = 40
# What is shorter is a part of a number, or six digits of a birth date.
_WITH_AREA_CODE = 10


@looked_at_or_sent
@sensitive_post_parameters("q")
@at_the_desk
def find(request: HttpRequest) -> HttpResponse:
    """Find a person. What is typed is posted, so that no name stands in an address or a log."""
    typed = request.POST.get("q", "").replace("\0", "").strip()[: patient_search.LONGEST]
    today = timezone.localdate()
    hits = patient_search.find(typed, on=today) if typed else []
    query = patient_search.parse_query(typed, on=today)
    forms = [] if query.is_empty else intake_row.to_confirm(query)
    slot = slot_asked(request)
    if hits or forms:
        with audited_transaction():
            whom = [hit.patient.ref for hit in hits] + [form.ref for form in forms]
            audit.record("patients.searched", by=who(request), at=timezone.now(), shown=len(whom), whom=whom)
    context = {
        "typed": typed,
        "asked": query,
        "forms": [
            (form, formatting.calendar_date(form.date_of_birth) if form.date_of_birth else "", facts_of(form))
            for form in forms
        ],
        "found": [_hit(hit) for hit in hits],
        "code": code_of(*slot) if slot else "",
        "when": formatting.moment(slot[0]) if slot else "",
    }
    return page(request, "find", context)


def _hit(one: patient_search.PatientMatch) -> dict[str, Any]:
    agrees = [
        word
        for word, agree in (
            (_("birth date"), one.born),
            (_("almost the birth date"), one.nearly_born),
            (_("phone"), one.phone),
            (_("email"), one.email),
        )
        if agree
    ]
    return {
        "patient": one.patient,
        "born": formatting.calendar_date(one.patient.date_of_birth),
        "agrees": ", ".join(agrees),
    }


@looked_at_or_sent
@sensitive_post_parameters("full_name", "date_of_birth", "phone", "email")
@at_the_desk
def new(request: HttpRequest) -> HttpResponse:
    """Take somebody in who called. Who is alike is shown first; the desk decides, nothing is merged."""
    slot = slot_asked(request)
    first_time = "full_name" not in request.POST
    typed = patient_search.parse_query(request.POST.get("q", ""), on=timezone.localdate())
    form = NewPatientForm(None if first_time else request.POST, initial=_initial(request.POST.get("q", ""), typed))
    twins: list[dict[str, Any]] = []
    shared = ""
    if not first_time and form.is_valid():
        cleaned = form.cleaned_data
        if not request.POST.get("sure"):
            identity = {name: cleaned[name] for name in ("full_name", "date_of_birth", "phone", "email")}
            twins = [_hit(hit) for hit in patient_search.alike(**identity)]
            shared = patient_search.who_else_reads(cleaned["email"])
        if not twins and not shared:
            patient = people.register(identity=cleaned, by=who(request), at=timezone.now())
            messages.success(request, _("%(name)s is added.") % {"name": patient.full_name})
            return _on_with(patient, slot)
    context = {
        "form": form,
        "twins": twins,
        "shared": shared,
        "code": code_of(*slot) if slot else "",
        "when": formatting.moment(slot[0]) if slot else "",
        "has_errors": bool(form.errors),
    }
    return page(request, "new_person", context)


def _initial(text: str, typed: patient_search.PatientQuery) -> dict[str, Any]:
    """What was typed into the box need not be typed again."""
    name = " ".join(part for part in text.split() if any(letter.isalpha() for letter in part) and "@" not in part)
    return {
        "full_name": name if not typed.born else "",
        "date_of_birth": typed.born[0] if len(typed.born) == 1 else None,
        "phone": typed.phone if len(typed.phone) >= _WITH_AREA_CODE else "",
        "email": typed.email,
    }


def _on_with(patient: Patient, slot: tuple[Any, int] | None) -> HttpResponse:
    if slot is None:
        return redirect("desk:patient", patient.ref)
    return redirect(f"{reverse('desk:book')}?at={code_of(*slot)}&patient={patient.ref}")


@looked_at_or_sent
@at_the_desk
def patient(request: HttpRequest, ref: str) -> HttpResponse:
    """One person: contact, visits, the readiness word, the form. A POST corrects the contact."""
    patient = get_object_or_404(Patient.objects.select_related("user"), ref=ref)
    form = ContactForm(request.POST if request.method == "POST" else None, patient=patient)
    shared = ""
    if request.method == "POST" and form.is_valid() and not request.POST.get("sure"):
        shared = patient_search.who_else_reads(form.cleaned_data["email"], already=patient)
    if request.method == "POST" and form.is_valid() and not shared:
        try:
            identity = dict(form.cleaned_data)
            reason = identity.pop("reason") or Correction.TOLD
            people.correct(patient, identity=identity, reason=reason, by=who(request), at=timezone.now())
        except people.AccountError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Saved."))
            return redirect("desk:patient", ref)
    at = timezone.now()
    about = _about(patient, at=at)
    special = _for_practitioners(patient, about["standing"], by=who(request), at=at)
    context = about | special | {"form": form, "has_errors": bool(form.errors), "shared": shared}
    with audited_transaction():
        audit.record("patient.read", on=patient, by=who(request), at=at)
    return page(request, "patient", context)


def _for_practitioners(found: Patient, stands: Standing, *, by: User, at: datetime) -> dict[str, Any]:
    """What the front desk gets nothing of: the limits in words, the way to the case, what may be asked on the phone."""
    if not is_practitioner(by):
        return {"shows_limits": False, "case": None, "asks": []}
    asks = by_phone.offered(found, stands, at=at)
    return {"shows_limits": True, "case": cautions.case_to_read(found), "asks": asks}


def _about(found: Patient, *, at: datetime) -> dict[str, Any]:
    on = timezone.localdate(at)
    linked = _linked(found)
    visits = Appointment.objects.of_person([found, *linked])
    rows = visit_rows(visits, on=on, at=at, most=MOST_VISITS)
    stands = standing.of_one(found, on=on, at=at)
    lines = [{"line": line, "when": formatting.moment(line.visit.starts_at)} for line in rows]
    ahead = [row for row in lines if row["line"].is_ahead and row["line"].visit.starts_at > at]  # type: ignore[attr-defined]  # a line
    canceled = [row for row in lines if _is_off(row["line"].visit, State.CANCELLED, at=at)]  # type: ignore[attr-defined]  # a line
    # What was rescheduled and lies ahead is neither past nor to come: its new time stands above.
    moved = [row for row in lines if _is_off(row["line"].visit, State.MOVED, at=at)]  # type: ignore[attr-defined]  # a line
    return {
        "patient": found,
        "born": formatting.calendar_date(found.date_of_birth),
        "guardianship": guardianship_of(found, on=on),
        "languages": facts_of(found),
        "endings": Ended.choices,
        "not_reachable": [shown(each) for each in sorted(reachable.marked([way.to for way in found.message_ways]))],
        "standing": stands,
        "badge": badge_of(stands),
        "say": say_of(stands),
        "until": formatting.calendar_date(stands.until) if stands.until else "",
        "ahead": ahead[::-1],
        "canceled": canceled[::-1],
        "past": [row for row in lines if row not in (*ahead, *canceled, *moved)],
        "sittings": _sittings(found),
        "tablet": tablet_code.state_of(found, at=at),
        "linked": linked,
        "differences": difference_words.asked(Difference.objects.open().filter(patient=found)),
        "waiting": WaitingEntry.objects.waiting(on=on).filter(patient=found).with_people(),
        "alike": [
            _hit(hit)
            for hit in patient_search.alike(
                full_name=found.full_name,
                date_of_birth=found.date_of_birth,
                phone=found.phone,
                email=found.email,
                without=found,
            )
        ],
    }


def _sittings(found: Patient) -> list[dict[str, Any]]:
    """The forms of this person: when, how it came, how far. Never what stands in it."""
    condition = Q(patient=found) | Q(meant_for=found, patient=None, expired_at=None)
    handed = HandOver.objects.filter(intake=OuterRef("pk")).order_by("-made_at", "-id").values("made_by__name")
    rows = (
        Intake.objects.filter(condition)
        .select_related("entered_by")
        .annotate(handed_by=Subquery(handed[:1]))
        .order_by("-started_at")[:10]
    )
    return [
        {
            "reference": row.reference,
            "source": row.get_source_display(),
            "entered_by": row.entered_by.name if row.entered_by else "",
            "handed_by": getattr(row, "handed_by", "") or "",
            "when": formatting.moment(row.accepted_at or row.submitted_at or row.saved_at),
            "word": _("Accepted") if row.accepted_at else _("Sent") if row.submitted_at else _("Started"),
        }
        for row in rows
    ]


def _is_off(visit: Appointment, state: State, *, at: datetime) -> bool:
    return visit.state == state and visit.starts_at > at


def _linked(found: Patient) -> list[Patient]:
    return list(Patient.objects.linked_with(found))


@require_POST
@at_the_desk
def link(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that two records are one person; nothing is moved, and it can be undone."""
    patient, other_patient = _pair(request, ref)
    try:
        people.link(patient, other_patient, by=who(request), at=timezone.now())
    except people.AccountError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("The two records are linked. You can unlink them here."))
    return redirect("desk:patient", ref)


@require_POST
@at_the_desk
def unlink(request: HttpRequest, ref: str) -> HttpResponse:
    """Undo a link: the two records stand for themselves again."""
    patient, other_patient = _pair(request, ref)
    condition = Q(earlier=patient, later=other_patient) | Q(earlier=other_patient, later=patient)
    for linked in LinkedPatient.objects.filter(condition, undone_at=None):
        people.unlink(linked, by=who(request), at=timezone.now())
    messages.success(request, _("The records are unlinked."))
    return redirect("desk:patient", ref)


@require_POST
@at_the_desk
def apart(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that two alike records are two people: nobody is asked again."""
    patient, other_patient = _pair(request, ref)
    try:
        people.keep_apart(patient, other_patient, by=who(request), at=timezone.now())
    except people.AccountError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("These are different people. We will not ask again."))
    return redirect("desk:tasks")


def _pair(request: HttpRequest, ref: str) -> tuple[Patient, Patient]:
    patient = get_object_or_404(Patient, ref=ref)
    other_patient = patient_asked(request, "other")
    return patient, other_patient or patient
