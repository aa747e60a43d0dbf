"""One, three and a thousand cases cost the queue the same eight queries; a search reads what it means and no more."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import NameWord, Patient, User
from intake.record.models import Intake
from intake.review.models import Case
from intake.screening import Tier
from tests.support.cast import sign_in
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
QUEUE = reverse("admin:review_case_changelist")
BORN = date(1970, 1, 1)


@pytest.fixture
def client_(noor: User) -> Client:
    client = sign_in(noor)
    client.get(QUEUE)
    return client


def make_cases(count: int, *, name: str = "Pat", state: str = Case.State.OPEN) -> None:
    """Cases of so many people, each with a form that was accepted."""
    over: dict[str, Any] = {"closed_at": NOW} if state == Case.State.CLOSED else {}
    people = Patient.objects.bulk_create(
        Patient(full_name=f"{name} N{n}", folded_name=f"{name.lower()} n{n}", date_of_birth=BORN + timedelta(days=n))
        for n in range(count)
    )
    NameWord.objects.bulk_create(
        NameWord(patient=who, word=word, sound=key) for who in people for word, key in NameWord.rows_of(who.full_name)
    )
    times = {"started_at": NOW, "saved_at": NOW, "expires_at": NOW, "submitted_at": NOW, "accepted_at": NOW}
    forms = Intake.objects.bulk_create(
        Intake(version="1", patient=who, full_name=who.full_name, date_of_birth=who.date_of_birth, **times)
        for who in people
    )
    Case.objects.bulk_create(
        Case(patient=form.patient, intake=form, state=state, opened_at=NOW, waiting_since=NOW, **TIER, **over)
        for form in forms
    )


TIER = {"tier": Tier.HOLD}


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_a_page_of_the_queue(client_: Client, queries: Queries, count: int) -> None:
    make_cases(count)
    make_cases(count, name="Over", state=Case.State.CLOSED)
    for tab, shown in (("open", count), ("hold", count), ("closed", count), ("waiting", 0), ("mine", 0)):
        with queries(8):
            response = client_.get(QUEUE, {"tab": tab})
        assert len(response.context["rows"]) == min(shown, 50)


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_a_search(client_: Client, queries: Queries, count: int) -> None:
    make_cases(count)
    reference = Intake.objects.order_by("-id")[0].reference
    for words, shown in (("pat", min(count, 50)), ("Nobody", 0), (reference, 1), ("January 1, 1970", 1)):
        with queries(at_most=11):  # the reference, two for the name or the birth date, and the eight of any page
            response = client_.get(QUEUE, {"q": words})
        assert len(response.context["rows"]) == shown


def test_a_search_looks_in_every_state_and_says_which(client_: Client) -> None:
    make_cases(1, name="Ana Closed", state=Case.State.CLOSED)
    make_cases(1, name="Ana Waits", state=Case.State.WAITING)
    make_cases(1, name="Ana Open")
    response = client_.get(QUEUE, {"q": "ana", "tab": "mine"})
    assert [(row.state_words, row.name) for row in response.context["rows"]] == [
        ("To review", "Ana Open N0"),
        ("Waiting for the patient", "Ana Waits N0"),
        ("Closed", "Ana Closed N0"),
    ]
    assert response.text.count('<tr class="state">') == 3


@pytest.mark.parametrize("written", ["1970-01-01", "1/1/1970", "1/1/70", "Jan 1, 1970", "1 January 1970"])
def test_a_birth_date_is_found_however_it_is_written(client_: Client, written: str) -> None:
    make_cases(3)
    response = client_.get(QUEUE, {"q": written})
    assert [row.name for row in response.context["rows"]] == ["Pat N0"]
