"""People at the desk: found in one box, taken in with a warning, linked and unlinked; nothing merges by itself."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import LinkedPatient, Patient
from clinic.audit.models import Entry
from clinic.booking.models import Appointment
from intake.record.models import Intake
from tests.booking.builders import make_patient
from tests.desk.test_day import plain
from tests.desk.test_tasks import make_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
FIND, NEW = reverse("desk:find"), reverse("desk:new_person")
TOLD = {"full_name": "Bo Neu", "date_of_birth": "1990-05-06", "phone": "213-555-0177", "email": "", "interpreter": ""}


def test_a_name_is_posted_and_stands_in_no_address(desk: Client, anas: Patient) -> None:
    page = desk.post(FIND, {"q": "anna costa"})
    assert f'href="/desk/people/{anas.ref}/"' in page.text
    assert "1 person" in page.text
    read = Entry.objects.get(deed="patients.searched")
    assert (read.facts, read.on) == ({"shown": 1, "whom": [anas.ref]}, "")
    assert 'method="get"' not in page.text


@pytest.mark.parametrize("sign", ["%", "@", "_", "% %", "…"])
def test_a_sign_alone_lists_nobody(desk: Client, anas: Patient, sign: str) -> None:
    assert anas.ref not in desk.post(FIND, {"q": sign}).text


def test_nobody_found_leads_to_a_new_record_with_what_was_typed(desk: Client, anas: Patient) -> None:
    page = desk.post(FIND, {"q": "Bo Neu"}).text
    assert "No match" in page
    form = desk.post(NEW, {"q": "Bo Neu"}).text
    assert 'value="Bo Neu"' in form
    desk.post(NEW, TOLD)
    made = Patient.objects.get(full_name="Bo Neu")
    assert (made.phone, made.user) == ("213-555-0177", None)


def test_a_likeness_warns_and_never_decides(desk: Client, anas: Patient) -> None:
    told = TOLD | {"full_name": "Anna Costa", "date_of_birth": "1980-02-01"}
    warned = desk.post(NEW, told).text
    assert "Is it one of these?" in warned
    assert anas.ref in warned
    assert Patient.objects.count() == 1
    desk.post(NEW, told | {"sure": "1"})
    assert Patient.objects.count() == 2
    assert LinkedPatient.objects.count() == 0


@pytest.mark.parametrize("born", ["1980-01-02", "1980-01-31"])
def test_a_birth_date_that_is_almost_the_same_warns(desk: Client, anas: Patient, born: str) -> None:
    Patient.objects.filter(pk=anas.pk).update(date_of_birth="1980-02-01")
    warned = desk.post(NEW, TOLD | {"full_name": anas.full_name, "date_of_birth": born}).text
    assert ("Is it one of these?" in warned, "almost the birth date" in warned) == (True, True)
    assert Patient.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "born", "phone"),
    [
        ("042784", date(1984, 4, 27), ""),
        ("19840427", date(1984, 4, 27), ""),
        ("213-555-0101", None, "12135550101"),
    ],
)
def test_digits_of_a_birth_date_are_not_offered_as_a_phone(
    desk: Client, typed: str, born: date | None, phone: str
) -> None:
    initial = desk.post(NEW, {"q": typed}).context["form"].initial
    assert (initial["date_of_birth"], initial["phone"]) == (born, phone)


def test_an_address_of_somebody_else_is_said_before_it_is_saved(desk: Client, anas: Patient) -> None:
    told = TOLD | {"email": "ANA@example.com"}
    asked = desk.post(NEW, told).text
    assert ("Save it for both?" in asked, anas.full_name in asked, Patient.objects.count()) == (True, True, 1)
    desk.post(NEW, told | {"sure": "1"})
    made = Patient.objects.get(full_name=TOLD["full_name"])
    # What stands on the record already is not asked about again; on another record it is.
    page = reverse("desk:patient", args=[made.ref])
    assert desk.post(page, {"email": "ana@example.com", "phone": "213-555-0177"}).status_code == 302
    third = Patient.objects.create(full_name="Cy Nadie", date_of_birth="1970-05-05")
    page = reverse("desk:patient", args=[third.ref])
    asked = desk.post(page, {"email": "ana@example.com"}).text
    assert f"{anas.full_name}, {made.full_name}" in asked
    assert Patient.objects.get(pk=third.pk).email == ""
    assert desk.post(page, {"email": "ana@example.com", "sure": "1"}).status_code == 302
    assert Patient.objects.get(pk=third.pk).email == "ana@example.com"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("full_name", "", "required"),
        ("date_of_birth", "1862-01-01", "Check the year"),
        ("date_of_birth", "2030-01-01", "Check the year"),
        ("date_of_birth", "yesterday", "Write the date as month/day/year"),
        ("email", "no address", "valid"),
    ],
)
def test_a_mistake_comes_back_with_a_sentence(desk: Client, field: str, value: str, sentence: str) -> None:
    page = desk.post(NEW, TOLD | {field: value}).text
    assert sentence in page
    assert "<title>Error: " in page
    assert Patient.objects.count() == 0


def test_the_page_of_a_patient(desk: Client, visit: Appointment, anas: Patient) -> None:
    page = plain(desk.get(reverse("desk:patient", args=[anas.ref])).text)
    for words in (
        "Ana Costa Silva",
        "Born Feb 1, 1980",
        "Ready",
        "Say: “Your form is complete.",
        "Tue, Mar 3, 2026, 2:00 pm Treatment, Noor Inventada, Booked",
        "Accepted, Sat, Feb 21, 2026, 10:30 am",
        "Signs in as ana@example.com",
    ):
        assert words in page, words
    assert Entry.objects.get(deed="patient.read").on == f"accounts.patient:{anas.ref}"


def test_contact_is_corrected(desk: Client, anas: Patient) -> None:
    address = reverse("desk:patient", args=[anas.ref])
    desk.post(address, {"phone": "213-555-0188", "email": anas.email, "interpreter": ""})
    anas.refresh_from_db()
    assert anas.phone == "213-555-0188"
    assert "Error:" in desk.post(address, {"phone": "1", "email": "none"}).text


def test_two_records_are_linked_and_the_link_is_undone(desk: Client, anas: Patient) -> None:
    twin = Patient.objects.create(full_name="Anna Costa", date_of_birth=anas.date_of_birth)
    page = desk.get(reverse("desk:patient", args=[twin.ref])).text
    assert "Similar records" in page
    linked = desk.post(reverse("desk:link", args=[twin.ref]), {"other": anas.ref}, follow=True).text
    assert "Linked records" in linked
    desk.post(reverse("desk:unlink", args=[twin.ref]), {"other": anas.ref})
    made = LinkedPatient.objects.get()
    assert made.undone_at is not None
    assert "Unlink" not in desk.get(reverse("desk:patient", args=[twin.ref])).text


def test_one_record_twice_is_refused_with_a_sentence(desk: Client, anas: Patient) -> None:
    for name in ("desk:link", "desk:apart"):
        done = desk.post(reverse(name, args=[anas.ref]), {"other": anas.ref}, follow=True)
        assert "Choose two different records." in done.text
    assert LinkedPatient.objects.count() == 0


def test_like_records_are_a_task_until_somebody_says_two_people(desk: Client, anas: Patient) -> None:
    twin = Patient.objects.create(full_name="Anna Costa", date_of_birth=anas.date_of_birth, created_at=anas.created_at)
    assert "1 possible duplicate" in desk.get(reverse("desk:day")).text
    assert "Possible duplicate records" in desk.get(reverse("desk:tasks")).text
    desk.post(reverse("desk:apart", args=[twin.ref]), {"other": anas.ref})
    assert "possible duplicate" not in desk.get(reverse("desk:day")).text


def test_nobodys_reference_is_not_found(desk: Client, anas: Patient) -> None:
    assert desk.get(reverse("desk:patient", args=["NOBODY"])).status_code == 404
    assert desk.post(reverse("desk:link", args=[anas.ref]), {"other": "NOBODY"}).status_code == 404


def test_somebody_on_the_same_mailbox_is_another_person(desk: Client, anas: Patient) -> None:
    sister = make_patient("ana@example.com", "Zoe Silva")
    page = desk.post(FIND, {"q": "ana@example.com"}).text
    assert page.count("/desk/people/") >= 2
    assert sister.ref in page
    assert anas.ref in page


@pytest.mark.parametrize("count", [1, 3])
def test_somebody_is_found_by_a_form_that_waits_for_a_call(desk: Client, count: int) -> None:
    born = date(1990, 2, 3)
    for number in range(count):
        make_sent(f"Clara Łukasz {number}", date_of_birth=born, phone="213-555-0177")
    make_sent("Otto Other")
    for typed in ("clara lukasz", "2/3/1990", "0177"):
        page = desk.post(FIND, {"q": typed}).text
        assert page.count("<strong>Clara") == count
        assert ("Otto" in page, "To confirm by phone" in page, "May I check your name and birth date?" in page) == (
            False,
            True,
            True,
        )
    (form, *_others) = Intake.objects.filter(full_name__startswith="Clara").order_by("pk")
    desk.post(reverse("desk:accept", args=[form.ref]))
    assert desk.post(FIND, {"q": "clara"}).text.count("<strong>Clara") == count - 1
