"""Two fences around every test run: no traffic leaves this machine, and in CI no test is skipped in silence.

A pytest plugin. It also writes how many tests passed, failed and were skipped to the file named by
CLINIC_TEST_REPORT, from which `make test` builds its closing lines.
"""

import ipaddress
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.environment import in_ci


class LeftTheMachineError(AssertionError):
    """A test tried to reach another machine."""


def pytest_configure(config: pytest.Config) -> None:
    _fence_in()


def _fence_in() -> None:
    if getattr(socket.socket, "fenced", False):
        return
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, _fenced(getattr(socket.socket, name)))
    socket.socket.fenced = True  # type: ignore[attr-defined]  # remembers that the fence stands


def _fenced(connect: Callable[..., Any]) -> Callable[..., Any]:
    def only_here(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_here(str(address[0])):
            raise LeftTheMachineError(f"A test tried to reach {address[0]}: traffic of tests stays on this machine.")
        return connect(self, address)

    return only_here


def is_here(host: str) -> bool:
    """Whether a host is this machine, or the database server that DATABASE_URL names."""
    if host in ("", "localhost", urlsplit(os.environ.get("DATABASE_URL", "")).hostname):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test fails the run; anywhere, the counts are handed on."""
    stats = _stats(session.config)
    if stats is None:
        return
    if in_ci() and stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    if report := os.environ.get("CLINIC_TEST_REPORT"):
        counts = {kind: len(stats.get(kind, ())) for kind in ("passed", "failed", "error", "skipped", "xfailed")}
        Path(report).write_text(json.dumps(counts))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if in_ci() and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("In CI a skipped test is a failure; the reasons stand above.", red=True)


def _stats(config: pytest.Config) -> dict[str, list[Any]] | None:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return None if reporter is None or hasattr(config, "workerinput") else reporter.stats
