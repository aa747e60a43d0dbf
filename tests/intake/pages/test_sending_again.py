"""A form that is sent again: what freezes new flags, and that a practitioner reads each flag once."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts.models import User
from intake.pages import sending
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review import services as review
from intake.review.models import Case, Flag
from intake.screening.read_codes import safety_codes
from tests.intake.cases import seen_now
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db

HOLD: dict[str, Any] = {"seizure": "active"}
FIVE: dict[str, Any] = HOLD | {"needle_feelings": "very_anxious", "skin": ["infected"], "skin_area": "left foot"}


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(**FIVE), by=ana, at=now)


def send_again(held: Intake, raw: dict[str, Any], *, by: User, at: datetime) -> Intake:
    sending.change(held, by=by, at=at)
    return sent(raw, intake=held, by=by, at=at)


def codes(case: Case) -> list[str]:
    unsettled = case.flags.with_repeats().filter(settled_by=None)
    return sorted(flag.code for flag in unsettled if not flag.is_repeated)  # type: ignore[attr-defined]  # annotated


def case_of(intake: Intake) -> Case:
    return Case.objects.with_person().get(intake=intake)


def test_a_changed_birth_date_alone_freezes_the_flags_anew(
    answers: Answers, ana: User, now: datetime, today: date
) -> None:
    fall = {"rf_trauma": "minor", "pain_onset": "after_injury"}
    first = sent(answers(**fall, date_of_birth={"day": "1", "month": "6", "year": "1962"}), by=ana, at=now)
    send_again(first, answers(**fall, date_of_birth={"day": "1", "month": "6", "year": "1950"}), by=ana, at=now)
    flags = Flag.objects.filter(answers__revision=2)
    assert {flag.provisional for flag in flags} == {False}
    assert flags.filter(code="spine_cord_or_instability").exists()


def test_every_answer_that_counts_for_safety_freezes_new_flags_when_it_alone_changes(
    held: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    unmoved = []
    for number, code in enumerate(sorted(safety_codes(NEW_PATIENT)), start=2):
        last = held.answers.order_by("-revision").first()
        assert last is not None
        last.document["clean"][code] = "as it was before"
        last.save()
        draft = sending.change(held, by=ana, at=now)
        draft.document["raw"] = answers(**FIVE, email=ana.email)
        draft.save()
        sending.submit(held, by=ana, at=now)
        if not Flag.objects.filter(answers__revision=number, provisional=False).exists():
            unmoved.append(code)
    assert unmoved == []


def test_a_flag_that_fires_again_is_counted_once(held: Intake, answers: Answers, ana: User, now: datetime) -> None:
    case = case_of(held)
    before = codes(case)
    send_again(held, answers(**FIVE, anything_else="It was in May."), by=ana, at=now + timedelta(hours=1))
    assert codes(case) == before
    assert case.flags.count() == 2 * len(before)


def test_a_change_that_is_only_begun_counts_no_flag_twice_either(
    held: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    before = codes(case_of(held))
    sending.change(held, by=ana, at=now)
    fill(answers(**FIVE, rf_chest="yes"), intake=held, by=ana, at=now)
    assert sorted(set(codes(case_of(held))) - set(before)) == ["rf_chest_or_aortic"]
    assert len(codes(case_of(held))) == len(before) + 1


def test_extras_count_no_flag_twice(held: Intake, ana: User, now: datetime) -> None:
    before = codes(case_of(held))
    last = held.current()
    last.document["clean"]["seizure"] = "no"
    last.save()
    sending.save_extras(held, raw={"preferred_name": "Annie"}, by=ana, at=now)
    assert codes(case_of(held)) == before


def test_a_second_form_of_the_same_person_counts_no_flag_twice(
    held: Intake, answers: Answers, ana: User, now: datetime
) -> None:
    before = codes(case_of(held))
    sent(answers(**FIVE), by=ana, at=now + timedelta(days=1))
    assert codes(Case.objects.not_closed().get()) == before


def test_the_case_shows_each_flag_once_with_what_changed_and_folds_the_older(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    count = len(codes(case_of(held)))
    changed = FIVE | {"seizure": "past_10y"}
    send_again(held, answers(**changed), by=ana, at=now + timedelta(hours=1))
    response = signed_in(noor).get(reverse("admin:review_case_change", args=[case_of(held).ref]))
    page = response.context["page"]
    assert (len(page.cards), len(page.repeated)) == (count, count)
    told = {row.code: (row.before[:23], row.now[:23]) for shown in page.cards for row in shown.changes}
    assert told == {"seizure": ("Yes - in the last 12 mo", "Yes - 1 to 10 years ago")}
    assert f"{count} flags from earlier answers, replaced above" in response.text


def test_the_queue_names_each_flag_once(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    send_again(held, answers(**FIVE, anything_else="It was in May."), by=ana, at=now + timedelta(hours=1))
    [row] = signed_in(noor).get(reverse("admin:review_case_changelist")).context["rows"]
    assert len(row.flags) == len(set(row.flags))


def test_a_decision_settles_the_older_rows_too(
    held: Intake, answers: Answers, ana: User, noor: User, now: datetime
) -> None:
    send_again(held, answers(**FIVE, anything_else="It was in May."), by=ana, at=now)
    seen = seen_now(held)
    review.decide(case_of(held), by=noor, at=now, seen=seen, outcome="clear", reason="Stable.")
    assert Flag.objects.filter(settled_by=None).count() == 0
