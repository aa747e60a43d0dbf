"""A clinic with many people in it: python -m tests.benchmarks.crowd 1000, for the growth of P3 and P14.

Each person has a mailbox, an accepted form that a practitioner decided about, and one in fifty waits for the review.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.servers import Request

if TYPE_CHECKING:
    from clinic.accounts.models import Patient

AT_ONCE = 5_000
# One case in so many is open, and the first hundred: a page of the queue is full in a small clinic as well.
OPEN, FIRST = 50, 100


@dataclass(frozen=True)
class Crowd:
    """The sessions of somebody at the desk, of a practitioner, and of the practitioner who looks for somebody."""

    desk: str
    practitioner: str
    # What is looked for, each in a session of its own: what was typed stands in no address.
    searches: dict[str, str]

    def pages(self) -> dict[str, Request]:
        """Return the pages that staff and the public open, by what the benchmark calls them."""
        desk, queue = f"session={self.desk}", "/admin/review/case/"
        by = f"session={self.practitioner}"
        return {
            "P14 home": Request("GET", "/"),
            "P14 desk's day": Request("GET", "/desk/", desk),
            "P14 desk's tasks": Request("GET", "/desk/tasks/", desk),
            "P14 desk's forms": Request("GET", "/desk/forms/", desk),
            "P3 queue, first page": Request("GET", queue, by),
            "P3 queue, holds": Request("GET", f"{queue}?tab=hold", by),
            "P3 queue, closed": Request("GET", f"{queue}?tab=closed", by),
            **{
                f"P3 search, {what}": Request("GET", f"{queue}?tab=found", f"session={session}")
                for what, session in self.searches.items()
            },
        }


def prepare(environment: Mapping[str, str], folder: Path, size: int) -> Crowd:
    """Write so many people into the database of this environment, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.crowd", str(size)]
    done = subprocess.run(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return Crowd(**json.loads(done.stdout.splitlines()[-1]))


def main(size: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from clinic.accounts import roles
    from clinic.demo import static_files
    from intake.record.models import Intake
    from tests.benchmarks.board import session_of
    from tests.support.cast import make_staff

    for command in ("migrate", "createcachetable", "roles"):
        call_command(command, verbosity=0)
    static_files.gather()
    at = timezone.now()
    desk = make_staff("desk.crowd@clinic.example", "Rui Crowd", roles.DESK)
    noor = make_staff("noor.crowd@clinic.example", "Noor Crowd", roles.PRACTITIONER)
    for begin in range(0, size, AT_ONCE):
        _write(range(begin, min(begin + AT_ONCE, size)), by=noor, at=at)
    form = Intake.objects.order_by("id")[0]
    words = {
        "a name": form.full_name.split()[0],
        "nobody": "nobody",
        "a reference": form.reference,
        "a birth date": "1950-06-01",
    }
    searches = {what: _looking_for(typed, session_of(noor)) for what, typed in words.items()}
    print(json.dumps({"desk": session_of(desk), "practitioner": session_of(noor), "searches": searches}))


def _looking_for(typed: str, key: str) -> str:
    """Let the practitioner of this session have looked for that; return the session."""
    from importlib import import_module

    from django.conf import settings

    from intake.review.admin import queue_search

    session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    queue_search.keep(typed, session=session)
    session.save()
    return key


def _write(numbers: range, *, by: Any, at: Any) -> None:
    """Write these people, each with a year behind them: nobody's word ends soon, nobody looks like somebody else."""
    from intake.record.models import Answers, Intake
    from intake.review.models import Case, Decision

    long_ago = at - timedelta(days=200)
    people = list(_people(numbers, at=long_ago))
    times = {"started_at": long_ago, "saved_at": long_ago, "expires_at": at, "submitted_at": long_ago}
    forms = Intake.objects.bulk_create(
        Intake(version="1", patient=who, full_name=who.full_name, date_of_birth=who.date_of_birth, **times)
        for who in people
    )
    Intake.objects.filter(pk__in=[form.pk for form in forms]).update(accepted_at=long_ago)
    sent = Answers.objects.bulk_create(
        Answers(intake=form, document={}, saved_at=long_ago, frozen_at=long_ago, opened_at=long_ago) for form in forms
    )
    cases = Case.objects.bulk_create(
        _case(form, number, at=long_ago) for number, form in zip(numbers, forms, strict=True)
    )
    about = {"outcome": Decision.Outcome.CLEAR, "words": {}, "by": by, "by_name": "Noor Crowd", "at": long_ago}
    Decision.objects.bulk_create(
        Decision(case=case, answers=answers, **about)
        for case, answers in zip(cases, sent, strict=True)
        if case.state == Case.State.CLOSED
    )


def _people(numbers: range, *, at: Any) -> "Iterator[Patient]":
    from clinic.accounts.models import NameWord, Patient, User
    from clinic.text import fold
    from tests.benchmarks.diary import born

    mailboxes = User.objects.bulk_create(User(email=f"crowd{number}@example.com", password="!") for number in numbers)
    people = Patient.objects.bulk_create(
        Patient(user=mailbox, full_name=name, folded_name=fold(name), date_of_birth=born(number % 300), created_at=at)
        for number, mailbox in zip(numbers, mailboxes, strict=True)
        for name in (_name(number),)
    )
    NameWord.objects.bulk_create(
        NameWord(patient=who, word=word, sound=key) for who in people for word, key in NameWord.rows_of(who.full_name)
    )
    yield from people


def _name(number: int) -> str:
    """Return an invented name; as many begin alike as in a telephone book."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    first = "".join(letters[number // 26**place % 26] for place in range(4))
    return f"{first.title()}a Crowd"


def _case(form: Any, number: int, *, at: Any) -> Any:
    from intake.review.models import Case
    from intake.screening import Tier

    tier = (Tier.HOLD, Tier.CAUTION, Tier.NOTE)[number % 3]
    is_open = number < FIRST or number % OPEN == 0
    over = {} if is_open else {"state": Case.State.CLOSED, "closed_at": at + timedelta(minutes=number)}
    times = {"opened_at": at, "waiting_since": at + timedelta(seconds=number)}
    return Case(patient=form.patient, intake=form, tier=tier, **times, **over)


if __name__ == "__main__":
    main(int(sys.argv[1]))
