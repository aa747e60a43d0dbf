"""P13: what starting costs, in seconds of CPU of a process of its own."""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

from tests.support.environment import clean

SETUP = ("-c", "import django; django.setup()")
CHECK = ("manage.py", "check")


def seconds(arguments: tuple[str, ...], folder: Path) -> float:
    """Return the seconds of CPU of a command of Python: the median of three."""
    return statistics.median(_once(arguments, folder) for _time in range(3))


def _once(arguments: tuple[str, ...], folder: Path) -> float:
    environment = clean(CLINIC_MODE="demo", LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="clinic.settings")
    before = _used()
    subprocess.run([sys.executable, *arguments], env=environment, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
