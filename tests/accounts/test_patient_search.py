"""Finding a person in one box: accents, typos, any order; and who may be the same person."""

from datetime import date, timedelta
from typing import Any

import pytest

from clinic.accounts import patient_search, services
from clinic.accounts.models import NameWord, NotOnePerson, Patient, User
from clinic.accounts.patient_search import CANDIDATES, PatientQuery, parse_query
from clinic.accounts.phonetics import sound
from clinic.accounts.spelling import words_of
from tests.support.times import NOW, TODAY

BORN = date(1962, 4, 27)


def make(name: str, *, born: date = BORN, phone: str = "", email: str = "", days_ago: int = 0) -> Patient:
    return Patient.objects.create(
        full_name=name, date_of_birth=born, phone=phone, email=email, created_at=NOW - timedelta(days=days_ago)
    )


def found(text: str) -> list[str]:
    return [one.patient.full_name for one in patient_search.find(text, on=TODAY)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Núñez", "nunes"),
        ("Jiménez", "Gimenez"),
        ("Catherine", "Kathrin"),
        ("Stephen", "Steven"),
        ("Schmidt", "Schmitt"),
        ("Vásquez", "Basques"),
        ("Ejemplo", "Ejmeplo"),
    ],
)
def test_what_sounds_alike_has_one_key(one: str, other: str) -> None:
    assert {sound(word) for word in words_of(one)} == {sound(word) for word in words_of(other)}


@pytest.mark.parametrize(("one", "other"), [("Costa", "Silva"), ("Ana", "Rui"), ("Kim", "Tim"), ("Lee", "Roe")])
def test_what_does_not_has_another(one: str, other: str) -> None:
    assert sound(words_of(one)[0]) != sound(words_of(other)[0])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ana Núñez", PatientQuery(words=("ana", "nunez"))),
        ("nunez 1962-04-27", PatientQuery(words=("nunez",), born=(BORN,))),
        ("4/27/1962", PatientQuery(born=(BORN,))),
        ("27 April 1962", PatientQuery(born=(BORN,))),
        ("27th April 1962", PatientQuery(born=(BORN,))),
        ("27 de abril de 1962", PatientQuery(born=(BORN,))),
        ("abril 27, 1962 ana", PatientQuery(words=("ana",), born=(BORN,))),
        ("\u202aana\u00a04/27/1962\u202c", PatientQuery(words=("ana",), born=(BORN,))),
        ("213\u2011555\u20110101 x12", PatientQuery(phone="12135550101")),
        ("April 27, 1962 ana", PatientQuery(words=("ana",), born=(BORN,))),
        ("3/4/1962", PatientQuery(born=(date(1962, 3, 4), date(1962, 4, 3)))),
        ("4/27/62", PatientQuery(born=(BORN,))),
        ("3/3/26", PatientQuery(born=(date(2026, 3, 3),))),
        ("3/4/26", PatientQuery(born=(date(1926, 3, 4), date(1926, 4, 3)))),
        ("19620427", PatientQuery(born=(BORN,))),
        ("04271962", PatientQuery(born=(BORN,))),
        ("27041962", PatientQuery(born=(BORN,))),
        ("ana 04271962", PatientQuery(words=("ana",), born=(BORN,))),
        ("03041962", PatientQuery(born=(date(1962, 3, 4), date(1962, 4, 3)))),
        ("042762", PatientQuery(born=(BORN,), phone="042762")),
        ("270462", PatientQuery(born=(BORN,), phone="270462")),
        ("030326", PatientQuery(born=(date(2026, 3, 3),), phone="030326")),
        # No birth date of anybody who lives, and no day at all.
        ("35550101", PatientQuery(phone="35550101")),
        ("04271862", PatientQuery(phone="04271862")),
        ("04272062", PatientQuery(phone="04272062")),
        ("02301962", PatientQuery(phone="02301962")),
        ("213-555-0101", PatientQuery(phone="12135550101")),
        ("Ana (213) 555 0101", PatientQuery(words=("ana",), phone="12135550101")),
        ("0101", PatientQuery(phone="0101")),
        ("ANA@Example.com", PatientQuery(email="ana@example.com")),
        ("", PatientQuery()),
        ("99/99/9999 \0", PatientQuery()),
    ],
)
def test_a_text_is_taken_apart(text: str, asked: PatientQuery) -> None:
    assert parse_query(text, on=TODAY) == asked


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "Ana Núñez Costa",
        "ana nunez",
        "nunez ana",
        "ANA NUNES",
        "Nuñez",
        "costa",
        "an nun",
        "Ana Nuenz",
        "27 Apr 1962",
        "0101",
        "(213) 555-0101",
        "2135",
        "555 01",
        "35550101",
        "+1 213 555 0101 ext. 7",
        "[213] 555·0101 anexo 7",
        "ana@example.com",
        "\u200bAna@Example.com",
    ],
)
def test_somebody_is_found_however_it_is_typed(typed: str) -> None:
    make("Ana Núñez Costa", phone="213-555-0101 ext. 77", email="Ana@Example.com")
    make("Zed Other", born=date(1990, 1, 1), phone="310-777-0199")
    assert found(typed)[:1] == ["Ana Núñez Costa"]


@pytest.mark.django_db
def test_the_likeliest_comes_first_and_strangers_not_at_all() -> None:
    make("Ana Costa", born=date(1990, 1, 1))
    make("Ana Costa")
    make("Anna Kosta", born=date(1991, 1, 1))
    make("Rui Vale", born=date(1992, 1, 1))
    hits = patient_search.find("ana costa 1962-04-27", on=TODAY)
    assert [(hit.patient.full_name, hit.born) for hit in hits] == [
        ("Ana Costa", True),
        ("Ana Costa", False),
        ("Anna Kosta", False),
    ]
    assert found("nobody like that") == []


@pytest.mark.django_db
def test_a_mailbox_finds_its_patients(ana: User) -> None:
    patient = make("Ana Costa")
    Patient.objects.filter(pk=patient.pk).update(user=ana)
    assert found(ana.email) == ["Ana Costa"]


@pytest.mark.django_db
def test_at_most_two_hundred_are_looked_at_in_three_queries(queries: Any) -> None:
    for number in range(CANDIDATES + 5):
        make(f"Ana Number{number}", born=BORN + timedelta(days=number))
    with queries(3):
        looked_at = patient_search.candidates(parse_query("ana 1962-04-27", on=TODAY))
    assert len(looked_at) == CANDIDATES


@pytest.mark.django_db
def test_the_words_of_a_name_follow_it() -> None:
    patient = make("Ana Costa")
    patient.full_name = "Ana Vale"
    patient.save()
    assert set(NameWord.objects.values_list("word", "sound")) == {("ana", "AN"), ("vale", "FL"), ("anavale", "ANFL")}
    assert (found("vale"), found("costa")) == (["Ana Vale"], [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "warns"),
    [
        ({"full_name": "Anna Costa", "date_of_birth": BORN}, True),
        ({"full_name": "Ana Costa", "date_of_birth": date(1999, 1, 1)}, False),
        ({"full_name": "Ana Costa", "date_of_birth": date(1999, 1, 1), "phone": "213 555 0101"}, True),
        ({"full_name": "Ana Costa", "date_of_birth": date(1999, 1, 1), "email": "ana@example.com"}, True),
        ({"full_name": "Rui Vale", "date_of_birth": BORN}, False),
        ({"full_name": "Rui Vale", "date_of_birth": BORN, "phone": "213-555-0101"}, True),
    ],
)
def test_the_desk_is_warned_of_who_is_alike(told: dict[str, Any], warns: bool) -> None:
    make("Ana Costa", phone="213-555-0101", email="ana@example.com")
    assert bool(patient_search.alike(**told)) is warns


@pytest.mark.django_db
def test_new_records_that_look_like_older_ones_are_listed_until_somebody_has_judged(rui: User) -> None:
    older, newer = make("Ana Costa", days_ago=300), make("Anna Kosta")
    make("Zed Other")
    since = NOW - timedelta(days=60)

    def listed() -> list[tuple[int, int]]:
        return [(one.pk, one.twin) for one in Patient.objects.possibly_twice(since=since)]  # type: ignore[attr-defined]  # added

    assert listed() == [(newer.pk, older.pk)]
    services.keep_apart(newer, older, by=rui, at=NOW)
    services.keep_apart(older, newer, by=rui, at=NOW)
    assert (listed(), NotOnePerson.objects.count()) == ([], 1)
    third = make("Ana Costas")
    assert listed() == [(third.pk, older.pk)]
    made = services.link(third, older, by=rui, at=NOW)
    services.keep_apart(third, newer, by=rui, at=NOW)
    assert listed() == []
    # Undone is judged too: nobody is asked again.
    services.unlink(made, by=rui, at=NOW)
    assert listed() == []


@pytest.mark.django_db
def test_the_desk_registers_and_corrects_with_a_line_in_the_book(rui: User) -> None:
    from clinic.audit.models import Entry

    told = {"full_name": " Ana Costa ", "date_of_birth": BORN, "phone": "1", "email": "", "interpreter": ""}
    patient = services.register(identity=told, by=rui, at=NOW)
    services.correct(patient, identity={"phone": "213-555-0101"}, by=rui, at=NOW)
    services.correct(patient, identity={"phone": "213-555-0101"}, by=rui, at=NOW)
    patient.refresh_from_db()
    assert (patient.full_name, patient.phone, patient.user) == ("Ana Costa", "213-555-0101", None)
    assert list(Entry.objects.values_list("deed", flat=True).order_by("number"))[-2:] == [
        "patient.registered",
        "patient.corrected",
    ]
