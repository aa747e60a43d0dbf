"""Contact is used: a changed address is where messages go; who has ended hears nothing; fields are corrected."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services
from clinic.accounts.models import Difference, Ended, Patient, User
from clinic.audit.models import Entry
from clinic.booking import reminders
from clinic.booking.models import Appointment, VisitType, WaitingEntry
from clinic.booking.services import NotReady, book, join
from clinic.outbox.letters import KINDS
from clinic.outbox.models import Letter
from intake.record.models import Consent, Intake
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
LATER = NOW + timedelta(minutes=5)


def said_by(letter: Letter) -> bool:
    """Whether a letter that waits would be sent now."""
    return KINDS[letter.kind](letter, LATER) is not None


def letters_to(address: str) -> list[tuple[str, str]]:
    return list(Letter.objects.filter(to=address).order_by("id").values_list("kind", "state"))


# ——— another address


def test_another_address_is_where_messages_go_and_both_are_told(visit: Appointment, anas: Patient, rui: User) -> None:
    assert letters_to("ana@example.com") == [("booking.confirmation", "due")]
    services.correct(anas, identity={"email": "new@example.com"}, by=rui, at=LATER)
    anas.refresh_from_db()
    assert (anas.user, anas.email_for_messages) == (None, "new@example.com")
    # What waited goes to the new address, and each of the two is told.
    assert letters_to("ana@example.com") == [("account.address", "due")]
    assert letters_to("new@example.com") == [("booking.confirmation", "due"), ("account.address", "due")]
    told = {letter.to: letter.sealed for letter in Letter.objects.filter(kind="account.address")}
    assert "no longer here" in told["ana@example.com"]["body"]
    assert "From now on" in told["new@example.com"]["body"]
    assert not any(anas.full_name in str(words) for words in told.values())


def test_the_old_mailbox_loses_the_person_and_the_new_one_finds_them_by_code(anas: Patient, rui: User) -> None:
    old = anas.user
    assert old is not None
    services.correct(anas, identity={"email": "new@example.com"}, by=rui, at=NOW)
    assert not old.patients.exists()
    new = services.ensure_login("new@example.com")
    assert new is not None
    # The code proves the mailbox; the name and the birth date say who reads it.
    assert services.claim(new, "Zed Other", born=anas.date_of_birth, at=NOW) is None
    assert services.claim(new, anas.full_name, born=anas.date_of_birth + timedelta(days=1), at=NOW) is None
    assert services.claim(new, "ana costa silva", born=anas.date_of_birth, at=NOW) == anas
    assert list(new.patients.all()) == [anas]
    assert Entry.objects.latest("number").deed == "patient.mailbox_joined"


def test_an_address_added_gets_what_was_already_booked(treatment: VisitType, rui: User) -> None:
    patient = make_patient("bo@example.com", name="Bo Neu")
    Patient.objects.filter(pk=patient.pk).update(user=None, email="")
    patient.refresh_from_db()
    visit = book(patient=patient, visit_type=treatment, start=TWO, by=rui, at=NOW)
    assert not Letter.objects.exists()
    services.correct(patient, identity={"email": "bo@example.com"}, by=rui, at=NOW)
    assert letters_to("bo@example.com") == [("account.address", "due"), ("booking.confirmation", "due")]
    assert Letter.objects.get(kind="booking.confirmation").about_ref == visit.ref


def test_a_record_of_the_desks_gets_its_mailbox_by_code(rui: User) -> None:
    told = {"full_name": "Bo Neu", "date_of_birth": date(1990, 5, 6), "email": "Bo@Example.com"}
    made = services.register(identity=told, by=rui, at=NOW)
    mailbox = services.ensure_login("bo@example.com")
    assert mailbox is not None
    assert services.take_in(identity=told | {"full_name": "BO NEU"}, user=mailbox, by=mailbox, at=NOW) == made
    assert Patient.objects.get().user == mailbox


def test_a_settled_difference_of_address_is_told_as_well(anas: Patient, rui: User) -> None:
    services.note_differences(anas, {"email": "new@example.com"}, at=NOW)
    services.settle(Difference.objects.get(), take=True, by=rui, at=NOW)
    assert {letter.to for letter in Letter.objects.filter(kind="account.address")} == {
        "ana@example.com",
        "new@example.com",
    }


# ——— what a form says


def test_filling_an_empty_field_is_no_contradiction_and_a_birth_date_is_a_task(desk: Client, anas: Patient) -> None:
    Patient.objects.filter(pk=anas.pk).update(
        emergency_contact="", phone="213-555-0142", date_of_birth=date(1980, 2, 1)
    )
    anas.refresh_from_db()
    told = {"emergency_contact": "Bo 213-555-0143", "phone": "(213) 555‑0142", "date_of_birth": date(1980, 1, 2)}
    services.note_differences(anas, told, at=NOW)
    anas.refresh_from_db()
    assert anas.emergency_contact == "Bo 213-555-0143"
    assert list(Difference.objects.values_list("field", "old", "new")) == [
        ("date_of_birth", "1980-02-01", "1980-01-02")
    ]
    page = plain(desk.get(reverse("desk:tasks")).text)
    assert (
        "What is the patient’s date of birth? Our record says “Feb 1, 1980”. A newer form says “Jan 2, 1980”." in page
    )
    assert "Day and month are swapped." in page
    desk.post(reverse("desk:settle", args=[Difference.objects.get().pk]), {"take": "new"})
    anas.refresh_from_db()
    assert anas.date_of_birth == date(1980, 1, 2)


# ——— corrected, for a reason


def test_name_and_birth_date_are_corrected_with_a_reason(desk: Client, anas: Patient) -> None:
    address = reverse("desk:correct", args=[anas.ref])
    told = {"full_name": "Ana Silva", "preferred_name": "Nita", "date_of_birth": "April 27th, 1980"}
    assert "<title>Error: " in desk.post(address, told).text
    assert desk.post(address, told | {"reason": "new_name"}).status_code == 302
    anas.refresh_from_db()
    assert (anas.full_name, anas.preferred_name, anas.date_of_birth) == ("Ana Silva", "Nita", date(1980, 4, 27))
    entry = Entry.objects.get(deed="patient.corrected")
    assert entry.facts == {"fields": 3, "reason": "new_name"}
    page = desk.get(reverse("desk:patient", args=[anas.ref])).text
    assert "Ana Silva (“Nita”)" in page
    assert f'href="/desk/people/{anas.ref}/"' in desk.post(reverse("desk:find"), {"q": "nita silva"}).text


def test_day_and_month_turned_round_are_pointed_out_before_it_is_saved(desk: Client, anas: Patient) -> None:
    Patient.objects.filter(pk=anas.pk).update(date_of_birth=date(1983, 4, 9))
    told = {"full_name": anas.full_name, "date_of_birth": "1983-09-04", "reason": "mistyped"}
    page = reverse("desk:correct", args=[anas.ref])
    asked = plain(desk.post(page, told).text)
    assert "our record says Apr 9, 1983, you typed Sep 4, 1983" in asked
    assert Patient.objects.get().date_of_birth == date(1983, 4, 9)
    assert desk.post(page, told | {"sure": "1"}).status_code == 302
    assert Patient.objects.get().date_of_birth == date(1983, 9, 4)


def test_who_becomes_alike_is_shown_before_it_is_saved(desk: Client, anas: Patient) -> None:
    other = Patient.objects.create(full_name=anas.full_name, date_of_birth=date(1950, 5, 5))
    told = {"full_name": anas.full_name, "date_of_birth": anas.date_of_birth.isoformat(), "reason": "mistyped"}
    assert anas.ref in desk.post(reverse("desk:correct", args=[other.ref]), told).text
    assert Patient.objects.get(pk=other.pk).date_of_birth == date(1950, 5, 5)


def test_two_of_one_name_and_birth_date_on_one_mailbox_are_linked_not_made(desk: Client, anas: Patient) -> None:
    other = Patient.objects.create(full_name="Anna Costa", date_of_birth=anas.date_of_birth, user=anas.user)
    told = {"full_name": anas.full_name, "date_of_birth": "1980-02-01", "reason": "mistyped"}
    page = desk.post(reverse("desk:correct", args=[other.ref]), told)
    assert "Link the two records instead." in page.text


# ——— ended


@pytest.mark.parametrize("why", ["moved", "deceased", "stopped"])
def test_who_has_ended_hears_nothing_and_stands_on_no_list(
    desk: Client, visit: Appointment, treatment: VisitType, anas: Patient, rui: User, why: str
) -> None:
    join(patient=anas, visit_type=treatment, until=TODAY + timedelta(days=30), by=rui, at=NOW)
    services.note_differences(anas, {"phone": "213-555-0199"}, at=NOW)
    waiting = Letter.objects.get()
    assert said_by(waiting)
    desk.post(reverse("desk:end", args=[anas.ref]), {"why": why})
    anas.refresh_from_db()
    assert (anas.ended_why, said_by(waiting)) == (why, False)
    assert reminders.remind(at=NOW) == 0
    assert not WaitingEntry.objects.waiting(on=TODAY).exists()
    assert not Difference.objects.open().exists()
    page = plain(desk.get(reverse("desk:tasks")).text)
    assert "Visits of people who are no longer patients" in page
    assert "Ana Costa Silva" in page
    with pytest.raises(NotReady, match="No longer a patient"):
        book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=1), by=rui, at=NOW)
    # The history stays, and so does the visit until somebody cancels it.
    assert Appointment.objects.filter(patient=anas).count() == 1
    desk.post(reverse("desk:end", args=[anas.ref]), {"why": "back"})
    anas.refresh_from_db()
    assert (anas.ended_why, anas.ended_at, said_by(waiting)) == ("", None, True)
    deeds = Entry.objects.filter(deed__in=("patient.ended", "patient.came_back")).order_by("number")
    assert list(deeds.values_list("deed", "facts")) == [("patient.ended", {"why": why}), ("patient.came_back", {})]


def test_without_a_reason_nobody_ends(desk: Client, anas: Patient) -> None:
    page = desk.post(reverse("desk:end", args=[anas.ref]), {"why": "tired"}, follow=True)
    assert "Choose a reason." in page.text
    anas.refresh_from_db()
    assert anas.ended_why == ""


# ——— links and minors


def test_linked_records_show_their_visits_together(desk: Client, visit: Appointment, anas: Patient, rui: User) -> None:
    twin = Patient.objects.create(full_name="Anna Costa", date_of_birth=anas.date_of_birth)
    services.link(anas, twin, by=rui, at=NOW)
    page = plain(desk.get(reverse("desk:patient", args=[twin.ref])).text)
    assert "Tue, Mar 3, 2026, 2:00 pm" in page
    assert "(on the linked record)" in page


def signed_for(patient: Patient, guardian: str) -> None:
    times = {"started_at": NOW, "saved_at": NOW, "expires_at": NOW, "submitted_at": NOW, "accepted_at": NOW}
    form = Intake.objects.create(version="1", patient=patient, full_name=patient.full_name, **times)
    about = {"text_version": "1", "text_hash": "x", "signed_name": patient.full_name, "guardian_name": guardian}
    Consent.objects.create(intake=form, revision=1, at=NOW, **about)


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2012, 5, 1), "Invented Parent signed the consent on Mar 3, 2026."),
        (date(2008, 3, 4), "Turns 18 on Mar 4, 2026: from then on they sign for themselves."),
        (date(2008, 3, 3), "Now 18. The last consent was signed by a parent or guardian."),
    ],
)
def test_what_a_minor_asks_for(desk: Client, born: date, words: str) -> None:
    child = make_patient("teo@example.com", name="Teo Neu")
    Patient.objects.filter(pk=child.pk).update(date_of_birth=born, may_bring="Grandma 213-555-0143")
    child.refresh_from_db()
    signed_for(child, "Invented Parent")
    page = plain(desk.get(reverse("desk:patient", args=[child.ref])).text)
    assert words in page
    assert ("May bring the child: Grandma 213-555-0143" in page) is (born != date(2008, 3, 3))
    assert ("Now 18" in plain(desk.get(reverse("desk:tasks")).text)) is (born == date(2008, 3, 3))


def test_nobody_else_corrects_or_ends(anas: Patient, edda: User) -> None:
    for name in ("desk:correct", "desk:end"):
        assert sign_in(edda).post(reverse(name, args=[anas.ref]), {"why": "moved"}).status_code == 403


@pytest.mark.parametrize("why", Ended.values)
def test_nobody_looks_forward_to_who_has_ended(desk: Client, visit: Appointment, anas: Patient, why: str) -> None:
    Patient.objects.filter(pk=anas.pk).update(ended_why=why, ended_at=NOW)
    day, sheet = reverse("desk:day"), reverse("desk:sheet")
    said = f"No longer a patient: {Ended(why).label}"
    for address in (day, sheet, reverse("desk:visit", args=[visit.ref]), reverse("desk:patient", args=[anas.ref])):
        page = plain(desk.get(address).text)
        assert (said in page, "Say:" in page, "Arrived" in page) == (True, False, False), address
    asked = plain(desk.get(reverse("desk:book"), {"patient": anas.ref}).text)
    assert ("No longer a patient: " in asked, "Which visit type?" in asked) == (True, False)
    assert "Show times" not in asked


@pytest.mark.parametrize(
    ("before", "sent", "after"),
    [
        # What nobody changed stays as it was written; a name and a number are judged like every other.
        ("my sister (213) 555-0143!", {}, "my sister (213) 555-0143!"),
        ("", {"emergency_name": "Bo Neu", "emergency_phone": "(213) 555 0143"}, "Bo Neu, 213-555-0143"),
        ("Bo 213-555-0143", {"emergency_name": "Bo", "emergency_phone": "213.555.0144"}, "Bo, 213-555-0144"),
        ("Bo 213-555-0143", {"emergency_name": "", "emergency_phone": ""}, ""),
        ("Bo 213-555-0143", {"emergency_name": "Bo", "emergency_phone": "555-0144"}, "Bo 213-555-0143"),
    ],
)
def test_whom_to_call_in_an_emergency(
    desk: Client, anas: Patient, before: str, sent: dict[str, str], after: str
) -> None:
    Patient.objects.filter(pk=anas.pk).update(emergency_contact=before)
    url = reverse("desk:patient", args=[anas.ref])
    form = desk.get(url).context["form"]
    as_it_was = {name: form.initial.get(name) or "" for name in form.fields}
    page = desk.post(url, as_it_was | sent, follow=True).text
    anas.refresh_from_db()
    assert anas.emergency_contact == after
    assert ("Write a phone number with its area code" in page) is (sent.get("emergency_phone") == "555-0144")
    if "0143" in after:
        assert "tel:+12135550143" in desk.get(url).text


# ——— the patient's own page


def test_who_booked_by_phone_finds_the_visit_by_code_name_and_birth_date(treatment: VisitType, rui: User) -> None:
    patient = make_patient("old@example.com", name="Bo Neu")
    Patient.objects.filter(pk=patient.pk).update(user=None, email="bo@example.com")
    patient.refresh_from_db()
    visit = book(patient=patient, visit_type=treatment, start=TWO, by=rui, at=NOW)
    reader = services.ensure_login("bo@example.com")
    assert reader is not None
    client = sign_in(reader)
    assert reverse("booking:claim") in client.get(reverse("booking:mine")).text
    told = {"full_name": "bo neu", "date_of_birth-month": "2", "date_of_birth-day": "1", "date_of_birth-year": "1980"}
    wrong = client.post(reverse("booking:claim"), told | {"date_of_birth-year": "1981"}).text
    assert "We did not find this." in wrong
    assert visit.ref not in client.get(reverse("booking:mine")).text
    assert client.post(reverse("booking:claim"), told).headers["Location"] == reverse("booking:mine")
    assert visit.ref in client.get(reverse("booking:mine")).text


def test_after_five_guesses_an_hour_the_right_one_opens_nothing(rui: User) -> None:
    told = {"full_name": "Bo Neu", "date_of_birth": date(1980, 2, 1), "email": "bo@example.com"}
    services.register(identity=told, by=rui, at=NOW)
    reader = services.ensure_login("bo@example.com")
    assert reader is not None
    client = sign_in(reader)
    right = {"full_name": "bo neu", "date_of_birth-month": "2", "date_of_birth-day": "1", "date_of_birth-year": "1980"}
    for year in range(1981, 1986):
        client.post(reverse("booking:claim"), right | {"date_of_birth-year": str(year)})
    assert client.post(reverse("booking:claim"), right).status_code == 200
    assert not reader.patients.exists()


def test_a_visit_on_a_linked_record_without_a_mailbox_is_the_patients_too(
    treatment: VisitType, anas: Patient, rui: User
) -> None:
    twin = make_patient("old@example.com", name="Anna Costa")
    Patient.objects.filter(pk=twin.pk).update(user=None, email="")
    twin.refresh_from_db()
    visit = book(patient=twin, visit_type=treatment, start=TWO, by=rui, at=NOW)
    assert anas.user is not None
    client = sign_in(anas.user)
    page = reverse("booking:visit", args=[visit.ref])
    assert client.get(page).status_code == 404
    services.link(anas, twin, by=rui, at=NOW)
    assert (client.get(page).status_code, page in client.get(reverse("booking:mine")).text) == (200, True)


@pytest.mark.parametrize(
    ("interpreter", "language", "words"),
    [
        ("es", "en", "Interpreter: Spanish"),
        ("Farsi", "es", "Interpreter: Farsi"),
        ("no", "ko", "Reads Korean"),
        ("no", "en", ""),
    ],
)
def test_the_language_stands_where_the_desk_needs_it(
    desk: Client, visit: Appointment, anas: Patient, interpreter: str, language: str, words: str
) -> None:
    about = {"interpreter": interpreter, "language": language, "emergency_contact": "Bo 213-555-0143"}
    Patient.objects.filter(pk=anas.pk).update(**about)
    for page in (reverse("desk:patient", args=[anas.ref]), reverse("desk:visit", args=[visit.ref])):
        shown = plain(desk.get(page).text).lower()
        assert ("interpreter:" in shown, words.lower() in shown) == (interpreter != "no", True)
        assert ("reads " in shown) == (language != "en")
        assert "in an emergency" in shown
        assert "bo 213-555-0143" in shown
