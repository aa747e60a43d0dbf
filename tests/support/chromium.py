"""Find Chromium, or bring one: the system's, else Debian's package, else Playwright's download.

The headless shell comes first: the same engine without windows, tabs and a profile, for half the work. A machine of
ours that tests (CI) is given it; on anybody else's, the Chromium that is there will do.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.support.environment import in_ci

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@cache
def installed(*, windows: bool = False) -> str | None:
    """Return the path of a Chromium of this machine that starts, or None; with `windows` the shell does not count."""
    named = os.environ.get("CHROMIUM", "")
    names = NAMES if windows else (SHELL, *NAMES)
    found = [named] if named else [path for name in names if (path := shutil.which(name))]
    return next((path for path in found if _starts(path)), None)


def downloaded() -> str | None:
    """Return the path of the Chromium that Playwright has downloaded earlier, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = lightest(playwright.chromium.executable_path)
    return path if Path(path).exists() and _starts(path) else None


def lightest(path: str) -> str:
    """Return the headless shell that Playwright downloads beside this Chromium of its own, or what was given."""
    beside = Path(path).parents[2].glob("chromium_headless_shell-*/*/*headless*shell")
    return next((str(shell) for shell in sorted(beside, reverse=True) if os.access(shell, os.X_OK)), path)


def bring() -> str | None:
    """Return the path of a Chromium, installing one where that is needed and possible; None when it is not."""
    if found := _here_already():
        return found
    if _is_debian() and os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update", "-q")
        for package in (SHELL, "chromium"):
            print(f"Installing Debian's {package} …", flush=True)
            _run("apt-get", "install", "-y", "-q", "--no-install-recommends", package)
            installed.cache_clear()
            if found := installed():
                return found
    if found := installed() or downloaded():
        return found
    print("Downloading Chromium with Playwright …", flush=True)
    with_libraries = ["--with-deps"] if os.geteuid() == 0 and shutil.which("apt-get") else []
    _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")
    return downloaded()


def _here_already() -> str | None:
    """What is here; CI goes on looking until it has the shell."""
    found = installed() or downloaded()
    chosen = bool(os.environ.get("CHROMIUM")) or "headless" in Path(found or "").name
    return found if chosen or not in_ci() else None


def _starts(path: str) -> bool:
    # Ubuntu's chromium-browser may be a note that says where to find it: only one that answers counts.
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "\nID=debian" in f"\n{release.read_text()}"


def _run(*command: str) -> None:
    subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdin=subprocess.DEVNULL)
