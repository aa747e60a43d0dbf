"""One Ctrl-C stops all; one that ends stops the others."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clinic.demo import supervisor

SLEEPER = "import os, time; os.write(1, b'up\\n'); time.sleep(60)"
STUBBORN = (
    "import os, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); os.write(1, b'up\\n'); time.sleep(60)"
)
WITH_CHILD = (
    "import subprocess, sys, time; "
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
    "print(f'child {child.pid}\\n', end='', flush=True); time.sleep(60)"
)

LONG = 300.0  # whoever waits for it fails by the time-outs below

RUN = """
import sys
from pathlib import Path
from clinic.demo import supervisor
from clinic.demo.supervisor import Supervisor
supervisor.GRACE = float(sys.argv[1])
programs = sys.argv[2:]
sys.exit(Supervisor(
    commands={f"program {n}": [sys.executable, "-c", text] for n, text in enumerate(programs, 1)},
    folder=Path.cwd(), say=lambda sentence: print(sentence, flush=True), when_ready=lambda: True,
).run())
"""


Supervise = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def supervise(root: Path) -> Iterator[Supervise]:
    """Run programs under a supervisor; whatever a failed test leaves is ended."""
    started: list[subprocess.Popen[str]] = []

    def run(*programs: str, grace: float = LONG) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", RUN, str(grace), *programs]
        started.append(subprocess.Popen(command, cwd=root, text=True, stdout=subprocess.PIPE, start_new_session=True))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.communicate()


def wait_for(process: "subprocess.Popen[str]", *lines: str) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _line in lines]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_stops_all_in_good_order(supervise: Supervise, stop: signal.Signals) -> None:
    process = supervise(SLEEPER, SLEEPER)
    assert wait_for(process, "up", "up") == ["up", "up"]
    os.kill(process.pid, stop)
    assert process.wait(timeout=60) == 0


def test_who_does_not_listen_is_made_to(supervise: Supervise) -> None:
    process = supervise(STUBBORN, SLEEPER, grace=0.2)
    wait_for(process, "up", "up")
    os.kill(process.pid, signal.SIGINT)
    assert process.wait(timeout=60) == 0


def test_a_second_ctrl_c_does_not_wait(supervise: Supervise) -> None:
    process = supervise(STUBBORN, SLEEPER)
    wait_for(process, "up", "up")
    os.kill(process.pid, signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=1)
    os.kill(process.pid, signal.SIGINT)
    assert process.wait(timeout=60) == 0


def test_the_grace_is_shorter_than_a_persons_patience() -> None:
    assert supervisor.GRACE < 3


def test_children_of_children_are_not_left_behind(supervise: Supervise) -> None:
    process = supervise(WITH_CHILD)
    (line,) = wait_for(process, "child")
    child = int(line.split()[1])
    os.kill(process.pid, signal.SIGINT)
    assert process.wait(timeout=60) == 0
    for _try in range(600):
        if not is_alive(child):
            return
        time.sleep(0.05)
    raise AssertionError("A child of a child went on.")


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_when_one_ends_all_end_and_it_is_said(supervise: Supervise) -> None:
    process = supervise(SLEEPER, "import sys; sys.exit(3)")
    out, _nothing = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The program 2 ended by itself (exit code 3): stopping everything." in out.splitlines()
