"""The 48-hour check-in: who is asked when, what an answer leads to, and who is called for want of one.

No answer is never fine. Whoever does not want to be asked, or is not treated here any more, is left in peace.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.questionnaire import CHECK_IN
from intake.record import later
from intake.record.models import Intake, Source
from intake.review.follow_up import calls, letters, needled
from intake.review.follow_up.models import CheckIn, FollowUpTask, NoCheckIns
from intake.review.follow_up.querysets import ASK_AFTER, CheckInQuerySet
from intake.review.one_person import records_of
from intake.screening import Level, Screening

if TYPE_CHECKING:
    from clinic.accounts.models import User

# So soon after the needles an answer says nothing of the days after: the question comes all the same.
_EARLY = ASK_AFTER / 2
_MOST = 500


def begin(check_in: CheckIn, *, source: str = Source.ONLINE, by: "User | None", at: datetime) -> Intake:
    """Begin the form that says how somebody is, or return the one that is begun. It may be sent more than once.

    Raises IntakeError where nobody ever sent a full form.
    """
    patient = check_in.patient
    return later.begin(
        CHECK_IN,
        patient=patient,
        over=later.last_full_form(records_of(patient)),
        visit=check_in.visit_ref,
        needles=later.LastNeedles(check_in.needled_at, check_in.areas),
        source=source,
        by=by,
        at=at,
    )


def to_answer(patient: Patient) -> CheckIn | None:
    """Return the last visit with needles of this very record, about which they may tell us at any time."""
    check_ins = CheckIn.objects.with_needles().filter(patient=patient)
    return check_ins.order_by("-needled_at", "-pk").first()


def saved(intake: Intake, screening: Screening | None, *, at: datetime) -> None:
    """A screen was saved, sent or not: an emergency or a problem for today is called about at once."""
    check_in = _of(intake)
    if check_in is None:
        return
    level = Level.of(screening.tier) if screening else Level.URGENT
    kind = calls.kind_for(level, screening.findings if screening else ())
    if kind in {FollowUpTask.Kind.EMERGENCY, FollowUpTask.Kind.URGENT}:
        calls.raise_task(check_in, kind, intake=intake, at=at)


def answered(intake: Intake, screening: Screening | None, *, at: datetime) -> None:
    """The form was sent: the call it asks for goes on the list, and nobody is asked again for this visit.

    An answer of the first day, and one that is a little worse before 48 hours, are asked for once more.
    """
    check_in = _of(intake)
    if check_in is None:
        return
    level = Level.of(screening.tier) if screening else Level.URGENT
    kind = calls.kind_for(level, screening.findings if screening else ())
    if kind is not None:
        calls.raise_task(check_in, kind, intake=intake, at=at)
    calls.answered(check_in, at=at)
    check_in.intake = intake
    check_in.save(update_fields=["intake"])
    since = at - check_in.needled_at
    if since < ASK_AFTER and _is_a_bit_worse(intake):
        # Asked once already: only the reminder at 72 hours goes out.
        CheckIn.objects.open().filter(pk=check_in.pk, asked_at=None).update(asked_at=at)
    elif since >= _EARLY:
        needled.end(check_in, how=CheckIn.Ended.ANSWERED, at=at)


def _is_a_bit_worse(intake: Intake) -> bool:
    return intake.current().valid.get("fu_pain_change") == "worse_mild"


def _of(intake: Intake) -> CheckIn | None:
    if intake.questionnaire != CHECK_IN.code:
        return None
    return CheckIn.objects.select_for_update(of=("self",)).filter(visit_ref=intake.visit_ref).first()


# ——— by the clock


def ask(*, at: datetime) -> int:
    """Ask everybody whose 48 hours are over how they are; return how many. Whoever has no address is called."""
    return _tell(CheckIn.objects.to_ask(at=at), "asked_at", letters.ask, at=at)


def remind(*, at: datetime) -> int:
    """Ask once more at 72 hours."""
    return _tell(CheckIn.objects.to_remind(at=at), "reminded_at", letters.remind, at=at)


def call_the_silent(*, at: datetime) -> int:
    """Put on the list of calls whoever has not answered a day after the reminder; return how many."""
    count = 0
    for check_in in CheckIn.objects.to_call(at=at).order_by("needled_at", "pk")[:_MOST]:
        with audited_transaction():
            won = CheckIn.objects.open().filter(pk=check_in.pk, called_for_at=None).update(called_for_at=at)
            if won and check_in.wants_call:
                calls.raise_task(check_in, FollowUpTask.Kind.NO_ANSWER, at=at)
                count += 1
    return count


def _tell(due: CheckInQuerySet, column: str, letter: Callable[..., bool], *, at: datetime) -> int:
    """Write this letter to each of them once (`column` keeps when); whoever cannot be written to is called."""
    count = 0
    for check_in in due.select_related("patient__user").order_by("needled_at", "pk")[:_MOST]:
        with audited_transaction():
            if not CheckIn.objects.open().filter(pk=check_in.pk, **{column: None}).update(**{column: at}):
                continue
            if not letter(check_in, at=at):
                CheckIn.objects.filter(pk=check_in.pk).update(called_for_at=at)
                calls.raise_task(check_in, FollowUpTask.Kind.NO_ANSWER, at=at)
            count += 1
    return count


# ——— whoever is left in peace


@audited_transaction()
def stop(patient: Patient, *, why: str = NoCheckIns.Why.OPTED_OUT, by: "User", at: datetime) -> None:
    """Ask this person no more: patients say so of themselves, practitioners that somebody is not treated here now."""
    if by.is_staff and not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can end the check-ins of a patient."))
    if not by.is_staff and patient.user_id != by.pk:
        raise PermissionDenied
    NoCheckIns.objects.update_or_create(patient=patient, defaults={"why": why, "since": at, "by": by})
    for check_in in CheckIn.objects.open().filter(patient=patient):
        needled.end(check_in, how=CheckIn.Ended.NOT_WANTED, at=at)
    audit.record("check_ins.stopped", on=patient, by=by, at=at, why=why)


@audited_transaction()
def resume(patient: Patient, *, by: "User", at: datetime) -> None:
    """Ask again after the visits to come."""
    if not by.is_staff and patient.user_id != by.pk:
        raise PermissionDenied
    if NoCheckIns.objects.filter(patient=patient).delete()[0]:
        audit.record("check_ins.resumed", on=patient, by=by, at=at)


def are_stopped(patient: Patient) -> bool:
    return NoCheckIns.objects.filter(patient=patient).exists()
