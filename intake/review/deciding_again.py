"""A closed case is decided again: after a mistake, or when a doctor's answer comes. What was written stays."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from intake.record.errors import ReviewError
from intake.review import triage
from intake.review.decision_rules import CLOSING, NEEDLES, Settled
from intake.review.models import Case, Decision, Flag, Resolution
from intake.review.next_visit import next_visit
from intake.review.one_person import records_by_key


def case_to_decide(case: Case) -> Case:
    """Return the case of this person on which a decision is written now: the one that is open, else the newest; it is
    the same one where nothing came after it.
    """
    records = records_by_key(case.patient_id) if case.patient_id else []
    theirs = Case.objects.filter(Q(pk=case.pk) | Q(patient__in=records) | Q(intake=case.intake_id))
    return theirs.alias(ended=Q(closed_at__isnull=False)).order_by("ended", "-opened_at", "-pk")[0]


def refuse_if_another_is_newer(case: Case) -> None:
    """Raise ReviewError for a closed case after which another of the same person was opened."""
    if case_to_decide(case).pk != case.pk:
        raise ReviewError(_("A newer case of this person is there. Decide on that one."))


def settled_last(case: Case, *, but: int = 0) -> QuerySet[Flag]:
    """Return the flags that the last closing decision on a case settled, `but` for that decision."""
    last = case.decisions.filter(outcome__in=CLOSING).exclude(pk=but).first()
    return Flag.objects.filter(case=case, settled_by=last) if last else Flag.objects.none()


def settle_flags(decision: Decision, flags: dict[int, Settled], *, again: bool) -> None:
    """Write how each open flag of the case is settled; where the case is decided `again`, each that the last decision
    settled as well.

    Needles accept an open flag that nothing is said of with precaution; what was said of a settled one is said again,
    and it is open again where the case stays open. Raises ReviewError for any other flag, and for one without its
    reason.
    """
    case = decision.case
    waiting = dict(Flag.objects.filter(case=case, settled_by=None).values_list("pk", "code"))
    before = dict(settled_last(case, but=decision.pk).values_list("pk", "code")) if again else {}
    if set(flags) - set(waiting) - set(before):
        raise ReviewError(_("One of the flags is no longer open. Open the case again."))
    for settled in flags.values():
        if sentence := settled.problem:
            raise ReviewError(sentence)
    is_closing = decision.outcome in CLOSING
    said = {
        row.flag_id: Settled(row.how, row.why)
        for row in Resolution.objects.filter(flag__in=before, decision__case=case).order_by("pk")
        if is_closing
    }
    accepted = dict.fromkeys(waiting if decision.outcome in NEEDLES else (), Settled(Resolution.How.ACCEPTED))
    settled_by_key = said | accepted | flags
    codes = waiting | before
    Resolution.objects.bulk_create(
        Resolution(decision=decision, flag_id=key, code=codes[key], how=how.how, words={"why": how.why.strip()})
        for key, how in sorted(settled_by_key.items())
    )
    Flag.objects.filter(pk__in=before).update(settled_by=decision if is_closing else None)


def open_again(case: Case, *, at: datetime) -> None:
    """Put a closed case that waits for something from now on back among those that are not closed."""
    case.closed_at = case.closed_by = None
    case.waiting_since, case.visit_at = at, next_visit(case.patient_id)
    triage.settle_tier(case)
