"""The fences around the tests themselves: without them a green run would prove less than it says."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import environment
from tests.support.fences import LeftTheMachineError, is_here


def test_a_test_cannot_reach_another_machine() -> None:
    with socket.socket() as outside, pytest.raises(LeftTheMachineError):
        outside.connect(("192.0.2.1", 80))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1", ""])
def test_this_machine_is_here(host: str) -> None:
    assert is_here(host)


@pytest.mark.parametrize("host", ["example.com", "192.0.2.1", "10.0.0.1", "2001:db8::1", "localhost.example.com"])
def test_another_machine_is_not(host: str) -> None:
    assert not is_here(host)


def test_the_database_server_of_a_ci_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://clinic:x@db.ci.example:5432/clinic")
    assert is_here("db.ci.example")
    assert not is_here("other.ci.example")


SKIPS = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="there is no moon tonight")
def test_skips():
    pass
"""


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_skipped_test_is_announced_and_in_ci_a_failure(root: Path, tmp_path: Path, ci: str, code: int) -> None:
    done = run_pytest(root, tmp_path, SKIPS, CI=ci)
    assert done.returncode == code
    assert "there is no moon tonight" in done.stdout
    assert ("In CI a skipped test is a failure" in done.stdout) is bool(code)
    assert '"passed": 1' in (tmp_path / "report.json").read_text()
    assert '"skipped": 1' in (tmp_path / "report.json").read_text()


def test_no_test_at_all_is_not_a_success(root: Path, tmp_path: Path) -> None:
    assert run_pytest(root, tmp_path, "x = 1\n").returncode == 5


def run_pytest(root: Path, folder: Path, source: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_inner.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-p", "tests.support.fences", "-c", "/dev/null", "-ra", str(folder)]
    variables["CLINIC_TEST_REPORT"] = str(folder / "report.json")
    return subprocess.run(
        [*command, "-p", "no:django", "--rootdir", str(folder)],
        cwd=root,
        env=environment.clean(**variables),
        capture_output=True,
        text=True,
    )
