"""May this person be needled, and how: the only reading of it.

Everybody asks here (the day, the sheet, the list of forms, booking, reminders, the patient's own page, the
practitioner's views), and nobody works it out again. Whatever cannot be read is never Ready.
"""

from collections.abc import Collection
from datetime import date, datetime

from clinic.accounts.models import Patient
from intake.record.models import Intake
from intake.review import person_records, standing_facts
from intake.review.models import Case
from intake.review.person_records import PersonRecords
from intake.review.standing_judging import judged
from intake.review.standing_value import UPDATE_OPENS as UPDATE_OPENS
from intake.review.standing_value import LastDecision as LastDecision
from intake.review.standing_value import Standing as Standing
from intake.review.standing_value import Word as Word


def of(patients: Collection[int], *, on: date, at: datetime) -> dict[int, Standing]:
    """Return where each of these records' persons stands on a day. `at` is the moment of asking.

    Two queries for any number of records, and one more for each step along linked records.
    """
    if not patients:
        return {}
    persons, records = person_records.persons_of(patients)
    facts = standing_facts.load(list(persons.values()), records)
    return {key: judged(person, facts, on=on) for key, person in persons.items()}


def of_one(patient: Patient | int, *, on: date, at: datetime) -> Standing:
    """Return where one person stands on a day."""
    key = patient if isinstance(patient, int) else patient.pk
    return of([key], on=on, at=at)[key]


def of_forms(intakes: Collection[Intake], *, on: date, at: datetime) -> dict[int, Standing]:
    """Return where each form's person stands; a form that is nobody's yet is looked at by itself, by the same rules."""
    if not intakes:
        return {}
    whose = {form.pk: form.patient_id or form.meant_for_id for form in intakes}
    persons, records = person_records.persons_of({key for key in whose.values() if key is not None})
    persons_by_form = {
        form: PersonRecords(set(), own={form}) if key is None else persons[key] for form, key in whose.items()
    }
    facts = standing_facts.load(list(persons_by_form.values()), records)
    return {form: judged(person, facts, on=on) for form, person in persons_by_form.items()}


def cases_of_twins(patient: int) -> list[Case]:
    """Return the newest case of each record that may be the same person's: named and born like them, and neither
    linked with theirs nor told apart from them.
    """
    persons, records = person_records.persons_of([patient])
    standing_facts.load([persons[patient]], records)
    cases = Case.objects.with_person().filter(patient__in=persons[patient].twins).order_by("opened_at", "pk")
    return list({case.patient_id: case for case in cases}.values())
