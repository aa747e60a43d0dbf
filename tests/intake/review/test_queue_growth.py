"""One, three and a thousand cases cost the queue the same eight queries; a search reads what it means and no more."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import NameWord, Patient, User
from intake.record.models import Intake
from intake.review.admin import queue
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
# PostgreSQL's join_collapse_limit.
COLLAPSED = 8


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_a_page_of_the_queue(client_: Client, queries: Queries, count: int) -> None:
    make_cases(count)
    make_cases(count, name="Over", state=Case.State.CLOSED)
    for tab, shown in (("open", count), ("hold", count), ("closed", count), ("waiting", 0), ("mine", 0), ("by_me", 0)):
        with queries(8):
            response = client_.get(QUEUE, {"tab": tab})
        assert len(response.context["rows"]) == min(shown, 50)


@pytest.mark.parametrize("tab", ["open", "closed"])
def test_no_question_of_a_page_joins_more_tables_than_postgresql_puts_in_order(
    client_: Client, queries: Queries, tab: str
) -> None:
    """With more than eight it keeps the order they are written in: then every case is joined before the page is cut."""
    make_cases(1)
    make_cases(1, name="Over", state=Case.State.CLOSED)
    with queries(8) as seen:
        client_.get(QUEUE, {"tab": tab})
    # The first table, each that is joined, and the page that is chosen.
    tables = [2 + sql.count(" JOIN ") for sql in seen if " JOIN " in sql]
    assert (max(tables), max(tables) <= COLLAPSED) == (7, True)


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_a_search(client_: Client, queries: Queries, count: int) -> None:
    make_cases(count)
    reference = Intake.objects.order_by("-id")[0].reference
    for words, shown in (("pat", min(count, 50)), ("Nobody", 0), (reference, 1), ("January 1, 1970", 1)):
        assert client_.post(QUEUE, {"q": words})["Location"] == f"{QUEUE}?tab=found"
        with queries(at_most=11):  # the reference, two for the name or the birth date, and the eight of any page
            response = client_.get(QUEUE, {"tab": "found"})
        assert len(response.context["rows"]) == shown


def test_a_search_looks_in_every_state_and_says_which(client_: Client) -> None:
    make_cases(1, name="Ana Closed", state=Case.State.CLOSED)
    make_cases(1, name="Ana Waits", state=Case.State.WAITING)
    make_cases(1, name="Ana Open")
    response = client_.post(QUEUE, {"q": "ana"}, follow=True)
    assert [(row.state_words, row.name) for row in response.context["rows"]] == [
        ("To review", "Ana Open N0"),
        ("Waiting for the patient", "Ana Waits N0"),
        ("Closed", "Ana Closed N0"),
    ]
    assert response.text.count('<tr class="state">') == 3


@pytest.mark.parametrize("typed", ["ana", "n0", "Ana Open", "open", "OPEN n0"])
def test_every_word_of_a_name_finds_it_by_its_beginning(client_: Client, typed: str) -> None:
    make_cases(1, name="Ana Open")
    make_cases(1, name="Bo Closed", state=Case.State.CLOSED)
    response = client_.post(QUEUE, {"q": typed}, follow=True)
    assert "Ana Open N0" in [row.name for row in response.context["rows"]]


def test_what_is_looked_for_stands_in_no_address_and_in_no_session_in_plain(client_: Client) -> None:
    response = client_.post(QUEUE, {"q": "Ana Secreta"}, follow=True)
    assert [path for path, _status in response.redirect_chain] == [f"{QUEUE}?tab=found"]
    assert "Secreta" not in str(dict(client_.session.items()))
    assert response.context["words"] == "Ana Secreta"
    assert client_.get(QUEUE, {"q": "ana"}).context["words"] == ""


def test_the_counts_are_exact_add_up_and_stop_at_ten_thousand(client_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_cases(2)
    make_cases(3, name="Over", state=Case.State.CLOSED)
    make_cases(1, name="Waits", state=Case.State.WAITING)
    Case.objects.filter(patient__full_name="Pat N0").update(visit_at=NOW + timedelta(hours=2))

    def counts() -> dict[str, str]:
        return {tab["key"]: tab["count"] for tab in client_.get(QUEUE).context["tabs"] if tab["count"] != "0"}

    assert counts() == {"open": "2", "today": "1", "hold": "2", "waiting": "1", "closed": "3", "by_me": ""}
    monkeypatch.setattr(queue, "MOST_CLOSED", 2)
    assert counts()["closed"] == "2+"
    Case.objects.exclude(state="closed").update(state="closed", closed_at=NOW)
    monkeypatch.setattr(queue, "MOST_CLOSED", 10_000)
    assert counts() == {"closed": "6", "by_me": ""}


@pytest.mark.parametrize("written", ["1970-01-01", "1/1/1970", "1/1/70", "Jan 1, 1970", "1 January 1970"])
def test_a_birth_date_is_found_however_it_is_written(client_: Client, written: str) -> None:
    make_cases(3)
    response = client_.post(QUEUE, {"q": written}, follow=True)
    assert [row.name for row in response.context["rows"]] == ["Pat N0"]
