"""Whatever has happened, everybody says the same of a person: random histories, every reader, one slow reference."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from clinic.accounts.models import User
from intake import services
from intake.standing import Word
from tests.booking.builders import make_practitioner, make_room, make_rules, make_type
from tests.intake.histories import History
from tests.intake.standing_readers import Asked, disagreeing
from tests.intake.standing_reference import Tables, expected, expected_of_form
from tests.support.progress import Say
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.heavy, pytest.mark.usefixtures("frozen")]

# Histories that stand side by side in one clinic; readers are asked about all of them at once.
TOGETHER = 50


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
        services.reopen_due(on=TODAY, at=NOW)
        services.expire_drafts(at=NOW)
    return histories


def test_every_reader_says_what_the_reference_says(clinic: SimpleNamespace, size: Any, say: Say) -> None:
    count: int = size(500, 20_000)
    words: Counter[str] = Counter()
    for seed in range(count // TOGETHER):
        with rolled_back():
            histories = played(clinic, seed=seed, count=TOGETHER)
            asked = asked_about(histories, clinic, Random(seed))
            differing = disagreeing(asked)
            assert differing == {}, f"seed {seed}: {differing}\n" + told(histories, differing)
            words.update(theirs.word for theirs in asked.expected.values())
        say(f"{(seed + 1) * TOGETHER:,} histories: {dict(words)}")
    assert set(words) == set(Word), words


def told(histories: list[History], differing: dict[str, str]) -> str:
    """Return what happened in the histories whose people somebody differs about."""
    about = " ".join(differing.values())
    return "\n\n".join(
        f"{[patient.pk for patient in history.patients]} {history.forms}\n" + "\n".join(history.log)
        for history in histories
        if any(f"{patient.pk}" in about for patient in history.patients)
    )
