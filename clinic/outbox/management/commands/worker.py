"""Send the letters that are due and do the periodic jobs, until told to stop."""

import signal
import threading
from types import FrameType
from typing import Any

import structlog
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone

from clinic import database_waits, start
from clinic.outbox import machine_clock, worker

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_PASSES = 1
MOST_SECONDS_WITHOUT_DATABASE = 15


class Command(BaseCommand):
    help = "Send the letters that are due and do the periodic jobs. Several workers may run at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if problems := start.problems():
            raise CommandError("\n".join(problems))
        if options["once"]:
            self._once()
        else:
            self._run_until_stopped()

    def _once(self) -> None:
        try:
            while worker.run_once(now=timezone.now, database=machine_clock.of_database):
                pass
        except (OperationalError, InterfaceError) as lost:
            raise CommandError("The database cannot be reached.") from lost

    def _run_until_stopped(self) -> None:
        database_waits.wait_as(database_waits.WORKER)
        stop = _stop_on_signal()
        self.stdout.write(f"The worker runs: messages and {len(worker.JOBS)} periodic jobs. Ctrl-C stops it.")
        self.stdout.flush()
        pause = SECONDS_BETWEEN_PASSES
        while not stop.is_set():
            pause = self._pass(stop, pause)
            stop.wait(pause)
        connections.close_all()

    def _pass(self, stop: threading.Event, pause: int) -> int:
        """Do one pass and return the seconds to wait; they grow while the database is away."""
        try:
            close_old_connections()
            worker.run_once(now=timezone.now, stopped=stop.is_set, database=machine_clock.of_database)
        except (OperationalError, InterfaceError) as lost:
            log.warning("worker.database_away", error=type(lost).__name__, waits=pause)
            connections.close_all()
            return min(pause * 2, MOST_SECONDS_WITHOUT_DATABASE)
        return SECONDS_BETWEEN_PASSES


def _stop_on_signal() -> threading.Event:
    """Return what SIGINT and SIGTERM set. A second signal does not wait for the letter in hand."""
    stop = threading.Event()

    def told(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise SystemExit(128 + number)
        stop.set()

    signal.signal(signal.SIGINT, told)
    signal.signal(signal.SIGTERM, told)
    return stop
