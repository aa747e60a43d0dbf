"""Who is who: the records of one person, and the forms that may be theirs.

A person is one or more linked records. A form belongs to nobody until it is accepted, yet it may be a known person's:
begun while their mailbox was signed in, or naming the person (see `may_be`).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from clinic.accounts.models import Patient
from clinic.accounts.querysets import normal_email
from clinic.accounts.spelling import can_be
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record.models import Consent, ConsentChange, FormIdentity, OwnConsent
from intake.review.follow_up.models import CheckIn
from intake.review.models import Case


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
    # Whether a parent or guardian signed on a form of this record.
    has_guardian: bool = False
    # When a practitioner last said whether this minor may consent alone, by which row, and what they said.
    own_consent_at: datetime | None = None
    own_consent_row: int | None = None
    may_consent_alone: bool | None = None


class IdentityOnForm(NamedTuple):
    """Who a form has said it is about."""

    form: int
    user: str | None
    mailbox: str
    folded_name: str
    date_of_birth: date | None


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
        frontier = {record}
        while frontier:
            reached |= frontier
            pairs = [{first, two} for first, two, since in self.links if since < at]
            frontier = {key for pair in pairs if pair & reached for key in pair} - reached
        return other in reached


def persons_of(patients: Collection[int]) -> tuple[dict[int, PersonRecords], dict[int, RecordIdentity]]:
    """Return the person of each record (all records that are linked with each other, over any number of links), and
    what every one of these records says.

    One query, and one more for each step from record to record.
    """
    persons = {key: PersonRecords({key}) for key in patients}
    records: dict[int, RecordIdentity] = {}
    wanted, reached = set(patients), set(patients)
    while wanted:
        pairs = _linked(wanted, records)
        for record, other, since in pairs:
            _join(persons, record, other)
            persons[record].links.add((record, other, since))
        wanted = {other for _record, other, _since in pairs} - reached
        reached |= wanted
    return {key: persons[key] for key in patients}, records


def _linked(wanted: Collection[int], records: dict[int, RecordIdentity]) -> list[tuple[int, int, datetime]]:
    """Read these records, and return each with every record it stands linked with, and since when."""
    changes = ConsentChange.objects.filter(patient=OuterRef("pk")).order_by("-at", "-id")
    needled = CheckIn.objects.with_needles().filter(patient=OuterRef("pk"))
    signed = Consent.objects.filter(intake__patient=OuterRef("pk"), text_version=CONSENT_VERSION)
    guarded = Consent.objects.filter(intake__patient=OuterRef("pk")).exclude(guardian_name="")
    alone = OwnConsent.objects.filter(patient=OuterRef("pk")).order_by("-at", "-id")
    standing = Patient.objects.annotate(
        onward=FilteredRelation("links_onward", condition=Q(links_onward__undone_at=None)),
        back=FilteredRelation("links_back", condition=Q(links_back__undone_at=None)),
        needled_at=Subquery(needled.order_by("-needled_at").values("needled_at")[:1]),
        consent_at=Subquery(changes.values("at")[:1]),
        consent_row=Subquery(changes.values("pk")[:1]),
        is_consent_given=Subquery(changes.values("is_given")[:1]),
        has_signed_risks=Exists(signed),
        has_guardian=Exists(guarded),
        own_consent_at=Subquery(alone.values("at")[:1]),
        own_consent_row=Subquery(alone.values("pk")[:1]),
        may_consent_alone=Subquery(alone.values("is_allowed")[:1]),
    )
    pairs = set()
    links = ("onward__later_id", "onward__linked_at", "back__earlier_id", "back__linked_at")
    rows = standing.filter(pk__in=wanted).order_by().values_list(*_RECORD, *_LATEST, *links)
    for row in rows:
        columns, (later, onward_at, earlier, back_at) = row[:-4], row[-4:]
        record = RecordIdentity(*columns)
        records[record.pk] = record
        partners = ((later, onward_at), (earlier, back_at))
        pairs |= {(record.pk, other, since) for other, since in partners if other is not None}
    return sorted(pairs)


def _join(persons: dict[int, PersonRecords], earlier: int, later: int) -> None:
    person, other_person = (persons.setdefault(key, PersonRecords({key})) for key in (earlier, later))
    if person is not other_person:
        person.records |= other_person.records
        person.links |= other_person.links
        persons.update(dict.fromkeys(other_person.records, person))


def may_be(said: IdentityOnForm, record: RecordIdentity) -> bool:
    """Say whether a form may be this record's person: begun while their mailbox was signed in; on their mailbox with
    their name (spelled so that it can be theirs) or birth date; or with both, whatever the mailbox.
    """
    if said.user and said.user == record.user:
        return True
    born = said.date_of_birth is not None and said.date_of_birth == record.date_of_birth
    on_mailbox = bool(said.mailbox) and said.mailbox in mailboxes_of(record)
    if not (born or on_mailbox):
        return False
    return (born and on_mailbox) or can_be(said.folded_name, record.full_name, record.preferred_name)


def mailboxes_of(record: RecordIdentity) -> set[str]:
    """The addresses of a record, in the form in which a form's are kept."""
    return {normal_email(record.address), normal_email(record.email or "")}


def is_alike(said: IdentityOnForm, record: RecordIdentity) -> bool:
    born = said.date_of_birth == record.date_of_birth
    return born and can_be(said.folded_name, record.full_name, record.preferred_name)


def alike_to(patient: Patient) -> set[int]:
    """Return the keys of the records that a form of this record may be about (`PersonRecords.twins`)."""
    forms = FormIdentity.objects.filter(intake__patient=patient).exclude(folded_name="").exclude(date_of_birth=None)
    identities = [IdentityOnForm(*row) for row in forms.order_by().values_list(*SAID)]
    people = _persons_named(identities)
    return {record.pk for record in people if any(is_alike(row, record) for row in identities)} - {patient.pk}


_RECORD = ("pk", "user_id", "email", "user__email", "full_name", "preferred_name", "date_of_birth")
_LATEST = (
    *("needled_at", "consent_at", "consent_row", "is_consent_given", "has_signed_risks", "has_guardian"),
    *("own_consent_at", "own_consent_row", "may_consent_alone"),
)
SAID = ("intake_id", "user_id", "mailbox", "folded_name", "date_of_birth")


def patients_of_cases(cases: "QuerySet[Case]") -> set[int]:
    """Return every record that one of these cases can be about: its own, those it may be, and all linked with them."""
    rows = list(cases.order_by().values_list("patient_id", "intake_id", "intake__meant_for_id"))
    firm = {key for patient, _form, meant_for in rows for key in (patient or meant_for,) if key is not None}
    nobodys = {form for patient, form, _meant_for in rows if patient is None}
    identities = [
        IdentityOnForm(*row) for row in FormIdentity.objects.filter(intake__in=nobodys).order_by().values_list(*SAID)
    ]
    people = _persons_named(identities)
    records = firm | {record.pk for record in people if any(may_be(row, record) for row in identities)}
    persons, _records = persons_of(records)
    return {key for person in persons.values() for key in person.records}


def _persons_named(said: Collection[IdentityOnForm]) -> list[RecordIdentity]:
    """Whoever could be meant, found by mailbox or by name and birth date."""
    if not said:
        return []
    mailboxes = {row.mailbox for row in said if row.mailbox}
    days = {row.date_of_birth for row in said if row.date_of_birth and row.folded_name}
    people = Patient.objects.annotate(address=Lower("email")).order_by()
    first, *rest = (
        people.filter(**arm).values_list(*_RECORD)
        for arm in (
            {"user__in": {row.user for row in said if row.user}},
            {"user__email__in": mailboxes},
            {"address__in": mailboxes},
            {"date_of_birth__in": days},
        )
    )
    return [RecordIdentity(*row) for row in first.union(*rest)]
