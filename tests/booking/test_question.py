"""A practitioner's question meets the patient on every page where a sign-in lands, and is answered right there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clinic.accounts.models import Patient
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from intake.pages import sending
from intake.record.models import Intake, Source
from intake.review.models import Alert, Case, Reply
from tests.booking.builders import TEN
from tests.booking.own import browser, mailbox_of, noor
from tests.desk.forms import decide, make_sent
from tests.support.answers import Answers
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

QUESTION = "Which blood thinner do you take?"
PAGE = reverse("booking:question")
LINK = f'href="{PAGE}"'


@pytest.fixture
def asked(answers: Answers, consultation: VisitType) -> Patient:
    """Somebody whose form a practitioner has a question on."""
    patient = make_sent(answers, at=NOW - timedelta(days=1), seizure="remote")
    decide(patient, "more", by=noor(), at=NOW, question=QUESTION)
    return patient


def form_of(patient: Patient) -> Intake:
    return Intake.objects.get(patient=patient)


def visit_of(patient: Patient) -> Appointment:
    kind = VisitType.objects.get(code="consultation")
    return services.book(patient=patient, visit_type=kind, start=TEN, by=mailbox_of(patient), at=NOW)


@pytest.mark.parametrize("name", ["booking:mine", "intake:start", "booking:record", "booking:book", "booking:visit"])
def test_every_page_where_a_sign_in_lands_leads_to_it(asked: Patient, name: str) -> None:
    address = reverse(name, args=[visit_of(asked).ref] if name == "booking:visit" else [])
    client = browser(asked)
    assert LINK in client.get(address).text
    assert QUESTION in client.get(PAGE).text
    client.post(PAGE, {"answer": "It is Eliquis.", "for": asked.ref})
    assert LINK not in client.get(address).text


def test_it_is_answered_there_though_the_form_opens_to_nobody(asked: Patient) -> None:
    # Typed in by the desk: its own pages open for no mailbox.
    Intake.objects.filter(patient=asked).update(user=None, source=Source.PHONE)
    response = browser(asked).post(PAGE, {"answer": "It is Eliquis.", "for": asked.ref})
    assert response["Location"] == reverse("booking:mine")
    assert (Reply.objects.get().text, Case.objects.get(patient=asked).state) == ("It is Eliquis.", "open")
    assert form_of(asked).current().raw["anything_else"] == "It is Eliquis."


def test_an_emergency_in_it_is_met_there(asked: Patient) -> None:
    page = browser(asked).post(PAGE, {"answer": "I want to kill myself", "for": asked.ref}).text
    assert ("Please get help now" in page, Alert.objects.open().count()) == (True, 1)


def test_a_warning_sign_in_it_is_told_at_once_what_to_do_meanwhile(asked: Patient) -> None:
    words = "Since yesterday I cannot pee and I am numb between my legs."
    page = browser(asked).post(PAGE, {"answer": words, "for": asked.ref}).text
    assert "Your practitioner will read your answer." in page
    assert "We will call you today about what you wrote." in page
    assert "emergency room or 911" in page
    assert (words in page, Reply.objects.get().text) == (False, words)


def test_for_somebody_else_nothing_is_sent_and_the_words_stay(asked: Patient) -> None:
    page = browser(asked).post(PAGE, {"answer": "It is Eliquis.", "for": "NOBODY"}).text
    assert ("This page was about someone else." in page, "It is Eliquis.</textarea>" in page) == (True, True)
    assert Reply.objects.count() == 0


# ——— while a change is begun


def test_a_change_that_changes_nothing_is_no_obstacle(asked: Patient) -> None:
    sending.change(form_of(asked), by=mailbox_of(asked), at=NOW)
    browser(asked).post(PAGE, {"answer": "It is Eliquis.", "for": asked.ref})
    assert Reply.objects.get().text == "It is Eliquis."
    assert form_of(asked).current().frozen_at is not None
    assert Entry.objects.filter(deed="intake.change_dropped").count() == 1


def begin_to_change(patient: Patient) -> Intake:
    form = form_of(patient)
    draft = sending.change(form, by=mailbox_of(patient), at=NOW)
    draft.document["raw"]["anything_else"] = "Something new."
    draft.save()
    return form


def test_an_answer_goes_on_beside_a_change_that_is_begun(asked: Patient) -> None:
    form, client = begin_to_change(asked), browser(asked)
    client.post(PAGE, {"answer": "It is Eliquis.", "for": asked.ref})
    assert Reply.objects.get().text == "It is Eliquis."
    draft = form.answers.get(frozen_at=None)
    assert draft.raw["anything_else"] == "Something new.\nIt is Eliquis."


def test_a_change_that_is_begun_can_be_dropped(asked: Patient) -> None:
    form, client = begin_to_change(asked), browser(asked)
    page = client.get(reverse("intake:sent", args=[form.ref])).text
    drop = reverse("intake:drop_change", args=[form.ref])
    assert f'action="{drop}"' in page
    client.post(drop)
    assert form.current().frozen_at is not None


def test_an_emergency_in_an_answer_is_met_though_a_change_is_begun(asked: Patient) -> None:
    begin_to_change(asked)
    page = browser(asked).post(PAGE, {"answer": "I want to kill myself", "for": asked.ref}).text
    assert ("Please get help now" in page, Alert.objects.open().count(), Reply.objects.count()) == (True, 1, 1)


def test_more_is_added_to_an_answer_until_somebody_decides(asked: Patient) -> None:
    client = browser(asked)
    client.post(PAGE, {"answer": "It is Eliquis.", "for": asked.ref})
    client.post(PAGE, {"answer": "Or Xarelto.", "for": asked.ref})
    assert [reply.text for reply in Reply.objects.order_by("pk")] == ["It is Eliquis.", "Or Xarelto."]


def test_what_came_too_late_stays_on_the_page(asked: Patient) -> None:
    client = browser(asked)
    client.post(PAGE, {"answer": "It is Eliquis.", "for": asked.ref})
    decide(asked, "clear", by=noor(), at=NOW)
    for address in (PAGE, reverse("intake:answer", args=[form_of(asked).ref])):
        page = client.post(address, {"answer": "Or Xarelto.", "for": asked.ref}).text
        assert ("no open question any more" in page, "Or Xarelto." in page) == (True, True)
    assert Reply.objects.count() == 1
