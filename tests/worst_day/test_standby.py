"""Two web nodes, three workers, and a standby that is promoted while people book: nothing acknowledged is lost.

PostgreSQL as docs/operations.md has it: the primary waits for its standby before it says that something is written.
It is killed (SIGKILL) in the middle; the standby takes its place behind one address, as pgbouncer does, and the nodes
go on. On PostgreSQL alone.
"""

import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection

from tests.outbox.mail_server import mail_server
from tests.support.databases import furnish
from tests.support.environment import clean
from tests.support.progress import Say
from tests.worst_day.cluster import NAME, clusters, moved_to
from tests.worst_day.site import ROOT, door, ended, port_of, web, worker
from tests.worst_day.test_killed import send_the_rest
from tests.worst_day.visitors import gather, open_clinic, problems_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.battery]
AT_ONCE = 4
BOTH = ("synchronous_commit=on", "synchronous_standby_names=*", "wal_level=replica", "max_wal_senders=4")


@dataclass
class Address:
    """One address of the database, whichever server stands behind it now."""

    port: int
    leads_to: int


@contextmanager
def address_of(port: int) -> Iterator[Address]:
    """Pass every connection on to a server, while the block runs; `leads_to` may change meanwhile."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as held:
        address = Address(int(held.getsockname()[1]), port)

        def pass_on(source: socket.socket, sink: socket.socket) -> None:
            # Each end is the source of one thread, which closes it.
            with source, suppress(OSError):
                while part := source.recv(65536):
                    sink.sendall(part)
            with suppress(OSError):
                sink.shutdown(socket.SHUT_RDWR)

        def meet() -> None:
            with suppress(OSError):
                while True:
                    client, _where = held.accept()
                    try:
                        server = socket.create_connection(("127.0.0.1", address.leads_to), timeout=5)
                    except OSError:
                        client.close()
                        continue
                    server.settimeout(None)
                    for ends in ((client, server), (server, client)):
                        threading.Thread(target=pass_on, args=ends, daemon=True).start()

        threading.Thread(target=meet, daemon=True).start()
        yield address


def test_a_standby_is_promoted_while_people_book(on_sqlite: bool, size: Any, say: Say, settings: Any) -> None:
    if on_sqlite:
        return
    count = size(12, 300)
    with clusters(2) as (primary, standby), mail_server() as server, door() as one, door() as two:
        primary.start(*BOTH[2:])
        with moved_to(primary, name="postgres"), connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {NAME}")
        environment = clean(DATABASE_URL=primary.url, LOG_LEVEL="ERROR", PYTHONWARNINGS="ignore")
        for command in ("migrate", "createcachetable"):
            subprocess.run([sys.executable, "manage.py", command, "-v0"], cwd=ROOT, env=environment, check=True)
        with moved_to(primary):
            furnish()
            clinic = open_clinic()
            visitors = [*gather(count // 2, port_of(one)), *gather(count // 2, port_of(two), first=count // 2)]
        where = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres")
        standby.run("pg_basebackup", *where, "-D", str(standby.data), "-R", "-X", "stream", "-c", "fast")
        standby.start()
        primary.stop()
        primary.start(*BOTH)
        with address_of(primary.port) as address:
            url = {"DATABASE_URL": f"postgres://postgres@127.0.0.1:{address.port}/{NAME}"}
            mail = {"EMAIL_URL": f"smtp://127.0.0.1:{server.port}"}
            pieces = [web(one, url), web(two, url), *(worker(one, url | mail) for _n in range(3))]
            with ended(*pieces), ThreadPoolExecutor(AT_ONCE) as pool:
                lives = [pool.submit(visitor.live, clinic) for visitor in visitors]
                lives[count // 3].result()
                before = sum(visitor.deeds for visitor in visitors)
                primary.signal(signal.SIGKILL)
                standby.promote()
                address.leads_to = standby.port
                for number, life in enumerate(lives, start=1):
                    life.result()
                    say(f"{number} of {count}")
        with moved_to(standby):
            send_the_rest(server, settings)
            assert problems_of(visitors) == []
    faults = sum(visitor.faults for visitor in visitors)
    assert before < 2 * count, "Everything was done before the primary died."
    assert faults, "Nobody met the change: it proves nothing."
    print(f"{2 * count} deeds, {before} of them before the primary was killed, {faults} tries without an answer")
