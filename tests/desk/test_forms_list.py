"""The desk's list of forms: fifty a page, found by name or reference, and in the same words as the day."""

from datetime import timedelta

import pytest
from django.test import Client

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.accounts.patient_search import find
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import VisitType
from clinic.desk import intake_row
from intake.review.admin.queue_search import searched
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.desk.forms import decide
from tests.desk.forms import make_sent as make_real
from tests.desk.test_day import DAY, entry, plain
from tests.desk.test_tasks import FORMS_PAGE, make_alert, make_form, make_sent
from tests.support.answers import Answers
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def names(text: str) -> list[str]:
    return [part.split("<")[0] for part in text.split('<h2 class="card-name">')[1:]]


def test_the_list_has_pages_of_fifty(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_row, "PAGE", 2)
    for number in range(3):
        make_sent(f"Sent {number}", saved_at=NOW - timedelta(minutes=number))
    first, second = desk.get(FORMS_PAGE).text, desk.get(FORMS_PAGE, {"page": "2"}).text
    assert (names(first), names(second)) == (["Sent 0", "Sent 1"], ["Sent 2"])
    assert 'href="?page=2"' in first
    assert 'href="?page=1"' in second
    assert "?page=3" not in second
    assert names(desk.get(FORMS_PAGE, {"page": "no"}).text) == names(first)


def test_a_form_is_found_by_name_and_by_reference_however_old(desk: Client) -> None:
    old = make_form("Olga Old", saved_at=NOW - timedelta(days=90), started_at=NOW - timedelta(days=90), expired_at=NOW)
    make_sent("Sam Sent")
    assert "Olga Old" not in desk.get(FORMS_PAGE).text
    found = {words: names(desk.post(FORMS_PAGE, {"q": words}).text) for words in ("olg", old.reference, "Nobody")}
    assert found == {"olg": ["Olga Old"], old.reference: ["Olga Old"], "Nobody": []}
    assert "No form with that name or reference." in desk.post(FORMS_PAGE, {"q": "Nobody"}).text
    line = Entry.objects.filter(deed="forms.searched").first()
    assert line is not None
    assert "olg" not in str(line.facts).lower()


def test_drafts_that_name_nobody_are_left_out_unless_somebody_is_to_be_called(desk: Client) -> None:
    make_form("")
    assert names(desk.get(FORMS_PAGE).text) == []
    make_alert(make_form(""))
    assert names(desk.get(FORMS_PAGE).text) == ["No name yet"]


@pytest.mark.parametrize("said", ["hold", "cleared", "refer", "unread", "alarm"])
def test_the_list_and_the_day_say_the_same(
    desk: Client, answers: Answers, consultation: VisitType, noors: object, rui: User, said: str
) -> None:
    noor = User.objects.get(email="noor@clinic.example")
    known = make_patient("known@example.com", "Kim Known")
    visit = services.book(patient=known, visit_type=consultation, start=TWO, by=rui, at=NOW)
    raised = {"unread": {}, "alarm": {"rf_saddle_numb": "yes"}}.get(said, {"seizure": "active"})
    other: Patient = make_real(answers, at=NOW - timedelta(hours=1), **raised)
    people.link(known, other, by=rui, at=NOW)
    if said == "cleared":
        decide(other, "clear", by=noor, at=NOW)
    if said == "refer":
        decide(other, "refer", by=noor, at=NOW, patient_words="Call us.")
    words = {
        "hold": "Waiting for practitioner",
        "cleared": "Ready",
        "refer": "Consultation only",
        "unread": "Ready",
        "alarm": "Call patient",
    }
    cards = [plain(card) for card in desk.get(FORMS_PAGE).text.split('<li class="card">')[1:]]
    day = entry(desk.get(DAY).text, visit.ref)
    assert [words[said] in card for card in cards] == [True, True]
    assert words[said] in day
    assert [other for other in words.values() if other != words[said] and other in day] == []


LONGER = ("María López Hernández", "Hernández López, María", "lopez hernandez maria", "Maria Guadalupe Lopez Ruiz")


@pytest.mark.parametrize("typed", LONGER)
def test_a_longer_name_finds_record_form_and_case(typed: str, desk: Client, answers: Answers) -> None:
    patient = make_real(answers, at=NOW, email="maria@example.com", seizure="active", full_name="María López")
    make_sent("Sam Sent")
    assert names(desk.post(FORMS_PAGE, {"q": typed}).text) == ["María López"]
    assert [match.patient for match in find(typed, on=TODAY)] == [patient]
    assert [case.patient for case in searched(typed, on=TODAY)] == [patient]
    # A family name that is another is no longer name of hers.
    for other in ("María Hernández Ruiz", "Hernández Ruiz"):
        assert names(desk.post(FORMS_PAGE, {"q": other}).text) == []
        assert not searched(other, on=TODAY)
