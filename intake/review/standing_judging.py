"""From what is known about a person to where they stand. Only `intake.review.standing` asks here.

Whatever cannot be read is never Ready.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from django.utils import timezone

from intake.questionnaire import CHECK_IN
from intake.questionnaire.dates import ADULT, age_on, can_consent_alone
from intake.record.models import FULL
from intake.record.querysets import GOOD_FOR
from intake.review import decisions_in_force, standing_facts
from intake.review.decisions_in_force import InForce, lifts_referral, replaces_limits, when
from intake.review.models import Case, Decision
from intake.review.person_records import PersonRecords
from intake.review.standing_facts import CaseRow, DecisionRow, FormFacts, PersonFacts, SentRevision
from intake.review.standing_value import GUARDIAN, LAPSED, TWIN, UPDATE, LastDecision, Standing, Word
from intake.screening import Tier

# The gravest first: the first word that has a reason is the word.
_ORDER = (Word.CALL, Word.CONSULTATION_ONLY, Word.WAITING, Word.FORM_MISSING)


def judged(person: PersonRecords, facts: PersonFacts, *, on: date) -> Standing:
    """Weigh everything that is known about a person."""
    cases = [case for case in facts.cases.values() if _is_theirs(case, person)]
    keys = {case.pk for case in cases}
    decisions = sorted((row for row in facts.decisions.values() if row.case in keys), key=when)
    latest = _latest(decisions, facts)
    stands = _standing_decisions(decisions, person, facts)
    reasons = [
        *_unreadable(person, facts),
        *_alarms(person, cases, facts),
        *_withdrawn(person, facts),
        *_decided(stands, on=on),
        *_waiting(cases),
        *_twins(person, decisions, facts),
        *_unsettled(person, decisions, facts),
        *_missing(person, facts, on=on),
        *_unguarded(person, facts, on=on),
        *_update(person, facts),
    ]
    limiting = sorted((row for each in stands for row in each.limiting if _lasts(row, on=on)), key=when)
    clear_until = min((row.until for row in limiting if row.until), default=None)
    return Standing(
        word=next((word for word in _ORDER if any(word is about for about, _code in reasons)), Word.READY),
        until=clear_until or (latest[-1].until if latest else None),
        limits=tuple(dict.fromkeys(str(code) for row in limiting for code in row.limits)),
        decision=_last(latest[-1]) if latest else None,
        unread=_is_unread(person, facts, on=on),
        reasons=tuple(dict.fromkeys(code for _word, code in reasons)),
        limit_notes=tuple(dict.fromkeys(row.limit_note for row in limiting if row.limit_note)),
        form_until=_form_until(person, facts),
        clear_until=clear_until,
        delayed_until=_delayed_until(decisions, [each.waiting for each in stands if each.waiting], facts),
        records=frozenset(person.records),
        consents_alone=_consents_alone(person, facts, on=on),
        has_signed_risks=any(facts.records[key].has_signed_risks for key in person.records if key in facts.records),
    )


def _last(decision: DecisionRow) -> LastDecision:
    return LastDecision(decision.pk, decision.outcome, decision.by_name, decision.at)


def _delayed_until(decisions: list[DecisionRow], waiting: list[DecisionRow], facts: PersonFacts) -> date | None:
    """The last day until which a decision says to wait: one that stands, or the last on a case that still waits."""
    last = {row.case: row for row in decisions}
    delayed = [row for row in last.values() if facts.cases[row.case].state == Case.State.DELAYED]
    days = (row.until for row in (*waiting, *delayed) if row.outcome == Decision.Outcome.DELAY)
    return max((day for day in days if day is not None), default=None)


_Reasons = Iterable[tuple[Word, str]]


def _is_theirs(case: CaseRow, person: PersonRecords) -> bool:
    """A case of another record is not theirs, though its form once named them: only its alert still counts."""
    return case.patient in person.records or (case.patient is None and case.form in person.forms)


def _alarms(person: PersonRecords, cases: Iterable[CaseRow], facts: PersonFacts) -> _Reasons:
    """An emergency counts for everybody whose form it may be, sent or not, until a practitioner closes it."""
    forms = (facts.forms[key] for key in person.forms if key in facts.forms)
    if any(form.is_alarm for form in forms) or any(case.is_alarm for case in cases):
        yield Word.CALL, "alert"


def _waiting(cases: Iterable[CaseRow]) -> _Reasons:
    for case in cases:
        if case.state == Case.State.CLOSED:
            continue
        if case.state == Case.State.WAITING:
            yield Word.WAITING, "question"
        elif case.state == Case.State.DELAYED:
            yield Word.WAITING, "delay"
        if case.tier >= Tier.HOLD:
            yield Word.WAITING, "hold"
        if case.engine_failed:
            yield Word.WAITING, "engine"


def _withdrawn(person: PersonRecords, facts: PersonFacts) -> _Reasons:
    """Consent to needles counts as the newest change on any record has it; without a change the form's stands."""
    records = (facts.records[key] for key in person.records if key in facts.records)
    changes = [(row.consent_at, row.consent_row, row.is_consent_given) for row in records if row.consent_at]
    if changes and not max(changes)[2]:
        yield Word.WAITING, "consent"


def _twins(person: PersonRecords, decisions: list[DecisionRow], facts: PersonFacts) -> _Reasons:
    """What holds or refers a record that may be the same person's, until it is linked, told apart or decided on."""
    firm = [row for row in decisions if facts.cases[row.case].patient is not None]
    if any(_keeps_away(key, firm[-1:], facts) for key in person.twins):
        yield Word.WAITING, TWIN


def _keeps_away(twin: int, since: list[DecisionRow], facts: PersonFacts) -> bool:
    cases = {case.pk: case for case in facts.cases.values() if case.patient == twin}
    if any(case.state != Case.State.CLOSED and case.tier >= Tier.HOLD for case in cases.values()):
        return True
    stands = decisions_in_force.after(sorted((row for row in facts.decisions.values() if row.case in cases), key=when))
    away = [row for row in (stands.referral, stands.waiting) if row]
    return any(all(when(row) < when(last) for row in since) for last in away)


def _latest(decisions: list[DecisionRow], facts: PersonFacts) -> list[DecisionRow]:
    """Return the last decision on each record, and those on forms that are nobody's yet while nothing newer stands on a
    record; oldest first.
    """
    by_record, by_form = _grouped(decisions, facts)
    firm = [rows[-1] for rows in by_record.values()]
    newest = max((row.at for row in firm), default=None)
    loose = [rows[-1] for rows in by_form.values() if newest is None or rows[-1].at > newest]
    return sorted([*firm, *loose], key=when)


def _grouped(
    decisions: list[DecisionRow], facts: PersonFacts
) -> tuple[dict[int, list[DecisionRow]], dict[int, list[DecisionRow]]]:
    """Return the decisions on each record, and those on each form that is nobody's yet, oldest first."""
    by_record: defaultdict[int, list[DecisionRow]] = defaultdict(list)
    for row in decisions:
        patient = facts.cases[row.case].patient
        if patient is not None:
            by_record[patient].append(row)
    return by_record, standing_facts.by_form(decisions, facts.cases)


def _standing_decisions(decisions: list[DecisionRow], person: PersonRecords, facts: PersonFacts) -> list[InForce]:
    """Return what stands on each record and each form of nobody's, less what a newer decision on another record took
    back.

    A decision speaks for the records that were linked with its own before it: so a link never lifts what was decided
    on one of its records; a practitioner does, on the joined person. What was decided on a form of nobody's may take
    away from what the records allow, never add.
    """
    by_record, by_form = _grouped(decisions, facts)
    firm = [(record, row) for record, rows in by_record.items() for row in rows]

    def newer_for(record: int) -> list[DecisionRow]:
        return [row for one, row in firm if one != record and person.were_one(one, record, at=row.at)]

    return [
        *(_less(decisions_in_force.after(rows), newer_for(record)) for record, rows in by_record.items()),
        *(_less(decisions_in_force.after(rows), [row for _one, row in firm]) for rows in by_form.values()),
    ]


def _less(stands: InForce, newer: list[DecisionRow]) -> InForce:
    """Leave out what decisions elsewhere took back: limits and a referral on purpose, a wait by deciding at all."""
    limiting = tuple(row for row in stands.limiting if not any(replaces_limits(other, row) for other in newer))
    referral, waiting = stands.referral, stands.waiting
    if referral and any(lifts_referral(other, referral) for other in newer):
        referral = None
    if waiting and any(when(other) > when(waiting) for other in newer):
        waiting = None
    return InForce(limiting, referral, waiting)


def _decided(stands: list[InForce], *, on: date) -> _Reasons:
    """What the decisions that stand keep from being booked, and each that has run out."""
    for each in stands:
        if each.referral:
            yield Word.CONSULTATION_ONLY, "refer"
        if each.waiting:
            yield Word.WAITING, str(each.waiting.outcome)
    if any(not _lasts(row, on=on) for each in stands for row in each.limiting):
        yield Word.WAITING, LAPSED


def _lasts(decision: DecisionRow, *, on: date) -> bool:
    return decision.until is None or decision.until >= on


def _unsettled(person: PersonRecords, decisions: list[DecisionRow], facts: PersonFacts) -> _Reasons:
    """What was sent after the last decision and holds something nobody settled, or on which the rules failed."""
    for key in person.forms:
        form, sent = facts.forms.get(key), facts.sent.get(key)
        if form is not None and _may_hold(form, person):
            if sent is not None and sent.holds:
                yield Word.WAITING, "changed"
            if form.engine_failed and not _is_decided_since(sent, decisions):
                yield Word.WAITING, "engine"


def _may_hold(form: FormFacts, person: PersonRecords) -> bool:
    """Once a form is another record's, what it holds is that record's; a form that is nobody's may be theirs."""
    return form.patient is None or form.patient in person.records


def _is_decided_since(sent: SentRevision | None, decisions: list[DecisionRow]) -> bool:
    return bool(decisions) and (sent is None or decisions[-1].at >= sent.frozen_at)


def _unreadable(person: PersonRecords, facts: PersonFacts) -> _Reasons:
    """What was asked about and is not there: nobody is Ready for want of a row."""
    if not person.records <= facts.records.keys() or not person.forms <= facts.forms.keys():
        yield Word.WAITING, "unreadable"


def _form_until(person: PersonRecords, facts: PersonFacts) -> date | None:
    full = (form.accepted_at for form in _accepted(person, facts) if form.questionnaire == FULL)
    newest = max((at for at in full if at is not None), default=None)
    return timezone.localtime(newest + GOOD_FOR).date() if newest else None


def _missing(person: PersonRecords, facts: PersonFacts, *, on: date) -> _Reasons:
    since = _since(on)
    full = (form.accepted_at for form in _accepted(person, facts) if form.questionnaire == FULL)
    if not any(at is not None and at >= since for at in full):
        yield Word.FORM_MISSING, "form"


def _unguarded(person: PersonRecords, facts: PersonFacts, *, on: date) -> _Reasons:
    """Nobody under 18 is treated until a parent or guardian has signed, or a practitioner found that they may consent
    alone. Where the form is missing, it asks for that.
    """
    records = [facts.records[key] for key in person.records if key in facts.records]
    is_minor = any(age_on(row.date_of_birth, on) < ADULT for row in records)
    if not is_minor or any(row.has_guardian for row in records) or _consents_alone(person, facts, on=on):
        return
    if not any(_missing(person, facts, on=on)):
        yield Word.WAITING, GUARDIAN


def _consents_alone(person: PersonRecords, facts: PersonFacts, *, on: date) -> bool:
    """Whether a practitioner's newest word on any record is that this minor may consent alone, at an age for that."""
    records = [facts.records[key] for key in person.records if key in facts.records]
    said = [(row.own_consent_at, row.own_consent_row, row.may_consent_alone) for row in records if row.own_consent_at]
    return bool(said) and bool(max(said)[2]) and all(can_consent_alone(row.date_of_birth, on=on) for row in records)


def _update(person: PersonRecords, facts: PersonFacts) -> _Reasons:
    """What has changed since the last needles was not told. By itself it says no word: it is asked for late."""
    needled = (facts.records[key].needled_at for key in person.records if key in facts.records)
    last = max((at for at in needled if at is not None), default=None)
    forms = (form for form in _accepted(person, facts) if form.questionnaire != CHECK_IN.code)
    if last is not None and not any(_told_at(form, facts) > last for form in forms):
        yield Word.READY, UPDATE


def _accepted(person: PersonRecords, facts: PersonFacts) -> Iterator[FormFacts]:
    own_forms = (form for form in facts.forms.values() if form.patient in person.records)
    return (form for form in own_forms if form.accepted_at is not None)


def _told_at(form: FormFacts, facts: PersonFacts) -> datetime:
    """When a form was last sent."""
    sent = facts.sent.get(form.pk)
    accepted = form.accepted_at
    assert accepted is not None  # noqa: S101  (only accepted ones are asked)
    return max(sent.frozen_at, accepted) if sent else accepted


def _is_unread(person: PersonRecords, facts: PersonFacts, *, on: date) -> bool:
    """Whether a form of theirs that still counts was sent and has not been opened by a practitioner since."""
    since = _since(on)
    forms = (facts.forms[key] for key in person.forms if key in facts.forms and key in facts.sent)
    # A check-in is no form to treat by: what it holds waits in its case and its task.
    newest = (facts.sent[form.pk] for form in forms if _may_hold(form, person) and form.questionnaire != CHECK_IN.code)
    return any(sent.opened_at is None and sent.frozen_at >= since for sent in newest)


def _since(on: date) -> datetime:
    """A form accepted before that moment is too old for the day."""
    return timezone.make_aware(datetime.combine(on, time.min)) - GOOD_FOR
