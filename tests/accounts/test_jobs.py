"""What the clock does for sign-ins."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session

from clinic.accounts import jobs

pytestmark = pytest.mark.django_db


def test_a_session_that_is_over_is_thrown_away_and_no_other(now: datetime) -> None:
    for name, left in (("over", -timedelta(seconds=1)), ("alive", timedelta(seconds=1))):
        Session.objects.create(session_key=name, session_data="", expire_date=now + left)
    jobs.forget_sessions(now)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["alive"]
