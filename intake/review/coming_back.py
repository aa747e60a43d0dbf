"""Nobody waits for a practitioner without one being asked: what brings a case back into the queue.

By day: a delay whose day has come, limits that have run out. By deed: records that are linked or told apart again,
somebody of the same name and birth date who is referred, consent that is withdrawn. What comes back is the newest case
of the person, with the answers that count now; whether they wait, only their standing says.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from clinic import audit
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.record.models import Intake
from intake.review import person_records, standing, triage
from intake.review.models import Case, Decision
from intake.review.next_visit import next_visit
from intake.review.standing import Standing, Word
from intake.review.standing_value import LAPSED, TWIN
from intake.screening import Tier

# So many people are weighed at once.
BATCH = 200
# What ends with a decision alone, though no flag says so.
_DECIDED_AWAY = frozenset({LAPSED, TWIN, str(Decision.Outcome.MORE), str(Decision.Outcome.DELAY)})


def reopen_due(*, on: date, at: datetime) -> int:
    """Put delayed cases whose day has come, and the newest case of everybody whose limits have run out, back into the
    queue; return how many. Who has a case that is not closed is asked about there.
    """
    count = 0
    for case in Case.objects.waking(on=on)[:BATCH]:
        with audited_transaction():
            count += bring_back(case, at=at)
    return count + _bring_back_the_lapsed(on=on, at=at)


def _bring_back_the_lapsed(*, on: date, at: datetime) -> int:
    rows = set(Decision.objects.perhaps_lapsed(on=on).values_list("case__patient", "case__intake").order_by())
    records = sorted({patient for patient, _form in rows if patient is not None})
    forms = sorted({form for patient, form in rows if patient is None})
    count = 0
    for keys in _batches(records):
        count += ask_about(keys, on=on, at=at, which=_has_lapsed)
    for keys in _batches(forms):
        intakes = Intake.objects.in_bulk(keys)
        standings = standing.of_forms(list(intakes.values()), on=on, at=at)
        for key in keys:
            if _has_lapsed(standings[key]):
                count += _bring_back_newest(Case.objects.filter(intake=key, patient=None), at=at)
    return count


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def _has_lapsed(theirs: Standing) -> bool:
    return LAPSED in theirs.reasons


def _waits_for_us(theirs: Standing) -> bool:
    return theirs.word is Word.WAITING and not theirs.waits_for_guardian


def ask_about(
    patients: Collection[int], *, on: date, at: datetime, which: Callable[[Standing], bool] = _waits_for_us
) -> int:
    """Bring back the newest case of each of these records' persons who waits and of whom no case is open; return how
    many. Part of the deed by which they wait.
    """
    waiting = [theirs.records for theirs in standing.of(patients, on=on, at=at).values() if which(theirs)]
    if not waiting:
        return 0
    every_record = {key for records in waiting for key in records}
    asked = set(Case.objects.not_closed().filter(patient__in=every_record).values_list("patient", flat=True))
    return sum(
        _bring_back_newest(Case.objects.filter(patient__in=records), at=at)
        for records in _once(waiting)
        if not records & asked
    )


def _once(persons: Iterable[frozenset[int]]) -> Iterator[frozenset[int]]:
    """Each person once, though they were asked about by several records."""
    yield from dict.fromkeys(persons)


def ask_about_twins(patient: Patient, *, at: datetime) -> int:
    """Bring back whoever waits because this record, which may be theirs, was referred or held; return how many."""
    twins = person_records.alike_to(patient)
    return ask_about(twins, on=timezone.localdate(at), at=at) if twins else 0


def _bring_back_newest(cases: "Iterable[Case]", *, at: datetime) -> bool:
    newest = max(cases, key=lambda case: (case.opened_at, case.pk), default=None)
    if newest is None:
        return False
    with audited_transaction():
        return bring_back(newest, at=at, at_least=Tier.HOLD)


def bring_back(case: Case, *, at: datetime, at_least: Tier = Tier.CLEAR) -> bool:
    """Put a delayed or closed case back into the queue, as somebody who waits from now on, in the caller's transaction.

    False, and nothing is done, where it is not as it was read, or where another case of its person or form is open.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.state != case.state or locked.state in (Case.State.OPEN, Case.State.WAITING):
        return False
    same = Q(intake=locked.intake_id)
    if locked.patient_id is not None:
        same |= Q(patient=locked.patient_id)
    if Case.objects.not_closed().filter(same).exclude(pk=locked.pk).exists():
        return False
    locked.state, locked.waiting_since = Case.State.OPEN, at
    locked.closed_at = locked.closed_by = locked.delayed_until = None
    locked.visit_at = next_visit(locked.patient_id)
    locked.tier = max(locked.tier, at_least)
    locked.save()
    audit.record("case.reopened", on=locked, by=None, at=at)
    triage.tell_before_the_visit(locked, at=at)
    return True


def is_left_waiting(case: Case, theirs: Standing) -> bool:
    """Whether the person of a case would go on waiting, with nobody asked, if it were closed by reading it alone."""
    reasons = _DECIDED_AWAY & set(theirs.reasons)
    if not reasons or case.patient_id is None:
        return bool(reasons)
    others = Case.objects.not_closed().exclude(pk=case.pk)
    if others.filter(patient__in=theirs.records).exists():
        return False
    twins = [twin.pk for twin in standing.cases_of_twins(case.patient_id)] if reasons == {TWIN} else []
    return not (twins and others.filter(pk__in=twins).exists())
