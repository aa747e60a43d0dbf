"""A serious reaction to needles comes back as a flag: a practitioner decides before the next ones."""

from collections.abc import Collection
from datetime import datetime

from clinic import audit
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.record.answer_words import REACTION
from intake.record.models import FULL, Answers
from intake.review import duty, triage
from intake.review.models import Case, Flag
from intake.review.next_visit import next_visit
from intake.review.one_person import records_of
from intake.screening import RULESET, Contact, Tier

_SAYS = {
    "why": "After an earlier treatment a serious reaction was written down.",
    "action": "Find out what happened and whether it is over. Then decide whether and how needles are possible.",
    "source": "Treatment notes and the register of adverse events",
}


@audited_transaction()
def hold_for(patient: Patient, *, facts: Collection[str], at: datetime) -> Case | None:
    """Raise a hold on this person's case, closed or open, with what happened in words of the catalog; return the case.

    Told once more, it is settled no longer. None for somebody who has never sent a form: nobody needles without one.
    """
    records = records_of(patient)
    sent = Answers.objects.filter(intake__patient__in=records, frozen_at__isnull=False).select_related("intake")
    form = sent.filter(intake__questionnaire=FULL).order_by("-frozen_at", "-id").first()
    if form is None:
        return None
    case = _case_of(patient, form, at=at)
    flag = Flag.objects.filter(answers=form, code=REACTION).first()
    flag = flag or Flag(answers=form, code=REACTION, position=0, tier=Tier.HOLD)
    told = flag.finding.get("facts", []) if flag.pk else []
    flag.case, flag.tier, flag.ruleset, flag.contact = case, Tier.HOLD, RULESET, Contact.SAME_DAY
    flag.finding = {"because": {}, "facts": [*dict.fromkeys([*told, *facts])], **_SAYS}
    flag.raised_at, flag.provisional, flag.withdrawn_at = at, False, None
    flag.settled_by = flag.seen_at = flag.seen_by = None
    flag.save()
    triage.settle_tier(case)
    duty.tell_of_hold(case, visit_at=next_visit(patient.pk), at=at)
    return case


def _case_of(patient: Patient, answers: Answers, *, at: datetime) -> Case:
    """Return the person's open case, locked; the last one opened again, or a new one, where none is."""
    cases = Case.objects.select_for_update().filter(patient=patient)
    case = cases.exclude(state=Case.State.CLOSED).first()
    if case is not None:
        if case.state != Case.State.OPEN:
            case.state, case.delayed_until, case.waiting_since = Case.State.OPEN, None, at
            case.save(update_fields=["state", "delayed_until", "waiting_since"])
            audit.record("case.reopened", on=case, by=None, at=at)
        return case
    coming = next_visit(patient.pk)
    last = cases.order_by("-opened_at", "-id").first()
    if last is None or Case.objects.not_closed().filter(intake=last.intake_id).exists():
        case = Case.objects.create(
            intake=answers.intake, patient=patient, tier=Tier.HOLD, opened_at=at, waiting_since=at, visit_at=coming
        )
        audit.record("case.opened", on=case, by=None, at=at)
        return case
    last.state, last.closed_at, last.closed_by = Case.State.OPEN, None, None
    last.waiting_since, last.visit_at = at, coming
    last.save(update_fields=["state", "closed_at", "closed_by", "waiting_since", "visit_at"])
    audit.record("case.reopened", on=last, by=None, at=at)
    return last
