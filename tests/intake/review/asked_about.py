"""Who waits for a practitioner though no practitioner and nobody at the desk is asked about them."""

from collections.abc import Sequence
from datetime import date, datetime

from clinic.accounts.models import Patient
from intake.review import person_records, standing, standing_facts
from intake.review.models import Alert, Case
from intake.review.standing import Standing, Word
from tests.intake.review.histories import History


def forgotten(histories: Sequence[History], *, on: date, at: datetime) -> list[str]:
    """Return those people of these histories, with why they wait and what happened to them."""
    whose = {patient: history for history in histories for patient in history.patients}
    standings = standing.of([patient.pk for patient in whose], on=on, at=at)
    waiting = [patient for patient in whose if _waits_for_us(standings[patient.pk])]
    return [
        f"{patient.pk} {standings[patient.pk].reasons}\n" + "\n".join(whose[patient].log)
        for patient in waiting
        if not _is_asked_about(patient)
    ]


def _waits_for_us(theirs: Standing) -> bool:
    """Neither the patient's own no, which was told to a practitioner, nor a guardian's signature."""
    return theirs.word is Word.WAITING and not theirs.says_no_needles and not theirs.waits_for_guardian


def _is_asked_about(patient: Patient) -> bool:
    """Whether a practitioner finds a case or an emergency of this person, or of a record that may be theirs."""
    persons, records = person_records.persons_of([patient.pk])
    person = persons[patient.pk]
    standing_facts.load([person], records)
    cases = Case.objects.not_closed()
    return (
        cases.filter(patient__in=person.records | person.twins).exists()
        or cases.filter(patient=None, intake__in=person.forms).exists()
        or Alert.objects.open().filter(intake__in=person.forms).exists()
    )
