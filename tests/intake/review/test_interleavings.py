"""Two reviewers and a patient who changes the form, in any order: nothing is decided over what nobody saw."""

from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction

from clinic.accounts import roles
from clinic.accounts.models import User
from intake.pages import sending
from intake.record import errors
from intake.record.models import Intake
from intake.review import services as review
from intake.review.admin.what_changed import SIGNED
from intake.review.models import Case, Decision
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]
OUTCOMES = ("clear", "more", "delay", "refer")
Steps = Generator[None, None, None]


@dataclass
class Table:
    """What everybody works on, and what came of it."""

    intake: Intake
    rng: Random
    now: datetime
    told: Counter[str] = field(default_factory=Counter)
    # Of each decision: the version that stood in front of whoever made it, and the one that was the newest.
    written: list[tuple[str, str]] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return Case.objects.filter(intake=self.intake).order_by("-pk")[0]

    @property
    def version(self) -> str:
        return review.version_of(self.intake.current())


def reviewer(table: Table, by: User) -> Steps:
    """Open the case, and some time later decide on what was read; whoever is refused reads again."""
    for _turn in range(2):
        case = table.case
        seen = review.version_of(review.open_case(case, by=by, at=table.now))
        known = case.decisions.count()
        yield
        outcome = table.rng.choice(OUTCOMES)
        newest, before = table.version, case.decisions.count()
        needed: dict[str, dict[str, Any]] = {
            "more": {"question": "Since when?"},
            "delay": {"until": (table.now + timedelta(days=9)).date()},
            "refer": {"patient_words": "Please see your doctor."},
        }
        more = needed.get(outcome, {})
        try:
            with transaction.atomic():
                review.decide(
                    case, by=by, at=table.now, seen=seen, known=known, outcome=outcome, reason="Read.", **more
                )
        except errors.StaleAnswersError:
            table.told["the answers changed"] += 1
            assert seen != newest
        except errors.ReviewError:
            table.told["a colleague was first"] += 1
            assert before != known or table.case.state == Case.State.CLOSED
        else:
            table.told["decided"] += 1
            table.written.append((seen, newest))
            assert before == known
        yield


def patient(table: Table, by: User, answers: Answers) -> Steps:
    """Change the form, and send it again some time later."""
    sending.change(table.intake, by=by, at=table.now)
    yield
    raw = answers(seizure="active", email=by.email, emergency_contact="Another Friend, 213-555-0100")
    changed = {"emergency_contact"} | SIGNED
    fill(raw, intake=Intake.objects.get(pk=table.intake.pk), only=changed, by=by, at=table.now)
    yield
    sending.submit(Intake.objects.get(pk=table.intake.pk), by=by, at=table.now)
    yield


def test_nobody_s_decision_or_answer_is_overwritten_in_silence(
    answers: Answers, ana: User, noor: User, now: datetime, size: Any
) -> None:
    intake = sent(answers(seizure="active"), by=ana, at=now)
    tomas = make_staff("tomas@clinic.example", "Tomás Ejemplo", roles.PRACTITIONER)
    told: Counter[str] = Counter()
    for seed in range(size(40, 1000)):
        with transaction.atomic():
            rng = Random(seed)
            table = Table(Intake.objects.get(pk=intake.pk), rng, now)
            going = [reviewer(table, noor), reviewer(table, tomas), patient(table, ana, answers)]
            while going:
                table.now += timedelta(seconds=1)
                actor = rng.choice(going)
                if next(actor, StopIteration) is StopIteration:
                    going.remove(actor)
            assert [pair for pair in table.written if pair[0] != pair[1]] == [], f"seed {seed}"
            versions = [decision.words["version"] for decision in Decision.objects.order_by("pk")]
            assert versions == [seen for seen, _newest in table.written], f"seed {seed}"
            told.update(table.told)
            transaction.set_rollback(True)
    assert set(told) == {"decided", "the answers changed", "a colleague was first"}
