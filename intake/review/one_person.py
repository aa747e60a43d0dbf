"""The records of one person, read one way: whoever stands linked, over any number of links, as in the standing."""

from clinic.accounts.models import LinkedPatient, Patient, User
from intake.review import person_records


def records_of(patient: Patient) -> list[int]:
    """Return the keys of this record and of all that stand linked with it: what staff may see together.

    One query, and one more for each step along links.
    """
    return records_by_key(patient.pk)


def records_by_key(patient_id: int) -> list[int]:
    """The same, of a record known by its key. Only the links are read, not what the records say (person_records)."""
    known = wanted = {patient_id}
    while wanted:
        onward = LinkedPatient.objects.filter(undone_at=None, earlier__in=wanted).values_list("later", flat=True)
        back = LinkedPatient.objects.filter(undone_at=None, later__in=wanted).values_list("earlier", flat=True)
        wanted = set(onward.union(back)) - known
        known = known | wanted
    return [patient_id, *sorted(known - {patient_id})]


def own_records_of(patient: Patient) -> list[int]:
    """Return the keys of this record and of those linked with it that sign in with the same mailbox or with none: what
    the patient may see together.

    A linked record on another mailbox keeps its content to itself: a link may be a mistake, and can be undone.
    """
    own, *other_keys = records_of(patient)
    if not other_keys:
        return [own]
    mailboxes = Patient.objects.filter(pk__in=other_keys).order_by("pk").values_list("pk", "user_id")
    return [own, *(key for key, mailbox in mailboxes if mailbox in (None, patient.user_id))]


def seen_on(mailbox: User) -> set[int]:
    """Return the keys of the records whose visits are seen on this mailbox: those on it, and those of the same people
    that are on no other, over any number of links.
    """
    on_it = set(Patient.objects.on_mailbox(mailbox).values_list("pk", flat=True))
    _persons, records = person_records.persons_of(on_it)
    return on_it | {key for key, record in records.items() if record.user is None}
