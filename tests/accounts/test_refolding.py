"""What people are found by is made anew by a command, and looked up by ranges of an index."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from clinic.accounts.models import NameWord, Patient, PhoneRun
from clinic.prefixes import begins
from intake.record.models import FormIdentity, Intake
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def test_what_was_folded_another_way_is_folded_anew() -> None:
    patient = Patient.objects.create(full_name="Łukasz O’Neil", date_of_birth=date(1984, 4, 27), phone="213-555-0142")
    words, runs = set(NameWord.objects.values_list("word", "sound")), set(PhoneRun.objects.values_list("digits"))
    Patient.objects.update(folded_name="łukasz o’neil")
    NameWord.objects.update(word="łukasz")
    PhoneRun.objects.all().delete()
    times = {"started_at": NOW, "saved_at": NOW, "expires_at": NOW + timedelta(days=1)}
    form = Intake.objects.create(version="1", full_name="Łukasz O’Neil", **times)
    said = FormIdentity.objects.create(intake=form, folded_name="łukasz o’neil", said_at=NOW)
    told = StringIO()
    call_command("refold", stdout=told)
    patient.refresh_from_db()
    said.refresh_from_db()
    assert told.getvalue() == "1 patients, 1 names on forms.\n"
    assert (patient.folded_name, said.folded_name) == ("lukasz oneil", "lukasz oneil")
    assert set(NameWord.objects.values_list("word", "sound")) == words
    assert set(PhoneRun.objects.values_list("digits")) == runs


@pytest.mark.parametrize(
    ("beginning", "words"),
    [
        ("an", ["an", "ana", "anzz", "an9"]),
        ("anz", ["anzz"]),
        ("z", ["z", "zz"]),
        ("zz", ["zz"]),
        ("9", ["9", "99"]),
        ("", ["9", "99", "a", "an", "an9", "ana", "anzz", "ao", "z", "zz"]),
    ],
)
def test_a_beginning_is_a_range(beginning: str, words: list[str]) -> None:
    patient = Patient.objects.create(full_name="X", date_of_birth=date(1984, 4, 27))
    NameWord.objects.all().delete()
    every = ["9", "99", "a", "an", "an9", "ana", "anzz", "ao", "z", "zz"]
    NameWord.objects.bulk_create(NameWord(patient=patient, word=word, sound="X") for word in every)
    assert sorted(NameWord.objects.filter(begins("word", beginning)).values_list("word", flat=True)) == sorted(words)


@pytest.mark.either_database  # PostgreSQL walks a small table whatever indexes it has
def test_the_range_is_answered_by_an_index() -> None:
    assert connection.vendor == "sqlite"
    for rows, column, index in (
        (NameWord.objects.all(), "word", "name_word_by_word"),
        (PhoneRun.objects.all(), "digits", "phone_run_by_digits"),
        (Patient.objects.order_by(), "folded_name", "patient_by_name"),
        (FormIdentity.objects.all(), "folded_name", "form_by_name"),
    ):
        assert index in rows.filter(begins(column, "ana")).values_list("pk").explain()
