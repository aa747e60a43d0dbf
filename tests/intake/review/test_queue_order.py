"""What a practitioner sees first: unread forms with a visit within a day, on top of their tier."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from intake.record.models import Intake
from intake.review import next_visit
from intake.review import services as review
from intake.review.admin import queue_rows
from intake.review.models import Alert, Case
from tests.intake.cases import case_of, page, seen_now
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import make_mailbox, make_staff, sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
QUEUE = reverse("admin:review_case_changelist")
CAUTION: dict[str, Any] = {"needle_feelings": "very_anxious"}
HOLD: dict[str, Any] = {"seizure": "active"}


def form(answers: Answers, name: str, *, visit: datetime | None = None, **said: Any) -> Intake:
    """A sent form, and when its person comes."""
    mailbox = make_mailbox(f"{name.lower()}@example.com")
    intake = sent(answers(full_name=f"{name} Invented", **said), by=mailbox, at=NOW - timedelta(hours=1))
    intake.refresh_from_db()
    assert intake.patient is not None
    if visit is not None:
        next_visit.set_next_visit(intake.patient, at=visit, now=NOW)
    return intake


def names(client: Client, **asked: str) -> list[str]:
    return [row.name.split()[0] for row in client.get(QUEUE, asked).context["rows"]]


@pytest.fixture
def client_(noor: User) -> Client:
    return sign_in(noor)


def test_an_unread_form_of_today_stands_on_top_of_its_tier_with_its_time_in_bold(
    answers: Answers, noor: User, client_: Client
) -> None:
    read = form(answers, "Read", visit=NOW + timedelta(minutes=30), **CAUTION)
    review.open_case(case_of(read), by=noor, at=NOW)
    form(answers, "Later", visit=NOW + timedelta(days=3), **CAUTION)
    form(answers, "Today", visit=NOW + timedelta(minutes=105), **CAUTION)
    form(answers, "Held", **HOLD)
    assert names(client_) == ["Held", "Today", "Read", "Later"]
    text = client_.get(QUEUE).text
    assert re.findall(r'<strong class="soon">([^<]+)</strong>', text) == ["today 12:15 pm, in 1\xa0h, not read"]


@pytest.mark.parametrize(
    ("visit", "words"),
    [
        (NOW + timedelta(hours=24), ["tomorrow 10:30 am, in 24\xa0h, not read"]),
        (NOW + timedelta(hours=24, minutes=5), []),
        # In the waiting room since a quarter of an hour.
        (NOW - timedelta(minutes=15), ["today 10:15 am, not read"]),
        (NOW - timedelta(days=1), []),
    ],
)
def test_within_a_day(answers: Answers, client_: Client, visit: datetime, words: list[str]) -> None:
    form(answers, "Una", visit=visit)
    assert re.findall(r'<strong class="soon">([^<]+)</strong>', client_.get(QUEUE).text) == words


def test_nobody_is_lost_or_shown_twice_from_page_to_page(
    answers: Answers, client_: Client, noor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_rows, "PAGE", 2)
    for number in range(3):
        form(answers, f"Held{number}", **HOLD)
        read = form(answers, f"Read{number}", visit=NOW + timedelta(minutes=5 + number), **CAUTION)
        review.open_case(case_of(read), by=noor, at=NOW)
    form(answers, "Soon", visit=NOW + timedelta(hours=5), **CAUTION)
    form(answers, "Soonheld", visit=NOW + timedelta(hours=6), **HOLD)
    form(answers, "Soonclear", visit=NOW + timedelta(hours=7))
    seen, after = [], ""
    for _page in range(9):
        response = client_.get(QUEUE, {"after": after} if after else {})
        seen += [row.name.split()[0] for row in response.context["rows"]]
        after = response.context["more"].ref if response.context["more"] else ""
        if not after:
            break
    assert seen == ["Soonheld", "Held0", "Held1", "Held2", "Soon", "Read0", "Read1", "Read2", "Soonclear"]


def test_what_raised_nothing_is_called_so_in_grey(answers: Answers, client_: Client) -> None:
    intake = form(answers, "Una")
    text = client_.get(QUEUE).text
    assert re.search(r'class="badge clear">\s*No flags\s*<', text)
    assert ">Clear" not in text
    case = client_.get(page(intake)).text
    assert re.search(r'class="badge clear">\s*No flags\s*<', case)
    assert '<h2 id="flags-title">No flags</h2>' in case
    assert "icon check" not in re.sub(r'<section class="panel".*?</section>', "", case, flags=re.DOTALL)


def test_a_closed_emergency_says_when_and_calls_nobody_any_more(answers: Answers, client_: Client, noor: User) -> None:
    intake = form(answers, "Alma", rf_saddle_numb="yes")
    assert "Call this person now" in client_.get(page(intake)).text
    review.log_call(
        Alert.objects.get(),
        by=noor,
        at=NOW,
        outcome="advised",
        note="Went to hospital.",
        close=True,
        seen=Alert.objects.get().version,
    )
    for text in (client_.get(page(intake)).text, client_.get(QUEUE).text):
        assert re.search(r'class="badge plain">\s*Emergency, closed 10:30 am\s*<', text)
        assert "Call now" not in text
        assert "Call this person now" not in text
        assert 'class="badge emergency"' not in text


def test_emergencies_that_are_open_stand_before_those_that_are_closed_on_every_page(
    answers: Answers, client_: Client, noor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = {"Alma": NOW + timedelta(hours=2), "Bea": None, "Cleo": NOW + timedelta(days=2), "Dora": None}
    forms = {name: form(answers, name, visit=at, rf_saddle_numb="yes") for name, at in visits.items()}
    form(answers, "Held", **HOLD)
    for name in ("Alma", "Cleo"):
        alert = Alert.objects.get(intake=forms[name])
        review.log_call(alert, by=noor, at=NOW, outcome="advised", note="", close=True, seen=alert.version)
    assert names(client_) == ["Bea", "Dora", "Alma", "Cleo", "Held"]
    monkeypatch.setattr(queue_rows, "PAGE", 1)
    found, last = [], ""
    while True:
        response = client_.get(QUEUE, {"after": last} if last else {})
        # Alma comes soon and is not read: she stands on top of those whose emergency is closed.
        found += [row.name.split()[0] for row in response.context["rows"]]
        if response.context["more"] is None:
            break
        last = response.context["more"].ref
    assert found == ["Bea", "Dora", "Alma", "Cleo", "Held"]


def test_an_emergency_that_another_form_raised_since_is_red_again(
    answers: Answers, client_: Client, noor: User
) -> None:
    intake = form(answers, "Alma", rf_saddle_numb="yes")
    review.log_call(
        Alert.objects.get(), by=noor, at=NOW, outcome="advised", note="", close=True, seen=Alert.objects.get().version
    )
    assert intake.user is not None
    again = sent(answers(full_name="Alma Invented", rf_saddle_numb="yes"), by=intake.user, at=NOW)
    assert case_of(again) == Case.objects.get()
    assert re.search(r'class="badge emergency">.*?Emergency\s*<', client_.get(page(again)).text, re.DOTALL)
    assert "Call now" in client_.get(QUEUE).text


def test_a_closed_case_says_what_was_decided_by_whom_and_when_and_is_found_among_one_s_own(
    answers: Answers, client_: Client, noor: User
) -> None:
    intake = form(answers, "Alma", **HOLD)
    form(answers, "Bea", **HOLD)
    review.decide(
        case_of(intake),
        by=noor,
        at=NOW,
        seen=seen_now(intake),
        outcome="limits",
        limits=["no_heat", "no_limb"],
        limit_note="Left arm.",
        until=NOW.date() + timedelta(days=30),
        reason="Read.",
    )
    for tab in ("closed", "by_me"):
        rows = client_.get(QUEUE, {"tab": tab}).context["rows"]
        assert [(row.name, row.decision.outcome, row.decision.by_name) for row in rows] == [
            ("Alma Invented", "limits", "Noor Inventada")
        ]
    for ahead, said in ((timedelta(days=-1), ""), (timedelta(days=1), "tomorrow 10:30 am, in 24\xa0h")):
        Case.objects.filter(intake=intake).update(visit_at=NOW + ahead)
        assert [row.visit for row in client_.get(QUEUE, {"tab": "closed"}).context["rows"]] == [said]
    text = " ".join(client_.get(QUEUE, {"tab": "by_me"}).text.split())
    assert "No heat or moxa; Keep needles out of the named limb; Left arm." in text
    colleague = sign_in(make_staff("mei@clinic.example", "Mei Beispiel", "practitioner"))
    assert colleague.get(QUEUE, {"tab": "by_me"}).context["rows"] == []


def test_decided_by_me_begins_with_what_i_decided_last(
    answers: Answers, noor: User, client_: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    forms = {name: form(answers, name, **CAUTION) for name in ("Ugo", "Vera", "Wanda")}
    for name in ("Vera", "Wanda", "Ugo"):
        intake = forms[name]
        review.decide(
            case_of(intake),
            by=noor,
            at=NOW,
            seen=review.case_version(case_of(intake)),
            outcome="clear",
            reason="Read.",
        )
    assert names(client_, tab="by_me") == ["Ugo", "Wanda", "Vera"]
    monkeypatch.setattr(queue_rows, "PAGE", 2)
    assert names(client_, tab="by_me") == ["Ugo", "Wanda"]
    assert names(client_, tab="by_me", after=case_of(forms["Wanda"]).ref) == ["Vera"]


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(minutes=105), "today 12:15 pm, in 1\xa0h"),
        (timedelta(hours=-1), "today 9:30 am"),
        (timedelta(days=1), "tomorrow 10:30 am, in 24\xa0h"),
        (timedelta(days=2), "Thu, Mar 5, 2026, 10:30 am"),
    ],
)
def test_a_form_that_is_read_says_how_soon_its_person_comes(
    answers: Answers, noor: User, client_: Client, ahead: timedelta, said: str
) -> None:
    read = form(answers, "Read", **CAUTION)
    review.open_case(case_of(read), by=noor, at=NOW)
    Case.objects.filter(intake=read).update(visit_at=NOW + ahead)
    assert [row.visit for row in client_.get(QUEUE).context["rows"]] == [said]
