"""The tablet way: a code for the desk, the birth date for the patient, and an end that comes by itself.

Locks are taken in one order (answers, form, hand-over), as saving and sending take them.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from clinic.text import new_spoken_code, spoken
from intake.pages import drafts
from intake.pages.tablet.models import LASTS, RESTS, HandOver
from intake.record.errors import IntakeError
from intake.record.identities import keep_identity
from intake.record.models import Intake, Source
from intake.review.follow_up import updates

if TYPE_CHECKING:
    from clinic.accounts.models import Patient, User

CODE_LIVES = timedelta(minutes=10)
# Birth dates for one code, right or wrong; then the desk makes a new one.
TRIES = 5
# A sign of life is written at most this often: not every page is a write.
GRAIN = timedelta(seconds=20)
# What was typed on a page that closed meanwhile is kept this long after the last sign of life.
LATE = timedelta(minutes=30)

Ended = HandOver.Ended


@audited_transaction()
def hand_over(patient: "Patient", *, by: "User", at: datetime) -> tuple[HandOver, str]:
    """Make a code that opens this patient's form on a tablet, once and for ten minutes; return it with its row.

    The form is the one the patient began on a tablet and has not sent, or a new one: the update before needles where
    that is what is asked for. A code made before is withdrawn, and what it opened is closed. Raises IntakeError when a
    colleague does the same at this moment, and for somebody who is no longer a patient.
    """
    if patient.ended_why:
        raise IntakeError(patient.ended_words)
    mine = Intake.objects.unsent().filter(meant_for=patient, source=Source.TABLET, expires_at__gt=at)
    draft = mine.select_for_update(of=("self",)).order_by("-saved_at", "-id").first()
    for former in HandOver.objects.not_ended().filter(patient=patient):
        end(former, how=former.end_by_now(at) or Ended.WITHDRAWN, by=by, at=at)
    update = updates.is_due(patient, at=at) and draft is None
    if update:
        intake = updates.begin(patient, source=Source.TABLET, by=by, at=at)
    else:
        intake = draft or drafts.start(at=at, source=Source.TABLET, patient=patient, begun_by=by)
    code = new_spoken_code()
    try:
        with transaction.atomic():
            handed = HandOver.objects.create(
                intake=intake,
                patient=patient,
                digest=digest(code),
                made_by=by,
                made_at=at,
                expires_at=at + CODE_LIVES,
            )
    except IntegrityError:
        raise IntakeError(_("A colleague just made a code for this person. Make a new one.")) from None
    audit.record("intake.handed_over", on=intake, by=by, at=at)
    return handed, code


def use_code(typed: str, *, at: datetime) -> HandOver | None:
    """Return the hand-over that a typed code opens, and use the code up; None for any code that does not work."""
    wanted, handed = digest(typed), None
    # Few codes work at a time: all are compared, each in the same time, whether one fits or none.
    for waiting in HandOver.objects.waiting(at=at):
        if constant_time_compare(waiting.digest, wanted):
            handed = waiting
    if handed is None:
        return None
    won = HandOver.objects.waiting(at=at).filter(pk=handed.pk).update(used_at=at, active_at=at, digest="")
    if not won:
        return None
    handed.used_at = handed.active_at = at
    handed.digest = ""
    return handed


@audited_transaction()
def open_for(handed: HandOver, *, born: date, at: datetime) -> bool:
    """Open the form if this is the patient's birth date; after five dates the code is used up.

    Counted where parallel requests cannot slip through.
    """
    open_ = HandOver.objects.filter(pk=handed.pk, opened_at=None, ended_at=None, tries__lt=TRIES)
    if not open_.update(tries=F("tries") + 1):
        return False
    handed.refresh_from_db()
    if born == handed.patient.date_of_birth:
        HandOver.objects.filter(pk=handed.pk).update(opened_at=at, active_at=at)
        handed.opened_at = handed.active_at = at
        audit.record("intake.tablet_opened", on=handed.intake, by=None, at=at)
        return True
    if handed.tries >= TRIES:
        end(handed, how=Ended.REFUSED, at=at)
    return False


def seen(handed: HandOver, *, at: datetime) -> None:
    """Somebody holds the tablet: a sign of life."""
    if handed.active_at is None or at - handed.active_at >= GRAIN:
        HandOver.objects.not_ended().filter(pk=handed.pk).update(active_at=at)


@audited_transaction()
def end(handed: HandOver, *, how: str, by: "User | None" = None, at: datetime) -> None:
    """Close the form on the tablet. Ending twice changes nothing: the first end stands."""
    forms = Intake.objects.select_for_update(of=("self",)).select_related("user", "meant_for__user")
    intake = forms.get(pk=handed.intake_id)
    if HandOver.objects.not_ended().filter(pk=handed.pk).update(ended_at=at, ended_how=how, digest=""):
        if handed.opened_at:
            _leave_to_the_mailbox(intake, at=at)
        audit.record("intake.tablet_ended", on=intake, by=by, at=at, how=str(how))
    handed.refresh_from_db()


def _leave_to_the_mailbox(intake: Intake, *, at: datetime) -> None:
    """Whoever signs in with the patient's own mailbox may go on at home, if that address stands on the form."""
    if _names(intake, intake.user) or not intake.is_full:
        return
    owner = intake.meant_for.user if intake.meant_for else None
    intake.user, intake.email_confirmed_at = (owner, at) if _names(intake, owner) else (None, None)
    intake.save(update_fields=["user", "email_confirmed_at"])
    keep_identity(intake, at=at)


def _names(intake: Intake, mailbox: "User | None") -> bool:
    return mailbox is not None and intake.names(mailbox)


def end_rested(*, at: datetime, most: int = 200) -> int:
    """End what the clock has ended: codes nobody used, forms nobody touched for five minutes. Returns how many."""
    over = HandOver.objects.not_ended().filter(
        Q(used_at=None, expires_at__lte=at) | Q(active_at__lte=at - RESTS) | Q(used_at__lte=at - LASTS)
    )
    hand_overs = list(over[:most])
    for handed in hand_overs:
        end(handed, how=handed.end_by_now(at), at=at)
    return len(hand_overs)


def digest(code: str) -> str:
    """Return the keyed hash under which a code is kept."""
    return salted_hmac("intake.tablets", spoken(code), algorithm="sha256").hexdigest()
