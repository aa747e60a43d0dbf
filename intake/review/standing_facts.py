"""What stands in the tables about some persons, read by key: a few plain questions, however many persons are asked.

First who they are and with whom they are linked (`person_records`); then all that is known of every form that may be
about them: those of the records, those the desk began for them, and those that may be theirs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from clinic.accounts.models import NotOnePerson
from clinic.accounts.querysets import normal_email
from intake.record.models import FormIdentity, Intake
from intake.review.models import Alert, Case, Flag
from intake.review.person_records import (
    SAID,
    IdentityOnForm,
    PersonRecords,
    RecordIdentity,
    is_alike,
    mailboxes_of,
    may_be,
)
from intake.screening import Tier


class FormFacts(NamedTuple):
    """One form, without what was answered; `is_alarm`: an emergency in it is open."""

    pk: int
    patient: int | None
    meant_for: int | None
    accepted_at: datetime | None
    engine_failed: bool
    questionnaire: str
    is_alarm: bool


class SentRevision(NamedTuple):
    """The newest revision that was sent: whether it holds what nobody has settled, and when it was opened."""

    form: int
    revision: int
    frozen_at: datetime
    opened_at: datetime | None
    holds: bool


class CaseRow(NamedTuple):
    """A case, open or closed, whether the rules failed on its form, and whether an emergency of it is open."""

    pk: int
    patient: int | None
    form: int
    state: str
    tier: Tier
    engine_failed: bool
    is_alarm: bool


class DecisionRow(NamedTuple):
    """One decision, without its words but those of its limits."""

    pk: int
    case: int
    outcome: str
    limits: Any
    until: date | None
    by_name: str
    at: datetime
    limit_note: str | None = None
    keeps: bool | None = None


@dataclass
class PersonFacts:
    """Everything that was read, by key."""

    records: dict[int, RecordIdentity] = field(default_factory=dict)
    forms: dict[int, FormFacts] = field(default_factory=dict)
    sent: dict[int, SentRevision] = field(default_factory=dict)
    cases: dict[int, CaseRow] = field(default_factory=dict)
    decisions: dict[int, DecisionRow] = field(default_factory=dict)


def load(persons: Sequence[PersonRecords], records: Mapping[int, RecordIdentity]) -> PersonFacts:
    """Read all that is known about these persons, and fill in which forms are theirs. One query."""
    keys = {key for person in persons for key in person.records}
    facts = PersonFacts(records={key: records[key] for key in keys if key in records})
    forms = _about(keys, facts.records.values(), {key for person in persons for key in person.own})
    identities = _read(forms, facts)
    near = _by_whom_it_may_be(identities)
    for person in persons:
        _claim(person, facts, near)
    _tell_apart([person for person in persons if person.twins])
    return facts


def _by_whom_it_may_be(said: Iterable[IdentityOnForm]) -> Mapping[object, Collection[IdentityOnForm]]:
    """Lay each row under the mailbox that was signed in, the one that was typed, and the birth date: a record meets
    what may be about it, however many are asked about together.
    """
    near: defaultdict[object, set[IdentityOnForm]] = defaultdict(set)
    for row in said:
        for key in (row.user, row.mailbox, row.date_of_birth):
            if key:
                near[key].add(row)
    return near


def _claim(person: PersonRecords, facts: PersonFacts, near: Mapping[object, Collection[IdentityOnForm]]) -> None:
    mine = [facts.records[key] for key in person.records if key in facts.records]
    keys = {key for row in mine for key in (row.user, *mailboxes_of(row), row.date_of_birth)}
    identities = {row for key in keys for row in near.get(key, ())}
    person.own |= {form.pk for form in facts.forms.values() if {form.patient, form.meant_for} & person.records - {None}}
    person.possible |= {row.form for row in identities if any(may_be(row, record) for record in mine)} - person.own
    alike = {row.form for row in identities if row.folded_name and any(is_alike(row, record) for record in mine)}
    person.twins |= {form.patient for form in facts.forms.values() if form.pk in alike and form.patient is not None}
    person.twins -= person.records


def _tell_apart(persons: Sequence[PersonRecords]) -> None:
    """Leave out the twins of whom the desk said that they are somebody else. A query only where there are twins."""
    if not persons:
        return
    keys = {key for person in persons for key in person.records | person.twins}
    pairs = NotOnePerson.objects.filter(earlier__in=keys, later__in=keys).values_list("earlier_id", "later_id")
    apart = [set(pair) for pair in pairs]
    for person in persons:
        person.twins -= {key for pair in apart if pair & person.records for key in pair}


def _about(
    patients: Collection[int], records: Collection[RecordIdentity], own: Collection[int]
) -> "QuerySet[FormIdentity, int]":
    """Return the keys of the forms that may be about these records: by what they say, by the records' keys, by the
    keys of their cases; and those that are known to be theirs.

    Each arm is a look by its own index; one condition with OR would use none.
    """
    mailboxes = {normal_email(address) for row in records for address in (row.address, row.email or "") if address}
    days = {row.date_of_birth for row in records}
    identities, forms = FormIdentity.objects.order_by(), Intake.objects.order_by()
    first, *rest = (
        identities.filter(user__in={row.user for row in records if row.user}).values_list("intake_id"),
        identities.filter(mailbox__in=mailboxes).values_list("intake_id"),
        # Whether the name can be theirs as well is for may_be to say: no index knows it.
        identities.filter(date_of_birth__in=days).exclude(folded_name="").values_list("intake_id"),
        forms.filter(patient__in=patients).values_list("pk"),
        forms.filter(meant_for__in=patients).values_list("pk"),
        Case.objects.filter(patient__in=patients).order_by().values_list("intake_id"),
        forms.filter(pk__in=own).values_list("pk"),
    )
    return first.union(*rest)  # type: ignore[return-value]  # keys of forms, whichever table they stand in


_FORM = ("pk", "patient_id", "meant_for_id", "accepted_at", "engine_failed", "questionnaire")
_SENT = ("frozen__revision", "frozen__frozen_at", "frozen__opened_at")
_CASE = ("cases__pk", "cases__patient_id", "cases__state", "cases__tier")
_DECISION = ("pk", "outcome", "limits", "until", "by_name", "at", "limit_note", "keeps")


def _read(forms: "QuerySet[FormIdentity, int]", facts: PersonFacts) -> set[IdentityOnForm]:
    """Read these forms with what was sent, with their cases and with every decision; return who they say it is about.

    A form comes once for each revision that was sent, for each decision and for each thing it said: a handful of rows,
    told apart by key.
    """
    identities = set()
    holding = Flag.objects.filter(tier__gte=Tier.HOLD, provisional=False, settled_by=None, withdrawn_at=None)
    alarms = Alert.objects.filter(closed_at=None)
    rows = (
        Intake.objects.filter(pk__in=forms)
        .order_by()
        .annotate(frozen=FilteredRelation("answers", condition=Q(answers__frozen_at__isnull=False)))
        .values_list(
            *(*_FORM, Exists(alarms.filter(intake=OuterRef("pk")))),
            *(*_SENT, Exists(holding.filter(answers=OuterRef("frozen__pk")))),
            *(*_CASE, Exists(alarms.filter(case=OuterRef("cases__pk")))),
            *(f"cases__decisions__{column}" for column in _DECISION),
            *(f"identities__{column}" for column in SAID),
        )
    )
    for row in rows:
        _keep(row[:7], row[7:11], row[11:16], row[16:24], facts)
        if row[24] is not None:
            identities.add(IdentityOnForm(*row[24:]))
    return identities


def _keep(
    about: Sequence[Any], sent: Sequence[Any], case: Sequence[Any], decided: Sequence[Any], facts: PersonFacts
) -> None:
    """Put one row where its parts belong; of what was sent the newest revision counts."""
    form = facts.forms.setdefault(about[0], FormFacts(*about))
    newest = facts.sent.get(form.pk)
    if sent[0] is not None and (newest is None or sent[0] > newest.revision):
        facts.sent[form.pk] = SentRevision(form.pk, *sent)
    if case[0] is None:
        return
    pk, patient, state, tier, is_alarm = case
    facts.cases[pk] = CaseRow(pk, patient, form.pk, state, tier, form.engine_failed, is_alarm)
    if decided[0] is not None:
        facts.decisions[decided[0]] = DecisionRow(decided[0], pk, *decided[1:])


def by_form(decisions: Iterable[DecisionRow], cases: Mapping[int, CaseRow]) -> dict[int, list[DecisionRow]]:
    """Return the decisions on each form that belongs to nobody yet."""
    grouped: defaultdict[int, list[DecisionRow]] = defaultdict(list)
    for decision in decisions:
        if cases[decision.case].patient is None:
            grouped[cases[decision.case].form].append(decision)
    return grouped
