"""Keep a few processes running together: when one ends all end, and one Ctrl-C stops every one of them.

Each child leads a process group of its own, so that the terminal's Ctrl-C reaches this process alone and the
children are asked to stop in order, once.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 2.0  # seconds between asking and insisting
TICK = 0.1


@dataclass
class Supervisor:
    """`commands` by name; `say` prints one sentence; `when_ready` is asked until it says the house is open."""

    commands: Mapping[str, Sequence[str]]
    folder: Path
    say: Callable[[str], None]
    when_ready: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    _running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _told_to_stop: int = 0

    def run(self) -> int:
        """Start all, wait, stop all; return 0 after a wished stop and 1 after an unwished one."""
        before = {number: signal.signal(number, self._stop) for number in STOPS}
        try:
            for name, command in self.commands.items():
                self._running[name] = subprocess.Popen(
                    command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, start_new_session=True
                )
            return self._watch()
        finally:
            self._end_all()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._told_to_stop += 1

    def _watch(self) -> int:
        ready = False
        while not self._told_to_stop:
            for name, process in self._running.items():
                if (code := process.poll()) is not None:
                    self.say(f"The {name} ended by itself (exit code {code}): stopping everything.")
                    return 1
            ready = ready or self.when_ready()
            time.sleep(TICK)
        return 0

    def _end_all(self) -> None:
        """Ask every child and its group to stop; insist after a moment, at once on a second Ctrl-C."""
        self._tell(signal.SIGTERM)
        until = time.monotonic() + GRACE
        count_before = self._told_to_stop
        while any(p.poll() is None for p in self._running.values()) and time.monotonic() < until:
            if self._told_to_stop > max(count_before, 1):
                break
            time.sleep(TICK / 2)
        self._tell(signal.SIGKILL)
        for process in self._running.values():
            process.wait()

    def _tell(self, number: int) -> None:
        for process in self._running.values():
            try:
                # SIGTERM goes to the child, which knows its own children; SIGKILL to whoever is left of the group.
                (os.killpg if number == signal.SIGKILL else os.kill)(process.pid, number)
            except ProcessLookupError:
                continue
