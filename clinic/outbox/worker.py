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

from clinic.outbox import delivery, machine_clock
from clinic.outbox.hand_over import MailLine, one_line
from clinic.outbox.models import JobRun
from clinic.outbox.urgency import AT_ONCE, Urgency

log = structlog.get_logger(__name__)

# Letters a pass, over one connection.
MOST_LETTERS = 100
# No longer than this do letters keep the jobs from their turn, but for the one in hand.
BETWEEN_TURNS = timedelta(seconds=2)
# A job that takes longer may be begun by a second clock.
CLAIMED_FOR = timedelta(minutes=15)
PAUSE_AFTER_TROUBLE = timedelta(minutes=5)
# So long ago a worker may have looked at the clock when another one writes: longer than any wait for the database.
MOMENT = timedelta(minutes=2)

type_job = Callable[[datetime], object]
type_now = Callable[[], datetime]


@dataclass(frozen=True)
class Job:
    """What recurs: its name, how often, and the function, which is handed the time."""

    name: str
    each: timedelta
    do: type_job
    # Runs also while the clock is in doubt: it deletes nothing, and tells nobody something untrue.
    in_doubt: bool = False

    def is_due(self, due: datetime, at: datetime) -> bool:
        """Whether its time has come; later than now plus the interval was written by a clock that was wrong."""
        return due <= at or due > at + self.each + MOMENT


JOBS: dict[str, Job] = {}


def periodic(each: timedelta, *, in_doubt: bool = False) -> Callable[[type_job], type_job]:
    """Register a function of the time as a periodic job, named after its room and itself."""

    def register(do: type_job) -> type_job:
        name = f"{do.__module__.removesuffix('.jobs')}.{do.__name__}"
        if name in JOBS:
            raise ImproperlyConfigured(f"Two periodic jobs are called {name}.")
        JOBS[name] = Job(name, each, do, in_doubt)
        return do

    return register


def run_once(
    *,
    now: type_now,
    stopped: Callable[[], bool] = lambda: False,
    most: int = MOST_LETTERS,
    database: Callable[[], datetime | None] = lambda: None,
) -> int:
    """Do one pass: the jobs that are due and the letters that are, in turns; return how many deeds were done.

    `now` is asked before every deed, because a slow mail server makes a pass long; it never keeps the jobs from their
    turn, and a server that is away is asked once a pass. `stopped` is asked between deeds. While the clock is in doubt
    only alerts and codes leave, and only jobs run that may (clinic.outbox.machine_clock).
    """
    deed_count = sent = 0
    with one_line() as line:
        while not stopped():
            looked = now()
            believed = machine_clock.note(looked, database=database)
            deed_count += _do_jobs(now, stopped, database, believed=believed, line=line)
            while sent < most and not line.is_down and not stopped():
                if delivery.send_next(at=now(), most=Urgency.REMINDER if believed else AT_ONCE) is None:
                    return deed_count
                sent, deed_count = sent + 1, deed_count + 1
                if now() - looked >= BETWEEN_TURNS:
                    break
            else:
                return deed_count
    return deed_count


def _do_jobs(
    now: type_now,
    stopped: Callable[[], bool],
    database: Callable[[], datetime | None],
    *,
    believed: bool,
    line: MailLine,
) -> int:
    """Do every job that is due; before each what is most urgent leaves, as long as the mail server is quick."""
    deed_count = 0
    for name in _due(looked := now(), believed=believed):
        while not line.is_down and not stopped() and now() - looked < BETWEEN_TURNS:
            if delivery.send_next(at=now(), most=AT_ONCE) is None:
                break
            deed_count += 1
        if not stopped():
            deed_count += _run(JOBS[name], now)
            machine_clock.note(now(), database=database)
    return deed_count


def _due(at: datetime, *, believed: bool) -> list[str]:
    """Names of the jobs that are due; a job never seen before is due at once."""
    runs = {run.name: run for run in JobRun.objects.all()}
    if unseen := [JobRun(name=name, due=at) for name in JOBS if name not in runs]:
        JobRun.objects.bulk_create(unseen, ignore_conflicts=True)
    wanted = [job for job in JOBS.values() if believed or job.in_doubt]
    return [job.name for job in wanted if job.name not in runs or job.is_due(runs[job.name].due, at)]


def _run(job: Job, now: type_now) -> bool:
    """Do one job unless another clock has taken it; return whether it was done here."""
    at = now()
    free = Q(claimed_until=None) | Q(claimed_until__lte=at) | Q(claimed_until__gt=at + CLAIMED_FOR + MOMENT)
    due = Q(due__lte=at) | Q(due__gt=at + job.each + MOMENT)
    if not JobRun.objects.filter(free, due, name=job.name).update(claimed_until=at + CLAIMED_FOR):
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
