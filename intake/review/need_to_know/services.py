"""A reason to read, given and found again."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from intake.record.errors import ReviewError
from intake.review.models import Case, ReadingReason
from intake.review.need_to_know.ties import is_theirs
from intake.review.one_person import records_by_key

# A working day: as long as any sign-in of the staff can last (clinic.accounts.sessions.ABSOLUTE).
LASTS = timedelta(hours=8)
LONGEST = 500


class ReadSubject(NamedTuple):
    """Whose record is opened: a patient, or a form nobody has accepted yet, known by its case."""

    patient: Patient | None
    case: Case | None

    @property
    def ref(self) -> str:
        """How an address names whom it is about."""
        return self.patient.ref if self.patient else self.case.ref if self.case else ""

    @property
    def name(self) -> str:
        """Who it is, as the clinic or else the form knows them."""
        if self.patient:
            return self.patient.full_name
        return (self.case.intake.full_name if self.case else "") or _("No name yet")


def may_read(subject: ReadSubject, *, by: User, at: datetime) -> bool:
    """Say whether a practitioner may open this record now: it is theirs, or a reason they gave is still good."""
    key = subject.patient.pk if subject.patient else None
    if is_theirs(by, patient=key, case=subject.case, at=at):
        return True
    in_force = ReadingReason.objects.filter(by=by, until__gt=at)
    if key is not None:
        records = records_by_key(key)
        return in_force.filter(Q(patient__in=records) | Q(case__patient__in=records)).exists()
    return in_force.filter(case=subject.case).exists()


@audited_transaction()
def give_reason(subject: ReadSubject, *, code: str, words: str = "", by: User, at: datetime) -> ReadingReason:
    """Keep why a practitioner opens a record that is not theirs; from now on it opens for eight hours, with every
    record that is linked with it. The audit log gets the code and never the words, which are sealed.

    Raises ReviewError with a sentence, PermissionDenied for anyone but a practitioner.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can review cases."))
    if code not in ReadingReason.Code.values:
        raise ReviewError(_("Choose why you open this record."), about="code")
    stripped = words.strip()
    if code == ReadingReason.Code.OTHER and not stripped:
        raise ReviewError(_("Write the reason in a few words."), about="words")
    if len(stripped) > LONGEST:
        raise ReviewError(_("Write the reason in a few words."), about="words")
    reason = ReadingReason.objects.create(
        patient=subject.patient,
        case=None if subject.patient else subject.case,
        code=code,
        words={"text": stripped} if stripped else None,
        by=by,
        at=at,
        until=at + LASTS,
    )
    audit.record("reason.given", on=subject.patient or subject.case, by=by, at=at, reason=code)
    return reason
