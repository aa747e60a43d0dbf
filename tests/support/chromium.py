"""Find Chromium, or bring one: the system's, else Debian's package, else Playwright's download."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@cache
def installed() -> str | None:
    """Return the path of a Chromium of this machine that starts, or None."""
    named = os.environ.get("CHROMIUM", "")
    found = [named] if named else [path for name in NAMES if (path := shutil.which(name))]
    return next((path for path in found if _starts(path)), None)


def downloaded() -> str | None:
    """Return the path of the Chromium that Playwright has downloaded earlier, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and _starts(path) else None


def bring() -> str | None:
    """Return the path of a Chromium, installing one where that is needed and possible; None when it is not."""
    found = installed() or downloaded()
    if found:
        return found
    if _is_debian() and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's chromium …", flush=True)
        _run("apt-get", "update", "-q")
        _run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")
        installed.cache_clear()
        if found := installed():
            return found
    print("Downloading Chromium with Playwright …", flush=True)
    with_libraries = ["--with-deps"] if os.geteuid() == 0 and shutil.which("apt-get") else []
    _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")
    return downloaded()


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
