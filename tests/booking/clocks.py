"""The clock at any moment, as a process that can be killed: python -m tests.booking.clocks

A nursery starts Django once; each line it reads is a moment, and for each it bears a clock that lives at that moment,
does what is due and ends (`manage.py worker --once`). It says the clock's process number, then how it ended.
"""

import os
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import time_machine

from tests.outbox.processes import database_url
from tests.support.environment import clean

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST = 120  # seconds one clock may work


@dataclass
class Nursery:
    """The other side: it has clocks born, and kills them when told."""

    process: subprocess.Popen[str]

    def run(self, moment: datetime, *, dies: Callable[[], bool] = lambda: False) -> int:
        """Let a clock work at a moment; kill it (SIGKILL) as soon as `dies` says so. Return 0, or -9 when it was."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{moment.isoformat()}\n")
        self.process.stdin.flush()
        pid, until = int(self.process.stdout.readline()), time.monotonic() + LONGEST
        killed = False
        while not select.select([self.process.stdout], [], [], 0.001)[0]:
            assert time.monotonic() < until, "The clock hangs."
            if not killed and dies():
                os.kill(pid, signal.SIGKILL)
                killed = True
        return os.waitstatus_to_exitcode(int(self.process.stdout.readline()))


@contextmanager
def nursery(**environment: str) -> Iterator[Nursery]:
    """Have clocks on the database of the test while the block runs; whatever happens they are gone afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.booking.clocks"],
        cwd=ROOT,
        env=clean(DATABASE_URL=database_url(), DJANGO_SETTINGS_MODULE="clinic.settings", **environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=1,
        text=True,
    )
    try:
        yield Nursery(process)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()  # it ends with its input, after the clock it may have
        try:
            process.wait(timeout=10)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


def main() -> None:
    """Bear a clock for each line."""
    import django

    django.setup()
    from django.core.management import load_command_class

    from clinic.outbox import machine_clock

    load_command_class("clinic.outbox", "worker")
    # The moments are played, and the database's own clock is not: it would be believed.
    machine_clock.of_database = lambda: None
    while line := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            _live(datetime.fromisoformat(line.strip()))
        print(pid, flush=True)
        print(os.waitpid(pid, 0)[1], flush=True)


def _live(moment: datetime) -> None:
    """Be the clock, and never come back."""
    from django.core.management import call_command

    os.dup2(2, 1)  # what it says must not be taken for the nursery's words
    ended = 1
    try:
        with time_machine.travel(moment, tick=True):
            call_command("worker", "--once")
        ended = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(ended)


if __name__ == "__main__":
    main()
