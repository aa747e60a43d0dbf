"""One thing measured inside a process, without a web server: python -m tests.benchmarks.inside slots|one

Answers every line on its standard input with the milliseconds one call took, the median of a hundred.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

CALLS = 100


@dataclass
class Inside:
    """A process that measures one thing whenever it is told to."""

    process: "subprocess.Popen[str]"

    def measure(self) -> tuple[float, float]:
        """Return the milliseconds of a call on the clock (the median), and of CPU (the mean)."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("now\n")
        self.process.stdin.flush()
        clock, cpu = json.loads(self.process.stdout.readline())
        return clock, cpu


@contextmanager
def inside(what: str, environment: Mapping[str, str], folder: Path, **about: Any) -> Iterator[Inside]:
    """Start such a process; it ends with the block."""
    command = [sys.executable, "-m", "tests.benchmarks.inside", what, json.dumps(about)]
    with subprocess.Popen(
        command, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Inside(process)
        finally:
            process.terminate()


def slots(kind: int, practitioner: int, day: str) -> Callable[[], object]:
    """The free times of one practitioner on one day; the timetable is remembered, as it is between two requests."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    import django

    django.setup()
    from django.utils import timezone

    from clinic.booking import occupancy, schedule

    on = date.fromisoformat(day)

    def ask() -> object:
        visit_type = next(found for found in schedule.current().types if found.pk == kind)
        found = occupancy.slots(visit_type, first=on, last=on, at=timezone.now(), practitioner=practitioner)
        assert found
        return found

    return ask


def one() -> Callable[[], object]:
    """One row read by its key: the floor."""
    from tests.benchmarks.floor import Row

    return lambda: str(Row.objects.get(pk=2))


def main(what: str, about: str) -> None:
    things: dict[str, Callable[..., Callable[[], object]]] = {"slots": slots, "one": one}
    ask = things[what](**json.loads(about))
    for _number in range(CALLS):
        ask()
    for _line in sys.stdin:
        times, before = [], process_time()
        for _number in range(CALLS):
            began = perf_counter()
            ask()
            times.append((perf_counter() - began) * 1000)
        print(json.dumps([statistics.median(times), (process_time() - before) * 1000 / CALLS]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
