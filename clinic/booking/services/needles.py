"""The last look before needles: nobody is needled on a form that nobody has read, or with a caution nobody has seen."""

from datetime import datetime

from django.utils.translation import gettext as _

from clinic.accounts import roles
from clinic.accounts.models import User
from clinic.booking.errors import (
    BookingError,
    ConsentWithdrawn,
    FormNotRead,
    NotReady,
    NotSeen,
    RisksNotSigned,
    UpdateMissing,
)
from clinic.booking.models import Appointment
from clinic.booking.services import policies
from intake.review import cautions, standing
from intake.review.standing import Standing, Word


def require_read(visit: Appointment, *, by: User | None = None, at: datetime) -> None:
    """Raise a BookingError with its sentence when needles may not begin in this visit now. Consultations pass freely.

    NotReady: a practitioner has to decide, or the form is missing. ConsentWithdrawn: the patient wants none.
    UpdateMissing: nobody asked what has changed since the last needles. FormNotRead: no practitioner has opened the
    form. RisksNotSigned: nobody signed the current risk sheet. NotSeen: cautions wait to be ticked. `by` is who asks: a
    practitioner reads what is theirs to do.
    """
    if not visit.visit_type.needling:
        return
    patient, today = visit.patient, policies.day_of(at)
    patient_standing = standing.of([patient.pk], on=today, at=at)[patient.pk]
    if not patient_standing.allows_needles(today):
        raise (ConsentWithdrawn if patient_standing.says_no_needles else NotReady)(refusal(patient_standing, by=by))
    if patient_standing.wants_update:
        raise UpdateMissing(
            _("The visit update is missing. The patient can fill it in on the tablet now. Then start the visit.")
        )
    if patient_standing.unread:
        raise FormNotRead(_("No one has read this form yet. Ask the practitioner to open it. Then start the visit."))
    if not patient_standing.has_signed_risks:
        raise RisksNotSigned(
            _("The current risks of acupuncture are not signed. Ask the practitioner to go over them first.")
        )
    if cautions.unseen_cautions(patient).exists():
        raise NotSeen(_("There are cautions to read first. Ask the practitioner to mark them as read."))


def what_is_missing(visit: Appointment, *, by: User | None = None, at: datetime) -> BookingError | None:
    """Return what keeps this visit from its needles now; None when nothing does."""
    try:
        require_read(visit, by=by, at=at)
    except BookingError as missing:
        return missing
    return None


def refusal(found: Standing, *, by: User | None = None) -> str:
    """Return why a treatment cannot begin, without a reason that the front desk may not know; a practitioner is told
    what is theirs to do.
    """
    if found.word is Word.CALL and by is not None and roles.is_practitioner(by):
        return _("An emergency of this person is still open. Talk to them before anything else.")
    sentences = {
        Word.CALL: _("Get a practitioner now. They must talk to this person before anything else."),
        Word.CONSULTATION_ONLY: _(
            "No needles for this person: the practitioner has written to them. Offer a consultation or a call."
        ),
        Word.WAITING: _("A practitioner must decide on this form before this visit can start."),
        Word.FORM_MISSING: _(
            "The health form is missing. It must be filled in and read by a practitioner before this visit can start."
        ),
    }
    if found.waits_for_guardian:
        return _(
            "This patient is under 18, and no parent or guardian has signed. "
            "They can sign on the patient’s page here, or after signing in."
        )
    if found.says_no_needles:
        return _("No needles for this person. Ask the practitioner, or offer a consultation or a call.")
    lapsed = _("The clearance has ended. A practitioner must review the form again before this visit can start.")
    return sentences.get(found.word, lapsed)
