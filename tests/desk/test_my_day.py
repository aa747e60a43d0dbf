"""My day: where a practitioner lands, their own visits with word and limits, and the first of the queue beside them."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, State, VisitType
from tests.booking.builders import make_practitioner
from tests.desk.conftest import TWO
from tests.desk.forms import decide, make_sent, open_form
from tests.desk.test_day import plain
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
MINE = reverse("desk:my_day")


@pytest.fixture
def noor_(noors: object) -> User:
    return User.objects.get(email="noor@clinic.example")


@pytest.fixture
def practitioner(noor_: User) -> Client:
    return sign_in(noor_)


def test_a_practitioner_lands_on_their_own_day_with_limits_and_what_is_not_read(
    answers: Answers, practitioner: Client, noor_: User, treatment: VisitType, rui: User
) -> None:
    cleared = make_sent(answers, at=NOW - timedelta(days=1), seizure="active")
    decide(
        cleared,
        "limits",
        by=noor_,
        at=NOW,
        limits=["no_limb"],
        limit_note="Left leg only above the knee.",
        until=date(2026, 6, 1),
    )
    services.book(patient=cleared, visit_type=treatment, start=TWO, by=rui, at=NOW)
    unread = make_sent(answers, at=NOW, email="bea@example.com", full_name="Bea Unread", conditions=["fainting"])
    services.book(patient=unread, visit_type=treatment, start=TWO + timedelta(hours=1), by=rui, at=NOW)
    landed = practitioner.get(reverse("accounts:landing"), follow=True)
    assert landed.redirect_chain == [(MINE, 302)]
    text = plain(landed.text)
    assert "Limits: Keep needles out of the named limb; Left leg only above the knee." in text
    assert [(line.name, line.is_unread) for line in landed.context["lines"]] == [
        ("Una Unread", False),
        ("Bea Unread", True),
    ]
    assert [(row.name, row.soon) for row in landed.context["cases"]] == [
        ("Bea Unread", "today 3:00 pm, in 4\N{NO-BREAK SPACE}h, not read")
    ]
    assert Entry.objects.filter(deed="queue.read", by=noor_).count() == 1


def test_a_visit_is_begun_and_completed_from_here_and_leads_back(
    practitioner: Client, noor_: User, visit: Appointment, rui: User
) -> None:
    services.arrive(visit, by=rui, at=NOW)
    open_form(visit.patient, by=noor_, at=NOW) if visit.patient.cases.exists() else None
    for deed, state in (("start", State.WITH), ("complete", State.COMPLETED)):
        done = practitioner.post(reverse("desk:do", args=[visit.ref, deed]), {"back": "my_day"})
        assert done["Location"] == MINE
        visit.refresh_from_db()
        assert visit.state == state
        assert ("With you now" in practitioner.get(MINE).text) == (state == State.WITH)


def test_a_colleague_s_visit_and_a_canceled_one_do_not_stand_here(
    practitioner: Client, visit: Appointment, anas: Patient, treatment: VisitType, rui: User
) -> None:
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel")
    treatment.practitioners.add(mei)
    assert [line.name for line in practitioner.get(MINE).context["lines"]] == [anas.full_name]
    assert sign_in(mei.user).get(MINE).context["lines"] == []
    services.cancel(visit, reason="cannot_come", started_by="patient", by=rui, at=NOW)
    assert practitioner.get(MINE).context["lines"] == []


def test_the_desk_does_not_reach_it_and_is_not_led_there(desk: Client, visit: Appointment) -> None:
    assert desk.get(MINE).status_code == 403
    done = desk.post(reverse("desk:do", args=[visit.ref, "arrive"]), {"back": "my_day"})
    assert done["Location"].startswith(reverse("desk:day"))
    assert MINE not in desk.get(reverse("desk:day")).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_visit_and_for_three(
    practitioner: Client, anas: Patient, treatment: VisitType, rui: User, queries: Queries, count: int
) -> None:
    for number in range(count):
        services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(hours=number), by=rui, at=NOW)
    practitioner.get(MINE)
    with queries(18):
        assert len(practitioner.get(MINE).context["lines"]) == count
