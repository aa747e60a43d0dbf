"""One, three and a thousand rows cost the desk's pages the same queries: what grows is paged or counted by an index."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Difference, Patient, Practitioner, User
from clinic.booking.models import Appointment, BookingSource, State, VisitType
from intake.record.models import Answers, Intake
from intake.review.models import Alert, Case, Decision
from intake.screening import Tier
from tests.support.cast import sign_in
from tests.support.queries import Queries
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
SIZES = [1, 3, 1000]
BORN = TODAY.replace(year=1980)


def make_people(count: int, **other: Any) -> list[Patient]:
    people = [
        Patient(full_name=f"Pat {n}", folded_name=f"pat {n}", date_of_birth=BORN - timedelta(days=n), **other)
        for n in range(count)
    ]
    return Patient.objects.bulk_create(people)


def make_forms(people: list[Patient], *, days_ago: int = 0, **other: Any) -> list[Intake]:
    at = NOW - timedelta(days=days_ago)
    facts: dict[str, Any] = {"version": "1", "started_at": at, "expires_at": at + timedelta(days=30)}
    forms = Intake.objects.bulk_create(
        Intake(
            full_name=who.full_name,
            date_of_birth=who.date_of_birth,
            saved_at=at - timedelta(seconds=n),
            **facts,
            **other,
        )
        for n, who in enumerate(people)
    )
    Answers.objects.bulk_create(Answers(intake=form, document={}, saved_at=at, frozen_at=at) for form in forms)
    return forms


def make_cleared(people: list[Patient], noor: User, *, outcome: str, days: int) -> None:
    """Give each a form that was decided, until a day from today."""
    forms = make_forms(people, submitted_at=NOW)
    at = NOW - timedelta(days=1)
    over = {"state": Case.State.CLOSED, "closed_at": at}
    cases = Case.objects.bulk_create(
        Case(intake=form, patient=who, tier=Tier.HOLD, opened_at=at, waiting_since=at, **over)
        for form, who in zip(forms, people, strict=True)
    )
    revisions = {revision.intake_id: revision for revision in Answers.objects.all()}
    Decision.objects.bulk_create(
        Decision(
            case=case,
            answers=revisions[case.intake_id],
            outcome=outcome,
            until=TODAY + timedelta(days=days),
            words={},
            by=noor,
            by_name="Noor",
            at=at,
        )
        for case in cases
    )


@pytest.fixture
def noor(noors: Practitioner) -> User:
    return noors.user


@pytest.fixture
def desk(rui: User, treatment: VisitType) -> Client:
    client = sign_in(rui)
    client.get(reverse("desk:day"))  # the timetable and the clinic's own profile are remembered for some seconds
    return client


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("days_ago", [0, 60])
def test_forms_to_accept(desk: Client, queries: Queries, count: int, days_ago: int) -> None:
    make_forms(make_people(count), days_ago=days_ago, submitted_at=NOW)
    with queries(at_most=11):
        page = desk.get(reverse("desk:forms"))
    assert page.text.count('<h2 class="card-name">Pat') == min(count, 50)
    with queries(at_most=19):
        page = desk.get(reverse("desk:tasks"))
    assert page.text.count('/accept/"') == min(count, 50)
    with queries(9):
        page = desk.get(reverse("desk:day"))
    assert page.status_code == 200


@pytest.mark.parametrize("count", SIZES)
def test_old_forms_that_wait_are_paged_behind_the_newer_ones(desk: Client, queries: Queries, count: int) -> None:
    make_forms(make_people(20))
    make_forms(make_people(count, email="x@example.com"), days_ago=60, submitted_at=NOW)
    names = 0
    for number in range(1, (20 + count - 1) // 50 + 2):
        with queries(at_most=12):
            names += desk.get(reverse("desk:forms"), {"page": number}).text.count('<h2 class="card-name">Pat')
    assert names == 20 + count


@pytest.mark.parametrize("count", SIZES)
def test_clearances_that_end_soon(desk: Client, noor: User, queries: Queries, count: int) -> None:
    make_cleared(make_people(count), noor, outcome="clear", days=10)
    with queries(9):
        page = desk.get(reverse("desk:day"))
    assert f"{count} clearance" in page.text
    with queries(at_most=19):
        page = desk.get(reverse("desk:tasks"))
    assert page.text.count("Pat ") >= min(count, 50)


def test_a_clearance_is_no_task_once_something_newer_was_decided(desk: Client, noor: User) -> None:
    who = make_people(1)
    make_cleared(who, noor, outcome="clear", days=10)
    make_cleared(who, noor, outcome="clear", days=300)
    assert "ends soon" not in desk.get(reverse("desk:day")).text


@pytest.mark.parametrize("count", SIZES)
def test_people_who_were_referred_and_do_not_come(desk: Client, noor: User, queries: Queries, count: int) -> None:
    make_cleared(make_people(count), noor, outcome="refer", days=10)
    with queries(9):  # nobody of them comes: one narrow question says so; one more asks for visits that no longer fit
        page = desk.get(reverse("desk:day"))
    assert "to change now" not in page.text


@pytest.mark.parametrize("count", SIZES)
def test_letters_differences_and_visits_that_nobody_closed(
    desk: Client, noor: User, treatment: VisitType, queries: Queries, count: int
) -> None:
    people = make_people(count)
    Difference.objects.bulk_create(
        Difference(patient=who, field="phone", old="1", new="2", found_at=NOW) for who in people
    )
    Appointment.objects.bulk_create(
        Appointment(
            patient=who,
            practitioner=noor.practitioner,
            visit_type=treatment,
            starts_at=NOW - timedelta(days=2 + number % 3),
            minutes=30,
            state=State.BOOKED,
            source=BookingSource.DESK,
            created_at=NOW,
        )
        for number, who in enumerate(people)
    )
    with queries(9):
        page = desk.get(reverse("desk:day"))
    assert f"{count} thing" in page.text
    assert f"{count} past visit" in page.text
    with queries(at_most=19):
        assert desk.get(reverse("desk:tasks")).status_code == 200


@pytest.mark.parametrize("count", [1, 3, 60])
def test_open_emergencies(desk: Client, queries: Queries, count: int) -> None:
    forms = make_forms(make_people(count))
    cases = Case.objects.bulk_create(
        Case(intake=form, tier=Tier.EMERGENCY, opened_at=NOW, waiting_since=NOW) for form in forms
    )
    Alert.objects.bulk_create(Alert(case=case, intake=case.intake, raised_at=NOW, last_at=NOW) for case in cases)
    with queries(11):  # the forms, and where these people stand
        page = desk.get(reverse("desk:day"))
    assert page.text.count("Pat ") >= count
