"""Start a web server, ask it one request at a time, and read what it cost."""

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

# A server whose test or benchmark was killed ends as well, where Linux is asked for that (PR_SET_PDEATHSIG, SIGTERM).
ENDS_WITH_ITS_PARENT = """
import ctypes, os, sys
getattr(ctypes.CDLL(None), "prctl", lambda *_: 0)(1, 15)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


@dataclass
class Request:
    """One request, made anew each time: `form` may depend on how many were sent."""

    method: str
    path: str
    cookies: str = ""
    form: Callable[[int], Mapping[str, object]] | None = None
    expected: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    # Where several addresses are asked in turn, instead of `path`.
    paths: Sequence[str] = ()
    sent: int = 0
    # Where the last answer led, if it led somewhere.
    led_to: str = ""

    def send(self, port: int) -> float:
        """Send it and return the milliseconds until the last byte; another status is an error."""
        headers = {"Host": f"localhost:{port}", "Cookie": self.cookies, **self.headers}
        path = self.paths[self.sent % len(self.paths)] if self.paths else self.path
        body = None
        if self.form:
            body = urlencode(dict(self.form(self.sent)), doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.sent += 1
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request(self.method, path, body, headers)
        response = connection.getresponse()
        text = response.read()
        took = (time.perf_counter() - began) * 1000
        connection.close()
        self.led_to = response.headers.get("Location", "")
        if response.status != self.expected:
            raise RuntimeError(f"{self.method} {path}: {response.status} instead of {self.expected}: {text[:300]!r}")
        return took


def tag_of(path: str, port: int) -> str:
    """Return the tag by which a browser would ask for a page again."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": f"localhost:{port}"})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.headers["ETag"]


@dataclass
class Server:
    """A running gunicorn with its sync workers."""

    port: int
    process: "subprocess.Popen[bytes]"

    def pids(self) -> list[int]:
        """Return the master and its workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]

    def cpu(self) -> float:
        """Return the seconds of CPU that master and workers have used."""
        # Nanoseconds on a processor; a tick of /proc/…/stat would be a quarter of a millisecond a request.
        used = sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in self.pids())
        return used / 1e9

    def megabytes(self) -> float:
        """Return the memory of all of them, shared pages counted once (PSS)."""
        total = 0
        for pid in self.pids():
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        return total / 1024


@contextmanager
def server(
    application: str,
    environment: Mapping[str, str],
    folder: Path,
    *,
    port: int | None = None,
    workers: int = 2,
    python: str = sys.executable,
) -> Iterator[Server]:
    """Serve a WSGI application with the clinic's own gunicorn settings until the block ends."""
    port = port or free_port()
    process = subprocess.Popen(
        [python, "-c", ENDS_WITH_ITS_PARENT, "-m", "gunicorn", "-c", "python:clinic.server", application],
        env={**environment, "BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": str(workers)},
        cwd=folder,
        start_new_session=True,
    )
    try:
        wait_for(port, process)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _try in range(300):
        if process.poll() is not None:
            raise RuntimeError("The web server ended at once: see the lines above.")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The web server does not answer.")


@dataclass
class Figures:
    """What one request cost: milliseconds to the last byte, and of CPU."""

    times: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return statistics.median(self.times)

    @property
    def cpu_ms(self) -> float:
        return statistics.median(self.cpu)


def measure(sides: Mapping[str, tuple[Server, Request]], *, rounds: int, each: int) -> dict[str, Figures]:
    """Send `each` requests to every side in turn, `rounds` times; the first round only warms up."""
    figures = {name: Figures() for name in sides}
    for number in range(rounds + 1):
        for name, (asked, request) in sides.items():
            before = asked.cpu()
            times = [request.send(asked.port) for _n in range(each)]
            if number:
                figures[name].times += times
                figures[name].cpu.append((asked.cpu() - before) * 1000 / each)
    return figures
