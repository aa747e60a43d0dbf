"""Which lines of the audit log are readings of one person, and whose record each of them opened."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from clinic.accounts.models import Patient
from clinic.audit import subjects
from clinic.audit.models import Entry
from clinic.audit.services import name_of
from clinic.booking.models import Appointment
from intake.record.models import Intake
from intake.review.models import Case
from intake.review.one_person import records_of
from intake.review.person_records import persons_of
from intake.treatment.models import AdverseEvent, NoteDraft, TreatmentNote

# What opens somebody's answers, decisions or notes.
CLINICAL = frozenset(
    {
        *("case.read", "case.compared", "cautions.read", "doctor_letter.read", "intake.phoned", "record.read"),
        *("note.read", "note.printed", "note.exported", "notes.read", "notes.printed", "notes.exported"),
        *("outcomes.read", "event.read"),
    }
)
# What opens a name and how to reach somebody.
CONTACT = frozenset({"patient.read", "visit.read"})
READS = CLINICAL | CONTACT
REASON_GIVEN = "reason.given"
JOINED = "case.joined"

# Every model that a reading can be of, and the column that says whose it is.
_WHOSE: dict[type[Any], str] = {
    Patient: "pk",
    Case: "patient",
    Intake: "patient",
    TreatmentNote: "patient",
    NoteDraft: "patient",
    AdverseEvent: "patient",
    Appointment: "patient",
}
_AT_ONCE = 400


def patients_by_name(names: Iterable[str]) -> dict[str, int]:
    """Return the patient of each record, by the name that the audit log has for it. What belongs to nobody, or is gone,
    is left out. One query a kind of record, for each four hundred of them.
    """
    refs: defaultdict[str, list[str]] = defaultdict(list)
    for name in set(names):
        label, _colon, ref = name.partition(":")
        refs[label].append(ref)
    patients: dict[str, int] = {}
    for model, column in _WHOSE.items():
        label = model._meta.label_lower
        ordered = sorted(refs[label])
        for start in range(0, len(ordered), _AT_ONCE):
            rows = model._base_manager.filter(ref__in=ordered[start : start + _AT_ONCE]).exclude(**{column: None})
            patients |= {f"{label}:{ref}": key for ref, key in rows.values_list("ref", column)}
    return patients


def persons_by_patient(patients: Collection[int]) -> dict[int, frozenset[int]]:
    """Return for each patient all records that are linked with it: one person."""
    persons, _records = persons_of(patients)
    return {key: frozenset(person.records) for key, person in persons.items()}


def names_of_person(patient: Patient) -> list[str]:
    """Return how the audit log names everything of a person: linked records and joined cases too."""
    linked = Patient.objects.filter(pk__in=records_of(patient)).order_by("pk")
    names = {name for ref in linked.values_list("ref", flat=True) for name in subjects.names_about(ref)}
    cases = [name for name in names if name.startswith(f"{Case._meta.label_lower}:")]
    joined = Entry.objects.filter(deed=JOINED, on__in=cases).values_list("facts", flat=True)
    joined_cases = {f"{Case._meta.label_lower}:{facts['other']}" for facts in joined if "other" in facts}
    return sorted(names | joined_cases | {name_of(patient)})
