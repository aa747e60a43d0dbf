"""The first thing that runs on a fresh machine: it says in one sentence what is missing."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.management import prepare


def test_a_python_too_old_is_told() -> None:
    assert prepare.what_is_missing((3, 10), "linux", True) == (
        "Python 3.11 or newer is needed, and this is Python 3.10: install it, or name it with PYTHON=."
    )


def test_a_missing_venv_module_is_told() -> None:
    said = prepare.what_is_missing((3, 11), "linux", False)
    assert said == "Python's venv module is missing: install it (on Debian and Ubuntu: apt-get install python3-venv)."


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (4, 0)])
def test_a_fit_machine_misses_nothing(version: tuple[int, int]) -> None:
    assert prepare.what_is_missing(version, "linux", True) == ""


def test_an_old_python_can_read_it(root: Path) -> None:
    source = (root / "clinic" / "management" / "prepare.py").read_text()
    ast.parse(source, feature_version=(3, 7))


def test_make_says_so_when_there_is_no_python(root: Path, tmp_path: Path) -> None:
    make = "/usr/bin/make"
    for name in ("sh", "env"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    done = subprocess.run(
        [make, "-s", "runtime"], cwd=root, env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == (
        "Python is missing: install Python 3.11 or newer (on Debian and Ubuntu: apt-get install python3 python3-venv)."
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with locks that ask for nothing, and the environment made from them: it takes seconds, so once."""
    root = tmp_path_factory.mktemp("project")
    (root / "requirements").mkdir()
    for lock in prepare.LOCKS:
        (root / "requirements" / f"{lock}.txt").write_text(f"# nothing for {lock}\n")
    assert prepare.main(["development"], root) == 0
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may break."""
    return Path(shutil.copytree(made, tmp_path / "project", symlinks=True))


def test_what_is_made_is_not_made_again(project: Path) -> None:
    (project / ".venv" / "ours").touch()
    assert prepare.main(["development"], project) == 0
    assert prepare.main(["runtime"], project) == 0
    assert (project / ".venv" / "ours").exists()


@pytest.mark.battery  # pip runs for eight seconds
def test_a_changed_lock_is_installed(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "requirements" / "runtime.txt").write_text("# nothing else\n")
    assert not prepare.is_current(project / ".venv", project, "runtime")
    assert prepare.main(["runtime"], project) == 0
    assert "Installing the packages of requirements/runtime.txt" in capfd.readouterr().out
    assert prepare.is_current(project / ".venv", project, "runtime")


@pytest.mark.battery  # pip runs for eight seconds
def test_an_interrupted_installation_begins_afresh(project: Path) -> None:
    (project / ".venv" / "unfinished").touch()
    (project / ".venv" / "half-installed").touch()
    (project / ".venv" / "runtime.installed").unlink()
    assert prepare.main(["runtime"], project) == 0
    assert not (project / ".venv" / "half-installed").exists()
    assert prepare.is_current(project / ".venv", project, "runtime")


def test_an_environment_whose_python_has_gone_is_not_trusted(project: Path) -> None:
    python = project / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert not prepare.is_current(project / ".venv", project, "runtime")


def test_a_failed_installation_is_a_sentence_and_not_a_stamp(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "requirements" / "runtime.txt").write_text("no-hash-for-this==1.0\n")
    assert prepare.main(["runtime"], project) == 1
    assert "The packages could not be installed" in capfd.readouterr().err
    assert not prepare.is_current(project / ".venv", project, "runtime")


def test_the_locks_hold_hashes_and_no_address(root: Path) -> None:
    for lock in prepare.LOCKS:
        lines = (root / "requirements" / f"{lock}.txt").read_text().splitlines()
        pins = [line for line in lines if "==" in line and not line.startswith("    ")]
        assert len(pins) > 20
        assert not [line for line in lines if "://" in line or line.startswith("-")]
        assert sum("--hash=sha256:" in line for line in lines) >= len(pins)


def test_the_development_lock_keeps_every_pin_of_the_runtime_lock(root: Path) -> None:
    runtime, development = (
        {line.split()[0] for line in (root / "requirements" / f"{lock}.txt").read_text().splitlines() if "==" in line}
        for lock in prepare.LOCKS
    )
    assert runtime <= development


def test_usage_is_told() -> None:
    done = subprocess.run([sys.executable, prepare.__file__], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "Usage: prepare.py runtime | development\n")
