"""What stands in the tables about some persons, read by key: a few plain questions, however many persons are asked.

First who they are and with whom they are linked; then all that is known of every form that may be about them.

A person is one or more linked records. Their forms are those of the records, those the desk began for them, and those
that may be theirs: begun while their mailbox was signed in, or naming the person (see `may_be`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from clinic.accounts.models import NotOnePerson, Patient
from clinic.accounts.querysets import normal_email
from clinic.accounts.spelling import can_be
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record.models import Consent, ConsentChange, FormIdentity, Intake
from intake.review.follow_up.models import CheckIn
from intake.review.models import Alert, Case, Flag
from intake.screening import Tier


class RecordIdentity(NamedTuple):
    """Who a record says the person is."""

    pk: int
    user: str | None
    address: str
    email: str | None
    full_name: str
    preferred_name: str
    date_of_birth: date
    # When they last had needles here.
    needled_at: datetime | None = None
    # When consent to needles was last changed on this record, by which row, and whether it was given then.
    consent_at: datetime | None = None
    consent_row: int | None = None
    is_consent_given: bool | None = None
    # Whether the current risk sheet was signed on a form of this record.
    has_signed_risks: bool = False


class Said(NamedTuple):
    """Who a form has said it is about."""

    form: int
    user: str | None
    mailbox: str
    folded_name: str
    date_of_birth: date | None


class FormFacts(NamedTuple):
    """One form, without what was answered; `is_alarm`: an emergency in it is open."""

    pk: int
    patient: int | None
    meant_for: int | None
    accepted_at: datetime | None
    engine_failed: bool
    questionnaire: str
    is_alarm: bool


class Sent(NamedTuple):
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


class Decided(NamedTuple):
    """One decision, without its words but those of its limits."""

    pk: int
    case: int
    outcome: str
    limits: Any
    until: date | None
    by_name: str
    at: datetime
    limit_note: str | None = None


@dataclass
class PersonRecords:
    """The records and forms of one person. `own` forms are theirs for certain, `possible` ones may be."""

    records: set[int]
    # Two records and since when they are linked.
    links: set[tuple[int, int, datetime]] = field(default_factory=set)
    own: set[int] = field(default_factory=set)
    possible: set[int] = field(default_factory=set)
    # Records that bear their name and birth date, and that nobody has linked with theirs or told apart from them.
    twins: set[int] = field(default_factory=set)

    @property
    def forms(self) -> set[int]:
        return self.own | self.possible

    def were_one(self, record: int, other: int, *, at: datetime) -> bool:
        """Say whether two of the records were linked, over any number of links, before that moment."""
        reached: set[int] = set()
        more = {record}
        while more:
            reached |= more
            pairs = [{one, two} for one, two, since in self.links if since < at]
            more = {key for pair in pairs if pair & reached for key in pair} - reached
        return other in reached


@dataclass
class PersonFacts:
    """Everything that was read, by key."""

    records: dict[int, RecordIdentity] = field(default_factory=dict)
    forms: dict[int, FormFacts] = field(default_factory=dict)
    sent: dict[int, Sent] = field(default_factory=dict)
    cases: dict[int, CaseRow] = field(default_factory=dict)
    decisions: dict[int, Decided] = field(default_factory=dict)


def load(persons: Sequence[PersonRecords], records: Mapping[int, RecordIdentity]) -> PersonFacts:
    """Read all that is known about these persons, and fill in which forms are theirs. One query."""
    keys = {key for person in persons for key in person.records}
    facts = PersonFacts(records={key: records[key] for key in keys if key in records})
    forms = _about(keys, facts.records.values(), {key for person in persons for key in person.own})
    said = _read(forms, facts)
    near = _by_whom_it_may_be(said)
    for person in persons:
        _claim(person, facts, near)
    _tell_apart([person for person in persons if person.twins])
    return facts


def persons_of(patients: Collection[int]) -> tuple[dict[int, PersonRecords], dict[int, RecordIdentity]]:
    """Return the person of each record (all records that are linked with each other, over any number of links), and
    what every one of these records says.

    One query, and one more for each step from record to record.
    """
    persons = {key: PersonRecords({key}) for key in patients}
    records: dict[int, RecordIdentity] = {}
    wanted, known = set(patients), set(patients)
    while wanted:
        pairs = _linked(wanted, records)
        for record, other, since in pairs:
            _join(persons, record, other)
            persons[record].links.add((record, other, since))
        wanted = {other for _record, other, _since in pairs} - known
        known |= wanted
    return {key: persons[key] for key in patients}, records


def _linked(wanted: Collection[int], records: dict[int, RecordIdentity]) -> list[tuple[int, int, datetime]]:
    """Read these records, and return each with every record it stands linked with, and since when."""
    changes = ConsentChange.objects.filter(patient=OuterRef("pk")).order_by("-at", "-id")
    needled = CheckIn.objects.with_needles().filter(patient=OuterRef("pk"))
    signed = Consent.objects.filter(intake__patient=OuterRef("pk"), text_version=CONSENT_VERSION)
    standing = Patient.objects.annotate(
        onward=FilteredRelation("links_onward", condition=Q(links_onward__undone_at=None)),
        back=FilteredRelation("links_back", condition=Q(links_back__undone_at=None)),
        needled_at=Subquery(needled.order_by("-needled_at").values("needled_at")[:1]),
        consent_at=Subquery(changes.values("at")[:1]),
        consent_row=Subquery(changes.values("pk")[:1]),
        is_consent_given=Subquery(changes.values("is_given")[:1]),
        has_signed_risks=Exists(signed),
    )
    pairs = set()
    links = ("onward__later_id", "onward__linked_at", "back__earlier_id", "back__linked_at")
    rows = standing.filter(pk__in=wanted).order_by().values_list(*_RECORD, *_LATEST, *links)
    for row in rows:
        columns, (later, onward_at, earlier, back_at) = row[:-4], row[-4:]
        record = RecordIdentity(*columns)
        records[record.pk] = record
        both = ((later, onward_at), (earlier, back_at))
        pairs |= {(record.pk, other, since) for other, since in both if other is not None}
    return sorted(pairs)


def _join(persons: dict[int, PersonRecords], earlier: int, later: int) -> None:
    one, other = (persons.setdefault(key, PersonRecords({key})) for key in (earlier, later))
    if one is not other:
        one.records |= other.records
        one.links |= other.links
        persons.update(dict.fromkeys(other.records, one))


def may_be(said: Said, record: RecordIdentity) -> bool:
    """Say whether a form may be this record's person: begun while their mailbox was signed in; on their mailbox with
    their name (spelled so that it can be theirs) or birth date; or with both, whatever the mailbox.
    """
    if said.user and said.user == record.user:
        return True
    born = said.date_of_birth is not None and said.date_of_birth == record.date_of_birth
    on_mailbox = bool(said.mailbox) and said.mailbox in _mailboxes(record)
    if not (born or on_mailbox):
        return False
    return (born and on_mailbox) or can_be(said.folded_name, record.full_name, record.preferred_name)


def _by_whom_it_may_be(said: Iterable[Said]) -> Mapping[object, Collection[Said]]:
    """Lay each row under the mailbox that was signed in, the one that was typed, and the birth date: a record meets
    what may be about it, however many are asked about together.
    """
    near: defaultdict[object, set[Said]] = defaultdict(set)
    for row in said:
        for key in (row.user, row.mailbox, row.date_of_birth):
            if key:
                near[key].add(row)
    return near


def _mailboxes(record: RecordIdentity) -> set[str]:
    """The addresses of a record, in the form in which a form's are kept."""
    return {normal_email(record.address), normal_email(record.email or "")}


def _claim(person: PersonRecords, facts: PersonFacts, near: Mapping[object, Collection[Said]]) -> None:
    mine = [facts.records[key] for key in person.records if key in facts.records]
    keys = {key for row in mine for key in (row.user, *_mailboxes(row), row.date_of_birth)}
    said = {row for key in keys for row in near.get(key, ())}
    person.own |= {form.pk for form in facts.forms.values() if {form.patient, form.meant_for} & person.records - {None}}
    person.possible |= {row.form for row in said if any(may_be(row, record) for record in mine)} - person.own
    alike = {row.form for row in said if row.folded_name and any(_is_alike(row, record) for record in mine)}
    person.twins |= {form.patient for form in facts.forms.values() if form.pk in alike and form.patient is not None}
    person.twins -= person.records


def _is_alike(said: Said, record: RecordIdentity) -> bool:
    born = said.date_of_birth == record.date_of_birth
    return born and can_be(said.folded_name, record.full_name, record.preferred_name)


def _tell_apart(persons: Sequence[PersonRecords]) -> None:
    """Leave out the twins of whom the desk said that they are somebody else. A query only where there are twins."""
    if not persons:
        return
    keys = {key for person in persons for key in person.records | person.twins}
    told = NotOnePerson.objects.filter(earlier__in=keys, later__in=keys).values_list("earlier_id", "later_id")
    apart = [set(pair) for pair in told]
    for person in persons:
        person.twins -= {key for pair in apart if pair & person.records for key in pair}


_RECORD = ("pk", "user_id", "email", "user__email", "full_name", "preferred_name", "date_of_birth")
_LATEST = ("needled_at", "consent_at", "consent_row", "is_consent_given", "has_signed_risks")
_SAID = ("intake_id", "user_id", "mailbox", "folded_name", "date_of_birth")


def _about(
    patients: Collection[int], records: Collection[RecordIdentity], own: Collection[int]
) -> "QuerySet[FormIdentity, int]":
    """Return the keys of the forms that may be about these records: by what they say, by the records' keys, by the
    keys of their cases; and those that are known to be theirs.

    Each arm is a look by its own index; one condition with OR would use none.
    """
    mailboxes = {normal_email(address) for row in records for address in (row.address, row.email or "") if address}
    days = {row.date_of_birth for row in records}
    said, forms = FormIdentity.objects.order_by(), Intake.objects.order_by()
    first, *others = (
        said.filter(user__in={row.user for row in records if row.user}).values_list("intake_id"),
        said.filter(mailbox__in=mailboxes).values_list("intake_id"),
        # Whether the name can be theirs as well is for may_be to say: no index knows it.
        said.filter(date_of_birth__in=days).exclude(folded_name="").values_list("intake_id"),
        forms.filter(patient__in=patients).values_list("pk"),
        forms.filter(meant_for__in=patients).values_list("pk"),
        Case.objects.filter(patient__in=patients).order_by().values_list("intake_id"),
        forms.filter(pk__in=own).values_list("pk"),
    )
    return first.union(*others)  # type: ignore[return-value]  # keys of forms, whichever table they stand in


_FORM = ("pk", "patient_id", "meant_for_id", "accepted_at", "engine_failed", "questionnaire")
_SENT = ("frozen__revision", "frozen__frozen_at", "frozen__opened_at")
_CASE = ("cases__pk", "cases__patient_id", "cases__state", "cases__tier")
_DECISION = ("pk", "outcome", "limits", "until", "by_name", "at", "limit_note")


def _read(forms: "QuerySet[FormIdentity, int]", facts: PersonFacts) -> set[Said]:
    """Read these forms with what was sent, with their cases and with every decision; return who they say it is about.

    A form comes once for each revision that was sent, for each decision and for each thing it said: a handful of rows,
    told apart by key.
    """
    said = set()
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
            *(f"identities__{column}" for column in _SAID),
        )
    )
    for row in rows:
        _keep(row[:7], row[7:11], row[11:16], row[16:23], facts)
        if row[23] is not None:
            said.add(Said(*row[23:]))
    return said


def _keep(
    about: Sequence[Any], sent: Sequence[Any], case: Sequence[Any], decided: Sequence[Any], facts: PersonFacts
) -> None:
    """Put one row where its parts belong; of what was sent the newest revision counts."""
    form = facts.forms.setdefault(about[0], FormFacts(*about))
    newest = facts.sent.get(form.pk)
    if sent[0] is not None and (newest is None or sent[0] > newest.revision):
        facts.sent[form.pk] = Sent(form.pk, *sent)
    if case[0] is None:
        return
    pk, patient, state, tier, is_alarm = case
    facts.cases[pk] = CaseRow(pk, patient, form.pk, state, tier, form.engine_failed, is_alarm)
    if decided[0] is not None:
        facts.decisions[decided[0]] = Decided(decided[0], pk, *decided[1:])


def patients_of_cases(cases: "QuerySet[Case]") -> set[int]:
    """Return every record that one of these cases can be about: its own, those it may be, and all linked with them."""
    rows = list(cases.order_by().values_list("patient_id", "intake_id", "intake__meant_for_id"))
    firm = {key for patient, _form, meant_for in rows for key in (patient or meant_for,) if key is not None}
    nobodys = {form for patient, form, _meant_for in rows if patient is None}
    said = [Said(*row) for row in FormIdentity.objects.filter(intake__in=nobodys).order_by().values_list(*_SAID)]
    people = _persons_named(said)
    records = firm | {record.pk for record in people if any(may_be(row, record) for row in said)}
    persons, _records = persons_of(records)
    return {key for person in persons.values() for key in person.records}


def _persons_named(said: Collection[Said]) -> list[RecordIdentity]:
    """Whoever could be meant, found by mailbox or by name and birth date."""
    if not said:
        return []
    mailboxes = {row.mailbox for row in said if row.mailbox}
    days = {row.date_of_birth for row in said if row.date_of_birth and row.folded_name}
    people = Patient.objects.annotate(address=Lower("email")).order_by()
    first, *others = (
        people.filter(**arm).values_list(*_RECORD)
        for arm in (
            {"user__in": {row.user for row in said if row.user}},
            {"user__email__in": mailboxes},
            {"address__in": mailboxes},
            {"date_of_birth__in": days},
        )
    )
    return [RecordIdentity(*row) for row in first.union(*others)]


def by_form(decisions: Iterable[Decided], cases: Mapping[int, CaseRow]) -> dict[int, list[Decided]]:
    """Return the decisions on each form that belongs to nobody yet."""
    grouped: defaultdict[int, list[Decided]] = defaultdict(list)
    for decision in decisions:
        if cases[decision.case].patient is None:
            grouped[cases[decision.case].form].append(decision)
    return grouped
