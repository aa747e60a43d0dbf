"""kill -9 of site and worker while forms are sent and calls are booked: what was acknowledged stands once, and whole.

Everybody tries again until an answer says that it is done.
"""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from clinic.outbox import worker as work
from clinic.outbox.models import Letter
from tests.outbox.mail_server import MailServer, mail_server
from tests.support.progress import Say
from tests.worst_day.site import door, dying, ended, port_of, web, worker
from tests.worst_day.visitors import Visitor, gather, open_clinic, problems_of

# Small, it runs on one database; whole, on both.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy, pytest.mark.either_database]
AT_ONCE = 6


def send_the_rest(server: MailServer, settings: Any) -> None:
    """Send what killed workers left, when their claims have run out."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    later = timezone.now() + timedelta(minutes=20)
    while work.run_once(now=lambda: later):
        pass


def deeds(visitors: list[Visitor]) -> int:
    return sum(visitor.deeds for visitor in visitors)


def test_nothing_that_was_acknowledged_is_lost_halved_or_doubled(size: Any, say: Say, settings: Any) -> None:
    count, every = size((5, 3), (1000, 20))
    with mail_server() as server, door() as held:
        clinic, visitors = open_clinic(), gather(count, port_of(held))
        site, clock = web(held), worker(held, {"EMAIL_URL": f"smtp://127.0.0.1:{server.port}"})
        reaper = dying([site, site, clock], done=lambda: deeds(visitors), every=every, dice=random.Random(11))
        with ended(site, clock), ThreadPoolExecutor(AT_ONCE) as pool, reaper:
            for number, _visitor in enumerate(pool.map(lambda each: each.live(clinic), visitors), start=1):
                say(f"{number} of {count}, {site.kills} sites and {clock.kills} workers killed")
        kills = site.kills + clock.kills - 2  # the last ones are those that `ended` ends
        send_the_rest(server, settings)
    assert problems_of(visitors) == []
    assert site.kills > 1, "No site died: the day was too short to prove anything."
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}
    sent = {letter.message_id for letter in Letter.objects.defer("sealed", "rendered")}
    assert set(server.ids) == sent
    assert len(server.ids) - len(sent) <= kills
    # The checker would see a message that is missing.
    Letter.objects.filter(kind="intake.received", about=f"record.intake:{visitors[0].form}").delete()
    assert problems_of(visitors) == ["0: message of the form 0 times"]
    print(f"{count} forms and {count} calls, {kills} kills, {sum(v.faults for v in visitors)} tries without an answer")
