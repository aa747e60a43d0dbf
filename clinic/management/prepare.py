"""Make `.venv` and fill it from a lock, or say in one sentence what this machine is missing.

Run by the Makefile with whatever Python the machine has, before anything is installed: it needs the standard
library only, and its syntax is kept old enough that a Python too old for the clinic can still say so.

    python3 clinic/management/prepare.py runtime
    python3 clinic/management/prepare.py development
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import sysconfig
from pathlib import Path

OLDEST = (3, 11)
LOCKS = ("runtime", "development")
# The development lock holds every pin of the runtime lock, so that filling the one fills the other.
COVERS = {"runtime": ("runtime",), "development": ("runtime", "development")}


def main(arguments: list[str], root: Path) -> int:
    """Fill root/.venv for the named lock; return the exit code."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        return say("Usage: prepare.py runtime | development")
    missing = what_is_missing(sys.version_info[:2], sys.platform, has_venv())
    if missing:
        return say(missing)
    lock = arguments[0]
    venv = root / ".venv"
    if is_current(venv, root, lock):
        return 0
    return fill(venv, root, lock)


def what_is_missing(version: tuple[int, ...], platform: str, venv_works: bool) -> str:
    """Return one sentence that says what to install, or an empty text."""
    if version < OLDEST:
        wanted, actual = (".".join(map(str, numbers)) for numbers in (OLDEST, version))
        return f"Python {wanted} or newer is needed, and this is Python {actual}: install it, or name it with PYTHON=."
    if platform == "win32":
        return "The clinic runs on Linux and macOS: on Windows, use it inside WSL."
    if not venv_works:
        return "Python's venv module is missing: install it (on Debian and Ubuntu: apt-get install python3-venv)."
    return ""


def has_venv() -> bool:
    """Debian ships `venv` without the part that puts pip into it: both are asked."""
    try:
        import ensurepip
        import venv
    except ImportError:
        return False
    return bool(ensurepip and venv)


def is_current(venv: Path, root: Path, lock: str) -> bool:
    """True when the environment was filled, to the end, from this very lock and by a Python that still runs."""
    stamp = stamp_of(venv, lock)
    return stamp.is_file() and stamp.read_text() == fingerprint(root, lock) and runs(venv)


def stamp_of(venv: Path, lock: str) -> Path:
    return venv / (lock + ".installed")


def fingerprint(root: Path, lock: str) -> str:
    return hashlib.sha256((root / "requirements" / (lock + ".txt")).read_bytes()).hexdigest()


def runs(venv: Path) -> bool:
    """True when the environment's Python starts and finds the packages (a new system Python breaks it)."""
    code = f"import pip, sys; raise SystemExit(sys.version_info < {OLDEST!r})"
    try:
        return subprocess.call([str(python_of(venv)), "-c", code], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def python_of(venv: Path) -> Path:
    return venv / "bin" / "python"


def fill(venv: Path, root: Path, lock: str) -> int:
    """Install the lock into the environment. Interrupted, it begins afresh the next time."""
    unfinished = root / ".venv" / "unfinished"
    if unfinished.exists() or not runs(venv):
        print(f"Making .venv with Python {sysconfig.get_python_version()} …", flush=True)
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(venv)]) != 0:
            return say("The virtual environment .venv could not be made: see the lines above.")
    unfinished.touch()
    for covered in COVERS[lock]:
        if stamp_of(venv, covered).exists():
            stamp_of(venv, covered).unlink()
    print(f"Installing the packages of requirements/{lock}.txt (once, a minute or two) …", flush=True)
    pip = [str(python_of(venv)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    pip += ["--require-hashes", "-r", str(root / "requirements" / (lock + ".txt"))]
    if subprocess.call(pip) != 0:
        return say("The packages could not be installed: see the lines above; is this machine online?")
    for covered in COVERS[lock]:
        stamp_of(venv, covered).write_text(fingerprint(root, covered))
    unfinished.unlink()
    return 0


def say(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent.parent))
    except KeyboardInterrupt:
        sys.exit(say("Stopped. Nothing is lost: the next start begins the installation afresh."))
