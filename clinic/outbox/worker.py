"""The worker: one process that sends what is due and does what recurs. Several may run; each deed is done by one.

In <room>/jobs.py, for what recurs:

    @worker.periodic(timedelta(hours=1))
    def expire_drafts(at):
        services.expire_drafts(at=at)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from django.db.models import Q

from clinic.outbox import delivery
from clinic.outbox.models import JobRun

log = structlog.get_logger(__name__)

# Letters a pass, before the jobs have their turn.
MOST_LETTERS = 100
# A job that takes longer may be begun by a second clock.
CLAIMED_FOR = timedelta(minutes=15)
PAUSE_AFTER_TROUBLE = timedelta(minutes=5)

type_job = Callable[[datetime], object]
type_now = Callable[[], datetime]


@dataclass(frozen=True)
class Job:
    """What recurs: its name, how often, and the function, which is handed the time."""

    name: str
    each: timedelta
    do: type_job


JOBS: dict[str, Job] = {}


def periodic(each: timedelta) -> Callable[[type_job], type_job]:
    """Register a function of the time as a periodic job, named after its room and itself."""

    def register(do: type_job) -> type_job:
        name = f"{do.__module__.removesuffix('.jobs')}.{do.__name__}"
        if name in JOBS:
            raise ImproperlyConfigured(f"Two periodic jobs are called {name}.")
        JOBS[name] = Job(name, each, do)
        return do

    return register


def run_once(*, now: type_now, stopped: Callable[[], bool] = lambda: False, most: int = MOST_LETTERS) -> int:
    """Do one pass: the letters that are due, then the jobs; return how many deeds were done.

    `now` is asked before every deed, because a slow mail server makes a pass long. `stopped` is asked between deeds.
    """
    done = 0
    while done < most and not stopped() and delivery.send_next(at=now()):
        done += 1
    for name in _due(now()):
        if not stopped():
            done += _run(JOBS[name], now)
    return done


def _due(at: datetime) -> list[str]:
    """Names of the jobs that are due; a job never seen before is due at once."""
    runs = {run.name: run for run in JobRun.objects.all()}
    if unseen := [JobRun(name=name, due=at) for name in JOBS if name not in runs]:
        JobRun.objects.bulk_create(unseen, ignore_conflicts=True)
    return [name for name in JOBS if name not in runs or runs[name].due <= at]


def _run(job: Job, now: type_now) -> bool:
    """Do one job unless another clock has taken it; return whether it was done here."""
    at = now()
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    if not JobRun.objects.filter(free, name=job.name, due__lte=at).update(claimed_until=at + CLAIMED_FOR):
        return False
    ok = True
    try:
        job.do(at)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # a job's trouble is its own: the letters and the other jobs go on
        log.exception("job.failed", job=job.name)
        ok = False
    pause = job.each if ok else min(job.each, PAUSE_AFTER_TROUBLE)
    JobRun.objects.filter(name=job.name).update(claimed_until=None, last_run=at, ok=ok, due=at + pause)
    return True
