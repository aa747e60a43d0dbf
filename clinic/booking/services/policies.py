"""Who may do what in the diary, and what a patient's standing allows."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Patient, User
from clinic.booking.errors import BookingError, NotReady, TooMany
from clinic.booking.grid import on_grid
from clinic.booking.models import Appointment, BookingRules, StartedBy, VisitType
from clinic.booking.querysets import AHEAD
from clinic.site_settings import services as site_settings
from intake.review import standing
from intake.review.one_person import seen_on
from intake.review.standing import Standing, Word

RUN = "booking.run_diary"
SQUEEZE = "booking.squeeze_in"


def staff_only(by: User) -> None:
    """Raise PermissionDenied unless this person runs the diary."""
    if not by.is_staff or not by.has_perm(RUN):
        raise PermissionDenied


def staff_or_own(by: User, patient: Patient) -> bool:
    """Return whether somebody acts as staff; raise PermissionDenied for whoever is neither staff nor the patient."""
    if by.is_staff:
        staff_only(by)
        return True
    # The usual case needs no question; a linked record that is on no mailbox does.
    if patient.user_id != by.pk and patient.pk not in seen_on(by):
        raise PermissionDenied
    return False


def party(by: User, started_by: str | None) -> str:
    """Return who started a change: patients themselves, and for staff whom they say (the clinic, if nobody)."""
    if not by.is_staff:
        return StartedBy.PATIENT
    return StartedBy(started_by) if started_by else StartedBy.CLINIC


def day_of(at: datetime) -> date:
    """Return the day of a moment in the clinic's zone."""
    return timezone.localtime(at).date()


def require_time(start: datetime, *, at: datetime) -> None:
    """Raise BookingError for a time that is over or inside a cell; ValueError for one without a zone."""
    if not on_grid(start):
        raise BookingError(_("Choose a time in steps of five minutes."))
    if start <= at:
        raise BookingError(_("That time has passed. Choose a later one."))


def require_type(visit_type: VisitType, *, staff: bool) -> None:
    """Raise BookingError for a type that is not offered, or that this person may not book."""
    if not visit_type.active:
        raise BookingError(_("We don’t offer this visit type right now."))
    if not staff and visit_type.booking != VisitType.Booking.ONLINE:
        raise BookingError(_call(_("You can’t book this visit type online.")))


def require_patient(patient: Patient, *, staff: bool) -> None:
    """Raise NotReady for somebody who moved away, has died or asked us to stop."""
    if patient.ended_why and staff:
        raise NotReady(patient.ended_words)
    if patient.ended_why:
        raise NotReady(_call(_("We have noted that you are no longer a patient here.")))


def require_ready(patient: Patient, visit_type: VisitType, day: date, *, staff: bool, at: datetime) -> Standing:
    """Return where the person stands; raise NotReady when what they told us does not allow this kind of visit (house
    rule "Standing").

    Ready: everything. Form missing, waiting for a practitioner, consultation only: visits without needles. Call
    patient: nothing. A decision that ends before the day of the visit does not allow needles on it. Nobody books or
    moves anything for somebody who is no longer a patient.
    """
    require_patient(patient, staff=staff)
    allowed = standing.of_one(patient, on=day_of(at), at=at)
    if allowed.allows_consultation and (not visit_type.needling or allowed.allows_needles(day)):
        return allowed
    raise NotReady(_refusal_at_desk(allowed) if staff else _refusal(allowed))


def _refusal(allowed: Standing) -> str:
    """What the patient reads."""
    if not allowed.allows_consultation:
        return _call(_("A practitioner would like to talk with you before you book."))
    if allowed.word is Word.FORM_MISSING:
        return _("We need your health form before this visit. Fill in the form first, or book a consultation.")
    if allowed.word is Word.CONSULTATION_ONLY:
        return _("A practitioner has written to you. You can book a consultation or a phone call now.")
    if allowed.waits_for_guardian:
        return _("A parent or guardian needs to sign first, on your visits page. Or book a consultation.")
    if allowed.says_no_needles:
        return _("You do not want needles. You can book a consultation or a phone call now.")
    if allowed.word is Word.WAITING:
        return _("A practitioner is reading your form. You can book a consultation or a phone call now.")
    return _("By that day a practitioner needs to review your form again. Choose an earlier day, or call us.")


def _refusal_at_desk(allowed: Standing) -> str:
    """What the front desk reads: what to do, without a reason that it may not know."""
    if not allowed.allows_consultation:
        return _("A practitioner must talk to this person before anything is booked.")
    if allowed.word is Word.FORM_MISSING:
        return _("This patient has no current form. Ask for the form, or book a consultation.")
    if allowed.word is Word.CONSULTATION_ONLY:
        return _("The practitioner wrote to this patient. Book a consultation or a phone call instead.")
    if allowed.waits_for_guardian:
        return _("No parent or guardian has signed. They can sign on the patient’s page. Or book a consultation.")
    if allowed.says_no_needles:
        return _("No needles for this patient. Book a consultation or a phone call instead.")
    if allowed.delayed_until and allowed.is_delayed:
        day = formatting.day(allowed.delayed_until)
        return _("No needles before %(day)s. Book a consultation or a phone call instead.") % {"day": day}
    if allowed.word is Word.READY and allowed.until:
        day = formatting.day(allowed.until)
        return _("The clearance ends %(day)s. Ask a practitioner, or choose that day or an earlier one.") % {"day": day}
    return _("A practitioner must decide first. Book a consultation or a phone call instead.")


def visits_ahead(patient: Patient, *, at: datetime) -> list[tuple[int, datetime, int]]:
    """Return who comes when, of everybody on this patient's mailbox, the next visit first; one query.

    Somebody without a mailbox stands alone.
    """
    ahead = Appointment.objects.filter(state__in=AHEAD, starts_at__gt=at)
    mine = ahead.filter(patient__user=patient.user_id) if patient.user_id else ahead.filter(patient=patient)
    return list(mine.order_by("starts_at", "id").values_list("patient_id", "starts_at", "practitioner_id"))


def require_room_for_more(patient: Patient, ahead: list[tuple[int, datetime, int]], rules: BookingRules) -> None:
    """Raise TooMany when a patient, or a mailbox all together, has as many visits ahead as may be booked online."""
    if sum(key == patient.pk for key, *_visit in ahead) >= rules.future_visits:
        raise TooMany(_call(_("You already have the most visits we can book online.")))
    if len(ahead) >= rules.mailbox_visits:
        sentence = _("The patients on this email already have the most visits we can book online.")
        raise TooMany(_call(sentence))


def _call(sentence: str) -> str:
    phone = site_settings.current().phone
    return f"{sentence} " + (_("Call us: %(phone)s.") % {"phone": phone} if phone else _("Call us."))


def call_us(sentence: str) -> str:
    """Return a sentence with the clinic's phone number behind it."""
    return _call(sentence)


def first_visit_error() -> NotReady:
    """Return what somebody we do not know yet is told who wants needles at once."""
    return NotReady(_("Your first visit is a consultation or a phone call. Choose one of these."))
