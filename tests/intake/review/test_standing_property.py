"""Whatever has happened, everybody says the same of a person: random histories, every reader, one slow reference."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from importlib import import_module
from random import Random
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from clinic.accounts.models import Patient, User
from clinic.booking import letters, reminders
from clinic.booking.services import policies, waiting
from clinic.booking.views import choosing
from clinic.desk import intake_row, tasks, visit_row
from clinic.desk.views import booking as desk_booking
from clinic.desk.views import people
from clinic.desk.views import waiting as desk_waiting
from intake.pages import expiry
from intake.record.models import Intake
from intake.review import services as review
from intake.review import standing
from intake.review.models import Alert, Case, Decision
from intake.review.standing import Standing, Word
from tests.booking.builders import make_practitioner, make_room, make_rules, make_type
from tests.intake.review.asked_about import forgotten
from tests.intake.review.histories import History
from tests.intake.review.standing_readers import READERS, Asked, disagreeing
from tests.intake.review.standing_reference import Tables, expected, expected_of_form
from tests.support.progress import Say
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.heavy, pytest.mark.usefixtures("frozen")]

# The one reading itself.
ONE = {"the_standing", "the_standing_of_one"}
# Histories that stand side by side in one clinic; readers are asked about all of them at once.
TOGETHER = 25
# So that two cores share them.
PARTS = 2


@pytest.fixture
def clinic(db: None, rui: User) -> SimpleNamespace:
    """Noor, a room, two kinds of visit, and Rui at the desk."""
    make_rules()
    make_room()
    noors = make_practitioner()
    return SimpleNamespace(
        rui=rui,
        noor=noors.user,
        practitioner=noors,
        consultation=make_type("consultation", noors),
        treatment=make_type("treatment", noors, needling=True),
    )


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def asked_about(histories: list[History], clinic: SimpleNamespace, rng: Random) -> Asked:
    """Work out slowly what should be said of the people of these histories, and look at some of their pages."""
    tables = Tables([saying for history in histories for saying in history.said])
    patients = [patient for history in histories for patient in history.patients]
    should = {patient.pk: expected(patient.pk, tables, on=TODAY) for patient in patients}
    forms = {form.pk: expected_of_form(form, tables, on=TODAY) for form in tables.forms}
    sample = rng.sample(patients, min(2, len(patients)))
    return Asked(**vars(clinic), patients=patients, expected=should, forms=forms, sample=sample)


def played(clinic: SimpleNamespace, *, seed: int, count: int) -> list[History]:
    histories = [
        History(seed * 1000 + number, Random(f"{seed}.{number}"), clinic.noor, clinic.rui).run()
        for number in range(count)
    ]
    if seed % 2:
        review.reopen_due(on=TODAY, at=NOW)
        expiry.expire_drafts(at=NOW)
    return histories


@pytest.mark.parametrize("part", range(PARTS))
def test_every_reader_says_what_the_reference_says(
    part: int, clinic: SimpleNamespace, size: Any, on_sqlite: bool, say: Say
) -> None:
    count: int = size(500 if on_sqlite else 50, 20_000)
    words: Counter[str] = Counter()
    for seed in range(part, count // TOGETHER, PARTS):
        with rolled_back():
            histories = played(clinic, seed=seed, count=TOGETHER)
            asked = asked_about(histories, clinic, Random(seed))
            differing = disagreeing(asked)
            assert differing == {}, f"seed {seed}: {differing}\n" + told(histories, differing)
            if seed % 2:  # the clock did what it does every ten minutes
                assert forgotten(histories, on=TODAY, at=NOW) == [], f"seed {seed}"
            words.update(theirs.word for theirs in asked.expected.values())
        say(f"{(seed + 1) * TOGETHER:,} histories: {dict(words)}")
    assert set(words) == set(Word) or count < TOGETHER * PARTS * 2, words


def told(histories: list[History], differing: dict[str, str]) -> str:
    """Return what happened in the histories whose people somebody differs about."""
    about = " ".join(differing.values())
    return "\n\n".join(
        f"{[patient.pk for patient in history.patients]} {history.forms}\n" + "\n".join(history.log)
        for history in histories
        if any(f"{patient.pk}" in about for patient in history.patients)
    )


# ——— the net holds: a reader with a rule of its own is caught


def own_rule(patients: Any, *, on: date, at: datetime) -> dict[int, Standing]:
    """A rule as a reader might have one: what stands on this very record, and no more."""
    return {key: _own(key, on=on) for key in patients}


def _own(patient: int, *, on: date) -> Standing:
    last = Decision.objects.filter(case__patient=patient).order_by("-at", "-id").first()
    limits = tuple(last.limits) if last else ()
    if Alert.objects.filter(closed_at=None, case__patient=patient).exists():
        return Standing(Word.CALL)
    if Case.objects.not_closed().filter(patient=patient).needing_decision().exists():
        return Standing(Word.WAITING)
    if not Intake.objects.filter(patient=patient, accepted_at__isnull=False).exists():
        return Standing(Word.FORM_MISSING)
    return Standing(Word.READY, last.until if last else None, limits)


def _own_of_forms(intakes: Any, *, on: date, at: datetime) -> dict[int, Standing]:
    return {form.pk: _own(form.patient_id or 0, on=on) for form in intakes}


def _own_of_one(patient: Patient | int, *, on: date, at: datetime) -> Standing:
    return _own(patient if isinstance(patient, int) else patient.pk, on=on)


OWN = SimpleNamespace(
    of=own_rule,
    of_one=_own_of_one,
    of_forms=_own_of_forms,
    Word=Word,
)
# Which module is put back to its own rule, and which readers must be caught.
CONTROLS: list[tuple[ModuleType, set[str]]] = [
    (visit_row, {"the_day", "the_week", "the_sheet_of_the_day"}),
    (intake_row, {"the_list_of_forms"}),
    (people, {"the_page_of_a_person"}),
    (desk_booking, {"the_desk_s_booking"}),
    (desk_waiting, {"the_desk_s_waiting_list"}),
    (tasks, {"the_tasks_of_the_desk"}),
    (policies, {"the_last_look_of_a_booking"}),
    (waiting, {"the_waiting_list"}),
    (reminders, {"the_reminders"}),
    (letters, {"a_reminder_when_it_is_sent"}),
    (choosing, {"booking_online"}),
    (import_module("clinic.booking.views.mine"), {"the_patient_s_own_page"}),  # a view there has the same name
]


def name_in(module: ModuleType) -> str:
    """Return under which name a module knows the one reading."""
    return next(name for name, value in vars(module).items() if value is standing)


@pytest.mark.either_database  # the net itself, not what it catches
def test_any_reader_with_a_rule_of_its_own_is_caught(clinic: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set().union(*(readers for _module, readers in CONTROLS)) == set(READERS) - ONE
    with rolled_back():
        asked = asked_about(played(clinic, seed=7, count=2 * TOGETHER), clinic, Random(7))
        own = own_rule([patient.pk for patient in asked.patients], on=TODAY, at=NOW)
        asked.sample = wrongly_judged(asked, own)
        assert disagreeing(asked) == {}
        caught = []
        for module, readers in CONTROLS:
            with monkeypatch.context() as put_back:
                put_back.setattr(module, name_in(module), OWN)
                caught.append(set(disagreeing(asked, only=readers)))
    assert caught == [readers for _module, readers in CONTROLS]


def wrongly_judged(asked: Asked, own: dict[int, Standing]) -> list[Patient]:
    """Return people whom a rule of one's own calls ready and who are not, one for each word."""
    ready = [p for p in asked.patients if p.user and own[p.pk].word is Word.READY]
    people = {asked.expected[p.pk].word: p for p in ready}
    return [person for word, person in people.items() if word != Word.READY]
