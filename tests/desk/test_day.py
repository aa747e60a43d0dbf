"""The day board: who comes, when and to whom, where each visit stands, and what to say."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.errors import NobodyThere
from clinic.booking.models import Appointment, VisitType
from clinic.outbox.models import Letter
from clinic.site_settings.models import ClosedDay
from intake.record.models import Intake
from tests.booking.builders import make_form, make_patient
from tests.desk.conftest import TWO
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
DAY = reverse("desk:day")
# Columns of what somebody answered, and of what it raised.
SEALED = ('"record_answers"."document"', '"review_flag"."code"', "finding")


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip()


def entry(page: str, ref: str) -> str:
    """The words of a visit in the list."""
    found = re.search(rf'id="visit-{ref}">(.*?)</li>', page, re.DOTALL)
    return plain(found[1]) if found else ""


def block(page: str, ref: str) -> str:
    """The words of a visit on the board."""
    found = re.search(rf'id="board-{ref}">(.*?)</div>', page, re.DOTALL)
    return plain(found[1]) if found else ""


def test_a_visit_stands_on_the_board_and_in_the_list(desk: Client, visit: Appointment) -> None:
    page = desk.get(DAY).text
    assert block(page, visit.ref) == "Ana Costa Silva 2:00 pm · Treatment · Room 1 Booked Ready Arrived Ana Costa Silva"
    said = entry(page, visit.ref)
    assert said.startswith(
        "Ana Costa Silva Treatment, Noor Inventada, Room 1, until 2:50 pm Booked Ready Form complete"
    )
    assert "213-555-0101" in said
    assert "1 visit · 0 here now · 0 done" in plain(page)


def test_each_view_shows_its_own(desk: Client, visit: Appointment) -> None:
    ids = (f"board-{visit.ref}", f"visit-{visit.ref}")
    shown = {
        view: [f'id="{one}"' in desk.get(DAY, {"view": view} if view else {}).text for one in ids]
        for view in ("", "board", "list")
    }
    assert shown == {"": [True, True], "board": [True, False], "list": [False, True]}


def test_another_day_has_its_own_visits(desk: Client, visit: Appointment) -> None:
    tomorrow = desk.get(DAY, {"day": "2026-03-04"}).text
    assert "Wed, Mar 4, 2026" in tomorrow
    assert visit.ref not in tomorrow
    assert "Wed, Mar 4, 2026" in desk.get(DAY, {"day": "3/4/2026"}).text
    assert desk.get(DAY, {"day": "no day"}).status_code == 404
    assert desk.get(DAY, {"day": "1999-01-01"}).status_code == 404


def test_free_quarters_can_be_booked_and_what_is_over_cannot(desk: Client, consultation: VisitType) -> None:
    codes = re.findall(r'/desk/book/\?at=(\w+)-\d+"', desk.get(DAY).text)
    # It is half past ten; Noor is there until five, and her shortest visit takes 45 minutes.
    assert (codes[0], codes[-1], len(codes)) == ("20260303T184500Z", "20260304T001500Z", 23)


def test_the_row_of_now_is_marked(desk: Client, noors: Practitioner) -> None:
    page = desk.get(DAY).text
    assert re.findall(r'now">\s*<th scope="row">([^<]+)', page) == ["10:30 am"]
    assert "now)" not in desk.get(DAY, {"day": "2026-03-04"}).text


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"accepted_at": NOW, "submitted_at": NOW}, "Form complete"),
        ({"submitted_at": NOW}, "Form sent, to confirm"),
        ({"saved_at": NOW + timedelta(minutes=1)}, "Form started"),
        ({"expired_at": NOW}, "Form expired"),
        ({"accepted_at": NOW - timedelta(days=200), "submitted_at": NOW - timedelta(days=200)}, "Form expired"),
        ({}, "Form link not sent"),
    ],
)
def test_the_state_of_the_form(
    desk: Client, consultation: VisitType, rui: User, told: dict[str, Any], word: str
) -> None:
    patient = make_patient(ready=False)
    if told:
        base = {"version": "1", "started_at": NOW, "saved_at": NOW, "expires_at": NOW + timedelta(days=30)}
        Intake.objects.create(patient=patient, full_name=patient.full_name, **(base | told))
    found = services.book(patient=patient, visit_type=consultation, start=TWO, by=rui, at=NOW)
    assert f" {word} " in entry(desk.get(DAY).text, found.ref)


def test_a_letter_that_left_the_house_has_sent_the_form(desk: Client, consultation: VisitType, rui: User) -> None:
    patient = make_patient(ready=False)
    found = services.book(patient=patient, visit_type=consultation, start=TWO, by=rui, at=NOW)
    Letter.objects.filter(about=f"booking.appointment:{found.ref}").update(state=Letter.State.SENT)
    said = entry(desk.get(DAY).text, found.ref)
    assert " Form link sent " in said
    assert "Form missing" in said
    assert "Say: “Please fill in your form before the visit." in said


def test_a_draft_of_somebody_else_on_the_mailbox_is_not_theirs(
    desk: Client, consultation: VisitType, rui: User
) -> None:
    patient = make_patient(ready=False)
    Intake.objects.create(
        version="1",
        user=patient.user,
        full_name="Their Sister",
        started_at=NOW,
        saved_at=NOW + timedelta(minutes=1),
        expires_at=NOW + timedelta(days=30),
    )
    found = services.book(patient=patient, visit_type=consultation, start=TWO, by=rui, at=NOW)
    assert " Form link not sent " in entry(desk.get(DAY).text, found.ref)


def test_somebody_who_does_not_come_on_time_is_late(
    desk: Client, anas: Patient, treatment: VisitType, rui: User, frozen: Any
) -> None:
    soon = NOW + timedelta(minutes=5)
    visit = services.book(patient=anas, visit_type=treatment, start=soon, by=rui, at=NOW)
    frozen.shift(timedelta(minutes=12))
    assert "late" not in entry(desk.get(DAY).text, visit.ref)
    frozen.shift(timedelta(minutes=4))
    said = entry(desk.get(DAY).text, visit.ref)
    assert "Booked, late" in said
    assert "No-show Ana Costa Silva" in said


def test_blocked_time_stands_on_the_board_and_can_be_freed(desk: Client, noors: Practitioner, rui: User) -> None:
    start = TWO + timedelta(hours=1)
    made = services.block(
        start=start, end=start + timedelta(hours=1), practitioner=noors.pk, words="Team meeting", by=rui, at=NOW
    )
    page = desk.get(DAY).text
    assert "Team meeting" in page
    assert "3:00 pm – 4:00 pm" in plain(page)
    desk.post(reverse("desk:unblock", args=[made.ref]))
    assert "Team meeting" not in desk.get(DAY).text


def test_a_held_time_is_shown_and_its_token_is_not(desk: Client, consultation: VisitType) -> None:
    held = services.hold(visit_type=consultation, start=TWO, at=NOW)
    page = desk.get(DAY).text
    assert "Held for a patient" in page
    assert held.token not in page


def test_cancelled_visits_stand_below_the_day(desk: Client, visit: Appointment, rui: User) -> None:
    services.cancel(visit, reason="cannot_come", started_by="patient", by=rui, at=NOW)
    page = desk.get(DAY).text
    assert "1 canceled visit" in page
    assert "Can’t make it" in page
    assert f'id="board-{visit.ref}"' not in page


def fill_the_day(count: int, treatment: VisitType, rui: User) -> None:
    for number in range(count):
        patient = make_patient(f"p{number}@example.com", f"Person Number{number}")
        start = TWO - timedelta(hours=3) + timedelta(minutes=55 * number)
        services.book(patient=patient, visit_type=treatment, start=start, by=rui, at=NOW)


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize(("name", "own"), [("desk:day", 8), ("desk:week", 4)])
def test_it_costs_the_same_whatever_is_booked(
    desk: Client, treatment: VisitType, rui: User, queries: Any, name: str, own: int, count: int
) -> None:
    fill_the_day(count, treatment, rui)
    desk.get(DAY)  # the timetable and the clinic's own profile are remembered for some seconds
    with queries(3 + own) as seen:  # session, user, role; and the page's own
        page = desk.get(reverse(name))
    assert page.text.count("Person Number") >= count
    assert not [
        sql for sql in seen if '"record_answers"."document"' in sql or '"review_flag"."code"' in sql or "finding" in sql
    ]


def test_the_week_shows_every_day(desk: Client, visit: Appointment) -> None:
    page = plain(desk.get(reverse("desk:week")).text)
    assert "Week of Mar 2, 2026" in page
    assert all(day in page for day in ("Mon, Mar 2", "Tue, Mar 3", "Fri, Mar 6"))
    assert "Ana Costa Silva 2:00 pm · Treatment · Noor Inventada" in page
    assert visit.patient.full_name not in desk.get(reverse("desk:week"), {"day": "2026-03-10"}).text


def test_nobody_keeps_a_page_of_the_desk(desk: Client) -> None:
    assert "no-store" in desk.get(DAY).headers["Cache-Control"]


def test_a_language_is_seen_on_the_day_the_board_and_the_sheet(desk: Client, visit: Appointment, anas: Patient) -> None:
    assert "interpreter" not in desk.get(DAY).text
    Patient.objects.filter(pk=anas.pk).update(interpreter="Portuguese", language="es")
    page = desk.get(DAY).text
    assert "interpreter: Portuguese , reads Spanish" in entry(page, visit.ref)
    board = page.partition("data-board")[2].partition("</table>")[0]
    assert "<strong>interpreter: Portuguese</strong> · <strong>reads Spanish</strong>" in board
    for paper in ("desk:sheet", "desk:paper"):
        assert "(interpreter: Portuguese, reads Spanish)" in desk.get(reverse(paper)).text, paper


def test_a_clearance_that_ends_before_the_visit_waits_for_a_practitioner(
    desk: Client, anas: Patient, visit: Appointment, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intake.review import standing
    from intake.review.standing import Standing, Word

    def ends(patients: Any, *, on: date, at: datetime) -> dict[int, Standing]:
        return {key: Standing(Word.READY, on - timedelta(days=1)) for key in patients}

    make_form(anas)
    monkeypatch.setattr(standing, "of", ends)
    assert "Waiting for practitioner" in block(desk.get(DAY).text, visit.ref)


# ——— a closed day


@pytest.mark.parametrize(
    ("why", "sentence"), [("", "The clinic is closed."), ("Staff training", "The clinic is closed: Staff training.")]
)
@pytest.mark.parametrize("view", ["", "board", "list"])
def test_a_closed_day_says_so_and_why(desk: Client, visit: Appointment, why: str, sentence: str, view: str) -> None:
    page = reverse("desk:day") + f"?view={view}"
    assert "The clinic is closed" not in plain(desk.get(page).text)
    ClosedDay.objects.create(day=TODAY, why=why)
    ClosedDay.objects.create(day=TODAY + timedelta(days=1), why=why)
    for day in (page, f"{page}&day={TODAY + timedelta(days=1)}"):  # with a visit that stands, and with none
        text = plain(desk.get(day).text)
        assert (sentence in text, "not working" in text, "No one is working" in text) == (True, False, False)
    assert sentence in plain(desk.get(reverse("desk:week")).text)


def test_a_visit_on_a_closed_day_is_refused_with_that_word(anas: Patient, treatment: VisitType, rui: User) -> None:
    ClosedDay.objects.create(day=TODAY + timedelta(days=1))
    with pytest.raises(NobodyThere, match="The clinic is closed that day"):
        services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=1), by=rui, at=NOW)
