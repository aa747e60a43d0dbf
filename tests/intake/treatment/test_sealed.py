"""What is written in a note, an addendum and the register stands sealed, and in nobody's sight outside the room."""

from datetime import datetime

import pytest

from clinic.accounts.models import User
from intake.review import withdrawal
from intake.treatment import register, services
from tests.access import sinks
from tests.booking.builders import make_patient
from tests.intake.treatment.notes import signed

MARK = "CNRY7F3A"


@pytest.mark.django_db
def test_no_word_of_a_treatment_stands_in_the_clear(noor: User, now: datetime) -> None:
    patient = make_patient()
    points = [{"words": f"{MARK} above the hip"}]
    note = signed(patient, noor, at=now, points=points, advice=f"{MARK} advice", remarks=f"{MARK} remarks")
    services.add_addendum(note, text=f"{MARK} added", by=noor, at=now)
    withdrawal.withdraw_consent(patient, reason=f"{MARK} reason", by=noor, at=now)
    told = {"kind": "faint", "severity": "mild", "source": "told", "source_ref": "REF", "words": f"{MARK} told"}
    register.register(patient=patient, happened_at=now, by=noor, at=now, **told)
    for found in (sinks.tables(), sinks.names(), sinks.book(), sinks.letters()):
        assert sinks.standing(list(found), MARK) == []
    assert MARK in services.read_note(note, by=noor, at=now)[0].text
