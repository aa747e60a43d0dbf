"""An alert leaves within 5 seconds and a code within 10, behind thousands of reminders and a mail server that takes its
time.
"""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from tests.outbox.mail_server import mail_server
from tests.outbox.processes import clock
from tests.support.progress import Say

# It asserts seconds: make battery alone does that.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.heavy,
    pytest.mark.either_database,
    pytest.mark.battery,
]
MOST_SECONDS = {Urgency.ALERT: 5.0, Urgency.CODE: 10.0}
# That the mail server takes for each mail; it is as quick as a good one.
PONDERS = 0.02
WAITS = 120


def _write(key: str, urgency: Urgency) -> Letter:
    """A sealed letter: a worker of its own knows no kinds that a test invents."""
    at, sealed = timezone.now(), letters.Message("Hello", "Hello.\n")
    due = at - timedelta(hours=urgency)  # whatever is less urgent has waited longer
    letters.enqueue("test.sealed", key=key, to="ana@example.com", at=at, due=due, sealed=sealed, urgency=urgency)
    return Letter.objects.defer("sealed", "rendered").get(key=key)


def test_alerts_and_codes_do_not_wait_behind_reminders(size: Any, say: Say) -> None:
    reminders, rounds = size((150, 2), (5000, 20))
    for number in range(reminders):
        _write(f"reminder:{number}", Urgency.REMINDER)
    waited: dict[Urgency, list[float]] = {urgency: [] for urgency in MOST_SECONDS}
    with mail_server() as server:
        server.ponders = PONDERS
        # Nobody reads its log here, and a full pipe would stop it.
        environment = {"LOG_LEVEL": "CRITICAL", "SITE_URL": "http://localhost:8000"}
        with clock(EMAIL_URL=f"smtp://127.0.0.1:{server.port}", **environment) as process:
            assert process.stdout is not None
            assert process.stdout.readline().startswith("The worker runs")
            for number in range(rounds):
                # All along the way through the reminders.
                while len(server.taken) < reminders * number // (rounds + 1):
                    time.sleep(0.05)
                for urgency in waited:
                    letter, began = _write(f"{urgency.label}:{number}", urgency), time.monotonic()
                    while letter.message_id not in server.ids:
                        assert time.monotonic() - began < WAITS, f"The {urgency.label} has not left."
                        time.sleep(0.01)
                    waited[urgency].append(time.monotonic() - began)
                say(f"{number + 1} of {rounds}, {len(server.taken)} mails")
            left = Letter.objects.filter(state="due", urgency=Urgency.REMINDER).count()
    assert left, "No reminder waited any more: it proves nothing."
    longest = {urgency: max(seconds) for urgency, seconds in waited.items()}
    print(
        {urgency.label: f"{seconds:.1f} s" for urgency, seconds in longest.items()}, f"{left} reminders still waiting"
    )
    assert {urgency.label: s for urgency, s in longest.items() if s > MOST_SECONDS[urgency]} == {}
