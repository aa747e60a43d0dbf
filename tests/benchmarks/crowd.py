"""A clinic with many people in it: python -m tests.benchmarks.crowd 1000, for the growth of P3 and P14.

Each person has a mailbox and ten forms behind them, each accepted and decided; the form of one in five waits for the
review as well. A thousand people are ten thousand cases, a hundred thousand are a million with twenty thousand open.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.servers import Request

if TYPE_CHECKING:
    from clinic.accounts.models import Patient

AT_ONCE = 5_000
# Of so many people one has an open case, and the first hundred: a page of the queue is full in a small clinic as well.
OPEN, FIRST = 5, 100
# As many come within a day to a small clinic as to a large one: a day has no more hours there.
SOON = 30
# So many forms lie behind each person.
FORMS = 10
# Between a row and its copy. References of nine characters hold the last of them.
APART = 1_000_000


@dataclass(frozen=True)
class Crowd:
    """The sessions of somebody at the desk, of a practitioner, and of the practitioner who looks for somebody."""

    desk: str
    practitioner: str
    # What is looked for, each in a session of its own: what was typed stands in no address.
    searches: dict[str, str]
    # A case far down in the list of open ones and in that of closed ones.
    deep: dict[str, str]

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
            "P3 my day": Request("GET", "/desk/my-day/", by),
            **{
                f"P3 queue, {tab}": Request("GET", f"{queue}?tab={tab}", by)
                for tab in ("today", "hold", "caution", "mine", "waiting", "delayed", "closed", "by_me")
            },
            **{
                f"P3 queue, {tab}, a page far down": Request("GET", f"{queue}?tab={tab}&after={ref}", by)
                for tab, ref in self.deep.items()
            },
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
    from intake.review.admin import queue
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
    earlier_forms()
    waiting = [number for number in range(size) if number < FIRST or number % OPEN == 0]
    for begin in range(0, len(waiting), AT_ONCE):
        _write_waiting(waiting[begin : begin + AT_ONCE], by=noor, at=at)
    statistics()
    form = Intake.objects.order_by("id")[0]
    words = {
        "a name": form.full_name.split()[0],
        "a whole name": form.full_name,
        "a name that all have": "Crowd",
        "nobody": "nobody",
        "a reference": form.reference,
        "a birth date": "1950-06-01",
    }
    searches = {what: _looking_for(typed, session_of(noor)) for what, typed in words.items()}
    lists = {tab: queue.chosen(tab, by=noor, at=at) for tab in ("open", "closed")}
    # In the middle: pages before it would be walked, were they counted and not looked up.
    deep = {tab: cases[cases.count() // 2].ref for tab, cases in lists.items()}
    told = {"desk": session_of(desk), "practitioner": session_of(noor), "searches": searches, "deep": deep}
    print(json.dumps(told))


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
    """Write these people, each with a form and a decision behind them: nobody's word ends soon."""
    from intake.record.models import FormIdentity
    from intake.review.models import Case, Decision

    long_ago = at - timedelta(days=200)
    people = list(_people(numbers, at=long_ago))
    forms, sent = _forms(people, at=long_ago, opened_at=long_ago, accepted_at=long_ago)
    FormIdentity.objects.bulk_create(
        FormIdentity(intake=form, folded_name=who.folded_name, date_of_birth=who.date_of_birth, said_at=long_ago)
        for who, form in zip(people, forms, strict=True)
    )
    over = {"state": Case.State.CLOSED, "opened_at": long_ago, "waiting_since": long_ago}
    cases = Case.objects.bulk_create(
        Case(patient=form.patient, intake=form, tier=_tier(n), closed_at=long_ago + timedelta(minutes=n), **over)
        for n, form in zip(numbers, forms, strict=True)
    )
    about = {"outcome": Decision.Outcome.CLEAR, "words": {}, "by": by, "by_name": "Noor Crowd"}
    # The first were decided yesterday, the others long ago.
    decisions = Decision.objects.bulk_create(
        Decision(case=case, answers=answers, at=at - timedelta(days=1) if n < FIRST else long_ago, **about)
        for n, case, answers in zip(numbers, cases, sent, strict=True)
    )
    _flags(cases, sent, at=long_ago, decisions=decisions)


def _write_waiting(numbers: list[int], *, by: Any, at: Any) -> None:
    """Write the newest form of these people: nobody has read it. Some come soon, some are asked, some are claimed."""
    from clinic.accounts.models import Patient
    from intake.review.models import NO_VISIT, Case

    mailboxes = [f"crowd{number}@example.com" for number in numbers]
    by_mailbox = {
        who.user.email: who
        for who in Patient.objects.filter(user__email__in=mailboxes).select_related("user")
        if who.user is not None
    }
    lately = at - timedelta(days=20)
    forms, sent = _forms([by_mailbox[mailbox] for mailbox in mailboxes], at=lately, opened_at=None, accepted_at=lately)
    cases = []
    for n, form in zip(numbers, forms, strict=True):
        case = Case(patient=form.patient, intake=form, tier=_tier(n), opened_at=lately, visit_at=NO_VISIT)
        case.waiting_since = lately + timedelta(seconds=n)
        if n < SOON:
            case.visit_at = at + timedelta(minutes=30 * n)
        elif n % 4 == 0:
            case.visit_at = at + timedelta(days=2, minutes=n)
        if n < FIRST and n % 25 == 1:
            case.claimed_by, case.claimed_until = by, at + timedelta(days=1)
        if n % 20 == 10:
            case.state = Case.State.WAITING
        elif n % 20 == 15:
            case.state, case.delayed_until = Case.State.DELAYED, (at + timedelta(days=30)).date()
        cases.append(case)
    _flags(Case.objects.bulk_create(cases), sent, at=lately, decisions=[None] * len(cases))


def _forms(people: "list[Patient]", *, at: Any, opened_at: Any, accepted_at: Any) -> tuple[list[Any], list[Any]]:
    """Write one form each, sent and accepted; return the forms and their answers."""
    from intake.record.models import Answers, Intake

    times = {"started_at": at, "saved_at": at, "expires_at": at, "submitted_at": at, "accepted_at": accepted_at}
    forms = Intake.objects.bulk_create(
        Intake(version="1", patient=who, full_name=who.full_name, date_of_birth=who.date_of_birth, **times)
        for who in people
    )
    sent = Answers.objects.bulk_create(
        Answers(intake=form, document={}, saved_at=at, frozen_at=at, opened_at=opened_at) for form in forms
    )
    return forms, sent


def _flags(cases: list[Any], sent: list[Any], *, at: Any, decisions: list[Any]) -> None:
    """Write two flags a case; a decision settles them."""
    from intake.review.models import Flag

    about = {"ruleset": "1", "contact": "", "finding": {}, "raised_at": at}
    Flag.objects.bulk_create(
        Flag(case=case, answers=answers, code=code, tier=case.tier, position=place, settled_by=decision, **about)
        for case, answers, decision in zip(cases, sent, decisions, strict=True)
        for place, code in enumerate(("anticoagulant", "pregnancy"))
    )


def _tier(number: int) -> Any:
    from intake.screening import Tier

    return (Tier.HOLD, Tier.CAUTION, Tier.NOTE, Tier.CLEAR)[number % 4]


def earlier_forms() -> None:
    """Copy what lies behind each person so often that it is ten forms, each with its answers, flags and decision.

    In the database: four million rows through the ORM take an hour.
    """
    from django.core.management.color import no_style
    from django.db import connection

    from intake.record.models import Answers, FormIdentity, Intake
    from intake.review.models import Case, Decision, Flag

    copied = (Intake, FormIdentity, Answers, Case, Decision, Flag)
    with connection.cursor() as cursor:
        for times in range(1, FORMS):
            for model in copied:
                cursor.execute(_copy(model, copied, far=times * APART))
        for statement in connection.ops.sequence_reset_sql(no_style(), copied):
            cursor.execute(statement)


def _copy(model: Any, copied: tuple[Any, ...], *, far: int) -> str:
    """Return the statement that copies the first rows of a table so far away, and what they point at likewise."""
    from django.db import models

    columns = {}
    for field in model._meta.concrete_fields:
        name = f'"{field.column}"'
        if field.primary_key or field.related_model in copied:
            columns[name] = f"{name} + {far}"
        elif field.unique:
            columns[name] = f"'C' || ({far} + id)"
        elif not isinstance(field, models.GeneratedField):
            columns[name] = name
    table, into, out = model._meta.db_table, ", ".join(columns), ", ".join(columns.values())
    return f'INSERT INTO "{table}" ({into}) SELECT {out} FROM "{table}" WHERE id <= {APART}'  # noqa: S608  (names only)


def statistics() -> None:
    """Let PostgreSQL look at its tables, as it does by itself some minutes after so many rows were written."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _people(numbers: range, *, at: Any) -> "Iterator[Patient]":
    from clinic.accounts.models import NameWord, Patient, User
    from clinic.text import fold

    mailboxes = User.objects.bulk_create(User(email=f"crowd{number}@example.com", password="!") for number in numbers)
    people = Patient.objects.bulk_create(
        Patient(user=mailbox, full_name=name, folded_name=fold(name), date_of_birth=_born(number), created_at=at)
        for number, mailbox in zip(numbers, mailboxes, strict=True)
        for name in (_name(number),)
    )
    NameWord.objects.bulk_create(
        NameWord(patient=who, word=word, sound=key) for who in people for word, key in NameWord.rows_of(who.full_name)
    )
    yield from people


def _born(number: int) -> date:
    """Return an invented birth date; as many share one as among people of eighty years."""
    return date(1940, 1, 1) + timedelta(days=97 * number % 29_000)


def _name(number: int) -> str:
    """Return an invented name; as many begin alike as in a telephone book."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    first = "".join(letters[number // 26**place % 26] for place in range(4))
    return f"{first.title()}a Crowd"


if __name__ == "__main__":
    main(int(sys.argv[1]))
