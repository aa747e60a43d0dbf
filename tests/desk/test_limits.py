"""A practitioner's limits reach the hands that needle, in words; the desk knows that there are some."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.forms import case_of, decide, make_sent
from tests.desk.test_day import DAY, block, entry, plain
from tests.support.answers import Answers
from tests.support.cast import make_staff, sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
WORDS = ("No electrical stimulation", "Superficial needling only")
SECRET = "Limits set by a practitioner"
UNTIL = date(2026, 6, 1)


@pytest.fixture
def noor_(noors: object) -> User:
    return User.objects.get(email="noor@clinic.example")


@pytest.fixture
def limited(answers: Answers, noor_: User) -> Patient:
    """A patient whom Noor has cleared with two limits."""
    patient = make_sent(answers, at=NOW - timedelta(days=1), seizure="active", needle_feelings="very_anxious")
    decide(patient, "limits", by=noor_, at=NOW, limits=["no_electro", "superficial"], until=UNTIL)
    return patient


@pytest.fixture
def visit(limited: Patient, treatment: VisitType, rui: User) -> Appointment:
    return services.book(patient=limited, visit_type=treatment, start=TWO, by=rui, at=NOW)


def mei() -> Client:
    """A colleague, who has not set the limits herself."""
    return sign_in(make_staff("mei@clinic.example", "Mei Beispiel", "practitioner"))


def addresses(visit: Appointment) -> dict[str, str]:
    return {
        "day": DAY,
        "week": reverse("desk:week"),
        "visit": reverse("desk:visit", args=[visit.ref]),
        "person": reverse("desk:patient", args=[visit.patient.ref]),
        "book": reverse("desk:book") + f"?patient={visit.patient.ref}",
        "forms": reverse("desk:forms"),
    }


@pytest.mark.parametrize("name", ["day", "week", "visit", "person", "book", "forms"])
def test_a_colleague_reads_them_wherever_the_person_stands_and_the_desk_sees_a_sign(
    visit: Appointment, desk: Client, name: str
) -> None:
    address = addresses(visit)[name]
    read, seen = mei().get(address).text, desk.get(address).text
    assert [word in read for word in WORDS] == [True, True]
    assert SECRET not in read
    assert [word in seen for word in WORDS] == [False, False]
    assert SECRET in seen
    assert "electro" not in seen.lower()


def test_the_next_case_of_somebody_who_was_referred_says_so_and_when(answers: Answers, noor_: User) -> None:
    patient = make_sent(answers, at=NOW - timedelta(days=1), seizure="active")
    decide(patient, "refer", by=noor_, at=NOW, patient_words="Call us, please.")
    make_sent(answers, at=NOW + timedelta(minutes=1), needle_feelings="very_anxious")
    case = case_of(patient)
    page = plain(mei().get(reverse("admin:review_case_change", args=[case.ref])).text)
    assert case.state == "open"
    assert "Referred by Noor Inventada, Tue, Mar 3, 2026. No needles unless a practitioner decides otherwise." in page


def test_the_closed_tab_begins_with_what_was_decided(limited: Patient) -> None:
    page = mei().get(reverse("admin:review_case_changelist"), {"tab": "closed"})
    assert [(row.chip.kind, row.chip.word) for row in page.context["rows"]] == [("done", "Clear with limits")]


def test_they_stand_on_the_board_and_in_the_list(visit: Appointment) -> None:
    page = mei().get(DAY).text
    words = "Limits: No electrical stimulation; Superficial needling only"
    assert words in block(page, visit.ref)
    assert words in entry(page, visit.ref)


def test_the_sheet_prints_those_of_a_linked_record(
    visit: Appointment, limited: Patient, treatment: VisitType, rui: User, desk: Client
) -> None:
    twin = make_patient("twin@example.com", "Una Unread-Twin")
    people.link(limited, twin, by=rui, at=NOW)
    services.book(patient=twin, visit_type=treatment, start=TWO + timedelta(hours=1), by=rui, at=NOW)
    assert mei().get(reverse("desk:sheet")).text.count("; ".join(WORDS)) == 2
    assert WORDS[0] not in desk.get(reverse("desk:sheet")).text


def test_the_case_says_the_decision_and_never_flags_none(visit: Appointment, limited: Patient) -> None:
    mei_, case = mei(), case_of(limited)
    mei_.post(reverse("admin:review_case_reason", args=[case.ref]), {"code": "cover"})
    page = plain(mei_.get(reverse("admin:review_case_change", args=[case.ref])).text)
    said = "Clear with limits until Jun 1, 2026: no electrical stimulation, superficial needling only."
    assert f"{said} Decided by Noor Inventada, Mar 3, 2026." in page
    assert "Limits in force today" not in page  # the decision says them
    assert "flags, all decided" in page
    assert "Flags 0" not in page
    assert "No flag is open" not in page


def test_a_new_case_shows_the_limits_of_the_old_one(
    visit: Appointment, limited: Patient, answers: Answers, noor_: User
) -> None:
    make_sent(answers, at=NOW + timedelta(minutes=1), needle_feelings="very_anxious")
    case = case_of(limited)
    assert case.state == "open"
    page = plain(mei().get(reverse("admin:review_case_change", args=[case.ref])).text)
    assert "Limits in force today: No electrical stimulation; Superficial needling only" in page


@pytest.mark.parametrize("name", ["day", "week", "visit", "person", "book", "forms"])
def test_the_practitioner_s_own_words_stand_with_the_limits_and_never_at_the_desk(
    answers: Answers, noor_: User, treatment: VisitType, rui: User, desk: Client, name: str
) -> None:
    own = "Left knee stays free."
    patient = make_sent(answers, at=NOW - timedelta(days=1), seizure="active")
    decide(patient, "limits", by=noor_, at=NOW, limits=["no_limb"], limit_note=own, until=UNTIL)
    address = addresses(services.book(patient=patient, visit_type=treatment, start=TWO, by=rui, at=NOW))[name]
    assert own in mei().get(address).text
    seen = desk.get(address).text
    assert (own in seen, SECRET in seen) == (False, True)
