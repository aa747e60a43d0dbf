"""Two spellings of one name are one person, two birth dates never are; and whoever is alike is found."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.accounts import patient_search, services
from clinic.accounts.models import Difference, Patient, User
from clinic.accounts.spelling import can_be, is_one_name
from clinic.characters import clean_line, fold
from tests.support.times import NOW, TODAY

BORN = date(1984, 4, 27)

ONE_NAME = [
    # The examples of other systems' reports.
    ("Sean O'Neil", "Sean O’Neil"),
    ("María López", "María López Hernández"),
    ("Đặng Thị Hồng", "Dang Thi Hong"),
    ("Łukasz Wójcik", "Lukasz Wojcik"),
    ("Søren Ø. Kjær", "Soren Kjaer"),
    ("Jan van den Berg", "Jan Vandenberg"),
    # Others of their kind: apostrophes, hyphens, invisible marks.
    ("Sean O'Neil", "Sean ONeil"),
    ("Sean O'Neil", "Sean O´Neil"),
    ("Sean O'Neil", "Sean Oʼ Neil"),
    ("D’Angelo Ruiz", "Dangelo Ruiz"),
    ("Ana-María Paz", "Ana María Paz"),
    ("Ana‑María Paz", "Anamaria Paz"),
    ("Ana \u200bPaz", "\u202aAna\u00a0Paz\u202c"),
    # Letters that do not decompose, and other scripts.
    ("Straße Þór", "STRASSE Thor"),
    ("Işık Yılmaz", "Isik Yilmaz"),
    ("Jörg Müller", "Joerg Mueller"),
    ("Ольга Петрова", "Olga Petrova"),
    # Particles together and apart, Mac and Mc.
    ("Ana de la Cruz", "Ana Delacruz"),
    ("Ana De La Cruz", "Delacruz, Ana"),
    ("Ian Mac Donald", "Ian McDonald"),
    ("Ian MacDonald", "Ian Mc Donald"),
    ("Leila al-Masri", "Leila Almasri"),
    # Order, further names, initials.
    ("Łukasz Wójcik", "WOJCIK Lukasz"),
    ("Juan Carlos Pérez", "Juan C. Pérez"),
    ("Juan Carlos Pérez", "Juan Perez"),
    ("Juan García", "Juan García Jr"),
    # Chinese and Korean: in their own signs, in plain letters, the given name alone.
    ("王小明", "Wang Xiaoming"),
    ("王小明", "Xiao-Ming Wang"),
    ("王小明", "小明"),
    ("김민준", "Kim Min-jun"),
    ("김민준", "Minjun Kim"),
    ("Kim Min Jun", "Minjun"),
    ("박지성", "Park Ji-seong"),
    ("이수진", "Lee Sujin"),
    # Given names romanized otherwise, the given name alone, particles of other languages.
    ("최은영", "Choi Eun-young"),
    ("정현우", "Jung Hyun-woo"),
    ("김경숙", "Kim Kyung-sook"),
    ("Phạm Thị Thu Hà", "Thu Ha"),
    ("Lü Wei", "Lyu Wei"),
    ("Юлия Щербакова", "Yulia Shcherbakova"),
    ("やまだ たろう", "Yamada Taro"),
    ("Omar Abd al-Rahman", "Omar Abderrahman"),
    ("Mary St. John", "Mary Saint John"),
    ("Mª José López", "María José López"),
    # Titles, maiden names, what is called out beside a name, signs that fill a line unseen.
    ("Mrs. Ana Costa", "Ana Costa"),
    ("Anna Nowak (née Kowalska)", "Anna Kowalska"),
    ("Anna Kowalska-Nowak", "Anna Nowak"),
    ('Robert "Bob" Smith', "Bob Smith"),
    ("Jo\u034fsé\u3164Paz\ufe0f", "José Paz"),
]
TWO_NAMES = [
    ("Ana Costa", "Eva Costa"),
    ("Ana Costa", "Ana Silva"),
    ("María José López", "María Isabel López"),
    ("Juan García Jr", "Juan García Sr"),
    ("Ana López", "López"),
    ("Jan van den Berg", "Berg"),
    ("Juan Pérez", "J. Pérez"),
    ("Kim Min-jun", "Kim Min-seo"),
    ("Kim Min-jun", "Kim"),
    ("Kim Sung-min", "Kim Seung-min"),
    ("Nguyễn Văn An", "Nguyen Van"),
    ("Nguyễn Thị Lan", "Nguyen Thi Hoa"),
    ("Ms. Costa", "Ana Costa"),
    ("Ana Costa", ""),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), [*ONE_NAME, ("Đorđe Đoković", "Djordje Djokovic")])
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert (is_one_name(one, other), is_one_name(other, one)) == (True, True)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_two_names_are_two(one: str, other: str) -> None:
    assert (is_one_name(one, other), is_one_name(other, one)) == (False, False)


@pytest.mark.parametrize("name", ["Robert Smith", "Bob Smith", "Bob", "Smith, Bob"])
def test_a_preferred_name_is_theirs_too(name: str) -> None:
    assert can_be(name, "Robert Smith", "Bob")


@pytest.mark.django_db
@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_one_spelling_is_found_by_the_other(one: str, other: str) -> None:
    Patient.objects.create(full_name="Zed Other", date_of_birth=BORN, created_at=NOW)
    for stored, typed in ((one, other), (other, one)):
        patient = Patient.objects.create(full_name=clean_line(stored), date_of_birth=BORN, created_at=NOW)
        assert [hit.patient for hit in patient_search.find(typed, on=TODAY)][:1] == [patient]
        patient.delete()


@pytest.mark.django_db
def test_a_preferred_name_is_found() -> None:
    patient = Patient.objects.create(full_name="Margaret Lane", preferred_name="Peggy", date_of_birth=BORN)
    assert [hit.patient for hit in patient_search.find("peggy lane", on=TODAY)] == [patient]


def said(name: str, **other: Any) -> dict[str, Any]:
    return {"full_name": name, "date_of_birth": BORN, "phone": "213-555-0142"} | other


@pytest.mark.parametrize(("one", "other"), ONE_NAME[:12])
def test_on_one_mailbox_and_birth_date_they_are_one_record(ana: User, one: str, other: str) -> None:
    first = services.take_in(identity=said(one), user=ana, by=ana, at=NOW)
    assert services.take_in(identity=said(other), user=ana, by=ana, at=NOW) == first
    asked = [] if fold(one) == fold(other) else [("full_name", clean_line(other))]
    assert list(Difference.objects.values_list("field", "new")) == asked


def test_two_who_could_be_meant_are_left_to_the_desk(ana: User) -> None:
    for name in ("María José López", "María Isabel López"):
        services.take_in(identity=said(name), user=ana, by=ana, at=NOW)
    third = services.take_in(identity=said("María López"), user=ana, by=ana, at=NOW)
    assert ana.patients.count() == 3
    alike = patient_search.alike(full_name=third.full_name, date_of_birth=BORN, without=third)
    assert {hit.patient.full_name for hit in alike} == {"María José López", "María Isabel López"}
    # Said exactly, it is one of them all the same.
    assert services.take_in(identity=said("maria jose lopez"), user=ana, by=ana, at=NOW).pk < third.pk


def test_the_same_name_with_another_birth_date_is_somebody_else_and_shown_to_the_desk(ana: User) -> None:
    father = services.take_in(identity=said("Juan García"), user=ana, by=ana, at=NOW)
    son = services.take_in(identity=said("Juan García", date_of_birth=date(2012, 4, 27)), user=ana, by=ana, at=NOW)
    assert son != father
    assert [(one, one.twin) for one in Patient.objects.possibly_twice(since=NOW)] == [(son, father.pk)]  # type: ignore[attr-defined]  # added


# ——— Whatever people do to a name: it stays one person's

GIVEN = ("Łukasz", "Søren", "María José", "Đặng Thị", "Seán", "Jörg", "Ana-Lucía", "Min-jun", "Þóra", "Anaïs")
FAMILY = ("O'Neil", "van den Berg", "de la Cruz", "Wójcik", "Kjær", "Mac Donald", "Yılmaz", "Núñez", "Al-Masri")


def spellings(given_name: str, family: str) -> list[str]:
    """Every way to write a name by its parts: with marks and without, together and apart, in both orders."""
    together = ["".join(family.split()).replace("-", ""), family]
    families = [*together, *(part.replace("'", mark) for part in together for mark in "’ʼ`´")]
    names = [f"{given_name} {part}" for part in families] + [f"{part}, {given_name}" for part in families]
    marked = [f"\u202a{name}\u202c".replace(" ", "\u00a0").replace("-", "\u2011") for name in names]
    return [*names, *map(fold, names), *map(str.upper, names), *marked]


@settings(max_examples=40, derandomize=True, database=None, deadline=None)
@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY), st.data())
def test_folding_joining_and_reordering_never_separate_one_person(given_name: str, family: str, data: Any) -> None:
    ways = st.sampled_from(spellings(given_name, family))
    assert is_one_name(data.draw(ways), data.draw(ways))


@pytest.mark.parametrize(("one", "other"), [ONE_NAME[0], ONE_NAME[1], ONE_NAME[5]])
def test_two_birth_dates_never_join(ana: User, one: str, other: str) -> None:
    days = [date(1984, 4, 27), date(1984, 4, 26), date(1948, 4, 27), date(1984, 5, 27)]
    for name, day in product((one, other), days):
        services.take_in(identity=said(name, date_of_birth=day), user=ana, by=ana, at=NOW)
    assert sorted(ana.patients.values_list("date_of_birth", flat=True)) == sorted(days)
