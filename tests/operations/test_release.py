"""A release as docs/operations.md tells it: systemd holds the door, the site is restarted, and nobody is refused."""

import http.client
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.outbox.processes import database_url
from tests.support.environment import clean

# What systemd does for a service with a socket: the door is file 3, and the service is told so.
AS_SYSTEMD = """
import os, sys
door = int(sys.argv[1])
os.dup2(door, 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", "python:clinic.server", "clinic.wsgi"])
"""
WAITS = 120
# The door is held by systemd, and asks no database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy, pytest.mark.either_database]


@contextmanager
def _site(door: socket.socket, root: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the site behind an open door while the block runs."""
    command = [sys.executable, "-c", AS_SYSTEMD, str(door.fileno())]
    environment = clean(DATABASE_URL=database_url(), SITE_URL="http://localhost:8000", LOG_LEVEL="ERROR")
    process = subprocess.Popen(command, cwd=root, env=environment, pass_fds=(door.fileno(),))
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(WAITS) == 0


def test_a_restart_behind_the_socket_refuses_nobody(root: Path, size: Any) -> None:
    stop, answers = threading.Event(), list[object]()

    def ask() -> None:
        while not stop.is_set():
            asked = http.client.HTTPConnection("127.0.0.1", door.getsockname()[1], timeout=WAITS)
            try:
                asked.request("GET", "/readyz")
                answers.append(asked.getresponse().status)
            except (OSError, http.client.HTTPException) as refused:
                answers.append(repr(refused))
            finally:
                asked.close()

    with socket.create_server(("127.0.0.1", 0), backlog=1024) as door:
        askers = [threading.Thread(target=ask) for _n in range(2)]
        for asker in askers:
            asker.start()
        try:
            for _restart in range(size(1, 20)):
                before = len(answers)
                with _site(door, root) as site:
                    while len(answers) < before + size(20, 250):
                        assert site.poll() is None
                        stop.wait(0.05)
        finally:
            stop.set()
            with _site(door, root):
                for asker in askers:
                    asker.join(WAITS)
    assert len(answers) >= size(20, 5000)
    assert set(answers) == {200}
