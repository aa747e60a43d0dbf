"""Making anew what people are found by: after a change of the folding, of what a name is found by, or of a number.

The migration that changes one of them calls this with the models as they are then; manage.py refold does it any time.
"""

from typing import Any

from clinic.accounts.phonetics import sound
from clinic.accounts.spelling import called, found_by
from clinic.characters import fold
from clinic.contact import runs_of

BATCH = 500
_LONGEST = 40


def refold_people(patients: Any, words: Any, runs: Any) -> int:
    """Write folded name, words and digit runs of every patient anew; return how many patients there are.

    `patients`, `words` and `runs` are the managers of Patient, NameWord and PhoneRun.
    """
    count, last = 0, 0
    columns = ("pk", "full_name", "preferred_name", "phone", "guardian_phone")
    while batch := list(patients.filter(pk__gt=last).order_by("pk").only(*columns)[:BATCH]):
        last, keys = batch[-1].pk, [patient.pk for patient in batch]
        for patient in batch:
            patient.folded_name = fold(patient.full_name)
        patients.bulk_update(batch, ["folded_name"])
        words.filter(patient__in=keys).delete()
        words.bulk_create(
            words.model(patient_id=patient.pk, word=word, sound=sound(word))
            for patient in batch
            for word in words_of_patient(patient.full_name, patient.preferred_name)
        )
        runs.filter(patient__in=keys).delete()
        runs.bulk_create(
            runs.model(patient_id=patient.pk, digits=digits)
            for patient in batch
            for digits in runs_of_numbers(patient.phone, patient.guardian_phone)
        )
        count += len(batch)
    return count


def words_of_patient(full_name: str, preferred_name: str = "") -> set[str]:
    """Return every word that somebody of this name is found by, as long as it is kept."""
    return {word[:_LONGEST] for word in found_by(*called(full_name, preferred_name))}


def runs_of_numbers(*numbers: str) -> set[str]:
    """Return every run of digits that these numbers are found by, as long as it is kept."""
    return {run[:_LONGEST] for number in numbers for run in runs_of(number)}
