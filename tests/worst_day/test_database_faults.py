"""The database is stopped, frozen, full or out of connections while people send the clinic's forms: a real PostgreSQL,
the real server before it, and every form there is.

Each gets the clinic's own page within five seconds, with what was typed on it; when the database is back, one press
saves it once, with its line in the audit log. On PostgreSQL alone; the full disk is a small file system, for which
Linux wants root.
"""

import http.client
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from clinic.site_settings.models import ClinicProfile
from tests.access.addresses import addresses, made
from tests.access.house import House, build, undone
from tests.access.snapshots import differences
from tests.support.databases import furnish
from tests.support.environment import clean
from tests.support.forms import TOKEN
from tests.support.progress import Say
from tests.support.times import NOW
from tests.worst_day import faults
from tests.worst_day.cluster import NAME, Cluster, clusters, moved_to
from tests.worst_day.filling import type_pairs, whole_forms
from tests.worst_day.sending import Ready, held, make_ready
from tests.worst_day.sent_forms import FORMS, NOTHING_STANDS, SECRETS
from tests.worst_day.site import ROOT, Piece, door, ended, port_of
from tests.worst_day.test_forms_without_database import PAGE, Plain, plainly, standing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.battery]
PHONE = "213-555-0100"
SECRET = "c" * 32
MOST_SECONDS = 5.0
AT_ONCE = 4
# gunicorn as the clinic starts it, on the day of the tests.
THAT_DAY = """
import os, sys
import time_machine
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
time_machine.travel(float(sys.argv[2]), tick=False).start()
sys.argv = ["gunicorn", "-c", "python:clinic.server", "clinic.wsgi"]
from gunicorn.app.wsgiapp import run
run()
"""


@dataclass(frozen=True)
class Page:
    """What came back, and after how many seconds."""

    status_code: int
    text: str
    seconds: float
    headers: dict[str, str]


@dataclass(frozen=True)
class Site:
    """The clinic's site over HTTP, its database, and who stands in it."""

    port: int
    cluster: Cluster
    house: House

    def get(self, path: str) -> Page:
        return self._ask("GET", path, {}, None, "")

    def send(self, ready: Ready) -> Page:
        """Send a form with everything that is on it, files too."""
        data = {**ready.data, TOKEN: SECRET}
        if not ready.has_file:
            return self.send_pairs(ready, ready.pairs)
        for value in ready.data.values():
            if not isinstance(value, str | list):
                value.seek(0)
        return self._ask("POST", ready.path, _cookies(ready), encode_multipart(BOUNDARY, data), MULTIPART_CONTENT)

    def send_pairs(self, ready: Ready, pairs: type_pairs) -> Page:
        body = urlencode([*pairs, (TOKEN, SECRET)]).encode()
        return self._ask("POST", ready.path, _cookies(ready), body, "application/x-www-form-urlencoded")

    def _ask(self, method: str, path: str, cookies: dict[str, str], body: bytes | None, kind: str) -> Page:
        headers = {"Host": f"localhost:{self.port}", "Origin": f"http://localhost:{self.port}"}
        headers |= {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}
        headers |= {"Content-Type": kind} if kind else {}
        began = time.monotonic()
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            asked.request(method, path, body, headers)
            answer = asked.getresponse()
            text = answer.read().decode(errors="replace")
        finally:
            asked.close()
        return Page(answer.status, text, time.monotonic() - began, dict(answer.headers))


def _cookies(ready: Ready) -> dict[str, str]:
    return {name: morsel.value for name, morsel in ready.client.cookies.items()} | {"csrf": SECRET}


@contextmanager
def that_day() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@contextmanager
def site() -> Iterator[Site]:
    """Run the site of the furnished house on a server of its own, whose disk is small where that can be had."""
    with clusters() as (cluster,), ExitStack() as more:
        with_disk = faults.small_disk(cluster.data.parent, megabytes=400) if faults.may_mount() else nullcontext()
        more.enter_context(with_disk)
        more.callback(faults.end, cluster)  # before its disk is gone
        house = _furnished(cluster)
        held_door = more.enter_context(door())
        told = {"SITE_URL": f"http://localhost:{port_of(held_door)}", "LOG_LEVEL": "CRITICAL"}
        told |= {"DATABASE_URL": faults.url_of(cluster), "WEB_CONCURRENCY": str(AT_ONCE)}
        command = ("-c", THAT_DAY, str(held_door.fileno()), str(NOW.timestamp()))
        piece = Piece(command, told | {"DJANGO_SETTINGS_MODULE": "clinic.settings"}, door=held_door)
        more.enter_context(ended(piece))
        here = Site(port_of(held_door), cluster, house)
        for _page in range(4 * AT_ONCE):  # until every worker has begun
            assert here.get("/").status_code == 200
        with moved_to(cluster):
            yield here


def _furnished(cluster: Cluster) -> House:
    """Make the house once, as a database of which each form gets a copy."""
    cluster.again()
    with faults.superuser(cluster) as server:
        server.execute(f"CREATE ROLE {faults.ROLE} LOGIN")
        server.execute(f"CREATE DATABASE {NAME} OWNER {faults.ROLE}")
    environment = clean(DATABASE_URL=faults.url_of(cluster), LOG_LEVEL="ERROR", PYTHONWARNINGS="ignore")
    for command in ("migrate", "createcachetable"):
        subprocess.run([sys.executable, "manage.py", command, "-v0"], cwd=ROOT, env=environment, check=True)
    with moved_to(cluster), that_day():
        furnish()
        house = build(at=NOW)
        ClinicProfile.objects.update(phone=PHONE)
        house.paths = {address: made(address, house) for address in addresses()}
        with connection.cursor() as cursor:
            # A row needs a page of its own, so that a full disk takes none.
            for table in connection.introspection.table_names():
                cursor.execute(f'ALTER TABLE "{table}" SET (fillfactor = 10)')
    with faults.superuser(cluster) as server:
        server.execute(f"ALTER DATABASE {NAME} RENAME TO furnished")
    faults.renew(cluster, of="furnished")
    return house


def renewed(here: Site) -> None:
    connection.close()
    caches["process"].clear()
    faults.renew(here.cluster, of="furnished")


def wrong(name: str, ready: Ready, page: Page) -> list[str]:
    """Say what is wrong with the answer to a form that was sent while the database was away."""
    said = [f"{page.seconds:.1f} seconds"] if page.seconds > MOST_SECONDS else []
    if page.status_code != 503:
        return said if asks_nothing(name) else [*said, f"answered {page.status_code}"]
    said += [f"lacks {part}" for part in (*PAGE, PHONE) if part not in page.text]
    kept = held(page, ready.path)
    if name not in SECRETS and (kept is None or Counter(kept) != Counter(ready.pairs)):
        said.append(f"keeps {kept}")
    return said


def asks_nothing(name: str) -> bool:
    """Whether it is answered without a question to the database: nobody is signed in, and nothing is kept."""
    return FORMS[name].who == "anonymous" and name in NOTHING_STANDS


def the_faults(cluster: Cluster) -> dict[str, Callable[[Cluster], Any]]:
    return {name: fault for name, fault in faults.FAULTS.items() if name != "full" or faults.may_mount()}


def test_every_form_is_answered_with_what_was_typed(on_sqlite: bool, size: Any, say: Say) -> None:
    if on_sqlite:
        return
    names = list(FORMS)[:: size(12, 1)]
    with site() as here, that_day():
        ready = {}
        for name in names:
            with undone():
                ready[name] = make_ready(name, here.house)
        for _worker in range(4 * AT_ONCE):
            assert here.get("/").status_code == 200
        for fault, happens in the_faults(here.cluster).items():
            if fault == "full":  # then a form that writes nothing is answered as ever
                continue
            with happens(here.cluster), ThreadPoolExecutor(AT_ONCE) as pool:
                pages = dict(zip(names, pool.map(lambda name: here.send(ready[name]), names), strict=True))
            faults.wait_for(here.cluster)
            said = [f"{name}: {line}" for name, page in pages.items() for line in wrong(name, ready[name], page)]
            assert said == [], fault
            print(f"{fault}: {len(names)} forms, the slowest after {max(p.seconds for p in pages.values()):.1f} s")
            say(fault)


def test_what_was_typed_is_saved_once_when_the_database_is_back(on_sqlite: bool, size: Any, say: Say) -> None:
    if on_sqlite:
        return
    names = [name for name in FORMS if name not in NOTHING_STANDS | SECRETS][:: size(12, 1)]
    said, met = [], Counter[str]()
    with site() as here, that_day() as clock:
        kinds = list(the_faults(here.cluster).items())
        for number, name in enumerate(names):
            fault, happens = kinds[number % len(kinds)]
            renewed(here)
            plain = plainly(name, here.house, clock)
            clock.move_to(NOW)
            caches["process"].clear()
            ready = make_ready(name, here.house)
            connection.close()
            with happens(here.cluster):
                page = here.send(ready)
            faults.wait_for(here.cluster)
            met[f"{fault} {page.status_code}"] += 1
            said += [f"{fault}: {name}: {line}" for line in saved_otherwise(here, name, ready, plain, page, fault)]
            say(f"{number + 1} of {len(names)}, {dict(met)}, {len(said)} wrong")
    assert said == []
    print(dict(met))


def saved_otherwise(here: Site, name: str, ready: Ready, plain: Plain, page: Page, fault: str) -> list[str]:
    """Say what is wrong with the answer, with what stands before the second press, and with what stands after it."""
    if fault == "full" and page.status_code == plain.answer.status_code:
        # There was still room for this one.
        return [f"saved otherwise: {line[:300]}" for line in differences(plain.after, standing(plain.asked.tables))]
    said = wrong(name, ready, page)
    said += [f"half saved: {line[:300]}" for line in differences(plain.before, standing(plain.asked.tables))]
    kept = held(page, ready.path)
    again = here.send_pairs(ready, kept) if kept is not None and not ready.has_file else here.send(ready)
    if again.status_code >= 500:
        said.append(f"pressed again: {again.status_code}")
    other = differences(plain.after, standing(plain.asked.tables))
    return said + [f"pressed again ({again.status_code}), saved otherwise: {line[:300]}" for line in other]


def test_there_is_a_form_to_press_again() -> None:
    # Otherwise the proofs above would look at nothing.
    assert len([name for name in FORMS if name not in NOTHING_STANDS | SECRETS]) > 100
    assert whole_forms('<form method="post"><input name="a" value="b"></form>', at="/x/")[0].action == "/x/"
