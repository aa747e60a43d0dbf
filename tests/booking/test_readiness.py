"""Nobody with an open hold or emergency is booked for needles: every standing against every kind of visit."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import VisitType
from intake.record.models import Intake
from intake.record.querysets import GOOD_FOR
from intake.review import standing as standings
from intake.review.models import Alert, Case, Decision, NextVisit
from intake.review.next_visit import set_next_visit
from intake.review.standing import Word
from intake.screening import Tier
from tests.booking.builders import TEN, make_form, make_patient, minutes
from tests.support.cast import sign_in
from tests.support.times import NOW


def put(patient: Patient, standing: str, *, by: User, at: datetime) -> None:
    """Bring a patient into one standing."""
    if standing == "missing":
        return
    form = make_form(patient, accepted_at=at - timedelta(days=200 if standing == "old" else 10))
    if standing in ("ready", "old"):
        return
    tiers = {"caution": Tier.CAUTION, "alert": Tier.EMERGENCY}
    open_case = standing in ("hold", "caution", "alert")
    case = Case.objects.create(
        intake=form,
        patient=patient,
        tier=tiers.get(standing, Tier.HOLD),
        state="open" if open_case else "closed",
        closed_at=None if open_case else at,
        opened_at=at,
        waiting_since=at,
    )
    if standing == "alert":
        Alert.objects.create(case=case, intake=form, raised_at=at, last_at=at)
    days = {"cleared_today": TEN.date(), "lapsed": date(2026, 3, 2), "lapses_before": date(2026, 3, 4)}
    until = (days | {"lapses_later": date(2026, 6, 4)}).get(standing)
    if not open_case:
        decide(case, form, "refer" if standing == "refused" else "limits" if until else "clear", until, by=by, at=at)


def decide(case: Case, form: Intake, outcome: str, until: date | None, *, by: User, at: datetime) -> None:
    answers = form.answers.create(document={"raw": {}}, saved_at=at)
    Decision.objects.create(
        case=case,
        answers=answers,
        outcome=outcome,
        limits=["superficial"] if outcome == "limits" else [],
        until=until,
        words={"reason": "Invented"},
        by=by,
        by_name="N",
        at=at,
    )


@pytest.mark.parametrize(
    ("standing", "word", "talk", "needles"),
    [
        ("ready", Word.READY, True, True),
        ("missing", Word.FORM_MISSING, True, False),
        ("old", Word.FORM_MISSING, True, False),
        ("caution", Word.READY, True, True),
        ("hold", Word.WAITING, True, False),
        ("alert", Word.CALL, False, False),
        ("cleared", Word.READY, True, True),
        ("cleared_today", Word.READY, True, True),
        ("lapsed", Word.WAITING, True, False),
        ("lapses_before", Word.READY, True, False),
        ("refused", Word.CONSULTATION_ONLY, True, False),
    ],
)
@pytest.mark.parametrize("who", ["patient", "desk"])
def test_each_standing_allows_what_the_house_says(
    consultation: VisitType,
    treatment: VisitType,
    rui: User,
    now: datetime,
    standing: str,
    word: Word,
    talk: bool,
    needles: bool,
    who: str,
) -> None:
    patient = make_patient("pia@example.com", "Pia Invented", ready=False)
    assert patient.user
    put(patient, standing, by=rui, at=now)
    by = rui if who == "desk" else patient.user
    assert standings.of_one(patient, on=now.date(), at=now).word == word
    for visit_type, start, allowed in ((treatment, TEN, needles), (consultation, TEN + minutes(60), talk)):
        if allowed:
            assert services.book(patient=patient, visit_type=visit_type, start=start, by=by, at=now).pk
        else:
            with pytest.raises(services.NotReady):
                services.book(patient=patient, visit_type=visit_type, start=start, by=by, at=now)


def test_what_is_open_on_a_linked_record_holds_for_the_person(
    anas: Patient, treatment: VisitType, rui: User, now: datetime
) -> None:
    other = make_patient("ana2@example.com", "Ana Invented", ready=False)
    link = people.link(anas, other, by=rui, at=now)
    assert standings.of_one(other, on=now.date(), at=now).word == Word.READY
    put(other, "hold", by=rui, at=now)
    assert standings.of_one(anas, on=now.date(), at=now).word == Word.WAITING
    people.unlink(link, by=rui, at=now)
    assert standings.of_one(anas, on=now.date(), at=now).word == Word.READY


@pytest.mark.parametrize("count", [1, 3, 20])
def test_standings_cost_two_queries_for_any_number(rui: User, now: datetime, queries: object, count: int) -> None:
    patients = [make_patient(f"p{n}@example.com", f"Pat {n}", ready=False) for n in range(count)]
    for n, patient in enumerate(patients):
        put(patient, "cleared" if n % 2 else "hold", by=rui, at=now)
    with queries(2):  # type: ignore[operator]  # the fixture
        found = standings.of([patient.pk for patient in patients], on=now.date(), at=now)
    assert [found[patient.pk].word for patient in patients] == [
        Word.READY if n % 2 else Word.WAITING for n in range(count)
    ]


def test_a_record_that_is_not_there_is_never_ready(db: None, now: datetime) -> None:
    assert standings.of_one(4711, on=now.date(), at=now).word is Word.WAITING


def test_a_visit_ahead_moves_the_case_in_the_queue_and_a_cancelled_one_moves_it_back(
    anas: Patient, consultation: VisitType, rui: User, now: datetime
) -> None:
    zed = make_patient("zed@example.com", "Zed Invented", ready=False)
    for patient in (anas, zed):
        put(patient, "hold", by=rui, at=now)

    def order() -> list[Patient | None]:
        return [case.patient for case in Case.objects.awaiting_review()]

    assert order() == [anas, zed]
    visit = services.book(patient=zed, visit_type=consultation, start=TEN, by=rui, at=now)
    assert order() == [zed, anas]
    services.cancel(visit, reason="cannot_come", by=rui, at=now)
    assert order() == [anas, zed]
    assert not NextVisit.objects.exists()


def test_a_case_opened_after_the_booking_knows_of_the_visit(anas: Patient, now: datetime) -> None:
    from intake.review.next_visit import next_visit

    set_next_visit(anas, at=TEN, now=now)
    set_next_visit(anas, at=TEN + minutes(30), now=now)
    assert next_visit(anas.pk) == TEN + minutes(30)


@pytest.mark.usefixtures("frozen")
def test_for_a_day_on_which_the_form_is_too_old_a_new_one_is_due(treatment: VisitType, rui: User) -> None:
    patient = make_patient(ready=False)
    make_form(patient, accepted_at=NOW - GOOD_FOR + timedelta(days=5))
    assert patient.user
    early = services.book(patient=patient, visit_type=treatment, start=TEN, by=rui, at=NOW)
    late = services.book(patient=patient, visit_type=treatment, start=TEN + timedelta(days=7), by=rui, at=NOW)
    theirs = standings.of_one(patient, on=NOW.date(), at=NOW)
    words = [theirs.word_for(visit.starts_at, needling=True, at=NOW) for visit in (early, late)]
    assert words == [Word.READY, Word.FORM_MISSING]
    on = late.starts_at
    assert standings.of_one(patient, on=on.date(), at=on).word is Word.FORM_MISSING
    page = sign_in(patient.user).get(reverse("booking:visit", args=[late.ref])).content.decode()
    assert "A new health form is due before this visit" in page
