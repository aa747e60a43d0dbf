"""What stands in the tables about some persons, read by key: a few plain questions, however many persons are asked.

A person is one or more linked records. Their forms are those of the records, those the desk began for them, and those
that may be theirs: begun while their mailbox was signed in, or naming the person (see `may_be`).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Lower

from clinic.accounts.models import LinkedPatient, Patient
from clinic.accounts.querysets import normal_email
from intake.record.models import Answers, FormIdentity, Intake
from intake.review.models import Alert, Case, Decision, Flag
from intake.screening import Tier

R = TypeVar("R")


class Record(NamedTuple):
    """Who a record says the person is."""

    pk: int
    user: str | None
    address: str
    email: str | None
    folded_name: str
    date_of_birth: date


class Said(NamedTuple):
    """Who a form has said it is about."""

    form: int
    user: str | None
    mailbox: str
    folded_name: str
    date_of_birth: date | None


class Form(NamedTuple):
    """One form, without what was answered."""

    pk: int
    patient: int | None
    meant_for: int | None
    accepted_at: datetime | None
    engine_failed: bool


class Sent(NamedTuple):
    """The newest revision that was sent: whether it holds what nobody has settled, and when it was opened."""

    form: int
    revision: int
    frozen_at: datetime
    opened_at: datetime | None
    holds: bool


class CaseRow(NamedTuple):
    """A case, open or closed, and whether the rules failed on its form."""

    pk: int
    patient: int | None
    form: int
    state: str
    tier: Tier
    engine_failed: bool


class Decided(NamedTuple):
    """One decision, without its words."""

    pk: int
    case: int
    outcome: str
    limits: Any
    until: date | None
    by_name: str
    at: datetime


@dataclass
class Person:
    """The records and forms of one person. `own` forms are theirs for certain, `possible` ones may be."""

    records: set[int]
    own: set[int] = field(default_factory=set)
    possible: set[int] = field(default_factory=set)

    @property
    def forms(self) -> set[int]:
        return self.own | self.possible


@dataclass
class Facts:
    """Everything that was read, by key."""

    records: dict[int, Record] = field(default_factory=dict)
    forms: dict[int, Form] = field(default_factory=dict)
    sent: dict[int, Sent] = field(default_factory=dict)
    cases: dict[int, CaseRow] = field(default_factory=dict)
    alerts: list[tuple[int, int]] = field(default_factory=list)
    decisions: list[Decided] = field(default_factory=list)


def load(persons: Sequence[Person]) -> Facts:
    """Read all that is known about these persons, and fill in which forms are theirs. Seven queries."""
    keys = {key for person in persons for key in person.records}
    facts = Facts(records=_records(keys))
    said = _said(facts.records.values())
    named = {row.form for row in said}
    alone = {key for person in persons for key in person.own}
    facts.forms = _forms(keys, named | alone)
    for person in persons:
        _claim(person, facts, said)
    forms = {key for person in persons for key in person.forms}
    cases = _rows(Case, CaseRow, _CASE, {"patient__in": keys}, {"intake__in": forms})
    facts.cases = {case.pk: case for case in cases}
    facts.sent = _sent(forms)
    open_alerts = Alert.objects.filter(closed_at=None)
    facts.alerts = list(
        _union(open_alerts, ("intake_id", "case_id"), {"intake__in": forms}, {"case__in": list(facts.cases)})
    )
    decided = Decision.objects.filter(case__in=list(facts.cases)).order_by()
    facts.decisions = [Decided(*row) for row in decided.values_list(*_DECISION)]
    return facts


def persons_of(patients: Collection[int]) -> dict[int, Person]:
    """Return the person of each record: all records that are linked with each other, over any number of links.

    One query, and one more for each step from record to record.
    """
    persons = {key: Person({key}) for key in patients}
    wanted, known = set(patients), set(patients)
    while wanted:
        pairs = _links(wanted)
        for earlier, later in pairs:
            _join(persons, earlier, later)
        wanted = {key for pair in pairs for key in pair} - known
        known |= wanted
    return {key: persons[key] for key in patients}


def _links(records: Collection[int]) -> list[tuple[int, int]]:
    standing = LinkedPatient.objects.filter(undone_at=None)
    return list(_union(standing, ("earlier_id", "later_id"), {"earlier__in": records}, {"later__in": records}))


def _join(persons: dict[int, Person], earlier: int, later: int) -> None:
    one, other = (persons.setdefault(key, Person({key})) for key in (earlier, later))
    if one is not other:
        one.records |= other.records
        persons.update(dict.fromkeys(other.records, one))


def may_be(said: Said, record: Record) -> bool:
    """Say whether a form may be this record's person: begun while their mailbox was signed in; on their mailbox with
    their name or birth date; or with both, whatever the mailbox.
    """
    if said.user and said.user == record.user:
        return True
    named = bool(said.folded_name) and said.folded_name == record.folded_name
    born = said.date_of_birth is not None and said.date_of_birth == record.date_of_birth
    mailboxes = {normal_email(record.address), normal_email(record.email or "")}
    on_mailbox = bool(said.mailbox) and said.mailbox in mailboxes
    return (named or born) if on_mailbox else (named and born)


def _claim(person: Person, facts: Facts, said: Iterable[Said]) -> None:
    mine = [facts.records[key] for key in person.records if key in facts.records]
    person.own |= {form.pk for form in facts.forms.values() if {form.patient, form.meant_for} & person.records - {None}}
    person.possible |= {row.form for row in said if any(may_be(row, record) for record in mine)} - person.own


_CASE = ("pk", "patient_id", "intake_id", "state", "tier", "intake__engine_failed")
_DECISION = ("pk", "case_id", "outcome", "limits", "until", "by_name", "at")
_FORM = ("pk", "patient_id", "meant_for_id", "accepted_at", "engine_failed")
_SAID = ("intake_id", "user_id", "mailbox", "folded_name", "date_of_birth")
_RECORD = ("pk", "user_id", "email", "user__email", "folded_name", "date_of_birth")


def _records(keys: Collection[int]) -> dict[int, Record]:
    rows = Patient.objects.filter(pk__in=keys).order_by().values_list(*_RECORD)
    return {row[0]: Record(*row) for row in rows}


def _said(records: Collection[Record]) -> list[Said]:
    mailboxes = {normal_email(address) for row in records for address in (row.address, row.email or "") if address}
    names, days = {row.folded_name for row in records}, {row.date_of_birth for row in records}
    return _rows(
        FormIdentity,
        Said,
        _SAID,
        {"user__in": {row.user for row in records if row.user}},
        {"mailbox__in": mailboxes},
        {"date_of_birth__in": days, "folded_name__in": names},
    )


def _forms(patients: Collection[int], others: Collection[int]) -> dict[int, Form]:
    rows = _rows(Intake, Form, _FORM, {"patient__in": patients}, {"meant_for__in": patients}, {"pk__in": others})
    return {form.pk: form for form in rows}


def _sent(forms: Collection[int]) -> dict[int, Sent]:
    """The newest frozen revision of each form."""
    holding = Flag.objects.filter(
        answers=OuterRef("pk"), tier__gte=Tier.HOLD, provisional=False, settled_by=None, withdrawn_at=None
    )
    frozen = Answers.objects.filter(intake__in=forms, frozen_at__isnull=False).order_by("intake_id", "revision")
    rows = frozen.values_list("intake_id", "revision", "frozen_at", "opened_at", Exists(holding))
    return {row[0]: Sent(*row) for row in rows}


def _rows(
    model: type[Model], row: Callable[..., R], columns: tuple[str, ...], *arms: Mapping[str, Collection[Any]]
) -> list[R]:
    return [row(*values) for values in _union(model._default_manager.all(), columns, *arms)]


def _union(
    rows: "QuerySet[Any, Any]", columns: tuple[str, ...], *arms: Mapping[str, Collection[Any]]
) -> "QuerySet[Any, Any]":
    """Rows that one arm or another fits. Each arm is a look by its own index; one condition with OR would use none."""
    first, *others = (rows.filter(**arm).order_by().values_list(*columns) for arm in arms)
    return first.union(*others)


def patients_of_cases(cases: "QuerySet[Case]") -> set[int]:
    """Return every record that one of these cases can be about: its own, those it may be, and all linked with them."""
    rows = list(cases.order_by().values_list("patient_id", "intake_id", "intake__meant_for_id"))
    firm = {key for patient, _form, meant_for in rows for key in (patient or meant_for,) if key is not None}
    nobodys = {form for patient, form, _meant_for in rows if patient is None}
    said = _rows(FormIdentity, Said, _SAID, {"intake__in": nobodys})
    people = _persons_named(said)
    records = firm | {record.pk for record in people if any(may_be(row, record) for row in said)}
    persons = persons_of(records) if records else {}
    return {key for person in persons.values() for key in person.records}


def _persons_named(said: Collection[Said]) -> list[Record]:
    """Whoever could be meant, found by mailbox or by name and birth date."""
    if not said:
        return []
    mailboxes = {row.mailbox for row in said if row.mailbox}
    rows = _union(
        Patient.objects.annotate(address=Lower("email")),
        _RECORD,
        {"user__in": {row.user for row in said if row.user}},
        {"user__email__in": mailboxes},
        {"address__in": mailboxes},
        {
            "folded_name__in": {row.folded_name for row in said},
            "date_of_birth__in": {row.date_of_birth for row in said if row.date_of_birth},
        },
    )
    return [Record(*row) for row in rows]


def by_form(decisions: Iterable[Decided], cases: Mapping[int, CaseRow]) -> dict[int, list[Decided]]:
    """Return the decisions on each form that belongs to nobody yet."""
    grouped: defaultdict[int, list[Decided]] = defaultdict(list)
    for decision in decisions:
        if cases[decision.case].patient is None:
            grouped[cases[decision.case].form].append(decision)
    return grouped
