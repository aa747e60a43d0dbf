"""Limits in words that reach whoever needles, flags settled one by one, and no decision that nobody saw."""

from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from intake.record import errors
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing
from intake.review.decision_rules import Settled
from intake.review.models import Decision, Resolution
from tests.intake.cases import case_of, page, seen_now, version
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db
WORDS = "Left leg below the knee; no more than eight needles."


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(seizure="active", conditions=["fainting"], skin=["infected"], skin_area="leg"), by=ana, at=now)


def decide(client: Client, intake: Intake, **said: Any) -> Any:
    data = {"seen": version(client, intake), "reason": "Read with care.", **said}
    return client.post(reverse("admin:review_case_decide", args=[case_of(intake).ref]), data)


def limits(**more: Any) -> dict[str, Any]:
    return {"outcome": "limits", "limits": ["no_limb"], "until": "2026-06-01", "folded": "on"} | more


def test_a_limit_that_names_nothing_is_asked_for_its_words(
    held: Intake, noor: User, signed_in: SignedIn, frozen: object
) -> None:
    client = signed_in(noor)
    response = decide(client, held, **limits())
    assert list(response.context["decision"].errors) == ["limit_note"]
    assert decide(client, held, **limits(limit_note=WORDS)).status_code == 302
    decision = Decision.objects.get()
    assert [str(word) for word in decision.limit_words()] == ["Keep needles out of the named limb", WORDS]


def test_the_words_of_a_limit_stand_with_the_limits_wherever_the_standing_is_read(
    held: Intake, noor: User, signed_in: SignedIn, now: datetime, frozen: object
) -> None:
    client = signed_in(noor)
    decide(client, held, **limits(limit_note=WORDS))
    patient = Intake.objects.get(pk=held.pk).patient_id
    assert patient is not None
    where = standing.of_one(patient, on=now.date(), at=now)
    assert where.limit_words == ["Keep needles out of the named limb", WORDS]
    assert WORDS in client.get(page(held)).text
    over = standing.of_one(patient, on=date(2026, 6, 2), at=now)
    assert over.limit_words == []


def test_each_flag_is_settled_as_chosen_and_the_others_are_accepted_with_precaution(
    held: Intake, noor: User, signed_in: SignedIn, frozen: object
) -> None:
    client = signed_in(noor)
    flags = {flag.code: flag.pk for flag in case_of(held).flags.all()}
    chosen = flags["fainting"]
    settled = {f"flag{chosen}-how": "refuted"}
    response = decide(client, held, outcome="clear", **settled)
    assert response.context["page"].flag_errors == [(f"settle-{chosen}", "Write why this flag does not apply.")]
    assert Decision.objects.count() == 0
    decide(client, held, outcome="clear", **settled, **{f"flag{chosen}-why": "Fainted once, at ten."})
    rows = {row.code: (row.how, row.why) for row in Resolution.objects.all()}
    assert rows == dict.fromkeys(flags, ("accepted", "")) | {"fainting": ("refuted", "Fainted once, at ten.")}
    shown = client.get(page(held)).text
    assert "Fainted once, at ten." in shown


def test_a_question_or_a_delay_settles_no_flag_by_itself(held: Intake, noor: User, now: datetime) -> None:
    review.decide(
        case_of(held), by=noor, at=now, seen=_version(held), outcome="more", question="When?", reason="No date."
    )
    assert Resolution.objects.count() == 0


def test_a_flag_of_another_case_cannot_be_settled_here(held: Intake, noor: User, now: datetime) -> None:
    with pytest.raises(errors.ReviewError, match="no longer open"):
        review.decide(
            case_of(held),
            by=noor,
            at=now,
            seen=_version(held),
            outcome="clear",
            reason="x",
            flags={999_999: Settled("accepted")},
        )


def test_how_a_flag_was_settled_is_never_changed(held: Intake, noor: User, now: datetime) -> None:
    review.decide(case_of(held), by=noor, at=now, seen=_version(held), outcome="clear", reason="Read.")
    row = Resolution.objects.order_by("pk")[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.filter(pk=row.pk).update(how="refuted")
    with pytest.raises(IntegrityError), transaction.atomic():
        row.delete()


def test_a_colleague_s_newer_decision_is_read_first(
    held: Intake, noor: User, now: datetime, signed_in: SignedIn
) -> None:
    client = signed_in(noor)
    seen = version(client, held)
    review.decide(case_of(held), by=noor, at=now, seen=seen, outcome="more", question="When?", reason="No date.")
    response = decide(client, held, outcome="clear", seen=seen)
    assert "A colleague decided something while you were reading." in response.text
    assert Decision.objects.count() == 1
    assert decide(client, held, outcome="clear").status_code == 302


def _version(intake: Intake) -> str:
    return seen_now(intake)
