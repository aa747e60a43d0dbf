"""The clinic as it runs in life, in pieces that can be killed: the site behind an open door, and the worker."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from tests.outbox.processes import database_url
from tests.support.environment import clean

ROOT = Path(__file__).resolve().parent.parent.parent
# What systemd does for a service with a socket: the door is file 3, and the service is told so.
AS_SYSTEMD = """
import os, sys
door = int(sys.argv[1])
os.dup2(door, 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", "python:clinic.server", sys.argv[2]])
"""
LONGEST_STOP = 120


class Piece:
    """A process with those it has forked, which can be killed and started anew."""

    def __init__(
        self,
        command: tuple[str, ...],
        environment: dict[str, str],
        *,
        folder: Path = ROOT,
        door: socket.socket | None = None,
    ) -> None:
        self.command, self.folder, self.door = command, folder, door
        self.environment = clean(**({"DATABASE_URL": database_url(), "PYTHONWARNINGS": "ignore"} | environment))
        self.kills = 0
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *self.command],
            cwd=self.folder,
            env=self.environment,
            pass_fds=(self.door.fileno(),) if self.door else (),
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        """End it and all it has forked at once, wherever they stand (SIGKILL)."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.kills += 1

    def stop(self) -> int:
        """Tell it to end, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(LONGEST_STOP)


@contextmanager
def door() -> Iterator[socket.socket]:
    """Hold a door of this machine open while the block runs, whoever stands behind it."""
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as held:
        yield held


def port_of(held: socket.socket) -> int:
    return int(held.getsockname()[1])


def web(held: socket.socket, environment: Mapping[str, str] = MappingProxyType({}), *, folder: Path = ROOT) -> Piece:
    """Run the site behind a door."""
    told = {"SITE_URL": f"http://localhost:{port_of(held)}", "LOG_LEVEL": "CRITICAL", "WEB_CONCURRENCY": "2"}
    told |= {"DJANGO_SETTINGS_MODULE": "clinic.settings"}
    command = ("-c", AS_SYSTEMD, str(held.fileno()), "clinic.wsgi")
    return Piece(command, told | dict(environment), folder=folder, door=held)


def worker(held: socket.socket, environment: Mapping[str, str]) -> Piece:
    """Run the worker; its messages link to the site behind this door."""
    told = {"SITE_URL": f"http://localhost:{port_of(held)}", "LOG_LEVEL": "CRITICAL"}
    return Piece(("manage.py", "worker"), told | dict(environment))


@contextmanager
def ended(*pieces: Piece) -> Iterator[None]:
    """Whatever happens, these are gone afterwards."""
    try:
        yield
    finally:
        for piece in pieces:
            piece.kill()


@contextmanager
def dying(pieces: list[Piece], *, done: Callable[[], int], every: int, dice: random.Random) -> Iterator[None]:
    """Kill a piece while the block runs, again and again, and start it anew: each time when some more deeds are `done`
    (about `every` many), and some moments later, wherever it stands then.
    """
    over = threading.Event()

    def reap() -> None:
        goal = done() + dice.randint(1, every)
        while not over.wait(0.005):
            if done() >= goal:
                over.wait(dice.uniform(0, 0.1))
                piece = dice.choice(pieces)
                piece.kill()
                piece.start()
                goal = done() + dice.randint(1, 2 * every)

    reaper = threading.Thread(target=reap)
    reaper.start()
    try:
        yield
    finally:
        over.set()
        reaper.join()
