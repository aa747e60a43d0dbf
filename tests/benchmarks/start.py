"""P13: what starting costs, in seconds of CPU of a process of its own."""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

from tests.support.environment import clean

# rich is there for the tools of development alone; structlog would take it. What a clinic starts is without it.
_AS_A_CLINIC = "import sys; sys.modules['rich'] = None; "
SETUP = ("-c", f"{_AS_A_CLINIC}import django; django.setup()")
CHECK = (
    "-c",
    f"{_AS_A_CLINIC}sys.argv = ['manage.py', 'check']; import runpy; runpy.run_path('manage.py', run_name='__main__')",
)


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
