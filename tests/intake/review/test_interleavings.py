"""Two reviewers and a patient who changes the form, sends another, an update and a check-in, in any order: nothing is
decided over what nobody saw.
"""

from collections import Counter
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Q

from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from intake.pages import sending
from intake.record import errors
from intake.record.models import Answers, Intake
from intake.review import services as review
from intake.review.admin.what_changed import SIGNED
from intake.review.models import Case
from tests.intake.forms import fill, sent
from tests.intake.returning import needled, send_check_in, send_update
from tests.support.answers import Answers as AnswersOf
from tests.support.cast import make_staff

# One deed after the other, in one connection: nothing of it could differ on the other database.
pytestmark = [pytest.mark.django_db, pytest.mark.heavy, pytest.mark.either_database]
OUTCOMES = ("clear", "more", "delay", "refer", "read")
Seen = tuple[int, int, str, str, str, int]
Steps = Generator[None, None, None]


@dataclass
class Table:
    """What everybody works on, and what came of it."""

    intake: Intake
    rng: Random
    now: datetime
    told: Counter[str] = field(default_factory=Counter)
    # Of each deed: what stood in front of whoever did it, and what stood there when it was done.
    written: list[tuple[Seen, Seen]] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return Case.objects.filter(patient=self.intake.patient).order_by("-pk")[0]

    def seen(self, case: Case) -> Seen:
        """Everything that is on the page of a case, read plainly."""
        answers = [
            (row.intake_id, row.revision, str(sorted(row.raw.items(), key=str)))
            for row in Answers.objects.filter(Q(intake=case.intake) | Q(flags__case=case)).distinct().order_by("pk")
        ]
        flags = list(case.flags.order_by("pk").values_list("pk", "tier", "settled_by"))
        alerts = list(case.alerts.order_by("pk").values_list("pk", "times", "closed_at"))
        return (case.pk, case.intake_id, str(answers), str(flags), str(alerts), case.decisions.count())


def reviewer(table: Table, by: User) -> Steps:
    """Open the case, and some time later decide on what was read; whoever is refused reads again."""
    for _turn in range(2):
        case = table.case
        seen, before = review.case_version(case, review.open_case(case, by=by, at=table.now)), table.seen(case)
        yield
        outcome = table.rng.choice(OUTCOMES)
        now = table.seen(Case.objects.get(pk=case.pk))
        needed: dict[str, dict[str, Any]] = {
            "more": {"question": "Since when?"},
            "delay": {"until": (table.now + timedelta(days=9)).date()},
            "refer": {"patient_words": "Please see your doctor."},
        }
        more = needed.get(outcome, {})
        try:
            with transaction.atomic():
                if outcome == "read":
                    review.mark_read(case, by=by, at=table.now, seen=seen)
                else:
                    review.decide(case, by=by, at=table.now, seen=seen, outcome=outcome, reason="Read.", **more)
        except errors.StaleAnswersError as stale:
            table.told["something else came" if stale.sentence else "the answers changed"] += 1
            assert before != now
        except errors.ReviewError:
            table.told["a colleague was first, or it is not to be done"] += 1
        else:
            table.told["read" if outcome == "read" else "decided"] += 1
            table.written.append((before, now))
        yield


def returns(table: Table, by: User, answers: AnswersOf) -> Steps:
    """Send a second full form, an update and a check-in, in any order."""
    patient = Patient.objects.get(intakes=table.intake)
    needles = needled(patient, at=table.now - timedelta(days=2))
    ways: list[Callable[[], Intake]] = [
        lambda: sent(answers(seizure="no", needle_feelings="very_anxious"), by=by, at=table.now),
        lambda: send_update(patient, by=by, at=table.now, day_missed_dose=["blood_thinner"]),
        lambda: send_check_in(needles, by=by, at=table.now, fu_faint="dizzy"),
    ]
    for way in table.rng.sample(ways, len(ways)):
        with suppress(errors.IntakeError), transaction.atomic():
            way()
            table.told["came back"] += 1
        yield


def patient(table: Table, by: User, answers: AnswersOf) -> Steps:
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
    answers: AnswersOf, ana: User, zed: User, noor: User, now: datetime, size: Any
) -> None:
    # A hold has to be decided on; a caution may be closed by reading it.
    forms = [(sent(answers(seizure="active"), by=ana, at=now), ana)]
    forms.append((sent(answers(needle_feelings="very_anxious"), by=zed, at=now), zed))
    tomas = make_staff("tomas@clinic.example", "Tomás Ejemplo", roles.PRACTITIONER)
    told: Counter[str] = Counter()
    for seed in range(size(25, 1000)):
        with transaction.atomic():
            rng = Random(seed)
            intake, who = forms[seed % len(forms)]
            table = Table(Intake.objects.get(pk=intake.pk), rng, now)
            going = [reviewer(table, noor), reviewer(table, tomas), patient(table, who, answers)]
            going.append(returns(table, who, answers))
            while going:
                table.now += timedelta(seconds=1)
                actor = rng.choice(going)
                if next(actor, StopIteration) is StopIteration:
                    going.remove(actor)
            assert [pair for pair in table.written if pair[0] != pair[1]] == [], f"seed {seed}"
            told.update(table.told)
            transaction.set_rollback(True)
    assert set(told) == {
        "decided",
        "read",
        "came back",
        "something else came",
        "the answers changed",
        "a colleague was first, or it is not to be done",
    }
