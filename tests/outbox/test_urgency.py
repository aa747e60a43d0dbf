"""What is most urgent leaves first, a mail server that is away keeps no job from its turn, and tries go by kind."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends import smtp

from clinic.accounts import letters as account_letters
from clinic.accounts.models import User
from clinic.outbox import delivery, letters, worker
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from tests.outbox.conftest import Write
from tests.outbox.mail_server import MailServer
from tests.support.times import NOW

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
pytestmark = pytest.mark.django_db


class Clock:
    """A clock that a test moves; each look at it takes `pace`."""

    def __init__(self, pace: timedelta = timedelta()) -> None:
        self.at, self.pace = NOW, pace

    def __call__(self) -> datetime:
        self.at += self.pace
        return self.at


@pytest.fixture
def of_each(kinds: dict[str, Any], write: Write, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a writer of letters, one of each urgency, the least urgent and longest waiting first."""
    monkeypatch.setattr(letters, "URGENCIES", dict(letters.URGENCIES))
    for urgency in Urgency:
        name = f"test.{urgency.label}"
        letters.kind(name, urgency=urgency)(lambda letter, at: letters.Message(letter.kind, "x"))

    def written(count: int = 1) -> None:
        for wait, urgency in enumerate(sorted(Urgency, reverse=True)):
            for n in range(count):
                due = NOW - timedelta(hours=9 - wait)
                write(f"{urgency.label}:{n}", kind=f"test.{urgency.label}", due=due)

    return written


def test_the_most_urgent_leaves_first_however_long_the_others_waited(of_each: Any) -> None:
    of_each(2)
    worker.run_once(now=lambda: NOW)
    assert [sent.subject.removeprefix("test.") for sent in mail.outbox] == [
        *("alert", "alert", "code", "code", "confirmation", "confirmation", "reminder", "reminder")
    ]


@pytest.mark.parametrize(
    ("kind", "urgency"),
    [
        ("intake.alert", Urgency.ALERT),
        ("booking.confirmation", Urgency.CONFIRMATION),
        ("booking.reminder", Urgency.REMINDER),
        ("intake.check_in", Urgency.REMINDER),
    ],
)
def test_each_kind_says_how_urgent_it_is(kind: str, urgency: Urgency) -> None:
    letters.enqueue(kind, key="k", to="ana@example.com", at=NOW)
    assert Letter.objects.get().urgency == urgency


def test_a_code_is_one_and_what_else_is_sealed_is_none(ada: User) -> None:
    account_letters.sign_in_code(to="ana@example.com", code="BCDF-2345", known=True, staff=False, at=NOW)
    account_letters.invitation(ada, link="/", at=NOW, expires=NOW + timedelta(days=7))
    assert dict(Letter.objects.values_list("kind", "urgency")) == {
        "account.code": Urgency.CODE,
        "account.invitation": Urgency.CONFIRMATION,
    }


@pytest.mark.parametrize(
    ("urgency", "tries", "over"),
    [("alert", 10, timedelta(hours=2)), ("code", 8, timedelta(minutes=15)), ("reminder", 8, timedelta(days=2))],
)
def test_tries_go_by_kind(urgency: str, tries: int, over: timedelta, of_each: Any, kinds: dict[str, Any]) -> None:
    def fails(_letter: Letter, _at: datetime) -> None:
        raise ValueError

    of_each()
    kinds[f"test.{urgency}"] = fails
    letter, at = Letter.objects.get(key=f"{urgency}:0"), NOW
    while letter.state == "due":
        at = max(at, letter.due)
        delivery.send_next(at=at)
        letter.refresh_from_db()
    assert (letter.state, letter.tries) == ("dead", tries)
    assert at - NOW < over


def test_many_emails_leave_over_one_connection(
    of_each: Any, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialed: list[object] = []
    whole = smtp.EmailBackend.open

    def dials(line: Any) -> Any:
        if not line.connection:
            dialed.append(line)
        return whole(line)

    monkeypatch.setattr(smtp.EmailBackend, "open", dials)
    of_each(3)
    worker.run_once(now=lambda: NOW)
    assert (len(server.taken), len(dialed)) == (12, 1)


def test_a_mail_server_that_is_away_is_asked_once_a_pass_and_the_jobs_have_their_turn(
    of_each: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own time-out passes at each try: every job runs all the same, and nothing else is tried in vain."""
    clock = Clock()
    tried: list[datetime] = []

    def hangs(_self: object) -> None:
        tried.append(clock.at)
        clock.at += 10 * SECOND
        raise TimeoutError

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    monkeypatch.setattr(smtp.EmailBackend, "open", hangs)
    monkeypatch.setattr(worker, "JOBS", {})
    done: list[datetime] = []

    @worker.periodic(MINUTE)
    def recurs(at: datetime) -> None:
        done.append(at)

    of_each(20)
    for _passes in range(12):
        worker.run_once(now=clock)
    assert len(tried) == 12
    assert len(done) == 2


def test_slow_letters_keep_no_job_from_its_turn(of_each: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each letter takes a minute, a job that is due each minute runs between any two of them."""
    monkeypatch.setattr(worker, "JOBS", {})
    sent_before: list[int] = []

    @worker.periodic(MINUTE)
    def counts(at: datetime) -> None:
        sent_before.append(len(mail.outbox))

    of_each(3)
    worker.run_once(now=Clock(MINUTE))
    assert len(mail.outbox) == 12
    assert sent_before[1:] == sorted({*sent_before[1:]})
    assert len(sent_before) >= 12
