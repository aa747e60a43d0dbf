"""Gather the static files only when one of them has changed: the second start takes seconds."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def gather() -> bool:
    """Run collectstatic when it is needed; return whether it was.

    Nothing is cleared first: a clinic that is running on another port still reads its own files there.
    """
    stamp = settings.VAR_DIR / "static.stamp"
    with _alone():
        now = fingerprint()
        if stamp.is_file() and stamp.read_text() == now and (settings.STATIC_ROOT / "staticfiles.json").is_file():
            return False
        stamp.unlink(missing_ok=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)
    return True


def fingerprint() -> str:
    """Return a hash over the name, size and time of every file that would be gathered."""
    hashed = hashlib.sha256(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda entry: entry[0]):
            about = os.stat(storage.path(path))
            hashed.update(f"{path} {about.st_size} {about.st_mtime_ns}\n".encode())
    return hashed.hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Two starts at once wait for each other here."""
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR_DIR / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
