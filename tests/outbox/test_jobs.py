"""What the clock does: no job of any room has become empty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic.outbox.worker import JOBS, Job
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def asks(job: Job) -> bool:
    """Whether a job looks for what is due."""
    with CaptureQueriesContext(connection) as queries:
        job.do(NOW)
    return bool(queries)


@pytest.mark.parametrize("name", sorted(JOBS))
def test_every_job_looks_for_what_is_due(name: str) -> None:
    assert asks(JOBS[name])


def test_a_job_that_was_emptied_is_found() -> None:
    job = JOBS["clinic.booking.keep_open_days"]
    assert not asks(Job(job.name, job.each, lambda at: None, job.in_doubt))
