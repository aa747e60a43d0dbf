"""A patient's own visits: all of them, one of them, and its calendar file."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from clinic import formatting
from clinic.accounts import acting
from clinic.accounts.models import Patient
from clinic.booking import calendar, places, schedule, services
from clinic.booking.models import Appointment, Offer, State, WaitingEntry
from clinic.booking.models.waiting import EVERY_DAY, PartOfDay
from clinic.booking.own_page import own_record
from clinic.booking.views.access import mailbox, own_visit, patient_required
from clinic.site_settings.own_texts import in_language
from clinic.weekdays import Weekday
from education.services import articles_for
from intake.pages import red_line
from intake.review import one_person, outcomes, referrals, reply, standing, withdrawal
from intake.review.follow_up import check_ins, updates
from intake.review.follow_up.asked import WaitingForms, asked_of, has_question
from intake.review.standing import Standing, Word

MOST_PAST = 20


@patient_required
@require_safe
def mine(request: HttpRequest, patient: Patient) -> HttpResponse:
    """What is ahead, what is offered, what somebody waits for, and what is past."""
    at = timezone.now()
    patient.user = mailbox(request)  # known already: no query for it later
    own, today = one_person.own_records_of(patient), timezone.localtime(at).date()
    ahead = Appointment.objects.filter(patient__in=own).with_people().not_over(at=at)[:50]
    rest = Appointment.objects.of_person(own).exclude(pk__in=[visit.pk for visit in ahead])
    ended = list(rest.exclude(state__in=[State.MOVED, State.IN_ERROR])[:MOST_PAST])
    canceled = [visit for visit in ended if visit.state == State.CANCELLED and visit.starts_at > at]
    waiting = WaitingEntry.objects.waiting(on=today).filter(patient=patient).with_people()
    offers = Offer.objects.standing(at=at).filter(entry__patient=patient).with_people()
    patient_standing = standing.of_one(patient, on=today, at=at)
    has_past_needles = check_ins.to_answer(patient) is not None
    change, series = withdrawal.last_change_on(own), outcomes.series_of(own)
    context = {
        "form_missing": patient_standing.word is Word.FORM_MISSING,
        "may_repeat": patient_standing.word is Word.FORM_MISSING and updates.form_to_repeat(patient, at=at) is not None,
        "asked": _asked(
            own, patient if has_past_needles or patient_standing.wants_update else None, patient_standing, at=at
        ),
        "has_past_needles": has_past_needles,
        "not_read": patient_standing.word is Word.READY and patient_standing.unread,
        "red_line": red_line.of_patient(patient) if patient_standing.word is Word.CALL else None,
        "ahead": [in_words(visit, is_unsure=_is_unsure(visit, patient_standing, at=at)) for visit in ahead],
        "canceled": [in_words(visit) for visit in reversed(canceled)],
        "past": [in_words(visit) for visit in ended if visit not in canceled],
        "waiting": [wishes(entry) for entry in waiting],
        "series": series,
        "is_asked": bool(series) and outcomes.is_asked(own),
        "is_withdrawn": change is not None and not change.is_given,
        "for_whom": patient.ref,
        "told_by": patient.told_by,
        "offers": [
            {
                "offer": offer,
                "when": formatting.moment(offer.starts_at, zone=places.zone_of(offer.room)),
                "place": places.of_room(offer.room),
            }
            for offer in offers
        ],
    }
    return render(
        request,
        "booking/mine.html",
        context | _written(patient, patient_standing) | acting.page_context(request, patient),
    )


def _asked(own: list[int], needled: Patient | None, theirs: Standing, *, at: datetime) -> WaitingForms:
    """What waits for them; a question keeps whoever is asked from being ready, so the ready ones cost no query."""
    forms = asked_of(needled, at=at)
    return forms if theirs.word is Word.READY else replace(forms, question=reply.question_for(own) is not None)


def _written(patient: Patient, theirs: Standing) -> dict[str, Any]:
    """Return what the practitioner wrote to a patient who comes to talk, and who wrote it when."""
    if theirs.word is not Word.CONSULTATION_ONLY:
        return {"consultation_only": False}
    referral = referrals.referral_of(patient)
    if referral is None:
        return {"consultation_only": True}
    words = {"name": referral.by_name, "day": formatting.day(timezone.localtime(referral.at).date())}
    return {
        "consultation_only": True,
        "patient_words": referral.patient_words,
        "written_by": _("%(name)s, %(day)s") % words,
    }


@own_visit
@require_safe
def visit(request: HttpRequest, visit: Appointment) -> HttpResponse:
    """One visit: when, where, how long, with whom, what to bring, and what comes next."""
    at = timezone.now()
    rules = schedule.current().rules
    coming = visit.is_ahead and visit.starts_at > at
    needling = visit.visit_type.needling
    patient_standing = standing.of_one(visit.patient_id, on=timezone.localtime(at).date(), at=at)
    word = patient_standing.word_for(visit.starts_at, needling=needling, at=at)
    update_due = needling and patient_standing.asks_for_update(visit.starts_at, at=at)
    needs_guardian = patient_standing.waits_for_guardian
    is_unsure = _is_unsure(visit, patient_standing, at=at)
    context = {
        "visit": visit,
        "is_new": coming and at < visit.created_at + timedelta(minutes=rules.grace_minutes),
        "is_canceled": visit.state == State.CANCELLED,
        "old_time": _old_time(visit),
        "coming": coming,
        "may_change": services.may_change_online(visit, at=at),
        "may_move": patient_standing.may_move(needling=needling),
        "may_confirm": coming and visit.state == State.BOOKED and not is_unsure,
        "form_missing": coming and word is Word.FORM_MISSING and not update_due,
        "update_due": coming and update_due,
        "form_old": word is Word.FORM_MISSING and patient_standing.word is Word.READY,
        "being_read": coming
        and patient_standing.word is Word.WAITING
        and not (patient_standing.says_no_needles or needs_guardian),
        "needs_guardian": coming and needling and needs_guardian,
        "is_withdrawn": coming and needling and patient_standing.says_no_needles,
        "is_delayed": patient_standing.is_delayed,
        "asked": WaitingForms(question=patient_standing.word is not Word.READY and has_question(visit.patient)),
        "consultation_only": coming and patient_standing.word is Word.CONSULTATION_ONLY,
        "not_read": coming and patient_standing.word is Word.READY and patient_standing.unread,
        "moved_to": getattr(visit, "moved_to", None) if visit.state == State.MOVED else None,
        "phone": visit.patient.phone,
        "told": visit.patient.message_ways,
        "articles": articles_for(own_record.of(visit.patient, at=at).rule_codes) if coming else [],
        "red_line": red_line.of_patient(visit.patient) if patient_standing.word is Word.CALL else None,
    }
    return render(
        request,
        "booking/visit.html",
        context | in_words(visit, is_unsure=coming and is_unsure) | acting.page_context(request, visit.patient),
    )


@own_visit
@require_safe
def calendar_file(request: HttpRequest, visit: Appointment) -> HttpResponse:
    """The visit as a file for a calendar."""
    response = HttpResponse(calendar.of(visit), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="visit.ics"'
    return response


def _is_unsure(visit: Appointment, theirs: Standing, *, at: datetime) -> bool:
    """Whether a visit is booked and nobody says that it will take place, as its messages say it."""
    return visit.is_ahead and theirs.is_unsure(visit.starts_at, needling=visit.visit_type.needling, at=at)


def _old_time(visit: Appointment) -> str:
    """Return when a visit was before it was moved, in the time of the place where it was."""
    before = visit.moved_from
    return formatting.moment(before.starts_at, zone=places.zone_of(before.room)) if before else ""


def in_words(visit: Appointment, *, is_unsure: bool = False) -> dict[str, Any]:
    """Return a visit as its pages say it, in the time of its place; one that `is_unsure` is said to be nothing else."""
    zone = places.zone_of(visit.room)
    return {
        "ref": visit.ref,
        "type": in_language(visit.visit_type.name),
        "when": formatting.moment(visit.starts_at, zone=zone),
        "zone": formatting.zone_name(visit.starts_at, zone=zone),
        "place": places.of_room(visit.room),
        "length": formatting.length(visit.length),
        "with_name": visit.practitioner.user.name,
        "by_phone": visit.room_id is None,
        "state": _("Not certain yet. A practitioner will contact you.") if is_unsure else state_of(visit),
        "is_confirmed": visit.state == State.CONFIRMED and not is_unsure,
    }


def state_of(visit: Appointment) -> str:
    """Return where a visit stands, said to the patient."""
    labels = {
        State.BOOKED: _("Booked"),
        State.CONFIRMED: _("You confirmed this visit"),
        State.ARRIVED: _("You are here"),
        State.WITH: _("In progress"),
        State.COMPLETED: pgettext("visit", "Done"),
        State.NO_SHOW: _("Missed"),
        State.CANCELLED: _("Canceled"),
        State.MOVED: _("Rescheduled"),
        State.IN_ERROR: _("Entered by mistake"),
    }
    return labels[State(visit.state)]


def wishes(entry: WaitingEntry) -> dict[str, Any]:
    """Return a place on the waiting list in words."""
    days = [str(Weekday(number).label) for number in entry.weekdays]
    parts = [str(label) for label in entry.part_labels()]
    return {
        "entry": entry,
        "type": in_language(entry.visit_type.name),
        "with_name": entry.practitioner.user.name if entry.practitioner else _("any practitioner"),
        "days": _("any day") if len(days) == len(EVERY_DAY) else ", ".join(days),
        "parts": _("any time") if len(parts) == len(PartOfDay.values) else ", ".join(parts),
        "places": ", ".join(name for key in entry.places if (name := places.name_at(key))),
        "until": formatting.day(entry.until),
    }
